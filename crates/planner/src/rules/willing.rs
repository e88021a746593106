//! Supervisors do it gladly.

use leerteam_solver::Group;

use super::{Frame, FrameGroup, Lowering};
use leerteam_model::rules::willing::{SPEC, Willing, amounts};

impl Lowering for Willing {
    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let setting = frame.settings.of(of.environment, SPEC.id);
        let amounts = amounts(frame.roster, setting);
        for duty in group.slots.iter_mut().flat_map(|slot| &mut slot.duties) {
            duty.cost += setting.unit() * amounts[duty.supervisor];
        }
    }
}
