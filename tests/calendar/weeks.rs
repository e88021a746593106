//! Weeks and weekdays of any period agree with ISO 8601.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use leerteam::roster::PlanningPeriod;
use proptest::prelude::*;

fn period(first: NaiveDate, days: u64) -> PlanningPeriod {
    let last = first + Days::new(days - 1);
    PlanningPeriod { first, last, zone: chrono_tz::Europe::Amsterdam, closures: Vec::new() }
}

fn date(year: i32, ordinal: u32) -> NaiveDate {
    NaiveDate::from_yo_opt(year, ordinal).expect("a date")
}

/// Number of ISO weeks from the one of `first` to the one of `date`, by year and week alone.
fn iso_weeks(first: NaiveDate, date: NaiveDate) -> u32 {
    let (from, to) = (first.iso_week(), date.iso_week());
    // 28 December is always in the last week of its ISO year.
    let weeks_of = |year| NaiveDate::from_ymd_opt(year, 12, 28).expect("a date").iso_week().week();
    (from.year()..to.year()).map(weeks_of).sum::<u32>() + to.week() - from.week()
}

#[test]
fn a_year_with_week_53_is_counted_through() {
    // ISO year 2026 has 53 weeks: 28 December is Monday of week 53, 4 January of week 1.
    let period = period(date(2026, 358), 30);
    let week = |month, day, year| {
        let date = NaiveDate::from_ymd_opt(year, month, day).expect("a date");
        period.week(period.day(date).expect("within the period"))
    };
    assert_eq!(period.first.iso_week().week(), 52);
    assert_eq!(week(12, 27, 2026), 0);
    assert_eq!(week(12, 28, 2026), 1);
    assert_eq!(week(1, 3, 2027), 1);
    assert_eq!(week(1, 4, 2027), 2);
}

proptest! {
    #[test]
    fn weeks_agree_with_iso_weeks(year in 1990..2060, ordinal in 1..=365u32, days in 1..1100u64) {
        let period = period(date(year, ordinal), days);
        prop_assert_eq!(u64::from(period.days()), days);
        for day in 0..period.days() {
            let date = period.date(day);
            prop_assert_eq!(period.week(day), iso_weeks(period.first, date), "{}", date);
            prop_assert_eq!(period.weekday(day), date.weekday());
            prop_assert_eq!(period.day(date), Some(day));
        }
        prop_assert_eq!(period.day(period.first - Days::new(1)), None);
        prop_assert_eq!(period.day(period.last + Days::new(1)), None);
    }

    /// The days of one weekday are just those, also from the last week of a year to the first.
    #[test]
    fn weekdays_are_all_of_them(year in 1990..2060, days in 1..400u32, from in 0..400u32, to in 0..400u32) {
        let period = period(date(year, 330), u64::from(days));
        for weekday in [Weekday::Mon, Weekday::Wed, Weekday::Sun] {
            let stepped: Vec<u32> = period.weekdays(weekday, from, to).collect();
            let filtered: Vec<u32> =
                (from..=to).filter(|&day| period.weekday(day) == weekday).collect();
            prop_assert_eq!(stepped, filtered);
        }
    }
}
