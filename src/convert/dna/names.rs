//! Names as a corpus has them: on one line, short enough, each once in the order in which it was met.

use crate::corpus::limits;
use std::collections::HashMap;

/// A name on one line, without spaces around it, and whether more than these was lost.
pub fn tidy(name: &str) -> (String, bool) {
    let line: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let line = line.trim();
    let short = line.get(..line.floor_char_boundary(limits::SHORT)).unwrap_or(line).trim_end();
    (short.to_owned(), short.len() < line.len() || name.trim().contains(char::is_control))
}

#[derive(Default)]
pub struct Names {
    pub all: Vec<String>,
    known: HashMap<String, usize>,
    /// How many had to be changed.
    pub tidied: usize,
}

impl Names {
    /// The place of a name among all; `None` where it is empty, as DNA's name of nobody is.
    pub fn place(&mut self, name: &str) -> Option<usize> {
        if let Some(place) = self.known.get(name) {
            return Some(*place);
        }
        let (line, was_changed) = tidy(name);
        if line.is_empty() {
            return None;
        }
        let next = self.all.len();
        let place = *self.known.entry(line.clone()).or_insert(next);
        if place == next {
            self.all.push(line);
        }
        self.tidied += usize::from(was_changed);
        self.known.insert(name.to_owned(), place);
        Some(place)
    }
}
