//! When supervisors are there (docs/model.md section 5).

use chrono::Weekday;

use super::{Calendar, Series};
use crate::roster::{OrganisationIx, Span, Supervisor, SupervisorIx, Weeks, Window};

impl Calendar<'_> {
    /// The meetings of a series at which a supervisor is there all the time.
    pub fn available(&self, supervisor: SupervisorIx, series: &Series) -> Weeks {
        let (supervisor, period) = (&self.roster.supervisors[supervisor], &self.roster.period);
        let Series { weekday, span, weeks } = *series;
        let on_day = |w: &&Window| w.weekday == weekday && w.span.overlaps(span);
        let mut windows: Vec<(Span, Weeks)> = supervisor
            .availability
            .iter()
            .filter(on_day)
            .map(|window| (window.span, window.weeks(period)))
            .collect();
        if windows.is_empty() && span.minutes() > 0 {
            return Weeks::NONE;
        }
        let away = supervisor.absences.iter().filter(|absence| absence.span.overlaps(span));
        let away = away.map(|absence| period.weeks(weekday, absence.from, absence.to));
        let away = away.fold(self.closed_for(supervisor, weekday), Weeks::or);
        windows.sort_unstable();
        // Windows that overlap or adjoin count as one: walk them as far as they reach on.
        let reaches_end = |week: u32| {
            let holding = windows.iter().filter(|(_, weeks)| weeks.has(week));
            let reach = |reached, (window, _): &(Span, Weeks)| {
                if window.start <= reached { window.end.max(reached) } else { reached }
            };
            holding.fold(span.start, reach) >= span.end
        };
        let sets = windows.iter().map(|&(_, weeks)| weeks);
        let parts = weeks.without(away).parts(sets);
        parts.filter(|&(week, _)| reaches_end(week)).fold(Weeks::NONE, |all, (_, w)| all.or(w))
    }

    /// Whether a supervisor is there for any minute of the period.
    pub fn is_ever_available(&self, supervisor: SupervisorIx) -> bool {
        let supervisor = &self.roster.supervisors[supervisor];
        let period = &self.roster.period;
        supervisor.availability.iter().any(|window| {
            let weekday = window.weekday;
            let absences = || supervisor.absences.iter().filter(|a| a.span.overlaps(window.span));
            let weeks =
                |absence: &crate::roster::Absence| period.weeks(weekday, absence.from, absence.to);
            let is_free = |week: u32| {
                let away = absences().filter(|absence| weeks(absence).has(week));
                let away = away.map(|absence| Span {
                    start: absence.span.start.max(window.span.start),
                    end: absence.span.end.min(window.span.end),
                });
                Span::union_minutes(away.collect()) < window.span.minutes()
            };
            let open = window.weeks(period).without(self.closed_for(supervisor, weekday));
            open.parts(absences().map(weeks)).any(|(week, _)| is_free(week))
        })
    }

    fn closed_for(&self, supervisor: &Supervisor, weekday: Weekday) -> Weeks {
        let closed = |&o: &OrganisationIx| self.closures.organisation(o, weekday);
        let all = supervisor.organisations.iter().map(closed).reduce(Weeks::and);
        all.unwrap_or_default().or(self.closures.everything(weekday))
    }
}
