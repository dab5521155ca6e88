//! The address of a view: printer and parser side by side. `parse(write(v)) == v` for every view, and
//! writing what was parsed changes nothing any more; tests/url.rs proves both.

use super::filter::{Facet, Filter};
use super::notice::Notice;
use super::percent::{TRAILING, decode, decode_all, decode_words, encode, seal};
use super::{Compare, Focus, Opened, Order, Rows, Screen, View};
use crate::corpus::PartialDate;

/// Characters that a link may have before programs begin to cut it.
pub const MAX_LINK: usize = 2_000;
/// What is read of an address, in bytes and in values.
const MAX_READ: usize = 16 * 1024;
const MAX_VALUES: usize = 500;

/// The parts of an address that can ask for something, without `#` and `?`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Address<'a> {
    pub fragment: &'a str,
    pub query: &'a str,
}

/// Every key, in the order in which an address has them.
const KEYS: [&str; 22] = [
    "c", "doc", "s", "view", "pair", "cell", "col", "row", "actor", "group", "via", "issue", "stance", "kind",
    "from", "to", "q", "in", "by", "sort", "lang", "embed",
];

const STANCES: [&str; 8] =
    ["supports", "supports-if", "opposes", "opposes-if", "neutral", "open", "unclear", "none"];
const KINDS: [&str; 4] = ["direct", "mixed", "indirect", "scare"];
const ROWS: [(&str, Rows); 2] = [("group", Rows::Group), ("flat", Rows::Flat)];
const ORDERS: [(&str, Order); 3] =
    [("name", Order::Name), ("statements", Order::Statements), ("listed", Order::Listed)];

/// Whether a key of a query or fragment is one of ours.
pub fn is_known_key(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    key == "v" || KEYS.contains(&key.as_str())
}

fn facet_key(facet: Facet) -> &'static str {
    match facet {
        Facet::Who => "actor",
        Facet::Group => "group",
        Facet::Via => "via",
        Facet::Issue => "issue",
        Facet::Stance => "stance",
        Facet::Kind => "kind",
    }
}

impl View {
    /// The canonical fragment, without `#`: equal views give equal strings.
    pub fn fragment(&self) -> String {
        let mut out = Printer(String::new());
        out.some("c", self.corpus.as_deref());
        out.some("doc", self.document.as_deref());
        if let Some(opened) = &self.open {
            match &opened.sum {
                Some(sum) => out.joined("s", &opened.id, sum),
                None => out.some("s", Some(&opened.id)),
            }
        }
        let compare = match &self.screen {
            Screen::Compare(compare) => Some(compare),
            Screen::Read => None,
        };
        if let Some(compare) = compare {
            match &compare.focus {
                Focus::Pair(a, b) => out.joined("pair", a, b),
                _ => out.some("view", Some("compare")),
            }
            if let Some((actor, issue)) = &compare.cell {
                out.joined("cell", actor, issue);
            }
            match &compare.focus {
                Focus::Column(issue) => out.some("col", Some(issue)),
                Focus::Row(actor) => out.some("row", Some(actor)),
                Focus::All | Focus::Pair(..) => {}
            }
        }
        out.filter(&self.filter);
        if let Some(compare) = compare {
            out.some("in", compare.here.then_some("doc"));
            out.some("by", token(&ROWS, compare.by));
            out.some("sort", token(&ORDERS, compare.sort));
        }
        out.some("embed", self.embed.then_some("1"));
        for (key, value) in &self.unknown {
            out.key(key);
            encode(value, &mut out.0);
        }
        seal(&mut out.0);
        out.0
    }

    /// What an address asks for, and a notice for each part that cannot be had. `nfc` composes letters.
    pub fn parse(address: &Address, nfc: &dyn Fn(&str) -> String) -> (View, Vec<Notice>) {
        let mut parser = Parser { nfc, found: Found::default(), notices: Vec::new(), values: 0 };
        parser.read(address.query, true);
        parser.read(address.fragment, false);
        parser.finish()
    }
}

/// The token of a value, unless it is the default.
fn token<T: PartialEq + Default>(tokens: &[(&'static str, T)], value: T) -> Option<&'static str> {
    if value == T::default() {
        return None;
    }
    tokens.iter().find(|(_, known)| *known == value).map(|(token, _)| *token)
}

struct Printer(String);

impl Printer {
    fn key(&mut self, key: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        encode(key, &mut self.0);
        self.0.push('=');
    }

    fn some(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.key(key);
            encode(value, &mut self.0);
        }
    }

    fn joined(&mut self, key: &str, first: &str, second: &str) {
        self.key(key);
        encode(first, &mut self.0);
        self.0.push('~');
        encode(second, &mut self.0);
    }

    fn filter(&mut self, filter: &Filter) {
        for facet in Facet::ALL {
            let choice = filter.choice(facet);
            // Sorted as they are written, so that a `-` sorts like any other character.
            let left_out = choice.excluded().map(|value| format!("-{value}"));
            let mut values: Vec<String> = choice.included().map(str::to_owned).chain(left_out).collect();
            values.sort_unstable();
            for (at, value) in values.iter().enumerate() {
                if at == 0 {
                    self.key(facet_key(facet));
                } else {
                    self.0.push(',');
                }
                encode(value, &mut self.0);
            }
        }
        self.some("from", filter.from.map(|date| date.to_string()).as_deref());
        self.some("to", filter.to.map(|date| date.to_string()).as_deref());
        self.some("q", Some(filter.q.as_str()).filter(|q| !q.is_empty()));
    }
}

/// What was read so far; keys of the comparison wait until it is known whether it is asked for.
#[derive(Default)]
struct Found {
    view: View,
    screen: Option<bool>,
    pair: Option<(String, String)>,
    column: Option<String>,
    row: Option<String>,
    compare: Compare,
    compares: Vec<&'static str>,
}

struct Parser<'a> {
    nfc: &'a dyn Fn(&str) -> String,
    found: Found,
    notices: Vec<Notice>,
    values: usize,
}

impl Parser<'_> {
    fn read(&mut self, text: &str, is_query: bool) {
        let text = text.trim_start_matches(['#', '?', '/', '!']);
        // What follows is for the browser: a text fragment.
        let text = text.split(":~:").next().unwrap_or_default();
        let text = self.bounded(text);
        let text = text.trim_end_matches(TRAILING);
        let unwrapped = if !text.contains('=') && decode(text).contains('=') { decode(text) } else { text.to_owned() };
        // Mail programs write &amp; for &.
        let unwrapped = unwrapped.replace("&amp;", "&");
        for piece in unwrapped.split('&').filter(|piece| !piece.is_empty()) {
            let (key, value) = piece.split_once('=').unwrap_or((piece, ""));
            let key = decode_all(key);
            self.pair(key.trim(), value, is_query);
        }
    }

    /// The beginning that may be read, cut between two keys.
    fn bounded<'t>(&mut self, text: &'t str) -> &'t str {
        if text.len() <= MAX_READ {
            return text;
        }
        self.note(Notice::TooLong);
        let mut end = MAX_READ;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let head = text.get(..end).unwrap_or_default();
        head.rsplit_once(['&', ',']).map_or("", |(whole, _)| whole)
    }

    fn pair(&mut self, key: &str, raw: &str, is_query: bool) {
        let lower = key.to_ascii_lowercase();
        let Some(known) = KEYS.iter().copied().find(|known| *known == lower) else {
            return self.unknown(key, lower == "v", raw, is_query);
        };
        if known == "q" {
            if self.take() {
                self.found.view.filter.q = (self.nfc)(&decode_words(raw));
            }
            return;
        }
        let value = (self.nfc)(&decode_all(raw));
        let value = value.trim();
        if let Some(facet) = Facet::ALL.into_iter().find(|facet| facet_key(*facet) == known) {
            return self.choices(facet, value);
        }
        if !value.is_empty() && self.take() {
            self.scalar(known, value);
        }
    }

    fn scalar(&mut self, key: &'static str, value: &str) {
        let found = &mut self.found;
        if matches!(key, "pair" | "cell" | "col" | "row" | "in" | "by" | "sort") {
            found.compares.push(key);
        }
        let both = || value.split_once('~').filter(|(a, b)| !a.is_empty() && !b.is_empty());
        let both = both().map(|(a, b)| (a.to_owned(), b.to_owned()));
        let taken = match key {
            "c" => set(&mut found.view.corpus, value.to_owned()),
            "doc" => set(&mut found.view.document, value.to_owned()),
            "s" => {
                let (id, sum) = value.split_once('~').unwrap_or((value, ""));
                let sum = Some(sum.to_ascii_lowercase()).filter(|sum| !sum.is_empty());
                !id.is_empty() && set(&mut found.view.open, Opened { id: id.to_owned(), sum })
            }
            "view" => match value {
                "read" => set(&mut found.screen, false),
                "compare" => set(&mut found.screen, true),
                _ => false,
            },
            "pair" => both.is_some_and(|both| set(&mut found.pair, both)),
            "cell" => both.is_some_and(|both| set(&mut found.compare.cell, both)),
            "col" => set(&mut found.column, value.to_owned()),
            "row" => set(&mut found.row, value.to_owned()),
            "in" => value == "doc" && put(&mut found.compare.here, true),
            "by" => ROWS.iter().find(|(t, _)| *t == value).is_some_and(|(_, by)| put(&mut found.compare.by, *by)),
            "sort" => ORDERS.iter().find(|(t, _)| *t == value).is_some_and(|(_, by)| put(&mut found.compare.sort, *by)),
            "embed" => value == "1" && put(&mut found.view.embed, true),
            "from" | "to" => return self.date(key, value),
            "lang" if value == "en" => true,
            // Another language survives in the link: a newer page may have it.
            "lang" => {
                found.view.unknown.push((key.to_owned(), value.to_owned()));
                false
            }
            _ => false,
        };
        if !taken {
            self.note(Notice::UnknownValue { key, value: value.to_owned() });
        }
    }

    fn date(&mut self, key: &'static str, value: &str) {
        let filter = &mut self.found.view.filter;
        match PartialDate::parse(value) {
            Some(date) if key == "from" => filter.from = Some(date),
            Some(date) => filter.to = Some(date),
            None => self.note(Notice::BadDate { key, value: value.to_owned() }),
        }
    }

    fn choices(&mut self, facet: Facet, values: &str) {
        for value in values.split(',').map(str::trim) {
            let (name, left_out) = value.strip_prefix('-').map_or((value, false), |name| (name, true));
            let name = name.trim();
            if name.is_empty() || !self.take() {
                continue;
            }
            let known = match facet {
                Facet::Stance => STANCES.contains(&name),
                Facet::Kind => KINDS.contains(&name),
                Facet::Who | Facet::Group | Facet::Via | Facet::Issue => true,
            };
            if !known {
                self.note(Notice::UnknownValue { key: facet_key(facet), value: name.to_owned() });
            }
            let choice = self.found.view.filter.choice_mut(facet);
            match left_out {
                true => choice.exclude(name),
                false if !choice.excludes(name) => choice.include(name),
                false => {}
            }
        }
    }

    fn unknown(&mut self, key: &str, is_version: bool, raw: &str, is_query: bool) {
        let value = (self.nfc)(&decode_all(raw));
        if is_version {
            if value.trim() == "1" || value.trim().is_empty() {
                return;
            }
            self.note(Notice::NewerVersion(value.clone()));
        } else if is_query || key.is_empty() {
            // Trackers and hosts have keys of their own.
            return;
        } else {
            self.note(Notice::UnknownKey(key.to_owned()));
        }
        if self.take() {
            let key = if is_version { "v".to_owned() } else { (self.nfc)(key) };
            self.found.view.unknown.push((key, value));
        }
    }

    fn finish(mut self) -> (View, Vec<Notice>) {
        let found = std::mem::take(&mut self.found);
        let (mut view, mut compare) = (found.view, found.compare);
        view.unknown.sort();
        view.unknown.dedup();
        match (&view.filter.from, &view.filter.to) {
            (Some(from), Some(to)) if from.first_day() > to.last_day() => self.note(Notice::DatesReversed),
            _ => {}
        }
        if found.screen == Some(false) {
            for key in found.compares {
                self.note(Notice::Ignored { key, beside: "view=read" });
            }
            return (view, self.notices);
        }
        compare.focus = match (found.pair, found.column, found.row) {
            (Some((a, b)), column, row) => {
                let others = column.map(|_| "col").into_iter().chain(row.map(|_| "row"));
                others.for_each(|key| self.note(Notice::Ignored { key, beside: "pair" }));
                Focus::Pair(a, b)
            }
            (None, Some(column), row) => {
                row.iter().for_each(|_| self.note(Notice::Ignored { key: "row", beside: "col" }));
                Focus::Column(column)
            }
            (None, None, Some(row)) => Focus::Row(row),
            (None, None, None) => Focus::All,
        };
        if found.screen == Some(true) || compare != Compare::default() {
            view.screen = Screen::Compare(compare);
        }
        (view, self.notices)
    }

    /// Counts one value; `false` when there were enough.
    fn take(&mut self) -> bool {
        self.values += 1;
        if self.values > MAX_VALUES {
            self.note(Notice::TooManyValues);
        }
        self.values <= MAX_VALUES
    }

    fn note(&mut self, notice: Notice) {
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }
}

fn set<T>(slot: &mut Option<T>, value: T) -> bool {
    *slot = Some(value);
    true
}

fn put<T>(slot: &mut T, value: T) -> bool {
    *slot = value;
    true
}
