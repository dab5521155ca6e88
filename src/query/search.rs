//! Finding words the way people type them: case and accents folded, typographic quotes and dashes
//! as on a keyboard, runs of white space as one space. The table below is all there is to it: it
//! covers the Latin, Greek and Cyrillic letters with marks; other scripts match as they are written.

use crate::corpus::{Span, Text};

/// A search as it was typed, folded once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle(String);

impl Needle {
    /// The needle, or `None` when nothing is left to look for.
    pub fn new(typed: &str) -> Option<Needle> {
        let folded = fold(typed);
        let folded = folded.trim();
        (!folded.is_empty()).then(|| Needle(folded.to_owned()))
    }

    /// Whether the needle lies within one span of words that [`folded_words`] folded.
    pub(super) fn is_in(&self, folded: &str) -> bool {
        folded.contains(&self.0)
    }

    /// Every place of a text where the needle occurs, in reading order, none overlapping.
    pub fn hits(&self, text: &Text) -> Vec<Span> {
        self.hits_in(text, &Folded::of(text))
    }

    /// The same in a text that was folded before.
    pub fn hits_in(&self, text: &Text, folded: &Folded) -> Vec<Span> {
        let Folded { words, origins } = folded;
        let mut hits = Vec::new();
        let mut from = 0;
        while let Some(at) = words.get(from..).and_then(|rest| rest.find(&self.0)) {
            let (start, end) = (from + at, from + at + self.0.len());
            let first = origins.get(start).copied();
            let last = origins.get(end - 1).copied();
            hits.extend(first.zip(last).and_then(|(first, last)| text.span(first, last + 1)));
            from = end;
        }
        hits
    }
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
}

/// Separates the spans of one statement, so that nothing is found across a gap.
const GAP: char = '\u{1f}';

pub(super) fn folded_words<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut all = String::new();
    for span in words {
        all.push_str(fold(span).trim());
        all.push(GAP);
    }
    all
}

/// The text as it is compared: lower case, no accents, plain quotes, single spaces.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut folded);
    }
    folded
}

fn fold_char(c: char, out: &mut String) {
    match c {
        'a'..='z' | '0'..='9' => out.push(c),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        GAP => {}
        _ if c.is_whitespace() => {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        }
        _ if c.is_ascii() => out.push(c),
        _ => fold_wide(c, out),
    }
}

fn fold_wide(c: char, out: &mut String) {
    let base = match c as u32 {
        at @ 0xc0..=0x17f => LATIN.get(at as usize - 0xc0),
        at @ 0x1e00..=0x1eff => LATIN_ADDITIONAL.get(at as usize - 0x1e00),
        _ => None,
    };
    if let Some(letter) = base.filter(|letter| **letter != b'.') {
        out.push(*letter as char);
        return;
    }
    match c {
        'ß' | 'ẞ' => out.push_str("ss"),
        'æ' | 'Æ' => out.push_str("ae"),
        'œ' | 'Œ' => out.push_str("oe"),
        'þ' | 'Þ' => out.push_str("th"),
        'ð' | 'Ð' => out.push('d'),
        '‘' | '’' | '‚' | '‛' | 'ʼ' | '′' => out.push('\''),
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => out.push('"'),
        '‐'..='―' | '−' => out.push('-'),
        '…' => out.push_str("..."),
        'ς' => out.push('σ'),
        // Arabic as it is typed: alef without what stands on or under it, and no stretching.
        'آ' | 'أ' | 'إ' | 'ٱ' => out.push('ا'),
        'ى' => out.push('ي'),
        'ـ' => {}
        // Marks that stand on a letter, and characters that only steer how it is set.
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{64b}'..='\u{655}' => {}
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => {}
        _ => match GREEK_AND_CYRILLIC
            .chars()
            .zip(GREEK_AND_CYRILLIC.chars().skip(1))
            .step_by(2)
            .find(|(marked, _)| *marked == c)
        {
            Some((_, plain)) => out.push(plain),
            None => out.push(lower(c)),
        },
    }
}

/// The lower case of a letter that has one, in the scripts that have case and are written today. The whole table
/// of Unicode would cost the page several kilobytes.
fn lower(c: char) -> char {
    let at = c as u32;
    let (even, odd) = (at & !1, at | 1);
    let lowered = match at {
        0x391..=0x3a9 | 0x410..=0x42f | 0xff21..=0xff3a => at + 32,
        0x400..=0x40f => at + 80,
        0x4c0 => 0x4cf,
        0x1cd..=0x1dc | 0x4c1..=0x4ce => odd + 1 - u32::from(at == even),
        0x1de..=0x1ef | 0x1f8..=0x21f | 0x222..=0x233 | 0x246..=0x24f => odd,
        0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f => odd,
        0x531..=0x556 => at + 48,
        0x10a0..=0x10c5 => at + 0x1c60,
        0x1c90..=0x1cba => at - 0xbc0,
        0x1f08..=0x1f6f if at & 8 != 0 => at - 8,
        0x1e900..=0x1e921 => at + 34,
        _ => at,
    };
    char::from_u32(lowered).unwrap_or(c)
}

/// Base letters of U+00C0–U+017F; a dot where there is none.
const LATIN: &[u8; 192] = b"aaaaaa.ceeeeiiii.nooooo.ouuuuy..\
aaaaaa.ceeeeiiii.nooooo.ouuuuy.y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnn.nnoooooo..\
rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Base letters of U+1E00–U+1EFF; a dot where there is none.
const LATIN_ADDITIONAL: &[u8; 256] = b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiii\
kkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiii\
oooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// Letters with a mark, each before its plain lower-case letter.
const GREEK_AND_CYRILLIC: &str = "ΆαΈεΉηΊιΌοΎυΏωΐιΪιΫυάαέεήηίιΰυϊιϋυόούυώωЀеЁеЃгЇіЌкЍиЎуЙийиѐеёеѓгїіќкѝиўу";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_takes_away_case_accents_and_typography() {
        for (text, folded) in [
            ("Kyïv", "kyiv"),
            ("ÉCOLE e\u{301}cole", "ecole ecole"),
            ("Łódź Straße Ægir", "lodz strasse aegir"),
            ("Đặng Thị", "dang thi"),
            ("Ἀθήνα Ελλάς", "ἀθηνα ελλασ"),
            ("Їжак Ёлка и\u{306} й", "іжак елка и и"),
            ("NATO’s  “say”\u{a0}\n—", "nato's \"say\" -"),
            ("co\u{ad}operate", "cooperate"),
            ("東京", "東京"),
            ("الأُمّة إلى آخِـر", "الامة الي اخر"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn hits_are_counted_in_code_points_of_the_text_as_it_was_written() {
        let text = Text::new("😀 Straße — STRASSE, stra\u{df}e".to_owned());
        let hits = Needle::new("strasse").map(|n| n.hits(&text)).unwrap_or_default();
        let words: Vec<&str> = hits.iter().map(|span| text.get(*span)).collect();
        assert_eq!(words, ["Straße", "STRASSE", "straße"]);
    }

    #[test]
    fn nothing_typed_looks_for_nothing() {
        assert_eq!(Needle::new(" \u{301}\u{200b} "), None);
    }
}
