//! A member can come to a good share of the meetings.

use super::{Bound, EvaluatedPlan, Kind, Parameter, Rule, Slots, Specification};
use crate::plan::{Cause, Person, ScoreBreakdown};

/// Amount: 1 for each member who comes to less than `percent` of their counted meetings, or has none.
pub struct ShareOfMeetings;

/// The share of their counted meetings to which a member has to come.
pub const PERCENT: Parameter = Parameter { name: "percent", default: 50, least: 0, most: 100 };
/// What is fixed about it.
pub const SPEC: Specification = Specification {
    parameters: &[PERCENT],
    ..Specification::required("share-of-meetings", Kind::Person, Slots::EachTeam)
};

/// Whether a member comes to too few of their counted meetings.
pub fn is_short(comes: u32, counted: u32, percent: i64) -> bool {
    counted == 0 || i64::from(comes) * 100 < percent * i64::from(counted)
}

impl Rule for ShareOfMeetings {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            let setting = evaluated.settings.setting(team.environment, SPEC.id);
            for (&member, at) in team.members.iter().zip(&evaluated.attendance[index]) {
                if is_short(at.comes, at.counted, setting.parameter(PERCENT.name)) {
                    let person = Some(Person::Participant(member));
                    let details = || {
                        vec![("comes", at.comes.to_string()), ("counted", at.counted.to_string())]
                    };
                    let cause = || Cause::new("cause-share-of-meetings", details());
                    breakdown.charge(SPEC.id, setting.unit(), Some(index), person, cause);
                }
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::EACH_MEMBER
    }
}
