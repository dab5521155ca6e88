//! What a reader can do, and the view that follows. Pure: the same view and action always give the same
//! next view and the same entry in the history.

use super::filter::{Applied, Facet, Filter};
use super::{Compare, Focus, Opened, Order, Rows, Screen, View};
use crate::corpus::PartialDate;

#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    Open(Opened),
    Close,
    /// To the next or previous statement.
    Step(Opened),
    Read,
    Compare,
    /// From the comparison to a statement in its text.
    ReadInText(Opened),
    ToggleInclude(Facet, String),
    ToggleExclude(Facet, String),
    ClearOne(Applied),
    ClearAll,
    Range(Option<PartialDate>, Option<PartialDate>),
    /// The whole search field, after each key; in NFC.
    Search(String),
    /// An actor and an issue.
    OpenCell(String, String),
    CloseCell,
    All,
    Pair(String, String),
    Column(String),
    Row(String),
    Rows(Rows),
    Sort(Order),
    /// Whether the comparison counts the document at hand only.
    Here(bool),
}

/// How a view enters the history, so that Back undoes exactly one choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum History {
    Push,
    Replace,
    /// The first key of a search pushes, the ones that follow it replace.
    Typing,
}

impl View {
    pub fn after(&self, action: &Action) -> (View, History) {
        let mut next = self.clone();
        next.unknown.clear();
        let mut history = History::Push;
        match action {
            Action::Open(opened) => next.open = Some(opened.clone()),
            Action::Close => next.open = None,
            Action::Step(opened) => {
                if self.open.is_some() {
                    history = History::Replace;
                }
                next.open = Some(opened.clone());
            }
            Action::Read => next.screen = Screen::Read,
            Action::Compare => {
                next.open = None;
                next.compare(|_| {});
            }
            Action::ReadInText(opened) => {
                next.screen = Screen::Read;
                next.open = Some(opened.clone());
            }
            Action::ToggleInclude(facet, value) => {
                let choice = next.filter.choice_mut(*facet);
                if choice.includes(value) { choice.forget(value) } else { choice.include(value) }
            }
            Action::ToggleExclude(facet, value) => {
                let choice = next.filter.choice_mut(*facet);
                if choice.excludes(value) { choice.forget(value) } else { choice.exclude(value) }
            }
            Action::ClearOne(applied) => next.filter.clear(applied),
            Action::ClearAll => next.filter = Filter::default(),
            Action::Range(from, to) => (next.filter.from, next.filter.to) = (*from, *to),
            Action::Search(words) => {
                history = History::Typing;
                next.filter.q.clone_from(words);
            }
            Action::OpenCell(actor, issue) => next.compare(|c| c.cell = Some((actor.clone(), issue.clone()))),
            Action::CloseCell => next.compare(|c| c.cell = None),
            Action::All => next.focus(Focus::All),
            Action::Pair(a, b) => next.focus(Focus::Pair(a.clone(), b.clone())),
            Action::Column(issue) => next.focus(Focus::Column(issue.clone())),
            Action::Row(actor) => next.focus(Focus::Row(actor.clone())),
            Action::Rows(by) => next.compare(|c| c.by = *by),
            Action::Sort(by) => next.compare(|c| c.sort = *by),
            Action::Here(here) => next.compare(|c| c.here = *here),
        }
        (next, history)
    }

    fn focus(&mut self, focus: Focus) {
        self.compare(|compare| {
            compare.focus = focus;
            compare.cell = None;
        });
    }

    fn compare(&mut self, change: impl FnOnce(&mut Compare)) {
        let mut compare = match std::mem::take(&mut self.screen) {
            Screen::Compare(compare) => compare,
            Screen::Read => Compare::default(),
        };
        change(&mut compare);
        self.screen = Screen::Compare(compare);
    }
}
