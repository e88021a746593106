//! A team has its number of members.

use super::{Bound, Kind, Most, Rule, Scene, Slots, Specification};
use crate::plan::{Cause, Ledger};

/// Amount: 1 for each member short of the fewest and each beyond the most. Unless the rule is off,
/// the planner never goes beyond the most; it never makes a team without members.
pub struct TeamSize;

/// What is fixed about it.
pub const SPEC: Specification = Specification::required("team-size", Kind::Team, Slots::Ignored);

impl Rule for TeamSize {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        for (index, team) in scene.teams() {
            let environment = scene.environment(team);
            let unit = scene.settings.of(team.environment, SPEC.id).unit();
            let (size, min) = (team.members.len(), environment.min_size as usize);
            let max = environment.max_size as usize;
            let amount = min.saturating_sub(size) + size.saturating_sub(max);
            let details = || {
                let limits = [("size", size), ("min", min), ("max", max)];
                limits.map(|(name, number)| (name, number.to_string())).to_vec()
            };
            let cause = || Cause::new("cause-team-size", details());
            ledger.charge(SPEC.id, unit * amount as i64, Some(index), None, cause);
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|reach| Most {
            team: i128::from(reach.environment().min_size),
            ..Most::default()
        })
    }
}
