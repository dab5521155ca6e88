//! Which stretches of a text stand in another, corrected text in the same order. Stretches are found by what begins and
//! ends both, and between that by words that each text has once; what was moved counts as taken out and put in.

use std::collections::BTreeMap;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A stretch that both texts have, in code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kept {
    pub old: u32,
    pub new: u32,
    pub length: u32,
    /// How many whole words are in it.
    words: u32,
}

/// Fewer words in a row may stand together by chance.
const WORDS: u32 = 3;
/// How often a stretch is looked through again for words that it has once.
const ROUNDS: usize = 64;

/// The stretches that the texts have in common, in order; short ones only at the beginning or end of both.
pub fn kept(old: &str, new: &str) -> Vec<Kept> {
    let (a, b) = (Pieces::of(old), Pieces::of(new));
    let mut found = Vec::new();
    let mut open = vec![(0..a.all.len(), 0..b.all.len(), 0)];
    while let Some((mut here, mut there, round)) = open.pop() {
        trim(&a, &b, &mut here, &mut there, &mut found);
        let anchors = if round < ROUNDS { common_once(&a, &b, &here, &there) } else { Vec::new() };
        if anchors.is_empty() {
            found.extend(ends(&a, &b, &here, &there));
            continue;
        }
        let (mut from, mut from_there) = (here.start, there.start);
        for (at, at_there) in anchors {
            open.push((from..at, from_there..at_there, round + 1));
            found.extend(a.same(&b, at, at_there));
            (from, from_there) = (at + 1, at_there + 1);
        }
        open.push((from..here.end, from_there..there.end, round + 1));
    }
    found.sort_unstable();
    let is_anchored = |kept: &Kept| {
        let begins = kept.old == 0 && kept.new == 0;
        let ends = kept.old + kept.length == a.length && kept.new + kept.length == b.length;
        kept.words >= WORDS || begins || ends
    };
    joined(found).into_iter().filter(is_anchored).collect()
}

/// A text in words and what is between them.
struct Pieces<'a> {
    /// Each with the code point at which it begins.
    all: Vec<(u32, &'a str)>,
    length: u32,
}

impl<'a> Pieces<'a> {
    fn of(text: &'a str) -> Pieces<'a> {
        let mut length = 0;
        let all = text.split_word_bounds().map(|piece| {
            let start = length;
            length += piece.chars().count() as u32;
            (start, piece)
        });
        Pieces { all: all.collect(), length }
    }

    fn piece(&self, at: usize) -> Option<&'a str> {
        self.all.get(at).map(|(_, piece)| *piece)
    }

    /// The code point at which a piece begins, or the text ends.
    fn start(&self, at: usize) -> u32 {
        self.all.get(at).map_or(self.length, |(start, _)| *start)
    }

    /// The piece at `at` as it stands in another text at `there`.
    fn same(&self, other: &Pieces, at: usize, there: usize) -> Option<Kept> {
        let (old, piece) = self.all.get(at)?;
        let length = piece.chars().count() as u32;
        Some(Kept { old: *old, new: other.start(there), length, words: u32::from(is_word(piece)) })
    }
}

fn is_word(piece: &str) -> bool {
    piece.chars().any(char::is_alphanumeric)
}

/// Takes the pieces that two stretches begin and end with.
fn trim(a: &Pieces, b: &Pieces, here: &mut Range<usize>, there: &mut Range<usize>, found: &mut Vec<Kept>) {
    let is_left =
        |here: &Range<usize>, there: &Range<usize>| here.start < here.end && there.start < there.end;
    while is_left(here, there) && a.piece(here.start) == b.piece(there.start) {
        found.extend(a.same(b, here.start, there.start));
        (here.start, there.start) = (here.start + 1, there.start + 1);
    }
    while is_left(here, there) && a.piece(here.end - 1) == b.piece(there.end - 1) {
        (here.end, there.end) = (here.end - 1, there.end - 1);
        found.extend(a.same(b, here.end, there.end));
    }
}

/// Where words stand that each of two stretches has once: as many as stand in the same order in both.
fn common_once(a: &Pieces, b: &Pieces, here: &Range<usize>, there: &Range<usize>) -> Vec<(usize, usize)> {
    let mut seen: BTreeMap<&str, [Times; 2]> = BTreeMap::new();
    for (text, (pieces, range)) in [(a, here), (b, there)].into_iter().enumerate() {
        let words = pieces.all.iter().enumerate().skip(range.start).take(range.len());
        for (at, (_, word)) in words.filter(|(_, (_, piece))| is_word(piece)) {
            if let Some(times) = seen.entry(word).or_default().get_mut(text) {
                *times = if *times == Times::Never { Times::Once(at) } else { Times::Often };
            }
        }
    }
    let once = seen.into_values().filter_map(|times| match times {
        [Times::Once(here), Times::Once(there)] => Some((here, there)),
        _ => None,
    });
    let mut once: Vec<(usize, usize)> = once.collect();
    once.sort_unstable();
    in_same_order(&once)
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Times {
    #[default]
    Never,
    Once(usize),
    Often,
}

/// Of pairs in the order of their first, as many as possible that are in the order of their second, too.
fn in_same_order(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // By how many stand in order up to it: the pair with the smallest second, and for every pair the one before it.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    let second = |at: usize| pairs.get(at).map_or(0, |(_, second)| *second);
    for (at, (_, wanted)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| second(*end) < *wanted);
        before.push(length.checked_sub(1).and_then(|last| ends.get(last)).copied());
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let last = ends.last().copied();
    let chain = std::iter::successors(last, |at| before.get(*at).copied().flatten());
    let mut found: Vec<(usize, usize)> = chain.filter_map(|at| pairs.get(at).copied()).collect();
    found.reverse();
    found
}

/// The code points that two stretches without a common piece begin and end with.
fn ends(a: &Pieces, b: &Pieces, here: &Range<usize>, there: &Range<usize>) -> [Kept; 2] {
    let points = |pieces: &Pieces, range: &Range<usize>| -> Vec<char> {
        let range = pieces.all.iter().skip(range.start).take(range.len());
        range.flat_map(|(_, piece)| piece.chars()).collect()
    };
    let (old, new) = (points(a, here), points(b, there));
    let front = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - front;
    let back = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let (front, back) = (front as u32, back as u32);
    let (old, new) = (a.start(here.end) - back, b.start(there.end) - back);
    [
        Kept { old: a.start(here.start), new: b.start(there.start), length: front, words: 0 },
        Kept { old, new, length: back, words: 0 },
    ]
}

/// Stretches that follow each other in both texts as one.
fn joined(all: Vec<Kept>) -> Vec<Kept> {
    let mut found: Vec<Kept> = Vec::with_capacity(all.len());
    for next in all.into_iter().filter(|kept| kept.length > 0) {
        match found.last_mut() {
            Some(last) if last.old + last.length == next.old && last.new + last.length == next.new => {
                last.length += next.length;
                last.words += next.words;
            }
            _ => found.push(next),
        }
    }
    found
}
