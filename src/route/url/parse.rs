//! Reading an address, key by key, into a view; what cannot be read gets its notice.

use super::{MAX_READ, MAX_VALUES, meant, once};
use crate::corpus::PartialDate;
use crate::route::percent::{decode_repeatedly, escaped_len, is_unseen, trimmed};
use crate::route::{
    Compare, DocumentSort, DocumentsQuery, Facet, Focus, Language, Notice, Route, RowGrouping, RowSort,
    Screen, StatementRef, StatementSort,
};

/// A view in the making.
pub struct Reader<'a> {
    nfc: &'a dyn Fn(&str) -> String,
    route: Route,
    notices: Vec<Notice>,
    /// What `view` says, if anything; for a page of an actor or an issue, `of` says the rest.
    screen: Option<Screen>,
    of: Option<String>,
    /// What `s` says.
    open: Option<StatementRef>,
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
    pub fn new(nfc: &'a dyn Fn(&str) -> String) -> Reader<'a> {
        Reader {
            nfc,
            route: Route::default(),
            notices: Vec::new(),
            screen: None,
            of: None,
            open: None,
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
    pub fn start_of<'t>(&mut self, raw: &'t str) -> &'t str {
        let most = 4 * MAX_READ;
        if raw.len() <= most {
            return raw;
        }
        self.note(Notice::TooLong);
        let head = raw.get(..raw.floor_char_boundary(most)).unwrap_or_default();
        head.rsplit_once('&').map_or("", |(whole, _)| whole)
    }

    pub fn read(&mut self, key: &'static str, raw: &str) {
        if let Some(facet) = Facet::ALL.into_iter().find(|facet| facet.key() == key) {
            return self.list(facet, raw);
        }
        if key == "q" {
            let q = (self.nfc)(&once(raw));
            if self.has_room(escaped_len(&q)) {
                self.route.filter.q = q;
            }
            return;
        }
        let value = (self.nfc)(&seen(raw));
        let value = trimmed(&value);
        if !value.is_empty() && self.has_room(escaped_len(value)) {
            self.scalar(key, value);
        }
    }

    fn scalar(&mut self, key: &'static str, value: &str) {
        let word = value.to_ascii_lowercase();
        let owned = || Some(value.to_owned());
        let two = || two(value).map(|(a, b)| (a.to_owned(), b.to_owned()));
        let read = match key {
            "c" => set(&mut self.route.corpus, owned()),
            "doc" => set(&mut self.route.document, owned()),
            "s" => set(&mut self.open, opened(value)),
            "of" => set(&mut self.of, owned()),
            "coder" => set(&mut self.route.filter.coder, owned()),
            "from" => set(&mut self.route.filter.from, PartialDate::parse(value)),
            "to" => set(&mut self.route.filter.to, PartialDate::parse(value)),
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
            ("view", "read") => self.screen = Some(Screen::TEXT),
            ("view", "compare") => self.screen = Some(Screen::Compare(Compare::default())),
            ("view", "documents") => self.screen = Some(Screen::Documents(DocumentsQuery::default())),
            ("view", "statements") => self.screen = Some(Screen::Statements(StatementSort::default())),
            ("view", "actors") => self.screen = Some(Screen::Actors(RowSort::default())),
            ("view", "issues") => self.screen = Some(Screen::Issues(RowSort::default())),
            ("view", "actor") => self.screen = Some(Screen::Actor(String::new())),
            ("view", "issue") => self.screen = Some(Screen::Issue(String::new())),
            ("in", "doc") => return self.compared(key, Some(true), |asked, here| asked.here = here),
            ("by", _) => {
                return self.compared(key, meant(&RowGrouping::ALL, word), |asked, by| asked.by = by);
            }
            ("sort", _) => {
                let known = meant(&RowSort::ALL, word).is_some()
                    || meant(&DocumentSort::ALL, word).is_some()
                    || meant(&StatementSort::ALL, word).is_some();
                self.sort = Some(word.to_owned()).filter(|_| known);
                return known;
            }
            ("all", "0" | "1") => self.all = word == "1",
            ("embed", "0" | "1") => self.route.embed = word == "1",
            ("lang", _) => {
                let language = Language::of(word);
                self.route.language = language.unwrap_or_default();
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
        let all = seen(raw);
        for item in all.split(',') {
            let item = (self.nfc)(item);
            let item = trimmed(&item);
            let value = item.trim_start_matches(|c: char| c == '-' || c.is_whitespace());
            let excluded = item.starts_with('-');
            if value.is_empty() || !self.has_room(escaped_len(value) + 2) || !self.has_values() {
                continue;
            }
            let choice = self.route.filter.choice_mut(facet);
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
    pub fn keep(&mut self, key: &str, value: &str) {
        let (key, value) = ((self.nfc)(&once(key)), (self.nfc)(&once(value)));
        if self.has_room(escaped_len(&key) + escaped_len(&value) + 2) && self.has_values() {
            self.note(Notice::UnknownKey(key.clone()));
            self.route.unknown.push((key, value));
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

    pub fn finish(mut self) -> (Route, Vec<Notice>) {
        self.route.screen = self.asked_screen();
        for (key, is_left) in [("of", self.of.is_some()), ("sort", self.sort.is_some()), ("all", self.all)] {
            if is_left {
                self.note(Notice::NotHere(key));
            }
        }
        if !self.route.screen.is_of_document() {
            if self.open.is_some() {
                self.route.screen = Screen::Read { open: self.open.take() };
                self.note(Notice::OpensText);
            } else if self.route.document.take().is_some() {
                self.note(Notice::NotHere("doc"));
            }
        }
        let filter = &self.route.filter;
        if filter.from.zip(filter.to).is_some_and(|(from, to)| from.first_day() > to.last_day()) {
            self.note(Notice::EmptyDateRange);
        }
        self.route.unknown.sort_by(|(a, _), (b, _)| a.cmp(b));
        (self.route, self.notices)
    }

    /// The screen: `view=` decides; otherwise any key of the comparison selects it. `sort`, `all` and `by` are then read
    /// with that screen's meaning.
    fn asked_screen(&mut self) -> Screen {
        let order = self.sort.as_deref().and_then(|word| meant(&RowSort::ALL, word));
        if order.is_some() && matches!(self.screen, None | Some(Screen::Read { .. } | Screen::Compare(_))) {
            self.sort = None;
            self.compared("sort", order, |asked, sort| asked.sort = sort);
        }
        let compares = !self.of_compare.is_empty();
        let unsaid = || if compares { Screen::Compare(Compare::default()) } else { Screen::TEXT };
        let screen = self.screen.take().unwrap_or_else(unsaid);
        if !matches!(screen, Screen::Compare(_)) {
            for key in std::mem::take(&mut self.of_compare) {
                self.note(Notice::ComparisonOnly(key));
            }
        }
        match screen {
            Screen::Read { .. } => Screen::Read { open: self.open.take() },
            Screen::Compare(_) => self.asked_comparison(),
            Screen::Documents(_) => {
                let sort = self.sorted(&DocumentSort::ALL);
                Screen::Documents(DocumentsQuery { sort, all: std::mem::take(&mut self.all) })
            }
            Screen::Statements(_) => Screen::Statements(self.sorted(&StatementSort::ALL)),
            Screen::Actors(_) => Screen::Actors(self.sorted(&RowSort::ALL)),
            Screen::Issues(_) => Screen::Issues(self.sorted(&RowSort::ALL)),
            Screen::Actor(_) => self.page(Screen::Actor),
            Screen::Issue(_) => self.page(Screen::Issue),
        }
    }

    fn asked_comparison(&mut self) -> Screen {
        let several = self.focus.iter().flatten().count() > 1;
        self.compare.focus = std::mem::take(&mut self.focus).into_iter().flatten().next().unwrap_or_default();
        if several {
            let kept = if matches!(self.compare.focus, Focus::Pair(..)) { "pair" } else { "col" };
            self.note(Notice::SeveralFocuses { kept });
        }
        Screen::Compare(Compare { open: self.open.take(), ..std::mem::take(&mut self.compare) })
    }

    fn page(&mut self, screen: fn(String) -> Screen) -> Screen {
        match self.of.take() {
            Some(id) => screen(id),
            None => {
                self.note(Notice::Nameless);
                Screen::Read { open: self.open.take() }
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

/// A raw value decoded, without what nobody sees in it.
fn seen(raw: &str) -> String {
    let mut value = decode_repeatedly(&raw.replace('+', " "));
    value.retain(|c| !is_unseen(c));
    value
}

/// Puts a value where there is one; whether there was.
fn set<T>(slot: &mut Option<T>, value: Option<T>) -> bool {
    let read = value.is_some();
    if read {
        *slot = value;
    }
    read
}

fn opened(value: &str) -> Option<StatementRef> {
    let (id, sum) = value.split_once('~').unwrap_or((value, ""));
    let id = trimmed(id);
    (!id.is_empty())
        .then(|| StatementRef { id: id.to_owned(), sum: (!sum.is_empty()).then(|| sum.to_owned()) })
}

/// Two ids with a `~` between them; the words for voices that are no actors begin with one of their own.
fn two(value: &str) -> Option<(&str, &str)> {
    let own = usize::from(value.starts_with('~'));
    let at = own + value.get(own..)?.find('~')?;
    let (first, second) = (value.get(..at)?, value.get(at + 1..)?);
    (!first.is_empty() && !second.is_empty()).then_some((first, second))
}
