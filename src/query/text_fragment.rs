//! Where a statement's words stand in the original: the text directive that makes a browser scroll to them
//! (`#:~:text=prefix-,start,end,-suffix`). It begins and ends between words, names what stands around them,
//! and is long enough to be found once. The live page may differ from our text: what is named here may be
//! missing there, and then a browser shows the page from its top.

use super::fold::fold;
use super::text_runs::Block;
use crate::corpus::{Span, Statement, Text};
use crate::route::encode;

/// More characters than this are named by their ends alone.
const LONG: u32 = 300;
/// Words before and after, and the least of each end.
const FEW: usize = 3;
/// Words after which no more are added, whether or not they are found once.
const MANY: usize = 24;

/// The directive of a statement, without the `#:~:` in front: one `text=` a span. `blocks` are those of its
/// document: nothing before, after, or at an end reaches across one. Empty where the spans hold no words.
pub fn text_fragment(text: &Text, blocks: &[Block], statement: &Statement) -> String {
    let page = PageKind { text, folded: fold(text.as_str()) };
    let mut out = String::new();
    let mut covered = 0;
    for piece in &statement.spans {
        // Where two spans share a word, the first has it.
        let (from, to) = (piece.span.start().max(covered), piece.span.end());
        let said = |word: &Word| word.start >= covered && word.end > from && word.start < to;
        let mut ends: Option<(Paragraph, Paragraph)> = None;
        for block in blocks.iter().filter_map(|block| extent(text, block)) {
            if block.end() <= from || to <= block.start() {
                continue;
            }
            let words = words(text, block);
            // A vowel sign is nothing by itself to whoever searches: its letter comes along.
            let is_sign = |word: &Word| fold(page.get(word.start, word.end)).is_empty();
            let first = words.iter().position(said).map(|at| {
                let signs = words.iter().take(at + 1).rev().take_while(|word| is_sign(word)).count();
                at.saturating_sub(signs)
            });
            let last = words
                .iter()
                .rposition(said)
                .map(|at| at + words.iter().skip(at + 1).take_while(|word| is_sign(word)).count());
            if let (Some(first), Some(last)) = (first, last) {
                let first = ends.map_or_else(|| (words.clone(), first), |(first, _)| first);
                ends = Some((first, (words, last)));
            }
        }
        if let Some((first, last)) = ends {
            covered = page.name(&first, &last, &mut out);
        }
    }
    out
}

/// The words of a paragraph, and one of them: that with which the statement begins or ends there.
type Paragraph = (Vec<Word>, usize);

struct PageKind<'a> {
    text: &'a Text,
    folded: String,
}

impl PageKind<'_> {
    /// Appends the name of what goes from the one word to the other, and says where that ends.
    fn name(&self, (first, i): &Paragraph, (last, j): &Paragraph, out: &mut String) -> u32 {
        let (start, end) = (edge(first, *i).start, edge(last, *j).end);
        let (mut before, mut after) = (back(first, *i, FEW), ahead(last, *j, FEW));
        let range = self.ends((first, *i, before), (last, *j, after));
        if range.is_none() {
            let few = (before, after);
            let mut added = 0;
            while !self.once(&self.folded, edge(first, before).start, edge(last, after).end) {
                let more = (back(first, before, 1), ahead(last, after, 1));
                if more == (before, after) || added == MANY {
                    // More words do not help.
                    (before, after) = few;
                    break;
                }
                (before, after) = more;
                added += 1;
            }
        }
        out.push_str(if out.is_empty() { "text=" } else { "&text=" });
        if before < *i {
            self.put(edge(first, before).start, start, out);
            out.push_str("-,");
        }
        match range {
            Some((until, since)) => {
                self.put(start, until, out);
                out.push(',');
                self.put(since, end, out);
            }
            None => self.put(start, end, out),
        }
        if after > *j {
            out.push_str(",-");
            self.put(end, edge(last, after).end, out);
        }
        end
    }

    /// Where the first words end and the last words begin, if those alone are to be named. Each is the index
    /// of a word with the index of what is named before or after it.
    fn ends(
        &self,
        (first, i, before): (&[Word], usize, usize),
        (last, j, after): (&[Word], usize, usize),
    ) -> Option<(u32, u32)> {
        let (start, end) = (edge(first, i).start, edge(last, j).end);
        let same = edge(first, 0).start == edge(last, 0).start;
        if same && end - start <= LONG {
            return None;
        }
        let (mut a, mut b) = (ahead(first, i, FEW - 1), back(last, j, FEW - 1));
        let (most, least) = if same { (i + (j - i) / 2, i + (j - i) / 2 + 1) } else { (first.len() - 1, 0) };
        let more = |a: usize| a < most && a - i < MANY;
        while more(a) && !self.once(&self.folded, edge(first, before).start, edge(first, a).end) {
            a = ahead(first, a, 1);
        }
        // What is sought after the first words must not come before the last words; where those cannot grow,
        // the first ones do.
        let context = edge(last, after).end;
        let until = loop {
            let until = edge(first, a).end;
            let rest = fold(self.get(until, context));
            while b > least && j - b < MANY && !self.once(&rest, edge(last, b).start, context) {
                b = back(last, b, 1);
            }
            if !more(a) || self.once(&rest, edge(last, b).start, context) {
                break until;
            }
            a = ahead(first, a, 1);
        };
        // So few and so long words that the ends meet: then all are named.
        let since = edge(last, b).start;
        (until < since).then_some((until, since))
    }

    fn get(&self, from: u32, to: u32) -> &str {
        self.text.span(from, to).map_or("", |span| self.text.get(span))
    }

    /// Whether a stretch of the text occurs once in what was folded.
    fn once(&self, folded: &str, from: u32, to: u32) -> bool {
        let sought = fold(self.get(from, to));
        let Some(at) = folded.find(&sought) else { return false };
        let next = at + sought.chars().next().map_or(1, char::len_utf8);
        folded.get(next..).is_none_or(|rest| rest.find(&sought).is_none())
    }

    /// Appends a stretch of the text: percent-coded, `-` as well, every run of white space as one space.
    fn put(&self, from: u32, to: u32, out: &mut String) {
        for (i, word) in self.get(from, to).split_whitespace().enumerate() {
            if i > 0 {
                out.push_str("%20");
            }
            for (i, part) in word.split('-').enumerate() {
                if i > 0 {
                    out.push_str("%2D");
                }
                encode(part, out);
            }
        }
    }
}

/// A run of letters and digits, in code points.
#[derive(Clone, Copy, Default)]
struct Word {
    start: u32,
    end: u32,
    /// Nothing stands between it and the word before: a script has no spaces. Only a dictionary, which
    /// browsers have and we do not, knows whether a word ends there; so nothing but a statement's own words does.
    joined: bool,
}

fn edge(words: &[Word], at: usize) -> Word {
    words.get(at).copied().unwrap_or_default()
}

/// So many words back, and on to where a word surely begins.
fn back(words: &[Word], at: usize, count: usize) -> usize {
    let mut at = at.saturating_sub(count);
    while at > 0 && edge(words, at).joined {
        at -= 1;
    }
    at
}

/// So many words ahead, and on to where a word surely ends.
fn ahead(words: &[Word], at: usize, count: usize) -> usize {
    let mut at = (at + count).min(words.len().saturating_sub(1));
    while edge(words, at + 1).joined {
        at += 1;
    }
    at
}

fn extent(text: &Text, block: &Block) -> Option<Span> {
    text.span(block.runs.first()?.span.start(), block.runs.last()?.span.end())
}

fn words(text: &Text, within: Span) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    // The two characters before.
    let (mut last, mut earlier) = (' ', ' ');
    let mut dense = false;
    for (c, at) in text.get(within).chars().zip(within.start()..) {
        let end = words.last().map_or(u32::MAX, |word| word.end);
        let (letter, alone) = (is_letter(c), stands_alone(c));
        // "don’t", "nato.int" and "40,000" are one word.
        let joint = "'’.:·".contains(last) || last == ',' && earlier.is_numeric() && c.is_numeric();
        let joined = end == at || letter && joint && end.checked_add(1) == Some(at);
        let goes_on = joined && if letter { !alone && !dense } else { is_mark(c) };
        if let Some(word) = words.last_mut().filter(|_| goes_on) {
            word.end = at + 1;
        } else if letter {
            words.push(Word { start: at, end: at + 1, joined });
            dense = alone;
        }
        (earlier, last) = (last, c);
    }
    words
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Letters of scripts that put no spaces between words: each counts as a word of its own.
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3005}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
        && c.is_alphanumeric()
}

/// What belongs to the letter before it and is no letter itself: accents, vowel signs, joiners.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{900}'..='\u{963}'
        | '\u{971}'..='\u{df3}' | '\u{e31}'..='\u{e4e}' | '\u{eb1}'..='\u{ece}' | '\u{102b}'..='\u{103e}'
        | '\u{17b4}'..='\u{17d3}' | '\u{1dc0}'..='\u{1dff}' | '\u{200b}'..='\u{200d}' | '\u{2060}'
        | '\u{20d0}'..='\u{20ff}' | '\u{3099}'..='\u{309a}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}
