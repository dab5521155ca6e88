//! What an address asked for that could not be given: one sentence for each part, so that nothing a link
//! says is dropped in silence. No part of a link is ever fatal.

use super::filter::Facet;
use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    UnknownKey(String),
    /// A value of a key that takes only a few words.
    UnknownWord {
        key: &'static str,
        value: String,
    },
    /// A value whose form is wrong; the key is left out of account.
    Malformed {
        key: &'static str,
        value: String,
    },
    /// The last mention holds.
    Contradiction {
        facet: Facet,
        value: String,
    },
    /// No day lies between them.
    Backwards,
    /// A pair, a column and a row cannot be looked at together.
    Focuses {
        kept: &'static str,
    },
    /// A key of the comparison in a link that asks for the text.
    OnlyCompares(&'static str),
    /// A key that says nothing of what the link opens.
    NotHere(&'static str),
    /// A page of an actor or an issue, without saying whose.
    Nameless,
    /// A statement and a list are asked for together.
    OpensText,
    /// A version of the address that is not ours.
    Newer(String),
    TooLong,
    TooMany,
    /// A corpus at an address.
    Elsewhere(String),
    OtherCorpus(String),
    UnknownDocument(String),
    UnknownStatement(String),
    UnknownActor(String),
    UnknownIssue(String),
    /// It stays among the filters and matches nothing.
    UnknownCoder(String),
    /// A value that stays among the filters and matches nothing.
    UnknownValue {
        facet: Facet,
        value: String,
    },
    /// The words of the open statement are not those that the link was made for.
    Reworded,
}

/// Somebody else's words inside a sentence of ours: never at length.
struct Short<'a>(&'a str);

impl fmt::Display for Short<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.char_indices().nth(60) {
            Some((end, _)) => write!(f, "{}…", self.0.get(..end).unwrap_or_default()),
            None => f.write_str(self.0),
        }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Notice::UnknownKey(key) => {
                write!(f, "This page does not know the part “{}” of the link.", Short(key))
            }
            Notice::UnknownWord { key, value } => {
                write!(f, "“{}” means nothing as “{key}” in the link.", Short(value))
            }
            Notice::Malformed { key, value } => {
                write!(f, "“{}” cannot be read as “{key}” in the link.", Short(value))
            }
            Notice::Contradiction { value, .. } => {
                let value = Short(value);
                write!(f, "The link both asks for “{value}” and leaves it out; the last mention holds.")
            }
            Notice::Backwards => {
                f.write_str("The dates of the link end before they begin, so nothing can match.")
            }
            Notice::Focuses { kept } => {
                write!(f, "The link asks for several of pair, col and row; only “{kept}” is shown.")
            }
            Notice::OnlyCompares(key) => {
                write!(f, "“{key}” belongs to the comparison, but the link opens the text.")
            }
            Notice::NotHere(key) => {
                write!(f, "“{key}” says nothing of what the link opens.")
            }
            Notice::Nameless => {
                f.write_str("The link asks for the page of an actor or an issue and does not say of which.")
            }
            Notice::OpensText => {
                f.write_str("The link names a statement, so its text is shown and not a list.")
            }
            Notice::UnknownCoder(id) => {
                write!(f, "This corpus has no coder “{}”; as a filter it matches nothing.", Short(id))
            }
            Notice::Newer(version) => {
                let version = Short(version);
                write!(f, "The link was made by a newer page (version {version}); some of it may be missing.")
            }
            Notice::TooLong => f.write_str("The link is too long; the end of it was not read."),
            Notice::TooMany => {
                f.write_str("The link asks for too many things; the last of them were not read.")
            }
            Notice::Elsewhere(address) => {
                write!(f, "This site reads its own corpora only, not “{}”.", Short(address))
            }
            Notice::OtherCorpus(id) => write!(f, "The link is for another corpus, “{}”.", Short(id)),
            Notice::UnknownDocument(id) => {
                write!(f, "This corpus has no document “{}”; the first one is shown.", Short(id))
            }
            Notice::UnknownStatement(id) => write!(f, "This corpus has no statement “{}”.", Short(id)),
            Notice::UnknownActor(id) => write!(f, "This corpus has no speaker “{}”.", Short(id)),
            Notice::UnknownIssue(id) => write!(f, "This corpus has no issue “{}”.", Short(id)),
            Notice::UnknownValue { facet, value } => {
                let what = match facet {
                    Facet::Who => "speaker",
                    Facet::Group => "group",
                    Facet::Via => "relay",
                    Facet::Issue => "issue",
                    Facet::Stance => "stance",
                    Facet::Kind => "way of quoting",
                };
                write!(f, "There is no {what} “{}” here; as a filter it matches nothing.", Short(value))
            }
            Notice::Reworded => {
                f.write_str("The wording of the open statement has changed since this link was made.")
            }
        }
    }
}
