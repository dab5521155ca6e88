//! The rows of the file's five lists, alike: each has an id, may have had others, and stands in a list. And what names
//! one of them, whatever its list.

use super::change::{Change, RowChange};
use crate::corpus::raw::{self, IdText};
use crate::corpus::{RESERVED, RESERVED_IN_LISTS};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A list of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum List {
    Coders,
    Actors,
    Issues,
    Documents,
    Statements,
}

/// A row of the file by its list and its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowId {
    pub list: List,
    pub id: IdText,
}

impl RowId {
    pub fn new(list: List, id: &str) -> RowId {
        RowId { list, id: IdText(id.to_owned()) }
    }
}

impl fmt::Display for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} “{}”", self.list.one(), crate::corpus::visible(&self.id.0))
    }
}

impl List {
    /// What one row of it is called.
    pub fn one(self) -> &'static str {
        match self {
            List::Coders => "coder",
            List::Actors => "actor",
            List::Issues => "issue",
            List::Documents => "document",
            List::Statements => "statement",
        }
    }

    /// What an id of its rows begins with that is a number.
    pub fn letter(self) -> &'static str {
        match self {
            List::Coders => "c",
            List::Actors => "a",
            List::Issues => "i",
            List::Documents => "d",
            List::Statements => "s",
        }
    }

    /// Ids that its rows may not have.
    pub fn reserved(self) -> &'static [&'static str] {
        match self {
            List::Coders => &[],
            List::Actors | List::Issues => RESERVED_IN_LISTS,
            List::Documents | List::Statements => RESERVED,
        }
    }

    /// Where the row with this id stands.
    pub fn position(self, file: &raw::Corpus, id: &str) -> Option<usize> {
        match self {
            List::Coders => position::<raw::Coder>(file, id),
            List::Actors => position::<raw::Actor>(file, id),
            List::Issues => position::<raw::Issue>(file, id),
            List::Documents => position::<raw::Document>(file, id),
            List::Statements => position::<raw::Statement>(file, id),
        }
    }

    /// The ids that its rows have or had.
    pub fn all_ids(self, file: &raw::Corpus) -> Vec<&str> {
        match self {
            List::Coders => all_ids::<raw::Coder>(file),
            List::Actors => all_ids::<raw::Actor>(file),
            List::Issues => all_ids::<raw::Issue>(file),
            List::Documents => all_ids::<raw::Document>(file),
            List::Statements => all_ids::<raw::Statement>(file),
        }
    }

    /// Whether a row of it other than that at `except` has this id, or had it.
    pub fn is_taken(self, file: &raw::Corpus, id: &str, except: Option<usize>) -> bool {
        match self {
            List::Coders => is_taken::<raw::Coder>(file, id, except),
            List::Actors => is_taken::<raw::Actor>(file, id, except),
            List::Issues => is_taken::<raw::Issue>(file, id, except),
            List::Documents => is_taken::<raw::Document>(file, id, except),
            List::Statements => is_taken::<raw::Statement>(file, id, except),
        }
    }
}

fn position<R: Row>(file: &raw::Corpus, id: &str) -> Option<usize> {
    R::rows(file).iter().position(|row| row.id().0 == id)
}

fn all_ids<R: Row>(file: &raw::Corpus) -> Vec<&str> {
    let rows = R::rows(file).iter();
    rows.flat_map(|row| std::iter::once(row.id()).chain(row.former_ids())).map(|id| id.0.as_str()).collect()
}

fn is_taken<R: Row>(file: &raw::Corpus, id: &str, except: Option<usize>) -> bool {
    let others = R::rows(file).iter().enumerate().filter(|(at, _)| Some(*at) != except);
    others.map(|(_, row)| row).any(|row| row.id().0 == id || row.former_ids().iter().any(|had| had.0 == id))
}

/// A row of one of the lists.
pub trait Row: Clone + PartialEq + 'static {
    const LIST: List;
    fn id(&self) -> &IdText;
    fn id_mut(&mut self) -> &mut IdText;
    fn former_ids(&self) -> &[IdText];
    /// `None` for coders, who have none.
    fn former_ids_mut(&mut self) -> Option<&mut Vec<IdText>>;
    fn rows(file: &raw::Corpus) -> &[Self];
    fn rows_mut(file: &mut raw::Corpus) -> &mut Vec<Self>;
    fn change(change: RowChange<Self>) -> Change;

    /// The row without what is too long to be copied for every change.
    fn clone_light(&mut self) -> Self {
        self.clone()
    }
}

macro_rules! rows {
    ($($type:ident $list:ident $rows:ident ($($former:ident)?) { $($light:item)? })*) => {$(
        impl Row for raw::$type {
            const LIST: List = List::$list;

            fn id(&self) -> &IdText {
                &self.id
            }

            fn id_mut(&mut self) -> &mut IdText {
                &mut self.id
            }

            fn former_ids(&self) -> &[IdText] {
                rows!(@all self $($former)?)
            }

            fn former_ids_mut(&mut self) -> Option<&mut Vec<IdText>> {
                rows!(@list self $($former)?)
            }

            fn rows(file: &raw::Corpus) -> &[Self] {
                &file.$rows
            }

            fn rows_mut(file: &mut raw::Corpus) -> &mut Vec<Self> {
                &mut file.$rows
            }

            fn change(change: RowChange<Self>) -> Change {
                Change::$list(change)
            }

            $($light)?
        }
    )*};
    (@all $self:ident) => { &[] };
    (@all $self:ident $former:ident) => { &$self.$former };
    (@list $self:ident) => { None };
    (@list $self:ident $former:ident) => { Some(&mut $self.$former) };
}

rows! {
    Coder Coders coders () {}
    Actor Actors actors (former_ids) {}
    Issue Issues issues (former_ids) {}
    Document Documents documents (former_ids) {
        fn clone_light(&mut self) -> Self {
            let text = std::mem::take(&mut self.text);
            let light = self.clone();
            self.text = text;
            light
        }
    }
    Statement Statements statements (former_ids) {}
}
