//! A text as sentences of pieces: words, marks of punctuation, and quotations, which are one piece whatever is in them.
//! Offsets are code points.

use super::marks::{Quotation, paragraphs};
use super::words::Words;
use std::ops::Range;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub what: What,
    pub at: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Word(String),
    Mark(char),
    /// Its number.
    Quotation(usize),
}

/// The pieces between two ends of sentences, and which paragraph they stand in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    pub paragraph: usize,
    pub pieces: Vec<Piece>,
}

impl Piece {
    pub fn word(&self) -> Option<&str> {
        match &self.what {
            What::Word(word) => Some(word),
            What::Mark(_) | What::Quotation(_) => None,
        }
    }

    pub fn quotation(&self) -> Option<usize> {
        match self.what {
            What::Quotation(number) => Some(number),
            What::Word(_) | What::Mark(_) => None,
        }
    }

    pub fn is_mark(&self, marks: &str) -> bool {
        matches!(self.what, What::Mark(c) if marks.contains(c))
    }

    pub fn is_capitalised(&self) -> bool {
        self.word().is_some_and(|word| word.starts_with(char::is_uppercase))
    }
}

impl Sentence {
    /// A word, as it stands.
    pub fn word(&self, at: usize) -> Option<&str> {
        self.pieces.get(at)?.word()
    }

    pub fn is_mark(&self, at: usize, marks: &str) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.is_mark(marks))
    }
}

pub fn sentences(text: &[char], quotations: &[Quotation], words: &Words) -> Vec<Sentence> {
    let mut all = Vec::new();
    for (number, paragraph) in paragraphs(text).into_iter().enumerate() {
        let mut pieces: Vec<Piece> = Vec::new();
        let found = self::pieces(text, paragraph, quotations);
        let mut found = found.into_iter().peekable();
        while let Some(piece) = found.next() {
            pieces.push(piece);
            if found.peek().is_none_or(|next| ends_between(text, quotations, &pieces, next, words)) {
                all.push(Sentence { paragraph: number, pieces: std::mem::take(&mut pieces) });
            }
        }
    }
    all
}

fn pieces(text: &[char], paragraph: Range<usize>, quotations: &[Quotation]) -> Vec<Piece> {
    let parts = quotations
        .iter()
        .enumerate()
        .flat_map(|(number, quotation)| quotation.parts.iter().map(move |part| (number, part.whole.clone())));
    let mut parts = parts.filter(|(_, whole)| paragraph.contains(&whole.start)).peekable();
    let mut all = Vec::new();
    let mut at = paragraph.start;
    while at < paragraph.end {
        if let Some((number, whole)) = parts.next_if(|(_, whole)| whole.start <= at) {
            at = whole.end;
            all.push(Piece { what: What::Quotation(number), at: whole });
            continue;
        }
        let limit = parts.peek().map_or(paragraph.end, |(_, whole)| whole.start);
        let rest = text.get(at..limit).unwrap_or_default();
        let Some(c) = rest.first() else { break };
        let width = word_width(rest);
        if width > 0 {
            let word = rest.iter().take(width).collect();
            all.push(Piece { what: What::Word(word), at: at..at + width });
        } else if !c.is_whitespace() {
            all.push(Piece { what: What::Mark(*c), at: at..at + 1 });
        }
        at += width.max(1);
    }
    all
}

/// How far a word reaches from here: hyphens and apostrophes inside belong to it.
fn word_width(rest: &[char]) -> usize {
    let is_letter = |c: &char| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}');
    let mut width = 0;
    while let Some(c) = rest.get(width) {
        let joins = width > 0 && "'’-‐".contains(*c) && rest.get(width + 1).is_some_and(is_letter);
        if !is_letter(c) && !joins {
            break;
        }
        width += 1;
    }
    width
}

/// Whether a sentence ends before `next`.
fn ends_between(
    text: &[char],
    quotations: &[Quotation],
    before: &[Piece],
    next: &Piece,
    words: &Words,
) -> bool {
    let Some(last) = before.last() else { return false };
    let is_begin = match &next.what {
        What::Word(word) => !word.starts_with(char::is_lowercase),
        What::Quotation(_) => true,
        What::Mark(c) => "([¿¡".contains(*c),
    };
    match last.what {
        What::Mark('。' | '！' | '？') => true,
        What::Mark('.' | '!' | '?' | '…' | '؟' | '।') => {
            let shortened = before.len().checked_sub(2).and_then(|at| before.get(at)?.word());
            let is_short = |word: &str| word.chars().count() == 1 || words.abbreviations.has(word);
            is_begin && !(last.is_mark(".") && shortened.is_some_and(is_short))
        }
        What::Quotation(number) => {
            let end = quotations.get(number).and_then(|q| q.parts.last()).map_or(0, |part| part.words.end);
            let ends = end.checked_sub(1).and_then(|at| text.get(at)).is_some_and(|c| is_stop(*c));
            ends && is_begin
        }
        What::Mark(_) | What::Word(_) => false,
    }
}

/// Whether a sentence may end with this mark.
pub fn is_stop(c: char) -> bool {
    ".!?…。！？؟।".contains(c)
}
