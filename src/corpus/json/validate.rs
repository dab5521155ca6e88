//! From the raw file to a corpus. Every problem is collected and the check goes on; nothing is corrected, guessed or
//! dropped in silence.

use super::checker::{Check, Fault, IdTables, Searched, cycles, each, former_ids, non_empty};
use super::findings::{Findings, Places};
use super::limits;
use super::problem::Problem;
use super::quotations::Found;
use super::raw;
use super::selector::TextSelector;
use super::tree::JsonPath;
use crate::corpus::covered::Covered;
use crate::corpus::date::PartialDate;
use crate::corpus::id::{ActorIx, Id, Key, Table};
use crate::corpus::index::Index;
use crate::corpus::{Actor, Coder, Corpus, Document, Issue, IssueKind, Part, Role, Text, Until};

/// What a check found.
pub(super) struct Checked {
    pub errors: Findings<Problem>,
    pub faults: Findings<Fault>,
    /// The statements that cannot be placed, by their positions in the file.
    pub orphans: Vec<usize>,
    /// Only when there are no errors.
    pub corpus: Option<Corpus>,
}

/// `texts` are those of the documents, in their order: they become the corpus' own, and are empty in `raw`.
pub(super) fn check<'a>(raw: &'a raw::Corpus, texts: Vec<String>, places: &'a Places<'a>) -> Checked {
    let mut check = Check::of(places);
    let root = JsonPath::Root;
    check.sizes(raw);
    let id = check.own_id(&raw.id, &root.key("id"), limits::RESERVED);
    check.former_ids_of_corpus(raw, &root.key("former_ids"));
    let former_ids = former_ids(&raw.former_ids);
    check.required_line(&raw.title, &root.key("title"));
    check.language(&raw.language, &root.key("language"));
    for (key, text) in [("summary", &raw.summary), ("method", &raw.method)] {
        check.max_length(text, &root.key(key), limits::LONG);
    }
    for (key, text) in [("$schema", &raw.schema), ("version", &raw.version), ("license", &raw.license)] {
        check.optional_line(text, &root.key(key));
    }
    let updated = check.date(&raw.updated, &root.key("updated"));
    let contact = check.contact(&raw.contact, &root.key("contact"));
    let names = IdTables {
        coders: check.ids(
            "coder",
            &root.key("coders"),
            raw.coders.iter().map(|c| (&c.id, [].as_slice(), c.name.as_str())),
            &[],
        ),
        actors: check.ids(
            "actor",
            &root.key("actors"),
            raw.actors.iter().map(|a| (&a.id, a.former_ids.as_slice(), a.name.as_str())),
            limits::RESERVED_IN_LISTS,
        ),
        issues: check.ids(
            "issue",
            &root.key("issues"),
            raw.issues.iter().map(|i| (&i.id, i.former_ids.as_slice(), i.label.as_str())),
            limits::RESERVED_IN_LISTS,
        ),
        documents: check.ids(
            "document",
            &root.key("documents"),
            raw.documents.iter().map(|d| (&d.id, d.former_ids.as_slice(), d.title.as_str())),
            limits::RESERVED,
        ),
        statements: check.ids(
            "statement",
            &root.key("statements"),
            raw.statements.iter().map(|s| (&s.id, s.former_ids.as_slice(), "")),
            limits::RESERVED,
        ),
    };
    let coders: Vec<Coder> = each(&raw.coders, &root.key("coders"), |coder, path| {
        check.required_line(&coder.name, &path.key("name"));
        Coder { id: Id::or_empty(&coder.id.0), name: coder.name.clone() }
    });
    let actors: Vec<Actor> =
        each(&raw.actors, &root.key("actors"), |actor, path| check.actor(actor, &names, path));
    check.part_of_cycles(&actors, &root.key("actors"));
    let issues: Vec<Issue> = each(&raw.issues, &root.key("issues"), |issue, path| check.issue(issue, path));
    let list = root.key("documents");
    let documents = raw.documents.iter().zip(texts).enumerate();
    let document = |(at, (document, text)): (usize, (&raw::Document, String))| {
        check.document(document, text, at, &raw.language, &list.at(at))
    };
    let documents: Vec<Document> = documents.map(document).collect();

    let (statements, orphans) =
        super::validate_statements::statements(&mut check, raw, &names, &actors, &documents);
    let (actors, issues) = (Table::new(actors), Table::new(issues));
    let (documents, statements) = (Table::new(documents), Table::new(statements));
    let is_valid = check.errors.is_empty();
    let corpus = id.filter(|_| is_valid).map(|id| Corpus {
        id,
        former_ids,
        title: raw.title.clone(),
        summary: non_empty(&raw.summary),
        language: raw.language.clone(),
        version: non_empty(&raw.version),
        updated,
        contact,
        license: non_empty(&raw.license),
        method: non_empty(&raw.method),
        index: Index::of(&actors, &issues, &documents, &statements),
        coders: Table::new(coders),
        actors,
        issues,
        documents,
        statements,
    });
    Checked { errors: check.errors, faults: check.faults, orphans, corpus }
}

impl Check<'_> {
    fn sizes(&mut self, raw: &raw::Corpus) {
        for (key, what, length, limit) in [
            ("coders", "coders", raw.coders.len(), limits::ROWS),
            ("actors", "actors", raw.actors.len(), limits::ROWS),
            ("issues", "issues", raw.issues.len(), limits::ROWS),
            ("documents", "documents", raw.documents.len(), limits::ROWS),
            ("statements", "statements", raw.statements.len(), limits::STATEMENTS),
        ] {
            if length > limit {
                self.report(&JsonPath::Root.key(key), Problem::TooLarge { what, limit });
            }
        }
    }

    fn actor(&mut self, raw: &raw::Actor, names: &IdTables, path: &JsonPath) -> Actor {
        self.required_line(&raw.name, &path.key("name"));
        self.max_length(&raw.note, &path.key("note"), limits::LONG);
        for (at, alias) in raw.aliases.iter().enumerate() {
            self.required_line(alias, &path.key("aliases").at(at));
        }
        for (tag, name) in &raw.names.0 {
            let path = path.key("names");
            self.language(tag, &path.key(tag));
            self.required_line(name, &path.key(tag));
        }
        let roles = each(&raw.roles, &path.key("roles"), |role, path| self.role(role, names, path));
        let part_of = raw
            .part_of
            .as_ref()
            .and_then(|id| self.reference(&names.actors, &id.0, "actor", &path.key("part_of")));
        Actor {
            id: Id::or_empty(&raw.id.0),
            former_ids: former_ids(&raw.former_ids),
            name: raw.name.clone(),
            kind: raw.kind.0,
            aliases: raw.aliases.clone(),
            roles,
            part_of,
            names: raw.names.0.clone(),
            note: non_empty(&raw.note),
        }
    }

    fn role(&mut self, raw: &raw::Role, names: &IdTables, path: &JsonPath) -> Role {
        self.required_line(&raw.title, &path.key("title"));
        let from = self.date(&raw.from, &path.key("from"));
        let to = match &raw.to {
            Some(to) if to.0 == ".." => Some(Until::Still),
            Some(to) => self.partial_date(&to.0, &path.key("to")).map(Until::Date),
            None => None,
        };
        if let (Some(from), Some(Until::Date(to))) = (from, to)
            && from.first_day() > to.last_day()
        {
            self.report(path, Problem::DatesReversed);
        }
        let of =
            raw.of.as_ref().and_then(|id| self.reference(&names.actors, &id.0, "actor", &path.key("of")));
        let attested = self.date(&raw.attested, &path.key("attested"));
        Role { title: raw.title.clone(), of, from, to, attested }
    }

    /// `part_of` must lead round in no circle.
    fn part_of_cycles(&mut self, actors: &[Actor], path: &JsonPath) {
        let bodies: Vec<Option<usize>> = actors.iter().map(|a| a.part_of.map(ActorIx::position)).collect();
        for cycle in cycles(&bodies) {
            let ids =
                cycle.iter().chain(cycle.first()).filter_map(|at| actors.get(*at)).map(|a| a.id.to_string());
            let problem = Problem::Cycle { ids: ids.collect(), what: "part_of" };
            self.report(&path.at(cycle.first().copied().unwrap_or(0)).key("part_of"), problem);
        }
    }

    fn issue(&mut self, raw: &raw::Issue, path: &JsonPath) -> Issue {
        self.required_line(&raw.label, &path.key("label"));
        self.required_line(&raw.proposition, &path.key("proposition"));
        Issue {
            id: Id::or_empty(&raw.id.0),
            former_ids: former_ids(&raw.former_ids),
            label: raw.label.clone(),
            proposition: raw.proposition.clone(),
            kind: raw.kind.map_or(IssueKind::Policy, |kind| kind.0),
        }
    }

    fn document(
        &mut self,
        raw: &raw::Document,
        text: String,
        at: usize,
        language: &str,
        path: &JsonPath,
    ) -> Document {
        self.required_line(&raw.title, &path.key("title"));
        for (key, text) in [("publisher", &raw.publisher), ("author", &raw.author), ("license", &raw.license)]
        {
            self.optional_line(text, &path.key(key));
        }
        self.max_length(&raw.note, &path.key("note"), limits::LONG);
        if text.is_empty() {
            self.report(&path.key("text"), Problem::Empty);
        }
        self.max_length(&text, &path.key("text"), limits::TEXT);
        if let Some(tag) = &raw.language {
            self.language(tag, &path.key("language"));
        }
        let sum = &raw.sha256;
        if !sum.is_empty() && (sum.len() != 64 || !sum.bytes().all(|b| b.is_ascii_hexdigit())) {
            self.report(&path.key("sha256"), Problem::BadSum);
        }
        let date = self.partial_date(&raw.date.0, &path.key("date"));
        let (url, archived) =
            (self.address(&raw.url, &path.key("url")), self.address(&raw.archived, &path.key("archived")));
        let text = Text::new(text);
        let structure = self.structure(&raw.structure, at, &text, &path.key("structure"));
        Document {
            id: Id::or_empty(&raw.id.0),
            former_ids: former_ids(&raw.former_ids),
            title: raw.title.clone(),
            date: date.unwrap_or(PartialDate::NONE),
            language: raw.language.clone().unwrap_or_else(|| language.to_owned()),
            publisher: non_empty(&raw.publisher),
            author: non_empty(&raw.author),
            url,
            archived,
            license: non_empty(&raw.license),
            sha256: non_empty(&raw.sha256),
            note: non_empty(&raw.note),
            text,
            structure,
        }
    }

    fn structure(&mut self, raw: &[raw::Part], position: usize, text: &Text, path: &JsonPath) -> Vec<Part> {
        let found = Found::of(raw.iter().map(TextSelector::from), text);
        let document = Searched { position, text, found: &found };
        let mut parts: Vec<Part> = Vec::with_capacity(raw.len());
        let mut covered = Covered::default();
        for (at, part) in raw.iter().enumerate() {
            match self.place(part.into(), document) {
                Ok(span) if covered.overlaps(span) => self.report(&path.at(at), Problem::PartsOverlap),
                Ok(span) => {
                    covered.add(span);
                    parts.push(Part { role: part.role.0, span });
                }
                Err(problem) => self.report(&path.at(at).key("exact"), problem),
            }
        }
        parts.sort_by_key(|part| part.span);
        parts
    }
}
