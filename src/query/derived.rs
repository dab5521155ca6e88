//! Everything that one view needs answered, each part made anew only when what it depends on has changed.

use super::columns::Columns;
use super::comparison::{Comparison, Scope, comparison};
use super::filter::{Answer, answer};
use super::found::hits_in_document;
use super::text_fragment::text_fragment;
use super::text_runs::{Block, hits_outside, text_blocks};
use crate::corpus::{Corpus, DocumentIx};
use crate::route::{Compare, Filter, Route, Screen};
use std::rc::Rc;

/// Answers that only the full program gives.
pub trait OnDemand {
    fn comparison(
        &self,
        corpus: &Corpus,
        columns: &Columns,
        route: &Route,
        asked: &Compare,
    ) -> Rc<Comparison>;
    /// Where the open statement's words stand in the original, as a text fragment of its address.
    fn text_fragment(&self, corpus: &Corpus, route: &Route, blocks: &[Block]) -> Rc<str>;
}

/// How often what is looked for stands in the document at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Found {
    pub places: usize,
    /// How many of these stand in no statement.
    pub outside: usize,
}

#[derive(Clone)]
pub struct Derived {
    pub route: Rc<Route>,
    pub answer: Rc<Answer>,
    /// The text of the document at hand, with what is looked for marked.
    pub blocks: Rc<Vec<Block>>,
    pub found: Found,
    /// Where the open statement's words stand in the original; empty where no address is known.
    pub text_fragment: Rc<str>,
    /// The comparison, when it is on screen.
    pub comparison: Option<Rc<Comparison>>,
    /// The document that was read last, which a comparison of all leads back to.
    pub last_document: Option<DocumentIx>,
    on_demand: Option<&'static dyn OnDemand>,
}

impl Derived {
    /// The answers to a route that is held against the corpus already; `unfiltered` is the one to an empty filter.
    pub fn new(
        corpus: &Corpus,
        columns: &Columns,
        unfiltered: &Rc<Answer>,
        on_demand: Option<&'static dyn OnDemand>,
        route: Route,
    ) -> Derived {
        // Without a comparison the text stands in its place.
        let first = || corpus.documents.key(0).filter(|_| on_demand.is_none());
        let last_document = document(corpus, &route).or_else(first);
        let (blocks, found) = marked(corpus, columns, last_document, &route);
        let is_unfiltered = route.filter == Filter::default();
        let mut derived = Derived {
            answer: if is_unfiltered {
                unfiltered.clone()
            } else {
                Rc::new(answer(corpus, columns, &route.filter))
            },
            text_fragment: Rc::default(),
            blocks: Rc::new(blocks),
            found,
            comparison: None,
            last_document,
            route: Rc::new(route),
            on_demand,
        };
        derived.point(corpus);
        derived.compare(corpus, columns);
        derived
    }

    /// The same where another document was read before, if any was.
    pub fn after(mut self, corpus: &Corpus, columns: &Columns, document: Option<DocumentIx>) -> Derived {
        if self.last_document.is_none() && document.is_some() {
            self.last_document = document;
            self.mark(corpus, columns);
        }
        self
    }

    /// The same with a comparison, whether or not it is on screen.
    pub fn with_comparison(mut self, corpus: &Corpus, columns: &Columns, asked: &Compare) -> Derived {
        if let (None, Some(full)) = (&self.comparison, self.on_demand) {
            self.comparison = Some(full.comparison(corpus, columns, &self.route, asked));
        }
        self
    }

    /// Goes on to another view.
    pub fn update(&mut self, corpus: &Corpus, columns: &Columns, route: Route) {
        let before = std::mem::replace(&mut self.route, Rc::new(route));
        let route = self.route.clone();
        let refiltered = route.filter != before.filter;
        if refiltered {
            self.answer = Rc::new(answer(corpus, columns, &route.filter));
        }
        self.last_document = document(corpus, &route).or(self.last_document);
        if route.filter.q != before.filter.q || route.document != before.document {
            self.mark(corpus, columns);
        }
        if route.open() != before.open() || route.document != before.document {
            self.point(corpus);
        }
        let depends = |route: &Route| asked(route).map(|asked| (asked.here, asked.by, asked.sort));
        if refiltered || depends(&route) != depends(&before) || route.document != before.document {
            self.compare(corpus, columns);
        }
    }

    fn mark(&mut self, corpus: &Corpus, columns: &Columns) {
        let is_of_document = self.route.screen.is_of_document();
        let document = self.last_document.filter(|_| is_of_document);
        let (blocks, found) = marked(corpus, columns, document, &self.route);
        (self.blocks, self.found) = (Rc::new(blocks), found);
    }

    fn point(&mut self, corpus: &Corpus) {
        let text_fragment = self.on_demand.map(|full| full.text_fragment(corpus, &self.route, &self.blocks));
        self.text_fragment = text_fragment.unwrap_or_default();
    }

    fn compare(&mut self, corpus: &Corpus, columns: &Columns) {
        let asked = self.on_demand.zip(asked(&self.route));
        self.comparison = asked.map(|(full, asked)| full.comparison(corpus, columns, &self.route, asked));
    }
}

fn asked(route: &Route) -> Option<&Compare> {
    match &route.screen {
        Screen::Compare(asked) => Some(asked),
        _ => None,
    }
}

fn document(corpus: &Corpus, route: &Route) -> Option<DocumentIx> {
    route.document.as_deref().and_then(|id| corpus.document_by_id(id))
}

fn marked(
    corpus: &Corpus,
    columns: &Columns,
    document: Option<DocumentIx>,
    route: &Route,
) -> (Vec<Block>, Found) {
    let Some(document) = document else { return Default::default() };
    let hits = hits_in_document(corpus, columns, document, &route.filter.q);
    let outside = if hits.is_empty() { 0 } else { hits_outside(corpus, document, &hits) };
    let found = Found { places: hits.len(), outside };
    (text_blocks(corpus, document, hits), found)
}

/// Where the open statement's words stand in the original.
pub fn text_fragment_of(corpus: &Corpus, route: &Route, blocks: &[Block]) -> Rc<str> {
    let open = route.open_in(corpus);
    let Some(statement) = open.map(|ix| &corpus.statements[ix]) else { return Rc::default() };
    let known = &corpus.documents[statement.document];
    if document(corpus, route) != Some(statement.document) || known.url.is_none() && known.archived.is_none()
    {
        return Rc::default();
    }
    text_fragment(&known.text, blocks, statement).into()
}

/// The comparison that a view asks for.
pub fn comparison_of(corpus: &Corpus, columns: &Columns, route: &Route, asked: &Compare) -> Rc<Comparison> {
    let scope = document(corpus, route).filter(|_| asked.here).map_or(Scope::Corpus, Scope::Document);
    Rc::new(comparison(corpus, columns, &route.filter, scope, asked.by, asked.sort))
}
