//! The canonical form of an address: fixed order, no defaults.

use crate::route::percent::{encode, protect_end};
use crate::route::{
    Compare, DocumentSort, Facet, FacetSelection, Focus, Language, Route, RowGrouping, RowSort, Screen,
    StatementSort,
};
use std::fmt::Write as _;

impl Route {
    /// The canonical address, without `#`: fixed order, no defaults, nothing that a program would cut.
    pub fn to_fragment(&self) -> String {
        let mut to = Writer(String::new());
        to.scalar("c", self.corpus.as_deref().unwrap_or_default());
        to.scalar("doc", self.document.as_deref().unwrap_or_default());
        if let Some(opened) = self.open() {
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
            Screen::Read { .. } => return,
            Screen::Compare(asked) => return self.compare(asked),
            Screen::Documents(_) => ("documents", ""),
            Screen::Statements(_) => ("statements", ""),
            Screen::Actors(_) => ("actors", ""),
            Screen::Issues(_) => ("issues", ""),
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
            Screen::Read { .. } | Screen::Actor(_) | Screen::Issue(_) => {}
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
            Screen::Actors(sort) | Screen::Issues(sort) => self.scalar("sort", word(&RowSort::ALL, *sort)),
        }
    }
}

/// The word of a value in an address; none for the default.
fn word<T: Copy + Default + PartialEq>(all: &[(T, &'static str)], value: T) -> &'static str {
    let found = all.iter().find(|(known, _)| *known == value && value != T::default());
    found.map_or("", |(_, word)| word)
}
