//! A team meets inside the meeting hours, at a location of its environment that is open.

use super::{Bound, EvaluatedPlan, Kind, Rule, Slots, Specification};
use crate::plan::{Cause, ScoreBreakdown};

/// Amount: 1 for each team whose slot has no meetings, or is at a location that is not one of the
/// environment's (on line where it has locations, or the other way round), or has a week offset
/// beyond the rhythm. Candidate slots have none of this.
pub struct SlotInHours;

/// What is fixed about it.
pub const SPEC: Specification = Specification::kept("slot", Kind::Team, Slots::EachTeam);

impl Rule for SlotInHours {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            let environment = evaluated.environment(team);
            let unit = evaluated.settings.setting(team.environment, SPEC.id).unit();
            let place = match team.slot.location {
                None => environment.locations.is_empty(),
                Some(location) => environment.locations.contains(&location),
            };
            let rhythm = team.slot.week_offset < environment.form.every_weeks;
            if evaluated.series[index].weeks.is_empty() || !place || !rhythm {
                let message = if place { "cause-slot-hours" } else { "cause-slot-place" };
                let cause = || Cause::new(message, vec![]);
                breakdown.charge(SPEC.id, unit, Some(index), None, cause);
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::EACH_MEMBER
    }
}
