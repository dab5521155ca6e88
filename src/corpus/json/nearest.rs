//! What of a document somebody may have meant whose words are not in it: the same words with another apostrophe, else
//! the passage with which they have most in common. It is shown beside the words and never taken for them. Each search
//! reads the document once; so much is read for one file and no more.

use super::likeness::{Difference, Folded, differences};
use super::limits;

/// What stands in the document instead of words that were not found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Near {
    /// The same words but for these differences.
    Alike(String, Vec<Difference>),
    /// The passage with which they have most in common.
    Passage(String),
}

/// Searches in one document after the other, as far as the work for a file goes.
pub struct Nearest {
    /// The document of the last search, by its position in the file, and what it looks like folded.
    folded: Option<(usize, Folded)>,
    /// Bytes that may still be read.
    left: usize,
}

impl Default for Nearest {
    fn default() -> Self {
        Nearest { folded: None, left: limits::NEAREST }
    }
}

impl Nearest {
    /// What is nearest to `words` in the text of the document at a position of the file.
    pub fn find(&mut self, words: &str, document: usize, text: &str) -> Option<Near> {
        let is_new = self.folded.as_ref().is_none_or(|(at, _)| *at != document);
        self.left = self.left.checked_sub(if is_new { text.len().saturating_mul(2) } else { text.len() })?;
        if is_new {
            self.folded = Some((document, Folded::of(text)));
        }
        let (_, folded) = self.folded.as_ref()?;
        let wanted = Folded::of(words).text;
        alike(words, &wanted, text, folded).or_else(|| passage(&wanted, text, folded))
    }
}

fn alike(words: &str, wanted: &str, text: &str, folded: &Folded) -> Option<Near> {
    if wanted.trim().is_empty() {
        return None;
    }
    let mut places = folded.text.match_indices(wanted).take(limits::NEAREST_PLACES);
    let (start, end) = places.find_map(|(at, _)| folded.origin(text, at, at + wanted.len()))?;
    let found = text.get(start..end).filter(|found| *found != words)?;
    Some(Near::Alike(around_difference(words, found), differences(words, found)))
}

/// As much of `found` as a sentence shows, so that its first difference from `words` is in it.
fn around_difference(words: &str, found: &str) -> String {
    const BEFORE: usize = 24;
    let same = words.chars().zip(found.chars()).take_while(|(a, b)| a == b).count();
    if same <= BEFORE * 2 {
        return found.to_owned();
    }
    format!("…{}", found.chars().skip(same - BEFORE).collect::<String>())
}

/// Pieces of a text, so many bytes long each, that two texts have in common.
struct Pieces {
    width: usize,
    /// In ascending order, with how often each occurs.
    all: Vec<(u32, u32)>,
    /// Whether a piece that ends in these bits may be one of them; most of a text is passed by this alone.
    maybe: Vec<bool>,
}

impl Pieces {
    fn of(words: &[u8]) -> Pieces {
        let width = if words.len() < 20 { 2 } else { 3 };
        let mut single: Vec<u32> = words.windows(width).map(piece).collect();
        single.sort_unstable();
        let mut maybe = vec![false; 1 << 16];
        let mut all: Vec<(u32, u32)> = Vec::with_capacity(single.len());
        for piece in single {
            if let Some(seen) = maybe.get_mut(piece as usize & 0xffff) {
                *seen = true;
            }
            match all.last_mut() {
                Some((known, times)) if *known == piece => *times += 1,
                _ => all.push((piece, 1)),
            }
        }
        Pieces { width, all, maybe }
    }

    fn find(&self, window: &[u8]) -> Option<usize> {
        let piece = piece(window);
        if !self.maybe.get(piece as usize & 0xffff).is_some_and(|maybe| *maybe) {
            return None;
        }
        self.all.binary_search_by_key(&piece, |(known, _)| *known).ok()
    }
}

fn piece(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |all, byte| all << 8 | u32::from(*byte))
}

impl Pieces {
    /// The bytes of a text, about as many as the words have, that have most of their pieces, if they have half of them.
    fn best(&self, text: &[u8], all: usize) -> Option<(usize, usize)> {
        let stretch = all + all / 8 + 2;
        let (mut here, mut common, mut most, mut last) = (vec![0u32; self.all.len()], 0usize, 0usize, 0usize);
        for (at, window) in text.windows(self.width).enumerate() {
            let left = at.checked_sub(stretch).and_then(|at| text.get(at..at + self.width));
            let left = left.and_then(|left| self.find(left));
            if let Some((times, (_, wanted))) = left.and_then(|at| here.get_mut(at).zip(self.all.get(at))) {
                common = common.saturating_sub(usize::from(*times <= *wanted));
                *times = times.saturating_sub(1);
            }
            let entered = self.find(window);
            if let Some((times, (_, wanted))) = entered.and_then(|at| here.get_mut(at).zip(self.all.get(at)))
            {
                *times += 1;
                common += usize::from(*times <= *wanted);
            }
            if common > most {
                (most, last) = (common, at);
                if most == all {
                    break;
                }
            }
        }
        let is_common = |at: &usize| text.get(*at..*at + self.width).is_some_and(|w| self.find(w).is_some());
        let first = ((last + 1).saturating_sub(stretch)..=last).find(is_common)?;
        (most * 2 >= all).then_some((first, last + self.width))
    }
}

/// The passage with which the words have most in common, from its first piece to its last, in whole words.
fn passage(words: &str, text: &str, folded: &Folded) -> Option<Near> {
    let words = words.trim();
    let wanted: Vec<u8> = words.bytes().take(limits::NEAREST_WORDS).collect();
    if wanted.len() < 4 {
        return None;
    }
    let pieces = Pieces::of(&wanted);
    let (first, last) = pieces.best(folded.text.as_bytes(), wanted.len() + 1 - pieces.width)?;
    let (mut from, mut to) = (folded.origin_of(first)?, folded.origin_of(last).unwrap_or(text.len()));
    if text.get(from..)?.starts_with(is_of_word) {
        let word = text.get(..from)?.chars().rev().take(WORD).take_while(|c| is_of_word(*c));
        from -= word.map(char::len_utf8).sum::<usize>();
    }
    if text.get(..to)?.ends_with(is_of_word) {
        let word = text.get(to..)?.chars().take(WORD).take_while(|c| is_of_word(*c));
        to += word.map(char::len_utf8).sum::<usize>();
    }
    let mut found = text.get(from..to)?.trim();
    if words.starts_with(char::is_alphanumeric) {
        found = found.trim_start_matches(|c: char| !c.is_alphanumeric());
    }
    if words.ends_with(char::is_alphanumeric) {
        found = found.trim_end_matches(|c: char| !c.is_alphanumeric());
    }
    (!found.is_empty()).then(|| Near::Passage(found.to_owned()))
}

/// How far a passage is made longer to end with a whole word, in letters.
const WORD: usize = 16;

/// A letter or digit of a script that puts spaces between words.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() && c < '\u{2e80}'
}
