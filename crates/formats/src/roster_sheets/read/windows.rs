//! Recurring stretches as values of the message.

use chrono::{Datelike, Days, NaiveDate};
use serde_json::{Map, Value as Json, json};

use super::super::layout::WEEKDAY;
use super::super::parse::{Problem, Recurring, Weeks};
use leerteam_model::roster::{Clock, Code};

/// What the weeks of stretches are counted from.
#[derive(Clone, Copy, Debug)]
pub struct Period {
    /// First date.
    pub first: NaiveDate,
    /// Last date.
    pub last: NaiveDate,
}

/// What a row or a part of a cell says of stretches.
#[derive(Clone, Debug, Default)]
pub struct StatedWindow {
    /// The days, 1 for Monday.
    pub days: Vec<u32>,
    /// From.
    pub start: Option<Clock>,
    /// To.
    pub end: Option<Clock>,
    /// In which weeks.
    pub weeks: Option<Weeks>,
    /// First date.
    pub from: Option<NaiveDate>,
    /// Last date.
    pub to: Option<NaiveDate>,
}

/// The longest stretch over midnight that is taken for one, in minutes: in a longer one the ends are probably
/// swapped.
const LONGEST_NIGHT: u32 = 12 * 60;

impl StatedWindow {
    /// From and to, if that is over midnight: the end is on the next day.
    pub fn night(&self) -> Option<(Clock, Clock)> {
        let (start, end) = (self.start?, self.end?);
        let length = (Clock::MIDNIGHT.minutes() + end.minutes()).checked_sub(start.minutes())?;
        (end < start && start < Clock::MIDNIGHT && length <= LONGEST_NIGHT).then_some((start, end))
    }

    /// From and to, if the end does not come after the start and that is no night.
    pub fn reversed(&self) -> Option<(Clock, Clock)> {
        let (start, end) = (self.start?, self.end?);
        (end <= start && self.night().is_none()).then_some((start, end))
    }

    /// Whether times, weeks or dates that these tell the others tell too.
    pub fn is_stated_by(&self, other: &StatedWindow) -> bool {
        let times = |stated: &StatedWindow| stated.start.is_some() || stated.end.is_some();
        let dates = |stated: &StatedWindow| stated.from.is_some() || stated.to.is_some();
        (times(self) && times(other))
            || (self.weeks.is_some() && other.weeks.is_some())
            || (dates(self) && dates(other))
    }

    /// What these tell, and else the others.
    pub fn or(self, other: &StatedWindow) -> StatedWindow {
        StatedWindow {
            days: self.days,
            start: self.start.or(other.start),
            end: self.end.or(other.end),
            weeks: self.weeks.or(other.weeks),
            from: self.from.or(other.from),
            to: self.to.or(other.to),
        }
    }
}

impl From<Recurring> for StatedWindow {
    fn from(recurring: Recurring) -> StatedWindow {
        let Recurring { days, span, weeks, valid } = recurring;
        StatedWindow {
            days,
            start: span.map(|(start, _)| start),
            end: span.map(|(_, end)| end),
            weeks,
            from: valid.and_then(|(from, _)| from),
            to: valid.and_then(|(_, to)| to),
        }
    }
}

/// The windows: one for each day, and for each stretch of weeks whose numbers are even and odd in turn. Without
/// days it is one, for what else is stated.
///
/// # Errors
/// Weeks are counted from the period's first date, so they cannot be read without one.
pub fn windows(stated: &StatedWindow, period: Option<Period>) -> Result<Vec<Json>, Problem> {
    let mut windows = Vec::new();
    for stretch in stretches(stated, period)? {
        let days = if stated.days.is_empty() { &[0][..] } else { &stated.days };
        for &day in days {
            match stated.night() {
                None => windows.push(window(day, (stated.start, stated.end), stretch)),
                Some((start, end)) => {
                    let midnight = Some(Clock::MIDNIGHT);
                    windows.push(window(day, (Some(start), midnight), stretch));
                    if end > Clock::default() {
                        let (day, stretch) = next_day(day, stretch);
                        windows.push(window(day, (Some(Clock::default()), Some(end)), stretch));
                    }
                }
            }
        }
    }
    Ok(windows)
}

/// One window; without a weekday for day 0.
fn window(
    day: u32,
    (start, end): (Option<Clock>, Option<Clock>),
    (pattern, from, to): Stretch,
) -> Json {
    let mut window = Map::new();
    let weekday = (1..).zip(WEEKDAY.words).find(|(number, _)| *number == day);
    if let Some((_, (_, weekday))) = weekday {
        window.insert("weekday".into(), json!(weekday));
    }
    let mut put = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            window.insert(name.to_owned(), json!(value));
        }
    };
    put("startTime", start.map(|clock| clock.to_string()));
    put("endTime", end.map(|clock| clock.to_string()));
    put("validFrom", from.map(|date| date.to_string()));
    put("validTo", to.map(|date| date.to_string()));
    if let Some((every, offset)) = pattern {
        let mut weeks = json!({ "every": every });
        if offset > 0 {
            weeks["offset"] = json!(offset);
        }
        window.insert("weeks".into(), weeks);
    }
    Json::Object(window)
}

/// The day after, in the weeks and between the dates that belong to it.
fn next_day(day: u32, (pattern, from, to): Stretch) -> (u32, Stretch) {
    let later = |date: Option<NaiveDate>| date.map(|date| date.succ_opt().unwrap_or(date));
    let dates = (later(from), later(to));
    match day {
        // That of a Sunday is in the next week.
        7 => (1, (pattern.map(|(every, at)| (every, (at + 1) % every)), dates.0, dates.1)),
        0 => (0, (pattern, dates.0, dates.1)),
        day => (day + 1, (pattern, dates.0, dates.1)),
    }
}

type Stretch = (Option<(u32, u32)>, Option<NaiveDate>, Option<NaiveDate>);

/// Pattern of weeks, and first and last date.
fn stretches(stated: &StatedWindow, period: Option<Period>) -> Result<Vec<Stretch>, Problem> {
    let (from, to) = (stated.from, stated.to);
    let needed = || period.ok_or(Problem::new(Code::NoPeriod));
    match stated.weeks {
        None | Some(Weeks::Every) => Ok(vec![(None, from, to)]),
        Some(Weeks::From { every: 1, date }) => Ok(vec![(None, later(from, date), to)]),
        Some(Weeks::From { every, date }) => {
            let week = week(needed()?, date);
            let offset = week.rem_euclid(i64::from(every));
            // Where nothing of the first such week of the period is before the date, it says no more.
            let day = date.weekday().number_from_monday();
            let is_before = stated.days.is_empty() || stated.days.iter().any(|&of| of < day);
            let is_whole = week < i64::from(every) && (day == 1 || !is_before);
            let no_more = is_whole || date <= needed()?.first;
            let from = if no_more { from } else { later(from, date) };
            Ok(vec![(Some((every, offset as u32)), from, to)])
        }
        Some(Weeks::Parity { even }) => Ok(by_parity(even, from, to, needed()?)),
    }
}

/// The later of two first dates, of which one may be open.
fn later(from: Option<NaiveDate>, date: NaiveDate) -> Option<NaiveDate> {
    Some(from.map_or(date, |from| from.max(date)))
}

/// The week of a date, counted from that of the period's first date.
fn week(period: Period, date: NaiveDate) -> i64 {
    (monday(date) - monday(period.first)).num_days() / 7
}

fn monday(date: NaiveDate) -> NaiveDate {
    let days = Days::new(date.weekday().num_days_from_monday().into());
    date.checked_sub_days(days).unwrap_or(date)
}

/// Even or odd weeks. A year of 53 weeks ends and the next begins with an odd one, so there a new stretch
/// begins.
fn by_parity(
    even: bool,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    period: Period,
) -> Vec<Stretch> {
    let (first, last) = (from.unwrap_or(period.first), to.unwrap_or(period.last));
    let (first, last) = (first.max(period.first), last.min(period.last));
    let mut breaks = Vec::new();
    for year in first.iso_week().year()..last.iso_week().year() {
        let turn = NaiveDate::from_isoywd_opt(year + 1, 1, chrono::Weekday::Mon);
        let long = NaiveDate::from_isoywd_opt(year, 53, chrono::Weekday::Mon).is_some();
        breaks.extend(turn.filter(|turn| long && first < *turn && *turn <= last));
    }
    let starts = std::iter::once((from, first)).chain(breaks.iter().map(|&at| (Some(at), at)));
    let ends = breaks.iter().map(|at| at.pred_opt()).chain([to]);
    let stretch = |((from, first), to): ((Option<NaiveDate>, NaiveDate), _)| {
        let is_even = first.iso_week().week().is_multiple_of(2);
        let own = week(period, first);
        let offset = (own + i64::from(is_even != even)).rem_euclid(2);
        (Some((2, offset as u32)), from, to)
    };
    starts.zip(ends).map(stretch).collect()
}
