//! A time zone as a VTIMEZONE component (RFC 5545, section 3.6.5).

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, Offset, TimeZone, Weekday};
use chrono_tz::{OffsetName, Tz};

use super::lines::Lines;

/// A moment at which the clock is set.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    /// The local time at which it happens, on the clock from before.
    at: NaiveDateTime,
    /// Seconds ahead of UTC before.
    from: i32,
    /// Seconds ahead of UTC after.
    to: i32,
    /// What the time is called after.
    name: String,
}

/// Writes the zone as it is from one date to another, and in the years before and after.
///
/// Where the clock is set forward and back on the same two days of every year, such as the last
/// Sundays of March and October, that is written as two yearly rules: Outlook knows no more than one
/// rule each for winter and summer time. Otherwise each change is written by itself.
pub fn write_zone(lines: &mut Lines, zone: Tz, first: NaiveDate, last: NaiveDate) {
    let new_year = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(first).into();
    let (start, end) = (new_year(first.year() - 1), new_year(last.year() + 2));
    let changes = changes(zone, start, end);
    lines.component("VTIMEZONE", |lines| {
        lines.value("TZID", zone.name());
        match yearly(&changes, end.year() - start.year()) {
            Some(rules) => {
                for (change, rule) in rules {
                    write_change(lines, change, Some(&rule));
                }
            }
            None => {
                let offset = seconds(zone, start);
                let (at, name) = (start + Duration::seconds(offset.into()), name(zone, start));
                write_change(lines, &Change { at, from: offset, to: offset, name }, None);
                changes.iter().for_each(|change| write_change(lines, change, None));
            }
        }
    });
}

fn write_change(lines: &mut Lines, change: &Change, rule: Option<&str>) {
    let kind = if change.to > change.from { "DAYLIGHT" } else { "STANDARD" };
    lines.component(kind, |lines| {
        lines.value("DTSTART", &change.at.format("%Y%m%dT%H%M%S").to_string());
        lines.value("TZOFFSETFROM", &offset(change.from));
        lines.value("TZOFFSETTO", &offset(change.to));
        lines.text("TZNAME", &change.name);
        if let Some(rule) = rule {
            lines.value("RRULE", rule);
        }
    });
}

/// `+0200`, with seconds where there are any.
fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let (minutes, rest) = (seconds.abs() / 60, seconds.abs() % 60);
    let rest = if rest == 0 { String::new() } else { format!("{rest:02}") };
    format!("{sign}{:02}{:02}{rest}", minutes / 60, minutes % 60)
}

/// Seconds ahead of UTC at a moment of UTC.
fn seconds(zone: Tz, utc: NaiveDateTime) -> i32 {
    zone.offset_from_utc_datetime(&utc).fix().local_minus_utc()
}

/// What the time is called; by its offset where it has no name.
fn name(zone: Tz, utc: NaiveDateTime) -> String {
    let of = zone.offset_from_utc_datetime(&utc);
    of.abbreviation().map_or_else(|| offset(seconds(zone, utc)), str::to_owned)
}

/// Every moment at which the clock is set, from one moment of UTC to another.
fn changes(zone: Tz, start: NaiveDateTime, end: NaiveDateTime) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut before = start;
    while before < end {
        let after = before + Duration::days(1);
        let (from, to) = (seconds(zone, before), seconds(zone, after));
        if from != to {
            // The first second with the new offset: after `low`, at `high` at the latest.
            let (mut low, mut high) = (before, after);
            while high - low > Duration::seconds(1) {
                let middle = low + (high - low) / 2;
                if seconds(zone, middle) == from { low = middle } else { high = middle }
            }
            let at = high + Duration::seconds(from.into());
            changes.push(Change { at, from, to, name: name(zone, high) });
        }
        before = after;
    }
    changes
}

/// The first change forward and the first one back, each with the rule that all others of its kind
/// follow; none if there is no such rule, or not in each of so many years: it has no end.
fn yearly(changes: &[Change], years: i32) -> Option<[(&Change, String); 2]> {
    let rule = |forward: bool| {
        let all: Vec<&Change> = changes.iter().filter(|c| (c.to > c.from) == forward).collect();
        let first = *all.first()?;
        let alike = |(year, change): (i32, &&Change)| {
            let same = change.at.time() == first.at.time() && change.name == first.name;
            let same = same && change.from == first.from && change.to == first.to;
            let day =
                (change.at.month(), change.at.weekday()) == (first.at.month(), first.at.weekday());
            same && day && change.at.year() == year
        };
        if !(first.at.year()..).zip(&all).all(alike) {
            return None;
        }
        // A day of the week is the last of its month if a week later is in another one.
        let is_last = |c: &&Change| (c.at + Duration::weeks(1)).month() != c.at.month();
        let number = |change: &Change| (change.at.day() - 1) / 7 + 1;
        let number = match all.iter().all(is_last) {
            true => "-1".to_owned(),
            false if all.iter().all(|c| number(c) == number(first)) => number(first).to_string(),
            false => return None,
        };
        let (month, weekday) = (first.at.month(), letters(first.at.weekday()));
        Some((all.len(), first, format!("FREQ=YEARLY;BYMONTH={month};BYDAY={number}{weekday}")))
    };
    let ((forward, first, rule_forward), (back, second, rule_back)) = (rule(true)?, rule(false)?);
    let each = usize::try_from(years) == Ok(forward);
    (each && forward == back).then_some([(first, rule_forward), (second, rule_back)])
}

/// `MO` for Monday.
pub fn letters(weekday: Weekday) -> &'static str {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][weekday.num_days_from_monday() as usize]
}
