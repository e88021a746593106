//! A supervisor is with one team at a time.

use leerteam_solver::Problem;

use super::conflicts::{at_one_time, one_of_each};
use super::{DecisionSpace, Lowering, Serving};
use leerteam_model::rules::supervisor_double_booked::SupervisorDoubleBooked;

impl Lowering for SupervisorDoubleBooked {
    fn link(&self, space: &DecisionSpace, serving: &Serving, problem: &mut Problem) {
        problem.rows.extend(one_of_each(space, serving, at_one_time));
    }
}
