//! Where the statements of a text stand in it.

use crate::corpus::raw::{self, IdText, QuotedWords};
use crate::corpus::{Kind, Span, Text, TextSelector};
use std::collections::HashMap;
use std::rc::Rc;

/// A statement where its words stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    pub id: IdText,
    pub kind: Kind,
    /// In the order of the statement; none where its words cannot be found.
    pub spans: Vec<Span>,
    words: Vec<QuotedWords>,
}

impl Placed {
    /// Its first words, to know it by.
    pub fn beginning(&self) -> String {
        let words = self.words.first().map(|words| words.exact.as_str()).unwrap_or_default();
        beginning(words)
    }
}

/// How many letters of a text are enough to know it by.
const ENOUGH: usize = 60;

/// The beginning of words, with dots where they go on.
pub fn beginning(words: &str) -> String {
    match words.char_indices().nth(ENOUGH) {
        Some((at, _)) => format!("{}…", words.get(..at).unwrap_or_default().trim_end()),
        None => words.to_owned(),
    }
}

/// The statements of a document in reading order. Those that are placed already and did not change are taken over.
pub fn all(file: &raw::Corpus, document: &IdText, text: &Text, known: &[Rc<Placed>]) -> Vec<Rc<Placed>> {
    let known: HashMap<&str, &Rc<Placed>> =
        known.iter().map(|placed| (placed.id.0.as_str(), placed)).collect();
    let own = file.statements.iter().filter(|statement| statement.document == *document);
    let placed = own.map(|statement| {
        let before = known.get(statement.id.0.as_str());
        let is_same =
            |before: &&&Rc<Placed>| before.kind == statement.kind.0 && before.words == statement.spans;
        before.filter(is_same).map_or_else(|| Rc::new(place(statement, text)), |before| Rc::clone(before))
    });
    let mut all: Vec<Rc<Placed>> = placed.collect();
    all.sort_by_key(|placed| placed.spans.iter().map(|span| span.start()).min().unwrap_or(u32::MAX));
    all
}

fn place(statement: &raw::Statement, text: &Text) -> Placed {
    let spans = statement.spans.iter().filter_map(|words| TextSelector::from(words).place(text).ok());
    Placed {
        id: statement.id.clone(),
        kind: statement.kind.0,
        spans: spans.collect(),
        words: statement.spans.clone(),
    }
}

/// A paragraph with its words; what parts paragraphs is left out.
pub type Paragraph = (Span, Rc<str>);

pub fn paragraphs(text: &Text) -> Vec<Paragraph> {
    let mut at: u32 = 0;
    let lines = text.as_str().split('\n').filter_map(|line| {
        let (start, length) = (at, line.chars().count() as u32);
        at = at.saturating_add(length).saturating_add(1);
        text.span(start, start.saturating_add(length)).map(|span| (span, line.into()))
    });
    lines.collect()
}
