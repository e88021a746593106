//! Each participant is in a team.

use leerteam_solver::Problem;

use super::{Frame, Lowering, Serving};
use leerteam_model::rules::placed::{Placed, SPEC};

impl Lowering for Placed {
    fn link(&self, frame: &Frame, _serving: &Serving, problem: &mut Problem) {
        problem.unplaced.fill(frame.settings.of_roster(SPEC.id).unit());
    }
}
