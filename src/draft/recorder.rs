//! The only way to change a file under edit: every change is made and noted in one step, so that all can be taken back.
//! What changes nothing is not noted.

use super::change::{Change, RowChange, swap_lists};
use super::row::Row;
use crate::corpus::raw;

/// Changes a file and notes every change. Who is given one can change the file in no other way.
pub struct Recorder<'a> {
    file: &'a mut raw::Corpus,
    changes: Vec<Change>,
}

impl<'a> Recorder<'a> {
    pub fn new(file: &'a mut raw::Corpus) -> Recorder<'a> {
        Recorder { file, changes: Vec::new() }
    }

    pub fn file(&self) -> &raw::Corpus {
        self.file
    }

    /// What was changed, in order.
    pub fn finish(self) -> Vec<Change> {
        self.changes
    }

    /// Takes everything back.
    pub fn abandon(mut self) {
        for change in self.changes.iter_mut().rev() {
            change.toggle(self.file);
        }
    }

    /// Changes the corpus' own data; what `change` does to the lists is not done.
    pub fn set_head(&mut self, change: impl FnOnce(&mut raw::Corpus)) {
        let mut lists = raw::Corpus::default();
        swap_lists(self.file, &mut lists);
        let mut head = self.file.clone();
        change(&mut head);
        head = raw::Corpus {
            coders: Vec::new(),
            actors: Vec::new(),
            issues: Vec::new(),
            documents: Vec::new(),
            statements: Vec::new(),
            ..head
        };
        let is_changed = head != *self.file;
        swap_lists(self.file, &mut lists);
        if is_changed {
            self.make(Change::Head(Box::new(head)));
        }
    }

    /// Puts a row in before the one at `at`, or at the end.
    pub fn insert<R: Row>(&mut self, at: usize, row: R) {
        let at = at.min(R::rows(self.file).len());
        self.make(R::change(RowChange::Splice { at, row: Some(row) }));
    }

    pub fn remove<R: Row>(&mut self, at: usize) {
        self.make(R::change(RowChange::<R>::Splice { at, row: None }));
    }

    /// Moves a row so that it is then the row at `to`, or the last.
    pub fn shift<R: Row>(&mut self, from: usize, to: usize) {
        let to = to.min(R::rows(self.file).len().saturating_sub(1));
        if from != to {
            self.make(R::change(RowChange::<R>::Move { from, to }));
        }
    }

    /// Changes the row at `at`, all but the text of a document.
    pub fn set<R: Row>(&mut self, at: usize, change: impl FnOnce(&mut R)) {
        let Some(old) = R::rows_mut(self.file).get_mut(at) else { return };
        let light = old.clone_light();
        let mut row = light.clone();
        change(&mut row);
        if row != light {
            self.make(R::change(RowChange::Exchange { at, row }));
        }
    }

    pub fn set_text(&mut self, at: usize, text: String) {
        if self.file.documents.get(at).is_some_and(|document| document.text != text) {
            self.make(Change::Text { at, text });
        }
    }

    fn make(&mut self, mut change: Change) {
        if change.toggle(self.file) {
            self.changes.push(change);
        }
    }
}
