//! From selected words to a statement with its kind, its speaker and its positions.

use super::{Pending, Placed, Then, Work};
use crate::corpus::raw::{IdText, Issue, Position, Speaker, Statement, Token};
use crate::corpus::{Kind, Span, Stance};
use crate::draft::{Edit, List, NewRow, Selection, StatementField};
use crate::ui::coding::action::{Field, Tab};
use crate::ui::i18n::tr_format;
use std::cmp::Reverse;
use std::collections::HashMap;

impl Work {
    /// A statement of what is selected. Its speaker is asked for next.
    pub(super) fn mark(&mut self, kind: Option<Kind>) {
        let Some(selection) = self.selection.take() else {
            return match kind {
                Some(kind) => self.set_kind(kind),
                None => self.say("Select words of the text first."),
            };
        };
        self.mark_as(&selection, kind, Speaker::Unnamed);
    }

    /// A statement of these words; whether it was made.
    pub(super) fn mark_as(&mut self, selection: &Selection, kind: Option<Kind>, speaker: Speaker) -> bool {
        let Some(document) = self.document.clone() else { return false };
        let id = self.draft.new_statement_id();
        let mut words = selection.quoted_words();
        let kind = kind.unwrap_or(selection.kind);
        if kind == Kind::Mixed {
            words.quoted = Some(selection.kind == Kind::Direct);
        }
        let statement = Statement {
            id: id.clone(),
            document,
            spans: vec![words],
            kind: Token(kind),
            speaker,
            parent: self.parent_of(selection),
            ..Statement::default()
        };
        let at = self.place_of_new(&id, selection);
        if !self.edit(Edit::Add { row: NewRow::Statement(Box::new(statement)), at }) {
            return false;
        }
        let number = self.placed.iter().position(|placed| placed.id == id).map_or(0, |at| at + 1);
        self.said = Some(tr_format!("Statement {number} is marked. Who speaks?", number = number));
        (self.open, self.tab, self.pending) = (Some(id.clone()), Tab::Statement, None);
        // On a phone its panel comes over the lower part of the text.
        self.then.push(Then::Reveal(id));
        self.then.push(Then::Focus(Field::Speaker.element()));
        true
    }

    /// Where a new statement stands in the list, as the draft would find it; here it is known where the others stand,
    /// and their words need not be looked for in a long text. `None` leaves it to the draft.
    fn place_of_new(&self, id: &IdText, selection: &Selection) -> Option<usize> {
        let standing = |spans: &[Span], id: &IdText| {
            let length: u32 = spans.iter().map(|span| span.end() - span.start()).sum();
            let start = spans.iter().map(|span| span.start()).min().unwrap_or(u32::MAX);
            (start, Reverse(length), id.0.len(), id.0.clone())
        };
        let wanted = standing(&[selection.span], id);
        let placed: HashMap<&str, &Placed> =
            self.placed.iter().map(|placed| (placed.id.0.as_str(), placed.as_ref())).collect();
        let all = self.file().statements.iter().enumerate();
        let own: Vec<(usize, &Placed)> =
            all.filter_map(|(at, known)| Some((at, *placed.get(known.id.0.as_str())?))).collect();
        let behind = own.partition_point(|(_, known)| standing(&known.spans, &known.id) <= wanted);
        let last = own.last().map(|(at, _)| at.saturating_add(1));
        own.get(behind).map(|(at, _)| *at).or(last)
    }

    /// The smallest statement that these words stand inside.
    fn parent_of(&self, selection: &Selection) -> Option<IdText> {
        let around = self.placed.iter().filter(|placed| {
            placed.spans.iter().any(|span| span.contains(selection.span) && *span != selection.span)
        });
        let length = |placed: &&std::rc::Rc<Placed>| {
            placed.spans.iter().map(|span| span.end() - span.start()).sum::<u32>()
        };
        around.min_by_key(length).map(|placed| placed.id.clone())
    }

    pub(super) fn set_kind(&mut self, kind: Kind) {
        let Some(open) = self.open.clone() else { return };
        self.edit(Edit::set_statement(&open.0, StatementField::Kind(Token(kind))));
    }

    /// A position on the issue that was chosen.
    pub(super) fn take(&mut self, stance: Stance) {
        let (Some(open), Some(Pending::Stance(issue))) = (self.open.clone(), self.pending.take()) else {
            return;
        };
        let (coder, new_coder) = self.coder_of_new();
        let position = Position { issue, stance: Token(stance), coder, ..Position::default() };
        let add = Edit::AddPosition { statement: open, position: Box::new(position) };
        let edit = match new_coder {
            None => add,
            Some(new_coder) => Edit::Many(vec![new_coder, add]),
        };
        if self.edit(edit) {
            self.know_coder();
            self.say("The position is there. Select the next words, or choose another issue.");
            self.then.push(Then::Text);
        }
    }

    pub(super) fn set_stance(&mut self, at: usize, stance: Stance) {
        let Some(statement) = self.statement() else { return };
        let (id, position) = (statement.id.clone(), statement.positions.get(at).cloned());
        let Some(mut position) = position else { return };
        position.stance = Token(stance);
        self.edit(Edit::SetPosition { statement: id, at, position: Box::new(position) });
    }

    /// The issue that is being made, with its proposition; its stance is asked for next.
    pub(super) fn propose(&mut self, proposition: &str) {
        let Some(Pending::Proposition { label }) = self.pending.clone() else { return };
        let proposition = proposition.trim();
        if proposition.is_empty() {
            return self
                .say("Write the proposition as one whole sentence on which somebody can take a side.");
        }
        let id = self.draft.new_id(List::Issues, &label);
        let issue = Issue { id: id.clone(), label, proposition: proposition.to_owned(), ..Issue::default() };
        if self.edit(Edit::Add { row: NewRow::Issue(Box::new(issue)), at: None }) && self.open.is_some() {
            self.pending = Some(Pending::Stance(id));
            self.then.push(Then::Focus("stances".to_owned()));
        } else {
            self.pending = None;
        }
    }

    /// The speaker and the positions of the statement that stands before the open one in the list of those that were
    /// made.
    pub(super) fn repeat(&mut self) {
        let Some(open) = self.statement().cloned() else { return };
        let made = self.draft.history().done.iter().rev().filter_map(|step| match step.edit() {
            Edit::Add { row: NewRow::Statement(made), .. } if made.id != open.id => Some(&made.id),
            _ => None,
        });
        let found = made.filter_map(|id| self.file().statements.iter().find(|known| known.id == *id));
        let Some(before) = found.into_iter().next().cloned() else {
            return self.say("There is no statement before this one that could be repeated.");
        };
        let (coder, new_coder) = self.coder_of_new();
        let mut edits: Vec<Edit> = new_coder.into_iter().collect();
        edits.push(Edit::set_statement(&open.id.0, StatementField::Speaker(before.speaker.clone())));
        let is_new = |position: &&Position| !open.positions.iter().any(|own| own.issue == position.issue);
        for position in before.positions.iter().filter(is_new) {
            // What the stance depends on stands in the other words.
            let same = Position {
                issue: position.issue.clone(),
                stance: position.stance,
                coder: coder.clone(),
                ..Position::default()
            };
            edits.push(Edit::AddPosition { statement: open.id.clone(), position: Box::new(same) });
        }
        if self.edit(Edit::Many(edits)) {
            self.know_coder();
            self.say("Speaker and positions are those of the statement before.");
            self.then.push(Then::Text);
        }
    }
}
