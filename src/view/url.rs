//! The address, both ways: [`View::parse`] reads whatever a browser, a chat or a hand made of a link, and
//! [`View::fragment`] writes the one canonical form. They stand side by side because they are each other's
//! inverse: `parse(write(v)) == v`, and `write(parse(u))` changes nothing the second time.

use super::escape::{escape, escape_end, escaped_len, trimmed, unescape, unescape_wholly};
use super::{Choice, Compare, Facet, Focus, Notice, Opened, Order, Rows, Screen, View};
use crate::corpus::PartialDate;
use std::fmt::Write as _;

/// Every key, in the order in which they are written.
const KEYS: [&str; 23] = [
    "c", "doc", "s", "view", "pair", "cell", "col", "row", "actor", "group", "via", "issue", "stance",
    "kind", "from", "to", "q", "in", "by", "sort", "lang", "embed", "v",
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

impl View {
    /// Reads an address; `nfc` composes letters. Everything that could not be read has its notice.
    pub fn parse(address: &Address<'_>, nfc: &dyn Fn(&str) -> String) -> (View, Vec<Notice>) {
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
    pub fn fragment(&self) -> String {
        let mut to = Writer(String::new());
        to.scalar("c", self.corpus.as_deref().unwrap_or_default());
        to.scalar("doc", self.document.as_deref().unwrap_or_default());
        if let Some(opened) = &self.open {
            to.joined("s", [Some(opened.id.as_str()), opened.sum.as_deref()]);
        }
        if let Screen::Compare(asked) = &self.screen {
            to.compare(asked);
        }
        for facet in Facet::ALL {
            to.list(facet.key(), self.filter.choice(facet));
        }
        for (key, date) in [("from", self.filter.from), ("to", self.filter.to)] {
            if let Some(date) = date {
                to.key(key);
                let _ = write!(to.0, "{date}");
            }
        }
        to.scalar("q", &self.filter.q);
        if let Screen::Compare(asked) = &self.screen {
            to.manner(asked);
        }
        to.scalar("embed", if self.embed { "1" } else { "" });
        for (key, value) in &self.unknown {
            to.key(key);
            escape(value, &mut to.0);
        }
        escape_end(&mut to.0);
        to.0
    }
}

struct Writer(String);

impl Writer {
    fn key(&mut self, key: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        escape(key, &mut self.0);
        self.0.push('=');
    }

    fn scalar(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.key(key);
            escape(value, &mut self.0);
        }
    }

    fn joined(&mut self, key: &str, parts: [Option<&str>; 2]) {
        self.key(key);
        for (at, part) in parts.into_iter().flatten().enumerate() {
            if at > 0 {
                self.0.push('~');
            }
            escape(part, &mut self.0);
        }
    }

    /// Sorted as it is written: a `-` stands before every letter.
    fn list(&mut self, key: &str, choice: &Choice) {
        let left_out = choice.excluded().map(|value| ("-", value));
        let all = left_out.chain(choice.included().map(|value| ("", value)));
        for (at, (sign, value)) in all.enumerate() {
            if at == 0 {
                self.key(key)
            } else {
                self.0.push(',')
            }
            self.0.push_str(sign);
            escape(value, &mut self.0);
        }
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

    fn manner(&mut self, asked: &Compare) {
        self.scalar("in", if asked.here { "doc" } else { "" });
        let by = Rows::ALL.iter().find(|(by, _)| *by == asked.by && *by != Rows::default());
        self.scalar("by", by.map_or("", |(_, word)| word));
        let sort = Order::ALL.iter().find(|(sort, _)| *sort == asked.sort && *sort != Order::default());
        self.scalar("sort", sort.map_or("", |(_, word)| word));
    }
}

/// A view in the making.
struct Reader<'a> {
    nfc: &'a dyn Fn(&str) -> String,
    view: View,
    notices: Vec<Notice>,
    /// What `view` says, if anything.
    compares: Option<bool>,
    compare: Compare,
    /// What `pair`, `col` and `row` say.
    focus: [Option<Focus>; 3],
    /// The keys read that only the comparison has.
    of_compare: Vec<&'static str>,
    /// What may still be read.
    room: usize,
    values: usize,
}

impl<'a> Reader<'a> {
    fn new(nfc: &'a dyn Fn(&str) -> String) -> Reader<'a> {
        Reader {
            nfc,
            view: View::default(),
            notices: Vec::new(),
            compares: None,
            compare: Compare::default(),
            focus: [None, None, None],
            of_compare: Vec::new(),
            room: MAX_READ,
            values: MAX_VALUES,
        }
    }

    /// No more of a raw address than could matter, up to the last whole pair.
    fn start_of<'t>(&mut self, raw: &'t str) -> &'t str {
        let most = 4 * MAX_READ;
        if raw.len() <= most {
            return raw;
        }
        self.note(Notice::TooLong);
        let head = raw.get(..raw.floor_char_boundary(most)).unwrap_or_default();
        head.rsplit_once('&').map_or("", |(whole, _)| whole)
    }

    fn read(&mut self, key: &'static str, raw: &str) {
        if let Some(facet) = Facet::ALL.into_iter().find(|facet| facet.key() == key) {
            return self.list(facet, raw);
        }
        if key == "q" {
            let q = (self.nfc)(&once(raw));
            if self.has_room(escaped_len(&q)) {
                self.view.filter.q = q;
            }
            return;
        }
        let value = (self.nfc)(&unescape_wholly(&raw.replace('+', " ")));
        let value = trimmed(&value);
        if !value.is_empty() && self.has_room(escaped_len(value)) {
            self.scalar(key, value);
        }
    }

    fn scalar(&mut self, key: &'static str, value: &str) {
        let word = value.to_ascii_lowercase();
        let owned = || Some(value.to_owned());
        let two = || value.split_once('~').filter(|(a, b)| !a.is_empty() && !b.is_empty());
        let two = || two().map(|(a, b)| (a.to_owned(), b.to_owned()));
        let read = match key {
            "c" => set(&mut self.view.corpus, owned()),
            "doc" => set(&mut self.view.document, owned()),
            "s" => set(&mut self.view.open, opened(value)),
            "from" => set(&mut self.view.filter.from, PartialDate::parse(value)),
            "to" => set(&mut self.view.filter.to, PartialDate::parse(value)),
            "cell" => self.compared(key, two(), |asked, cell| asked.cell = Some(cell)),
            "pair" => self.focused(0, key, two().map(|(a, b)| Focus::Pair(a, b))),
            "col" => self.focused(1, key, owned().map(Focus::Column)),
            "row" => self.focused(2, key, owned().map(Focus::Row)),
            _ => {
                if !self.word(key, &word) {
                    self.note(Notice::UnknownWord { key, value: value.to_owned() });
                }
                true
            }
        };
        if !read {
            self.note(Notice::Malformed { key, value: value.to_owned() });
        }
    }

    /// Reads a key that takes only a few words; whether it takes this one.
    fn word(&mut self, key: &'static str, word: &str) -> bool {
        match (key, word) {
            ("view", "read") => self.compares = Some(false),
            ("view", "compare") => self.compares = Some(true),
            ("in", "doc") => return self.compared(key, Some(true), |asked, here| asked.here = here),
            ("by", _) => {
                let by = Rows::ALL.iter().find(|(_, known)| *known == word);
                return self.compared(key, by, |asked, (by, _)| asked.by = *by);
            }
            ("sort", _) => {
                let sort = Order::ALL.iter().find(|(_, known)| *known == word);
                return self.compared(key, sort, |asked, (sort, _)| asked.sort = *sort);
            }
            ("embed", "0" | "1") => self.view.embed = word == "1",
            ("lang", "en") | ("v", "1") => {}
            ("v", _) if word.parse().is_ok_and(|version: u32| version > 1) => {
                self.note(Notice::Newer(word.to_owned()));
            }
            _ => return false,
        }
        true
    }

    fn compared<T>(
        &mut self,
        key: &'static str,
        value: Option<T>,
        put: impl FnOnce(&mut Compare, T),
    ) -> bool {
        let read = value.is_some();
        if let Some(value) = value {
            put(&mut self.compare, value);
            self.of_compare.push(key);
        }
        read
    }

    fn focused(&mut self, at: usize, key: &'static str, focus: Option<Focus>) -> bool {
        let slot = self.focus.get_mut(at);
        let read = slot.is_some_and(|slot| set(slot, focus));
        if read {
            self.of_compare.push(key);
        }
        read
    }

    fn list(&mut self, facet: Facet, raw: &str) {
        let all = unescape_wholly(&raw.replace('+', " "));
        for item in all.split(',') {
            let item = (self.nfc)(item);
            let item = trimmed(&item);
            let value = item.trim_start_matches(|c: char| c == '-' || c.is_whitespace());
            let excluded = item.starts_with('-');
            if value.is_empty() || !self.has_room(escaped_len(value) + 2) || !self.has_values() {
                continue;
            }
            let choice = self.view.filter.choice_mut(facet);
            let contradicts = if excluded { choice.includes(value) } else { choice.excludes(value) };
            let _ = if excluded { choice.exclude(value) } else { choice.include(value) };
            if contradicts {
                self.note(Notice::Contradiction { facet, value: value.to_owned() });
            }
            if facet.is_closed() && !facet.tokens().contains(&value) {
                self.note(Notice::UnknownValue { facet, value: value.to_owned() });
            }
        }
    }

    /// Keeps what is not ours.
    fn keep(&mut self, key: &str, value: &str) {
        let (key, value) = ((self.nfc)(&once(key)), (self.nfc)(&once(value)));
        if self.has_room(escaped_len(&key) + escaped_len(&value) + 2) && self.has_values() {
            self.note(Notice::UnknownKey(key.clone()));
            self.view.unknown.push((key, value));
        }
    }

    fn has_room(&mut self, length: usize) -> bool {
        let left = self.room.checked_sub(length);
        match left {
            Some(left) => self.room = left,
            None => self.note(Notice::TooLong),
        }
        left.is_some()
    }

    fn has_values(&mut self) -> bool {
        let left = self.values.checked_sub(1);
        match left {
            Some(left) => self.values = left,
            None => self.note(Notice::TooMany),
        }
        left.is_some()
    }

    fn note(&mut self, notice: Notice) {
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }

    fn finish(mut self) -> (View, Vec<Notice>) {
        if self.compares.unwrap_or(!self.of_compare.is_empty()) {
            let several = self.focus.iter().flatten().count() > 1;
            self.compare.focus =
                std::mem::take(&mut self.focus).into_iter().flatten().next().unwrap_or_default();
            if several {
                let kept = if matches!(self.compare.focus, Focus::Pair(..)) { "pair" } else { "col" };
                self.note(Notice::Focuses { kept });
            }
            self.view.screen = Screen::Compare(std::mem::take(&mut self.compare));
        } else {
            for key in std::mem::take(&mut self.of_compare) {
                self.note(Notice::OnlyCompares(key));
            }
        }
        let filter = &self.view.filter;
        if filter.from.zip(filter.to).is_some_and(|(from, to)| from.first_day() > to.last_day()) {
            self.note(Notice::Backwards);
        }
        crate::corpus::arrange(&mut self.view.unknown, |(key, _)| key.clone());
        (self.view, self.notices)
    }
}

/// Puts a value where there is one; whether there was.
fn set<T>(slot: &mut Option<T>, value: Option<T>) -> bool {
    let read = value.is_some();
    if read {
        *slot = value;
    }
    read
}

fn opened(value: &str) -> Option<Opened> {
    let (id, sum) = value.split_once('~').unwrap_or((value, ""));
    let id = trimmed(id);
    (!id.is_empty()).then(|| Opened { id: id.to_owned(), sum: (!sum.is_empty()).then(|| sum.to_owned()) })
}

fn known(key: &str) -> Option<&'static str> {
    let key = key.trim();
    KEYS.into_iter().find(|known| known.eq_ignore_ascii_case(key))
}

/// A raw key or value decoded once, a `+` being a space.
fn once(raw: &str) -> String {
    unescape(&raw.replace('+', " "))
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
        deeper = cut(&unescape(&deeper)).to_owned();
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
