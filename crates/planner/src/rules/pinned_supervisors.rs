//! A given team has the supervisors it must have.

use leerteam_solver::{Group, Term};

use super::{DecisionSpace, Lowering, TeamGroup};
use leerteam_model::rules::pinned_supervisors::{PinnedSupervisors, SPEC};

impl Lowering for PinnedSupervisors {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let cost = space.settings.setting(of.environment, SPEC.id).unit();
        for &supervisor in space.given(of).map_or(&[][..], |given| &given.supervisors) {
            let supervisor = supervisor.into();
            group.terms.push(Term::SupervisorMissing { supervisor, cost });
        }
    }
}
