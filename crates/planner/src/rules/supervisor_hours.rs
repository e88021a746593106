//! A supervisor has time for their teams.

use leerteam_solver::{Problem, Row, Use};

use super::{DecisionSpace, Lowering, Serving};
use leerteam_model::rules::supervisor_hours::{SupervisorHours, load};

impl Lowering for SupervisorHours {
    fn link(&self, space: &DecisionSpace, serving: &Serving, problem: &mut Problem) {
        for (supervisor, of) in space.roster.supervisors.iter_enumerated() {
            let use_of = |group: usize| {
                let load = load(&space.environment(&space.groups[group]).form);
                (Use::Serve { group, supervisor: supervisor.into() }, i64::from(load))
            };
            let uses: Vec<_> = serving.groups(supervisor).into_iter().map(use_of).collect();
            let at_most = i64::from(of.minutes_per_week);
            problem.rows.push(Row { uses, at_most, over: None });
        }
    }
}
