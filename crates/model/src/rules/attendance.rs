//! How well everybody can come.

use super::{Bound, Facts, Most, Parameter, Rule, Scene, state_points};
use crate::plan::{Cause, Ledger, Person};

/// Amount: for each member their attendance points (docs/model.md section 4).
pub struct AttendancePoints;

const fn points(name: &'static str, default: i64) -> Parameter {
    Parameter { name, default, least: 0, most: 100_000 }
}

const PARAMETERS: &[Parameter] = &[
    points("absent", 1000),
    points("lesson-moved", 400),
    points("duty-left", 350),
    points("on-site", 0),
    points("adjacent", 50),
    points("other-site", 150),
    points("extra-trip", 300),
    points("long-day", 200),
];

/// The parameters that hold the points of each state, in the order of the states.
pub const STATE_PARAMETERS: [&str; 7] =
    ["absent", "lesson-moved", "duty-left", "on-site", "adjacent", "other-site", "extra-trip"];

/// What is fixed about it.
pub const FACTS: Facts = Facts { parameters: PARAMETERS, ..Facts::weighed("attendance", 1) };

impl Rule for AttendancePoints {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        for (index, team) in scene.teams() {
            let unit = scene.settings.of(team.environment, FACTS.id).unit();
            for (&member, at) in team.members.iter().zip(&scene.attendance[index]) {
                let person = Some(Person::Participant(member));
                let details = || vec![("points", at.points.to_string())];
                let cause = || Cause::new("cause-attendance", details());
                ledger.charge(FACTS.id, unit * at.points, Some(index), person, cause);
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|reach| {
            let states = state_points(reach.settings, reach.at);
            let travel = &reach.roster.travel;
            let given = travel.pairs.values().copied().max().unwrap_or_default();
            let longest = i64::from(given.max(travel.within).max(travel.between));
            let dearest = states.states.into_iter().max().unwrap_or_default();
            Most { member: i128::from(dearest + states.long_day + longest), ..Most::default() }
        })
    }
}
