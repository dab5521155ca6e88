//! Statements of all documents as one list, under heads: documents in reading order, months, actors, or issues.

use super::filter::Answer;
use super::fold::fold;
use crate::corpus::{Corpus, DocumentIx, IssueIx, Key, PartialDate, StatementIx, Voice};
use crate::route::StatementSort;

/// What a part of the list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    Document(DocumentIx),
    /// The month or, where no month is known, the year in which it was said.
    When(PartialDate),
    Voice(Voice),
    Issue(IssueIx),
    /// Statements without a position.
    NoIssue,
}

#[derive(Debug, PartialEq)]
pub struct StatementRow {
    pub head: Heading,
    pub statements: Vec<StatementIx>,
}

/// The statements that match, in parts. A joint statement stands under each of its speakers, and one with several
/// positions under each of their issues.
pub fn statements(corpus: &Corpus, answer: &Answer, sort: StatementSort) -> Vec<StatementRow> {
    let mut parts: Vec<StatementRow> = Vec::new();
    let mut matching = answer.matching.clone();
    if sort == StatementSort::Date {
        matching.sort_by_key(|ix| corpus.said(&corpus.statements[*ix]).date().first_day());
    }
    for ix in matching {
        for head in heads(corpus, sort, ix) {
            // In these orders a part is over when another begins.
            let last = parts.last_mut().filter(|part| part.head == head);
            let found = match last {
                Some(part) => Some(part),
                None => parts.iter_mut().find(|part| part.head == head),
            };
            match found {
                Some(part) => part.statements.push(ix),
                None => parts.push(StatementRow { head, statements: vec![ix] }),
            }
        }
    }
    match sort {
        StatementSort::Reading | StatementSort::Date => {}
        StatementSort::Actor => parts.sort_by_cached_key(|part| match part.head {
            Heading::Voice(Voice::Actor(actor)) => (0, fold(&corpus.actors[actor].name)),
            Heading::Voice(Voice::Unnamed) => (1, String::new()),
            _ => (2, String::new()),
        }),
        StatementSort::Issue => parts.sort_by_key(|part| match part.head {
            Heading::Issue(issue) => issue.position(),
            _ => usize::MAX,
        }),
    }
    parts
}

fn heads(corpus: &Corpus, sort: StatementSort, ix: StatementIx) -> Vec<Heading> {
    let statement = &corpus.statements[ix];
    match sort {
        StatementSort::Reading => vec![Heading::Document(statement.document)],
        StatementSort::Date => vec![Heading::When(corpus.said(statement).date().to_month())],
        StatementSort::Actor => statement.speaker.voices().map(Heading::Voice).collect(),
        StatementSort::Issue => {
            let mut issues: Vec<Heading> = Vec::new();
            for position in &statement.positions {
                let head = Heading::Issue(position.issue);
                if !issues.contains(&head) {
                    issues.push(head);
                }
            }
            if issues.is_empty() { vec![Heading::NoIssue] } else { issues }
        }
    }
}
