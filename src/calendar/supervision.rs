//! When supervisors are there (docs/model.md section 5).

use super::Calendar;
use crate::roster::{Day, Span, Supervisor, SupervisorIx, Window};

impl Calendar<'_> {
    /// Whether a supervisor is there for a whole stretch of a day.
    pub fn is_available(&self, supervisor: SupervisorIx, day: Day, span: Span) -> bool {
        let supervisor = &self.roster.supervisors[supervisor];
        let absent = supervisor.absences.iter().any(|absence| absence.overlaps(day, span));
        if absent || self.is_closed_for(supervisor, day) {
            return false;
        }
        let mut windows: Vec<Span> = supervisor
            .availability
            .iter()
            .filter(|window| window.holds(&self.roster.period, day))
            .map(|window| window.span)
            .collect();
        windows.sort_unstable();
        // Windows that overlap or adjoin count as one: walk them as far as they reach on.
        let mut reached = span.start;
        for window in windows {
            if window.start <= reached {
                reached = reached.max(window.end);
            }
        }
        reached >= span.end
    }

    /// Whether a supervisor is there for any minute of the period.
    pub fn is_ever_available(&self, supervisor: SupervisorIx) -> bool {
        let supervisor = &self.roster.supervisors[supervisor];
        let period = &self.roster.period;
        let is_there = |window: &Window, day: Day| {
            let away = supervisor.absences.iter().filter(|a| a.overlaps(day, window.span));
            let away = away.map(|absence| Span {
                start: absence.span.start.max(window.span.start),
                end: absence.span.end.min(window.span.end),
            });
            window.weeks.holds(period.week(day))
                && !self.is_closed_for(supervisor, day)
                && Span::union_minutes(away.collect()) < window.span.minutes()
        };
        supervisor.availability.iter().any(|window| {
            let mut days = period.weekdays(window.weekday, window.from, window.to);
            days.any(|day| is_there(window, day))
        })
    }

    fn is_closed_for(&self, supervisor: &Supervisor, day: Day) -> bool {
        let organisations = &supervisor.organisations;
        self.closures.everything(day)
            || (!organisations.is_empty()
                && organisations.iter().all(|&o| self.closures.organisation(o, day)))
    }

    /// At how many of the meetings a supervisor is there.
    pub fn times_available(&self, supervisor: SupervisorIx, days: &[Day], span: Span) -> u32 {
        days.iter().filter(|&&day| self.is_available(supervisor, day, span)).count() as u32
    }
}
