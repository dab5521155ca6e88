//! The quotations of a file, looked for in their document all at once: it is read once for all of them, not once for each.

use super::raw;
use super::selector::TextSelector;
use crate::corpus::automaton;
use crate::corpus::search::Occurrences;
use crate::corpus::text::Text;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What is known of words of quotations in one text.
#[derive(Default)]
pub struct Found<'a>(BTreeMap<Cow<'a, str>, Occurrences>);

impl<'a> Found<'a> {
    pub fn of(quotations: impl Iterator<Item = TextSelector<'a>>, text: &Text) -> Found<'a> {
        let searched = quotations.flat_map(|words| words.searched(text));
        let mut found: BTreeMap<Cow<str>, Occurrences> =
            searched.map(|words| (words, Occurrences::default())).collect();
        let words: Vec<&str> = found.keys().map(AsRef::as_ref).collect();
        let known = automaton::occurrences(&words, text.as_str());
        found.values_mut().zip(known).for_each(|(occurrences, known)| *occurrences = known);
        Found(found)
    }

    pub fn get(&self, words: &str, text: &Text) -> Occurrences {
        self.0.get(words).copied().unwrap_or_else(|| Occurrences::of(words, text.as_str()))
    }
}

/// The quotations of a statement.
pub fn of_statement(raw: &raw::Statement) -> impl Iterator<Item = TextSelector<'_>> {
    let cues = raw.cue.iter().chain(raw.via.iter().filter_map(|relay| relay.cue.as_ref()));
    let of_positions = raw.positions.iter().flat_map(|position| {
        let around = position.condition.as_slice().iter().chain(position.terms.as_slice());
        position.spans.iter().chain(around)
    });
    raw.spans.iter().map(TextSelector::from).chain(cues.chain(of_positions).map(TextSelector::from))
}
