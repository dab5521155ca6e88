//! From a project to a corpus file as it is written, and the notes about it.

use super::coded::{Agreement, Coded, CodedStatement, Variables};
use super::documents::Documents;
use super::new_id::NewIds;
use super::refusal::Refusal;
use super::report::Note;
use super::schema::{Datum, Project, Version};
use super::sqlite::Database;
use super::{is_version_one, names};
use crate::corpus::raw::{self, IdText, Position, Role, Speaker, Token};
use crate::corpus::{ActorKind, Kind, RESERVED, Stance, id_problem, limits};
use crate::draft::{List, id_word};
use std::collections::{BTreeMap, BTreeSet};

/// What a person is of the organization that DNA sets beside the name.
const ROLE: &str = "representative";
/// A language that nobody has named yet.
const UNDETERMINED: &str = "und";

/// A corpus file, and what is to be told of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    pub file: raw::Corpus,
    pub notes: Vec<Note>,
}

/// Reads a file of DNA. The corpus is called `title`; `language` is that of the texts, which DNA does not say.
pub fn import(file: &[u8], title: &str, language: Option<&str>) -> Result<Imported, Refusal> {
    if is_version_one(file) {
        return Err(Refusal::VersionOne);
    }
    let mut db = Database::open(file)?;
    let mut project = Project::read(&mut db)?;
    let of_type = project.statement_type()?;
    let variables = Variables::of(&project, of_type);
    let documents = Documents::of(&mut project);
    let coded = Coded::of(&project, &documents, of_type, &variables);
    for (what, count) in [
        ("persons and organizations", coded.persons.all.len() + coded.organizations.all.len()),
        ("concepts", coded.concepts.all.len()),
    ] {
        if count > limits::ROWS {
            return Err(Refusal::TooMany { what, limit: limits::ROWS });
        }
    }
    let mut notes = left_out(&project, of_type, &variables, &coded);
    notes.extend(documents.notes(&project, &coded.lost));
    notes.extend(supposed(&coded));
    let tidied =
        [&coded.persons, &coded.organizations, &coded.concepts, &coded.coders].map(|names| names.tidied);
    notes.push(Note::Tidied(tidied.iter().sum::<usize>() + documents.tidied()));
    if db.has_log() {
        notes.push(Note::Log);
    }
    notes.retain(|note| !note.is_about_nothing());
    Ok(Imported { file: corpus(&project, documents, &coded, title, language), notes })
}

fn corpus(
    project: &Project,
    documents: Documents,
    coded: &Coded,
    title: &str,
    language: Option<&str>,
) -> raw::Corpus {
    let (title, _) = names::tidy(title);
    let title = if title.is_empty() { "Import".to_owned() } else { title };
    let id = id_word(&title).filter(|id| id_problem(id, RESERVED).is_none());
    let rows = Rows::of(coded);
    let version = match project.version {
        Version::Two => 2,
        Version::Three => 3,
    };
    raw::Corpus {
        format: 1,
        id: IdText(id.unwrap_or_else(|| "import".to_owned())),
        title,
        language: language.unwrap_or(UNDETERMINED).to_owned(),
        method: format!(
            "Coded with the Discourse Network Analyzer (version {version}) and imported. \
             Whether words are quoted or only reported was not coded; all stand as indirect."
        ),
        statements: coded.statements.iter().map(|statement| rows.statement(statement, &documents)).collect(),
        coders: rows.coders,
        actors: rows.actors,
        issues: rows.issues,
        documents: documents.rows,
        ..raw::Corpus::default()
    }
}

/// The rows that statements name. Persons stand before organizations among the actors.
struct Rows {
    coders: Vec<raw::Coder>,
    actors: Vec<raw::Actor>,
    issues: Vec<raw::Issue>,
    persons: usize,
    ids: BTreeMap<i64, IdText>,
}

impl Rows {
    fn of(coded: &Coded) -> Rows {
        let mut ids = NewIds::of(List::Actors);
        let mut actor = |name: &String, kind| raw::Actor {
            id: ids.id_of(name),
            name: name.clone(),
            kind: Token(kind),
            ..raw::Actor::default()
        };
        let persons = coded.persons.all.iter().map(|name| actor(name, ActorKind::Person)).collect::<Vec<_>>();
        let bodies = coded.organizations.all.iter().map(|name| actor(name, ActorKind::Organisation));
        let bodies = bodies.collect::<Vec<_>>();
        let (count, mut actors) = (persons.len(), persons);
        for (person, body) in roles(coded) {
            let of = bodies.get(body).map(|body| body.id.clone());
            if let Some(person) = actors.get_mut(person) {
                person.roles.push(Role { title: ROLE.to_owned(), of, ..Role::default() });
            }
        }
        actors.extend(bodies);
        let mut ids = NewIds::of(List::Issues);
        let issue = |concept: &String| raw::Issue {
            id: ids.id_of(concept),
            label: concept.clone(),
            proposition: concept.clone(),
            ..raw::Issue::default()
        };
        let issues = coded.concepts.all.iter().map(issue).collect();
        let mut ids = NewIds::of(List::Coders);
        let coder = |name: &String| raw::Coder { id: ids.id_of(name), name: name.clone() };
        let coders = coded.coders.all.iter().map(coder).collect();
        let mut ids = NewIds::of(List::Statements);
        let numbers = coded.statements.iter().map(|statement| statement.number);
        let ids = numbers.map(|number| (number, ids.id_of(&format!("s{number}")))).collect();
        Rows { coders, actors, issues, persons: count, ids }
    }

    fn statement(&self, coded: &CodedStatement, documents: &Documents) -> raw::Statement {
        let body = coded.organization.map(|at| self.persons + at);
        let speaker = coded.person.or(body).and_then(|at| self.actors.get(at));
        let document = documents.kept.get(&coded.document);
        raw::Statement {
            id: self.ids.get(&coded.number).cloned().unwrap_or_default(),
            document: document.map(|document| document.id.clone()).unwrap_or_default(),
            spans: vec![coded.words.clone()],
            kind: Token(Kind::Indirect),
            speaker: speaker.map_or(Speaker::Unnamed, |actor| Speaker::Actors(vec![actor.id.0.clone()])),
            positions: self.position(coded).into_iter().collect(),
            ..raw::Statement::default()
        }
    }

    fn position(&self, coded: &CodedStatement) -> Option<Position> {
        let issue = self.issues.get(coded.concept?)?;
        let (stance, rationale) = match coded.agreement {
            Agreement::Stance(stance) => (stance, String::new()),
            Agreement::Number(number) => (Stance::Unclear, format!("agreement: {number}")),
            Agreement::Missing => (Stance::Unclear, String::new()),
        };
        Some(Position {
            issue: issue.id.clone(),
            stance: Token(stance),
            rationale,
            coder: coded.coder.and_then(|at| self.coders.get(at)).map(|coder| coder.id.clone()),
            ..Position::default()
        })
    }
}

/// Every person with every organization that stands beside it.
fn roles(coded: &Coded) -> BTreeSet<(usize, usize)> {
    coded.statements.iter().filter_map(|statement| statement.person.zip(statement.organization)).collect()
}

/// What of a project has no place in a corpus.
fn left_out(project: &Project, of_type: i64, variables: &Variables, coded: &Coded) -> Vec<Note> {
    let mut notes = Vec::new();
    for (number, label) in project.types.iter().filter(|(number, _)| **number != of_type) {
        let statements = project.statements.values().filter(|own| own.of_type == *number).count();
        notes.push(Note::OtherType { label: label.clone(), statements });
    }
    let mut others: BTreeMap<&str, usize> = BTreeMap::new();
    let mut named = BTreeSet::new();
    for ((statement, variable), datum) in &project.values {
        let is_ours = project.statements.get(statement).is_some_and(|own| own.of_type == of_type);
        let (Some(own), true) = (project.variables.get(variable), is_ours) else { continue };
        let is_filled = match datum {
            Datum::Entity(entity) => {
                named.insert(*entity);
                project.entities.get(entity).is_some_and(|entity| !entity.name.trim().is_empty())
            }
            Datum::Flag(_) | Datum::Number(_) => true,
            Datum::Long(is_filled) => *is_filled,
        };
        if is_filled && !variables.is_read(*variable, *datum) {
            *others.entry(own.name.as_str()).or_default() += 1;
        }
    }
    notes.extend(
        others.iter().map(|(name, values)| Note::OtherVariable { name: (*name).to_owned(), values: *values }),
    );
    let unused = |variable: Option<i64>| {
        let of_it = project.entities.iter().filter(|(_, entity)| Some(entity.variable) == variable);
        of_it.filter(|(number, entity)| !named.contains(number) && !entity.name.trim().is_empty()).count()
    };
    notes.extend(
        [
            ("person", unused(variables.person)),
            ("organization", unused(variables.organization)),
            ("concept", unused(variables.concept)),
        ]
        .map(|(what, rows)| Note::Unused { what, rows }),
    );
    notes.push(Note::Attributes(project.attributes));
    notes.push(Note::Links(project.links));
    let unplaced = coded.unplaced.iter();
    notes.extend(
        unplaced.map(|(why, statements)| Note::Unplaced { why: *why, statements: statements.clone() }),
    );
    notes
}

/// What had to be supposed of the statements that are there.
fn supposed(coded: &Coded) -> Vec<Note> {
    let count = |is: &dyn Fn(&CodedStatement) -> bool| coded.statements.iter().filter(|own| is(own)).count();
    let with =
        |agreement: fn(Agreement) -> bool| count(&|own| own.concept.is_some() && agreement(own.agreement));
    let mut bodies: BTreeMap<usize, usize> = BTreeMap::new();
    for (person, _) in roles(coded) {
        *bodies.entry(person).or_default() += 1;
    }
    vec![
        Note::Units { differing: coded.differing, passages: coded.passages.clone() },
        Note::Indirect(coded.statements.len()),
        Note::Agreements(with(|agreement| agreement == Agreement::Stance(Stance::Supports))),
        Note::NoAgreement(with(|agreement| agreement == Agreement::Missing)),
        Note::NumericAgreement(with(|agreement| matches!(agreement, Agreement::Number(_)))),
        Note::NoConcept(count(&|own| own.concept.is_none())),
        Note::NoSpeaker(count(&|own| own.person.is_none() && own.organization.is_none())),
        Note::Roles { persons: bodies.len(), title: ROLE },
        Note::SeveralRoles(bodies.values().filter(|bodies| **bodies > 1).count()),
    ]
}
