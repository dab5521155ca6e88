//! Why a file is not imported at all: each refusal is a sentence that goes on after the file's name.

use super::STATEMENT;
use super::sqlite::Fault;
use crate::corpus::visible;
use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    Database(Fault),
    /// An XML file, as DNA 1 wrote them.
    VersionOne,
    /// A database of something else: it lacks this table.
    NotDna(&'static str),
    /// Tables as no released version of DNA has them.
    Unreleased,
    /// There is no type of statement that is read; these are there.
    NoStatementType(Vec<String>),
    /// A row of a table has no number, or the number of another.
    BadNumber {
        table: &'static str,
        row: Option<i64>,
    },
    /// More rows of one kind than a corpus may have.
    TooMany {
        what: &'static str,
        limit: usize,
    },
    /// Changes that are not in the file yet stand in another, of this name.
    Unfinished(String),
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Refusal {
        Refusal::Database(fault)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Database(fault) => fault.fmt(f),
            Refusal::VersionOne => {
                f.write_str("is an XML file of DNA 1; import it into DNA 2 and save it from there")
            }
            Refusal::NotDna(table) => {
                write!(f, "is a database, but none of DNA: it has no table {table} as version 2 or 3 has it")
            }
            Refusal::Unreleased => f.write_str(
                "has tables of DNA as no released version 2 or 3 makes them; save it from DNA 3 first",
            ),
            Refusal::NoStatementType(labels) => {
                let labels: Vec<String> =
                    labels.iter().map(|label| format!("“{}”", visible(label))).collect();
                write!(
                    f,
                    "has no statements of the type “{STATEMENT}”, only of {}; call that one so in DNA which is meant",
                    if labels.is_empty() { "none".to_owned() } else { labels.join(", ") }
                )
            }
            Refusal::BadNumber { table, row: Some(row) } => {
                write!(f, "is damaged: two rows of its table {table} have the number {row}")
            }
            Refusal::BadNumber { table, row: None } => {
                write!(f, "is damaged: a row of its table {table} has no number")
            }
            Refusal::TooMany { what, limit } => {
                write!(f, "has more than {limit} {what}, and a corpus may not; cut it into several")
            }
            Refusal::Unfinished(name) => write!(
                f,
                "is not all: changes stand in {} beside it; open and close it in DNA, then import it",
                visible(name)
            ),
        }
    }
}
