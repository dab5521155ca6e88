//! What a draft already has, found by what somebody types, so that nobody makes a second row for the same thing.

use super::Draft;
use super::edit::{Edit, NewRow, StatementField};
use super::names::as_typed;
use super::references::{names, of_statement};
use super::row::{List, RowId};
use crate::corpus::is_near;
use crate::corpus::raw::{self, IdText, Position, Speaker};
use std::collections::{BTreeMap, BTreeSet};

/// A row that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<'a> {
    pub id: &'a str,
    /// How many statements name it.
    pub uses: usize,
}

impl Draft {
    /// Actors by name, alias or id: those that begin with what is typed, then those in which it stands, then those that
    /// differ from it by a letter; of the same kind first those that are named more often. All of them where nothing is
    /// typed, those first that the last edits named.
    pub fn find_actors(&self, typed: &str) -> Vec<Found<'_>> {
        let row = |actor: &raw::Actor| {
            let mut called = vec![actor.name.clone(), actor.id.0.clone()];
            called.extend(actor.aliases.iter().cloned());
            called.extend(actor.names.0.iter().map(|(_, name)| name.clone()));
            called.extend(actor.former_ids.iter().map(|id| id.0.clone()));
            called
        };
        let rows = self.file().actors.iter().map(|actor| (actor.id.0.as_str(), row(actor)));
        self.find(List::Actors, typed, rows.collect())
    }

    /// Issues by label, proposition or id, in the same order.
    pub fn find_issues(&self, typed: &str) -> Vec<Found<'_>> {
        let row = |issue: &raw::Issue| {
            let mut called = vec![issue.label.clone(), issue.proposition.clone(), issue.id.0.clone()];
            called.extend(issue.former_ids.iter().map(|id| id.0.clone()));
            called
        };
        let rows = self.file().issues.iter().map(|issue| (issue.id.0.as_str(), row(issue)));
        self.find(List::Issues, typed, rows.collect())
    }

    /// The statements that name a row, in the order of the file.
    pub fn statements_naming<'a>(&'a self, row: &'a RowId) -> impl Iterator<Item = &'a raw::Statement> {
        self.file().statements.iter().filter(|statement| names(statement, row.list, &row.id.0))
    }

    fn find<'a>(&'a self, list: List, typed: &str, rows: Vec<(&'a str, Vec<String>)>) -> Vec<Found<'a>> {
        let typed = as_typed(typed.trim());
        let uses = uses(self.file(), list);
        let recent = if typed.is_empty() { self.recent(list) } else { Vec::new() };
        let mut found: Vec<(Likeness, usize, Found)> = Vec::new();
        for (id, called) in rows {
            let likeness = if typed.is_empty() {
                Some(Likeness::Begins)
            } else {
                called.iter().filter_map(|called| likeness(&typed, &as_typed(called))).min()
            };
            let place = recent.iter().position(|named| *named == id).unwrap_or(usize::MAX);
            let uses = uses.get(id).copied().unwrap_or(0);
            found.extend(likeness.map(|likeness| (likeness, place, Found { id, uses })));
        }
        found.sort_by_key(|(likeness, place, found)| (*likeness, *place, std::cmp::Reverse(found.uses)));
        found.into_iter().map(|(.., found)| found).collect()
    }

    /// The rows that edits named, the last first.
    fn recent(&self, list: List) -> Vec<&str> {
        let mut found = Vec::new();
        for step in self.history().done.iter().rev() {
            let mut named = Vec::new();
            named_by(step.edit(), list, &mut named);
            for id in named {
                if !found.contains(&id) {
                    found.push(id);
                }
            }
        }
        found
    }
}

/// How what is called something is like what is typed, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    Same,
    Begins,
    WordBegins,
    Inside,
    Near,
}

fn likeness(typed: &str, called: &str) -> Option<Likeness> {
    let mut before = called.match_indices(typed).filter_map(|(at, _)| called.get(..at)).peekable();
    if called == typed {
        Some(Likeness::Same)
    } else if called.starts_with(typed) {
        Some(Likeness::Begins)
    } else if before.peek().is_some() {
        let begins = before.any(|before| !before.ends_with(char::is_alphanumeric));
        Some(if begins { Likeness::WordBegins } else { Likeness::Inside })
    } else {
        is_near_to(typed, called).then_some(Likeness::Near)
    }
}

/// Whether what is typed differs by a letter from all of a name, or from one of its words.
fn is_near_to(typed: &str, called: &str) -> bool {
    /// Fewer letters are near to too much.
    const SHORTEST: usize = 3;
    let is_long = |text: &&str| text.chars().filter(|c| c.is_alphanumeric()).count() >= SHORTEST;
    let words = called.split(|c: char| !c.is_alphanumeric());
    is_long(&typed) && words.chain([called]).filter(is_long).any(|word| is_near(typed, word))
}

/// How many statements name each row of a list.
fn uses(file: &raw::Corpus, list: List) -> BTreeMap<&str, usize> {
    let mut uses = BTreeMap::new();
    for statement in &file.statements {
        let named: BTreeSet<&str> = of_statement(statement, list).into_iter().collect();
        for id in named {
            *uses.entry(id).or_default() += 1;
        }
    }
    uses
}

/// The rows of a list that an edit is about, or lets others name.
fn named_by<'a>(edit: &'a Edit, list: List, found: &mut Vec<&'a str>) {
    let in_list = |wanted: List, id: &'a IdText| (wanted == list).then_some(id.0.as_str());
    match edit {
        Edit::Add { row: NewRow::Statement(statement), .. } => found.extend(of_statement(statement, list)),
        Edit::Add { row: NewRow::Actor(actor), .. } => found.extend(in_list(List::Actors, &actor.id)),
        Edit::Add { row: NewRow::Issue(issue), .. } => found.extend(in_list(List::Issues, &issue.id)),
        Edit::SetActor { actor: id, .. } | Edit::MergeActors { into: id, .. } => {
            found.extend(in_list(List::Actors, id));
        }
        Edit::SplitActor { new, .. } => found.extend(in_list(List::Actors, &new.id)),
        Edit::SetIssue { issue: id, .. } | Edit::MergeIssues { into: id, .. } => {
            found.extend(in_list(List::Issues, id));
        }
        Edit::SplitIssue { new, .. } => found.extend(in_list(List::Issues, &new.id)),
        Edit::Rename { row, to, .. } => found.extend(in_list(row.list, to)),
        Edit::SetStatements { to, .. } if list == List::Actors => match to {
            StatementField::Speaker(Speaker::Actors(ids)) => found.extend(ids.iter().map(String::as_str)),
            StatementField::OnBehalfOf(Some(id)) => found.push(&id.0),
            StatementField::Addressees(ids) => found.extend(ids.iter().map(|id| id.0.as_str())),
            StatementField::Via(relays) => {
                found.extend(relays.iter().filter_map(|relay| relay.actor.as_ref()).map(|id| id.0.as_str()));
            }
            _ => {}
        },
        Edit::AddPosition { position, .. } | Edit::SetPosition { position, .. } => {
            found.extend(of_position(position, list));
        }
        Edit::Many(edits) => edits.iter().rev().for_each(|edit| named_by(edit, list, found)),
        _ => {}
    }
}

fn of_position(position: &Position, list: List) -> Vec<&str> {
    match list {
        List::Issues => vec![&position.issue.0],
        List::Actors => position.holder.as_slice().iter().map(|id| id.0.as_str()).collect(),
        _ => Vec::new(),
    }
}
