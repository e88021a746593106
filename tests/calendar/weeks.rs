//! Weeks and weekdays of any period agree with ISO 8601.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use leerteam::roster::{PlanningPeriod, Weeks};
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

/// The one week in which the date's weekday is on that date.
fn week_of(period: &PlanningPeriod, date: NaiveDate) -> u32 {
    let day = period.day(date).expect("within the period");
    let weeks = period.weeks(date.weekday(), day, day);
    assert_eq!(weeks.count(), 1, "{date}");
    weeks.first().expect("one week")
}

#[test]
fn a_year_with_week_53_is_counted_through() {
    // ISO year 2026 has 53 weeks: 28 December is Monday of week 53, 4 January of week 1.
    let period = period(date(2026, 358), 30);
    let week = |month, day, year| {
        week_of(&period, NaiveDate::from_ymd_opt(year, month, day).expect("a date"))
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
            let week = week_of(&period, date);
            prop_assert_eq!(week, iso_weeks(period.first, date), "{}", date);
            prop_assert_eq!(period.day_in(date.weekday(), week), day);
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
            let days = |weeks: Weeks| weeks.iter().map(|week| period.day_in(weekday, week));
            let found: Vec<u32> = days(period.weeks(weekday, from, to)).collect();
            let filtered: Vec<u32> =
                (from..=to).filter(|&day| period.date(day).weekday() == weekday).collect();
            prop_assert_eq!(found, filtered);
        }
    }

    /// The sets against sorted lists.
    #[test]
    fn sets_of_weeks_are_sets(one in some_weeks(), other in some_weeks(), most in 0..10u32) {
        let set = |list: &BTreeSet<u32>| list.iter().copied().collect::<Weeks>();
        let list = |weeks: Weeks| weeks.iter().collect::<BTreeSet<u32>>();
        let (a, b) = (set(&one), set(&other));
        prop_assert_eq!(list(a), one.clone());
        prop_assert_eq!(a.count() as usize, one.len());
        prop_assert_eq!(a.first(), one.first().copied());
        prop_assert_eq!(list(a.and(b)), &one & &other);
        prop_assert_eq!(list(a.or(b)), &one | &other);
        prop_assert_eq!(list(a.without(b)), &one - &other);
        prop_assert_eq!(list(a.take(most)), one.iter().copied().take(most as usize).collect());
        let parts: Vec<(u32, Weeks)> = a.parts([b]).collect();
        let expected = [a.and(b), a.without(b)].into_iter().filter(|part| !part.is_empty());
        let mut expected: Vec<(u32, Weeks)> =
            expected.map(|part| (part.first().expect("a week"), part)).collect();
        expected.sort_unstable();
        prop_assert_eq!(parts, expected);
    }

    #[test]
    fn stretches_and_rhythms(first in 0..170u32, last in 0..170u32, every in 1..53u32, offset in 0..53u32) {
        let between: Vec<u32> = Weeks::between(first, last).iter().collect();
        prop_assert_eq!(between, (first..=last).collect::<Vec<_>>());
        let rhythm: Vec<u32> = Weeks::every(every, offset).and(Weeks::between(0, last)).iter().collect();
        let expected: Vec<u32> = (0..=last).filter(|week| week % every == offset).collect();
        prop_assert_eq!(rhythm, expected);
    }
}

/// Weeks of the longest period.
fn some_weeks() -> impl Strategy<Value = BTreeSet<u32>> {
    prop::collection::btree_set(0..158u32, 0..40)
}
