//! What every check of a file shares: noting a problem at its place, ids and references, texts, dates, addresses,
//! circles.

use super::limits;
use super::problem::Problem;
use super::raw;
use super::tree::{JsonPath, JsonPathBuf};
use crate::corpus::WebAddress;
use crate::corpus::date::PartialDate;
use crate::corpus::id::{Id, Key};

/// A statement that cannot be placed.
pub(super) struct Orphaned<'a> {
    pub raw: &'a raw::Statement,
    pub problems: Vec<(JsonPathBuf, Problem)>,
}

/// Checks every row. One with errors keeps its place, so that others are checked against the right one; then
/// there is no corpus.
pub(super) fn each<R, T>(rows: &[R], path: &JsonPath, mut one: impl FnMut(&R, &JsonPath) -> T) -> Vec<T> {
    rows.iter().enumerate().map(|(at, row)| one(row, &path.at(at))).collect()
}

pub(super) fn non_empty(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// The ids of a table, in alphabetical order, with the positions of their rows.
pub(super) struct Ids<'a>(Vec<(&'a str, u32)>);

impl Ids<'_> {
    pub fn find(&self, id: &str) -> Option<u32> {
        let at = self.0.binary_search_by(|(known, _)| (*known).cmp(id)).ok()?;
        self.0.get(at).map(|(_, position)| *position)
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

pub(super) struct Check {
    pub errors: Vec<(JsonPathBuf, Problem)>,
}

impl Check {
    pub fn report(&mut self, path: &JsonPath, problem: Problem) {
        self.errors.push((path.steps(), problem));
    }

    /// The present ids of a table; bad, reserved and duplicate ones (former ones too) are noted.
    pub fn ids<'a>(
        &mut self,
        what: &'static str,
        path: &JsonPath,
        rows: impl Iterator<Item = (&'a raw::IdText, &'a [raw::IdText])>,
        in_addresses: bool,
    ) -> Ids<'a> {
        let mut all: Vec<(&str, u32, Option<usize>)> = Vec::new();
        for (at, (id, former)) in rows.enumerate() {
            let path = path.at(at);
            self.own_id(id, &path.key("id"), in_addresses);
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
        Ids(all.into_iter().map(|(id, at, _)| (id, at)).collect())
    }

    pub fn own_id(&mut self, id: &raw::IdText, path: &JsonPath, in_addresses: bool) -> Option<Id> {
        if in_addresses && limits::RESERVED.contains(&id.0.as_str()) {
            self.report(path, Problem::ReservedId(id.0.clone()));
        }
        let found = Id::new(&id.0).filter(|id| id.as_str().len() <= limits::SHORT);
        if found.is_none() {
            self.report(path, Problem::BadId(id.0.clone()));
        }
        found
    }

    pub fn former_ids(&mut self, former: &[raw::IdText], path: &JsonPath) -> Vec<Id> {
        let path = path.key("former_ids");
        each(former, &path, |id, path| self.own_id(id, path, false)).into_iter().flatten().collect()
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
            self.report(path, Problem::UnknownReference { id: id.to_owned(), what });
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

    /// Roughly BCP 47: letters and digits in parts of up to eight.
    pub fn language(&mut self, tag: &str, path: &JsonPath) {
        let mut parts = tag.split('-');
        let first = parts
            .next()
            .is_some_and(|p| (2..=8).contains(&p.len()) && p.chars().all(|c| c.is_ascii_alphabetic()));
        let rest = parts.all(|p| (1..=8).contains(&p.len()) && p.chars().all(|c| c.is_ascii_alphanumeric()));
        if !first || !rest {
            self.report(path, Problem::BadLanguage(tag.to_owned()));
        }
    }

    pub fn address(&mut self, text: &str, path: &JsonPath) -> Option<WebAddress> {
        let found = WebAddress::new(text);
        if found.is_none() && !text.is_empty() {
            self.report(path, Problem::BadAddress(text.to_owned()));
        }
        found
    }
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
