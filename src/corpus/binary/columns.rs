//! Lists that are written column by column: statements and their positions, of which a corpus has most.

use super::{Codec, Decoder, Row, decode};
use crate::corpus::statement::{Position, Statement};
use std::mem::swap;

/// The values of each field stand together, with their length in bytes before them: so they compress to two thirds. Of the
/// last kind a row has several; those of all rows are one list of their own, which stands first.
macro_rules! columns {
    ($($name:ident { $($field:ident)* } $($nested:ident)?;)*) => {$(
        impl Row for $name {
            fn encode_rows(rows: &[&$name], to: &mut Vec<u8>) {
                $(
                    let all: Vec<_> = rows.iter().flat_map(|row| &row.$nested).collect();
                    (all.len() as u32).encode(to);
                    Row::encode_rows(&all, to);
                )?
                $(encode_column(rows, to, |row, to| row.$field.encode(to));)*
                $(encode_column(rows, to, |row, to| (row.$nested.len() as u32).encode(to));)?
            }

            fn decode_rows(count: usize, from: &mut Decoder) -> Vec<$name> {
                $(let mut $nested = Vec::decode(from).into_iter();)?
                let names: &[&str] = &[$(stringify!($field),)* $(stringify!($nested))?];
                let mut columns = Columns::split(names.len(), count, from);
                let mut rows = Vec::with_capacity(columns.rows);
                for _ in 0..columns.rows {
                    rows.push($name {
                        $($field: columns.next(from),)*
                        $($nested: {
                            let count = columns.next::<u32>(from) as usize;
                            from.is_broken |= count > $nested.len();
                            let mut own = Vec::with_capacity(count.min($nested.len()));
                            for _ in 0..count {
                                let Some(row) = $nested.next() else { break };
                                own.push(row);
                            }
                            own
                        },)?
                    });
                }
                $(from.is_broken |= $nested.next().is_some();)?
                columns.end(from);
                rows
            }
        }
    )*};
}

columns! {
    Statement {
        id former_ids document spans kind act speaker on_behalf_of via addressees occasion cue date parent about
        confidence note wording_checksum
    } positions;
    Position { issue stance holders spans conditions terms hedged rationale coder confidence };
}

fn encode_column<T>(rows: &[&T], to: &mut Vec<u8>, encode: impl Fn(&T, &mut Vec<u8>)) {
    let mut column = Vec::new();
    rows.iter().for_each(|row| encode(row, &mut column));
    (column.len() as u32).encode(to);
    to.append(&mut column);
}

/// What is left of each column; in the place of the one that is read stands what comes behind all of them.
struct Columns<'a> {
    rests: Vec<&'a [u8]>,
    at: usize,
    /// No more than there are bytes in the shortest: a value takes one at least.
    rows: usize,
}

impl<'a> Columns<'a> {
    /// Takes so many columns of so many rows; the decoder goes on in the first.
    fn split(count: usize, rows: usize, from: &mut Decoder<'a>) -> Columns<'a> {
        let mut columns = Columns { rests: Vec::with_capacity(count), at: 0, rows };
        for _ in 0..count {
            let length = u32::decode(from) as usize;
            let column = from.rest.split_off(..length);
            let column = from.or_broken(column);
            columns.rows = columns.rows.min(column.len());
            columns.rests.push(column);
        }
        from.is_broken |= columns.rows < rows;
        columns.swap(from);
        columns
    }

    /// The next value of this column; the decoder goes on in the next one, after the last in the first.
    fn next<T: Codec>(&mut self, from: &mut Decoder<'a>) -> T {
        let value = decode(from);
        self.turn(from);
        value
    }

    fn turn(&mut self, from: &mut Decoder<'a>) {
        self.swap(from);
        self.at = if self.at + 1 < self.rests.len() { self.at + 1 } else { 0 };
        self.swap(from);
    }

    fn swap(&mut self, from: &mut Decoder<'a>) {
        self.rests.get_mut(self.at).into_iter().for_each(|rest| swap(rest, &mut from.rest));
    }

    /// The decoder goes on behind all columns.
    fn end(&mut self, from: &mut Decoder<'a>) {
        self.swap(from);
        from.is_broken |= self.rests.iter().any(|rest| !rest.is_empty());
    }
}
