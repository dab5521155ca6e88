//! What has to stand beside words of a text so that they are found at one place and no other.

use crate::corpus::raw;
use crate::corpus::{Span, Text, TextSelector};
use unicode_segmentation::UnicodeSegmentation;

/// How many code points a prefix or suffix may need; where it would need more, offsets are given.
const LONGEST: usize = 200;

/// The words at a span, singled out: alone if they occur once, else by the shorter of a prefix and a suffix in whole
/// words, else by their offsets.
pub fn single_out(text: &Text, span: Span) -> raw::TextSelector {
    let exact = text.get(span);
    let plain = raw::TextSelector { exact: exact.to_owned(), ..Default::default() };
    let (before, after) = text.around(span);
    let (mut in_front, mut behind, mut is_alone) = (0, 0, true);
    for other in text.find(exact).filter(|other| *other != span) {
        let (before_other, after_other) = text.around(other);
        in_front = in_front.max(alike(before.chars().rev(), before_other.chars().rev()));
        behind = behind.max(alike(after.chars(), after_other.chars()));
        is_alone = false;
    }
    if is_alone {
        return plain;
    }
    let prefix = whole_words(before.split_word_bounds().rev(), in_front);
    let prefix = prefix.map(|pieces| pieces.into_iter().rev().collect::<String>());
    let suffix = whole_words(after.split_word_bounds(), behind).map(|pieces| pieces.concat());
    let length = |words: &Option<String>| words.as_ref().map_or(usize::MAX, |words| words.chars().count());
    let found = if length(&suffix) < length(&prefix) {
        raw::TextSelector { suffix: suffix.unwrap_or_default(), ..plain.clone() }
    } else {
        raw::TextSelector { prefix: prefix.unwrap_or_default(), ..plain.clone() }
    };
    match TextSelector::from(&found).place(text) {
        Ok(place) if place == span => found,
        _ => raw::TextSelector { start: Some(span.start()), end: Some(span.end()), ..plain },
    }
}

/// How many code points two texts have in common from here on, as far as it matters.
fn alike(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take(LONGEST).take_while(|(a, b)| a == b).count()
}

/// The first pieces that are more than so many code points and end with a word; `None` when there are not so many.
fn whole_words<'a>(pieces: impl Iterator<Item = &'a str>, common: usize) -> Option<Vec<&'a str>> {
    if common >= LONGEST {
        return None;
    }
    let (mut taken, mut length) = (Vec::new(), 0);
    for piece in pieces {
        taken.push(piece);
        length += piece.chars().count();
        if length > common && !piece.trim().is_empty() {
            return Some(taken);
        }
    }
    (length > common).then_some(taken)
}
