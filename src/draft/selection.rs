//! From what somebody selected to words of a statement: whole characters, without the spaces and quotation marks at the
//! ends, singled out. The marks decide what kind of speech is proposed, and nothing else.

use super::single_out::single_out;
use crate::corpus::raw::{self, QuotedWords, Token};
use crate::corpus::{Kind, PartRole, Span, Text};
use unicode_segmentation::UnicodeSegmentation;

/// Selected words, as the file may hold them.
#[derive(Debug, Clone, PartialEq)]
pub struct Selection {
    pub span: Span,
    /// `Direct` where quotation marks stand around the words, else `Indirect`.
    pub kind: Kind,
    pub words: raw::TextSelector,
}

impl Selection {
    /// What was selected from code point `start` to `end`, which is not part of it; `None` where no words are.
    pub fn of(text: &Text, start: u32, end: u32) -> Option<Selection> {
        let selected = text.whole_characters(start.min(end), start.max(end).min(text.len()))?;
        let characters: Vec<&str> = text.get(selected).graphemes(true).collect();
        let paragraph = paragraph_before(text, selected);
        let (from, to) = bare(&characters, paragraph);
        let points = |characters: Option<&[&str]>| -> u32 {
            let characters = characters.unwrap_or_default().iter();
            characters.map(|character| character.chars().count() as u32).sum()
        };
        let start = selected.start() + points(characters.get(..from));
        let span = text.span(start, start + points(characters.get(from..to)))?;
        Some(Selection::exactly(text, span))
    }

    /// These words and no others, whatever stands at their ends.
    pub fn exactly(text: &Text, span: Span) -> Selection {
        let kind = if stands_in_marks(text, span) { Kind::Direct } else { Kind::Indirect };
        Selection { span, kind, words: single_out(text, span) }
    }

    /// As a span of a statement.
    pub fn quoted_words(&self) -> QuotedWords {
        let raw::TextSelector { exact, prefix, suffix, start, end, .. } = self.words.clone();
        QuotedWords { exact, prefix, suffix, start, end, lang: None, quoted: None }
    }

    /// As a part of the document's structure.
    pub fn part(&self, role: PartRole) -> raw::Part {
        let raw::TextSelector { exact, prefix, suffix, start, end, .. } = self.words.clone();
        raw::Part { role: Token(role), exact, prefix, suffix, start, end }
    }
}

/// Quotation marks that open and close together, in any language.
const PAIRS: &str =
    "“” „“ „” ”” ‟” «» »« »» ‹› ›‹ ›› ‘’ ‚‘ ‚’ ’’ ‛’ 「」 『』 ｢｣ 〝〞 〝〟 \"\" '' ＂＂ ＇＇";

fn is_pair(open: char, close: char) -> bool {
    PAIRS.split(' ').any(|pair| pair.chars().eq([open, close]))
}

/// The quotation mark that a character is.
fn mark(character: &str) -> Option<char> {
    let mut points = character.chars();
    points.next().filter(|point| points.next().is_none() && *point != ' ' && PAIRS.contains(*point))
}

fn is_space(character: &str) -> bool {
    character
        .chars()
        .all(|point| point.is_whitespace() || matches!(point, '\u{200b}' | '\u{2060}' | '\u{feff}'))
}

/// The first and the last character but one of what was selected, without spaces and marks at its ends. A mark stays
/// whose partner is among the words, and an apostrophe at their end.
fn bare(characters: &[&str], paragraph: &str) -> (usize, usize) {
    let (mut from, mut to) = (0, characters.len());
    loop {
        let rest = characters.get(from..to).unwrap_or_default();
        let (Some(first), Some(last)) = (rest.first(), rest.last()) else { return (from, to) };
        if is_space(first) {
            from += 1;
            continue;
        }
        if is_space(last) {
            to -= 1;
            continue;
        }
        let pairs = pair_up(rest).pairs;
        let end = rest.len() - 1;
        let opened = pairs.iter().find(|(open, _)| *open == 0);
        match (mark(first), opened) {
            (Some(_), Some((_, close))) if *close == end => {
                from += 1;
                to -= 1;
                continue;
            }
            (Some(_), None) => {
                from += 1;
                continue;
            }
            _ => {}
        }
        let has_partner = pairs.iter().any(|(_, close)| *close == end);
        if mark(last).is_some() && !has_partner && !is_apostrophe(rest, paragraph) {
            to -= 1;
            continue;
        }
        return (from, to);
    }
}

/// Whether the mark at the end of the words is no quotation mark: it stands right behind a letter, or a digit if it
/// stands for inches, and nothing before it in the paragraph is closed by it.
fn is_apostrophe(words: &[&str], paragraph: &str) -> bool {
    let Some((last, before)) = words.split_last() else { return false };
    let stands_behind = |is_of_word: fn(char) -> bool| {
        before.last().and_then(|character| character.chars().next()).is_some_and(is_of_word)
    };
    let is_of_word = match mark(last) {
        Some('\'' | '’') => stands_behind(char::is_alphanumeric),
        Some('"') => stands_behind(|point| point.is_ascii_digit()),
        _ => false,
    };
    is_of_word && {
        let close = mark(last).unwrap_or_default();
        let all: Vec<&str> = paragraph.graphemes(true).chain(before.iter().copied()).collect();
        !pair_up(&all).open.into_iter().any(|open| is_pair(open, close))
    }
}

/// Whether quotation marks open right before a span and close right behind it, but for spaces.
fn stands_in_marks(text: &Text, span: Span) -> bool {
    let Some(close) = text.around(span).1.trim_start().chars().next() else { return false };
    let before: Vec<&str> = paragraph_before(text, span).trim_end().graphemes(true).collect();
    let open = before.last().and_then(|character| mark(character));
    open.is_some_and(|open| is_pair(open, close) && pair_up(&before).open.last() == Some(&open))
}

/// What stands before a span in its paragraph, as far as marks are likely to reach.
fn paragraph_before(text: &Text, span: Span) -> &str {
    const FURTHEST: u32 = 4000;
    let near = text.span(span.start().saturating_sub(FURTHEST), span.start());
    near.map_or("", |near| text.get(near)).rsplit('\n').next().unwrap_or_default()
}

/// The quotation marks of some text: by position, which close which, and which stay open, the innermost last.
struct Marks {
    pairs: Vec<(usize, usize)>,
    open: Vec<char>,
}

fn pair_up(characters: &[&str]) -> Marks {
    let mut pairs = Vec::new();
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, character) in characters.iter().enumerate() {
        let Some(found) = mark(character).filter(|_| !is_in_word(characters, at)) else { continue };
        match open.iter().rposition(|(_, known)| is_pair(*known, found)) {
            Some(partner) => {
                let begin = open.get(partner).map_or(at, |(begin, _)| *begin);
                pairs.push((begin, at));
                open.truncate(partner);
            }
            None => open.push((at, found)),
        }
    }
    Marks { pairs, open: open.into_iter().map(|(_, mark)| mark).collect() }
}

/// Whether a letter or digit stands on both sides, as at the apostrophe of “don't”.
fn is_in_word(characters: &[&str], at: usize) -> bool {
    let is_of_word = |at: Option<usize>| {
        let point = at.and_then(|at| characters.get(at)?.chars().next());
        point.is_some_and(char::is_alphanumeric)
    };
    is_of_word(at.checked_sub(1)) && is_of_word(at.checked_add(1))
}
