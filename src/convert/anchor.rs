//! A place in a text as the file writes it: its words alone where they stand once, else with what stands around them, else
//! with its offsets.

use crate::corpus::{Span, Text};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Anchor {
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
    /// In code points, half-open with `end`; only where nothing else tells the place.
    pub start: Option<u32>,
    pub end: Option<u32>,
}

/// How many code points around the words are tried.
const AROUND: [usize; 4] = [4, 12, 32, 80];

impl Anchor {
    pub fn of(text: &Text, span: Span) -> Anchor {
        let exact = text.get(span).to_owned();
        if text.find(&exact).nth(1).is_none() {
            return Anchor { exact, ..Anchor::default() };
        }
        let (before, after) = text.around(span);
        for width in AROUND {
            let (prefix, suffix) = (last(before, width), first(after, width));
            let fits = |at: &Span| {
                let (before, after) = text.around(*at);
                before.ends_with(prefix) && after.starts_with(suffix)
            };
            if text.find(&exact).filter(fits).nth(1).is_none() {
                let (prefix, suffix) = (prefix.to_owned(), suffix.to_owned());
                return Anchor { exact, prefix, suffix, start: None, end: None };
            }
        }
        Anchor { exact, start: Some(span.start()), end: Some(span.end()), ..Anchor::default() }
    }
}

fn first(text: &str, count: usize) -> &str {
    let end = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

fn last(text: &str, count: usize) -> &str {
    let start = count.checked_sub(1).and_then(|count| text.char_indices().rev().nth(count));
    text.get(start.map_or(0, |(at, _)| at)..).unwrap_or_default()
}
