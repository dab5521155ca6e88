//! The address, both ways: [`Route::parse`] reads whatever a browser, a chat or a hand made of a link, and
//! [`Route::to_fragment`] writes the one canonical form. They stand side by side because they are each other's
//! inverse: `parse(write(v)) == v`, and `write(parse(u))` changes nothing the second time.

mod parse;

use super::percent::{decode, encode, protect_end};
use super::{
    Compare, DocumentSort, Facet, FacetSelection, Focus, Language, Notice, Route, RowGrouping, RowSort,
    Screen, StatementSort,
};
use parse::Reader;
use std::fmt::Write as _;

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

    /// The canonical address, without `#`: fixed order, no defaults, nothing that a program would cut.
    pub fn to_fragment(&self) -> String {
        let mut to = Writer(String::new());
        to.scalar("c", self.corpus.as_deref().unwrap_or_default());
        to.scalar("doc", self.document.as_deref().unwrap_or_default());
        if let Some(opened) = &self.open {
            to.joined("s", [Some(opened.id.as_str()), opened.sum.as_deref()]);
        }
        to.screen(&self.screen);
        for facet in Facet::ALL {
            to.list(facet.key(), self.filter.choice(facet));
        }
        to.scalar("coder", self.filter.coder.as_deref().unwrap_or_default());
        for (key, date) in [("from", self.filter.from), ("to", self.filter.to)] {
            if let Some(date) = date {
                to.key(key);
                let _ = write!(to.0, "{date}");
            }
        }
        to.scalar("q", &self.filter.q);
        to.manner(&self.screen);
        if self.language != Language::default() {
            to.scalar("lang", self.language.tag());
        }
        to.scalar("embed", if self.embed { "1" } else { "" });
        for (key, value) in &self.unknown {
            to.key(key);
            encode(value, &mut to.0);
        }
        protect_end(&mut to.0);
        to.0
    }
}

struct Writer(String);

impl Writer {
    fn key(&mut self, key: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        encode(key, &mut self.0);
        self.0.push('=');
    }

    fn scalar(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.key(key);
            encode(value, &mut self.0);
        }
    }

    fn joined(&mut self, key: &str, parts: [Option<&str>; 2]) {
        self.key(key);
        for (at, part) in parts.into_iter().flatten().enumerate() {
            if at > 0 {
                self.0.push('~');
            }
            encode(part, &mut self.0);
        }
    }

    /// Sorted as it is written: a `-` stands before every letter.
    fn list(&mut self, key: &str, choice: &FacetSelection) {
        let left_out = choice.excluded().map(|value| ("-", value));
        let all = left_out.chain(choice.included().map(|value| ("", value)));
        for (at, (sign, value)) in all.enumerate() {
            if at == 0 {
                self.key(key)
            } else {
                self.0.push(',')
            }
            self.0.push_str(sign);
            encode(value, &mut self.0);
        }
    }

    fn screen(&mut self, screen: &Screen) {
        let (route, of) = match screen {
            Screen::Read => return,
            Screen::Compare(asked) => return self.compare(asked),
            Screen::Documents(_) => ("documents", ""),
            Screen::Statements(_) => ("statements", ""),
            Screen::Actor(id) => ("actor", id.as_str()),
            Screen::Issue(id) => ("issue", id.as_str()),
        };
        self.scalar("view", route);
        self.scalar("of", of);
    }

    fn compare(&mut self, asked: &Compare) {
        match &asked.focus {
            Focus::Pair(a, b) => self.joined("pair", [Some(a), Some(b)]),
            _ => self.scalar("view", "compare"),
        }
        if let Some((actor, issue)) = &asked.cell {
            self.joined("cell", [Some(actor), Some(issue)]);
        }
        match &asked.focus {
            Focus::Column(issue) => self.scalar("col", issue),
            Focus::Row(actor) => self.scalar("row", actor),
            Focus::All | Focus::Pair(..) => {}
        }
    }

    /// How what is shown is counted, grouped and ordered.
    fn manner(&mut self, screen: &Screen) {
        match screen {
            Screen::Read | Screen::Actor(_) | Screen::Issue(_) => {}
            Screen::Compare(asked) => {
                self.scalar("in", if asked.here { "doc" } else { "" });
                self.scalar("by", word(&RowGrouping::ALL, asked.by));
                self.scalar("sort", word(&RowSort::ALL, asked.sort));
            }
            Screen::Documents(asked) => {
                self.scalar("sort", word(&DocumentSort::ALL, asked.sort));
                self.scalar("all", if asked.all { "1" } else { "" });
            }
            Screen::Statements(sort) => self.scalar("sort", word(&StatementSort::ALL, *sort)),
        }
    }
}

/// The word of a value in an address; none for the default.
fn word<T: Copy + Default + PartialEq>(all: &[(T, &'static str)], value: T) -> &'static str {
    let found = all.iter().find(|(known, _)| *known == value && value != T::default());
    found.map_or("", |(_, word)| word)
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
