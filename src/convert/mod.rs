//! OTHER FORMATS: bytes ⇄ the file as written, one file or folder per format. What does not fit is listed, never dropped
//! in silence and never guessed. Nothing here reads or writes a disk, and nothing changes a corpus that is there.
//!
//! - `source.rs`: a file that holds a text (`text.rs`, `markdown.rs`, `docx.rs`) becomes a document.
//! - `starter.rs`: documents become the beginning of a corpus file.
//! - `csv/`: a table of statements, one row for each position.
//! - `dna/`: the Discourse Network Analyzer: its project files, and its table of events.
//! - `annotations.rs`: annotations as the W3C recommends them.

pub mod annotations;
pub mod csv;
pub mod dna;
#[cfg(not(target_arch = "wasm32"))]
mod docx;
mod encoding;
mod markdown;
mod new_id;
mod paragraph;
mod source;
pub mod starter;
mod text;
mod utf16;

pub use encoding::Encoding;
pub use new_id::NewIds;
pub use source::{NoDate, Source, first_day};
