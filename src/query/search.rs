//! Finding words the way people type them, and where they stand in a text.

use super::fold::{GAP, fold, fold_char};
use crate::corpus::{Span, Text};

/// A search as it was typed, folded once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle(String);

impl Needle {
    /// The needle, or `None` when nothing is left to look for.
    pub fn new(typed: &str) -> Option<Needle> {
        let folded = fold(typed);
        let folded = folded.trim();
        (!folded.is_empty()).then(|| Needle(folded.to_owned()))
    }

    /// Whether the needle lies within one span of words that [`folded_words`] folded.
    pub(super) fn is_in(&self, folded: &str) -> bool {
        folded.contains(&self.0)
    }

    /// Every place of a text where the needle occurs, in reading order, none overlapping.
    pub fn hits(&self, text: &Text) -> Vec<Span> {
        self.hits_in(text, &Folded::of(text))
    }

    /// The same in a text that was folded before.
    pub fn hits_in(&self, text: &Text, folded: &Folded) -> Vec<Span> {
        let Folded { words, origins } = folded;
        let mut hits = Vec::new();
        let mut from = 0;
        while let Some(at) = words.get(from..).and_then(|rest| rest.find(&self.0)) {
            let (start, end) = (from + at, from + at + self.0.len());
            let first = origins.get(start).copied();
            let last = origins.get(end - 1).copied();
            hits.extend(first.zip(last).and_then(|(first, last)| text.span(first, last + 1)));
            from = end;
        }
        hits
    }
}

/// A text as it is searched, and for each of its bytes the code point of the text that it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Folded {
    words: String,
    origins: Vec<u32>,
}

impl Folded {
    pub fn of(text: &Text) -> Folded {
        let text = text.as_str();
        let mut words = String::with_capacity(text.len());
        let mut origins = Vec::with_capacity(text.len());
        for (point, c) in text.chars().enumerate() {
            fold_char(c, &mut words);
            origins.resize(words.len(), point as u32);
        }
        Folded { words, origins }
    }
}

pub(super) fn folded_words<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut all = String::new();
    for span in words {
        all.push_str(fold(span).trim());
        all.push(GAP);
    }
    all
}
