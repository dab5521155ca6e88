//! What can be wrong with a corpus file, each as one plain sentence: what it is, and what to do.

use std::fmt;

/// A problem with its place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocatedProblem {
    /// JSON path, as `statements[6].spans[0].exact`; empty for the whole file.
    pub path: String,
    /// From 1.
    pub line: usize,
    /// In bytes, from 1.
    pub column: usize,
    pub problem: Problem,
}

impl fmt::Display for LocatedProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {} ({}): {}", self.line, self.column, self.path, self.problem)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    NotUtf8,
    NotJson(String),
    CutOff,
    NewerFormat(String),
    NoFormat,
    WrongType { wanted: String, found: &'static str },
    UnknownWord { found: String, allowed: String },
    UnknownKey { key: String, meant: Option<&'static str> },
    DuplicateKey(String),
    MissingKey(&'static str),
    BrokenText,
    TooDeep,
    TooLarge { what: &'static str, limit: usize },
    TooLong { limit: usize },
    Empty,
    ControlCharacter(char),
    BadId(String),
    ReservedId(String),
    DuplicateId { id: String, what: &'static str },
    UnknownReference { id: String, what: &'static str },
    BadDate(String),
    DatesReversed,
    BadAddress(String),
    BadLanguage(String),
    BadSum,
    Cycle { ids: Vec<String>, what: &'static str },
    NestedTooDeep,
    NoSpeaker,
    NoSpans,
    QuotedMissing,
    QuotedOneSided,
    QuotedAgainstKind,
    CodedTwice,
    NotFound(String),
    Ambiguous { words: String, times: usize },
    ContextDisagrees,
    OffsetsDisagree { found: String },
    OutOfRange { length: u32 },
    Overlap,
    OutsideParent(String),
    OtherDocument(String),
    ParentNotPlaced(String),
    OutsideStatement,
    HolderSpeaks(String),
    AboutSomebodyElse(String),
    AboutLater(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::NotUtf8 => write!(f, "the file is not UTF-8 from here on; save it in this encoding"),
            Problem::NotJson(reason) => write!(f, "this is not JSON: {reason}"),
            Problem::CutOff => {
                write!(f, "the file ends in the middle; it was probably cut off, so get it again")
            }
            Problem::NewerFormat(version) => {
                write!(
                    f,
                    "this corpus is written in format {version}, and this reader knows format 1; use a newer Standpoint"
                )
            }
            Problem::NoFormat => {
                write!(f, "this is no corpus: an object with \"standpoint\": 1 was expected")
            }
            Problem::WrongType { wanted, found } => write!(f, "{found} stands where {wanted} was expected"),
            Problem::UnknownWord { found, allowed } => write!(f, "“{}” is none of {allowed}", short(found)),
            Problem::UnknownKey { key, meant: Some(meant) } => {
                write!(f, "unknown key “{}”; did you mean “{meant}”?", short(key))
            }
            Problem::UnknownKey { key, meant: None } => write!(f, "unknown key “{}”; remove it", short(key)),
            Problem::DuplicateKey(key) => {
                write!(f, "the key “{}” stands here a second time; keep one", short(key))
            }
            Problem::MissingKey(key) => write!(f, "the key “{key}” is missing"),
            Problem::BrokenText => write!(f, "this text holds half a surrogate pair, which is no character"),
            Problem::TooDeep => write!(f, "brackets stand inside each other too deeply"),
            Problem::TooLarge { what, limit } => write!(f, "more than {limit} {what}; split the corpus"),
            Problem::TooLong { limit } => write!(f, "this text is longer than {limit} bytes"),
            Problem::Empty => write!(f, "this text is empty"),
            Problem::ControlCharacter(c) => {
                write!(f, "the control character U+{:04X} stands in this text; remove it", *c as u32)
            }
            Problem::BadId(id) => {
                write!(f, "“{}” is no id: use a–z, 0–9, then also . _ -", short(id))
            }
            Problem::ReservedId(id) => {
                write!(f, "“{id}” is a word that a site uses in its own addresses; choose another id")
            }
            Problem::DuplicateId { id, what } => write!(f, "the {what} id “{}” is taken already", short(id)),
            Problem::UnknownReference { id, what } => {
                write!(f, "there is no {what} “{}” in this corpus", short(id))
            }
            Problem::BadDate(date) => {
                write!(f, "“{}” is no date: write YYYY, YYYY-MM or YYYY-MM-DD", short(date))
            }
            Problem::DatesReversed => write!(f, "this ends before it begins"),
            Problem::BadAddress(address) => write!(
                f,
                "“{}” is no address that a reader may follow: it must begin with https:// or http://",
                short(address)
            ),
            Problem::BadLanguage(tag) => write!(f, "“{}” is no language tag like en or pt-BR", short(tag)),
            Problem::BadSum => write!(f, "a SHA-256 sum has 64 digits, 0–9 and a–f"),
            Problem::Cycle { ids, what } => write!(f, "{what} leads round in a circle: {}", ids.join(" → ")),
            Problem::NestedTooDeep => {
                write!(f, "statements stand inside statements more than {} deep", super::limits::NESTED)
            }
            Problem::NoSpeaker => {
                write!(f, "an empty list of speakers; write null when the text leaves it open")
            }
            Problem::NoSpans => write!(f, "a statement has at least one span of words"),
            Problem::QuotedMissing => {
                write!(f, "in a mixed statement every span says whether it is quoted, true or false")
            }
            Problem::QuotedOneSided => {
                write!(f, "a mixed statement has at least one quoted span and one that is not")
            }
            Problem::QuotedAgainstKind => write!(
                f,
                "“quoted” contradicts the kind of this statement; make it mixed or leave the key out"
            ),
            Problem::CodedTwice => write!(f, "the same coder codes this issue twice for the same holder"),
            Problem::NotFound(words) => write!(f, "these words are not in the document: “{}”", short(words)),
            Problem::Ambiguous { words, times } => {
                write!(
                    f,
                    "these words occur {times} times, so prefix, suffix or start and end must single one out: “{}”",
                    short(words)
                )
            }
            Problem::ContextDisagrees => {
                write!(f, "the words are there, but not with this prefix and suffix around them")
            }
            Problem::OffsetsDisagree { found } => {
                write!(f, "at this start and end the document has other words: “{}”", short(found))
            }
            Problem::OutOfRange { length } => {
                write!(f, "start and end do not lie in the document, which has {length} code points")
            }
            Problem::Overlap => write!(f, "this overlaps another one"),
            Problem::OutsideParent(parent) => {
                write!(f, "these words are not inside those of the parent “{parent}”")
            }
            Problem::OtherDocument(parent) => {
                write!(f, "the parent “{parent}” is a statement of another document")
            }
            Problem::ParentNotPlaced(parent) => write!(f, "its parent “{parent}” could not be placed"),
            Problem::OutsideStatement => write!(f, "these words are not inside the statement"),
            Problem::HolderSpeaks(id) => write!(
                f,
                "“{id}” speaks here, so that its position needs no holder; leave the holder out, and give whoever else is spoken of a position of their own"
            ),
            Problem::AboutSomebodyElse(id) => write!(
                f,
                "“{id}” is neither by the same actor nor for the same body; about names an earlier statement of one’s own"
            ),
            Problem::AboutLater(id) => write!(f, "“{id}” was said later; about names an earlier statement"),
        }
    }
}

/// Words of the file in a sentence: enough to recognise them, on one line.
fn short(text: &str) -> String {
    const SHOWN: usize = 60;
    let line = |text: &str| text.replace(char::is_control, " ");
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", line(text.get(..end).unwrap_or_default())),
        None => line(text),
    }
}
