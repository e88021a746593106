//! The time zones in calendars are those of the world.

use std::collections::HashMap;

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, Offset, TimeZone, Weekday};
use chrono_tz::Tz;
use leerteam::calendar::local_instant;

use super::Planned;
use super::reading::{Calendar, moment};
use super::support::{Draft, Setting};

/// A plan of weekly meetings over a period in a zone.
fn planned(zone: &str, first: &str, last: &str) -> Planned {
    let setting = Setting::new().participant("p1", "teacher").period(first, last);
    let roster = setting
        .with(|roster| roster.period.get_or_insert_default().time_zone = zone.into())
        .roster();
    let plan = Draft::new().team("red", &["p1"]).plan(&roster);
    Planned::new(roster, plan)
}

/// A moment from which on the clock differs by so many seconds from UTC.
struct Onset {
    at: NaiveDateTime,
    offset: i32,
}

/// Every onset of a calendar's zone up to a year, by RFC 5545.
fn onsets(calendar: &Calendar, until: i32) -> Vec<Onset> {
    let mut onsets = Vec::new();
    for part in calendar.zone.split(|line| line.starts_with("BEGIN:")).skip(2) {
        let value = |name: &str| {
            let line = part.iter().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
            line.map(str::to_owned)
        };
        let first = moment(&value("DTSTART").expect("a start"));
        let offset = seconds(&value("TZOFFSETTO").expect("an offset"));
        let Some(rule) = value("RRULE") else {
            onsets.push(Onset { at: first, offset });
            continue;
        };
        for year in first.year()..=until {
            let at = by_rule(&rule, year).and_time(first.time());
            assert!(at >= first, "the rule starts with {first}");
            onsets.push(Onset { at, offset });
        }
    }
    onsets.sort_by_key(|onset| onset.at);
    onsets
}

/// `-023456` as seconds.
fn seconds(offset: &str) -> i32 {
    let (sign, digits) = offset.split_at(1);
    let two = |at: usize| digits.get(at..at + 2).map_or(0, |two| two.parse().expect("digits"));
    let seconds: i32 = 3600 * two(0) + 60 * two(2) + two(4);
    if sign == "-" { -seconds } else { seconds }
}

/// The date of `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU` in a year.
fn by_rule(rule: &str, year: i32) -> NaiveDate {
    let rule = rule.strip_prefix("FREQ=YEARLY;BYMONTH=").expect("a yearly rule");
    let (month, day) = rule.split_once(";BYDAY=").expect("a day");
    let (number, letters) = day.split_at(day.len() - 2);
    let month: u32 = month.parse().expect("a month");
    let is_day = |date: &NaiveDate| date.format("%a").to_string().to_uppercase()[..2] == *letters;
    let days = (1..=31).filter_map(|day| NaiveDate::from_ymd_opt(year, month, day));
    let days: Vec<NaiveDate> = days.filter(is_day).collect();
    match number.parse::<usize>() {
        Ok(number) => days[number - 1],
        Err(_) => *days.last().expect("a last one"),
    }
}

/// Checks that at several hours of every day of the period, the zone gives local time the offset it has.
fn check(zone: &str, first: &str, last: &str) -> Vec<String> {
    check_at(&[0, 9, 12, 18, 23], zone, first, last)
}

fn check_at(hours: &[i64], zone: &str, first: &str, last: &str) -> Vec<String> {
    let planned = planned(zone, first, last);
    let calendar = planned.calendar("teams/red");
    let tz: Tz = zone.parse().expect("a zone");
    let period = &planned.roster.period;
    let onsets = onsets(&calendar, period.last.year());
    for day in 0..period.days() {
        for &hour in hours {
            let local = period.date(day).and_time(chrono::NaiveTime::MIN) + Duration::hours(hour);
            // Where the clock skips this time or shows it twice there is nothing to compare.
            let Some(instant) = tz.from_local_datetime(&local).single() else { continue };
            let onset = onsets.iter().rfind(|onset| onset.at <= local).expect("an onset");
            let expected = instant.offset().fix().local_minus_utc();
            assert_eq!(onset.offset, expected, "{zone} at {local}");
        }
    }
    calendar.zone
}

#[test]
fn clocks_that_are_set_every_year_follow_two_rules() {
    for (zone, rules) in [
        ("Europe/Amsterdam", ["BYMONTH=3;BYDAY=-1SU", "BYMONTH=10;BYDAY=-1SU"]),
        ("Europe/Dublin", ["BYMONTH=3;BYDAY=-1SU", "BYMONTH=10;BYDAY=-1SU"]),
        ("America/New_York", ["BYMONTH=3;BYDAY=2SU", "BYMONTH=11;BYDAY=1SU"]),
        ("Australia/Lord_Howe", ["BYMONTH=4;BYDAY=1SU", "BYMONTH=10;BYDAY=1SU"]),
    ] {
        let lines = check(zone, "2026-09-07", "2027-07-16");
        let kinds = ["BEGIN:STANDARD", "BEGIN:DAYLIGHT"];
        for kind in kinds {
            assert_eq!(lines.iter().filter(|line| *line == kind).count(), 1, "{zone}: {kind}");
        }
        for rule in rules {
            assert!(lines.contains(&format!("RRULE:FREQ=YEARLY;{rule}")), "{zone}: {lines:?}");
        }
    }
}

#[test]
fn other_clocks_are_written_change_by_change() {
    // By the moon, for good, never, and the day the date line moved.
    check("Africa/Casablanca", "2026-09-07", "2028-07-14");
    check("Asia/Jerusalem", "2026-01-05", "2027-12-31");
    check("America/Sao_Paulo", "2018-02-05", "2020-12-18");
    check("Pacific/Apia", "2011-09-05", "2012-03-30");
    for zone in ["Asia/Kolkata", "UTC", "Etc/GMT+5"] {
        let lines = check(zone, "2026-09-07", "2027-07-16");
        assert_eq!(lines.iter().filter(|line| line.starts_with("BEGIN")).count(), 2, "{zone}");
    }
    // Three quarters of an hour but for half a minute, as long as it lasted.
    let lines = check("Africa/Monrovia", "1971-09-06", "1972-06-30");
    assert!(lines.contains(&"TZOFFSETFROM:-004430".to_owned()), "{lines:?}");
}

#[test]
fn every_zone_is_right_in_every_school_year_of_three_decades() {
    let date = |year, month| NaiveDate::from_ymd_opt(year, month, 1).expect("a date");
    let noons = || date(2006, 1).iter_days().take_while(|day| *day < date(2038, 1));
    // Of the zones whose clocks were always the same, one.
    let mut kinds: HashMap<Vec<i32>, Tz> = HashMap::new();
    for zone in chrono_tz::TZ_VARIANTS {
        let offset = |day: NaiveDate| {
            let noon = day.and_hms_opt(12, 0, 0).expect("noon");
            zone.offset_from_utc_datetime(&noon).fix().local_minus_utc()
        };
        let offsets: Vec<i32> = noons().enumerate().map(|(at, day)| (at as i32, offset(day))).fold(
            Vec::new(),
            |mut changes, (at, offset)| {
                if changes.last() != Some(&offset) {
                    changes.extend([at, offset]);
                }
                changes
            },
        );
        kinds.entry(offsets).or_insert(zone);
    }
    assert!(kinds.len() > 100, "{}", kinds.len());
    for zone in kinds.into_values() {
        for year in 2006..2036 {
            let (first, last) = (date(year, 9), date(year + 1, 8));
            check_at(&[13], zone.name(), &first.to_string(), &last.to_string());
        }
    }
}

#[test]
fn a_meeting_keeps_its_local_time_when_the_clock_is_set() {
    let planned = planned("Europe/Amsterdam", "2026-10-05", "2027-04-09");
    let (period, calendar) = (&planned.roster.period, planned.calendar("teams/red"));
    let event = calendar.event();
    let onsets = onsets(&calendar, 2027);
    let start = planned.plan.teams[0].slot.start;
    let mut offsets = Vec::new();
    for &date in &event.dates {
        assert_eq!(date.weekday(), Weekday::Tue);
        let local = date.and_time(event.start.time());
        let onset = onsets.iter().rfind(|onset| onset.at <= local).expect("an onset");
        let utc = local - Duration::seconds(onset.offset.into());
        assert_eq!(utc, local_instant(period.zone, date, start).naive_utc());
        offsets.push(onset.offset / 3600);
    }
    offsets.dedup();
    assert_eq!(offsets, [2, 1, 2]);
}
