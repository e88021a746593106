//! The planning period and its days.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use chrono_tz::Tz;

use super::{LocationIx, OrganisationIx};

/// A day of the period, counted from its first date.
pub type Day = u32;

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
    pub fn days(&self) -> u32 {
        u32::try_from((self.last - self.first).num_days() + 1).unwrap_or_default()
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

    /// The weekday of a day.
    pub fn weekday(&self, day: Day) -> Weekday {
        let first = self.first.weekday().num_days_from_monday();
        Weekday::try_from(((first + day) % 7) as u8).unwrap_or(Weekday::Mon)
    }

    /// The days from one to another, both included, that are on a weekday.
    pub fn weekdays(&self, weekday: Weekday, from: Day, to: Day) -> impl Iterator<Item = Day> {
        let wanted = weekday.num_days_from_monday() + 7;
        let first = from + (wanted - self.weekday(from).num_days_from_monday()) % 7;
        (first..=to).step_by(7)
    }

    /// The week of a day: 0 is the ISO week of the first date.
    pub fn week(&self, day: Day) -> u32 {
        (self.first.weekday().num_days_from_monday() + day) / 7
    }
}
