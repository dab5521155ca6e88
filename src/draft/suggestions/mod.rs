//! What the punctuation of a text suggests: quotations, whether they are split, and who speaks, by rules and word
//! tables alone. A suggestion is a question to a person: no stance, no issue, nothing inferred. Of indirect speech
//! only the verbs are found. Quotations inside quotations are left to whoever codes. Offsets are Unicode code points.

mod clauses;
mod marks;
mod names;
mod pieces;
mod sayings;
mod speakers;
mod words;

use crate::corpus::{Id, Kind, Span, Text};

/// What a text suggests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestions {
    /// In reading order.
    pub statements: Vec<Suggestion>,
    /// Verbs of saying in sentences without a quotation, to be lit.
    pub verbs: Vec<Span>,
}

/// A statement that a person may take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Without quotation marks; several are one split quotation.
    pub spans: Vec<Span>,
    pub kind: Kind,
    /// The verb of saying with whoever stands beside it.
    pub cue: Option<Span>,
    /// Who may speak, the likeliest first; at most three.
    pub candidates: Vec<Candidate>,
    /// Whether the first candidate stands with a verb of saying in the same sentence.
    pub preselected: bool,
}

/// Somebody who may speak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Where the name stands.
    pub name: Span,
    /// The actor that has this name already.
    pub actor: Option<Id>,
}

/// An actor with the names that texts call it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownActor {
    pub id: Id,
    pub names: Vec<String>,
}

/// Candidates that are offered.
const OFFERED: usize = 3;

/// `language` is a BCP 47 tag; names of known actors win over what merely looks like one.
pub fn suggest(text: &Text, language: &str, known: &[KnownActor]) -> Suggestions {
    let language = language.split('-').next().unwrap_or_default().to_lowercase();
    clauses::read(text, &language, known)
}
