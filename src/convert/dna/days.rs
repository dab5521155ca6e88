//! Moments as DNA keeps them become days. Version 3 keeps a clock's face as if it were in UTC, so its day is the day.
//! Version 2 keeps milliseconds since 1970 and forgets the zone of the clock: where all moments of a file are the same
//! hour or two neighbouring ones, as midnights of one place in summer and winter are, the nearest midnight is meant.

use super::schema::Version;
use crate::corpus::PartialDate;
use std::collections::BTreeSet;

const DAY: i64 = 86_400;
const HOUR: i64 = 3_600;

/// How the moments of a file are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The day that the file means, with a time of day where it is not midnight.
    Own,
    /// Midnights of a zone other than UTC.
    Midnights,
    /// Moments of a zone that is not known.
    Unknown,
}

/// Seconds of a moment as the version keeps it.
pub fn seconds(moment: i64, version: Version) -> i64 {
    match version {
        Version::Two => moment.div_euclid(1000),
        Version::Three => moment,
    }
}

impl Clock {
    /// From all moments of a file, in seconds.
    pub fn of(version: Version, moments: impl Iterator<Item = i64> + Clone) -> Clock {
        let times = moments.map(|moment| moment.rem_euclid(DAY));
        if version == Version::Three || times.clone().all(|time| time == 0) {
            return Clock::Own;
        }
        // Counted from noon, both hours of a place stand side by side even where one of them is midnight.
        let noon = |time: i64| (time + DAY / 2).rem_euclid(DAY);
        let (first, last) = (times.clone().map(noon).min(), times.clone().map(noon).max());
        let are_neighbours = first.zip(last).is_some_and(|(first, last)| last - first <= HOUR);
        // No clock is off by less than a quarter of an hour.
        let are_even = times.clone().all(|time| time % (HOUR / 4) == 0);
        let are_two = times.collect::<BTreeSet<i64>>().len() <= 2;
        if are_neighbours && are_even && are_two { Clock::Midnights } else { Clock::Unknown }
    }

    /// The day of a moment in seconds; `None` outside the years 1 to 9999.
    pub fn day(self, moment: i64) -> Option<PartialDate> {
        let shift = if self == Clock::Midnights { DAY / 2 } else { 0 };
        civil(moment.checked_add(shift)?.div_euclid(DAY))
    }
}

/// The day that comes so many days after the first of 1970, in the Gregorian calendar.
fn civil(days: i64) -> Option<PartialDate> {
    /// Days of the years 1 to 1969, and of any 400 years.
    const BEFORE: i64 = 719_162;
    const AGE: i64 = 146_097;
    let since_1 = days.checked_add(BEFORE).filter(|days| *days >= 0)?;
    let (mut year, mut left) = (1 + since_1 / AGE * 400, since_1 % AGE);
    while left >= days_of(year) {
        left -= days_of(year);
        year += 1;
    }
    let february = days_of(year) - 337;
    for (month, length) in (1..).zip([31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
        if left < length {
            return PartialDate::parse(&format!("{year:04}-{month:02}-{:02}", left + 1));
        }
        left -= length;
    }
    None
}

fn days_of(year: i64) -> i64 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if is_leap { 366 } else { 365 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(moments: &[i64], version: Version, clock: Clock, days: &[&str]) {
        let seconds: Vec<i64> = moments.iter().map(|moment| seconds(*moment, version)).collect();
        let found = Clock::of(version, seconds.iter().copied());
        let read: Vec<String> = seconds
            .iter()
            .map(|at| found.day(*at).map_or("none".to_owned(), |day| day.to_string()))
            .collect();
        assert_eq!((found, read), (clock, days.iter().map(|day| (*day).to_owned()).collect()), "{moments:?}");
    }

    #[test]
    fn days_of_the_calendar_are_found_on_both_sides_of_1970() {
        check(&[0], Version::Three, Clock::Own, &["1970-01-01"]);
        check(&[-1], Version::Three, Clock::Own, &["1969-12-31"]);
        check(&[951_782_400, 951_868_799], Version::Three, Clock::Own, &["2000-02-29", "2000-02-29"]);
        check(&[4_107_542_400], Version::Three, Clock::Own, &["2100-03-01"]);
        check(&[-62_135_596_800, 253_402_300_799], Version::Three, Clock::Own, &["0001-01-01", "9999-12-31"]);
        check(&[-62_135_596_801, 253_402_300_800], Version::Three, Clock::Own, &["none", "none"]);
        check(&[i64::MIN, i64::MAX], Version::Three, Clock::Own, &["none", "none"]);
    }

    #[test]
    fn midnights_of_a_place_are_told_from_any_moments() {
        let two = |moments: &[i64], clock, days: &[&str]| {
            let millis: Vec<i64> = moments.iter().map(|moment| moment * 1000).collect();
            check(&millis, Version::Two, clock, days);
        };
        // 2010-01-15 and 2010-07-15, by clocks of Berlin, New York, London, Delhi and of UTC.
        let (winter, summer) = (1_263_513_600, 1_279_152_000);
        let days = ["2010-01-15", "2010-07-15"];
        two(&[winter - HOUR, summer - 2 * HOUR], Clock::Midnights, &days);
        two(&[winter + 5 * HOUR, summer + 4 * HOUR], Clock::Midnights, &days);
        two(&[winter, summer - HOUR], Clock::Midnights, &days);
        two(&[winter - 11 * HOUR / 2, summer - 11 * HOUR / 2], Clock::Midnights, &days);
        two(&[winter, summer], Clock::Own, &days);
        two(&[winter - HOUR, summer + 9 * HOUR], Clock::Unknown, &["2010-01-14", "2010-07-15"]);
        two(&[winter - HOUR, summer - HOUR - 1], Clock::Unknown, &["2010-01-14", "2010-07-14"]);
        two(&[], Clock::Own, &[]);
        check(&[i64::MIN, i64::MAX], Version::Two, Clock::Unknown, &["none", "none"]);
    }
}
