//! A team can lose any one member.

use super::labels::groups;
use super::{
    Bound, EvaluatedPlan, Kind, PenaltyBound, Rule, Slots, Specification, professions, team_size,
};
use crate::plan::{Cause, ScoreBreakdown};
use crate::roster::Mode;

/// Amount: for each team, 1 if without any one member it would be too small, and 1 if without some one
/// member it would have too few professions. What it falls short of already is not counted.
pub struct Fragile;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::weighed("fragile", Kind::Team, Slots::Ignored, 60).or_required();

impl Rule for Fragile {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            let unit = evaluated.settings.setting(team.environment, SPEC.id).unit();
            let mut charge = |message| {
                breakdown.charge(SPEC.id, unit, Some(index), None, || Cause::new(message, vec![]));
            };
            let size = evaluated.settings.setting(team.environment, team_size::SPEC.id);
            let min_size = evaluated.environment(team).min_size as usize;
            if size.mode != Mode::Off && team.members.len() == min_size {
                charge("cause-fragile-size");
            }
            let rule = evaluated.settings.setting(team.environment, professions::SPEC.id);
            let has = groups(evaluated.roster, &team.members, professions::ATTRIBUTE);
            let is_least = has.len() as i64 == rule.parameter(professions::AT_LEAST.name);
            let has_single = has.values().any(|members| members.len() == 1);
            if rule.mode != Mode::Off && is_least && has_single {
                charge("cause-fragile-professions");
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|_| PenaltyBound { team: 2, ..PenaltyBound::default() })
    }
}
