//! The draft at work, and what is seen of it: which text, which statement, what is selected and typed. Every change of
//! it is a [`Do`]; nothing here knows the browser.

mod attach;
mod beside;
mod choose;
mod coder;
mod marking;
mod picking;
mod placed;
mod steps;
mod suggesting;

pub use beside::Beside;
pub use choose::Choice;
pub use picking::{Picked, Splitting};
pub use placed::{Placed, beginning};
pub use steps::{new_document, title_of};

use super::action::{Do, Field, Tab};
use crate::corpus::raw::{self, IdText};
use crate::corpus::{InvalidCorpus, Relation, Text};
use crate::draft::{Draft, Edit, Entry, List, RowId, Selection};
use crate::ui::i18n::{tr, tr_format};
use std::rc::Rc;
use suggesting::Suggesting;

/// What is to be done once the page is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Then {
    /// The focus goes to an element, by id.
    Focus(String),
    /// A statement is brought into sight.
    Reveal(IdText),
    /// The text has the focus again, for the next selection.
    Text,
}

/// A choice that is being typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Typing {
    pub field: Field,
    pub typed: String,
    /// The choice that Enter takes, by its place.
    pub active: usize,
}

/// An issue on which a position is being coded: one that is there, or a new one by its label.
#[derive(Debug, Clone, PartialEq)]
pub enum Pending {
    Stance(IdText),
    Proposition { label: String },
}

/// Who codes.
#[derive(Debug, Clone, PartialEq)]
enum Coder {
    /// Nobody has said.
    Unknown,
    /// A person does not want to say.
    Withheld,
    /// A name that the file gets with the first position.
    Named(String),
    Known(IdText),
}

#[derive(Debug, Clone)]
pub struct Work {
    draft: Draft,
    pub tab: Tab,
    document: Option<IdText>,
    open: Option<IdText>,
    selection: Option<Selection>,
    pub typing: Option<Typing>,
    pub pending: Option<Pending>,
    /// The text that is shown, and the statements in it.
    text: Rc<Text>,
    paragraphs: Rc<Vec<placed::Paragraph>>,
    placed: Rc<Vec<Rc<Placed>>>,
    /// What the last check of the file found.
    pub problems: Rc<InvalidCorpus>,
    coder: Coder,
    /// What the open statement does to another that is still to be chosen.
    pub relation: Option<Relation>,
    pub picked: Option<Picked>,
    suggesting: Option<Suggesting>,
    beside: Option<Beside>,
    /// What was done and not yet kept.
    journal: Vec<Entry>,
    then: Vec<Then>,
    said: Option<String>,
}

impl Work {
    pub fn new(draft: Draft) -> Work {
        let coder = match draft.file().coders.as_slice() {
            [only] => Coder::Known(only.id.clone()),
            _ => Coder::Unknown,
        };
        let mut work = Work {
            draft,
            tab: Tab::Statement,
            document: None,
            open: None,
            selection: None,
            typing: None,
            pending: None,
            text: Rc::new(Text::new(String::new())),
            paragraphs: Rc::default(),
            placed: Rc::default(),
            problems: Rc::default(),
            coder,
            relation: None,
            picked: None,
            suggesting: None,
            beside: None,
            journal: Vec::new(),
            then: Vec::new(),
            said: None,
        };
        work.refresh();
        work
    }

    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    pub fn file(&self) -> &raw::Corpus {
        self.draft.file()
    }

    /// The document that is shown.
    pub fn document(&self) -> Option<&raw::Document> {
        let shown = self.document.as_ref()?;
        self.file().documents.iter().find(|document| document.id == *shown)
    }

    pub fn text(&self) -> &Rc<Text> {
        &self.text
    }

    /// The paragraphs of the text that is shown, each with its words.
    pub fn paragraphs(&self) -> &[(crate::corpus::Span, Rc<str>)] {
        &self.paragraphs
    }

    /// The statements of the document that is shown, in reading order.
    pub fn placed(&self) -> &[Rc<Placed>] {
        &self.placed
    }

    /// The statement in the panel.
    pub fn statement(&self) -> Option<&raw::Statement> {
        let open = self.open.as_ref()?;
        self.file().statements.iter().find(|statement| statement.id == *open)
    }

    pub fn selection(&self) -> Option<&Selection> {
        self.selection.as_ref()
    }

    /// The name of who codes.
    pub fn coder(&self) -> Option<&str> {
        match &self.coder {
            Coder::Unknown | Coder::Withheld => None,
            Coder::Named(name) => Some(name),
            Coder::Known(id) => {
                let known = self.file().coders.iter().find(|known| known.id == *id);
                known.map(|coder| coder.name.as_str())
            }
        }
    }

    /// Whether it is still to be asked who codes.
    pub fn asks_for_coder(&self) -> bool {
        self.coder == Coder::Unknown
    }

    pub fn actor(&self, id: &str) -> Option<&raw::Actor> {
        self.file().actors.iter().find(|actor| actor.id.0 == id)
    }

    /// An actor whom one statement alone names.
    pub fn new_actor(&self, id: &str) -> Option<&raw::Actor> {
        let row = RowId { list: List::Actors, id: raw::IdText(id.to_owned()) };
        let is_new = self.draft.statements_naming(&row).nth(1).is_none();
        self.actor(id).filter(|_| is_new)
    }

    pub fn issue(&self, id: &str) -> Option<&raw::Issue> {
        self.file().issues.iter().find(|issue| issue.id.0 == id)
    }

    /// The focus goes to the text once it is drawn.
    pub fn focus_text(&mut self) {
        self.then.push(Then::Text);
    }

    /// What was done and is not kept yet.
    pub fn take_journal(&mut self) -> Vec<Entry> {
        std::mem::take(&mut self.journal)
    }

    pub fn take_then(&mut self) -> Vec<Then> {
        std::mem::take(&mut self.then)
    }

    /// What is to be announced.
    pub fn take_said(&mut self) -> Option<String> {
        self.said.take()
    }

    pub fn mark_saved(&mut self) {
        self.draft.mark_saved();
        self.journal.push(Entry::Saved);
    }

    /// Goes on with what another tab has done to the same draft.
    pub fn follow(&mut self, entry: Entry) -> bool {
        let is_done = self.draft.replay(entry).is_ok();
        self.refresh();
        is_done
    }

    /// Does what is asked.
    pub fn act(&mut self, wanted: Do) {
        match wanted {
            Do::Show(tab) => {
                self.tab = tab;
                self.typing = None;
            }
            Do::ShowDocument(id) => {
                (self.document, self.open, self.selection) = (Some(id), None, None);
                self.refresh();
            }
            Do::Open(id) => self.open(id),
            Do::Step { back } => self.step(back),
            Do::Select(selection) => self.selection = selection,
            Do::Mark(kind) => self.mark(kind),
            Do::Attach(what) => self.attach(what),
            Do::MoveEdge { is_end, forward } => self.move_edge(is_end, forward),
            Do::SetEdge { is_end, at } => self.set_edge(is_end, at),
            Do::SetKind(kind) => self.set_kind(kind),
            Do::Repeat => self.repeat(),
            Do::Take(stance) => self.take(stance),
            Do::SetStance(at, stance) => self.set_stance(at, stance),
            Do::Propose(proposition) => self.propose(&proposition),
            Do::Edit(edit) => {
                self.edit(edit);
            }
            Do::Undo => self.undo(),
            Do::Redo => self.redo(),
            Do::Focus(field) => {
                if self.typing.as_ref().map(|typing| &typing.field) != field.as_ref() {
                    self.typing = field.map(|field| Typing { field, typed: String::new(), active: 0 });
                }
            }
            Do::LeaveField => {
                self.typing = None;
                self.then.push(Then::Text);
            }
            Do::Type(typed) => {
                if let Some(typing) = &mut self.typing {
                    (typing.typed, typing.active) = (typed, 0);
                }
            }
            Do::MoveChoice { back } => self.move_choice(back),
            Do::Choose(at) => self.choose(at),
            Do::SetCoder(name) => self.set_coder(name.trim()),
            Do::Relate(relation) => self.relate(relation),
            Do::Pick(pick) => self.pick(pick),
            Do::Split(split) => self.split(split),
            Do::ToggleSuggestions => self.toggle_suggestions(),
            Do::Answer(answer) => self.answer(answer),
            Do::Settle(takes_other) => self.settle(takes_other),
            Do::RemoveBeside => self.remove_beside(),
            Do::AddDocument(text) => self.add_document(&text),
            Do::Correct(id, text) => self.correct(id, text),
        }
    }

    /// Does an edit as one step; or says why it cannot be done.
    fn edit(&mut self, edit: Edit) -> bool {
        let steps = self.draft.history().done.len();
        match self.draft.apply(edit.clone()) {
            Ok(()) => {
                if self.draft.history().done.len() != steps {
                    self.journal.push(Entry::Edit(edit));
                    self.refresh();
                }
                true
            }
            Err(refusal) => {
                self.said = Some(tr_format!("This was not done: {why}.", why = refusal));
                false
            }
        }
    }

    /// Says a sentence of the page.
    fn say(&mut self, sentence: &'static str) {
        self.said = Some(tr(sentence).to_owned());
    }

    /// Goes by what the file is now.
    fn refresh(&mut self) {
        let file = self.draft.file();
        let is_there = |id: &IdText| file.documents.iter().any(|document| document.id == *id);
        let first = || file.documents.first().map(|document| document.id.clone());
        self.document = self.document.take().filter(is_there).or_else(first);
        let shown = self.document.as_ref().and_then(|id| file.documents.iter().find(|d| d.id == *id));
        let words = shown.map(|document| document.text.as_str()).unwrap_or_default();
        let is_other_text = self.text.as_str() != words;
        if is_other_text {
            self.text = Rc::new(Text::new(words.to_owned()));
            self.paragraphs = Rc::new(placed::paragraphs(&self.text));
            self.selection = None;
        }
        let known: &[Rc<Placed>] = if is_other_text { &[] } else { &self.placed };
        let own = self.document.as_ref().map(|id| placed::all(file, id, &self.text, known));
        let own = own.unwrap_or_default();
        if *self.placed != own {
            self.placed = Rc::new(own);
        }
        let statements = &file.statements;
        self.open = self.open.take().filter(|id| statements.iter().any(|statement| statement.id == *id));
        if let Coder::Known(id) = &self.coder
            && !file.coders.iter().any(|coder| coder.id == *id)
        {
            self.coder = Coder::Unknown;
        }
        if let Some(picked) = &mut self.picked {
            picked.statements.retain(|id| statements.iter().any(|statement| statement.id.0 == *id));
        }
        if self.open.is_none() {
            self.pending = None;
        }
    }
}
