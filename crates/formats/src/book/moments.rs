//! Dates and times of day of workbooks, which are parts of days or texts of ISO 8601, and not always exact: other
//! programs save them a hair off.

use calamine::ExcelDateTime;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::Value;
use leerteam_model::roster::{Clock, iso_date};

const MINUTES: f64 = 24.0 * 60.0;
/// How much may be missing or too much, in minutes.
const HAIR: f64 = 0.01;
/// The same in milliseconds.
const HAIR_MS: i64 = 600;
/// The day after the last that workbooks can count to.
const END_OF_TIME: f64 = 2_958_466.0;
/// Days before the first that workbooks count, which stand for none where a time of day is written with a date.
const NO_DAY: [&str; 3] = ["1899-12-30", "1899-12-31", "1904-01-01"];

/// A date where there is no time of day, a time of day where there is no date.
pub fn of_number(moment: ExcelDateTime) -> Value {
    let number = moment.as_f64();
    if !(0.0..END_OF_TIME).contains(&number) {
        return Value::Moment(number.to_string());
    }
    let minutes = number * MINUTES;
    if number < 1.0 || moment.is_duration() {
        return of_minutes(minutes);
    }
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let date = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
    let moment = date.and_then(|date| {
        date.and_hms_milli_opt(hour.into(), minute.into(), second.into(), milli.into())
    });
    match moment {
        Some(moment) => of_moment(moment),
        None => Value::Moment(number.to_string()),
    }
}

/// A time of day, or a length of time that is none.
fn of_minutes(minutes: f64) -> Value {
    let whole = minutes.round();
    let clock =
        if (minutes - whole).abs() < HAIR { Clock::from_minutes(whole as u32) } else { None };
    clock.map_or_else(|| Value::Moment(length(minutes)), Value::Time)
}

/// A date, unless there is a time of day with it.
fn of_moment(moment: NaiveDateTime) -> Value {
    let hair = TimeDelta::milliseconds(HAIR_MS);
    match moment.checked_add_signed(hair) {
        Some(near) if near.time() - NaiveTime::MIN <= hair * 2 => Value::Date(near.date()),
        _ => Value::Moment(moment.format("%Y-%m-%d %H:%M:%S").to_string()),
    }
}

/// A length of time as workbooks show it: hours, minutes and seconds.
fn length(minutes: f64) -> String {
    let seconds = (minutes * 60.0).round() as u64;
    format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// Dates and times that a program wrote as text of their kind: `2026-08-31T00:00:00.000`, `09:00:00.000`,
/// `PT9H0M0.000S`.
pub fn of_iso(text: &str) -> Value {
    let other = || Value::Moment(text.to_owned());
    if let Some(length) = text.strip_prefix("PT") {
        return minutes(length).map_or_else(other, of_minutes);
    }
    let text = text.trim_end_matches('Z');
    let time = |text: &str| {
        // The end of a day has no time of its own there.
        let is_end = text.split([':', '.']).enumerate().all(|(at, part)| match at {
            0 => part == "24",
            _ => !part.is_empty() && part.bytes().all(|byte| byte == b'0'),
        });
        let time = ["%H:%M:%S%.f", "%H:%M"].iter().find_map(|form| {
            let time = NaiveTime::parse_from_str(text, form).ok()?;
            Some((time - NaiveTime::MIN).num_milliseconds() as f64 / 60_000.0)
        });
        if is_end { Some(MINUTES) } else { time }
    };
    match text.split_once('T') {
        None if iso_date(text).is_some() => iso_date(text).map_or_else(other, Value::Date),
        None => time(text).map_or_else(other, of_minutes),
        Some((date, of_day)) if NO_DAY.contains(&date) => {
            time(of_day).map_or_else(other, of_minutes)
        }
        Some((date, of_day)) => {
            let moment = iso_date(date).zip(time(of_day)).and_then(|(date, minutes)| {
                let since = TimeDelta::milliseconds((minutes * 60_000.0).round() as i64);
                date.and_time(NaiveTime::MIN).checked_add_signed(since)
            });
            moment.map_or_else(other, of_moment)
        }
    }
}

/// Minutes of `9H30M0.000S`.
fn minutes(length: &str) -> Option<f64> {
    let (mut rest, mut total) = (length, 0.0);
    for (unit, minutes) in [('H', 60.0), ('M', 1.0), ('S', 1.0 / 60.0)] {
        if let Some((number, more)) = rest.split_once(unit) {
            let is_number = |c: char| c.is_ascii_digit() || c == '.';
            total +=
                number.parse::<f64>().ok().filter(|_| number.chars().all(is_number))? * minutes;
            rest = more;
        }
    }
    (rest.is_empty() && !length.is_empty()).then_some(total)
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    #[test]
    fn dates_and_times_may_be_a_hair_off() {
        for (number, text) in [
            (46264.9999999998, "2026-08-31"),
            (46265.0, "2026-08-31"),
            (46265.000001, "2026-08-31"),
            (46265.5, "2026-08-31 12:00:00"),
            (0.375, "09:00"),
            (0.374999, "09:00"),
            (0.99999999, "24:00"),
            (0.3751, "9:00:09"),
        ] {
            let moment = ExcelDateTime::new(number, ExcelDateTimeType::DateTime, false);
            assert_eq!(of_number(moment).to_string(), text, "{number}");
        }
        for (number, text) in [(1.0, "24:00"), (1.0000000001, "24:00"), (1.5, "36:00:00")] {
            let moment = ExcelDateTime::new(number, ExcelDateTimeType::TimeDelta, false);
            assert_eq!(of_number(moment).to_string(), text, "{number}");
        }
    }

    #[test]
    fn dates_and_times_of_strict_workbooks_are_read() {
        for (iso, text) in [
            ("2026-08-31", "2026-08-31"),
            ("2026-08-31T00:00:00.000", "2026-08-31"),
            ("2026-08-31T00:00:00Z", "2026-08-31"),
            ("2026-08-30T23:59:59.999", "2026-08-31"),
            ("2026-08-31T12:00", "2026-08-31 12:00:00"),
            ("09:00", "09:00"),
            ("09:00:00", "09:00"),
            ("09:00:00.000", "09:00"),
            ("08:59:59.997", "09:00"),
            ("24:00:00", "24:00"),
            ("09:00:30", "9:00:30"),
            ("1899-12-31T09:00:00.000", "09:00"),
            ("1899-12-30T00:00:00", "00:00"),
            ("1904-01-01T13:30:00Z", "13:30"),
            ("1899-12-31T09:00:30", "9:00:30"),
            ("1899-12-29T09:00:00", "1899-12-29 09:00:00"),
            ("PT9H0M0.000S", "09:00"),
            ("PT09H00M00S", "09:00"),
            ("PT24H0M0.000S", "24:00"),
            ("PT90M", "01:30"),
            ("PT25H", "25:00:00"),
            ("PT", "PT"),
            ("P1D", "P1D"),
            ("+2026-8-31", "+2026-8-31"),
            ("2026-13-31", "2026-13-31"),
            ("25:00", "25:00"),
        ] {
            assert_eq!(of_iso(iso).to_string(), text, "{iso}");
        }
    }
}
