//! Offsets of other programs, which seldom name their unit: they are read under each unit, and the one is taken under which
//! every stored passage agrees with its text. Where none does, or two do and mean different places, nothing is taken.
//! A column that names the unit decides which is tried.

use super::BETWEEN_SPANS;
use super::column::Column;
use super::table::{Refusal, Row};
use crate::corpus::{Span, Text, visible};
use std::cell::OnceCell;
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    CodePoints,
    Utf16,
    Bytes,
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unit::CodePoints => "code points",
            Unit::Utf16 => "UTF-16 units",
            Unit::Bytes => "bytes of UTF-8",
        })
    }
}

impl Unit {
    /// The unit that a cell names.
    fn named(cell: &str) -> Option<Unit> {
        UNITS.into_iter().find(|unit| unit.to_string().eq_ignore_ascii_case(cell))
    }
}

const UNITS: [Unit; 3] = [Unit::CodePoints, Unit::Utf16, Unit::Bytes];

/// A text, and where its code points stand in other units, once somebody asks.
pub struct MeasuredText {
    pub text: Text,
    utf16: OnceCell<Vec<u32>>,
    bytes: OnceCell<Vec<u32>>,
}

impl MeasuredText {
    pub fn new(text: String) -> MeasuredText {
        MeasuredText { text: Text::new(text), utf16: OnceCell::new(), bytes: OnceCell::new() }
    }

    /// The code point at an offset; `None` where the offset lies inside of one, or behind the text.
    fn point(&self, offset: u32, unit: Unit) -> Option<u32> {
        let starts = match unit {
            Unit::CodePoints => return (offset <= self.text.len()).then_some(offset),
            Unit::Utf16 => self.utf16.get_or_init(|| self.starts(char::len_utf16)),
            Unit::Bytes => self.bytes.get_or_init(|| self.starts(char::len_utf8)),
        };
        starts.binary_search(&offset).ok().map(|point| point as u32)
    }

    /// Where each code point begins, and where the last ends.
    fn starts(&self, width: fn(char) -> usize) -> Vec<u32> {
        let widths = self.text.as_str().chars().map(|c| width(c) as u32);
        let ends = widths.scan(0, |at, width| {
            *at += width;
            Some(*at)
        });
        std::iter::once(0).chain(ends).collect()
    }
}

/// A row with offsets, and the text that they are of.
pub struct Stored<'a> {
    pub row: &'a Row,
    pub text: &'a MeasuredText,
    pub places: Vec<(u32, u32)>,
}

/// The numbers of the columns start and end, as many of each; `None` where a row has none.
pub fn places(row: &Row) -> Option<Vec<(u32, u32)>> {
    let (starts, ends) = (numbers(row.get(Column::Start))?, numbers(row.get(Column::End))?);
    (!starts.is_empty() && starts.len() == ends.len()).then(|| starts.into_iter().zip(ends).collect())
}

fn numbers(cell: &str) -> Option<Vec<u32>> {
    let numbers = cell.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
    numbers.map(|number| number.parse().ok()).collect()
}

/// The spans of every row, under the one unit that fits.
pub fn spans(stored: &[Stored]) -> Result<(Unit, Vec<Vec<Span>>), Refusal> {
    let units = units(stored)?;
    let under = units.into_iter().map(|unit| (unit, stored.iter().map(|row| row.spans(unit)).collect()));
    let under: Vec<(Unit, Vec<Option<Vec<Span>>>)> = under.collect();
    let fitting = under.iter().filter_map(|(unit, spans)| {
        let all: Option<Vec<Vec<Span>>> = spans.iter().cloned().collect();
        Some((*unit, all?))
    });
    let fitting: Vec<(Unit, Vec<Vec<Span>>)> = fitting.collect();
    match fitting.as_slice() {
        [] => Err(no_unit(stored, &under)),
        [(unit, spans), others @ ..] if others.iter().all(|(_, other)| other == spans) => {
            Ok((*unit, spans.clone()))
        }
        several => {
            let units: Vec<String> = several.iter().map(|(unit, _)| unit.to_string()).collect();
            let said = format!(
                "the offsets agree with the words as {}, at different places; name the one in a column unit, or leave start and end out",
                units.join(" and as ")
            );
            Err(Refusal { said, rows: Vec::new() })
        }
    }
}

/// The units that may be meant: the one that the table names, or all.
fn units(stored: &[Stored]) -> Result<Vec<Unit>, Refusal> {
    let mut named: Vec<&str> =
        stored.iter().map(|stored| stored.row.get(Column::Unit)).filter(|unit| !unit.is_empty()).collect();
    named.dedup();
    match named.as_slice() {
        [] => Ok(UNITS.to_vec()),
        [one] if Unit::named(one).is_some() => Ok(Unit::named(one).into_iter().collect()),
        _ => {
            let all = UNITS.map(|unit| unit.to_string()).join(", ");
            let said = format!("the column unit names one unit for all rows, of {all}; or leave it out");
            Err(Refusal { said, rows: stored.iter().take(3).map(Stored::shown).collect() })
        }
    }
}

fn no_unit(stored: &[Stored], under: &[(Unit, Vec<Option<Vec<Span>>>)]) -> Refusal {
    let count = |spans: &[Option<Vec<Span>>]| spans.iter().flatten().count();
    let counts = under.iter().map(|(unit, spans)| format!("{} as {unit}", count(spans)));
    let said = format!(
        "in no unit do all start and end agree with the words: of {} rows {}; put them right, or leave both columns out",
        stored.len(),
        counts.collect::<Vec<_>>().join(", ")
    );
    let best = under.iter().reduce(|best, next| if count(&next.1) > count(&best.1) { next } else { best });
    let others = best.into_iter().flat_map(|(_, spans)| stored.iter().zip(spans));
    let others = others.filter(|(_, spans)| spans.is_none()).take(3).map(|(stored, _)| stored.shown());
    Refusal { said, rows: others.collect() }
}

impl Stored<'_> {
    /// The spans under a unit, if the words that stand there are those of the row.
    fn spans(&self, unit: Unit) -> Option<Vec<Span>> {
        let spans: Option<Vec<Span>> = self
            .places
            .iter()
            .map(|(start, end)| {
                self.text.text.span(self.text.point(*start, unit)?, self.text.point(*end, unit)?)
            })
            .collect();
        let spans = spans?;
        let there: Vec<&str> = spans.iter().map(|span| self.text.text.get(*span)).collect();
        let (there, words) = (there.join(BETWEEN_SPANS), self.row.raw(Column::Words));
        (there == words || there == words.replace("\r\n", "\n")).then_some(spans)
    }

    fn shown(&self) -> String {
        let words: String = self.row.raw(Column::Words).chars().take(60).collect();
        let (start, end) = (self.row.get(Column::Start), self.row.get(Column::End));
        format!("{}: {start}–{end}: {}", self.row.line, visible(&words))
    }
}
