//! Words of the file become a place in a text, exactly or not at all: never the nearest similar ones.

use super::problem::Problem;
use super::raw;
use crate::corpus::text::{Span, Text};

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

impl TextSelector<'_> {
    /// The one place where these words stand. What is given besides them must agree, needed or not.
    pub fn place(self, text: &Text) -> Result<Span, Problem> {
        if self.exact.is_empty() {
            return Err(Problem::Empty);
        }
        if self.start.is_some() || self.end.is_some() {
            return self.at_offsets(text);
        }
        let (mut first, mut fitting, mut found) = (None, 0, None);
        for span in text.find(self.exact) {
            first = first.or(Some(span));
            if self.fits(text, span) {
                fitting += 1;
                found = Some(span);
            }
        }
        match (first, fitting, found) {
            (None, ..) => Err(Problem::NotFound { words: self.exact.to_owned(), near: None }),
            (Some(span), 0, _) => Err(context(text, span)),
            (_, 1, Some(span)) => Ok(span),
            _ => Err(Problem::Ambiguous { words: self.exact.to_owned(), times: fitting }),
        }
    }

    fn at_offsets(self, text: &Text) -> Result<Span, Problem> {
        let width = self.exact.chars().count() as u32;
        let start = self.start.or_else(|| self.end.and_then(|end| end.checked_sub(width)));
        let end = self.end.or_else(|| start.and_then(|start| start.checked_add(width)));
        let span = start.zip(end).and_then(|(start, end)| text.span(start, end));
        let Some(span) = span else { return Err(Problem::OutOfRange { length: text.len() }) };
        let words = text.get(span);
        if words != self.exact {
            let nearest = text.find(self.exact).min_by_key(|at| at.start().abs_diff(span.start()));
            return Err(match nearest {
                Some(at) => {
                    Problem::OffsetsDisagree { found: words.to_owned(), start: at.start(), end: at.end() }
                }
                None => Problem::NotFound { words: self.exact.to_owned(), near: None },
            });
        }
        if self.fits(text, span) { Ok(span) } else { Err(context(text, span)) }
    }

    fn fits(self, text: &Text, span: Span) -> bool {
        if self.prefix.is_empty() && self.suffix.is_empty() {
            return true;
        }
        let (before, after) = text.around(span);
        before.ends_with(self.prefix) && after.starts_with(self.suffix)
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
