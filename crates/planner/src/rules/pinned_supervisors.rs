//! A given team has the supervisors it must have.

use leerteam_solver::{Group, Term};

use super::{Frame, FrameGroup, Lowering};
use leerteam_model::rules::pinned_supervisors::{PinnedSupervisors, SPEC};

impl Lowering for PinnedSupervisors {
    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let cost = frame.settings.of(of.environment, SPEC.id).unit();
        for &supervisor in frame.given(of).map_or(&[][..], |given| &given.supervisors) {
            group.terms.push(Term::SupervisorMissing { supervisor, cost });
        }
    }
}
