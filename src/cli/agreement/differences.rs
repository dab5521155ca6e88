//! Differences between coders, one a line: where the words stand, the statements' ids, what each coder wrote.

use super::tables::{speaker, word};
use crate::cli::coded::{kind, place};
use crate::corpus::{ActorIx, Corpus, Id, IssueIx, Position, Relay, Speaker, Statement, visible};
use crate::draft::coders::{Difference, Disagreement, IssueIds, PositionDisagreement, Readings, Value};

/// `report:1:2: s1 | t4: speaker: ann | bo`
pub fn between_files(a: &Corpus, b: &Corpus, difference: &Difference) -> String {
    match difference {
        Difference::OnlyInA(id) => line(a, id, &format!("{id} | –: {}", said(a, id))),
        Difference::OnlyInB(id) => line(b, id, &format!("– | {id}: {}", said(b, id))),
        Difference::Between { a: id_a, b: id_b, what } => {
            let sides = (Side::of(a, id_a), Side::of(b, id_b));
            let what = match sides {
                (Some(a), Some(b)) => disagreement(&a, &b, what),
                _ => String::new(),
            };
            line(a, id_a, &format!("{id_a} | {id_b}: {what}"))
        }
    }
}

/// `report:1:2: s1: tram: x supports | y no position`
pub fn in_one_file(corpus: &Corpus, readings: &Readings) -> String {
    let read = readings.values.iter().map(|(coder, value)| {
        let coder = coder.map_or("no coder", |coder| corpus.coders[coder].id.as_str());
        format!("{coder} {}", word(value))
    });
    let read = read.collect::<Vec<_>>().join(" | ");
    line(corpus, &readings.statement, &format!("{}: {}: {read}", readings.statement, readings.issue))
}

fn line(corpus: &Corpus, id: &Id, what: &str) -> String {
    let Some(Side { statement, .. }) = Side::of(corpus, id) else { return what.to_owned() };
    let document = &corpus.documents[statement.document];
    let place = statement.spans.first().map(|words| place(&document.text, words.span)).unwrap_or_default();
    format!("{}:{place}: {what}", document.id)
}

/// The words of a statement.
fn said(corpus: &Corpus, id: &Id) -> String {
    let words =
        Side::of(corpus, id).map(|side| corpus.words(side.statement).collect::<Vec<_>>().join(" […] "));
    visible(&words.unwrap_or_default())
}

/// A statement with its corpus.
struct Side<'a> {
    corpus: &'a Corpus,
    statement: &'a Statement,
}

fn disagreement(a: &Side<'_>, b: &Side<'_>, what: &Disagreement) -> String {
    let both = |name: &str, write: fn(&Side<'_>) -> String| format!("{name}: {} | {}", write(a), write(b));
    match what {
        Disagreement::Kind => both("kind", |side| kind(side.statement.kind).to_owned()),
        Disagreement::Speaker => both("speaker", |side| side.speaker(&side.statement.speaker)),
        Disagreement::Via => {
            both("via", |side| listed(side.statement.via.iter().map(|Relay { by, .. }| side.speaker(by))))
        }
        Disagreement::OnBehalfOf => both("on_behalf_of", |side| {
            listed(side.statement.on_behalf_of.iter().map(|body| side.actor(*body)))
        }),
        Disagreement::Position { issue, what } => position(a, b, issue, *what),
    }
}

fn position(a: &Side<'_>, b: &Side<'_>, issue: &IssueIds, what: PositionDisagreement) -> String {
    let (name, of_a, of_b) = match issue {
        IssueIds::Both { a: in_a, b: in_b } => (in_a, a.positions(Some(in_a)), b.positions(Some(in_b))),
        IssueIds::OnlyInA(id) => (id, a.positions(Some(id)), b.positions(None)),
        IssueIds::OnlyInB(id) => (id, a.positions(None), b.positions(Some(id))),
    };
    match what {
        PositionDisagreement::OnlyInA | PositionDisagreement::OnlyInB | PositionDisagreement::Stance => {
            let stances = |positions: Vec<&Position>| word(&Value::of_positions(positions));
            format!("{name}: {} | {}", stances(of_a), stances(of_b))
        }
        PositionDisagreement::Holder => {
            format!("{name}, holder: {} | {}", a.holders(&of_a), b.holders(&of_b))
        }
        PositionDisagreement::Condition => {
            format!("{name}, condition: {} | {}", a.conditions(&of_a), b.conditions(&of_b))
        }
    }
}

impl<'a> Side<'a> {
    fn of(corpus: &'a Corpus, id: &Id) -> Option<Side<'a>> {
        let statement = corpus.statement_by_id(id.as_str())?;
        Some(Side { corpus, statement: &corpus.statements[statement] })
    }

    fn positions(&self, issue: Option<&Id>) -> Vec<&'a Position> {
        let issue: Option<IssueIx> = issue.and_then(|id| self.corpus.issue_by_id(id.as_str()));
        self.statement.positions.iter().filter(|position| Some(position.issue) == issue).collect()
    }

    fn speaker(&self, by: &Speaker) -> String {
        by.voices().map(|voice| speaker(self.corpus.voice_id(voice))).collect::<Vec<_>>().join("+")
    }

    fn actor(&self, actor: ActorIx) -> String {
        self.corpus.actors[actor].id.to_string()
    }

    fn holders(&self, positions: &[&Position]) -> String {
        listed(positions.iter().flat_map(|position| &position.holders).map(|holder| self.actor(*holder)))
    }

    fn conditions(&self, positions: &[&Position]) -> String {
        let text = &self.corpus.documents[self.statement.document].text;
        let all = positions.iter().flat_map(|position| &position.conditions);
        listed(all.map(|condition| format!("“{}”", visible(text.get(condition.span)))))
    }
}

/// In their order, or a dash.
fn listed(names: impl Iterator<Item = String>) -> String {
    let names: Vec<String> = names.collect();
    if names.is_empty() { "–".to_owned() } else { names.join(", ") }
}
