//! WHAT IS BEING MADE: the corpus file as it is written, under edit, with its history. Every change is one [`Edit`],
//! which is done, undone and done again as data. What is wrong with the file is for the check of the corpus room; how
//! it looks, and where it is kept, for others. [`coders`] compares what several people coded, [`suggestions`] finds what
//! may be a statement.

mod actors;
mod anchors;
mod apply;
mod change;
pub mod coders;
mod correct;
mod edit;
mod journal;
mod kept;
mod merge;
mod names;
mod parents;
mod recorder;
mod references;
mod refusal;
mod row;
mod rows;
mod search;
mod selection;
mod single_out;
mod statements;
pub mod suggestions;

pub use anchors::AnchorPlace;
pub use correct::LostAnchor;
pub use edit::{ActorField, CorpusField, DocumentField, Edit, IssueField, NewRow, StatementField};
pub use journal::Entry;
pub use names::id_word;
pub use refusal::Refusal;
pub use row::{List, RowId};
pub use search::Found;
pub use selection::Selection;
pub use single_out::single_out;

use crate::corpus::raw;
use change::Change;
use recorder::Recorder;
use serde::{Deserialize, Serialize};

/// A file under edit, with the steps that led to it and those that were undone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    file: raw::Corpus,
    done: Vec<Step>,
    /// The next to be redone last.
    undone: Vec<Step>,
    /// How many steps were done when the file was last saved; `None` where no undo or redo leads back there.
    saved: Option<usize>,
}

/// An edit that was done, with what undoes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    edit: Edit,
    changes: Vec<Change>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    lost: Vec<LostAnchor>,
}

impl Step {
    pub fn edit(&self) -> &Edit {
        &self.edit
    }

    /// Words of the file that a corrected text has no more.
    pub fn lost(&self) -> &[LostAnchor] {
        &self.lost
    }
}

/// What was done, and what can be done again.
pub struct History<'a> {
    /// The earliest first.
    pub done: &'a [Step],
    /// The next to be redone first.
    pub undone: Vec<&'a Step>,
}

impl Draft {
    /// A draft without history, not saved yet.
    pub fn new(file: raw::Corpus) -> Draft {
        Draft { file, done: Vec::new(), undone: Vec::new(), saved: None }
    }

    pub fn file(&self) -> &raw::Corpus {
        &self.file
    }

    /// Does an edit as one step. Refused, it does nothing; what would change nothing is no step.
    pub fn apply(&mut self, edit: Edit) -> Result<(), Refusal> {
        let mut recorder = Recorder::new(&mut self.file);
        let lost = match apply::apply(&mut recorder, &edit) {
            Ok(lost) => lost,
            Err(refusal) => {
                recorder.abandon();
                return Err(refusal);
            }
        };
        let changes = recorder.finish();
        if !changes.is_empty() {
            self.saved = self.saved.filter(|saved| *saved <= self.done.len());
            self.undone.clear();
            self.done.push(Step { edit, changes, lost });
        }
        Ok(())
    }

    /// What words of the file an edit would lose, without doing it.
    pub fn losses(&mut self, edit: &Edit) -> Result<Vec<LostAnchor>, Refusal> {
        let mut recorder = Recorder::new(&mut self.file);
        let lost = apply::apply(&mut recorder, edit);
        recorder.abandon();
        lost
    }

    /// Takes the last step back; the step, if there was one.
    pub fn undo(&mut self) -> Option<&Step> {
        let mut step = self.done.pop()?;
        step.toggle(&mut self.file, true);
        self.undone.push(step);
        self.undone.last()
    }

    /// Does again what was undone last.
    pub fn redo(&mut self) -> Option<&Step> {
        let mut step = self.undone.pop()?;
        step.toggle(&mut self.file, false);
        self.done.push(step);
        self.done.last()
    }

    pub fn history(&self) -> History<'_> {
        History { done: &self.done, undone: self.undone.iter().rev().collect() }
    }

    /// Whether the file is as it was last saved.
    pub fn is_saved(&self) -> bool {
        self.saved == Some(self.done.len())
    }

    pub fn mark_saved(&mut self) {
        self.saved = Some(self.done.len());
    }

    /// The draft with its history, to be kept.
    pub fn to_json(&self) -> String {
        // Writing plain data as JSON cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// A draft that was kept.
    pub fn from_json(kept: &str) -> Result<Draft, Refusal> {
        let mut draft: Draft =
            serde_json::from_str(kept).map_err(|problem| Refusal::Unreadable(problem.to_string()))?;
        if draft.fits_its_history() { Ok(draft) } else { Err(Refusal::OtherHistory) }
    }

    /// Whether every step can be undone and redone; the draft is then as it was.
    fn fits_its_history(&mut self) -> bool {
        let file = &mut self.file;
        self.undone.iter_mut().rev().all(|step| step.toggle(file, false))
            && self.undone.iter_mut().all(|step| step.toggle(file, true))
            && self.done.iter_mut().rev().all(|step| step.toggle(file, true))
            && self.done.iter_mut().all(|step| step.toggle(file, false))
    }
}

impl Step {
    /// Takes the step back, or does it again. Whether all of it fitted the file.
    fn toggle(&mut self, file: &mut raw::Corpus, is_back: bool) -> bool {
        if is_back {
            self.changes.iter_mut().rev().all(|change| change.toggle(file))
        } else {
            self.changes.iter_mut().all(|change| change.toggle(file))
        }
    }
}
