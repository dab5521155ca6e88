//! The address, both ways: [`Route::parse`] reads whatever a browser, a chat or a hand made of a link, and
//! [`Route::to_fragment`] writes the one canonical form. They stand side by side because they are each other's
//! inverse: `parse(write(v)) == v`, and `write(parse(u))` changes nothing the second time.

mod parse;
mod print;

use super::percent::decode;
use super::{Facet, Notice, Route};
use parse::Reader;

/// Every key that is no facet's.
const KEYS: [&str; 20] = [
    "c", "doc", "s", "view", "of", "pair", "cell", "col", "row", "coder", "from", "to", "q", "in", "by",
    "sort", "all", "lang", "embed", "v",
];

/// Links longer than this, in characters, are cut by some programs.
pub const MAX_LINK: usize = 2_000;

/// How much of an address is read, in bytes of its canonical form.
pub const MAX_READ: usize = 16 * 1024;

/// How many values of lists, with unknown keys, are read.
pub const MAX_VALUES: usize = 500;

/// An address as a browser gives it, with or without its `#` and `?`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Address<'a> {
    pub fragment: &'a str,
    /// Read for keys of ours only: what else stands here belongs to others.
    pub query: &'a str,
}

/// Whether a key, as it stands in an address, is one of ours.
pub fn is_known_key(key: &str) -> bool {
    known(&once(key)).is_some()
}

impl Route {
    /// Reads an address; `nfc` composes letters. Everything that could not be read has its notice.
    pub fn parse(address: &Address<'_>, nfc: &dyn Fn(&str) -> String) -> (Route, Vec<Notice>) {
        // Most pages are opened by their path alone.
        if address.fragment.is_empty() && address.query.is_empty() {
            return Default::default();
        }
        let mut reader = Reader::new(nfc);
        let fragment = unwrapped(reader.start_of(address.fragment));
        let mut seen: Vec<&str> = Vec::new();
        for (key, value) in pairs(&fragment) {
            match known(&once(key)) {
                Some(key) => {
                    reader.read(key, value);
                    seen.push(key);
                }
                None => reader.keep(key, value),
            }
        }
        let query = cut(reader.start_of(address.query));
        for (key, value) in pairs(query) {
            if let Some(key) = known(&once(key)).filter(|key| !seen.contains(key)) {
                reader.read(key, value);
            }
        }
        reader.finish()
    }
}

/// The value that a word in an address stands for.
fn meant<T: Copy>(all: &[(T, &'static str)], word: &str) -> Option<T> {
    all.iter().find(|(_, known)| *known == word).map(|(value, _)| *value)
}

fn known(key: &str) -> Option<&'static str> {
    let key = key.trim();
    KEYS.into_iter().chain(Facet::ALL.map(Facet::key)).find(|known| known.eq_ignore_ascii_case(key))
}

/// A raw key or value decoded once, a `+` being a space.
fn once(raw: &str) -> String {
    decode(&raw.replace('+', " "))
}

fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let pairs = text.split('&').map(|pair| pair.strip_prefix("amp;").unwrap_or(pair));
    pairs.map(|pair| pair.split_once('=').unwrap_or((pair, ""))).filter(|pair| *pair != ("", ""))
}

/// The state in a fragment; one that was coded as a whole is decoded as a whole.
fn unwrapped(fragment: &str) -> String {
    let whole = cut(fragment);
    let mut deeper = whole.to_owned();
    for _ in 0..4 {
        if deeper.contains('=') {
            return deeper;
        }
        deeper = cut(&decode(&deeper)).to_owned();
    }
    whole.to_owned()
}

/// Without what others put before and behind the state: a fragment directive, marks of a sentence.
fn cut(text: &str) -> &str {
    let state = text.split(":~:").next().unwrap_or_default();
    state.trim_start_matches(['#', '?', '/', '!', '&']).trim_end_matches(|c| APPENDED.contains(c))
}

/// What a chat or a sentence appends to a link; the writer never ends with one of these.
const APPENDED: &str = ".,;:!?'\")]}>*_~`…’”“»›";
