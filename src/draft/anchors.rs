//! Everything of a file that is anchored in a document's text: words that must be found there.

use crate::corpus::raw::{self, IdText};
use crate::corpus::{Problem, Span, Text, TextSelector};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Where in the file an anchor stands; places in lists are counted from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnchorPlace {
    /// A part of the document's structure.
    Part {
        document: IdText,
        at: usize,
    },
    Span {
        statement: IdText,
        at: usize,
    },
    Cue {
        statement: IdText,
    },
    RelayCue {
        statement: IdText,
        at: usize,
    },
    PositionSpan {
        statement: IdText,
        position: usize,
        at: usize,
    },
    Condition {
        statement: IdText,
        position: usize,
        at: usize,
    },
    Terms {
        statement: IdText,
        position: usize,
        at: usize,
    },
}

impl fmt::Display for AnchorPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AnchorPlace::Part { document, at } => write!(f, "document {}, structure[{at}]", document.0),
            AnchorPlace::Span { statement, at } => write!(f, "statement {}, spans[{at}]", statement.0),
            AnchorPlace::Cue { statement } => write!(f, "statement {}, cue", statement.0),
            AnchorPlace::RelayCue { statement, at } => write!(f, "statement {}, via[{at}].cue", statement.0),
            AnchorPlace::PositionSpan { statement, position, at } => {
                write!(f, "statement {}, positions[{position}].spans[{at}]", statement.0)
            }
            AnchorPlace::Condition { statement, position, at } => {
                write!(f, "statement {}, positions[{position}].condition[{at}]", statement.0)
            }
            AnchorPlace::Terms { statement, position, at } => {
                write!(f, "statement {}, positions[{position}].terms[{at}]", statement.0)
            }
        }
    }
}

/// An anchor of any kind: its words stay, what singles them out may change.
pub struct Anchor<'a> {
    pub exact: &'a str,
    pub prefix: &'a mut String,
    pub suffix: &'a mut String,
    pub start: &'a mut Option<u32>,
    pub end: &'a mut Option<u32>,
}

impl Anchor<'_> {
    pub fn selector(&self) -> TextSelector<'_> {
        TextSelector {
            exact: self.exact,
            prefix: self.prefix,
            suffix: self.suffix,
            start: *self.start,
            end: *self.end,
        }
    }

    pub fn place(&self, text: &Text) -> Result<Span, Problem> {
        self.selector().place(text)
    }
}

macro_rules! anchors {
    ($($name:ident)*) => {$(
        impl<'a> From<&'a mut raw::$name> for Anchor<'a> {
            fn from(raw: &'a mut raw::$name) -> Self {
                Anchor {
                    exact: &raw.exact,
                    prefix: &mut raw.prefix,
                    suffix: &mut raw.suffix,
                    start: &mut raw.start,
                    end: &mut raw.end,
                }
            }
        }
    )*};
}

anchors! { Part QuotedWords TextSelector }

/// Visits what is anchored in a document by its structure.
pub fn of_document(document: &mut raw::Document, visit: &mut dyn FnMut(AnchorPlace, Anchor)) {
    let id = &document.id;
    for (at, part) in document.structure.iter_mut().enumerate() {
        visit(AnchorPlace::Part { document: id.clone(), at }, part.into());
    }
}

/// Visits what is anchored in a document by a statement.
pub fn of_statement(statement: &mut raw::Statement, visit: &mut dyn FnMut(AnchorPlace, Anchor)) {
    let id = || statement.id.clone();
    for (at, words) in statement.spans.iter_mut().enumerate() {
        visit(AnchorPlace::Span { statement: id(), at }, words.into());
    }
    if let Some(cue) = &mut statement.cue {
        visit(AnchorPlace::Cue { statement: id() }, cue.into());
    }
    for (at, relay) in statement.via.iter_mut().enumerate() {
        if let Some(cue) = &mut relay.cue {
            visit(AnchorPlace::RelayCue { statement: id(), at }, cue.into());
        }
    }
    for (position, held) in statement.positions.iter_mut().enumerate() {
        for (at, words) in held.spans.iter_mut().enumerate() {
            visit(AnchorPlace::PositionSpan { statement: id(), position, at }, words.into());
        }
        for (at, words) in held.condition.as_mut_slice().iter_mut().enumerate() {
            visit(AnchorPlace::Condition { statement: id(), position, at }, words.into());
        }
        for (at, words) in held.terms.as_mut_slice().iter_mut().enumerate() {
            visit(AnchorPlace::Terms { statement: id(), position, at }, words.into());
        }
    }
}
