//! Times of day, stretches of a day and weekly windows.

use std::fmt;

use chrono::Weekday;

use super::{Day, PlanningPeriod, Weeks};

/// A time of day in whole minutes since midnight, 0 to 1440 (24:00).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock(u16);

impl Clock {
    /// Midnight at the end of the day.
    pub const MIDNIGHT: Clock = Clock(24 * 60);

    /// From minutes since midnight, up to 1440.
    pub fn from_minutes(minutes: u32) -> Option<Clock> {
        u16::try_from(minutes).ok().map(Clock).filter(|clock| *clock <= Clock::MIDNIGHT)
    }

    /// From `HH:MM`; `24:00` is the end of the day.
    pub fn parse(text: &str) -> Option<Clock> {
        let (hours, minutes) = text.split_once(':')?;
        let digits = |part: &str, most: usize| {
            (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !digits(hours, 2) || minutes.len() != 2 || !digits(minutes, 2) {
            return None;
        }
        let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
        if minutes < 60 { Clock::from_minutes(hours * 60 + minutes) } else { None }
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> u32 {
        u32::from(self.0)
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// A stretch of one day, from its start up to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// From, included.
    pub start: Clock,
    /// To, excluded.
    pub end: Clock,
}

impl Span {
    /// The whole day.
    pub const DAY: Span = Span { start: Clock(0), end: Clock::MIDNIGHT };

    /// Whether the two have a minute in common.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether all of `other` is within this.
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Length in minutes.
    pub fn minutes(self) -> u32 {
        self.end.minutes().saturating_sub(self.start.minutes())
    }

    /// Minutes that the spans cover together, overlaps counted once.
    pub fn union_minutes(mut spans: Vec<Span>) -> u32 {
        spans.sort_unstable();
        let (mut total, mut reached) = (0, 0);
        for span in spans {
            let from = span.start.minutes().max(reached);
            total += span.end.minutes().saturating_sub(from);
            reached = reached.max(span.end.minutes());
        }
        total
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}-{}", self.start, self.end)
    }
}

/// Every `every` weeks, in the weeks whose number leaves `offset`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekPattern {
    /// Every how many weeks, at least 1.
    pub every: u32,
    /// Which of them, below `every`.
    pub offset: u32,
}

impl WeekPattern {
    /// Every week.
    pub const WEEKLY: WeekPattern = WeekPattern { every: 1, offset: 0 };

    /// All weeks in which it holds.
    pub fn weeks(self) -> Weeks {
        Weeks::every(self.every, self.offset)
    }
}

/// A recurring stretch of one weekday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// The day of the week.
    pub weekday: Weekday,
    /// From and to.
    pub span: Span,
    /// In which weeks.
    pub weeks: WeekPattern,
    /// First day it holds.
    pub from: Day,
    /// Last day it holds.
    pub to: Day,
}

impl Window {
    /// The weeks in which it holds, on its weekday (docs/model.md section 1).
    pub fn weeks(&self, period: &PlanningPeriod) -> Weeks {
        period.weeks(self.weekday, self.from, self.to).and(self.weeks.weeks())
    }

    /// Whether two windows have a minute in common on some day.
    pub fn overlaps(&self, period: &PlanningPeriod, other: &Window) -> bool {
        self.weekday == other.weekday
            && self.span.overlaps(other.span)
            && !self.weeks(period).and(other.weeks(period)).is_empty()
    }
}
