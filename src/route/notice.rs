//! What an address asked for that could not be given: one notice for each part, so that nothing a link
//! says is dropped in silence. No part of a link is ever fatal.

use super::filter::Facet;

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
    EmptyDateRange,
    /// A pair, a column and a row cannot be looked at together.
    SeveralFocuses {
        kept: &'static str,
    },
    /// A key of the comparison in a link that asks for the text.
    ComparisonOnly(&'static str),
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
    ExternalCorpus(String),
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
    WordingChanged,
}
