//! A supervisor has no more teams than they take.

use leerteam_solver::{Problem, Row, Use};

use super::{DecisionSpace, Lowering, Serving};
use leerteam_model::rules::supervisor_teams::SupervisorTeams;

impl Lowering for SupervisorTeams {
    fn link(&self, space: &DecisionSpace, serving: &Serving, problem: &mut Problem) {
        for (supervisor, of) in space.roster.supervisors.iter_enumerated() {
            let Some(most) = of.max_teams else { continue };
            let use_of = |group| (Use::Serve { group, supervisor: supervisor.into() }, 1);
            let uses: Vec<_> = serving.groups(supervisor).into_iter().map(use_of).collect();
            problem.rows.push(Row { uses, at_most: i64::from(most), over: None });
        }
    }
}
