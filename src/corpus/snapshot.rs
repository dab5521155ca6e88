//! A corpus as a page has it: how much of it is here, and what had to be left out of it.

use super::Corpus;
use super::id::DocumentIx;
use super::json::Reading;

/// A corpus as a page shows it, with what had to be left out of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    pub corpus: Corpus,
    /// Statements that could not be placed; they enter no count and no cell.
    pub orphans: Vec<Orphan>,
    /// The number of statements in the file, those included.
    pub statement_count: usize,
    /// Whether all of it is here.
    pub loaded: Loaded,
}

/// One statement that could not be placed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Orphan {
    /// Its id.
    pub statement: String,
    /// Its first words.
    pub words: String,
    /// What is wrong and where, a sentence each.
    pub problems: Vec<String>,
}

impl From<Reading> for Snapshot {
    fn from(reading: Reading) -> Snapshot {
        let orphans = reading.orphans.into_iter().map(|fault| Orphan {
            statement: fault.statement,
            words: fault.words,
            problems: fault.problems.iter().map(ToString::to_string).collect(),
        });
        Snapshot {
            orphans: orphans.collect(),
            statement_count: reading.statement_count,
            ..Snapshot::from(reading.corpus)
        }
    }
}

/// All of a corpus of which nothing had to be left out; namesakes get what tells them apart.
impl From<Corpus> for Snapshot {
    fn from(corpus: Corpus) -> Snapshot {
        Snapshot {
            orphans: Vec::new(),
            statement_count: corpus.statements.len(),
            corpus: corpus.with_namesakes_apart(),
            loaded: Loaded::Everything,
        }
    }
}

/// Where the parts of a corpus stand, as paths below its site.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ShardPaths {
    pub everything: String,
    /// One a document, in the order of the corpus.
    pub documents: Vec<String>,
}

/// What of a corpus is at hand.
#[derive(Debug, Clone, PartialEq)]
pub enum Loaded {
    Everything,
    /// The index and at most one shard; the others are at these paths.
    Index(ShardPaths, Option<DocumentIx>),
}
