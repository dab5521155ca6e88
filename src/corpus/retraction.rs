//! What became of a statement later: taken back, put right, disowned, or said again.

use super::Corpus;
use super::id::{Key, StatementIx, Table};
use super::statement::{About, Statement};
use std::collections::BTreeMap;

/// The statements that others are about; all others stand as they were said.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Retractions {
    /// Repetitions, each with the first statement of the same words.
    originals: BTreeMap<StatementIx, StatementIx>,
    /// First statements that count for nothing, each with the one that says so.
    retracted: BTreeMap<StatementIx, About>,
}

impl Retractions {
    pub fn of(statements: &Table<StatementIx, Statement>) -> Retractions {
        let order = later_first(statements);
        let mut found = Retractions::default();
        // Whoever says something again speaks of the first statement: it is known before its repetitions are.
        for ix in order.iter().rev() {
            if let Some(about) = statements[*ix].about.filter(|about| !about.relation.retracts()) {
                let original = found.original(about.statement);
                found.originals.insert(*ix, original);
            }
        }
        // A statement that takes another back may itself be taken back: what is later is settled first.
        for ix in order {
            let about = statements[ix].about.filter(|about| about.relation.retracts());
            let Some(about) = about.filter(|_| found.retraction(ix).is_none()) else { continue };
            let target = found.original(about.statement);
            found.retracted.entry(target).or_insert(About { statement: ix, relation: about.relation });
        }
        found
    }

    fn original(&self, statement: StatementIx) -> StatementIx {
        self.originals.get(&statement).copied().unwrap_or(statement)
    }

    fn retraction(&self, statement: StatementIx) -> Option<About> {
        self.retracted.get(&self.original(statement)).copied()
    }
}

/// The statements that are about others, each before those that it is about.
fn later_first(statements: &Table<StatementIx, Statement>) -> Vec<StatementIx> {
    // Tables that are not yet known to be whole may name a statement that there is not.
    let about = |ix: StatementIx| {
        let about = statements[ix].about.map(|about| about.statement);
        about.filter(|target| target.position() < statements.len())
    };
    let mut waiting: Vec<u32> = vec![0; statements.len()];
    for target in statements.keys().filter_map(about) {
        if let Some(count) = waiting.get_mut(target.position()) {
            *count += 1;
        }
    }
    let is_free =
        |waiting: &[u32], ix: StatementIx| waiting.get(ix.position()).is_some_and(|count| *count == 0);
    let mut order: Vec<StatementIx> =
        statements.keys().filter(|ix| about(*ix).is_some() && is_free(&waiting, *ix)).collect();
    let mut at = 0;
    while let Some(target) = order.get(at).copied().map(about) {
        at += 1;
        let Some(target) = target else { continue };
        if let Some(count) = waiting.get_mut(target.position()) {
            *count -= 1;
        }
        if about(target).is_some() && is_free(&waiting, target) {
            order.push(target);
        }
    }
    order
}

impl Corpus {
    /// What takes a statement back, puts it right or disowns it: the statement that does so, and how. What stands
    /// inside a statement falls with it, and what only repeats it as well.
    pub fn retraction(&self, statement: StatementIx) -> Option<About> {
        let retractions = self.retractions();
        if retractions.retracted.is_empty() {
            return None;
        }
        let outer = std::iter::successors(Some(statement), |ix| self.statements[*ix].parent);
        outer.take(self.statements.len()).find_map(|ix| retractions.retraction(ix))
    }

    /// The first statement of the same words: two that have it in common count as one.
    pub fn original(&self, statement: StatementIx) -> StatementIx {
        self.retractions().original(statement)
    }

    fn retractions(&self) -> &Retractions {
        self.index.retractions.get_or_init(|| Retractions::of(&self.statements))
    }
}
