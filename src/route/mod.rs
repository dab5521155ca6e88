//! WHAT IS ASKED: the address is the view. [`Route::parse`] and [`Route::to_fragment`] turn one into the other,
//! [`Route::resolve`] holds it against a corpus, and [`Route::apply`] is the only way from a route to the next.
//! Nothing here answers, draws, or knows a browser; text comes in already composed (NFC) by the caller.

mod action;
mod complement;
mod filter;
mod language;
mod notice;
mod page_path;
mod percent;
mod resolve;
mod url;

pub use action::{Action, History, Typed};
pub use filter::{ActiveFilter, Facet, FacetSelection, Filter, Ids, PerFacet};
pub use language::{Language, direction};
pub use notice::Notice;
pub use page_path::{PageKind, PagePath};
pub use percent::{decode, encode};
pub use url::{Address, MAX_LINK, MAX_READ, MAX_VALUES, is_known_key};

use crate::corpus::{Corpus, StatementIx};

/// Everything that a link carries. `Route::default()` is what an empty address asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Route {
    /// The corpus' id; filled by [`Route::resolve`], so that a copied address names it.
    pub corpus: Option<String>,
    /// The id of the document that is read; filled by [`Route::resolve`].
    pub document: Option<String>,
    pub screen: Screen,
    pub filter: Filter,
    /// The language of the page's own words.
    pub language: Language,
    /// The page stands inside another page.
    pub embed: bool,
    /// Keys that nobody here knows, ordered by key; kept until the reader's next change.
    pub unknown: Vec<(String, String)>,
}

impl Route {
    pub fn compares(&self) -> bool {
        matches!(self.screen, Screen::Compare(_))
    }

    /// The statement that stands open, as the address names it.
    pub fn open(&self) -> Option<&StatementRef> {
        self.screen.open()
    }

    /// The same in its corpus; `None` where that has no such statement, too.
    pub fn open_in(&self, corpus: &Corpus) -> Option<StatementIx> {
        corpus.statement_by_id(&self.open()?.id)
    }
}

/// A statement as an address names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementRef {
    pub id: String,
    /// The first six hex digits over its wording, as they were when the link was made.
    pub sum: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Screen {
    /// The text of a document.
    Read {
        /// The statement that stands open.
        open: Option<StatementRef>,
    },
    Compare(Compare),
    /// The documents of the corpus.
    Documents(DocumentsQuery),
    /// Statements of all documents, as one list.
    Statements(StatementSort),
    /// Everybody and every body that the corpus knows.
    Actors(RowSort),
    /// What the statements are about.
    Issues(RowSort),
    /// What is known of an actor, by its id.
    Actor(String),
    /// Who stands where on an issue, by its id.
    Issue(String),
}

impl Default for Screen {
    fn default() -> Screen {
        Screen::TEXT
    }
}

impl Screen {
    /// The text, no statement open.
    pub const TEXT: Screen = Screen::Read { open: None };

    /// Whether it may show one document; the other screens are about all of them.
    pub fn is_of_document(&self) -> bool {
        matches!(self, Screen::Read { .. } | Screen::Compare(_))
    }

    pub fn open(&self) -> Option<&StatementRef> {
        match self {
            Screen::Read { open } => open.as_ref(),
            Screen::Compare(asked) => asked.open.as_ref(),
            _ => None,
        }
    }

    /// The place of the open statement; `None` on a screen that opens none.
    fn open_mut(&mut self) -> Option<&mut Option<StatementRef>> {
        match self {
            Screen::Read { open } => Some(open),
            Screen::Compare(asked) => Some(&mut asked.open),
            _ => None,
        }
    }
}

/// What is asked of the list of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DocumentsQuery {
    pub sort: DocumentSort,
    /// Lists documents without a statement that matches, too.
    pub all: bool,
}

/// How documents are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DocumentSort {
    #[default]
    Oldest,
    Newest,
    Title,
    Publisher,
    /// Most matching statements first.
    Statements,
}

/// How statements of all documents are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StatementSort {
    /// By document as the corpus lists them, then as they are read.
    #[default]
    Reading,
    /// By the day on which they were said.
    Date,
    Actor,
    Issue,
}

/// What is asked of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Compare {
    pub focus: Focus,
    /// A statement that the link opens, for whoever goes on to the text: it decides the document that `here` counts.
    pub open: Option<StatementRef>,
    /// The actor and the issue of the open cell.
    pub cell: Option<(String, String)>,
    /// Counts the open document only.
    pub here: bool,
    pub by: RowGrouping,
    pub sort: RowSort,
}

/// Which part of the comparison is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Focus {
    #[default]
    All,
    /// Two actors side by side, in this order.
    Pair(String, String),
    /// The one issue that a narrow comparison shows.
    Column(String),
    /// The one actor that a narrow comparison shows.
    Row(String),
}

/// How the rows of the comparison stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RowGrouping {
    #[default]
    Group,
    Flat,
}

/// How actors or issues are ordered, in the comparison and in their lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RowSort {
    #[default]
    Name,
    /// Most statements first.
    Statements,
    /// As the corpus lists them.
    Listed,
}

impl DocumentSort {
    /// Every value, with its word in an address.
    pub const ALL: [(DocumentSort, &'static str); 5] = [
        (DocumentSort::Oldest, "date"),
        (DocumentSort::Newest, "newest"),
        (DocumentSort::Title, "title"),
        (DocumentSort::Publisher, "publisher"),
        (DocumentSort::Statements, "statements"),
    ];
}

impl StatementSort {
    /// Every value, with its word in an address.
    pub const ALL: [(StatementSort, &'static str); 4] = [
        (StatementSort::Reading, "reading"),
        (StatementSort::Date, "date"),
        (StatementSort::Actor, "actor"),
        (StatementSort::Issue, "issue"),
    ];
}

impl RowGrouping {
    /// Every value, with its word in an address.
    pub const ALL: [(RowGrouping, &'static str); 2] =
        [(RowGrouping::Group, "group"), (RowGrouping::Flat, "flat")];
}

impl RowSort {
    /// Every value, with its word in an address.
    pub const ALL: [(RowSort, &'static str); 3] =
        [(RowSort::Name, "name"), (RowSort::Statements, "statements"), (RowSort::Listed, "listed")];
}
