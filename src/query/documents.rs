//! The documents of a corpus as a reader asks for them: how many statements of each match, who speaks in these, and
//! where a search finds its words.

use super::columns::Columns;
use super::filter::Answer;
use super::fold::fold;
use super::found::hits_in_document;
use super::search::Hit;
use super::text_runs::hits_outside;
use crate::corpus::{Corpus, DocumentIx, Key, Voice};
use crate::route::{DocumentSort, DocumentsQuery, Filter};
use std::cmp::Reverse;

/// One document among the others.
#[derive(Debug, PartialEq)]
pub struct DocumentRow {
    pub document: DocumentIx,
    pub matching: usize,
    pub total: usize,
    /// Who speaks in the statements that match, with the number of these; those with most statements first.
    pub voices: Vec<(Voice, usize)>,
    /// Where the words that are looked for stand, in reading order.
    pub hits: Vec<Hit>,
    /// How many of these stand in no statement.
    pub outside: usize,
}

#[derive(Debug, PartialEq)]
pub struct DocumentList {
    pub documents: Vec<DocumentRow>,
    /// How many documents the filter leaves out of the list.
    pub left_out: usize,
}

/// The documents in the order that is asked for. Under a filter, those without a statement that matches and without
/// a word that is looked for are left out, unless all are asked for.
pub fn documents(
    corpus: &Corpus,
    columns: &Columns,
    filter: &Filter,
    answer: &Answer,
    asked: DocumentsQuery,
) -> DocumentList {
    let filtered = filter.choices().next().is_some();
    let mut documents = shelved(corpus, answer);
    // Words are found beside statements only where nothing else is asked for.
    let only_words = Filter { q: filter.q.clone(), ..Filter::default() } == *filter;
    for row in &mut documents {
        row.hits = hits_in_document(corpus, columns, row.document, &filter.q);
        if !row.hits.is_empty() {
            row.outside = hits_outside(corpus, row.document, &row.hits);
        }
    }
    let whole = documents.len();
    if filtered && !asked.all {
        documents.retain(|row| row.matching > 0 || only_words && row.outside > 0);
    }
    let left_out = whole - documents.len();
    let document = |row: &DocumentRow| &corpus.documents[row.document];
    match asked.sort {
        DocumentSort::Oldest => documents.sort_by_key(|row| document(row).date.first_day()),
        DocumentSort::Newest => documents.sort_by_key(|row| Reverse(document(row).date.first_day())),
        DocumentSort::Title => documents.sort_by_cached_key(|row| fold(&document(row).title)),
        DocumentSort::Publisher => documents.sort_by_cached_key(|row| {
            let publisher = document(row).publisher.as_deref().map(fold);
            (publisher.is_none(), publisher, document(row).date.first_day())
        }),
        DocumentSort::Statements => documents.sort_by_key(|row| Reverse(row.matching)),
    }
    DocumentList { documents, left_out }
}

/// Every document with its statements counted, in the order of the corpus.
fn shelved(corpus: &Corpus, answer: &Answer) -> Vec<DocumentRow> {
    let mut rows: Vec<DocumentRow> = corpus
        .documents
        .keys()
        .map(|document| DocumentRow {
            document,
            matching: 0,
            total: 0,
            voices: Vec::new(),
            hits: Vec::new(),
            outside: 0,
        })
        .collect();
    for (ix, statement) in corpus.statements.iter() {
        let Some(row) = rows.get_mut(statement.document.position()) else { continue };
        row.total += 1;
        if !answer.has(ix) {
            continue;
        }
        row.matching += 1;
        for voice in statement.speaker.voices() {
            match row.voices.iter_mut().find(|(known, _)| *known == voice) {
                Some((_, count)) => *count += 1,
                None => row.voices.push((voice, 1)),
            }
        }
    }
    for row in &mut rows {
        row.voices.sort_by_key(|(_, count)| Reverse(*count));
    }
    rows
}

/// The documents by date, as a reader goes from one to the next.
pub fn in_time(corpus: &Corpus) -> Vec<DocumentIx> {
    let mut all: Vec<DocumentIx> = corpus.documents.keys().collect();
    all.sort_by_key(|document| corpus.documents[*document].date.first_day());
    all
}
