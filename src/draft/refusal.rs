//! Why an edit is not done. What is refused here could not be meant; whatever else may be wrong with a file is for the
//! check of the corpus room, which sees the whole.

use super::row::RowId;
use crate::corpus::Problem;
use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such row.
    Unknown(RowId),
    /// Another row has this id, or had it.
    Taken(RowId),
    BadId(Problem),
    /// So many rows name it, this one first.
    InUse {
        row: RowId,
        users: usize,
        first: RowId,
    },
    /// The kind of row has no former ids.
    NoFormerIds(RowId),
    /// A row and itself, where two are wanted.
    Itself(RowId),
    /// What it is `part_of`, its `parent` or what it is `about` would lead back to it.
    Circle {
        row: RowId,
        what: &'static str,
    },
    /// The statement does not name the row that is to be split.
    NotNamed {
        row: RowId,
        statement: RowId,
    },
    NoSuchSpan {
        statement: RowId,
        at: usize,
    },
    NoSuchPosition {
        statement: RowId,
        at: usize,
    },
    /// A statement keeps at least one span.
    LastSpan(RowId),
    /// What was kept of a draft cannot be read.
    Unreadable(String),
    /// The steps that were kept are not those of the file.
    OtherHistory,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Unknown(row) => write!(f, "there is no {row}"),
            Refusal::Taken(row) => write!(f, "there is or was another {row}; take an id that none had"),
            Refusal::BadId(problem) => problem.fmt(f),
            Refusal::InUse { row, users: 1, first } => {
                write!(f, "the {row} is named by the {first}; change that first")
            }
            Refusal::InUse { row, users, first } => {
                let others = users.saturating_sub(1);
                write!(f, "the {row} is named by the {first} and {others} more; change these first")
            }
            Refusal::NoFormerIds(row) => write!(f, "the {row} cannot keep a former id; coders have none"),
            Refusal::Itself(row) => write!(f, "the {row} cannot be merged with itself"),
            Refusal::Circle { row, what } => write!(f, "the {row} would lead back to itself by \"{what}\""),
            Refusal::NotNamed { row, statement } => {
                write!(f, "the {statement} does not name the {row}; leave it out")
            }
            Refusal::NoSuchSpan { statement, at } => write!(f, "the {statement} has no spans[{at}]"),
            Refusal::NoSuchPosition { statement, at } => write!(f, "the {statement} has no positions[{at}]"),
            Refusal::LastSpan(statement) => {
                write!(f, "the {statement} has no other words; remove the statement itself")
            }
            Refusal::Unreadable(why) => write!(f, "what was kept of the draft cannot be read: {why}"),
            Refusal::OtherHistory => {
                write!(f, "the steps that were kept with the draft are not those of its file")
            }
        }
    }
}
