//! Bytes become rows with known columns, in the ways in which spreadsheets save them: with commas, semicolons or tabs
//! between cells, a first line `sep=;`, empty columns and rows at the ends. A table that cannot be read is refused with its
//! first rows as they were read.

use super::column::Column;
use crate::convert::encoding::{Encoding, decode};
use crate::corpus::{raw, visible};
use csv::{ReaderBuilder, StringRecord};
use std::fmt;

pub struct Table {
    pub rows: Vec<Row>,
    /// Headers that name no column.
    pub unknown: Vec<String>,
    pub encoding: Encoding,
}

pub struct Row {
    /// The line of the file on which it begins, from 1.
    pub line: u64,
    /// In the order of [`Column::ALL`]; empty where the table has no such column.
    cells: Vec<String>,
    /// Cells that stand behind the last header.
    pub has_more: bool,
}

impl Row {
    /// A cell as it is written.
    pub fn raw(&self, column: Column) -> &str {
        self.cells.get(column as usize).map(String::as_str).unwrap_or_default()
    }

    /// A cell without spaces around it.
    pub fn get(&self, column: Column) -> &str {
        self.raw(column).trim()
    }
}

/// Why a table cannot be read, with its first rows as far as there are any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// A sentence.
    pub said: String,
    pub rows: Vec<String>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said)?;
        if !self.rows.is_empty() {
            write!(f, "\nThe first rows as they were read:\n{}", self.rows.join("\n"))?;
        }
        Ok(())
    }
}

const SEPARATORS: [(u8, &str); 3] = [(b',', "commas"), (b';', "semicolons"), (b'\t', "tabs")];
/// How many rows a refusal shows.
const SHOWN: usize = 3;

impl Table {
    pub fn read(bytes: &[u8]) -> Result<Table, Refusal> {
        let refused = |said: String| Refusal { said, rows: Vec::new() };
        let (letters, encoding) = decode(bytes).map_err(|problem| refused(format!("the table {problem}")))?;
        if letters.trim_start().starts_with(['{', '[']) {
            return Err(refused(json(bytes)));
        }
        let (given, lines_before, text) = separator_line(&letters);
        let separators = match given {
            Some(c) => vec![c],
            None => SEPARATORS.iter().map(|(separator, _)| *separator).collect(),
        };
        let read = separators.into_iter().map(|separator| (separator, records(text, separator)));
        // The first of those under which most headers are known.
        let best = read.reduce(|best, next| if known(&next.1) > known(&best.1) { next } else { best });
        let Some((separator, records)) = best else { return Err(refused("the table is empty".to_owned())) };
        let Some(((_, header), rows)) = records.split_first() else {
            return Err(refused("the table is empty".to_owned()));
        };
        let columns: Vec<Option<Column>> = header.iter().map(Column::named).collect();
        if let Some(said) = missing(&columns, separator) {
            return Err(Refusal { said, rows: shown(&records) });
        }
        let unknown = header.iter().filter(|name| !name.trim().is_empty() && Column::named(name).is_none());
        let unknown = unknown.map(|name| name.trim().to_owned()).collect();
        let rows = rows.iter().filter(|(_, record)| record.iter().any(|cell| !cell.trim().is_empty()));
        let rows = rows.map(|(line, record)| row(line + lines_before, record, &columns)).collect();
        Ok(Table { rows, unknown, encoding })
    }
}

/// The separator that a first line `sep=;` names, how many lines that takes, and what stands behind.
fn separator_line(text: &str) -> (Option<u8>, u64, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let first = first.trim_end_matches('\r').trim_matches('"');
    let named = first.get(..4).filter(|word| word.eq_ignore_ascii_case("sep=")).and(first.get(4..));
    let separator = match named.map(str::as_bytes) {
        Some([c]) => SEPARATORS.iter().map(|(separator, _)| *separator).find(|known| known == c),
        _ => None,
    };
    if separator.is_some() { (separator, 1, rest) } else { (None, 0, text) }
}

/// The rows, each with the line on which it begins.
fn records(text: &str, separator: u8) -> Vec<(u64, StringRecord)> {
    let mut reader = ReaderBuilder::new();
    let reader = reader.delimiter(separator).has_headers(false).flexible(true);
    let mut reader = reader.from_reader(text.as_bytes());
    let (mut line, mut counted) = (1, 0);
    // Letters in memory cannot fail to be read.
    let records = reader.records().flatten().map(|record| {
        let at = record.position().map_or(counted, |position| position.byte() as usize);
        // The crate begins a row with what is left of the line break before, and with empty lines.
        let breaks =
            text.get(at..).map_or(0, |rest| rest.len() - rest.trim_start_matches(['\r', '\n']).len());
        line += lines(text.get(counted..at + breaks).unwrap_or_default());
        counted = at + breaks;
        (line, record)
    });
    records.collect()
}

/// How many lines end in a text.
fn lines(text: &str) -> u64 {
    let feeds = text.matches('\n').count();
    (feeds + text.matches('\r').count() - text.matches("\r\n").count()) as u64
}

/// How many headers are known.
fn known(records: &[(u64, StringRecord)]) -> usize {
    records.first().map_or(0, |(_, header)| header.iter().filter_map(Column::named).count())
}

/// What is wrong with the headers, if anything.
fn missing(columns: &[Option<Column>], separator: u8) -> Option<String> {
    let has = |column: &Column| columns.contains(&Some(*column));
    let name = SEPARATORS.iter().find(|(known, _)| *known == separator).map_or("", |(_, name)| name);
    let all = Column::ALL.map(Column::name).join(", ");
    if columns.iter().flatten().next().is_none() {
        return Some(format!(
            "no column is known by its name, with commas, semicolons or tabs between them; the first row has to name them: {all}"
        ));
    }
    let twice =
        Column::ALL.into_iter().find(|column| columns.iter().filter(|c| **c == Some(*column)).count() > 1);
    if let Some(twice) = twice {
        return Some(format!("two columns are called {twice}; keep one"));
    }
    let mut missing: Vec<&str> =
        Column::REQUIRED.iter().filter(|column| !has(column)).map(|column| column.name()).collect();
    match (has(&Column::Issue), has(&Column::Stance)) {
        (true, false) => missing.push(Column::Stance.name()),
        (false, true) => missing.push(Column::Issue.name()),
        _ => {}
    }
    if missing.is_empty() {
        return None;
    }
    let what = if missing.len() == 1 { "this column is" } else { "these columns are" };
    Some(format!(
        "{what} missing: {} (the table was read with {name} between its columns); add them, or name them so",
        missing.join(", ")
    ))
}

fn row(line: u64, record: &StringRecord, columns: &[Option<Column>]) -> Row {
    let mut cells = vec![String::new(); Column::ALL.len()];
    for (cell, column) in record.iter().zip(columns) {
        if let Some(place) = column.and_then(|column| cells.get_mut(column as usize)) {
            *place = cell.to_owned();
        }
    }
    let has_more = record.iter().skip(columns.len()).any(|cell| !cell.trim().is_empty());
    Row { line, cells, has_more }
}

fn shown(records: &[(u64, StringRecord)]) -> Vec<String> {
    let cell = |cell: &str| {
        let short: String = cell.chars().take(40).collect();
        visible(&if short.len() < cell.len() { format!("{short}…") } else { short })
    };
    let row = |record: &StringRecord| record.iter().map(cell).collect::<Vec<_>>().join(" | ");
    records.iter().take(SHOWN).map(|(line, record)| format!("{line}: {}", row(record))).collect()
}

/// What to do with JSON in the place of a table.
fn json(bytes: &[u8]) -> String {
    match raw::Corpus::read(bytes) {
        Ok(_) => "this is no table but a corpus file (JSON); `standpoint check` reads it, and `standpoint export csv` makes a table of it",
        Err(_) => "this is no table but JSON; save it as CSV",
    }
    .to_owned()
}
