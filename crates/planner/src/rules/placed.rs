//! Each participant is in a team.

use leerteam_solver::Problem;

use super::{DecisionSpace, Lowering, Serving};
use leerteam_model::rules::placed::{Placed, SPEC};

impl Lowering for Placed {
    fn link(&self, space: &DecisionSpace, _serving: &Serving, problem: &mut Problem) {
        problem.unplaced.fill(space.settings.of_roster(SPEC.id).unit());
    }
}
