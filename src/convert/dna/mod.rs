//! Files of the Discourse Network Analyzer (`.dna`), version 3 and 2, become a corpus file.
//!
//! ```text
//! bytes → sqlite (tables) → schema (rows of both versions alike) → documents, coded → a corpus file, and notes
//! ```
//!
//! Nothing is guessed in silence: what did not fit, and what had to be supposed, is a [`Note`]. No such file is written;
//! what DNA exports itself, a table of [`events`], is made of a corpus too.

mod coded;
mod days;
mod documents;
pub mod events;
mod import;
mod names;
mod new_id;
mod refusal;
mod report;
mod schema;
pub mod sqlite;

pub use import::{Imported, import};
pub use refusal::Refusal;
pub use report::{Misplaced, NoDocument, Note, Rows};

/// The type of statement that DNA makes for every project, and the only one that is read.
const STATEMENT: &str = "DNA Statement";

/// Whether a file begins as one of DNA does: a database, or what version 1 wrote, which is refused by name.
pub fn is_dna(file: &[u8]) -> bool {
    sqlite::is_database(file) || is_version_one(file)
}

/// Endings of files that hold changes which the file beside them does not have yet.
pub const UNFINISHED: [&str; 2] = ["-wal", "-journal"];

/// DNA 1 wrote XML.
fn is_version_one(file: &[u8]) -> bool {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let head = file.get(..400).unwrap_or(file);
    let head = String::from_utf8_lossy(head);
    head.trim_start().starts_with('<') && head.contains("<discourse")
}
