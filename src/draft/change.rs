//! What an edit does to the file, in parts that are undone by being done again: each change holds what the file had
//! there before, or what it is to have, and [`Change::toggle`] exchanges the two. So a step keeps the parts it touched
//! and never the whole file. Nothing here knows what an edit means.

use crate::corpus::raw;
use serde::{Deserialize, Serialize};
use std::mem::swap;

/// One part of the file, and what stands there on the other side of the change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// The corpus' own data: a file whose lists are empty.
    Head(Box<raw::Corpus>),
    Coders(RowChange<raw::Coder>),
    Actors(RowChange<raw::Actor>),
    Issues(RowChange<raw::Issue>),
    /// A document without its text, which may be long and seldom changes.
    Documents(RowChange<raw::Document>),
    Text {
        at: usize,
        text: String,
    },
    Statements(RowChange<raw::Statement>),
}

/// What happens to one row of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowChange<T> {
    /// Another row stands in its place.
    Exchange { at: usize, row: T },
    /// A row is put in, or taken out where there is none to put in.
    Splice { at: usize, row: Option<T> },
    /// The row is moved.
    Move { from: usize, to: usize },
}

impl Change {
    /// Does the change, or undoes it. Whether it fits the file; if not, nothing is done.
    pub fn toggle(&mut self, file: &mut raw::Corpus) -> bool {
        match self {
            Change::Head(head) => {
                swap(file, head);
                swap_lists(file, head);
                true
            }
            Change::Coders(change) => change.toggle(&mut file.coders),
            Change::Actors(change) => change.toggle(&mut file.actors),
            Change::Issues(change) => change.toggle(&mut file.issues),
            Change::Documents(change) => {
                let fits = change.toggle(&mut file.documents);
                if let (true, RowChange::Exchange { at, row }) = (fits, change)
                    && let Some(document) = file.documents.get_mut(*at)
                {
                    swap(&mut document.text, &mut row.text);
                }
                fits
            }
            Change::Text { at, text } => {
                let document = file.documents.get_mut(*at);
                document.map(|document| swap(&mut document.text, text)).is_some()
            }
            Change::Statements(change) => change.toggle(&mut file.statements),
        }
    }
}

impl<T> RowChange<T> {
    fn toggle(&mut self, rows: &mut Vec<T>) -> bool {
        match self {
            RowChange::Exchange { at, row } => {
                let found = rows.get_mut(*at);
                found.map(|found| swap(found, row)).is_some()
            }
            RowChange::Splice { at, row } => match row.take() {
                Some(new) if *at <= rows.len() => {
                    rows.insert(*at, new);
                    true
                }
                None if *at < rows.len() => {
                    *row = Some(rows.remove(*at));
                    true
                }
                other => {
                    *row = other;
                    false
                }
            },
            RowChange::Move { from, to } if *from < rows.len() && *to < rows.len() => {
                let row = rows.remove(*from);
                rows.insert(*to, row);
                swap(from, to);
                true
            }
            RowChange::Move { .. } => false,
        }
    }
}

/// Exchanges the lists of two files and nothing else.
pub fn swap_lists(a: &mut raw::Corpus, b: &mut raw::Corpus) {
    swap(&mut a.coders, &mut b.coders);
    swap(&mut a.actors, &mut b.actors);
    swap(&mut a.issues, &mut b.issues);
    swap(&mut a.documents, &mut b.documents);
    swap(&mut a.statements, &mut b.statements);
}
