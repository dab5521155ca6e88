//! What can be wrong with a corpus file, and where. `sentences.rs` says it.

use super::nearest::Near;
use super::syntax::{OpenDelimiter, SyntaxError};
use std::fmt;

/// A problem with its place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocatedProblem {
    /// What it is about, as `statement s1`; empty where that is the corpus itself or has no good id.
    pub row: String,
    /// JSON path, as `statements[6].spans[0].exact`; empty for the whole file.
    pub path: String,
    /// From 1.
    pub line: usize,
    /// In bytes, from 1.
    pub column: usize,
    pub problem: Problem,
}

impl LocatedProblem {
    /// What it is about, where in that, and what is wrong: `statement s1, spans[0]: …`.
    pub fn sentence(&self) -> String {
        match about(&self.row, &self.path) {
            about if about.is_empty() => self.problem.to_string(),
            about => format!("{about}: {}", self.problem),
        }
    }
}

/// A row and what of it a path leads to, as `statement s1, spans[0]`; a path alone where no row is known.
pub(super) fn about(row: &str, path: &str) -> String {
    let path = path.replace(char::is_control, " ");
    // Words that are not found are known by the object they stand in.
    let path = path.strip_suffix(".exact").unwrap_or(&path);
    let inside = path.split_once(']').map_or("", |(_, inside)| inside.trim_start_matches('.'));
    match (row, inside) {
        ("", _) => path.to_owned(),
        (row, "") => row.to_owned(),
        (row, inside) => format!("{row}, {inside}"),
    }
}

impl fmt::Display for LocatedProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.sentence())
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    NotUtf8,
    Utf16,
    Compressed(&'static str),
    NotJson(SyntaxError),
    EmptyFile,
    CutOff(Option<OpenDelimiter>),
    NewerFormat(String),
    NoFormat,
    WrongFormat {
        is_text: bool,
    },
    WrongType {
        wanted: String,
        found: &'static str,
    },
    UnknownWord {
        found: String,
        allowed: String,
    },
    UnknownKey {
        key: String,
        meant: Option<&'static str>,
    },
    DuplicateKey(String),
    MissingKey {
        key: &'static str,
        wanted: String,
    },
    BrokenText,
    TooDeep,
    TooLarge {
        what: &'static str,
        limit: usize,
    },
    TooLong {
        limit: usize,
    },
    Empty,
    ControlCharacter(char),
    BadId(String),
    ReservedId(String),
    UnportableId(String),
    DuplicateId {
        id: String,
        what: &'static str,
    },
    UnknownReference {
        id: String,
        what: &'static str,
        meant: Option<String>,
    },
    DocumentAmongActors,
    BadDate(String),
    DatesReversed,
    BadAddress(String),
    BadContact(String),
    BadLanguage(String),
    BadSum,
    Cycle {
        ids: Vec<String>,
        what: &'static str,
    },
    NestedTooDeep,
    NoSpeaker,
    NoSpans,
    QuotedMissing,
    QuotedAgainstKind,
    CodedTwice {
        issue: String,
        coder: Option<String>,
        has_holder: bool,
    },
    NotFound {
        words: String,
        near: Option<Near>,
    },
    Ambiguous {
        words: String,
        times: usize,
    },
    /// With what stands before and behind the words.
    ContextDisagrees {
        before: String,
        after: String,
    },
    /// With what stands there, and where the words do.
    OffsetsDisagree {
        found: String,
        start: u32,
        end: u32,
    },
    OutOfRange {
        length: u32,
    },
    Overlap,
    PartsOverlap,
    OutsideParent(String),
    OtherDocument(String),
    ParentNotPlaced(String),
    OutsideStatement,
    HolderSpeaks(String),
    HolderSpokenFor(String),
    AboutSomebodyElse(String),
    AboutLater(String),
}
