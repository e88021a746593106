//! When supervisors are there (docs/model.md section 5).

use super::Calendar;
use crate::roster::{Day, Span, SupervisorIx};

impl Calendar<'_> {
    /// Whether a supervisor is there for a whole stretch of a day.
    pub fn is_available(&self, supervisor: SupervisorIx, day: Day, span: Span) -> bool {
        let supervisor = &self.roster.supervisors[supervisor];
        let organisations = &supervisor.organisations;
        let away = self.closures.everything(day)
            || (!organisations.is_empty()
                && organisations.iter().all(|&o| self.closures.organisation(o, day)))
            || supervisor.absences.iter().any(|absence| absence.overlaps(day, span));
        if away {
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

    /// At how many of the meetings a supervisor is there.
    pub fn times_available(&self, supervisor: SupervisorIx, days: &[Day], span: Span) -> u32 {
        days.iter().filter(|&&day| self.is_available(supervisor, day, span)).count() as u32
    }
}
