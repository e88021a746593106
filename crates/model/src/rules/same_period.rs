//! Members are there in the same period.

use super::share::percent;
use super::{Bound, Kind, Most, Rule, Scene, Slots, Specification};
use crate::plan::{Cause, Ledger, Person};

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

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        for (index, team) in scene.teams() {
            let unit = scene.settings.of(team.environment, SPEC.id).unit();
            let meetings = scene.series[index].count();
            for (&member, at) in team.members.iter().zip(&scene.attendance[index]) {
                let person = Some(Person::Participant(member));
                let details = || {
                    let numbers = [("counted", at.counted), ("meetings", meetings)];
                    numbers.map(|(name, number)| (name, number.to_string())).to_vec()
                };
                let cause = || Cause::new("cause-same-period", details());
                let amount = missed(at.counted, meetings);
                ledger.charge(SPEC.id, unit * amount, Some(index), person, cause);
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|_| Most { member: 100, ..Most::default() })
    }
}
