//! What every check of a file shares: noting a problem at its place, ids and references, texts, dates, addresses,
//! circles.

use super::findings::{Findings, Places};
use super::host::{host_of, is_host};
use super::language_tag::is_tag;
use super::limits;
use super::nearest::Nearest;
use super::problem::Problem;
use super::quotations::Found;
use super::raw;
use super::selector::TextSelector;
use super::shape::Likeness;
use super::tree::JsonPath;
use crate::corpus::WebAddress;
use crate::corpus::date::PartialDate;
use crate::corpus::id::{Id, Key};
use crate::corpus::text::{Span, Text};
use std::collections::BTreeSet;

/// A fault of one statement, by its position in the file.
pub(super) type Fault = (usize, Problem);

/// Checks every row. One with errors keeps its place, so that others are checked against the right one; then
/// there is no corpus.
pub(super) fn each<R, T>(rows: &[R], path: &JsonPath, mut one: impl FnMut(&R, &JsonPath) -> T) -> Vec<T> {
    rows.iter().enumerate().map(|(at, row)| one(row, &path.at(at))).collect()
}

pub(super) fn non_empty(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// The ids of a table, in alphabetical order, with the positions of their rows; and what the rows are called.
pub(super) struct Ids<'a> {
    by_id: Vec<(&'a str, u32)>,
    names: Vec<&'a str>,
}

/// What [`Check::ids`] reads of a row: its id, its former ids and what it is called.
pub(super) type Named<'a> = (&'a raw::IdText, &'a [raw::IdText], &'a str);

impl Ids<'_> {
    pub fn find(&self, id: &str) -> Option<u32> {
        let at = self.by_id.binary_search_by(|(known, _)| (*known).cmp(id)).ok()?;
        self.by_id.get(at).map(|(_, position)| *position)
    }

    /// The id that somebody may have meant: of the row that is called so, else one that is written almost so.
    fn meant(&self, id: &str) -> Option<String> {
        let called = |(_, at): &&(&str, u32)| {
            self.names.get(*at as usize).is_some_and(|name| !name.is_empty() && name.eq_ignore_ascii_case(id))
        };
        let likeness = Likeness::of(id);
        let near = |(known, _): &&(&str, u32)| id.len() > 2 && likeness.is_near(known);
        let found = self.by_id.iter().find(called).or_else(|| self.by_id.iter().find(near));
        found.map(|(known, _)| (*known).to_owned())
    }
}

/// What a reference may name.
pub(super) struct IdTables<'a> {
    pub coders: Ids<'a>,
    pub actors: Ids<'a>,
    pub issues: Ids<'a>,
    pub documents: Ids<'a>,
    pub statements: Ids<'a>,
}

/// A document in which words are placed.
#[derive(Clone, Copy)]
pub(super) struct Searched<'a> {
    /// In the file.
    pub position: usize,
    pub text: &'a Text,
    pub found: &'a Found<'a>,
}

pub(super) struct Check<'f> {
    places: &'f Places<'f>,
    pub errors: Findings<Problem>,
    /// What leaves out one statement each.
    pub faults: Findings<Fault>,
    nearest: Nearest,
    /// How many references were to nothing; of so many it is looked for what was meant.
    unknown: usize,
    /// Bytes that may still be read to say at which of several places words are nearest to their offsets; behind that
    /// it is the first.
    searched_left: usize,
}

impl<'f> Check<'f> {
    pub fn of(places: &'f Places<'f>) -> Check<'f> {
        Check {
            places,
            errors: Findings::default(),
            faults: Findings::default(),
            nearest: Nearest::default(),
            unknown: 0,
            searched_left: limits::NEAREST,
        }
    }

    pub fn report(&mut self, path: &JsonPath, problem: Problem) {
        self.errors.add(self.places.finding(path, problem));
    }

    /// Notes what leaves out the statement at a position.
    pub fn fault(&mut self, statement: usize, path: &JsonPath, problem: Problem) {
        self.faults.add(self.places.finding(path, (statement, problem)));
    }

    /// The present ids of a table; bad, reserved and duplicate ones are noted, former ones too.
    pub fn ids<'a>(
        &mut self,
        what: &'static str,
        path: &JsonPath,
        rows: impl Iterator<Item = Named<'a>>,
        reserved: &[&str],
    ) -> Ids<'a> {
        let mut all: Vec<(&str, u32, Option<usize>)> = Vec::new();
        let mut names = Vec::new();
        for (at, (id, former, name)) in rows.enumerate() {
            let path = path.at(at);
            names.push(name);
            self.own_id(id, &path.key("id"), reserved);
            self.check_former_ids(former, &path.key("former_ids"), reserved);
            all.push((&id.0, at as u32, None));
            all.extend(former.iter().enumerate().map(|(i, id)| (id.0.as_str(), at as u32, Some(i))));
        }
        all.sort();
        let again = all.iter().zip(all.iter().skip(1)).filter(|(first, second)| first.0 == second.0);
        for (id, at, former) in again.map(|(_, second)| *second).collect::<Vec<_>>() {
            let row = path.at(at as usize);
            let problem = Problem::DuplicateId { id: id.to_owned(), what };
            match former {
                None => self.report(&row.key("id"), problem),
                Some(former) => self.report(&row.key("former_ids").at(former), problem),
            }
        }
        all.retain(|(.., former)| former.is_none());
        all.dedup_by_key(|(id, ..)| *id);
        Ids { by_id: all.into_iter().map(|(id, at, _)| (id, at)).collect(), names }
    }

    /// The id that a row has; what is wrong with it is noted.
    pub fn own_id(&mut self, id: &raw::IdText, path: &JsonPath, reserved: &[&str]) -> Option<Id> {
        if let Some(problem) = id_problem(&id.0, reserved) {
            self.report(path, problem);
        }
        Id::new(&id.0)
    }

    fn check_former_ids(&mut self, former: &[raw::IdText], path: &JsonPath, reserved: &[&str]) {
        for (at, id) in former.iter().enumerate() {
            self.own_id(id, &path.at(at), reserved);
        }
    }

    /// The former ids of the corpus, none of which may be its own or stand there twice.
    pub fn former_ids_of_corpus(&mut self, raw: &raw::Corpus, path: &JsonPath) {
        self.check_former_ids(&raw.former_ids, path, limits::RESERVED);
        let mut known = BTreeSet::from([raw.id.0.as_str()]);
        for (at, id) in raw.former_ids.iter().enumerate() {
            if !known.insert(&id.0) {
                let problem = Problem::DuplicateId { id: id.0.clone(), what: "corpus" };
                self.report(&path.at(at), problem);
            }
        }
    }

    /// Where errors are reported, if the file says so.
    pub fn contact(&mut self, text: &str, path: &JsonPath) -> Option<String> {
        let contact = non_empty(text)?;
        if is_mail(&contact) {
            return Some(contact);
        }
        let found = address(&contact);
        if found.is_none() {
            self.report(path, Problem::BadContact(contact));
        }
        found.map(|address| address.as_str().to_owned())
    }

    pub fn reference<K: Key>(
        &mut self,
        ids: &Ids,
        id: &str,
        what: &'static str,
        path: &JsonPath,
    ) -> Option<K> {
        let found = ids.find(id);
        if found.is_none() {
            if id == "@document" {
                self.report(path, Problem::DocumentAmongActors);
                return None;
            }
            self.unknown += 1;
            let meant = if self.unknown <= limits::NEAREST_PLACES { ids.meant(id) } else { None };
            self.report(path, Problem::UnknownReference { id: id.to_owned(), what, meant });
        }
        found.map(K::at)
    }

    /// A name, a label, a title: there, on one line, not too long.
    pub fn required_line(&mut self, text: &str, path: &JsonPath) {
        if text.trim().is_empty() {
            self.report(path, Problem::Empty);
        }
        self.optional_line(text, path);
    }

    pub fn optional_line(&mut self, text: &str, path: &JsonPath) {
        if text.len() > limits::SHORT {
            self.report(path, Problem::TooLong { limit: limits::SHORT });
        }
        if let Some(c) = text.chars().find(|c| c.is_control()) {
            self.report(path, Problem::ControlCharacter(c));
        }
    }

    pub fn max_length(&mut self, text: &str, path: &JsonPath, limit: usize) {
        if text.len() > limit {
            self.report(path, Problem::TooLong { limit });
        }
    }

    pub fn date(&mut self, date: &Option<raw::DateText>, path: &JsonPath) -> Option<PartialDate> {
        date.as_ref().and_then(|date| self.partial_date(&date.0, path))
    }

    pub fn partial_date(&mut self, text: &str, path: &JsonPath) -> Option<PartialDate> {
        let found = PartialDate::parse(text);
        if found.is_none() {
            self.report(path, Problem::BadDate(text.to_owned()));
        }
        found
    }

    /// Where words stand in a document.
    pub fn place(&mut self, words: TextSelector, document: Searched) -> Result<Span, Problem> {
        let Searched { position, text, found } = document;
        let left = &mut self.searched_left;
        let nearest = |words: &str, point| {
            let known = found.get(words, text);
            let first = known.first.and_then(|byte| text.span_at(byte, words));
            if known.times < 2 || *left < text.as_str().len() {
                return first;
            }
            *left -= text.as_str().len();
            text.find(words).min_by_key(|at| at.start().abs_diff(point))
        };
        words.place_by(text, |words| found.get(words, text), nearest).map_err(|problem| match problem {
            Problem::NotFound { words, .. } => {
                let near = self.nearest.find(&words, position, text.as_str());
                Problem::NotFound { words, near }
            }
            problem => problem,
        })
    }

    pub fn language(&mut self, tag: &str, path: &JsonPath) {
        if !is_tag(tag) {
            self.report(path, Problem::BadLanguage(tag.to_owned()));
        }
    }

    pub fn address(&mut self, text: &str, path: &JsonPath) -> Option<WebAddress> {
        let found = address(text);
        if found.is_none() && !text.is_empty() {
            self.report(path, Problem::BadAddress(text.to_owned()));
        }
        found
    }
}

/// Whether an id can be one of any row of a corpus, and of the corpus itself.
pub fn is_usable_id(id: &str) -> bool {
    let reserved = limits::RESERVED.iter().chain(limits::RESERVED_IN_LISTS);
    id_problem(id, &reserved.copied().collect::<Vec<_>>()).is_none()
}

/// What is wrong with an id that a row is to have: it is a name for folders on every system, and none of those that are
/// `reserved`.
pub fn id_problem(id: &str, reserved: &[&str]) -> Option<Problem> {
    let stem = id.split('.').next().unwrap_or_default();
    if Id::new(id).is_none() {
        Some(Problem::BadId(id.to_owned()))
    } else if id.len() > limits::ID {
        Some(Problem::TooLong { limit: limits::ID })
    } else if reserved.contains(&id) {
        Some(Problem::ReservedId(id.to_owned()))
    } else if id.ends_with('.') || limits::DEVICES.contains(&stem) {
        Some(Problem::UnportableId(id.to_owned()))
    } else {
        None
    }
}

/// The former ids of a row; [`Check::ids`] has reported what is wrong with them.
pub(super) fn former_ids(raw: &[raw::IdText]) -> Vec<Id> {
    raw.iter().filter_map(|id| Id::new(&id.0)).collect()
}

/// An address with the host to which browsers go for it, in the letters in which they show it when in doubt
/// (`xn--…`); `None` where they would go nowhere.
pub(super) fn address(text: &str) -> Option<WebAddress> {
    let written = WebAddress::new(text)?;
    let host = host_of(text)?;
    if written.host() == host {
        Some(written)
    } else {
        WebAddress::new(&text.replacen(written.host(), &host, 1))
    }
}

/// `mailto:` and an address with a host, with or without headers behind a question mark.
pub(super) fn is_mail(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("mailto:") else { return false };
    let address = rest.split('?').next().unwrap_or_default();
    let is_sound = !rest.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}".contains(c));
    is_sound && address.split_once('@').is_some_and(|(name, host)| !name.is_empty() && is_host(host))
}

/// Every circle that following `next` leads into, each once, from its smallest member.
pub(super) fn cycles(next: &[Option<usize>]) -> Vec<Vec<usize>> {
    let mut seen_by: Vec<Option<usize>> = vec![None; next.len()];
    let mut found = Vec::new();
    for start in 0..next.len() {
        let mut at = Some(start);
        while let Some(here) = at {
            match seen_by.get_mut(here) {
                Some(seen @ None) => *seen = Some(start),
                Some(Some(walk)) if *walk == start => {
                    let mut cycle = vec![here];
                    let mut on = next.get(here).copied().flatten();
                    while let Some(member) = on.filter(|member| *member != here) {
                        cycle.push(member);
                        on = next.get(member).copied().flatten();
                    }
                    let smallest =
                        cycle.iter().enumerate().min_by_key(|(_, member)| **member).map_or(0, |(i, _)| i);
                    cycle.rotate_left(smallest);
                    found.push(cycle);
                    break;
                }
                _ => break,
            }
            at = next.get(here).copied().flatten();
        }
    }
    found
}
