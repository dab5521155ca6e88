//! The statements of a corpus as the table of events that DNA exports: `;` between columns, nothing escaped, so that `;`
//! is written as `,` and `"` as `'`. Offsets are UTF-16 units, half-open. DNA knows agreement and disagreement only;
//! what is neither is counted, and not made one of them.

use crate::convert::utf16::unit;
use crate::corpus::{Actor, ActorIx, ActorKind, Corpus, Position, Speaker, Stance, Statement};
use std::collections::BTreeMap;

/// The table, and what is not in it or not as in the corpus, in sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Events {
    pub table: String,
    pub left_out: Vec<String>,
}

const COLUMNS: [&str; 16] = [
    "statement_id",
    "time",
    "person",
    "organization",
    "concept",
    "agreement",
    "start_position",
    "stop_position",
    "text",
    "coder",
    "document_id",
    "document_title",
    "document_author",
    "document_source",
    "document_section",
    "document_type",
];

/// Reasons for which something is not as in the corpus, each with how often.
type Losses = BTreeMap<&'static str, usize>;

/// Writes one event for every speaker and position of a statement.
pub fn export(corpus: &Corpus) -> Events {
    let (mut rows, mut losses) = (vec![COLUMNS.join(";")], Losses::new());
    let mut lose = |reason, times: usize| *losses.entry(reason).or_default() += times;
    for (_, statement) in corpus.statements.iter() {
        for (reason, is_so) in of_statement(corpus, statement) {
            lose(reason, usize::from(is_so));
        }
        for position in &statement.positions {
            let agreement = match agreement(position) {
                Ok(agreement) => agreement,
                Err(reason) => {
                    lose(reason, 1);
                    continue;
                }
            };
            for (reason, times) in of_position(position) {
                lose(reason, times);
            }
            for speaker in voices(&statement.speaker) {
                let event = Event { corpus, statement, position, speaker, agreement };
                rows.push(event.row(rows.len()));
            }
        }
    }
    lose(
        "actors that are part of a body, without that body",
        corpus.actors.iter().filter(|(_, a)| a.part_of.is_some()).count(),
    );
    let told = losses.into_iter().filter(|(_, times)| *times > 0);
    let left_out = told.map(|(reason, times)| format!("{reason}: {times}")).collect();
    rows.push(String::new());
    Events { table: rows.join("\n"), left_out }
}

/// Everyone who speaks; where nobody is named, nobody once.
fn voices(speaker: &Speaker) -> Vec<Option<ActorIx>> {
    match speaker {
        Speaker::Unnamed | Speaker::Document => vec![None],
        Speaker::Actors(actors) => actors.iter().copied().map(Some).collect(),
    }
}

/// What DNA writes for a position that is the speaker's own.
fn agreement(position: &Position) -> Result<u8, &'static str> {
    if !position.holders.is_empty() {
        return Err("positions that the speaker attributes to others, left out");
    }
    match position.stance {
        Stance::Supports => Ok(1),
        Stance::Opposes => Ok(0),
        Stance::Neutral | Stance::Open | Stance::Unclear | Stance::None => {
            Err("positions that neither support nor oppose, left out")
        }
    }
}

fn of_statement(corpus: &Corpus, statement: &Statement) -> [(&'static str, bool); 8] {
    let date = corpus.said(statement).date();
    [
        ("statements without a position, left out", statement.positions.is_empty()),
        ("split statements, as one stretch with what stands between", statement.spans.len() > 1),
        ("joint statements, once for each speaker", statement.speaker.actors().len() > 1),
        ("statements in the voice of the text, with nobody", statement.speaker == Speaker::Document),
        ("statements with an inexact date, on its first day", date.day().is_none()),
        ("relations to earlier statements", statement.about.is_some()),
        ("statements that others pass on, without these", !statement.via.is_empty()),
        ("statements inside others, beside them", statement.parent.is_some()),
    ]
}

fn of_position(position: &Position) -> [(&'static str, usize); 3] {
    [
        ("conditions", position.conditions.len()),
        ("terms", position.terms.len()),
        ("positions that the text weakens, as if it did not", usize::from(position.hedged)),
    ]
}

struct Event<'c> {
    corpus: &'c Corpus,
    statement: &'c Statement,
    position: &'c Position,
    speaker: Option<ActorIx>,
    agreement: u8,
}

impl Event<'_> {
    fn row(&self, number: usize) -> String {
        let (corpus, statement) = (self.corpus, self.statement);
        let document = &corpus.documents[statement.document];
        let first_day = corpus.said(statement).date().first_day();
        let (year, month, day) = (first_day / 10_000, first_day / 100 % 100, first_day % 100);
        let start = statement.spans.first().map_or(0, |words| words.span.start());
        let end = statement.spans.last().map_or(0, |words| words.span.end());
        let words = document.text.span(start, end).map_or("", |span| document.text.get(span));
        let (person, organization) = self.names();
        let coder = self.position.coder.map_or("", |coder| &corpus.coders[coder].name);
        let issue = &corpus.issues[self.position.issue];
        let optional = |field: &Option<String>| quoted(field.as_deref().unwrap_or_default());
        [
            number.to_string(),
            format!("{year:04}-{month:02}-{day:02} 00:00:00"),
            quoted(person),
            quoted(organization),
            quoted(&issue.proposition),
            self.agreement.to_string(),
            unit(&document.text, start).to_string(),
            unit(&document.text, end).to_string(),
            quoted(words),
            quoted(coder),
            quoted(document.id.as_str()),
            quoted(&document.title),
            optional(&document.author),
            optional(&document.publisher),
            quoted(""),
            quoted(""),
        ]
        .join(";")
    }

    /// The person and the organization of an event. A person stands with the body that it speaks for, else with the
    /// first in which it has a role that day.
    fn names(&self) -> (&str, &str) {
        let corpus = self.corpus;
        let Some(ix) = self.speaker else { return ("", "") };
        let actor: &Actor = &corpus.actors[ix];
        if !matches!(actor.kind, ActorKind::Person | ActorKind::Unnamed) {
            return ("", &actor.name);
        }
        let roles = corpus.roles_on(ix, corpus.said(self.statement).date());
        let body = self.statement.on_behalf_of.or_else(|| roles.iter().find_map(|role| role.of));
        (&actor.name, body.map_or("", |body| &corpus.actors[body].name))
    }
}

/// A text as DNA writes one: on one line, between quotation marks, with none and no `;` inside.
fn quoted(text: &str) -> String {
    let plain = |c: char| match c {
        ';' => ',',
        '"' => '\'',
        c if c.is_control() => ' ',
        c => c,
    };
    format!("\"{}\"", text.chars().map(plain).collect::<String>())
}
