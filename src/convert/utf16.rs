//! Offsets in UTF-16 units, as Java and browsers count, become offsets in code points, and back. They differ behind
//! letters of two units, such as emoji.

use crate::corpus::Text;

/// What is to be known of a text to turn offsets over.
pub struct Utf16Units {
    /// Where letters of two units begin, in units.
    wide: Vec<u32>,
    /// Length of the text in units.
    length: u32,
}

/// Why an offset is none of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPoint {
    BehindTheEnd,
    InsideALetter,
}

impl Utf16Units {
    pub fn of(text: &str) -> Utf16Units {
        let (mut wide, mut length) = (Vec::new(), 0);
        for letter in text.chars() {
            let units = if letter.len_utf16() == 2 { 2 } else { 1 };
            if units == 2 {
                wide.push(length);
            }
            length += units;
        }
        Utf16Units { wide, length }
    }

    /// The code point at which a unit stands; at the end of the text, their number.
    pub fn point(&self, unit: u32) -> Result<u32, NoPoint> {
        if unit > self.length {
            return Err(NoPoint::BehindTheEnd);
        }
        let before = self.wide.partition_point(|start| *start < unit);
        let is_inside =
            before.checked_sub(1).and_then(|at| self.wide.get(at)).is_some_and(|at| at + 1 == unit);
        if is_inside { Err(NoPoint::InsideALetter) } else { Ok(unit - before as u32) }
    }
}

/// How many units the first code points of a text have, so many as the offset says.
pub fn unit(text: &Text, point: u32) -> usize {
    let before = point.checked_sub(1).and_then(|_| text.span(0, point));
    before.map_or(0, |before| text.get(before).encode_utf16().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_code_points_but_behind_letters_of_two() {
        let units = Utf16Units::of("a😀e\u{301}b😀😀");
        let points: Vec<_> = (0..11).map(|unit| units.point(unit)).collect();
        let (inside, behind) = (Err(NoPoint::InsideALetter), Err(NoPoint::BehindTheEnd));
        assert_eq!(points, [Ok(0), Ok(1), inside, Ok(2), Ok(3), Ok(4), Ok(5), inside, Ok(6), inside, Ok(7)]);
        assert_eq!(units.point(11), behind);
        let text = Text::new("a😀e\u{301}b😀😀".to_owned());
        assert_eq!([0, 1, 2, 3, 7].map(|point| unit(&text, point)), [0, 1, 3, 4, 10]);
        assert_eq!((Utf16Units::of("").point(0), Utf16Units::of("").point(1)), (Ok(0), behind));
    }
}
