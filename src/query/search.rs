//! What a reader looks for, and where it stands. Words that are typed beside each other are looked for each by itself,
//! and all of them have to occur; words in quotation marks are one phrase.

use super::fold::{GAP, fold, fold_char, is_in_word};
use crate::corpus::{Span, Text};
use std::cell::RefCell;

/// A search as it was typed: words and phrases, folded once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle(Vec<String>);

/// What is looked for in more words than this is looked for anew at each letter.
const MOST_COMPARED: usize = 50;

/// The folded words of all statements, and which of them had what was looked for last.
#[derive(Debug)]
pub(super) struct FoldedWords {
    of_each: Vec<String>,
    last: RefCell<Option<(Needle, Vec<bool>)>>,
}

impl FoldedWords {
    pub fn new(of_each: impl Iterator<Item = String>) -> FoldedWords {
        FoldedWords { of_each: of_each.collect(), last: RefCell::default() }
    }

    /// In which statements all that is looked for stands. Whoever types on is answered from what was found before.
    pub fn statements_with(&self, needle: Needle) -> Vec<bool> {
        let before = self.last.take().filter(|(before, _)| needle.narrows(before));
        let mut found = before.map_or_else(|| vec![true; self.of_each.len()], |(_, found)| found);
        for (is_found, words) in found.iter_mut().zip(&self.of_each).filter(|(is_found, _)| **is_found) {
            *is_found = needle.is_in(words);
        }
        self.last.replace(Some((needle, found.clone())));
        found
    }
}

/// A place where one of the words stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    pub span: Span,
    /// Whether it is a whole word there, and not a part of one.
    pub is_whole: bool,
}

/// What is looked for without the marks by which a sentence ends in scripts that do not end one by ASCII's: a chat takes
/// them into a link.
fn without_end_of_sentence(words: &str) -> &str {
    let bare = words.trim_end_matches(|c| "。、，！？；：」』】）।॥؟،؛۔…".contains(c));
    if bare.is_empty() { words } else { bare }
}

impl Needle {
    /// The needle, or `None` when nothing is left to look for.
    pub fn new(typed: &str) -> Option<Needle> {
        let mut terms: Vec<String> = Vec::new();
        let folded = fold(typed);
        let mut rest = without_end_of_sentence(folded.trim());
        while !rest.is_empty() {
            let (term, after) = phrase(rest).or_else(|| rest.split_once(' ')).unwrap_or((rest, ""));
            let term = term.trim();
            if !term.is_empty() && terms.iter().all(|known| known != term) {
                terms.push(term.to_owned());
            }
            rest = after.trim();
        }
        (!terms.is_empty()).then_some(Needle(terms))
    }

    /// Whether all that is looked for lies within the words of one statement, as [`folded_words`] folded them.
    pub(super) fn is_in(&self, folded: &str) -> bool {
        self.0.iter().all(|term| find(folded, term, 0).is_some())
    }

    /// Whether every statement that has all of this has all of `before`: each of its words is part of one of these.
    fn narrows(&self, before: &Needle) -> bool {
        let is_part = |word: &String| self.0.iter().any(|longer| find(longer, word, 0).is_some());
        before.0.len() <= MOST_COMPARED && before.0.iter().all(is_part)
    }

    /// Every place of a text where one of the words stands, in reading order, none overlapping; none where one of them
    /// is missing.
    pub fn hits(&self, text: &Text) -> Vec<Hit> {
        self.hits_in(text, &Folded::of(text))
    }

    /// The same in a text that was folded before.
    pub fn hits_in(&self, text: &Text, folded: &Folded) -> Vec<Hit> {
        if !self.is_in(&folded.words) {
            return Vec::new();
        }
        let mut hits = Vec::new();
        // Where each word stands next.
        let mut ahead = vec![(0, 0); self.0.len()];
        let mut from = 0;
        loop {
            // Where two words overlap, the longer of those that begin first stands for both.
            let mut next = (usize::MAX, 0);
            for (term, (start, end)) in self.0.iter().zip(&mut ahead) {
                if *end == 0 || *start < from {
                    *start = find(&folded.words, term, from).unwrap_or(usize::MAX);
                    *end = start.saturating_add(term.len());
                }
                if *start < next.0 || *start == next.0 && *end > next.1 {
                    next = (*start, *end);
                }
            }
            if next.0 == usize::MAX {
                return hits;
            }
            // Two letters of a ligature are one place.
            let hit = folded.hit(text, next.0, next.1);
            let reached = hits.last().map_or(0, |hit: &Hit| hit.span.end());
            hits.extend(hit.filter(|hit| hit.span.start() >= reached));
            from = next.1;
        }
    }
}

/// The phrase in quotation marks with which the words begin, and what comes after it. A mark closes where a word may end.
/// A double one that is not closed yet reaches to the end: the reader is still typing. A single one may be an apostrophe.
fn phrase(folded: &str) -> Option<(&str, &str)> {
    let mark = folded.get(..1).filter(|mark| *mark == "\"" || *mark == "'")?;
    let inside = folded.get(1..)?;
    let mut from = 0;
    while let Some(end) = find(inside, mark, from) {
        let after = inside.get(end + 1..)?;
        if !after.starts_with(is_in_word) {
            return Some((inside.get(..end)?, after));
        }
        from = end + 1;
    }
    (mark == "\"").then_some((inside, ""))
}

/// Where a word stands next. The standard library's search is large; the page has it once.
#[inline(never)]
fn find(words: &str, word: &str, from: usize) -> Option<usize> {
    Some(from + words.get(from..)?.find(word)?)
}

/// A text as it is searched, and for each of its bytes the code point of the text that it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Folded {
    words: String,
    origins: Vec<u32>,
}

impl Folded {
    pub fn of(text: &Text) -> Folded {
        let text = text.as_str();
        let mut words = String::with_capacity(text.len());
        let mut origins = Vec::with_capacity(text.len());
        for (point, c) in text.chars().enumerate() {
            fold_char(c, &mut words);
            origins.resize(words.len(), point as u32);
        }
        Folded { words, origins }
    }

    /// The place in the text that these bytes came from, with the marks on its last letter.
    fn hit(&self, text: &Text, start: usize, end: usize) -> Option<Hit> {
        let first = *self.origins.get(start)?;
        let last = *self.origins.get(end.checked_sub(1)?)?;
        let next = self.origins.get(end).copied().unwrap_or(text.len());
        let (before, words, after) =
            (self.words.get(..start)?, self.words.get(start..end)?, self.words.get(end..)?);
        let joins = |a: Option<char>, b: Option<char>| a.is_some_and(is_in_word) && b.is_some_and(is_in_word);
        let is_part = joins(before.chars().next_back(), words.chars().next())
            || joins(words.chars().next_back(), after.chars().next());
        Some(Hit { span: text.span(first, next.max(last + 1))?, is_whole: !is_part })
    }
}

/// The words of a statement, folded; nothing is found across two of its spans.
pub(super) fn folded_words<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut all = String::new();
    for span in words {
        all.push_str(fold(span).trim());
        all.push(GAP);
    }
    all
}
