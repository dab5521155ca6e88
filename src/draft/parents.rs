//! The statement that another stands inside, by where their words stand.

use super::Draft;
use super::statements::place;
use crate::corpus::raw::{self, IdText};
use crate::corpus::{Span, Text};

impl Draft {
    /// The smallest statement of a document that is longer than these spans and has all of them inside its own.
    pub fn parent_of(&self, document: &str, text: &Text, spans: &[Span]) -> Option<IdText> {
        let words: Vec<&str> = spans.iter().map(|span| text.get(*span)).collect();
        let own = length(spans);
        let mut smallest: Option<(u32, &IdText)> = None;
        let statements = self.file().statements.iter().filter(|known| known.document.0 == document);
        for statement in statements.filter(|known| may_hold(known, &words)) {
            let placed = statement.spans.iter().map(|words| place(words, text));
            let Some(mut around) = placed.collect::<Option<Vec<Span>>>() else { continue };
            around.sort_unstable();
            let length = length(&around);
            let is_inside = spans.iter().all(|span| span.lies_in(around.iter().copied()));
            let is_smaller = smallest.is_none_or(|(known, _)| length < known);
            if is_inside && length > own && is_smaller {
                smallest = Some((length, &statement.id));
            }
        }
        smallest.map(|(_, id)| id.clone())
    }
}

/// Whether words may stand inside a statement, without a look into the text: all in one of its spans, or from the end
/// of one into the next.
fn may_hold(statement: &raw::Statement, words: &[&str]) -> bool {
    words.iter().all(|words| {
        statement.spans.iter().any(|known| {
            let ends = known.exact.char_indices().filter_map(|(at, _)| known.exact.get(at..));
            known.exact.contains(words) || ends.into_iter().any(|end| words.starts_with(end))
        })
    })
}

fn length(spans: &[Span]) -> u32 {
    spans.iter().map(|span| span.end() - span.start()).sum()
}
