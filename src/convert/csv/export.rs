//! The statements of a corpus become a table that [`super::import`] reads back, in UTF-8 with the mark that spreadsheets
//! look for. What no column holds is counted.

use super::column::Column;
use super::offsets::Unit;
use super::{BETWEEN_NAMES, BETWEEN_SPANS, DOCUMENT, UNNAMED};
use crate::corpus::{ActorIx, Corpus, Kind, LabelledSpan, Position, Relay, Speaker, Statement, Text, raw};
use csv::{Terminator, WriterBuilder};

pub struct Exported {
    pub bytes: Vec<u8>,
    /// What is not in the table, in sentences.
    pub left_out: Vec<String>,
}

pub fn export(corpus: &Corpus) -> Result<Exported, String> {
    let mut table =
        WriterBuilder::new().terminator(Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
    let written = |problem: csv::Error| problem.to_string();
    table.write_record(Column::ALL.map(Column::name)).map_err(written)?;
    for (_, statement) in corpus.statements.iter() {
        let rows = if statement.positions.is_empty() {
            vec![None]
        } else {
            statement.positions.iter().map(Some).collect()
        };
        for position in rows {
            let row = Row { corpus, statement, position };
            table.write_record(Column::ALL.map(|column| row.cell(column))).map_err(written)?;
        }
    }
    let bytes = table.into_inner().map_err(|problem| problem.to_string())?;
    Ok(Exported { bytes, left_out: left_out(corpus) })
}

struct Row<'a> {
    corpus: &'a Corpus,
    statement: &'a Statement,
    position: Option<&'a Position>,
}

impl Row<'_> {
    fn cell(&self, column: Column) -> String {
        let (corpus, statement) = (self.corpus, self.statement);
        let document = &corpus.documents[statement.document];
        match column {
            Column::Id => statement.id.to_string(),
            Column::Document => document.id.to_string(),
            Column::Words => corpus.words(statement).collect::<Vec<_>>().join(BETWEEN_SPANS),
            Column::Start => joined(statement.spans.iter().map(|words| words.span.start().to_string()), " "),
            Column::End => joined(statement.spans.iter().map(|words| words.span.end().to_string()), " "),
            Column::Unit => Unit::CodePoints.to_string(),
            Column::Quoted if statement.kind == Kind::Mixed => {
                joined(statement.spans.iter().map(|words| flag(words.quoted)), BETWEEN_SPANS)
            }
            Column::Quoted => String::new(),
            Column::Kind => raw::Token(statement.kind).word().to_owned(),
            Column::Speaker => self.speaker(&statement.speaker, ""),
            Column::SpeakerKind => names(
                statement
                    .speaker
                    .actors()
                    .iter()
                    .map(|actor| raw::Token(corpus.actors[*actor].kind).word().to_owned()),
            ),
            Column::Via => {
                let own = own_relays(corpus, statement);
                names(own.iter().map(|relay| self.speaker(&relay.by, UNNAMED)))
            }
            Column::OnBehalfOf => self.actors(statement.on_behalf_of.as_slice()),
            Column::Act => statement.act.map_or_else(String::new, |act| raw::Token(act).word().to_owned()),
            Column::Date => statement.date.map_or_else(String::new, |date| date.to_string()),
            Column::Addressees => self.actors(&statement.addressees),
            column => self.position.map_or_else(String::new, |position| self.of_position(position, column)),
        }
    }

    fn of_position(&self, position: &Position, column: Column) -> String {
        let corpus = self.corpus;
        let text = &corpus.documents[self.statement.document].text;
        match column {
            Column::Issue => corpus.issues[position.issue].id.to_string(),
            Column::Proposition => corpus.issues[position.issue].proposition.clone(),
            Column::Stance => raw::Token(position.stance).word().to_owned(),
            Column::Holder => self.actors(&position.holders),
            Column::Condition => words(text, &position.conditions),
            Column::Terms => words(text, &position.terms),
            Column::Hedged => {
                if position.hedged {
                    flag(true)
                } else {
                    String::new()
                }
            }
            Column::Rationale => position.rationale.clone().unwrap_or_default(),
            Column::Coder => {
                position.coder.map_or_else(String::new, |coder| corpus.coders[coder].id.to_string())
            }
            Column::Confidence => position
                .confidence
                .map_or_else(String::new, |confidence| raw::Token(confidence).word().to_owned()),
            _ => String::new(),
        }
    }

    fn speaker(&self, speaker: &Speaker, unnamed: &str) -> String {
        match speaker {
            Speaker::Unnamed => unnamed.to_owned(),
            Speaker::Document => DOCUMENT.to_owned(),
            Speaker::Actors(actors) => self.actors(actors),
        }
    }

    fn actors(&self, actors: &[ActorIx]) -> String {
        names(actors.iter().map(|actor| self.corpus.actors[*actor].id.to_string()))
    }
}

/// The relays that a statement's own row names: the last ones, behind what its parent brings.
fn own_relays<'a>(corpus: &'a Corpus, statement: &'a Statement) -> &'a [Relay] {
    let inherited = statement.parent.map_or(0, |parent| corpus.statements[parent].via.len() + 1);
    statement.via.get(inherited..).unwrap_or_default()
}

fn words(text: &Text, spans: &[LabelledSpan]) -> String {
    joined(spans.iter().map(|words| text.get(words.span).to_owned()), BETWEEN_SPANS)
}

fn flag(is_so: bool) -> String {
    if is_so { "yes".to_owned() } else { "no".to_owned() }
}

fn names(all: impl Iterator<Item = String>) -> String {
    joined(all, &format!("{BETWEEN_NAMES} "))
}

fn joined(all: impl Iterator<Item = String>, between: &str) -> String {
    all.collect::<Vec<_>>().join(between)
}

/// What no column holds, each with how often it is there.
fn left_out(corpus: &Corpus) -> Vec<String> {
    let statements = || corpus.statements.iter().map(|(_, statement)| statement);
    let positions = || statements().flat_map(|statement| &statement.positions);
    let labels = |spans: &[LabelledSpan]| spans.iter().filter(|words| words.label.is_some()).count();
    let relays = || statements().flat_map(|statement| own_relays(corpus, statement));
    let is_clear = |statement: &Statement, words: &LabelledSpan| {
        let text = &corpus.documents[statement.document].text;
        text.find(text.get(words.span)).nth(1).is_none()
    };
    let unclear = |statement: &Statement| {
        let anchors =
            statement.positions.iter().flat_map(|position| position.conditions.iter().chain(&position.terms));
        anchors.filter(|words| !is_clear(statement, words)).count()
    };
    let counted = [
        (
            "reporting clauses (cue)",
            statements().filter(|s| s.cue.is_some()).count() + relays().filter(|r| r.cue.is_some()).count(),
        ),
        ("parents", statements().filter(|s| s.parent.is_some()).count()),
        ("relations to earlier statements (about)", statements().filter(|s| s.about.is_some()).count()),
        ("occasions", statements().filter(|s| s.occasion.is_some()).count()),
        ("notes of statements", statements().filter(|s| s.note.is_some()).count()),
        ("confidences of statements", statements().filter(|s| s.confidence.is_some()).count()),
        ("former ids of statements", statements().map(|s| s.former_ids.len()).sum()),
        (
            "languages of spans",
            statements().flat_map(|s| &s.spans).filter(|words| words.lang.is_some()).count(),
        ),
        ("parts of statements that carry a position", positions().map(|p| p.spans.len()).sum()),
        (
            "labels of conditions and terms",
            positions().map(|p| labels(&p.conditions) + labels(&p.terms)).sum(),
        ),
    ];
    let mut told: Vec<String> = counted
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(what, count)| format!("{what}: {count}"))
        .collect();
    let unclear: usize = statements().map(unclear).sum();
    if unclear > 0 {
        told.push(format!(
            "places of conditions and terms whose words stand several times in the text, so that an import leaves out their positions: {unclear}"
        ));
    }
    told
}
