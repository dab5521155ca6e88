//! Where a page stands on its site. A page of a built site has an address of its own, and its path says which
//! corpus and which document it shows; a link then needs to say only the rest. Printer and parser of that
//! path, and of the links that lead from one such page to another.

use super::percent::{decode, encode};
use super::{Compare, DocumentsQuery, Route, RowSort, Screen, StatementSort};
use crate::corpus::{Corpus, DocumentIx};

/// What the path of a page says, relative to the site.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PagePath {
    /// `None` at the root.
    pub corpus: Option<String>,
    pub page: PageKind,
}

/// The pages of a corpus that have an address of their own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum PageKind {
    /// `corpus/`: its documents, or its only one.
    #[default]
    Corpus,
    /// `corpus/id/`.
    Document(String),
    /// `corpus/compare/`.
    Compare,
    /// `corpus/statements/`.
    Statements,
    /// `corpus/actors/`.
    Actors,
    /// `corpus/issues/`.
    Issues,
    /// `corpus/actors/id/`.
    Actor(String),
    /// `corpus/issues/id/`.
    Issue(String),
}

impl PagePath {
    /// The place of a page of a corpus.
    pub fn of(corpus: &Corpus, page: PageKind) -> PagePath {
        PagePath { corpus: Some(corpus.id.to_string()), page }
    }

    /// The place of one of its documents.
    pub fn of_document(corpus: &Corpus, document: DocumentIx) -> PagePath {
        PagePath::of(corpus, PageKind::Document(corpus.documents[document].id.to_string()))
    }

    /// Reads a path below the site, whether or not it ends in a slash or names `index.html`.
    pub fn parse(path: &str) -> PagePath {
        let mut parts = path.split('/').filter(|part| !part.is_empty() && *part != "index.html").map(decode);
        let corpus = parts.next();
        let page = match (parts.next(), parts.next()) {
            (None, _) => PageKind::Corpus,
            (Some(word), None) if word == "compare" => PageKind::Compare,
            (Some(word), None) if word == "statements" => PageKind::Statements,
            (Some(word), None) if word == "actors" => PageKind::Actors,
            (Some(word), None) if word == "issues" => PageKind::Issues,
            (Some(word), Some(id)) if word == "actors" => PageKind::Actor(id),
            (Some(word), Some(id)) if word == "issues" => PageKind::Issue(id),
            (Some(document), _) => PageKind::Document(document),
        };
        PagePath { corpus, page }
    }

    /// The path, with a slash at its end unless it is empty.
    pub fn path(&self) -> String {
        let Some(corpus) = &self.corpus else { return String::new() };
        let parts = match &self.page {
            PageKind::Corpus => vec![corpus.as_str()],
            PageKind::Document(id) => vec![corpus.as_str(), id],
            PageKind::Compare => vec![corpus.as_str(), "compare"],
            PageKind::Statements => vec![corpus.as_str(), "statements"],
            PageKind::Actors => vec![corpus.as_str(), "actors"],
            PageKind::Issues => vec![corpus.as_str(), "issues"],
            PageKind::Actor(id) => vec![corpus.as_str(), "actors", id],
            PageKind::Issue(id) => vec![corpus.as_str(), "issues", id],
        };
        let mut path = String::new();
        for part in parts {
            encode(part, &mut path);
            path.push('/');
        }
        path
    }

    /// From here to the root of the site: `"../../"`.
    pub fn to_root(&self) -> String {
        "../".repeat(self.path().matches('/').count())
    }
}

impl Route {
    /// The view that an address asks for at a place: what its fragment leaves open, the path says.
    pub fn at(mut self, place: &PagePath) -> Route {
        if self.corpus.is_some() && self.corpus != place.corpus {
            return self;
        }
        self.corpus.clone_from(&place.corpus);
        if self.document.is_some() {
            return self;
        }
        match &place.page {
            PageKind::Document(id) if self.screen.is_of_document() => self.document = Some(id.clone()),
            _ if self.screen != Screen::TEXT => {}
            PageKind::Document(_) | PageKind::Corpus => {}
            PageKind::Compare => self.screen = Screen::Compare(Compare::default()),
            PageKind::Statements => self.screen = Screen::Statements(StatementSort::default()),
            PageKind::Actors => self.screen = Screen::Actors(RowSort::default()),
            PageKind::Issues => self.screen = Screen::Issues(RowSort::default()),
            PageKind::Actor(id) => self.screen = Screen::Actor(id.clone()),
            PageKind::Issue(id) => self.screen = Screen::Issue(id.clone()),
        }
        self
    }

    /// The place of the page that shows this view.
    pub fn place(&self) -> PagePath {
        let page = match (&self.screen, &self.document) {
            (Screen::Statements(_), _) => PageKind::Statements,
            (Screen::Actors(_), _) => PageKind::Actors,
            (Screen::Issues(_), _) => PageKind::Issues,
            (Screen::Compare(_), None) => PageKind::Compare,
            (Screen::Actor(id), _) => PageKind::Actor(id.clone()),
            (Screen::Issue(id), _) => PageKind::Issue(id.clone()),
            (Screen::Read { .. } | Screen::Compare(_), Some(document)) => {
                PageKind::Document(document.clone())
            }
            _ => PageKind::Corpus,
        };
        PagePath { corpus: self.corpus.clone(), page }
    }

    /// Where the view stands on its site: `corpus/document/#key=value…`, without `#` when nothing follows.
    pub fn address(&self) -> String {
        let (path, rest) = (self.place().path(), self.fragment_without_path());
        if rest.is_empty() { path } else { format!("{path}#{rest}") }
    }

    /// The link to this view from a page that stands at `place`.
    pub fn href_from(&self, place: &PagePath) -> String {
        if self.place() == *place {
            return format!("#{}", self.fragment_without_path());
        }
        format!("{}{}", place.to_root(), self.address())
    }

    /// The fragment without what the path says.
    pub fn fragment_without_path(&self) -> String {
        let bare = Route { corpus: None, document: None, screen: self.screen.beside_path(), ..self.clone() };
        let fragment = bare.to_fragment();
        // Where a statement is to be opened, the page says nothing of the screen.
        if self.place().page != PageKind::Compare || self.open().is_some() {
            return fragment;
        }
        match fragment.strip_prefix(COMPARES) {
            Some(rest) => rest.trim_start_matches('&').to_owned(),
            None => fragment,
        }
    }
}

/// What an address of the comparison begins with, where it has no page of its own.
const COMPARES: &str = "view=compare";

impl Screen {
    /// What of a screen stands behind `#` on its own page: nothing of one in its usual order.
    fn beside_path(&self) -> Screen {
        match self {
            Screen::Actor(_) | Screen::Issue(_) => Screen::TEXT,
            Screen::Documents(asked) if *asked == DocumentsQuery::default() => Screen::TEXT,
            Screen::Statements(sort) if *sort == StatementSort::default() => Screen::TEXT,
            Screen::Actors(sort) | Screen::Issues(sort) if *sort == RowSort::default() => Screen::TEXT,
            other => other.clone(),
        }
    }
}
