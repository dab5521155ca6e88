//! WHAT IS ASKED: the address is the view. [`View::parse`] and [`View::fragment`] turn one into the other,
//! [`View::resolve`] holds it against a corpus, and [`View::after`] is the only way from a view to the next.
//! Nothing here answers, draws, or knows a browser; text comes in already composed (NFC) by the caller.

mod action;
mod complement;
mod escape;
mod filter;
mod language;
mod notice;
mod place;
mod resolve;
mod url;

pub use action::{Action, History};
pub use escape::escape;
pub use filter::{Applied, Choice, Facet, Filter, Ids, PerFacet};
pub use language::{Language, direction};
pub use notice::Notice;
pub use place::{Page, Place};
pub use url::{Address, MAX_LINK, MAX_READ, MAX_VALUES, is_known_key};

/// Everything that a link carries. `View::default()` is what an empty address asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// The corpus' id; filled by [`View::resolve`], so that a copied address names it.
    pub corpus: Option<String>,
    /// The id of the document that is read; filled by [`View::resolve`].
    pub document: Option<String>,
    /// The statement that stands open.
    pub open: Option<Opened>,
    pub screen: Screen,
    pub filter: Filter,
    /// The language of the page's own words.
    pub language: Language,
    /// The page stands inside another page.
    pub embed: bool,
    /// Keys that nobody here knows, ordered by key; kept until the reader's next change.
    pub unknown: Vec<(String, String)>,
}

impl View {
    pub fn compares(&self) -> bool {
        matches!(self.screen, Screen::Compare(_))
    }
}

/// A statement as an address names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    pub id: String,
    /// The first six hex digits over its wording, as they were when the link was made.
    pub sum: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Screen {
    #[default]
    Read,
    Compare(Compare),
    /// The documents of the corpus.
    Documents(Library),
    /// Statements of all documents, as one list.
    Statements(Listing),
    /// What is known of an actor, by its id.
    Actor(String),
    /// Who stands where on an issue, by its id.
    Issue(String),
}

impl Screen {
    /// Whether it shows a document; the other screens are about all of them.
    pub fn is_of_document(&self) -> bool {
        matches!(self, Screen::Read | Screen::Compare(_))
    }
}

/// What is asked of the list of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Library {
    pub sort: Shelf,
    /// Lists documents without a statement that matches, too.
    pub all: bool,
}

/// How documents are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shelf {
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
pub enum Listing {
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
    /// The actor and the issue of the open cell.
    pub cell: Option<(String, String)>,
    /// Counts the open document only.
    pub here: bool,
    pub by: Rows,
    pub sort: Order,
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
pub enum Rows {
    #[default]
    Group,
    Flat,
}

/// How the rows of the comparison are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    #[default]
    Name,
    /// Most statements first.
    Statements,
    /// As the corpus lists them.
    Listed,
}

impl Shelf {
    /// Every value, with its word in an address.
    pub const ALL: [(Shelf, &'static str); 5] = [
        (Shelf::Oldest, "date"),
        (Shelf::Newest, "newest"),
        (Shelf::Title, "title"),
        (Shelf::Publisher, "publisher"),
        (Shelf::Statements, "statements"),
    ];
}

impl Listing {
    /// Every value, with its word in an address.
    pub const ALL: [(Listing, &'static str); 4] = [
        (Listing::Reading, "reading"),
        (Listing::Date, "date"),
        (Listing::Actor, "actor"),
        (Listing::Issue, "issue"),
    ];
}

impl Rows {
    /// Every value, with its word in an address.
    pub const ALL: [(Rows, &'static str); 2] = [(Rows::Group, "group"), (Rows::Flat, "flat")];
}

impl Order {
    /// Every value, with its word in an address.
    pub const ALL: [(Order, &'static str); 3] =
        [(Order::Name, "name"), (Order::Statements, "statements"), (Order::Listed, "listed")];
}
