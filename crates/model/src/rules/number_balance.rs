//! Every team is about average in what is counted in numbers.

use super::{Attributes, Bound, EvaluatedPlan, Kind, PenaltyBound, Rule, Slots, Specification};
use crate::plan::{Cause, ScoreBreakdown};
use crate::roster::{ParticipantIx, Roster};

/// Amount: for each team and number attribute, how far the members are from the mean of those
/// admitted, added up with their signs: in hundredths of the mean distance from it.
pub struct NumberBalance;

/// What is fixed about it.
pub const SPEC: Specification = Specification {
    attributes: Attributes::Numbers,
    ..Specification::weighed("number-balance", Kind::Team, Slots::Ignored, 1)
};

/// No one is farther away than this, so that sums stay within what is counted.
const FARTHEST: i128 = i32::MAX as i128;

/// The scale of one attribute among the participants admitted to an environment.
pub struct Scale<'a> {
    roster: &'a Roster,
    attribute: &'a str,
    people: i128,
    sum: i128,
    /// Of the distances from the mean, each times the number of people.
    distances: i128,
}

impl<'a> Scale<'a> {
    /// The scale of an attribute.
    pub fn new(roster: &'a Roster, admitted: &[ParticipantIx], attribute: &'a str) -> Scale<'a> {
        let value =
            |&participant: &ParticipantIx| roster.number(participant, attribute).map(i128::from);
        let values: Vec<i128> = admitted.iter().filter_map(value).collect();
        let (people, sum) = (values.len() as i128, values.iter().sum::<i128>());
        let distances = values.iter().map(|value| (people * value - sum).abs()).sum();
        Scale { roster, attribute, people, sum, distances }
    }

    /// How far a participant is from the mean, in hundredths of the mean distance, halves up.
    pub fn away(&self, participant: ParticipantIx) -> i64 {
        let value = self.roster.number(participant, self.attribute);
        let Some(value) = value.filter(|_| self.distances > 0) else { return 0 };
        let distance = self.people * i128::from(value) - self.sum;
        let away = (200 * self.people * distance + self.distances).div_euclid(2 * self.distances);
        away.clamp(-FARTHEST, FARTHEST) as i64
    }
}

impl Rule for NumberBalance {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (environment, teams) in evaluated.teams_in.iter_enumerated() {
            let setting = evaluated.settings.setting(environment, SPEC.id);
            for attribute in setting.attributes.iter().filter(|_| !teams.is_empty()) {
                let scale =
                    Scale::new(evaluated.roster, &evaluated.admitted[environment], attribute);
                for &team in teams {
                    let members = &evaluated.plan.teams[team].members;
                    let away: i64 = members.iter().map(|&member| scale.away(member)).sum();
                    let details = || vec![("attribute", attribute.clone())];
                    let cause = || Cause::new("cause-number-balance", details());
                    breakdown.charge(SPEC.id, setting.unit() * away.abs(), Some(team), None, cause);
                }
            }
        }
    }

    /// All distances together are a hundred times the people, and half more for rounding.
    fn bound(&self) -> Bound {
        Bound::Environment(|context| {
            let attributes = context.setting(&SPEC).attributes.len() as i128;
            PenaltyBound {
                whole: attributes * 101 * i128::from(context.admitted),
                ..PenaltyBound::default()
            }
        })
    }
}
