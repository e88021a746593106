//! Teams are of a like size.

use super::{Bound, Kind, Most, Rule, Scene, Slots, Specification};
use crate::plan::{Cause, Ledger};
use crate::roster::LearningEnvironment;

/// Amount: for each team the square of twice its distance from the middle of the sizes asked for. Each
/// step away counts more than the one before, so that even teams cost least.
pub struct EvenSizes;

/// What is fixed about it.
pub const SPEC: Specification = Specification::weighed("even-sizes", Kind::Team, Slots::Ignored, 5);

/// The amount of a team with so many members.
pub fn amount(environment: &LearningEnvironment, members: usize) -> i64 {
    let away =
        2 * members as i64 - i64::from(environment.min_size) - i64::from(environment.max_size);
    away * away
}

impl Rule for EvenSizes {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        for (index, team) in scene.teams() {
            let unit = scene.settings.of(team.environment, SPEC.id).unit();
            let amount = amount(scene.environment(team), team.members.len());
            let details = || vec![("size", team.members.len().to_string())];
            let cause = || Cause::new("cause-even-sizes", details());
            ledger.charge(SPEC.id, unit * amount, Some(index), None, cause);
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|reach| {
            let environment = reach.environment();
            let of = |size| i128::from(amount(environment, size));
            Most { team: of(1).max(of(reach.largest())), ..Most::default() }
        })
    }
}
