//! Ids for new rows: none that a row has or had, and none that a site needs itself. And letters as they are typed.

use super::Draft;
use super::row::List;
use crate::corpus::raw::{self, IdText};
use crate::corpus::{Folded, id_problem};

impl Draft {
    /// An id for a new statement: `s1`, `s2` and so on, after all that were given.
    pub fn new_statement_id(&self) -> IdText {
        numbered(self.file(), List::Statements, "s")
    }

    /// An id for a new row that is called `name`: its letters as far as they can be written in ASCII, else a number.
    pub fn new_id(&self, list: List, name: &str) -> IdText {
        let file = self.file();
        let Some(word) = id_word(name) else { return numbered(file, list, list.letter()) };
        let numbers = (2..).map(|number| format!("{word}-{number}"));
        let found = std::iter::once(word.clone()).chain(numbers).find(|id| is_free(file, list, id));
        IdText(found.unwrap_or(word))
    }
}

/// A name as an id; `None` when it has a letter that ASCII has no way to write.
pub fn id_word(name: &str) -> Option<String> {
    /// Longer ones are hard to read in an address.
    const LONGEST: usize = 40;
    let typed = as_typed(name);
    if typed.chars().any(|c| c.is_alphanumeric() && !c.is_ascii()) {
        return None;
    }
    let mut id = String::new();
    for word in typed.split(|c: char| !c.is_ascii_alphanumeric() && c != '\'').filter(|word| !word.is_empty())
    {
        let word: String = word.chars().filter(|c| *c != '\'').collect();
        if !id.is_empty() && id.len() + word.len() >= LONGEST {
            break;
        }
        if !id.is_empty() && !word.is_empty() {
            id.push('-');
        }
        id.push_str(&word);
    }
    id.truncate(LONGEST);
    (!id.is_empty()).then_some(id)
}

/// A text in small letters without accents, in ASCII where a script allows it: as somebody types who is in a hurry.
pub fn as_typed(text: &str) -> String {
    let mut typed = String::with_capacity(text.len());
    for letter in Folded::of(text).text.chars().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')) {
        match LETTERS.iter().find(|(known, _)| *known == letter) {
            Some((_, written)) => typed.push_str(written),
            None => typed.push(letter),
        }
    }
    typed
}

/// Small letters that are no letter with a mark.
const LETTERS: [(char, &str); 11] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('ł', "l"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ı', "i"),
    ('ħ', "h"),
    ('ŧ', "t"),
];

/// The first of `s1`, `s2` and so on after all that the rows of a list have or had.
fn numbered(file: &raw::Corpus, list: List, letter: &str) -> IdText {
    let number = |id: &str| id.strip_prefix(letter)?.parse::<u64>().ok();
    let given = list.all_ids(file).into_iter().filter_map(number).max().unwrap_or(0);
    let mut ids = (1..).map(|next| format!("{letter}{}", given.saturating_add(next)));
    IdText(ids.find(|id| is_free(file, list, id)).unwrap_or_default())
}

fn is_free(file: &raw::Corpus, list: List, id: &str) -> bool {
    id_problem(id, list.reserved()).is_none() && !list.is_taken(file, id, None)
}
