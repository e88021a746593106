//! Random dates, times and windows.

use chrono::{Days, NaiveDate};
use leerteam::wire::v1::{WeekPattern, Window};

use super::Draw;

/// First dates of a period: a Monday; one in mid-week; before the clock goes back, before it goes
/// forward; and one from which week 53 and another year follow.
const FIRST: [&str; 5] = ["2026-09-07", "2026-09-10", "2026-10-12", "2026-03-16", "2026-12-14"];

/// The period, and the days of the week on which most things happen.
pub struct Times {
    /// Length of the period.
    pub days: i32,
    first: NaiveDate,
    weekdays: [i32; 2],
}

/// A time of day.
pub fn clock(minutes: i32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

impl Times {
    /// A period of three to seven weeks.
    pub fn new(draw: &mut Draw) -> Times {
        let first = draw.pick(&FIRST).parse().expect("a date");
        let weekdays = draw.pick(&[[1, 2], [2, 4], [3, 7], [5, 6]]);
        Times { days: draw.int(21..=49), first, weekdays }
    }

    /// A date, so many days after the first.
    pub fn date(&self, after: i32) -> String {
        let date = match u64::try_from(after) {
            Ok(after) => self.first + Days::new(after),
            Err(_) => self.first - Days::new(after.unsigned_abs().into()),
        };
        date.to_string()
    }

    /// First and last date of a stretch, which may begin before the period and end after it; the
    /// last may be left out.
    pub fn dates(&self, draw: &mut Draw, most: i32) -> (String, String) {
        let first = draw.int(-3..=self.days + 1);
        let last = if draw.chance(0.3) { None } else { Some(first + draw.int(0..=most)) };
        (self.date(first), last.map_or_else(String::new, |last| self.date(last)))
    }

    /// A day of the week, mostly one of the two on which people meet.
    pub fn weekday(&self, draw: &mut Draw) -> i32 {
        if draw.chance(0.9) { draw.pick(&self.weekdays) } else { draw.int(1..=7) }
    }

    /// Some stretch of a day, some weeks, some part of the period.
    pub fn window(&self, draw: &mut Draw) -> Window {
        let start = if draw.chance(0.9) { draw.int(15..=32) * 30 } else { draw.int(0..=1400) };
        let length = if draw.chance(0.8) { draw.int(1..=10) * 30 } else { draw.int(1..=700) };
        let every = draw.int(1..=4);
        let patterned = draw.chance(0.3);
        let mut window = Window {
            weekday: self.weekday(draw),
            start_time: clock(start),
            end_time: clock((start + length).min(24 * 60)),
            weeks: patterned.then(|| WeekPattern { every, offset: draw.int(0..=every - 1) }),
            ..Window::default()
        };
        if draw.chance(0.2) {
            window.valid_from = self.date(draw.int(-2..=self.days / 2));
        }
        if draw.chance(0.2) {
            window.valid_to = self.date(draw.int(self.days / 2..=self.days + 1));
        }
        window
    }

    /// The same stretch on both days on which people meet, in every week.
    pub fn both_days(&self, start: i32, end: i32) -> Vec<Window> {
        let on = |weekday| Window {
            weekday,
            start_time: clock(start),
            end_time: clock(end),
            ..Window::default()
        };
        self.weekdays.map(on).into()
    }
}
