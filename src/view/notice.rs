//! What a link asked for and did not get, each in one sentence. Unknown is never fatal and never silent.

use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    TooLong,
    TooManyValues,
    UnknownKey(String),
    UnknownValue { key: &'static str, value: String },
    BadDate { key: &'static str, value: String },
    DatesReversed,
    /// A key that does not go with another one in the same link.
    Ignored { key: &'static str, beside: &'static str },
    NewerVersion(String),
    OtherCorpus(String),
    CorpusElsewhere(String),
    NotHere { what: &'static str, id: String },
    Reworded(String),
}

/// A value that somebody wrote into a link is shown, but not at any length.
fn short(value: &str) -> String {
    const SHOWN: usize = 60;
    match value.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", value.get(..end).unwrap_or_default()),
        None => value.to_owned(),
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Notice::TooLong => write!(f, "This link is longer than 16 KB; only its beginning was read."),
            Notice::TooManyValues => write!(f, "This link names more than 500 values; the rest was not read."),
            Notice::UnknownKey(key) => write!(f, "This page does not know “{}” in a link; it was left aside.", short(key)),
            Notice::UnknownValue { key, value } => write!(f, "“{}” is no value of “{key}”.", short(value)),
            Notice::BadDate { key, value } => {
                write!(f, "“{}” in “{key}” is not a date like 2021-12-16, 2021-12 or 2021; it was left aside.", short(value))
            }
            Notice::DatesReversed => write!(f, "The dates of this link end before they begin, so nothing can match."),
            Notice::Ignored { key, beside } => write!(f, "“{key}” was left aside, since the link also says “{beside}”."),
            Notice::NewerVersion(version) => {
                write!(f, "This link was made by a newer Standpoint (version {}); parts of it may be missing.", short(version))
            }
            Notice::OtherCorpus(id) => write!(f, "This link is for another corpus, “{}”, which this site does not have.", short(id)),
            Notice::CorpusElsewhere(address) => {
                write!(f, "This site reads its own corpora only, not the one at {}.", short(address))
            }
            Notice::NotHere { what, id } => write!(f, "This corpus has no {what} “{}”.", short(id)),
            Notice::Reworded(id) => write!(f, "The wording of statement “{}” has changed since this link was made.", short(id)),
        }
    }
}
