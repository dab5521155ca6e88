//! A row as values: a list of their kinds, then their bytes. Only what a table's columns ask for is read.

use super::bytes::{signed, varint};

/// A value as it is stored: a whole number stays one also in a column of fractions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'r> {
    Null,
    Integer(i64),
    Real(f64),
    Text(&'r str),
    Blob(&'r [u8]),
}

/// Why a record has no such value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// It is not as long as it says, or has a kind that is none.
    Record,
    Utf8,
}

/// The values of a record at `wanted` places, from 0. One that the record does not have is `Null`: its column was added
/// when the row was there.
pub fn values<'r, const N: usize>(record: &'r [u8], wanted: &[usize; N]) -> Result<[Value<'r>; N], Broken> {
    let (length, mut at) = varint(record, 0).ok_or(Broken::Record)?;
    let length = usize::try_from(length).ok().filter(|length| *length <= record.len());
    let mut body = length.filter(|length| *length >= at).ok_or(Broken::Record)?;
    let kinds = record.get(..body).ok_or(Broken::Record)?;
    let mut values = [Value::Null; N];
    let last = wanted.iter().max().copied().unwrap_or(0);
    for column in 0..=last {
        if at == kinds.len() {
            break;
        }
        let (kind, behind) = varint(kinds, at).ok_or(Broken::Record)?;
        let end = width(kind).and_then(|width| body.checked_add(width)).ok_or(Broken::Record)?;
        let bytes = record.get(body..end).ok_or(Broken::Record)?;
        for (place, value) in wanted.iter().zip(&mut values) {
            if *place == column {
                *value = read(kind, bytes)?;
            }
        }
        (at, body) = (behind, end);
    }
    Ok(values)
}

/// How many bytes a value of this kind has; `None` where there is no such kind.
fn width(kind: u64) -> Option<usize> {
    match kind {
        0 | 8 | 9 => Some(0),
        1..=4 => usize::try_from(kind).ok(),
        5 => Some(6),
        6 | 7 => Some(8),
        10 | 11 => None,
        _ => usize::try_from((kind - 12) / 2).ok(),
    }
}

fn read(kind: u64, bytes: &[u8]) -> Result<Value<'_>, Broken> {
    Ok(match kind {
        0 => Value::Null,
        1..=6 => Value::Integer(signed(bytes)),
        7 => Value::Real(f64::from_bits(signed(bytes).cast_unsigned())),
        8 => Value::Integer(0),
        9 => Value::Integer(1),
        _ if kind.is_multiple_of(2) => Value::Blob(bytes),
        _ => Value::Text(std::str::from_utf8(bytes).map_err(|_| Broken::Utf8)?),
    })
}
