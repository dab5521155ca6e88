//! Every place at which words stand in a text, overlapping ones included, in the time of text and words together
//! however alike their letters are.

/// How often words occur in a text, and the byte at which they first do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Occurrences {
    pub times: usize,
    pub first: Option<usize>,
}

impl Occurrences {
    pub fn of(words: &str, text: &str) -> Occurrences {
        let mut places = Places::of(words, text);
        let first = places.next();
        Occurrences { times: usize::from(first.is_some()) + places.count(), first }
    }
}

/// The bytes at which words begin in a text. Most words occur once, and are found by the quick search of the standard
/// library. Behind a place they may overlap with the next: from there on letters are compared as by Knuth, Morris and
/// Pratt, until nothing of the words stands before the next letter.
pub struct Places<'a> {
    text: &'a str,
    words: &'a str,
    /// The byte that is read next, and how many bytes before it are the beginning of the words.
    from: usize,
    matched: usize,
    /// For each beginning of the words how long a shorter one it ends with; made at the first place.
    borders: Vec<u32>,
}

impl<'a> Places<'a> {
    pub fn of(words: &'a str, text: &'a str) -> Places<'a> {
        Places { text, words, from: 0, matched: 0, borders: Vec::new() }
    }

    /// The place of words that end at a byte.
    fn ended(&mut self, end: usize) -> usize {
        if self.borders.is_empty() {
            self.borders = borders(self.words.as_bytes());
        }
        self.from = end;
        self.matched = border(&self.borders, self.words.len());
        end - self.words.len()
    }
}

impl Iterator for Places<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let words = self.words.as_bytes();
        if words.is_empty() {
            return None;
        }
        while self.matched > 0 {
            let byte = *self.text.as_bytes().get(self.from)?;
            self.from += 1;
            self.matched = extended(&self.borders, words, self.matched, byte);
            if self.matched == words.len() {
                return Some(self.ended(self.from));
            }
        }
        while !self.text.is_char_boundary(self.from) {
            self.from += 1;
        }
        let at = self.from + self.text.get(self.from..)?.find(self.words)?;
        Some(self.ended(at + words.len()))
    }
}

/// How much of the words stands before the next byte, when so much stood before this one.
fn extended(borders: &[u32], words: &[u8], mut matched: usize, byte: u8) -> usize {
    loop {
        if words.get(matched) == Some(&byte) {
            return matched + 1;
        }
        if matched == 0 {
            return 0;
        }
        matched = border(borders, matched);
    }
}

fn borders(words: &[u8]) -> Vec<u32> {
    let mut borders = Vec::with_capacity(words.len());
    borders.push(0);
    for byte in words.iter().skip(1) {
        let matched = border(&borders, borders.len());
        borders.push(extended(&borders, words, matched, *byte) as u32);
    }
    borders
}

/// How long the longest beginning is with which a beginning of this length ends.
fn border(borders: &[u32], length: usize) -> usize {
    length.checked_sub(1).and_then(|last| borders.get(last)).map_or(0, |border| *border as usize)
}
