//! Where a text says that somebody speaks: verbs of saying, "according to", "laut", "zufolge", and "so" behind a
//! quotation.

use super::pieces::Sentence;
use super::words::Words;
use std::ops::Range;

/// A place that says that somebody speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    /// Its pieces.
    pub at: Range<usize>,
    pub form: Form,
}

/// Where a saying has its speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A verb: on either side.
    Verb,
    /// "According to", "laut", "so": behind.
    Before,
    /// "Zufolge": in front.
    After,
}

/// In the order of the sentence.
pub fn sayings(sentence: &Sentence, words: &Words) -> Vec<Saying> {
    (0..sentence.pieces.len()).filter_map(|at| saying(sentence, at, words)).collect()
}

fn saying(sentence: &Sentence, at: usize, words: &Words) -> Option<Saying> {
    let word = sentence.word(at)?;
    let found = |width, form| Some(Saying { at: at..at + width, form });
    if words.verbs.has(word) {
        return found(1, Form::Verb);
    }
    match (word.to_lowercase().as_str(), sentence.word(at + 1)) {
        ("according", Some("to")) => found(2, Form::Before),
        ("zufolge", _) if words.nouns_are_capitalised => found(1, Form::After),
        // Behind a quotation and its comma only: it is a common word elsewhere.
        ("so", Some(_)) if words.nouns_are_capitalised => {
            let quotation = at.checked_sub(2).and_then(|before| sentence.pieces.get(before)?.quotation());
            let is_behind = quotation.is_some() && sentence.is_mark(at - 1, ",");
            is_behind.then(|| found(1, Form::Before)).flatten()
        }
        (word, Some(_)) if words.sources.has(word) => found(1, Form::Before),
        _ => None,
    }
}
