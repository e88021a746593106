//! School years with their holidays, and windows in them.

use leerteam_wire::v1::{Closure, PlanningPeriod, WeekPattern, Weekday, Window};

/// First date of the school year 2020-2021.
pub const FIRST_DATE: &str = "2020-08-31";
/// Last date of the school year 2020-2021.
pub const LAST_DATE: &str = "2021-07-09";
/// Last date of the first half year.
pub const FIRST_HALF_END: &str = "2021-01-31";
/// First date of the second half year.
pub const SECOND_HALF_START: &str = "2021-02-01";

/// Monday to Friday; examples count weekdays by their place in this list.
pub const WORKDAYS: [Weekday; 5] =
    [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];

/// First and last date and reason of a holiday.
type Holiday = (&'static str, &'static str, &'static str);

/// A school year in a holiday region.
pub struct Year {
    first: &'static str,
    last: &'static str,
    holidays: [Holiday; 8],
}

const NORTH_2020_HOLIDAYS: [Holiday; 8] = [
    ("2020-10-10", "2020-10-18", "Herfstvakantie"),
    ("2020-12-19", "2021-01-03", "Kerstvakantie"),
    ("2021-02-20", "2021-02-28", "Voorjaarsvakantie"),
    ("2021-04-05", "2021-04-05", "Tweede paasdag"),
    ("2021-04-27", "2021-04-27", "Koningsdag"),
    ("2021-05-01", "2021-05-09", "Meivakantie"),
    ("2021-05-13", "2021-05-14", "Hemelvaart"),
    ("2021-05-24", "2021-05-24", "Tweede pinksterdag"),
];

/// Mondays of weeks without a holiday, for things that happen in one week of the year.
pub const FULL_WEEKS: [&str; 12] = [
    "2020-09-21",
    "2020-10-05",
    "2020-11-02",
    "2020-11-16",
    "2020-11-30",
    "2021-01-11",
    "2021-01-25",
    "2021-02-08",
    "2021-03-08",
    "2021-03-22",
    "2021-05-31",
    "2021-06-14",
];

/// 2020-2021 in the north.
pub const NORTH_2020: Year =
    Year { first: FIRST_DATE, last: LAST_DATE, holidays: NORTH_2020_HOLIDAYS };
/// 2024-2025 in the north.
pub const NORTH_2024: Year =
    year_2024("2025-07-11", ("2025-02-15", "2025-02-23", "Voorjaarsvakantie"));
/// 2024-2025 in the middle of the country.
pub const MIDDLE_2024: Year =
    year_2024("2025-07-18", ("2025-02-22", "2025-03-02", "Voorjaarsvakantie"));

/// What differs between the regions is the spring holiday and the last date.
const fn year_2024(last: &'static str, spring: Holiday) -> Year {
    Year {
        first: "2024-09-02",
        last,
        holidays: [
            ("2024-10-26", "2024-11-03", "Herfstvakantie"),
            ("2024-12-21", "2025-01-05", "Kerstvakantie"),
            spring,
            ("2025-04-21", "2025-04-21", "Tweede paasdag"),
            ("2025-04-26", "2025-05-04", "Meivakantie"),
            ("2025-05-05", "2025-05-05", "Bevrijdingsdag"),
            ("2025-05-29", "2025-05-30", "Hemelvaart"),
            ("2025-06-09", "2025-06-09", "Tweede pinksterdag"),
        ],
    }
}

impl Year {
    /// The planning period with its holidays.
    pub fn period(&self) -> PlanningPeriod {
        PlanningPeriod {
            first_date: self.first.into(),
            last_date: self.last.into(),
            time_zone: "Europe/Amsterdam".into(),
            closures: self
                .holidays
                .map(|(first, last, reason)| Closure {
                    first_date: first.into(),
                    last_date: last.into(),
                    reason: reason.into(),
                    ..Default::default()
                })
                .into(),
        }
    }
}

/// Every week on this weekday (0 is Monday), from and to these times.
pub fn window(day: usize, start: &str, end: &str) -> Window {
    Window {
        weekday: WORKDAYS[day].into(),
        start_time: start.into(),
        end_time: end.into(),
        ..Default::default()
    }
}

/// This window in one of every so many weeks.
pub fn every(weeks: i32, offset: i32, window: Window) -> Window {
    Window { weeks: Some(WeekPattern { every: weeks, offset }), ..window }
}

/// This window from the first to the last of these dates.
pub fn dated(first: &str, last: &str, window: Window) -> Window {
    Window { valid_from: first.into(), valid_to: last.into(), ..window }
}

/// The same hours on each of these weekdays.
pub fn windows(days: &[usize], start: &str, end: &str) -> Vec<Window> {
    days.iter().map(|&day| window(day, start, end)).collect()
}

/// The same hours from Monday to Friday.
pub fn every_workday(start: &str, end: &str) -> Vec<Window> {
    windows(&[0, 1, 2, 3, 4], start, end)
}

/// The date `days` after a Monday from [`FULL_WEEKS`]: its weekday in that week.
pub fn day_of_week(monday: &str, days: u32) -> String {
    let day = chrono::NaiveDate::parse_from_str(monday, "%Y-%m-%d")
        .expect("the dates of this file are dates");
    (day + chrono::Days::new(days.into())).to_string()
}
