//! Everything that one view needs answered, each part made anew only when what it depends on has changed.

use super::columns::Columns;
use super::comparison::{Comparison, Scope, comparison};
use super::directive::directive;
use super::filter::{Answer, answer};
use super::passage::{Block, blocks};
use super::search::Needle;
use crate::corpus::{Corpus, DocumentIx};
use crate::view::{Compare, Screen, View};
use std::rc::Rc;

/// Answers that not every program of the page can give.
#[derive(Clone, Copy)]
pub struct Derive {
    pub comparison: fn(&Corpus, &Columns, &View, &Compare) -> Rc<Comparison>,
    pub directive: fn(&Corpus, &View, &[Block]) -> Rc<str>,
}

#[derive(Clone)]
pub struct Answers {
    pub view: Rc<View>,
    pub answer: Rc<Answer>,
    /// The text of the document at hand, with what is looked for marked.
    pub blocks: Rc<Vec<Block>>,
    /// Where the open statement's words stand in the original; empty where no address is known.
    pub directive: Rc<str>,
    /// The comparison, when it is on screen.
    pub comparison: Option<Rc<Comparison>>,
    derive: Option<Derive>,
}

impl Answers {
    /// The answers to a view that is held against the corpus already.
    pub fn new(corpus: &Corpus, columns: &Columns, derive: Option<Derive>, view: View) -> Answers {
        let mut answers = Answers {
            answer: Rc::new(answer(corpus, columns, &view.filter)),
            directive: Rc::default(),
            blocks: Rc::new(marked(corpus, &view)),
            comparison: None,
            view: Rc::new(view),
            derive,
        };
        answers.point(corpus);
        answers.compare(corpus, columns);
        answers
    }

    /// The same with a comparison, whether or not it is on screen.
    pub fn with_comparison(mut self, corpus: &Corpus, columns: &Columns, asked: &Compare) -> Answers {
        if let (None, Some(derive)) = (&self.comparison, self.derive) {
            self.comparison = Some((derive.comparison)(corpus, columns, &self.view, asked));
        }
        self
    }

    /// Goes on to another view.
    pub fn ask(&mut self, corpus: &Corpus, columns: &Columns, view: View) {
        let before = std::mem::replace(&mut self.view, Rc::new(view));
        let view = self.view.clone();
        let refiltered = view.filter != before.filter;
        if refiltered {
            self.answer = Rc::new(answer(corpus, columns, &view.filter));
        }
        if view.filter.q != before.filter.q || view.document != before.document {
            self.blocks = Rc::new(marked(corpus, &view));
        }
        if view.open != before.open || view.document != before.document {
            self.point(corpus);
        }
        let depends = |view: &View| asked(view).map(|asked| (asked.here, asked.by, asked.sort));
        if refiltered || depends(&view) != depends(&before) || view.document != before.document {
            self.compare(corpus, columns);
        }
    }

    fn point(&mut self, corpus: &Corpus) {
        let directive = self.derive.map(|derive| (derive.directive)(corpus, &self.view, &self.blocks));
        self.directive = directive.unwrap_or_default();
    }

    fn compare(&mut self, corpus: &Corpus, columns: &Columns) {
        let asked = self.derive.zip(asked(&self.view));
        self.comparison =
            asked.map(|(derive, asked)| (derive.comparison)(corpus, columns, &self.view, asked));
    }
}

fn asked(view: &View) -> Option<&Compare> {
    match &view.screen {
        Screen::Compare(asked) => Some(asked),
        _ => None,
    }
}

fn document(corpus: &Corpus, view: &View) -> Option<DocumentIx> {
    view.document.as_deref().and_then(|id| corpus.document_by_id(id))
}

fn marked(corpus: &Corpus, view: &View) -> Vec<Block> {
    let Some(document) = document(corpus, view) else { return Vec::new() };
    let text = &corpus.documents[document].text;
    let hits = Needle::new(&view.filter.q).map(|needle| needle.hits(text)).unwrap_or_default();
    blocks(corpus, document, &hits)
}

/// Where the open statement's words stand in the original.
pub fn directive_of(corpus: &Corpus, view: &View, blocks: &[Block]) -> Rc<str> {
    let open = view.open.as_ref().and_then(|opened| corpus.statement_by_id(&opened.id));
    let Some(statement) = open.map(|ix| &corpus.statements[ix]) else { return Rc::default() };
    let known = &corpus.documents[statement.document];
    if document(corpus, view) != Some(statement.document) || known.url.is_none() && known.archived.is_none() {
        return Rc::default();
    }
    directive(&known.text, blocks, statement).into()
}

/// The comparison that a view asks for.
pub fn comparison_of(corpus: &Corpus, columns: &Columns, view: &View, asked: &Compare) -> Rc<Comparison> {
    let scope = document(corpus, view).filter(|_| asked.here).map_or(Scope::Corpus, Scope::Document);
    Rc::new(comparison(corpus, columns, &view.filter, scope, asked.by, asked.sort))
}
