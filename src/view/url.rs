//! The address, both ways: [`View::parse`] reads whatever a browser, a chat or a hand made of a link, and
//! [`View::fragment`] writes the one canonical form. They stand side by side because they are each other's
//! inverse: `parse(write(v)) == v`, and `write(parse(u))` changes nothing the second time.

use super::escape::{escape, escape_end, escaped_len, trimmed, unescape, unescape_wholly};
use super::{
    Choice, Compare, Facet, Focus, Language, Library, Listing, Notice, Opened, Order, Rows, Screen, Shelf,
    View,
};
use crate::corpus::PartialDate;
use std::fmt::Write as _;

/// Every key, in the order in which they are written.
const KEYS: [&str; 26] = [
    "c", "doc", "s", "view", "of", "pair", "cell", "col", "row", "actor", "group", "via", "issue", "stance",
    "kind", "coder", "from", "to", "q", "in", "by", "sort", "all", "lang", "embed", "v",
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

    fn screen(&mut self, screen: &Screen) {
        let (view, of) = match screen {
            Screen::Read => return,
            Screen::Compare(asked) => return self.compare(asked),
            Screen::Documents(_) => ("documents", ""),
            Screen::Statements(_) => ("statements", ""),
            Screen::Actor(id) => ("actor", id.as_str()),
            Screen::Issue(id) => ("issue", id.as_str()),
        };
        self.scalar("view", view);
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
                self.scalar("by", word(&Rows::ALL, asked.by));
                self.scalar("sort", word(&Order::ALL, asked.sort));
            }
            Screen::Documents(asked) => {
                self.scalar("sort", word(&Shelf::ALL, asked.sort));
                self.scalar("all", if asked.all { "1" } else { "" });
            }
            Screen::Statements(sort) => self.scalar("sort", word(&Listing::ALL, *sort)),
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

/// A view in the making.
struct Reader<'a> {
    nfc: &'a dyn Fn(&str) -> String,
    view: View,
    notices: Vec<Notice>,
    /// What `view` says, if anything; for a page of an actor or an issue, `of` says the rest.
    screen: Option<Screen>,
    of: Option<String>,
    /// What `sort` says; every screen has words of its own.
    sort: Option<String>,
    all: bool,
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
            screen: None,
            of: None,
            sort: None,
            all: false,
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
            "of" => set(&mut self.of, owned()),
            "coder" => set(&mut self.view.filter.coder, owned()),
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
            ("view", "read") => self.screen = Some(Screen::Read),
            ("view", "compare") => self.screen = Some(Screen::Compare(Compare::default())),
            ("view", "documents") => self.screen = Some(Screen::Documents(Library::default())),
            ("view", "statements") => self.screen = Some(Screen::Statements(Listing::default())),
            ("view", "actor") => self.screen = Some(Screen::Actor(String::new())),
            ("view", "issue") => self.screen = Some(Screen::Issue(String::new())),
            ("in", "doc") => return self.compared(key, Some(true), |asked, here| asked.here = here),
            ("by", _) => return self.compared(key, meant(&Rows::ALL, word), |asked, by| asked.by = by),
            ("sort", _) => self.sort = Some(word.to_owned()),
            ("all", "0" | "1") => self.all = word == "1",
            ("embed", "0" | "1") => self.view.embed = word == "1",
            ("lang", _) => {
                let language = Language::of(word);
                self.view.language = language.unwrap_or_default();
                return language.is_some();
            }
            ("v", "1") => {}
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
        self.view.screen = self.asked_screen();
        for (key, is_left) in [("of", self.of.is_some()), ("sort", self.sort.is_some()), ("all", self.all)] {
            if is_left {
                self.note(Notice::NotHere(key));
            }
        }
        if !self.view.screen.is_of_document() {
            if self.view.open.is_some() {
                self.view.screen = Screen::Read;
                self.note(Notice::OpensText);
            } else if self.view.document.take().is_some() {
                self.note(Notice::NotHere("doc"));
            }
        }
        let filter = &self.view.filter;
        if filter.from.zip(filter.to).is_some_and(|(from, to)| from.first_day() > to.last_day()) {
            self.note(Notice::Backwards);
        }
        crate::corpus::arrange(&mut self.view.unknown, |(key, _)| key.clone());
        (self.view, self.notices)
    }

    /// The screen that `view` says, or else the comparison where a key of it was read, with what the keys say that
    /// every screen reads in its own way.
    fn asked_screen(&mut self) -> Screen {
        let order = self.sort.as_deref().and_then(|word| meant(&Order::ALL, word));
        if order.is_some() && matches!(self.screen, None | Some(Screen::Read | Screen::Compare(_))) {
            self.sort = None;
            self.compared("sort", order, |asked, sort| asked.sort = sort);
        }
        let compares = !self.of_compare.is_empty();
        let unsaid = || if compares { Screen::Compare(Compare::default()) } else { Screen::Read };
        let screen = self.screen.take().unwrap_or_else(unsaid);
        if !matches!(screen, Screen::Compare(_)) {
            for key in std::mem::take(&mut self.of_compare) {
                self.note(Notice::OnlyCompares(key));
            }
        }
        match screen {
            Screen::Read => Screen::Read,
            Screen::Compare(_) => self.asked_comparison(),
            Screen::Documents(_) => {
                let sort = self.sorted(&Shelf::ALL);
                Screen::Documents(Library { sort, all: std::mem::take(&mut self.all) })
            }
            Screen::Statements(_) => Screen::Statements(self.sorted(&Listing::ALL)),
            Screen::Actor(_) => self.page(Screen::Actor),
            Screen::Issue(_) => self.page(Screen::Issue),
        }
    }

    fn asked_comparison(&mut self) -> Screen {
        let several = self.focus.iter().flatten().count() > 1;
        self.compare.focus = std::mem::take(&mut self.focus).into_iter().flatten().next().unwrap_or_default();
        if several {
            let kept = if matches!(self.compare.focus, Focus::Pair(..)) { "pair" } else { "col" };
            self.note(Notice::Focuses { kept });
        }
        Screen::Compare(std::mem::take(&mut self.compare))
    }

    fn page(&mut self, screen: fn(String) -> Screen) -> Screen {
        match self.of.take() {
            Some(id) => screen(id),
            None => {
                self.note(Notice::Nameless);
                Screen::Read
            }
        }
    }

    /// What `sort` says in the words of one screen.
    fn sorted<T: Copy + Default>(&mut self, words: &[(T, &'static str)]) -> T {
        let Some(word) = self.sort.take() else { return T::default() };
        let sort = meant(words, &word);
        if sort.is_none() {
            self.note(Notice::UnknownWord { key: "sort", value: word });
        }
        sort.unwrap_or_default()
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
