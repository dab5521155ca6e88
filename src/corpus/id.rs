//! Names of things: the ids that authors write, and the small integers that stand for them once a
//! corpus is checked. An index is only ever made by the corpus room, so it is always in range.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Index;

/// An authored id: `[a-z0-9][a-z0-9._-]*`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// The id, or `None` when `text` is not one.
    pub fn new(text: &str) -> Option<Id> {
        let mut bytes = text.bytes();
        let first = bytes.next()?;
        let rest = |b: u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-');
        (first.is_ascii_lowercase() || first.is_ascii_digit())
            .then(|| bytes.all(rest))
            .filter(|all| *all)
            .map(|_| Id(text.to_owned()))
    }

    /// The id, or what stands in for it in a corpus that is refused.
    pub(super) fn or_empty(text: &str) -> Id {
        Id::new(text).unwrap_or_else(|| Id(String::new()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A typed row index.
pub trait Key: Copy {
    /// The number of its table, of five.
    const TABLE: usize;
    fn at(position: u32) -> Self;
    fn position(self) -> usize;
}

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident = $table:literal)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl Key for $name {
            const TABLE: usize = $table;
            fn at(position: u32) -> Self { $name(position) }
            fn position(self) -> usize { self.0 as usize }
        }
    )*};
}

keys! {
    /// An actor, in the order in which the file lists them.
    ActorIx = 0
    /// An issue, in the order in which the file lists them.
    IssueIx = 1
    /// A document, in the order in which the file lists them.
    DocumentIx = 2
    /// A statement, in reading order: by document, then by where its words begin.
    StatementIx = 3
    /// A coder, in the order in which the file lists them.
    CoderIx = 4
}

/// Rows that never change, addressed by their own kind of index.
#[derive(Debug, Clone, PartialEq)]
pub struct Table<K, T> {
    rows: Vec<T>,
    key: PhantomData<K>,
}

impl<K: Key, T> Table<K, T> {
    pub(super) fn new(rows: Vec<T>) -> Self {
        Table { rows, key: PhantomData }
    }

    pub(super) fn into_rows(self) -> Vec<T> {
        self.rows
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (K, &T)> + ExactSizeIterator {
        self.rows.iter().enumerate().map(|(i, row)| (K::at(i as u32), row))
    }

    pub fn keys(&self) -> impl DoubleEndedIterator<Item = K> + ExactSizeIterator + use<K, T> {
        (0..self.rows.len()).map(|i| K::at(i as u32))
    }

    /// The key of the row at `position`, if there is one.
    pub fn key(&self, position: usize) -> Option<K> {
        (position < self.rows.len()).then(|| K::at(position as u32))
    }
}

impl<K: Key, T> Index<K> for Table<K, T> {
    type Output = T;

    #[allow(
        clippy::indexing_slicing,
        reason = "keys are made by the checked corpus, or checked as its tables are read"
    )]
    fn index(&self, key: K) -> &T {
        &self.rows[key.position()]
    }
}
