//! Going from statement to statement, back and forth in what was done, and to other texts.

use super::{Then, Work};
use crate::convert::first_day;
use crate::corpus::raw::{DateText, Document, IdText};
use crate::draft::{Edit, List, NewRow, Step};
use crate::ui::coding::action::Tab;
use crate::ui::coding::described::described;
use crate::ui::i18n::{tr_format, tr_plural};

impl Work {
    pub(super) fn open(&mut self, id: Option<IdText>) {
        (self.pending, self.typing, self.relation) = (None, None, None);
        let Some(id) = id else {
            self.open = None;
            self.then.push(Then::Text);
            return;
        };
        let document = self.file().statements.iter().find(|known| known.id == id);
        let Some(document) = document.map(|statement| statement.document.clone()) else { return };
        (self.tab, self.open) = (Tab::Statement, Some(id.clone()));
        if self.document.as_ref() != Some(&document) {
            (self.document, self.selection) = (Some(document), None);
        }
        self.refresh();
        self.then.push(Then::Reveal(id));
    }

    pub(super) fn step(&mut self, back: bool) {
        let open =
            self.open.as_ref().and_then(|open| self.placed.iter().position(|placed| placed.id == *open));
        let next = match (open, back) {
            (None, _) => Some(0),
            (Some(at), true) => at.checked_sub(1),
            (Some(at), false) => at.checked_add(1),
        };
        let found = next.and_then(|at| self.placed.get(at)).map(|placed| placed.id.clone());
        match found {
            Some(id) => self.open(Some(id)),
            None => self.say("There is no other statement on that side."),
        }
    }

    pub(super) fn undo(&mut self) {
        let done = self.draft.undo().map(|step| (place_of(step), described(step.edit())));
        self.retraced(done, true);
    }

    pub(super) fn redo(&mut self) {
        let done = self.draft.redo().map(|step| (place_of(step), described(step.edit())));
        self.retraced(done, false);
    }

    /// Goes to where a step was taken back or done again.
    fn retraced(&mut self, done: Option<(Option<IdText>, String)>, is_back: bool) {
        let Some((place, what)) = done else {
            return self.say(if is_back { "There is nothing to undo." } else { "There is nothing to redo." });
        };
        self.journal.push(if is_back { crate::draft::Entry::Undo } else { crate::draft::Entry::Redo });
        self.refresh();
        if let Some(id) = place {
            self.open(Some(id));
        }
        self.said = Some(match is_back {
            true => tr_format!("Undone: {what}", what = what),
            false => tr_format!("Done again: {what}", what = what),
        });
    }

    /// A text beside those that are there. What it is called and when it was published is asked for.
    pub(super) fn add_document(&mut self, text: &str) {
        let document = new_document(text, self.draft.new_id(List::Documents, &title_of(text)));
        let id = document.id.clone();
        if self.edit(Edit::Add { row: NewRow::Document(Box::new(document)), at: None }) {
            (self.document, self.open, self.tab) = (Some(id), None, Tab::Document);
            self.refresh();
            self.then.push(Then::Focus("document-title".to_owned()));
        }
    }

    pub(super) fn correct(&mut self, document: IdText, text: String) {
        let edit = Edit::CorrectText { document, text };
        let lost = match self.draft.losses(&edit) {
            Ok(lost) => lost.len(),
            Err(_) => 0,
        };
        if self.edit(edit) && lost > 0 {
            self.said = Some(tr_plural(
                lost,
                "The text is corrected. {n} place has lost its words; it is listed under Problems.",
                "The text is corrected. {n} places have lost their words; they are listed under Problems.",
            ));
        }
    }
}

/// The first line of a text, as a title.
pub fn title_of(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    super::placed::beginning(line)
}

/// A document of a text; its date is the first that its first lines name as `YYYY-MM-DD`, or is left to be written.
pub fn new_document(text: &str, id: IdText) -> Document {
    Document {
        id,
        title: title_of(text),
        date: DateText(first_day(text).map(|day| day.to_string()).unwrap_or_default()),
        text: text.to_owned(),
        ..Document::default()
    }
}

/// The statement that a step was about, if it was about one.
fn place_of(step: &Step) -> Option<IdText> {
    fn of(edit: &Edit) -> Option<IdText> {
        match edit {
            Edit::Add { row: NewRow::Statement(statement), .. } => Some(statement.id.clone()),
            Edit::SetStatements { statements, .. } => statements.first().cloned(),
            Edit::AddSpan { statement, .. }
            | Edit::SetSpan { statement, .. }
            | Edit::RemoveSpan { statement, .. }
            | Edit::AddPosition { statement, .. }
            | Edit::SetPosition { statement, .. }
            | Edit::RemovePosition { statement, .. } => Some(statement.clone()),
            Edit::Remove(row) if row.list == List::Statements => Some(row.id.clone()),
            Edit::Many(edits) => edits.iter().find_map(of),
            _ => None,
        }
    }
    of(step.edit())
}
