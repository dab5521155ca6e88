//! What comes of reading a file: a corpus with what had to be left out of it, or every problem.

use super::checker::Fault;
use super::findings::{Finding, Findings, Places};
use super::problem::{LocatedProblem, Problem};
use super::raw;
use crate::corpus::Corpus;

/// A corpus that can be shown, with what had to be left out of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub corpus: Corpus,
    /// Statements that could not be placed; they are not in the corpus.
    pub orphans: Vec<OrphanStatement>,
    /// The number of statements in the file, those included.
    pub statement_count: usize,
    /// How many problems these statements have besides those that are listed.
    pub more: usize,
}

/// One statement that could not be placed, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct OrphanStatement {
    /// Its id.
    pub statement: String,
    /// The id of its document.
    pub document: String,
    /// Its first words.
    pub words: String,
    /// In the order of the file; at least one, unless it comes behind so many that no more are listed.
    pub problems: Vec<LocatedProblem>,
}

/// Why a file is not shown: its first problems with their places, in the order of the file, at least one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct InvalidCorpus {
    pub problems: Vec<LocatedProblem>,
    /// How many there are besides.
    pub more: usize,
}

impl Reading {
    /// What is wrong with the statements that were left out; nothing where all could be placed.
    pub fn problems(&self) -> InvalidCorpus {
        let listed = self.orphans.iter().flat_map(|orphan| &orphan.problems);
        InvalidCorpus { problems: listed.cloned().collect(), more: self.more }
    }
}

/// A file with problems that refuse it.
pub(super) fn invalid(found: Findings<Problem>, places: &Places) -> InvalidCorpus {
    let (first, more) = found.first();
    let lines = places.lines();
    InvalidCorpus {
        problems: first.into_iter().map(|finding| places.located(&lines, finding)).collect(),
        more,
    }
}

/// A file that can be shown but for some statements.
pub(super) fn reading(
    corpus: Corpus,
    raw: &raw::Corpus,
    orphans: Vec<usize>,
    faults: Findings<Fault>,
    places: &Places,
) -> Reading {
    let statement_count = raw.statements.len();
    if orphans.is_empty() {
        return Reading { corpus, orphans: Vec::new(), statement_count, more: 0 };
    }
    let (first, more) = faults.first();
    let lines = places.lines();
    let mut first = first.into_iter().peekable();
    let orphans = orphans.into_iter().filter_map(|at| {
        let raw = raw.statements.get(at)?;
        let words = raw.spans.first().map(|span| span.exact.chars().take(80).collect());
        let mut problems = Vec::new();
        while let Some(Finding { at, path, found }) = first.next_if(|fault| fault.found.0 == at) {
            problems.push(places.located(&lines, Finding { at, path, found: found.1 }));
        }
        Some(OrphanStatement {
            statement: raw.id.0.clone(),
            document: raw.document.0.clone(),
            words: words.unwrap_or_default(),
            problems,
        })
    });
    Reading { orphans: orphans.collect(), corpus, statement_count, more }
}

/// How many problems are told one by one.
const MAX_REPORTED: usize = 200;

impl InvalidCorpus {
    pub(super) fn one(problem: LocatedProblem) -> InvalidCorpus {
        InvalidCorpus { problems: vec![problem], more: 0 }
    }

    pub fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    /// How many problems there are, those included that are not listed.
    pub fn count(&self) -> usize {
        self.problems.len() + self.more
    }

    /// Where the rest of them is listed when only so many have been shown.
    pub fn listed_elsewhere(&self) -> String {
        match self.more {
            0 => "lists them all".to_owned(),
            _ => format!("lists the first {}", self.problems.len()),
        }
    }

    /// What is wrong, where, and what to do, as lines for a page; `source` is where the file was read from.
    pub fn lines(&self, source: &str) -> Vec<String> {
        let count = self.count();
        let found = if count == 1 { "1 problem".to_owned() } else { format!("{count} problems") };
        let mut lines = vec![format!(
            "The page read {source} and found {found}. Nothing of it is shown, so that half of it is not taken for the whole."
        )];
        lines.extend(self.problems.iter().take(MAX_REPORTED).map(ToString::to_string));
        if count > MAX_REPORTED {
            lines.push(format!(
                "and {} more; the command `standpoint check` {}",
                count - MAX_REPORTED,
                self.listed_elsewhere()
            ));
        }
        lines.push(
            "Mend the file at these places and start again. `standpoint check FILE` lists the same problems."
                .to_owned(),
        );
        lines
    }
}
