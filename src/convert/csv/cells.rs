//! What cells hold: lists of names, yes and no, words of a list.

use super::column::Column;
use super::table::Row;
use super::{BETWEEN_NAMES, BETWEEN_SPANS};
use crate::corpus::raw;

/// A cell of a later row that says another thing of the statement; one that says nothing is none.
pub fn different(first: &Row, row: &Row) -> Option<Column> {
    let is_other = |column: &Column| !row.get(*column).is_empty() && row.get(*column) != first.get(*column);
    Column::OF_STATEMENT.into_iter().find(is_other)
}

pub fn listed(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(BETWEEN_NAMES).map(str::trim).filter(|name| !name.is_empty())
}

pub fn words_of<T: raw::Tokens>() -> String {
    T::WORDS.join(", ")
}

pub fn flags(cell: &str) -> Vec<Option<bool>> {
    cell.split(BETWEEN_SPANS.trim()).map(|word| flag(word.trim())).collect()
}

/// In the words of spreadsheets, too.
pub fn flag(word: &str) -> Option<bool> {
    match word.to_lowercase().as_str() {
        "yes" | "true" | "1" | "x" => Some(true),
        "no" | "false" | "0" => Some(false),
        _ => None,
    }
}

pub fn one_or_more<T>(mut all: Vec<T>) -> raw::OneOrMore<T> {
    match all.len() {
        1 => all.pop().map_or(raw::OneOrMore::More(Vec::new()), raw::OneOrMore::One),
        _ => raw::OneOrMore::More(all),
    }
}
