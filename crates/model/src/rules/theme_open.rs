//! A team's theme is open to it.

use super::{Bound, Kind, Rule, Scene, Slots, Specification};
use crate::plan::{Cause, Ledger, Team};

/// Amount: 1 for each team with a theme that is neither its environment's nor its own as a given team,
/// or without one where the environment has any. The planner's slots have open themes only.
pub struct ThemeOpen;

/// What is fixed about it.
pub const SPEC: Specification = Specification::kept("theme-open", Kind::Team, Slots::Ignored);

fn is_open(scene: &Scene, team: &Team) -> bool {
    let environment = scene.environment(team);
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

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        for (index, team) in scene.teams().filter(|(_, team)| !is_open(scene, team)) {
            let unit = scene.settings.of(team.environment, SPEC.id).unit();
            ledger.charge(SPEC.id, unit, Some(index), None, || {
                Cause::new("cause-theme-open", vec![])
            });
        }
    }

    fn bound(&self) -> Bound {
        Bound::EACH_MEMBER
    }
}
