//! A team has its supervisors of each side.

use leerteam_solver::{Group, Need};

use super::{Frame, FrameGroup, Lowering};
use leerteam_model::roster::SupervisionNeed;
use leerteam_model::rules::supervisors_per_side::{SPEC, SupervisorsPerSide};

impl Lowering for SupervisorsPerSide {
    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let short = frame.settings.of(of.environment, SPEC.id).unit();
        let need =
            |need: &SupervisionNeed| Need { min: need.min as usize, max: need.max as usize, short };
        group.needs = frame.environment(of).supervision.iter().map(need).collect();
    }
}
