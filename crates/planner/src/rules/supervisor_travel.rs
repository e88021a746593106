//! A supervisor has time to travel from one team to the next.

use leerteam_solver::Problem;

use super::conflicts::{one_of_each, too_close};
use super::{DecisionSpace, Lowering, Serving};
use leerteam_model::rules::supervisor_travel::SupervisorTravel;

impl Lowering for SupervisorTravel {
    fn link(&self, space: &DecisionSpace, serving: &Serving, problem: &mut Problem) {
        let travel = |from, to| space.calendar.travel(from, to);
        problem.rows.extend(one_of_each(space, serving, |days| too_close(days, travel)));
    }
}
