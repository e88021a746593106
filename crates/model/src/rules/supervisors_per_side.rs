//! A team has its supervisors of each side.

use super::{
    Bound, EvaluatedPlan, Kind, PenaltyBound, Rule, Slots, Specification, supervisor_available,
};
use crate::plan::{Cause, ScoreBreakdown};
use crate::roster::{Side, SupervisorIx, TeamIx};

/// Amount: 1 for each supervisor of a side short of the fewest and each beyond the most. The planner
/// never goes beyond the most; a side that is not mentioned has none.
pub struct SupervisorsPerSide;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::required("supervisors-per-side", Kind::Team, Slots::Ignored);

/// How many supervisors who are not in the team could serve it on the side at its slot.
fn available(evaluated: &EvaluatedPlan, index: TeamIx, side: Side) -> usize {
    let (team, series) = (&evaluated.plan.teams[index], &evaluated.series[index]);
    let percent = supervisor_available::percent(evaluated.settings, team.environment);
    let could = |&supervisor: &SupervisorIx| {
        !team.supervisors.iter().any(|&(serving, _)| serving == supervisor)
            && supervisor_available::is_there(evaluated.calendar, supervisor, series, percent)
    };
    evaluated.fitting.on(side, team.slot.location).iter().filter(|one| could(one)).count()
}

impl Rule for SupervisorsPerSide {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            let unit = evaluated.settings.setting(team.environment, SPEC.id).unit();
            for side in [Side::Education, Side::Practice] {
                let needs = &evaluated.environment(team).supervision;
                let need = needs.iter().find(|need| need.side == side);
                let (min, max) = need.map_or((0, 0), |need| (need.min as usize, need.max as usize));
                let has = team.supervisors.iter().filter(|&&(_, of)| of == side).count();
                let amount = min.saturating_sub(has) + has.saturating_sub(max);
                let message = match side {
                    Side::Education => "cause-supervisors-education",
                    Side::Practice => "cause-supervisors-practice",
                };
                let details = || {
                    let wanted = if min == max { min.to_string() } else { format!("{min}-{max}") };
                    let could = available(evaluated, index, side).to_string();
                    vec![("has", has.to_string()), ("wanted", wanted), ("could", could)]
                };
                let cause = || Cause::new(message, details());
                breakdown.charge(SPEC.id, unit * amount as i64, Some(index), None, cause);
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|context| {
            let short = context.environment().supervision.iter().map(|need| i128::from(need.min));
            PenaltyBound { team: short.sum(), ..PenaltyBound::default() }
        })
    }
}
