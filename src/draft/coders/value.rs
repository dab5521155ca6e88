//! What coders may agree on, and what each said: the variables, and their values as nominal categories.

use super::alpha::Coincidences;
use crate::corpus::{Id, Kind, Position, Stance};
use std::collections::BTreeSet;

/// What is compared of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Variable {
    Kind,
    Speaker,
    /// By the first file's id where both files have the issue.
    Issue(Id),
}

/// One coder's answer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    Kind(Kind),
    /// Ids in alphabetical order, several of a joint statement; the first file's where both files have the actor.
    Speaker(Vec<String>),
    /// In the order of the codebook; several where one coder reads more than one in the same words.
    Stances(Vec<Stance>),
    /// The coder coded the statement, and nothing on this issue.
    NoPosition,
}

impl Value {
    /// What one coder's positions on one issue in one statement say, whoever holds them.
    pub fn of_positions<'a>(positions: impl IntoIterator<Item = &'a Position>) -> Value {
        let stances: BTreeSet<Stance> = positions.into_iter().map(|position| position.stance).collect();
        match stances.is_empty() {
            true => Value::NoPosition,
            false => Value::Stances(stances.into_iter().collect()),
        }
    }
}

/// How far coders agree on one variable.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    pub variable: Variable,
    /// Units, table and the figure.
    pub coincidences: Coincidences<Value>,
}
