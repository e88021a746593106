//! A team's theme is open to it.

use super::{Bound, EvaluatedPlan, Kind, Rule, Slots, Specification};
use crate::plan::{Cause, ScoreBreakdown, Team};

/// Amount: 1 for each team with a theme that is neither its environment's nor its own as a given team,
/// or without one where the environment has any. The planner's slots have open themes only.
pub struct ThemeOpen;

/// What is fixed about it.
pub const SPEC: Specification = Specification::kept("theme-open", Kind::Team, Slots::Ignored);

fn is_open(evaluated: &EvaluatedPlan, team: &Team) -> bool {
    let environment = evaluated.environment(team);
    let given = team.given.and_then(|given| environment.teams[given].theme);
    match team.theme {
        None => environment.themes.is_empty(),
        Some(theme) => environment.themes.contains(&theme) || given == Some(theme),
    }
}

impl Rule for ThemeOpen {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams().filter(|(_, team)| !is_open(evaluated, team)) {
            let unit = evaluated.settings.setting(team.environment, SPEC.id).unit();
            breakdown.charge(SPEC.id, unit, Some(index), None, || {
                Cause::new("cause-theme-open", vec![])
            });
        }
    }

    fn bound(&self) -> Bound {
        Bound::EACH_MEMBER
    }
}
