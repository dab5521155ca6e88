//! Words of the file become a place in a text, exactly or not at all: never the nearest similar ones.

use super::problem::Problem;
use super::raw;
use crate::corpus::search::Occurrences;
use crate::corpus::text::{Span, Text};
use std::borrow::Cow;

/// What every kind of quotation in the file has in common.
#[derive(Clone, Copy)]
pub struct TextSelector<'a> {
    pub exact: &'a str,
    pub prefix: &'a str,
    pub suffix: &'a str,
    pub start: Option<u32>,
    pub end: Option<u32>,
}

macro_rules! anchors {
    ($($name:ident)*) => {$(
        impl<'a> From<&'a raw::$name> for TextSelector<'a> {
            fn from(raw: &'a raw::$name) -> Self {
                TextSelector { exact: &raw.exact, prefix: &raw.prefix, suffix: &raw.suffix, start: raw.start, end: raw.end }
            }
        }
    )*};
}

anchors! { Part QuotedWords TextSelector }

impl<'a> TextSelector<'a> {
    /// The one place where these words stand. What is given besides them must agree, needed or not.
    pub fn place(self, text: &Text) -> Result<Span, Problem> {
        let nearest = |words: &str, point| text.find(words).min_by_key(|at| at.start().abs_diff(point));
        self.place_by(text, |words| Occurrences::of(words, text.as_str()), nearest)
    }

    /// The same for whoever knows already where words occur, and finds the place of some that is nearest to a point.
    pub fn place_by(
        self,
        text: &Text,
        find: impl Fn(&str) -> Occurrences,
        nearest: impl FnOnce(&str, u32) -> Option<Span>,
    ) -> Result<Span, Problem> {
        if self.exact.is_empty() {
            return Err(Problem::Empty);
        }
        if self.start.is_some() || self.end.is_some() {
            return self.at_offsets(text, nearest);
        }
        let words = || self.exact.to_owned();
        let found = find(&self.in_context());
        let at = |byte: usize| text.span_at(byte, self.exact);
        match found.first.and_then(|byte| at(byte + self.prefix.len())) {
            Some(span) if found.times == 1 => Ok(span),
            Some(_) => Err(Problem::Ambiguous { words: words(), times: found.times }),
            None => match find(self.exact).first.and_then(at) {
                Some(span) => Err(context(text, span)),
                None => Err(Problem::NotFound { words: words(), near: None }),
            },
        }
    }

    /// The words of which [`TextSelector::place_by`] asks where they occur.
    pub fn searched(self, text: &Text) -> impl Iterator<Item = Cow<'a, str>> {
        let is_placed = self.start.is_some() || self.end.is_some();
        let agrees = || self.span(text).is_none_or(|span| text.get(span) == self.exact);
        let is_searched = !(self.exact.is_empty() || is_placed && agrees());
        let around = self.in_context();
        let around = Some(around).filter(|around| !is_placed && *around != self.exact);
        [Some(Cow::Borrowed(self.exact)), around].into_iter().flatten().filter(move |_| is_searched)
    }

    /// The words with those before and behind them.
    fn in_context(self) -> Cow<'a, str> {
        if self.prefix.is_empty() && self.suffix.is_empty() {
            return Cow::Borrowed(self.exact);
        }
        Cow::Owned([self.prefix, self.exact, self.suffix].concat())
    }

    /// The span between the offsets; one of them is enough.
    fn span(self, text: &Text) -> Option<Span> {
        let width = self.exact.chars().count() as u32;
        let start = self.start.or_else(|| self.end.and_then(|end| end.checked_sub(width)));
        let end = self.end.or_else(|| start.and_then(|start| start.checked_add(width)));
        start.zip(end).and_then(|(start, end)| text.span(start, end))
    }

    fn at_offsets(
        self,
        text: &Text,
        nearest: impl FnOnce(&str, u32) -> Option<Span>,
    ) -> Result<Span, Problem> {
        let Some(span) = self.span(text) else { return Err(Problem::OutOfRange { length: text.len() }) };
        let words = text.get(span);
        if words != self.exact {
            return Err(match nearest(self.exact, span.start()) {
                Some(at) => {
                    Problem::OffsetsDisagree { found: words.to_owned(), start: at.start(), end: at.end() }
                }
                None => Problem::NotFound { words: self.exact.to_owned(), near: None },
            });
        }
        let (before, after) = text.around(span);
        let fits = before.ends_with(self.prefix) && after.starts_with(self.suffix);
        if fits { Ok(span) } else { Err(context(text, span)) }
    }
}

/// What stands around words whose prefix or suffix is another.
fn context(text: &Text, span: Span) -> Problem {
    const SHOWN: usize = 20;
    let (before, after) = text.around(span);
    let from = before.char_indices().rev().nth(SHOWN - 1).map_or(0, |(at, _)| at);
    let to = after.char_indices().nth(SHOWN).map_or(after.len(), |(at, _)| at);
    Problem::ContextDisagrees {
        before: before.get(from..).unwrap_or_default().to_owned(),
        after: after.get(..to).unwrap_or_default().to_owned(),
    }
}
