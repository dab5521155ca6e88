//! A corpus as a page has it: how much of it is here, and what had to be left out of it.

use super::Corpus;
use super::id::DocumentIx;
use super::outcome::Reading;

/// A corpus as a page shows it, with what had to be left out of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    pub corpus: Corpus,
    /// Statements that could not be placed; they enter no count and no cell.
    pub lost: Vec<Lost>,
    /// The number of statements in the file, those included.
    pub stated: usize,
    /// Whether all of it is here.
    pub extent: Extent,
}

/// One statement that could not be placed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lost {
    /// Its id.
    pub statement: String,
    /// Its first words.
    pub words: String,
    /// What is wrong and where, a sentence each.
    pub problems: Vec<String>,
}

impl From<Reading> for Edition {
    fn from(reading: Reading) -> Edition {
        let lost = reading.faults.into_iter().map(|fault| Lost {
            statement: fault.statement,
            words: fault.words,
            problems: fault.problems.iter().map(ToString::to_string).collect(),
        });
        Edition {
            lost: lost.collect(),
            corpus: reading.corpus,
            stated: reading.stated,
            extent: Extent::Whole,
        }
    }
}

/// Where the parts of a corpus stand, as paths below its site.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Parts {
    pub whole: String,
    /// One a document, in the order of the corpus.
    pub documents: Vec<String>,
}

/// What of a corpus is at hand.
#[derive(Debug, Clone, PartialEq)]
pub enum Extent {
    Whole,
    /// The head, and one document at most; the rest stands where the parts say.
    Head(Parts, Option<DocumentIx>),
}
