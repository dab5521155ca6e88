//! Why a database is not read: each fault is one sentence that goes on after the file's name.

use crate::corpus::visible;
use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The file has no bytes at all.
    Empty,
    /// It does not begin as a database does: another file, or an encrypted one.
    NoHeader,
    /// The header says what cannot be.
    BadHeader(&'static str),
    /// Text in another encoding, by its name.
    Encoding(&'static str),
    /// It is shorter than it says, in bytes.
    Truncated {
        has: usize,
        wanted: usize,
    },
    /// A page is named that the file does not have.
    NoPage {
        page: u32,
        pages: u32,
    },
    /// A page is named from two places: the pages lead round in a circle, or two tables share them.
    PageTwice(u32),
    /// A page is not what it is used for, or its cells are not within it.
    BadPage(u32),
    /// A row is not as long as it says, or holds what no row can.
    BadRow {
        table: String,
        row: i64,
    },
    /// A text of a row is no UTF-8.
    NotUtf8 {
        table: String,
        row: i64,
    },
    NoTable(String),
    NoColumn {
        table: String,
        column: String,
    },
    /// A table without row numbers, with computed columns, or of a module.
    UnusualTable(String),
    TooManyRows {
        table: String,
        limit: usize,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const ANEW: &str = "copy the file anew while no program has it open";
        match self {
            Fault::Empty => f.write_str("has no bytes; copy the file anew"),
            Fault::NoHeader => f.write_str(
                "does not begin like an SQLite database: it is another kind of file, or encrypted; \
                 save it without a password",
            ),
            Fault::BadHeader(what) => write!(f, "has an SQLite header with a wrong {what}; {ANEW}"),
            Fault::Encoding(name) => write!(
                f,
                "is a database with texts in {name}, and only UTF-8 is read; \
                 copy its tables into a new database, which has UTF-8"
            ),
            Fault::Truncated { has, wanted } => {
                write!(f, "is cut off: it has {has} bytes, and its pages need {wanted}; {ANEW}")
            }
            Fault::NoPage { page, pages } => {
                write!(f, "is damaged: it names a page {page} and has pages 1 to {pages}; {ANEW}")
            }
            Fault::PageTwice(page) => {
                write!(f, "is damaged: two places of it lead to its page {page}; {ANEW}")
            }
            Fault::BadPage(page) => write!(f, "is damaged in its page {page}; {ANEW}"),
            Fault::BadRow { table, row } => {
                write!(f, "is damaged in row {row} of its table {}; {ANEW}", visible(table))
            }
            Fault::NotUtf8 { table, row } => {
                write!(f, "has a text that is no UTF-8 in row {row} of its table {}", visible(table))
            }
            Fault::NoTable(table) => write!(f, "has no table {}", visible(table)),
            Fault::NoColumn { table, column } => {
                write!(f, "has no column {} in its table {}", visible(column), visible(table))
            }
            Fault::UnusualTable(table) => {
                write!(f, "keeps its table {} in a way that is not read here", visible(table))
            }
            Fault::TooManyRows { table, limit } => {
                write!(f, "has more than {limit} rows in its table {}, and no more are read", visible(table))
            }
        }
    }
}
