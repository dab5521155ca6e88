//! What every part of the page is given: the corpus, what is asked of it, the answer, and one way to
//! ask for something. Parts read it and never change it; the web room owns it.

use crate::corpus::{Corpus, DocumentIx, Key, Loaded, Orphan, Snapshot, StatementIx};
use crate::query::{Answer, Block, Columns, Comparison, Derived, OnDemand, Scope, answer};
use crate::route::{Action, Compare, Filter, Language, PagePath, Route, Screen, StatementRef};
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use yew::{AttrValue, Callback, Html};

/// A corpus with what is derived from it once.
#[derive(Debug)]
pub struct LoadedCorpus {
    /// Shared by the threads that draw a site.
    pub corpus: Arc<Corpus>,
    pub columns: Columns,
    /// The answer to an empty filter: which values a facet has at all.
    pub unfiltered: Rc<Answer>,
    /// Statements that could not be placed; they enter no count and no cell.
    pub orphans: Vec<Orphan>,
    /// The number of statements in the file, those included.
    pub statement_count: usize,
    /// How many actors speak, alone or jointly.
    pub speakers: usize,
    /// How much of the corpus is here.
    pub loaded: Loaded,
    /// Where the file can be fetched, relative to the page.
    pub source: String,
}

impl LoadedCorpus {
    pub fn new(snapshot: Snapshot, source: String) -> LoadedCorpus {
        let Snapshot { corpus, orphans, statement_count, loaded } = snapshot;
        LoadedCorpus::of(Arc::new(corpus), (orphans, statement_count, loaded), source)
    }

    /// A corpus of which everything is here, with namesakes apart as a [`Snapshot`] has them.
    pub fn complete(corpus: Arc<Corpus>, source: String) -> LoadedCorpus {
        let complete = (Vec::new(), corpus.statements.len(), Loaded::Everything);
        LoadedCorpus::of(corpus, complete, source)
    }

    fn of(
        corpus: Arc<Corpus>,
        (orphans, statement_count, loaded): (Vec<Orphan>, usize, Loaded),
        source: String,
    ) -> LoadedCorpus {
        let columns = Columns::new(&corpus);
        let unfiltered = Rc::new(answer(&corpus, &columns, &Filter::default()));
        let speakers = corpus.speakers();
        LoadedCorpus { corpus, columns, unfiltered, orphans, statement_count, speakers, loaded, source }
    }

    /// The answers to a route that is held against the corpus already.
    pub fn derive(&self, on_demand: Option<&'static dyn OnDemand>, route: Route) -> Derived {
        Derived::new(&self.corpus, &self.columns, &self.unfiltered, on_demand, route)
    }

    /// The path of the file that a view needs and that is not here.
    pub fn missing_shard(&self, route: &Route) -> Option<&str> {
        let Loaded::Index(shards, here) = &self.loaded else { return None };
        match &route.screen {
            Screen::Documents(_) if route.filter.q.trim().is_empty() => None,
            Screen::Read { .. } if route.filter.q.trim().is_empty() => {
                let document = route.document.as_deref().and_then(|id| self.corpus.document_by_id(id))?;
                let shard = shards.documents.get(Key::position(document)).map(String::as_str);
                shard.filter(|_| *here != Some(document))
            }
            _ => Some(&shards.everything),
        }
    }
}

/// What the reader set for this browser; no link carries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    pub theme: Theme,
    pub size: TextSize,
    /// Single-key shortcuts are switched off.
    pub no_shortcuts: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
    Contrast,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextSize {
    Small,
    #[default]
    Medium,
    Large,
    Largest,
}

/// A dialog that stands over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    /// How to cite a statement.
    Cite(StatementIx),
    Filters,
    Help,
    Settings,
    About,
    Share,
}

impl Dialog {
    /// The dialogs that a program can ask the next one to open, with the names by which scripts know them.
    pub const NAMES: [(Dialog, &'static str); 5] = [
        (Dialog::Filters, "filters"),
        (Dialog::Help, "help"),
        (Dialog::Settings, "settings"),
        (Dialog::About, "about"),
        (Dialog::Share, "share"),
    ];

    pub fn name(self) -> &'static str {
        Dialog::NAMES.into_iter().find(|(dialog, _)| *dialog == self).map_or("", |(_, name)| name)
    }

    pub fn from_name(name: &str) -> Option<Dialog> {
        Dialog::NAMES.into_iter().find(|(_, known)| *known == name).map(|(dialog, _)| dialog)
    }
}

/// Everything a part of the page can ask the web room to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// A new view: it goes into the address.
    Navigate(Rc<Action>),
    /// The next (or previous) statement that matches.
    StepStatement {
        back: bool,
    },
    /// The next (or previous) place that a search found.
    ShowHit {
        back: bool,
    },
    OpenDialog(Option<Dialog>),
    /// A statement is pointed at, or no longer.
    Hover(Option<StatementIx>),
    /// The focus moves into the text.
    FocusText,
    /// All values of all facets.
    ShowAllValues,
    /// More rows of the list on the screen.
    ShowMore,
    /// Look for this in a list of names, which has this key.
    SearchList(&'static str, String),
    /// Fold the members of a group away, or show them again.
    Fold(String),
    SetSettings(Settings),
    /// Put this on the clipboard, then say so in these words.
    Copy {
        text: String,
        said: &'static str,
    },
    /// Put this link on the clipboard.
    CopyLink {
        link: String,
    },
    Download {
        name: String,
        mime: &'static str,
        text: String,
    },
    /// Close the notices.
    DismissNotices,
    Print,
    /// Keep the whole site for reading without a network.
    SaveOffline,
}

/// Where this page stands, as far as its links have to know.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Site {
    /// The page's place on a site that has a page for each document; `None` in a single file, and where the
    /// pages were made from another file than the one that was read: then links say everything after `#`.
    pub place: Option<PagePath>,
    /// The site's address for others; `None` from a disk or this machine.
    pub base: Option<AttrValue>,
    /// The site has a start where it offers several corpora.
    pub has_several_corpora: bool,
    /// The codebook stands beside its corpora.
    pub has_codebook: bool,
    /// The site has a page on which one makes a corpus.
    pub has_coding: bool,
    /// Each statement has a small page of its own.
    pub has_statement_pages: bool,
    /// The corpus' file is another one than the page was made from.
    pub is_edited: bool,
    /// Which part of a long list the page holds, counted from 0; the later ones are pages without a program.
    pub part: usize,
    /// The size of the whole site, where this browser can keep it for reading without a network.
    pub keeps: Option<AttrValue>,
}

/// What only the full program draws.
pub trait Features: OnDemand {
    fn compare(&self, context: &Context, asked: &Compare) -> Html;
    /// The screens that are about all documents.
    fn list(&self, context: &Context) -> Html;
    /// The page inside another page.
    fn embed(&self, context: &Context) -> Html;
    /// The card of the open statement.
    fn card(&self, context: &Context, statement: StatementIx) -> Html;
    /// What it tells, without its buttons.
    fn preview(&self, context: &Context, statement: StatementIx) -> Html;
    /// What a link asked for in vain.
    fn notices(&self, context: &Context) -> Html;
    /// Statements that could not be placed.
    fn banner(&self, context: &Context) -> Html;
    /// Text size, theme, language and shortcuts.
    fn settings(&self, context: &Context) -> Html;
    /// Every dialog but the filters.
    fn dialog(&self, context: &Context, dialog: Dialog) -> Html;
}

/// How far the page has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// As it stands in its file: both screens, before any script has chosen one.
    Prerendered,
    /// Just hydrated: what answers presses. Notes, dates, filters out of sight and what is for paper come later.
    Hydrated,
    Complete,
}

/// What a page is made of, behind one pointer: parts and their handlers hold copies of it.
#[derive(Clone)]
pub struct Context(Rc<ContextData>);

#[derive(Clone)]
pub struct ContextData {
    pub known: Rc<LoadedCorpus>,
    pub derived: Derived,
    pub notices: Rc<Vec<String>>,
    /// The statement that is pointed at or has the focus.
    pub hovered: Option<StatementIx>,
    /// The place that is shown of those that a search found, from 1, and how many there are.
    pub hit: Option<(usize, usize)>,
    /// Every value of every facet is shown, however many there are.
    pub all_values: bool,
    /// Where a finger came down, in CSS pixels.
    pub touch_start: Rc<Cell<(i32, i32)>>,
    /// The last thing that was done, for the reader who cannot see it.
    pub announcement: AttrValue,
    pub dialog: Option<Dialog>,
    pub settings: Settings,
    /// The language that the reader's browser asks for, where the page speaks it.
    pub readers_language: Option<Language>,
    /// What is looked for in lists of names, each by its key.
    pub list_searches: Rc<Vec<(&'static str, String)>>,
    /// How often more of the list on the screen was asked for.
    pub more_parts: usize,
    /// Groups of speakers whose members are folded away, by id.
    pub folded: Rc<Vec<String>>,
    /// The page goes to paper.
    pub is_on_paper: bool,
    /// The screen is too narrow for a table.
    pub narrow: bool,
    pub site: Site,
    /// What the full program has beside reading and filtering; `None` in the initial one.
    pub features: Option<&'static dyn Features>,
    pub phase: Phase,
    /// How often the page was drawn anew because others had changed it.
    pub redrawn: u32,
    /// The corpus comes in parts.
    pub is_sharded: bool,
    pub command: Callback<Command>,
}

impl std::ops::Deref for Context {
    type Target = ContextData;

    fn deref(&self) -> &ContextData {
        &self.0
    }
}

impl Context {
    pub fn new(given: ContextData) -> Context {
        Context(Rc::new(given))
    }

    pub fn route(&self) -> &Route {
        &self.derived.route
    }

    pub fn answer(&self) -> &Answer {
        &self.derived.answer
    }

    /// The text of the document at hand.
    pub fn blocks(&self) -> &[Block] {
        &self.derived.blocks
    }

    /// The comparison, when it is on screen.
    pub fn comparison(&self) -> Option<&Comparison> {
        self.derived.comparison.as_deref()
    }

    /// Where the open statement's words stand in the original; empty where no address is known.
    pub fn text_fragment(&self) -> &str {
        &self.derived.text_fragment
    }

    pub fn corpus(&self) -> &Corpus {
        &self.known.corpus
    }

    pub fn columns(&self) -> &Columns {
        &self.known.columns
    }

    pub fn navigate(&self, action: Action) {
        self.command.emit(Command::Navigate(Rc::new(action)));
    }

    /// The document at hand; none while a screen is about all of them.
    pub fn document(&self) -> Option<DocumentIx> {
        let corpus = self.corpus();
        self.route().document.as_deref().and_then(|id| corpus.document_by_id(id))
    }

    /// What is looked for in a list of names.
    pub fn list_search(&self, list: &str) -> &str {
        self.list_searches.iter().find(|(key, _)| *key == list).map_or("", |(_, words)| words)
    }

    /// How many of something there are at most in the file of a page, or once the program has drawn all of it.
    pub fn few(&self, in_file: usize, complete: usize) -> usize {
        if self.is_incomplete() { in_file } else { complete }
    }

    /// Whether the page holds no more yet than it did in its file.
    pub fn is_incomplete(&self) -> bool {
        self.phase != Phase::Complete
    }

    /// The statement that the view holds open.
    pub fn open(&self) -> Option<StatementIx> {
        self.route().open_in(self.corpus())
    }

    /// What is asked of the comparison, when it is on screen.
    pub fn compare(&self) -> Option<&Compare> {
        match &self.route().screen {
            Screen::Compare(asked) => Some(asked),
            _ => None,
        }
    }

    pub fn compares(&self) -> bool {
        self.compare().is_some()
    }

    /// The way into the text: the document at hand, else the one that was read last, else the first with a statement
    /// that matches.
    pub fn to_text(&self) -> Action {
        let corpus = self.corpus();
        let matching = || self.answer().matching.first().map(|ix| corpus.statements[*ix].document);
        let document = self.derived.last_document.or_else(matching).or_else(|| corpus.documents.key(0));
        match document.filter(|_| self.route().document.is_none()) {
            Some(document) => Action::Document(corpus.documents[document].id.to_string()),
            None => Action::Read,
        }
    }

    /// What the comparison counts.
    pub fn scope(&self) -> Scope {
        let here = self.compare().is_some_and(|asked| asked.here);
        match self.document().filter(|_| here) {
            Some(document) => Scope::Document(document),
            None => Scope::Corpus,
        }
    }

    /// The link of this view as others can open it; without a site, what follows a site's address.
    pub fn link(&self) -> String {
        self.link_of(self.route())
    }

    pub fn link_of(&self, route: &Route) -> String {
        match (&self.site.base, &self.site.place) {
            (Some(base), Some(_)) => format!("{base}{}", route.address()),
            (base, _) => format!("{}#{}", base.as_deref().unwrap_or_default(), route.to_fragment()),
        }
    }

    /// The link of a view with an open statement: where each statement has a page of its own, by that page,
    /// so that a preview shows its words.
    pub fn link_of_statement(&self, route: &Route) -> String {
        match (&self.site.base, route.open()) {
            (Some(base), Some(opened)) if self.site.place.is_some() && self.site.has_statement_pages => {
                format!("{base}{}{}/#{}", route.place().path(), opened.id, route.fragment_without_path())
            }
            _ => self.link_of(route),
        }
    }

    /// What an address says of a statement: its id and, where it is known, the sum of its wording.
    pub fn opened(&self, statement: StatementIx) -> StatementRef {
        let statement = &self.corpus().statements[statement];
        StatementRef { id: statement.id.to_string(), sum: statement.wording_checksum.clone() }
    }
}
