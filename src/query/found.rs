//! What a search finds in a corpus, whose words are folded once for all searches.

use super::columns::Columns;
use super::search::{Hit, Needle};
use crate::corpus::{Corpus, DocumentIx};

/// In which statements the words stand that are looked for; `None` where none are.
pub fn statements_with(corpus: &Corpus, columns: &Columns, typed: &str) -> Option<Vec<bool>> {
    let needle = Needle::new(typed)?;
    Some(columns.words(corpus).statements_with(needle))
}

/// Where the words stand in a document that are looked for, in reading order.
pub fn hits_in_document(corpus: &Corpus, columns: &Columns, document: DocumentIx, typed: &str) -> Vec<Hit> {
    // No text is folded until something is looked for.
    let Some(needle) = Needle::new(typed) else { return Vec::new() };
    let folded = columns.text(corpus, document);
    folded.map(|folded| needle.hits_in(&corpus.documents[document].text, folded)).unwrap_or_default()
}
