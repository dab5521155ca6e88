//! What several spans of one text cover together: stretches that neither overlap nor touch.

use super::text::Span;
use std::collections::BTreeMap;

/// Where stretches begin, and where they end.
#[derive(Debug, Clone, Default)]
pub struct Covered(BTreeMap<u32, u32>);

impl Covered {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a span shares letters with some of them.
    pub fn overlaps(&self, span: Span) -> bool {
        self.0.range(..span.end()).next_back().is_some_and(|(_, end)| span.start() < *end)
    }

    /// Whether every letter of a span is one of theirs.
    pub fn contains(&self, span: Span) -> bool {
        self.0.range(..=span.start()).next_back().is_some_and(|(_, end)| span.end() <= *end)
    }

    pub fn add(&mut self, span: Span) {
        let (mut from, mut to) = (span.start(), span.end());
        while let Some((start, end)) = self.0.range(..=to).next_back().map(|(start, end)| (*start, *end)) {
            if end < from {
                break;
            }
            self.0.remove(&start);
            (from, to) = (from.min(start), to.max(end));
        }
        self.0.insert(from, to);
    }
}

impl FromIterator<Span> for Covered {
    fn from_iter<I: IntoIterator<Item = Span>>(spans: I) -> Covered {
        let mut covered = Covered::default();
        spans.into_iter().for_each(|span| covered.add(span));
        covered
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Text;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn spans_are_compared_as_letter_by_letter(
            spans in prop::collection::vec((0u32..30, 1u32..8), 0..12), other in (0u32..30, 1u32..8),
        ) {
            let text = Text::new("x".repeat(40));
            let of = |(start, length): (u32, u32)| text.span(start, start + length).unwrap();
            let spans: Vec<Span> = spans.into_iter().map(of).collect();
            let covered: Covered = spans.iter().copied().collect();
            let other = of(other);
            let is_covered = |point: u32| spans.iter().any(|span| span.start() <= point && point < span.end());
            prop_assert_eq!(covered.overlaps(other), spans.iter().any(|span| span.overlaps(other)));
            prop_assert_eq!(covered.contains(other), (other.start()..other.end()).all(is_covered));
            let mut sorted = spans.clone();
            sorted.sort();
            prop_assert_eq!(covered.contains(other), other.lies_in(sorted));
        }
    }
}
