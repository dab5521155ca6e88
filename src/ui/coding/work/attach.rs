//! Selected words as a part of the open statement, and moving the edges of its words.

use super::Work;
use crate::corpus::raw::{OneOrMore, Position, Statement, TextSelector};
use crate::corpus::{Kind, Span};
use crate::draft::{Edit, Selection, StatementField};
use crate::ui::coding::action::Attached;
use crate::ui::i18n::tr_noop;

impl Work {
    pub(super) fn attach(&mut self, what: Attached) {
        let Some(statement) = self.statement().cloned() else {
            return self.say("Open a statement first.");
        };
        let Some(selection) = self.selection.take() else {
            return self.say("Select words of the text first.");
        };
        let Some(edit) = attached(&statement, &selection, what) else { return };
        if self.edit(edit) {
            self.say(match what {
                Attached::Words => tr_noop("The words are part of the statement now."),
                Attached::Cue | Attached::RelayCue(_) => tr_noop("The words are the reporting clause now."),
                Attached::Condition(_) => tr_noop("The position depends on these words now."),
                Attached::Terms(_) => tr_noop("The words are terms of the position now."),
            });
        }
    }

    /// Moves the outer edge of the open statement's first or last words by one character.
    pub(super) fn move_edge(&mut self, is_end: bool, forward: bool) {
        let Some((_, span)) = self.edge(is_end) else { return };
        let at = if is_end { span.end() } else { span.start() };
        let to = if forward { at.checked_add(1) } else { at.checked_sub(1) };
        to.into_iter().for_each(|to| self.set_edge(is_end, to));
    }

    /// The place among the open statement's words of those that stand at this end, and where they stand.
    pub fn edge(&self, is_end: bool) -> Option<(usize, Span)> {
        let statement = self.statement()?;
        let placed = self.placed.iter().find(|placed| placed.id == statement.id)?;
        // Only a statement whose words are all found can be told which of them stand at its ends.
        if placed.spans.len() != statement.spans.len() {
            return None;
        }
        let spans = placed.spans.iter().copied().enumerate();
        if is_end {
            spans.max_by_key(|(_, span)| span.end())
        } else {
            spans.min_by_key(|(_, span)| span.start())
        }
    }

    /// Lets the open statement begin or end at a place of the text; a character that people see is never cut.
    pub(super) fn set_edge(&mut self, is_end: bool, to: u32) {
        let Some((at, span)) = self.edge(is_end) else { return };
        let Some(statement) = self.statement().cloned() else { return };
        let (start, end) = if is_end { (span.start(), to) } else { (to, span.end()) };
        if start >= end {
            return self.say("A statement has at least one character.");
        }
        let moved = self.text.whole_characters(start, end).filter(|moved| *moved != span);
        let Some(words) = moved.map(|span| Selection::exactly(&self.text, span)) else { return };
        let mut new = words.quoted_words();
        if let Some(old) = statement.spans.get(at) {
            (new.lang, new.quoted) = (old.lang.clone(), old.quoted);
        }
        self.edit(Edit::SetSpan { statement: statement.id, at, span: new });
    }
}

fn attached(statement: &Statement, selection: &Selection, what: Attached) -> Option<Edit> {
    let id = statement.id.clone();
    let words = selection.words.clone();
    let of_position = |at: usize, set: &dyn Fn(&mut Position)| {
        let mut position = statement.positions.get(at)?.clone();
        set(&mut position);
        Some(Edit::SetPosition { statement: id.clone(), at, position: Box::new(position) })
    };
    match what {
        Attached::Words => {
            let mut span = selection.quoted_words();
            span.quoted = (statement.kind.0 == Kind::Mixed).then_some(selection.kind == Kind::Direct);
            Some(Edit::AddSpan { statement: id, span })
        }
        Attached::Cue => Some(Edit::set_statement(&id.0, StatementField::Cue(Some(words)))),
        Attached::RelayCue(at) => {
            let mut relays = statement.via.clone();
            relays.get_mut(at)?.cue = Some(words);
            Some(Edit::set_statement(&id.0, StatementField::Via(relays)))
        }
        Attached::Condition(at) => of_position(at, &|position| add(&mut position.condition, &words)),
        Attached::Terms(at) => of_position(at, &|position| add(&mut position.terms, &words)),
    }
}

/// One more to those that are there; alone it stands without a list, as people write it.
fn add(list: &mut OneOrMore<TextSelector>, words: &TextSelector) {
    let mut all = list.as_slice().to_vec();
    all.push(words.clone());
    *list = match <[TextSelector; 1]>::try_from(all) {
        Ok([one]) => OneOrMore::One(one),
        Err(all) => OneOrMore::More(all),
    };
}
