//! Ids for the rows of one list that are made from names: alike to those that a draft gives, none twice.

use crate::corpus::id_problem;
use crate::corpus::raw::IdText;
use crate::draft::{List, id_word};
use std::collections::{HashMap, HashSet};

/// The ids of a list so far, and new ones beside them.
pub struct NewIds {
    list: List,
    taken: HashSet<String>,
    /// The number that was last put behind a word.
    last: HashMap<String, u32>,
}

impl NewIds {
    pub fn of(list: List) -> NewIds {
        NewIds { list, taken: HashSet::new(), last: HashMap::new() }
    }

    /// An id for what is called `name`: its letters as far as they can be written in ASCII, else a number.
    pub fn id_of(&mut self, name: &str) -> IdText {
        let word = id_word(name);
        let first = word.clone().filter(|word| self.is_free(word));
        let id = first.unwrap_or_else(|| match word {
            Some(word) => self.numbered(&format!("{word}-"), 1),
            None => self.numbered(self.list.letter(), 0),
        });
        self.taken.insert(id.clone());
        IdText(id)
    }

    fn numbered(&mut self, word: &str, after: u32) -> String {
        let mut number = self.last.get(word).copied().unwrap_or(after);
        loop {
            number = number.saturating_add(1);
            let id = format!("{word}{number}");
            if self.is_free(&id) {
                self.last.insert(word.to_owned(), number);
                return id;
            }
        }
    }

    fn is_free(&self, id: &str) -> bool {
        id_problem(id, self.list.reserved()).is_none() && !self.taken.contains(id)
    }
}
