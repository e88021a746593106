//! Local times as instants, through every change of the clock.

use chrono::{DateTime, Duration, LocalResult, NaiveDate, NaiveDateTime, TimeZone};
use chrono_tz::{Africa, America, Australia, Europe, Pacific, Tz};
use leerteam::calendar::local_instant;
use leerteam::roster::Clock;
use proptest::prelude::*;

const ZONES: [Tz; 4] =
    [Europe::Amsterdam, America::New_York, Australia::Lord_Howe, Africa::Casablanca];

fn instant(zone: Tz, year: i32, month: u32, day: u32, clock: &str) -> String {
    let date = NaiveDate::from_ymd_opt(year, month, day).expect("a date");
    let clock = Clock::parse(clock).expect("a time");
    local_instant(zone, date, clock).format("%Y-%m-%d %H:%M%:z").to_string()
}

#[test]
fn a_skipped_time_is_moved_and_the_first_of_two_counts() {
    let amsterdam = |month, day, clock| instant(Europe::Amsterdam, 2026, month, day, clock);
    assert_eq!(amsterdam(3, 29, "01:59"), "2026-03-29 01:59+01:00");
    assert_eq!(amsterdam(3, 29, "02:00"), "2026-03-29 03:00+02:00");
    assert_eq!(amsterdam(3, 29, "02:30"), "2026-03-29 03:30+02:00");
    assert_eq!(amsterdam(3, 29, "03:00"), "2026-03-29 03:00+02:00");
    assert_eq!(amsterdam(10, 25, "02:30"), "2026-10-25 02:30+02:00");
    assert_eq!(amsterdam(10, 25, "03:00"), "2026-10-25 03:00+01:00");
    assert_eq!(amsterdam(10, 24, "24:00"), "2026-10-25 00:00+02:00");
    // Half an hour in the year.
    let howe = |day, clock| instant(Australia::Lord_Howe, 2026, 10, day, clock);
    assert_eq!(howe(4, "02:15"), "2026-10-04 02:45+11:00");
    // Midnight itself is skipped.
    assert_eq!(instant(America::Santiago, 2026, 9, 5, "24:00"), "2026-09-06 01:00-03:00");
    // A whole day was skipped where the date line moved.
    assert_eq!(instant(Pacific::Apia, 2011, 12, 30, "09:00"), "2011-12-31 09:00+14:00");
    assert_eq!(instant(Pacific::Apia, 2011, 12, 30, "23:00"), "2011-12-31 23:00+14:00");
}

/// The instants that show a local time on the clock, found by trying every offset there is.
fn all_instants(zone: Tz, local: NaiveDateTime) -> Vec<DateTime<Tz>> {
    let quarters = -14 * 4..=14 * 4;
    let at = |quarter: i64| zone.from_utc_datetime(&(local - Duration::minutes(15 * quarter)));
    let mut found: Vec<DateTime<Tz>> =
        quarters.map(at).filter(|instant| instant.naive_local() == local).collect();
    found.sort_unstable();
    found
}

/// Of the last instant before a skipped local time, by going back minute by minute.
fn before_the_jump(zone: Tz, local: NaiveDateTime) -> DateTime<Tz> {
    let back = |minutes| all_instants(zone, local - Duration::minutes(minutes)).pop();
    (1..).find_map(back).expect("a time before the jump")
}

fn check(zone: Tz, date: NaiveDate, minutes: u32) -> Result<(), TestCaseError> {
    let clock = Clock::from_minutes(minutes).expect("a time of day");
    let local = date.and_time(chrono::NaiveTime::MIN) + Duration::minutes(i64::from(minutes));
    let instant = local_instant(zone, date, clock);
    match all_instants(zone, local).first() {
        Some(first) => {
            prop_assert_eq!(instant.naive_local(), local, "an existing time is itself");
            prop_assert_eq!(instant, *first, "the first of two");
        }
        None => {
            // The offset before the jump, applied to the local time, is the same elapsed time
            // after it; on the clock that is later by the length of the jump.
            let before = before_the_jump(zone, local);
            let elapsed = local - before.naive_local();
            prop_assert_eq!(instant, before + elapsed);
            prop_assert!(instant.naive_local() > local);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn every_local_time_has_its_instant(
        zone in prop::sample::select(&ZONES[..]),
        year in 2000..2037,
        ordinal in 1..=365u32,
        minutes in 0..=1440u32,
    ) {
        check(zone, NaiveDate::from_yo_opt(year, ordinal).expect("a date"), minutes)?;
    }

    /// Random dates seldom meet a change of the clock, so here every minute of such days.
    #[test]
    fn so_on_days_on_which_the_clock_changes(
        zone in prop::sample::select(&ZONES[..]),
        year in 2019..2037,
    ) {
        let first = NaiveDate::from_yo_opt(year, 1).expect("a date");
        let changes = |date: &NaiveDate| {
            let midnight = |date: NaiveDate| zone.from_local_datetime(&date.and_time(chrono::NaiveTime::MIN));
            let (LocalResult::Single(start), LocalResult::Single(end)) =
                (midnight(*date), midnight(date.succ_opt().expect("a date"))) else { return true };
            end - start != Duration::hours(24)
        };
        let days: Vec<NaiveDate> = first.iter_days().take(365).filter(changes).collect();
        prop_assert!(days.len() >= 2, "{:?} {:?}", zone, days);
        for day in days {
            for minutes in (0..300).step_by(5) {
                check(zone, day, minutes)?;
            }
        }
    }
}
