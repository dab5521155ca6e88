//! The members of an object of a file, found by their keys however many there are.

use std::borrow::Cow;
use std::cmp::Ordering;

pub struct Member<'a, V> {
    pub key: Cow<'a, str>,
    /// Whether the key is a text, not half a surrogate pair.
    pub sound: bool,
    pub at: usize,
    pub value: V,
}

pub struct Members<'a, V> {
    /// In the order of the file.
    all: Vec<Member<'a, V>>,
    /// Their positions by key, and in the order of the file where a key stands there again.
    by_key: Vec<u32>,
}

impl<'a, V> Members<'a, V> {
    pub fn of(all: Vec<Member<'a, V>>) -> Members<'a, V> {
        let mut members = Members { all, by_key: Vec::new() };
        let mut by_key: Vec<u32> = (0..members.all.len() as u32).collect();
        by_key.sort_by(|a, b| members.key(*a).cmp(members.key(*b)));
        members.by_key = by_key;
        members
    }

    pub fn iter(&self) -> impl Iterator<Item = &Member<'a, V>> {
        self.all.iter()
    }

    /// The first member of a key.
    pub fn find(&self, key: &str) -> Option<&Member<'a, V>> {
        let at = self.by_key.partition_point(|at| self.key(*at).cmp(key) == Ordering::Less);
        self.by_key.get(at).and_then(|at| self.all.get(*at as usize)).filter(|member| member.key == key)
    }

    /// The members whose key stood there before, in the order of the file.
    pub fn duplicates(&self) -> impl Iterator<Item = &Member<'a, V>> {
        let pairs = self.by_key.iter().zip(self.by_key.iter().skip(1));
        let again = pairs.filter(|(first, second)| self.key(**first) == self.key(**second));
        let mut again: Vec<u32> = again.map(|(_, second)| *second).collect();
        again.sort_unstable();
        again.into_iter().filter_map(|at| self.all.get(at as usize))
    }

    fn key(&self, at: u32) -> &str {
        self.all.get(at as usize).map_or("", |member| &member.key)
    }
}
