//! Members are there in the same period.

use super::share::percent;
use super::{Bound, EvaluatedPlan, Kind, PenaltyBound, Rule, Slots, Specification};
use crate::plan::{Cause, Person, ScoreBreakdown};

/// Amount: for each member the percentage, halves up, of the team's meetings at which the member is
/// not counted: those after leaving and before coming.
pub struct SamePeriod;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::weighed("same-period", Kind::Person, Slots::EachTeam, 1);

/// The percentage of the meetings at which a member is not counted.
pub fn missed(counted: u32, meetings: u32) -> i64 {
    percent(i64::from(meetings.saturating_sub(counted)), i64::from(meetings))
}

impl Rule for SamePeriod {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            let unit = evaluated.settings.setting(team.environment, SPEC.id).unit();
            let meetings = evaluated.series[index].count();
            for (&member, at) in team.members.iter().zip(&evaluated.attendance[index]) {
                let person = Some(Person::Participant(member));
                let details = || {
                    let numbers = [("counted", at.counted), ("meetings", meetings)];
                    numbers.map(|(name, number)| (name, number.to_string())).to_vec()
                };
                let cause = || Cause::new("cause-same-period", details());
                let amount = missed(at.counted, meetings);
                breakdown.charge(SPEC.id, unit * amount, Some(index), person, cause);
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|_| PenaltyBound { member: 100, ..PenaltyBound::default() })
    }
}
