//! What comes of reading a file: a corpus with what had to be left out of it, or every problem.

use super::problem::LocatedProblem;
use crate::corpus::Corpus;

/// A corpus that can be shown, with what had to be left out of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub corpus: Corpus,
    /// Statements that could not be placed; they are not in the corpus.
    pub orphans: Vec<OrphanStatement>,
    /// The number of statements in the file, those included.
    pub statement_count: usize,
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
    /// At least one, in the order of the file.
    pub problems: Vec<LocatedProblem>,
}

/// Why a file is not shown: every problem with its place, in the order of the file; at least one.
#[derive(Debug, Clone, PartialEq)]
pub struct InvalidCorpus {
    pub problems: Vec<LocatedProblem>,
}

/// How many problems are told one by one.
const MAX_REPORTED: usize = 200;

impl InvalidCorpus {
    /// What is wrong, where, and what to do, as lines for a page; `source` is where the file was read from.
    pub fn lines(&self, source: &str) -> Vec<String> {
        let count = self.problems.len();
        let found = if count == 1 { "1 problem".to_owned() } else { format!("{count} problems") };
        let mut lines = vec![format!(
            "The page read {source} and found {found}. Nothing of it is shown, so that half of it is not taken for the whole."
        )];
        lines.extend(self.problems.iter().take(MAX_REPORTED).map(ToString::to_string));
        if count > MAX_REPORTED {
            lines.push(format!(
                "and {} more; the command `standpoint check` lists them all",
                count - MAX_REPORTED
            ));
        }
        lines.push(
            "Mend the file at these places and start again. `standpoint check FILE` lists the same problems."
                .to_owned(),
        );
        lines
    }
}
