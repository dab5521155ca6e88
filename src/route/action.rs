//! Everything a reader can do, and the pure function from a route and an action to the next route. Choices push a
//! history entry; continued typing and stepping replace the current one.

use super::{
    ActiveFilter, Compare, DocumentSort, DocumentsQuery, Facet, FacetSelection, Filter, Focus, Language,
    Route, RowGrouping, RowSort, Screen, StatementRef, StatementSort,
};
use crate::corpus::PartialDate;

#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The start of the corpus, nothing chosen.
    Home,
    /// Shows the text.
    Read,
    /// Shows the comparison.
    Compare,
    /// Opens a statement in its text.
    Open(StatementRef),
    /// Opens the next or the previous statement.
    Step(StatementRef),
    /// Closes the open statement.
    Close,
    /// Leaves the comparison for a statement in its text.
    ReadInText(StatementRef),
    /// Shows the text of a document.
    Document(String),
    /// Shows the list of documents.
    Documents,
    Shelve(DocumentSort),
    /// Whether documents without a match are listed, too.
    AllDocuments(bool),
    /// Shows the statements of all documents.
    Statements,
    List(StatementSort),
    /// Shows the statements that this value leaves, beside what is chosen already.
    ListOnly(Facet, String),
    /// Shows the list of actors.
    Actors(RowSort),
    /// Shows the list of issues.
    Issues(RowSort),
    /// Shows what this value leaves in a document.
    ReadOnly(String, Facet, String),
    /// Shows the page of an actor.
    Actor(String),
    /// Shows the page of an issue.
    Issue(String),
    /// Counts the positions of this coder only.
    Coder(Option<String>),
    /// Speaks another language.
    Speak(Language),
    ToggleInclude(Facet, String),
    ToggleExclude(Facet, String),
    /// Asks for this value alone.
    Only(Facet, String),
    Clear(Facet),
    ClearOne(ActiveFilter),
    ClearAll,
    Range(Option<PartialDate>, Option<PartialDate>),
    /// The words in the search field, after each keystroke.
    Search(String),
    /// Shows what a cell rests on: its actor and its issue.
    OpenCell(String, String),
    CloseCell,
    /// All actors and issues.
    All,
    Pair(String, String),
    Column(String),
    Row(String),
    GroupRows(RowGrouping),
    Sort(RowSort),
    /// Counts in the comparison this document only, or all.
    Here(Option<String>),
}

/// What is typed letter by letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    Words,
    From,
    To,
}

/// What becomes of the address when a view gives way to the next, so that Back undoes one choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum History {
    /// A new entry: Back leads to the view before.
    Push,
    /// The present entry changes.
    Replace,
    /// The first keystroke of a search or a date pushes, and those that follow it at once replace; one taken up
    /// again after another action pushes anew. No view says which it is: the owner of the address knows.
    Typing(Typed),
}

impl Route {
    /// The view that an action leads to. One that changes nothing gives the same view, unknown keys and
    /// all, and needs no write.
    pub fn apply(&self, action: &Action) -> (Route, History) {
        let mut next = self.clone();
        next.take(action);
        if next == *self {
            return (next, History::Replace);
        }
        next.unknown.clear();
        let history = match action {
            Action::Step(_) if self.open().is_some() => History::Replace,
            Action::Search(_) => History::Typing(Typed::Words),
            Action::Range(from, _) if *from != self.filter.from => History::Typing(Typed::From),
            Action::Range(..) => History::Typing(Typed::To),
            _ => History::Push,
        };
        (next, history)
    }

    fn take(&mut self, action: &Action) {
        match action {
            Action::Home => {
                *self = Route { corpus: self.corpus.take(), language: self.language, ..Route::default() };
            }
            Action::Read => self.read(),
            Action::Compare => self.compare(|_| {}),
            Action::Open(opened) | Action::Step(opened) | Action::ReadInText(opened) => {
                self.screen = Screen::Read { open: Some(opened.clone()) };
            }
            Action::Close => self.screen.open_mut().into_iter().for_each(|open| *open = None),
            Action::Document(id) => {
                self.read();
                if self.document.as_ref() != Some(id) {
                    self.document = Some(id.clone());
                    self.screen = Screen::TEXT;
                }
            }
            Action::Documents => self.list(Screen::Documents(DocumentsQuery::default())),
            Action::Shelve(sort) => {
                self.list(Screen::Documents(DocumentsQuery { sort: *sort, ..self.documents_query() }))
            }
            Action::AllDocuments(all) => {
                self.list(Screen::Documents(DocumentsQuery { all: *all, ..self.documents_query() }))
            }
            Action::Statements => self.list(Screen::Statements(StatementSort::default())),
            Action::List(sort) => self.list(Screen::Statements(*sort)),
            Action::ListOnly(facet, value) => {
                self.only(*facet, value);
                self.list(Screen::Statements(StatementSort::default()));
            }
            Action::Actors(sort) => self.list(Screen::Actors(*sort)),
            Action::Issues(sort) => self.list(Screen::Issues(*sort)),
            Action::ReadOnly(document, facet, value) => {
                self.only(*facet, value);
                self.document = Some(document.clone());
                self.screen = Screen::TEXT;
            }
            Action::Actor(id) => self.list(Screen::Actor(id.clone())),
            Action::Issue(id) => self.list(Screen::Issue(id.clone())),
            Action::Coder(coder) => self.filter.coder.clone_from(coder),
            Action::Speak(language) => self.language = *language,
            Action::ToggleInclude(facet, value) => toggle(self.filter.choice_mut(*facet), value, false),
            Action::ToggleExclude(facet, value) => toggle(self.filter.choice_mut(*facet), value, true),
            Action::Only(facet, value) => self.only(*facet, value),
            Action::Clear(facet) => *self.filter.choice_mut(*facet) = FacetSelection::default(),
            Action::ClearOne(applied) => self.filter.remove(applied),
            Action::ClearAll => self.filter = Filter::default(),
            Action::Range(from, to) => (self.filter.from, self.filter.to) = (*from, *to),
            Action::Search(words) => self.filter.q.clone_from(words),
            Action::OpenCell(actor, issue) => {
                self.compare(|asked| asked.cell = Some((actor.clone(), issue.clone())));
            }
            Action::CloseCell => {
                if let Screen::Compare(asked) = &mut self.screen {
                    asked.cell = None;
                }
            }
            Action::All => self.focus(Focus::All),
            Action::Pair(a, b) => self.focus(Focus::Pair(a.clone(), b.clone())),
            Action::Column(issue) => self.focus(Focus::Column(issue.clone())),
            Action::Row(actor) => self.focus(Focus::Row(actor.clone())),
            Action::GroupRows(by) => self.compare(|asked| asked.by = *by),
            Action::Sort(sort) => self.compare(|asked| asked.sort = *sort),
            Action::Here(document) => {
                self.document.clone_from(document);
                self.compare(|asked| asked.here = document.is_some());
            }
        }
    }

    /// Of a facet this value alone.
    fn only(&mut self, facet: Facet, value: &str) {
        let mut only = FacetSelection::default();
        if only.include(value) {
            *self.filter.choice_mut(facet) = only;
        }
    }

    /// Brings a screen that is about all documents.
    fn list(&mut self, screen: Screen) {
        self.screen = screen;
        self.document = None;
    }

    /// Brings the text to the screen, and the statement that stands open.
    fn read(&mut self) {
        self.screen = Screen::Read { open: self.open().cloned() };
    }

    fn documents_query(&self) -> DocumentsQuery {
        match self.screen {
            Screen::Documents(asked) => asked,
            _ => DocumentsQuery::default(),
        }
    }

    /// Brings the comparison to the screen, which shows no open statement, and changes it.
    fn compare(&mut self, change: impl FnOnce(&mut Compare)) {
        let mut asked = match std::mem::take(&mut self.screen) {
            Screen::Compare(asked) => asked,
            _ => Compare::default(),
        };
        change(&mut asked);
        // What counts all documents is of none.
        self.document = self.document.take().filter(|_| asked.here);
        self.screen = Screen::Compare(asked);
    }

    /// Looks elsewhere; the open cell may not be there.
    fn focus(&mut self, focus: Focus) {
        self.compare(|asked| {
            if asked.focus != focus {
                asked.focus = focus;
                asked.cell = None;
            }
        });
    }
}

fn toggle(choice: &mut FacetSelection, value: &str, exclude: bool) {
    let chosen = if exclude { choice.excludes(value) } else { choice.includes(value) };
    let _ = if chosen {
        choice.remove(value)
    } else if exclude {
        choice.exclude(value)
    } else {
        choice.include(value)
    };
}
