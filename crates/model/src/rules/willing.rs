//! Supervisors do it gladly.

use index_vec::IndexVec;

use super::{
    Bound, EvaluatedPlan, Kind, Parameter, PenaltyBound, Rule, Setting, Slots, Specification,
};
use crate::plan::{Cause, Person, ScoreBreakdown};
use crate::roster::{Roster, SupervisorIx, Willingness};

/// Amount: for each supervisor of a team how much less willing than the most willing of all.
pub struct Willing;

const fn level(name: &'static str, default: i64) -> Parameter {
    Parameter { name, default, least: 0, most: 100 }
}

const NEUTRAL: Parameter = level("neutral", 1);
const RELUCTANT: Parameter = level("reluctant", 4);
/// What is fixed about it.
pub const SPEC: Specification = Specification {
    parameters: &[NEUTRAL, RELUCTANT],
    ..Specification::weighed("willing", Kind::Person, Slots::Ignored, 25)
};

fn level_of(setting: &Setting, willingness: Willingness) -> i64 {
    match willingness {
        Willingness::Willing => 0,
        Willingness::Neutral => setting.parameter(NEUTRAL.name),
        Willingness::Reluctant => setting.parameter(RELUCTANT.name),
    }
}

/// For each supervisor the level above the least of all.
pub fn amounts(roster: &Roster, setting: &Setting) -> IndexVec<SupervisorIx, i64> {
    let levels = roster.supervisors.iter().map(|of| level_of(setting, of.willingness));
    let levels: IndexVec<SupervisorIx, i64> = levels.collect();
    let least = levels.iter().copied().min().unwrap_or_default();
    levels.into_iter().map(|level| level - least).collect()
}

impl Rule for Willing {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (environment, teams) in evaluated.teams_in.iter_enumerated() {
            let setting = evaluated.settings.setting(environment, SPEC.id);
            let amounts = amounts(evaluated.roster, setting);
            for &index in teams {
                for &(supervisor, _) in &evaluated.plan.teams[index].supervisors {
                    let person = Some(Person::Supervisor(supervisor));
                    let cost = setting.unit() * amounts[supervisor];
                    let cause = || Cause::new("cause-willing", vec![]);
                    breakdown.charge(SPEC.id, cost, Some(index), person, cause);
                }
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|context| {
            let setting = context.setting(&SPEC);
            let level = setting.parameter(NEUTRAL.name).max(setting.parameter(RELUCTANT.name));
            PenaltyBound {
                team: i128::from(level) * context.most_supervisors(),
                ..PenaltyBound::default()
            }
        })
    }
}
