//! What stands around a statement's words: about a line before and a line after, cut between words.

use crate::corpus::{Corpus, Span, Statement, Text};

/// How much of a line, in code points.
const LINE: u32 = 90;
/// How far a cut may move to find the end of a word; scripts without spaces are cut where they are.
const REACH: usize = 24;

/// The words before the first and after the last span of a statement, where there are any.
pub fn surroundings(corpus: &Corpus, statement: &Statement) -> (Option<Span>, Option<Span>) {
    let text = &corpus.documents[statement.document].text;
    let start = statement.start();
    let end = statement.spans.iter().map(|words| words.span.end()).max().unwrap_or(start);
    (before(text, start, LINE), after(text, end, LINE))
}

/// What stands around one place of a text.
pub fn around(text: &Text, place: Span, most: u32) -> (Option<Span>, Option<Span>) {
    (before(text, place.start(), most), after(text, place.end(), most))
}

fn before(text: &Text, end: u32, most: u32) -> Option<Span> {
    let from = end.saturating_sub(most);
    let span = text.span(from, end)?;
    if from == 0 {
        return Some(span);
    }
    let cut = text.get(span).chars().take(REACH).position(char::is_whitespace);
    text.span(from + cut.map_or(0, |at| at as u32 + 1), end)
}

fn after(text: &Text, start: u32, most: u32) -> Option<Span> {
    let to = (start + most).min(text.len());
    let span = text.span(start, to)?;
    if to == text.len() {
        return Some(span);
    }
    let cut = text.get(span).chars().rev().take(REACH).position(char::is_whitespace);
    text.span(start, to - cut.map_or(0, |at| at as u32 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_is_cut_between_words_where_there_are_any() {
        for (text, place, most, words) in [
            ("one two three four five", (8, 13), 6, ("two ", " four")),
            ("one two three", (0, 3), 50, ("", " two three")),
            ("東京の市長は路線を支持した", (4, 6), 3, ("京の市", "路線を")),
            ("ab", (0, 2), 5, ("", "")),
        ] {
            let text = Text::new(text.to_owned());
            let place = text.span(place.0, place.1);
            let found = place.map(|place| around(&text, place, most)).unwrap_or_default();
            let get = |span: Option<Span>| span.map_or("", |span| text.get(span));
            assert_eq!((get(found.0), get(found.1)), words);
        }
    }
}
