//! Reads dates, times of day and windows.

use chrono::{NaiveDate, Weekday};

use super::clock_or;
use super::path::Path;
use super::reader::Reader;
use crate::v1;
use leerteam_model::roster::{Clock, Code, Day, Findings, Span, WeekPattern, Window, iso_date};

/// An empty stretch of days: what stands for dates wholly outside the period.
const NO_DAYS: (Day, Day) = (1, 0);

/// The longest rhythm, in weeks.
pub(super) const MOST_WEEKS: u64 = 52;
/// The last week of the longest rhythm, counted from 0.
pub(super) const LAST_OFFSET: u32 = MOST_WEEKS as u32 - 1;

impl Reader {
    /// A time of day.
    pub fn clock(&mut self, at: &Path, text: &str) -> Clock {
        match (Clock::parse(text), text.is_empty()) {
            (Some(clock), _) => return clock,
            (None, true) => self.findings.add(Code::Missing, at, ""),
            (None, false) => self.findings.add(Code::NotATime, at, text),
        }
        Clock::default()
    }

    /// Two times of day that make a stretch.
    pub fn span(&mut self, at: &Path, start: &str, end: &str) -> Span {
        let errors = self.findings.count();
        let start_time = self.clock(&at.field("startTime"), start);
        let end_time = self.clock(&at.field("endTime"), end);
        if errors == self.findings.count() && start_time >= end_time {
            let details = vec![("start", start.to_owned()), ("end", end.to_owned())];
            self.findings.add_with(Code::Reversed, at.field("endTime"), end, details);
        }
        Span { start: start_time, end: end_time }
    }

    /// A stretch that may be left out: the whole day.
    pub fn span_or_day(&mut self, at: &Path, start: &str, end: &str) -> Span {
        let start_time = clock_or(self, &at.field("startTime"), start, Span::DAY.start);
        let end_time = clock_or(self, &at.field("endTime"), end, Span::DAY.end);
        if start_time >= end_time {
            let details = vec![("start", start_time.to_string()), ("end", end.to_owned())];
            self.findings.add_with(Code::Reversed, at.field("endTime"), end, details);
        }
        Span { start: start_time, end: end_time }
    }

    /// First and last day; the last may be left out: the first.
    pub fn dates(&mut self, at: &Path, first: &str, last: &str) -> (Day, Day) {
        if first.is_empty() {
            self.findings.add(Code::Missing, at.field("firstDate"), "");
        }
        let last = if last.is_empty() { first } else { last };
        self.days(at, ("firstDate", first), ("lastDate", last))
    }

    /// First and last day, each of which may be left out: those of the period. Days outside the
    /// period are cut off, with a warning if none is left.
    pub fn days(&mut self, at: &Path, first: (&str, &str), last: (&str, &str)) -> (Day, Day) {
        let mut read = |(field, text): (&str, &str), default: NaiveDate| match text {
            "" => Some(default),
            text => date(&mut self.findings, &at.field(field), text),
        };
        let (from, to) = (read(first, self.period.first), read(last, self.period.last));
        let (Some(from), Some(to)) = (from, to) else { return NO_DAYS };
        let field = at.field(last.0);
        if to < from && !first.1.is_empty() && !last.1.is_empty() {
            let details = vec![("start", first.1.to_owned()), ("end", last.1.to_owned())];
            self.findings.add_with(Code::Reversed, field, last.1, details);
            return NO_DAYS;
        }
        let day = |date: NaiveDate| self.period.day(date).unwrap_or_default();
        let days = (from.max(self.period.first), to.min(self.period.last));
        if days.1 < days.0 {
            let field = at.field(if first.1.is_empty() { last.0 } else { first.0 });
            let value = if first.1.is_empty() { last.1 } else { first.1 };
            let (start, end) = (self.period.first.to_string(), self.period.last.to_string());
            let details = vec![("start", start), ("end", end)];
            self.findings.add_with(Code::OutsidePeriod, field, value, details);
            return NO_DAYS;
        }
        (day(days.0), day(days.1))
    }

    /// A recurring stretch of a weekday.
    pub fn window(&mut self, at: &Path, wire: &v1::Window) -> Window {
        let weekday = self.required::<v1::Weekday>(&at.field("weekday"), wire.weekday);
        let span = self.span(at, &wire.start_time, &wire.end_time);
        let weeks = match &wire.weeks {
            None => WeekPattern::WEEKLY,
            Some(weeks) => self.weeks(&at.field("weeks"), weeks),
        };
        let days = (("validFrom", wire.valid_from.as_str()), ("validTo", wire.valid_to.as_str()));
        let (from, to) = self.days(at, days.0, days.1);
        Window { weekday: weekday.map_or(Weekday::Mon, to_weekday), span, weeks, from, to }
    }

    fn weeks(&mut self, at: &Path, wire: &v1::WeekPattern) -> WeekPattern {
        let every = if wire.every == 0 { 1 } else { wire.every };
        let every = self.number(&at.field("every"), every, 1, MOST_WEEKS);
        let offset = self.number(&at.field("offset"), wire.offset, 0, u64::from(every) - 1);
        WeekPattern { every, offset }
    }

    /// A window that must be there.
    pub fn required_window(&mut self, at: &Path, wire: Option<&v1::Window>) -> Window {
        if wire.is_none() {
            self.findings.add(Code::Missing, at, "");
            let (from, to) = NO_DAYS;
            let weeks = WeekPattern::WEEKLY;
            return Window { weekday: Weekday::Mon, span: Span::DAY, weeks, from, to };
        }
        self.window(at, wire.unwrap_or(&v1::Window::default()))
    }
}

/// A date, or a finding.
pub(super) fn date(findings: &mut Findings, at: &Path, text: &str) -> Option<NaiveDate> {
    let date = iso_date(text);
    match (&date, text.is_empty()) {
        (Some(_), _) => {}
        (None, true) => findings.add(Code::Missing, at, ""),
        (None, false) => findings.add(Code::NotADate, at, text),
    }
    date
}

/// A weekday of the wire.
pub(super) fn to_weekday(wire: v1::Weekday) -> Weekday {
    match wire {
        v1::Weekday::Unspecified | v1::Weekday::Monday => Weekday::Mon,
        v1::Weekday::Tuesday => Weekday::Tue,
        v1::Weekday::Wednesday => Weekday::Wed,
        v1::Weekday::Thursday => Weekday::Thu,
        v1::Weekday::Friday => Weekday::Fri,
        v1::Weekday::Saturday => Weekday::Sat,
        v1::Weekday::Sunday => Weekday::Sun,
    }
}
