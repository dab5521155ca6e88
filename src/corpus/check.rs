//! From the file as written to tables that cannot be wrong. Every problem is noted and the check goes on;
//! nothing is corrected, guessed or dropped in silence.

use super::anchor::Anchor;
use super::date::PartialDate;
use super::id::{ActorIx, Id, Key, Table};
use super::limits;
use super::lookup::Index;
use super::place::{Path, Steps};
use super::problem::Problem;
use super::raw;
use super::read::{Fault, Reading, Refusal};
use super::{Actor, Coder, Corpus, Document, Issue, IssueKind, Part, Role, Text, Until, WebAddress};

/// What a check found; a corpus only when there are no errors.
pub(super) struct Checked<'a> {
    pub errors: Vec<(Steps, Problem)>,
    pub faults: Vec<Misplaced<'a>>,
    corpus: Option<Corpus>,
    stated: usize,
}

/// A statement that cannot be placed.
pub(super) struct Misplaced<'a> {
    pub raw: &'a raw::Statement,
    pub problems: Vec<(Steps, Problem)>,
}

impl Checked<'_> {
    pub fn finish(self, faults: Vec<Fault>) -> Result<Reading, Refusal> {
        let stated = self.stated;
        let corpus = self.corpus.ok_or(Refusal { problems: Vec::new() })?;
        Ok(Reading { corpus, faults, stated })
    }
}

pub(super) fn check(raw: &raw::Corpus) -> Checked<'_> {
    let mut check = Check { errors: Vec::new() };
    let root = Path::Root;
    check.sizes(raw);
    let id = check.own_id(&raw.id, &root.key("id"), true);
    let former_ids = check.former(&raw.former_ids, &root);
    check.short(&raw.title, &root.key("title"));
    check.language(&raw.language, &root.key("language"));
    for (key, text) in [("summary", &raw.summary), ("method", &raw.method)] {
        check.long(text, &root.key(key), limits::LONG);
    }
    for (key, text) in [("$schema", &raw.schema), ("version", &raw.version), ("license", &raw.license)] {
        check.optional(text, &root.key(key));
    }
    let updated = check.date(&raw.updated, &root.key("updated"));
    let contact = maybe(&raw.contact);
    if contact.as_deref().is_some_and(|c| !c.starts_with("mailto:") && WebAddress::new(c).is_none()) {
        check.note(&root.key("contact"), Problem::BadAddress(raw.contact.clone()));
    }
    let names = Names {
        coders: check.ids(
            "coder",
            &root.key("coders"),
            raw.coders.iter().map(|c| (&c.id, [].as_slice())),
            false,
        ),
        actors: check.ids(
            "actor",
            &root.key("actors"),
            raw.actors.iter().map(|a| (&a.id, a.former_ids.as_slice())),
            false,
        ),
        issues: check.ids(
            "issue",
            &root.key("issues"),
            raw.issues.iter().map(|i| (&i.id, i.former_ids.as_slice())),
            false,
        ),
        documents: check.ids(
            "document",
            &root.key("documents"),
            raw.documents.iter().map(|d| (&d.id, d.former_ids.as_slice())),
            true,
        ),
        statements: check.ids(
            "statement",
            &root.key("statements"),
            raw.statements.iter().map(|s| (&s.id, s.former_ids.as_slice())),
            true,
        ),
    };
    let coders: Vec<Coder> = each(&raw.coders, &root.key("coders"), |coder, path| {
        check.short(&coder.name, &path.key("name"));
        Coder { id: Id::or_none(&coder.id.0), name: coder.name.clone() }
    });
    let actors: Vec<Actor> =
        each(&raw.actors, &root.key("actors"), |actor, path| check.actor(actor, &names, path));
    check.bodies(&actors, &root.key("actors"));
    let issues: Vec<Issue> = each(&raw.issues, &root.key("issues"), |issue, path| check.issue(issue, path));
    let documents: Vec<Document> = each(&raw.documents, &root.key("documents"), |document, path| {
        check.document(document, &raw.language, path)
    });

    let (statements, faults) = super::check_statements::statements(&mut check, raw, &names, &documents);
    let (actors, issues) = (Table::new(actors), Table::new(issues));
    let (documents, statements) = (Table::new(documents), Table::new(statements));
    let whole = check.errors.is_empty();
    let corpus = id.filter(|_| whole).map(|id| Corpus {
        id,
        former_ids,
        title: raw.title.clone(),
        summary: maybe(&raw.summary),
        language: raw.language.clone(),
        version: maybe(&raw.version),
        updated,
        contact,
        license: maybe(&raw.license),
        method: maybe(&raw.method),
        index: Index::of(&actors, &issues, &documents, &statements),
        coders: Table::new(coders),
        actors,
        issues,
        documents,
        statements,
    });
    Checked { errors: check.errors, faults, corpus, stated: raw.statements.len() }
}

/// Checks every row. One with errors keeps its place, so that others are checked against the right one; then
/// there is no corpus.
fn each<R, T>(rows: &[R], path: &Path, mut one: impl FnMut(&R, &Path) -> T) -> Vec<T> {
    rows.iter().enumerate().map(|(at, row)| one(row, &path.at(at))).collect()
}

pub(super) fn maybe(text: &str) -> Option<String> {
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
pub(super) struct Names<'a> {
    pub coders: Ids<'a>,
    pub actors: Ids<'a>,
    pub issues: Ids<'a>,
    pub documents: Ids<'a>,
    pub statements: Ids<'a>,
}

pub(super) struct Check {
    pub errors: Vec<(Steps, Problem)>,
}

impl Check {
    pub fn note(&mut self, path: &Path, problem: Problem) {
        self.errors.push((path.steps(), problem));
    }

    fn sizes(&mut self, raw: &raw::Corpus) {
        for (key, what, length, limit) in [
            ("coders", "coders", raw.coders.len(), limits::ROWS),
            ("actors", "actors", raw.actors.len(), limits::ROWS),
            ("issues", "issues", raw.issues.len(), limits::ROWS),
            ("documents", "documents", raw.documents.len(), limits::ROWS),
            ("statements", "statements", raw.statements.len(), limits::STATEMENTS),
        ] {
            if length > limit {
                self.note(&Path::Root.key(key), Problem::TooLarge { what, limit });
            }
        }
    }

    /// The present ids of a table; bad, reserved and duplicate ones (former ones too) are noted.
    fn ids<'a>(
        &mut self,
        what: &'static str,
        path: &Path,
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
                None => self.note(&row.key("id"), problem),
                Some(former) => self.note(&row.key("former_ids").at(former), problem),
            }
        }
        all.retain(|(.., former)| former.is_none());
        all.dedup_by_key(|(id, ..)| *id);
        Ids(all.into_iter().map(|(id, at, _)| (id, at)).collect())
    }

    pub fn own_id(&mut self, id: &raw::IdText, path: &Path, in_addresses: bool) -> Option<Id> {
        if in_addresses && limits::RESERVED.contains(&id.0.as_str()) {
            self.note(path, Problem::ReservedId(id.0.clone()));
        }
        let found = Id::new(&id.0).filter(|id| id.as_str().len() <= limits::SHORT);
        if found.is_none() {
            self.note(path, Problem::BadId(id.0.clone()));
        }
        found
    }

    pub fn former(&mut self, former: &[raw::IdText], path: &Path) -> Vec<Id> {
        let path = path.key("former_ids");
        each(former, &path, |id, path| self.own_id(id, path, false)).into_iter().flatten().collect()
    }

    pub fn reference<K: Key>(&mut self, ids: &Ids, id: &str, what: &'static str, path: &Path) -> Option<K> {
        let found = ids.find(id);
        if found.is_none() {
            self.note(path, Problem::UnknownReference { id: id.to_owned(), what });
        }
        found.map(K::at)
    }

    /// A name, a label, a title: there, on one line, not too long.
    pub fn short(&mut self, text: &str, path: &Path) {
        if text.trim().is_empty() {
            self.note(path, Problem::Empty);
        }
        self.optional(text, path);
    }

    pub fn optional(&mut self, text: &str, path: &Path) {
        if text.len() > limits::SHORT {
            self.note(path, Problem::TooLong { limit: limits::SHORT });
        }
        if let Some(c) = text.chars().find(|c| c.is_control()) {
            self.note(path, Problem::ControlCharacter(c));
        }
    }

    pub fn long(&mut self, text: &str, path: &Path, limit: usize) {
        if text.len() > limit {
            self.note(path, Problem::TooLong { limit });
        }
    }

    pub fn date(&mut self, date: &Option<raw::DateText>, path: &Path) -> Option<PartialDate> {
        date.as_ref().and_then(|date| self.day(&date.0, path))
    }

    fn day(&mut self, text: &str, path: &Path) -> Option<PartialDate> {
        let found = PartialDate::parse(text);
        if found.is_none() {
            self.note(path, Problem::BadDate(text.to_owned()));
        }
        found
    }

    /// Roughly BCP 47: letters and digits in parts of up to eight.
    pub fn language(&mut self, tag: &str, path: &Path) {
        let mut parts = tag.split('-');
        let first = parts
            .next()
            .is_some_and(|p| (2..=8).contains(&p.len()) && p.chars().all(|c| c.is_ascii_alphabetic()));
        let rest = parts.all(|p| (1..=8).contains(&p.len()) && p.chars().all(|c| c.is_ascii_alphanumeric()));
        if !first || !rest {
            self.note(path, Problem::BadLanguage(tag.to_owned()));
        }
    }

    fn address(&mut self, text: &str, path: &Path) -> Option<WebAddress> {
        let found = WebAddress::new(text);
        if found.is_none() && !text.is_empty() {
            self.note(path, Problem::BadAddress(text.to_owned()));
        }
        found
    }

    fn actor(&mut self, raw: &raw::Actor, names: &Names, path: &Path) -> Actor {
        self.short(&raw.name, &path.key("name"));
        self.long(&raw.note, &path.key("note"), limits::LONG);
        for (at, alias) in raw.aliases.iter().enumerate() {
            self.short(alias, &path.key("aliases").at(at));
        }
        for (tag, name) in &raw.names.0 {
            let path = path.key("names");
            self.language(tag, &path.key(tag));
            self.short(name, &path.key(tag));
        }
        let roles = each(&raw.roles, &path.key("roles"), |role, path| self.role(role, names, path));
        let part_of = raw
            .part_of
            .as_ref()
            .and_then(|id| self.reference(&names.actors, &id.0, "actor", &path.key("part_of")));
        Actor {
            id: Id::or_none(&raw.id.0),
            former_ids: self.former(&raw.former_ids, path),
            name: raw.name.clone(),
            kind: raw.kind.0,
            aliases: raw.aliases.clone(),
            roles,
            part_of,
            names: raw.names.0.clone(),
            note: maybe(&raw.note),
        }
    }

    fn role(&mut self, raw: &raw::Role, names: &Names, path: &Path) -> Role {
        self.short(&raw.title, &path.key("title"));
        let from = self.date(&raw.from, &path.key("from"));
        let to = match &raw.to {
            Some(to) if to.0 == ".." => Some(Until::Still),
            Some(to) => self.day(&to.0, &path.key("to")).map(Until::Date),
            None => None,
        };
        if let (Some(from), Some(Until::Date(to))) = (from, to)
            && from.first_day() > to.last_day()
        {
            self.note(path, Problem::DatesReversed);
        }
        let of =
            raw.of.as_ref().and_then(|id| self.reference(&names.actors, &id.0, "actor", &path.key("of")));
        let attested = self.date(&raw.attested, &path.key("attested"));
        Role { title: raw.title.clone(), of, from, to, attested }
    }

    /// No body may be part of itself, however far round.
    fn bodies(&mut self, actors: &[Actor], path: &Path) {
        let bodies: Vec<Option<usize>> = actors.iter().map(|a| a.part_of.map(ActorIx::position)).collect();
        for cycle in cycles(&bodies) {
            let ids =
                cycle.iter().chain(cycle.first()).filter_map(|at| actors.get(*at)).map(|a| a.id.to_string());
            let problem = Problem::Cycle { ids: ids.collect(), what: "part_of" };
            self.note(&path.at(cycle.first().copied().unwrap_or(0)).key("part_of"), problem);
        }
    }

    fn issue(&mut self, raw: &raw::Issue, path: &Path) -> Issue {
        self.short(&raw.label, &path.key("label"));
        self.short(&raw.proposition, &path.key("proposition"));
        Issue {
            id: Id::or_none(&raw.id.0),
            former_ids: self.former(&raw.former_ids, path),
            label: raw.label.clone(),
            proposition: raw.proposition.clone(),
            kind: raw.kind.map_or(IssueKind::Policy, |kind| kind.0),
        }
    }

    fn document(&mut self, raw: &raw::Document, language: &str, path: &Path) -> Document {
        self.short(&raw.title, &path.key("title"));
        for (key, text) in [("publisher", &raw.publisher), ("author", &raw.author), ("license", &raw.license)]
        {
            self.optional(text, &path.key(key));
        }
        self.long(&raw.note, &path.key("note"), limits::LONG);
        if raw.text.is_empty() {
            self.note(&path.key("text"), Problem::Empty);
        }
        self.long(&raw.text, &path.key("text"), limits::TEXT);
        if let Some(tag) = &raw.language {
            self.language(tag, &path.key("language"));
        }
        let sum = &raw.sha256;
        if !sum.is_empty() && (sum.len() != 64 || !sum.bytes().all(|b| b.is_ascii_hexdigit())) {
            self.note(&path.key("sha256"), Problem::BadSum);
        }
        let date = self.day(&raw.date.0, &path.key("date"));
        let (url, archived) =
            (self.address(&raw.url, &path.key("url")), self.address(&raw.archived, &path.key("archived")));
        let text = Text::new(raw.text.clone());
        let structure = self.structure(&raw.structure, &text, &path.key("structure"));
        Document {
            id: Id::or_none(&raw.id.0),
            former_ids: self.former(&raw.former_ids, path),
            title: raw.title.clone(),
            date: date.unwrap_or(PartialDate::NONE),
            language: raw.language.clone().unwrap_or_else(|| language.to_owned()),
            publisher: maybe(&raw.publisher),
            author: maybe(&raw.author),
            url,
            archived,
            license: maybe(&raw.license),
            sha256: maybe(&raw.sha256),
            note: maybe(&raw.note),
            text,
            structure,
        }
    }

    fn structure(&mut self, raw: &[raw::Part], text: &Text, path: &Path) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::with_capacity(raw.len());
        for (at, part) in raw.iter().enumerate() {
            match Anchor::from(part).place(text) {
                Ok(span) if parts.iter().any(|known| known.span.overlaps(span)) => {
                    self.note(&path.at(at), Problem::Overlap)
                }
                Ok(span) => parts.push(Part { role: part.role.0, span }),
                Err(problem) => self.note(&path.at(at).key("exact"), problem),
            }
        }
        parts.sort_by_key(|part| part.span);
        parts
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
