//! Several coders in one file, told apart by `positions[].coder`. A coder saw a statement who has any position in it;
//! positions without a coder are one more coder's. Kind and speaker are written once for a statement, so that only
//! issues can be compared.

use super::alpha::Coincidences;
use super::value::{Agreement, Value, Variable};
use crate::corpus::{CoderIx, Corpus, Id, IssueIx, Statement};
use std::collections::{BTreeMap, BTreeSet};

/// How the coders of one file read the same statements.
#[derive(Debug, Clone, PartialEq)]
pub struct OneFile {
    /// Statements in which at least two coders have positions.
    pub statements: usize,
    /// Every issue, in the order of the file.
    pub agreements: Vec<Agreement>,
    /// Where coders differ, in reading order, then by issue.
    pub differences: Vec<Readings>,
}

/// What each coder of a statement reads in it on an issue.
#[derive(Debug, Clone, PartialEq)]
pub struct Readings {
    pub statement: Id,
    pub issue: Id,
    /// At least two; a position without a coder is one more coder's.
    pub values: Vec<(Option<CoderIx>, Value)>,
}

pub fn coders_of(corpus: &Corpus) -> OneFile {
    let mut by_issue: BTreeMap<IssueIx, Vec<Vec<Value>>> = BTreeMap::new();
    let (mut statements, mut differences) = (0, Vec::new());
    for (_, statement) in corpus.statements.iter() {
        let coders: BTreeSet<Option<CoderIx>> = statement.positions.iter().map(|p| p.coder).collect();
        if coders.len() < 2 {
            continue;
        }
        statements += 1;
        let issues: BTreeSet<IssueIx> = statement.positions.iter().map(|position| position.issue).collect();
        for issue in issues {
            let values = readings(statement, issue, &coders);
            let unit: Vec<Value> = values.iter().map(|(_, value)| value.clone()).collect();
            if unit.iter().any(|value| Some(value) != unit.first()) {
                let issue = corpus.issues[issue].id.clone();
                differences.push(Readings { statement: statement.id.clone(), issue, values });
            }
            by_issue.entry(issue).or_default().push(unit);
        }
    }
    let agreements = corpus.issues.iter().map(|(ix, issue)| Agreement {
        variable: Variable::Issue(issue.id.clone()),
        coincidences: Coincidences::of(by_issue.remove(&ix).unwrap_or_default()),
    });
    OneFile { statements, agreements: agreements.collect(), differences }
}

fn readings(
    statement: &Statement,
    issue: IssueIx,
    coders: &BTreeSet<Option<CoderIx>>,
) -> Vec<(Option<CoderIx>, Value)> {
    let read_by = |coder: Option<CoderIx>| {
        statement.positions.iter().filter(move |p| p.coder == coder && p.issue == issue)
    };
    coders.iter().map(|coder| (*coder, Value::of_positions(read_by(*coder)))).collect()
}
