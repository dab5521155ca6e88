//! Dates as people know them: a year, a month of a year, or a day. An imprecise date is the range
//! of days that it may mean, and is never sharpened.

use std::fmt;

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, in the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: u16,
    /// 1–12, or 0 when not known.
    month: u8,
    /// 1–31, or 0 when not known.
    day: u8,
}

/// A day as `YYYYMMDD`; 31 stands for the last day of an unknown month, so ranges compare as numbers.
pub type Day = u32;

impl PartialDate {
    /// What stands in for a date that is none in a corpus that is refused.
    pub(super) const NONE: PartialDate = PartialDate { year: 0, month: 0, day: 0 };

    /// The date, or `None` when `text` has another form or names a day that never was.
    pub fn parse(text: &str) -> Option<PartialDate> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4).filter(|year| *year > 0)?;
        let month = parts.next().map_or(Some(0), |part| digits(part, 2).filter(|m| (1..=12).contains(m)))?;
        let day = parts
            .next()
            .map_or(Some(0), |part| digits(part, 2).filter(|d| (1..=days_in(year, month)).contains(d)))?;
        parts.next().is_none().then_some(PartialDate { year, month: month as u8, day: day as u8 })
    }

    /// As one number, and back.
    pub(super) fn packed(self) -> u32 {
        u32::from(self.year) << 9 | u32::from(self.month) << 5 | u32::from(self.day)
    }

    pub(super) fn unpacked(packed: u32) -> PartialDate {
        PartialDate { year: (packed >> 9) as u16, month: (packed >> 5 & 15) as u8, day: (packed & 31) as u8 }
    }

    pub fn first_day(self) -> Day {
        self.year as Day * 10_000 + self.month.max(1) as Day * 100 + self.day.max(1) as Day
    }

    pub fn last_day(self) -> Day {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 { 31 } else { self.day };
        self.year as Day * 10_000 + month as Day * 100 + day as Day
    }

    /// The month that it lies in; a year without a month stays a year.
    pub fn to_month(self) -> PartialDate {
        PartialDate { day: 0, ..self }
    }

    /// Whether some day may be meant by both.
    pub fn overlaps(self, other: PartialDate) -> bool {
        self.first_day() <= other.last_day() && other.first_day() <= self.last_day()
    }

    pub fn year(self) -> u16 {
        self.year
    }

    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }
}

impl fmt::Display for PartialDate {
    /// As it is written in a file or an address.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month() {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day() {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

fn digits(text: &str, width: usize) -> Option<u16> {
    (text.len() == width && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn days_in(year: u16, month: u16) -> u16 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}
