//! A supervisor is there at the meetings.

use super::{Bound, EvaluatedPlan, Kind, Parameter, Rule, Settings, Slots, Specification};
use crate::calendar::{Calendar, Series};
use crate::plan::{Cause, Person, ScoreBreakdown};
use crate::roster::{EnvironmentIx, SupervisorIx};

/// Amount: 1 for each supervisor of a team who is there at less than `percent` of its meetings. It is
/// not all of them, so that a week's leave does not rule out a whole year.
pub struct SupervisorAvailable;

const PERCENT: Parameter = Parameter { name: "percent", default: 80, least: 0, most: 100 };
/// What is fixed about it.
pub const SPEC: Specification = Specification {
    parameters: &[PERCENT],
    ..Specification::kept("supervisor-available", Kind::Person, Slots::EachTeam)
};

/// The share of meetings at which a supervisor has to be there, in an environment.
pub fn percent(settings: &Settings, environment: EnvironmentIx) -> i64 {
    settings.setting(environment, SPEC.id).parameter(PERCENT.name)
}

/// Whether a supervisor is there at that share of the meetings.
pub fn is_there(
    calendar: &Calendar,
    supervisor: SupervisorIx,
    series: &Series,
    percent: i64,
) -> bool {
    let times = calendar.available(supervisor, series).count();
    i64::from(times) * 100 >= percent * i64::from(series.count())
}

impl Rule for SupervisorAvailable {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            let unit = evaluated.settings.setting(team.environment, SPEC.id).unit();
            let percent = percent(evaluated.settings, team.environment);
            let series = &evaluated.series[index];
            for &(supervisor, _) in &team.supervisors {
                if !is_there(evaluated.calendar, supervisor, series, percent) {
                    let times = evaluated.calendar.available(supervisor, series).count();
                    let person = Some(Person::Supervisor(supervisor));
                    let numbers = [("times", times), ("meetings", series.count())];
                    let details = numbers.map(|(name, number)| (name, number.to_string()));
                    let cause = || Cause::new("cause-supervisor-available", details.to_vec());
                    breakdown.charge(SPEC.id, unit, Some(index), person, cause);
                }
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::EACH_MEMBER
    }
}
