//! How well everybody can come.

use super::{
    Bound, EvaluatedPlan, Kind, Parameter, PenaltyBound, Rule, Slots, Specification, state_points,
};
use crate::calendar::State;
use crate::plan::{Cause, Person, ScoreBreakdown};

/// Amount: for each member their attendance points (docs/model.md section 4).
pub struct AttendancePoints;

const fn points(name: &'static str, default: i64) -> Parameter {
    Parameter { name, default, least: 0, most: 100_000 }
}

/// The points of a meeting on a day that becomes long.
pub const LONG_DAY: Parameter = points("long-day", 200);

const PARAMETERS: [Parameter; State::ALL.len() + 1] = [
    points("absent", 1000),
    points("lesson-moved", 400),
    points("duty-left", 350),
    points("on-site", 0),
    points("adjacent", 50),
    points("other-site", 150),
    points("extra-trip", 300),
    LONG_DAY,
];

/// The parameters that hold the points of each state, in the order of [`State::ALL`].
pub const STATES: [Parameter; State::ALL.len()] = {
    let [absent, lesson_moved, duty_left, on_site, adjacent, other_site, extra_trip, _] =
        PARAMETERS;
    [absent, lesson_moved, duty_left, on_site, adjacent, other_site, extra_trip]
};

/// What is fixed about it.
pub const SPEC: Specification = Specification {
    parameters: &PARAMETERS,
    ..Specification::weighed("attendance", Kind::Person, Slots::EachTeam, 1)
};

impl Rule for AttendancePoints {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            let unit = evaluated.settings.setting(team.environment, SPEC.id).unit();
            for (&member, at) in team.members.iter().zip(&evaluated.attendance[index]) {
                let person = Some(Person::Participant(member));
                let details = || vec![("points", at.points.to_string())];
                let cause = || Cause::new("cause-attendance", details());
                breakdown.charge(SPEC.id, unit * at.points, Some(index), person, cause);
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|context| {
            let states = state_points(context.settings, context.at);
            let travel = &context.roster.travel;
            let given = travel.pairs.values().copied().max().unwrap_or_default();
            let longest = i64::from(given.max(travel.within).max(travel.between));
            let most_expensive = states.states.into_iter().fold(0, i64::max);
            PenaltyBound {
                member: i128::from(most_expensive + states.long_day + longest),
                ..PenaltyBound::default()
            }
        })
    }
}
