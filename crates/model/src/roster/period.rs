//! The planning period and its days.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use chrono_tz::Tz;

use super::{LocationIx, OrganisationIx, Weeks};

/// A day of the period, counted from its first date.
pub type Day = u32;

/// A date that is written exactly as `YYYY-MM-DD`, and exists.
pub fn iso_date(text: &str) -> Option<NaiveDate> {
    let is_right = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    let written = text.len() == 10 && text.bytes().enumerate().all(is_right);
    written.then(|| text.parse().ok()).flatten()
}

/// First and last date, time zone and closures.
#[derive(Clone, Debug)]
pub struct PlanningPeriod {
    /// First date.
    pub first: NaiveDate,
    /// Last date, not before the first.
    pub last: NaiveDate,
    /// The zone of every local time.
    pub zone: Tz,
    /// Dates without meetings.
    pub closures: Vec<Closure>,
}

/// Days on which everything, or some organisations or locations, is closed.
#[derive(Clone, Debug)]
pub struct Closure {
    /// First closed day.
    pub from: Day,
    /// Last closed day.
    pub to: Day,
    /// Closed organisations.
    pub organisations: Vec<OrganisationIx>,
    /// Closed locations.
    pub locations: Vec<LocationIx>,
}

impl Closure {
    /// Whether it closes everything.
    pub fn is_everywhere(&self) -> bool {
        self.organisations.is_empty() && self.locations.is_empty()
    }
}

impl PlanningPeriod {
    /// Number of days.
    ///
    /// # Panics
    /// If the last date is before the first, which no roster has that was read.
    pub fn days(&self) -> u32 {
        let days = (self.last - self.first).num_days() + 1;
        u32::try_from(days).expect("read: the last date is not before the first")
    }

    /// The day of a date within the period.
    pub fn day(&self, date: NaiveDate) -> Option<Day> {
        let day = Day::try_from((date - self.first).num_days()).ok()?;
        (day < self.days()).then_some(day)
    }

    /// The date of a day.
    pub fn date(&self, day: Day) -> NaiveDate {
        self.first + Days::new(u64::from(day))
    }

    /// The weeks, 0 being the ISO week of the first date, in which a weekday lies from one day to another, both included.
    pub fn weeks(&self, weekday: Weekday, from: Day, to: Day) -> Weeks {
        let first = self.first.weekday().num_days_from_monday();
        let weekday = weekday.num_days_from_monday();
        // Counted from the Monday of week 0.
        let (from, to) = (from + first, to + first);
        if to < from || to < weekday {
            return Weeks::NONE;
        }
        Weeks::between((from + 6 - weekday) / 7, (to - weekday) / 7)
    }

    /// The day of a weekday in a week, which must be in the period.
    pub fn day_in(&self, weekday: Weekday, week: u32) -> Day {
        let days = 7 * week + weekday.num_days_from_monday();
        days.saturating_sub(self.first.weekday().num_days_from_monday())
    }
}
