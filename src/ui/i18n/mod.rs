//! The page's own words in the reader's language. English stands in the source and is the key to every other
//! language, whose words are in `locales/*.po`: files that a translator opens in any editor for gettext. `pack` turns
//! each into the bytes that [`Catalog::read`] reads, so that a page carries neither a parser nor a language that
//! nobody asked for. (Fluent's own library alone is a program of 55 KB, a third of the first load.)
//!
//! What a part writes between tags or as `aria-label`, `title` or `placeholder` in [`html!`](super::html::html) is
//! looked up by itself; other words go through [`tr`], [`tr_format!`] and [`tr_plural`]. What nobody translated stays
//! English.

use crate::corpus::checksum;
use crate::route::Language;
use std::cell::{Cell, RefCell};
use std::fmt::{Display, Write as _};

const MARK: &[u8] = b"standpoint words 1\n";

/// The words of one language.
#[derive(Debug, PartialEq)]
pub struct Catalog {
    pub language: Language,
    /// By the key of the English words: the forms there are, one or one for each kind of number.
    known: Vec<(u32, Vec<String>)>,
}

/// Three bytes that stand for English words; `pack` refuses two that share them.
pub fn message_key(english: &str) -> u32 {
    checksum(english.as_bytes()) & 0x00ff_ffff
}

impl Catalog {
    /// As a page loads them: for each message its key, and its forms with marks between and behind.
    pub fn write(language: Language, messages: &[(String, Vec<String>)]) -> Vec<u8> {
        let mut rows: Vec<(u32, &[String])> =
            messages.iter().map(|(english, forms)| (message_key(english), forms.as_slice())).collect();
        rows.sort_by_key(|(key, _)| *key);
        let mut bytes = [MARK, language.tag().as_bytes(), b"\n"].concat();
        for (key, forms) in rows {
            bytes.extend_from_slice(key.to_be_bytes().get(1..).unwrap_or_default());
            bytes.extend_from_slice(forms.join("\u{1f}").as_bytes());
            bytes.push(0x1e);
        }
        bytes
    }

    /// `None` when the bytes are of another version or of no language that we know.
    pub fn read(bytes: &[u8]) -> Option<Catalog> {
        let rest = bytes.strip_prefix(MARK)?;
        let (tag, mut rest) = rest.split_at_checked(2)?;
        rest = rest.strip_prefix(b"\n")?;
        let mut known = Vec::new();
        while let Some((key, words)) = rest.split_first_chunk::<3>() {
            let end = words.iter().position(|byte| *byte == 0x1e)?;
            let (forms, after) = words.split_at_checked(end)?;
            let forms = std::str::from_utf8(forms).ok()?.split('\u{1f}').map(str::to_owned).collect();
            let [a, b, c] = *key;
            known.push((u32::from_be_bytes([0, a, b, c]), forms));
            rest = after.get(1..)?;
        }
        Some(Catalog { language: Language::of(std::str::from_utf8(tag).ok()?)?, known })
    }

    fn forms(&self, english: &str) -> Option<&[String]> {
        let wanted = message_key(english);
        let at = self.known.binary_search_by_key(&wanted, |(key, _)| *key).ok()?;
        self.known.get(at).map(|(_, forms)| forms.as_slice())
    }
}

thread_local! {
    static CATALOG: Cell<Option<&'static Catalog>> = const { Cell::new(None) };
    /// One for each language that was ever asked for.
    static KEPT: RefCell<Vec<&'static Catalog>> = const { RefCell::new(Vec::new()) };
}

/// From here on the page's words are in this language; `None` is English. Words of a language are kept as long as
/// the page lives: parts hold on to them.
pub fn set_catalog(catalog: Option<Catalog>) {
    CATALOG.set(catalog.map(|catalog| {
        KEPT.with_borrow_mut(|kept| {
            let known = kept.iter().find(|known| known.language == catalog.language).copied();
            known.unwrap_or_else(|| {
                let fresh = &*Box::leak(Box::new(catalog));
                kept.push(fresh);
                fresh
            })
        })
    }));
}

/// The language of the page's words.
pub fn language() -> Language {
    CATALOG.get().map_or(Language::English, |catalog| catalog.language)
}

/// What other programs read is in English, whatever the page speaks.
pub fn with_english<T>(write: impl FnOnce() -> T) -> T {
    let language = CATALOG.take();
    let written = write();
    CATALOG.set(language);
    written
}

/// Marks words that are looked up later.
pub const fn tr_noop(english: &'static str) -> &'static str {
    english
}

/// The words in the reader's language.
pub fn tr(english: &'static str) -> &'static str {
    let found = CATALOG.get().and_then(|catalog| catalog.forms(english)).and_then(|forms| forms.first());
    found.filter(|words| !words.is_empty()).map_or(english, String::as_str)
}

/// The form for a number, with the number in the place of `{n}`: `tr_plural(2, "{n} statement", "{n} statements")`.
pub fn tr_plural(n: usize, one: &'static str, many: &'static str) -> String {
    let form = CATALOG.get().and_then(|catalog| catalog.forms(one)?.get(catalog.language.plural_form(n)));
    let own = if n == 1 { one } else { many };
    interpolate(form.filter(|words| !words.is_empty()).map_or(own, String::as_str), &[("n", &number(n))])
}

/// Words with values in the places that they leave open: `tr_format!("from {day}", day = …)`.
macro_rules! tr_format {
    ($english:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::ui::i18n::interpolate($crate::ui::i18n::tr($english), &[$((stringify!($name), &$value)),+])
    };
}
pub(crate) use tr_format;

/// A pattern with its `{places}` filled; what is put in is not looked at again.
pub fn interpolate(pattern: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            rest = after;
            break;
        };
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            let _ = write!(out, "{value}");
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// A number as the language writes it: which digits it has and what stands between thousands is read from its
/// way of writing `1,234,567`.
pub fn number(n: usize) -> String {
    let example = tr("1,234,567");
    let one = example.chars().next().unwrap_or('1');
    let between = example.chars().nth(1).unwrap_or(',');
    let plain = n.to_string();
    let mut out = String::with_capacity(plain.len() + 4);
    for (at, digit) in plain.bytes().enumerate() {
        if at > 0 && (plain.len() - at).is_multiple_of(3) {
            out.push(between);
        }
        out.push(digit_of(one, digit));
    }
    out
}

/// A number that names something, like a year: without marks between its thousands.
pub fn plain_number(n: usize) -> String {
    let one = tr("1,234,567").chars().next().unwrap_or('1');
    n.to_string().bytes().map(|digit| digit_of(one, digit)).collect()
}

/// An ASCII digit among the digits in which `one` is 1.
fn digit_of(one: char, digit: u8) -> char {
    char::from_u32(one as u32 + u32::from(digit) - u32::from(b'1')).unwrap_or('0')
}
