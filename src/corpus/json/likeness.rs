//! Texts as they are compared to find what somebody meant: one apostrophe for all, one dash, one space, small letters,
//! letters with their marks apart. What differs between two that are then the same has a name.

use std::fmt;

/// What two texts that look alike do not have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    Quote,
    Dash,
    Space,
    Ellipsis,
    Marks,
    Case,
    Invisible,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Difference::Quote => "another apostrophe or quotation mark",
            Difference::Dash => "another dash",
            Difference::Space => "another space or line break",
            Difference::Ellipsis => "another ellipsis",
            Difference::Marks => "accents composed in another way",
            Difference::Case => "other capital or small letters",
            Difference::Invisible => "an invisible character more or less",
        })
    }
}

/// How `a` and `b` differ, which fold to the same.
pub fn differences(a: &str, b: &str) -> Vec<Difference> {
    use Difference::{Case, Dash, Ellipsis, Invisible, Marks, Quote, Space};
    let of =
        |text: &str, kind: Difference| -> String { text.chars().filter(|c| kind_of(*c) == kind).collect() };
    let letters = |text: &str| -> Vec<bool> {
        let letters = text.chars().filter(|c| matches!(kind_of(*c), Case | Marks) && !is_mark(*c));
        letters.map(|c| small(c) != c).collect()
    };
    let all = [Quote, Dash, Space, Ellipsis, Marks, Invisible];
    let mut found: Vec<Difference> = all.into_iter().filter(|kind| of(a, *kind) != of(b, *kind)).collect();
    if letters(a) != letters(b) {
        found.push(Case);
    }
    found
}

/// In what a character may differ from another that folds to the same.
fn kind_of(c: char) -> Difference {
    match c {
        _ if is_quote(c) => Difference::Quote,
        _ if is_dash(c) => Difference::Dash,
        _ if is_invisible(c) => Difference::Invisible,
        _ if c.is_whitespace() => Difference::Space,
        '…' | '.' => Difference::Ellipsis,
        _ if is_mark(c) || apart(small(c)).is_some() => Difference::Marks,
        _ => Difference::Case,
    }
}

/// A text folded, with the byte of the text from which each of its own bytes came.
pub struct Folded {
    pub text: String,
    origins: Vec<u32>,
}

impl Folded {
    pub fn of(text: &str) -> Folded {
        let mut folded = Folded { text: String::with_capacity(text.len()), origins: Vec::new() };
        folded.origins.reserve(text.len());
        for (at, c) in text.char_indices() {
            folded.push(c);
            folded.origins.resize(folded.text.len(), at as u32);
        }
        folded
    }

    fn push(&mut self, c: char) {
        let out = &mut self.text;
        match c {
            'a'..='z' => out.push(c),
            _ if is_invisible(c) => {}
            _ if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            _ if is_quote(c) => out.push('\''),
            _ if is_dash(c) => {
                if !out.ends_with('-') {
                    out.push('-');
                }
            }
            '…' => out.push_str("..."),
            _ => match apart(small(c)) {
                Some((letter, mark)) => out.extend([letter, mark]),
                None => out.push(small(c)),
            },
        }
    }

    /// The bytes of the text between two bytes of its folded form; `None` where one of them is inside a character.
    pub fn origin(&self, text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
        let begin = *self.origins.get(start)?;
        let last = *self.origins.get(end.checked_sub(1)?)?;
        let is_whole = start.checked_sub(1).and_then(|at| self.origins.get(at)) != Some(&begin)
            && self.origins.get(end) != Some(&last)
            && !self.text.get(end..)?.starts_with(is_mark);
        let rest = text.get(last as usize..)?;
        let width = rest.chars().next()?.len_utf8();
        is_whole.then_some((begin as usize, last as usize + width))
    }

    /// The byte of the text from which a byte of its folded form came.
    pub fn origin_of(&self, at: usize) -> Option<usize> {
        self.origins.get(at).map(|at| *at as usize)
    }
}

fn is_quote(c: char) -> bool {
    "'’‘‚‛ʼ′`´‹›\"“”„‟«»″".contains(c)
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐'..='―' | '−')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The small letter, where it is one character.
fn small(c: char) -> char {
    let mut lower = c.to_lowercase();
    lower.next().filter(|_| lower.next().is_none()).unwrap_or(c)
}

/// A small letter and the mark that stand for one character.
fn apart(c: char) -> Option<(char, char)> {
    if c.is_ascii() {
        return None;
    }
    COMPOSED.iter().find_map(|(mark, letters)| {
        let mut pairs = letters.chars().zip(letters.chars().skip(1)).step_by(2);
        pairs.find(|(composed, _)| *composed == c).map(|(_, letter)| (letter, *mark))
    })
}

/// By mark: small letters that have one, each before the letter without.
const COMPOSED: [(char, &str); 15] = [
    ('\u{300}', "àaèeìiòoùuǹnẁwỳyѐеѝи"),
    ('\u{301}', "áaéeíióoúuýyćcĺlńnŕrśsźzǵgẃwάαέεήηίιόούυώωѓгќк"),
    ('\u{302}', "âaêeîiôoûuĉcĝgĥhĵjŝsŵwŷyẑz"),
    ('\u{303}', "ãañnõoĩiũuẽeỹy"),
    ('\u{304}', "āaēeīiōoūuȳyӣиӯу"),
    ('\u{306}', "ăaĕeğgĭiŏoŭuйиўу"),
    ('\u{307}', "ċcėeġgżzȧaȯoṁm"),
    ('\u{308}', "äaëeïiöoüuÿyẅwϊιϋυёеїі"),
    ('\u{30a}', "åaůu"),
    ('\u{30b}', "őoűu"),
    ('\u{30c}', "čcďděeňnřršsťtžzǎaǐiǒoǔuǧgǩk"),
    ('\u{323}', "ạaẹeịiọoụuỵyḍdḥhṣsṭtẓz"),
    ('\u{326}', "șsțt"),
    ('\u{327}', "çcģgķkļlņnŗrşsţt"),
    ('\u{328}', "ąaęeįiųuǫo"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn letters_are_taken_apart_as_unicode_does() {
        for (mark, letters) in COMPOSED {
            let letters: Vec<char> = letters.chars().collect();
            assert_eq!(letters.len() % 2, 0, "{mark:?}");
            for pair in letters.chunks(2) {
                let apart: String = pair.iter().skip(1).copied().chain([mark]).collect();
                assert_eq!(pair.first().map(|c| c.nfd().collect::<String>()), Some(apart.nfd().collect()));
                assert_eq!(apart.nfc().count(), 1, "{apart}");
            }
        }
    }

    #[test]
    fn what_differs_has_a_name() {
        use Difference::{Case, Dash, Ellipsis, Invisible, Marks, Quote, Space};
        for (a, b, named) in [
            ("mayor's", "mayor’s", &[Quote][..]),
            ("«No»", "\"No\"", &[Quote]),
            ("2020-21 ", "2020–21\n", &[Dash, Space]),
            ("a -- b", "a — b", &[Dash]),
            ("a b", "a\u{a0}b", &[Space]),
            ("so...", "so…", &[Ellipsis]),
            ("É", "E\u{301}", &[Marks]),
            ("café", "cafe\u{301}", &[Marks]),
            ("Йод", "и\u{306}од", &[Marks, Case]),
            ("One", "one", &[Case]),
            ("co\u{ad}operate", "cooperate", &[Invisible]),
        ] {
            assert_eq!(Folded::of(a).text, Folded::of(b).text, "{a} {b}");
            assert_eq!(differences(a, b), named, "{a} {b}");
        }
        for (a, b) in [("cafe", "café"), ("e\u{300}", "é"), ("a b", "ab"), ("its", "it's")] {
            assert_ne!(Folded::of(a).text, Folded::of(b).text, "{a} {b}");
        }
    }
}
