//! All meetings of a slot at once.

use chrono::Weekday;

use crate::roster::{Day, Participant, PlanningPeriod, Span, Weeks, Window};

/// The meetings of a slot: a stretch of a weekday, in some weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Series {
    /// The day of the week.
    pub weekday: Weekday,
    /// From and to.
    pub span: Span,
    /// The weeks with a meeting.
    pub weeks: Weeks,
}

impl Series {
    /// Number of meetings.
    pub fn count(&self) -> u32 {
        self.weeks.count()
    }

    /// The days of the meetings, in order.
    pub fn days(&self, period: &PlanningPeriod) -> Vec<Day> {
        self.weeks.iter().map(|week| period.day_in(self.weekday, week)).collect()
    }

    /// Whether some meeting is at a moment at which a participant never meets.
    pub fn is_never_for(&self, participant: &Participant, period: &PlanningPeriod) -> bool {
        let overlaps =
            |window: &&Window| window.weekday == self.weekday && window.span.overlaps(self.span);
        let mut windows = participant.pins.never.iter().filter(overlaps);
        windows.any(|window| !window.weeks(period).and(self.weeks).is_empty())
    }

    /// Whether meetings of both overlap on some day.
    pub fn overlaps(&self, other: &Series) -> bool {
        self.span.overlaps(other.span) && self.shares_a_day(other)
    }

    /// Whether some day has meetings of both.
    pub fn shares_a_day(&self, other: &Series) -> bool {
        self.weekday == other.weekday && !self.weeks.and(other.weeks).is_empty()
    }
}
