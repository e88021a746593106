//! Supervisors do it gladly.

use leerteam_solver::Group;

use super::{DecisionSpace, Lowering, TeamGroup};
use leerteam_model::rules::willing::{SPEC, Willing, amounts};

impl Lowering for Willing {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let setting = space.settings.setting(of.environment, SPEC.id);
        let amounts = amounts(space.roster, setting);
        for duty in group.slots.iter_mut().flat_map(|slot| &mut slot.duties) {
            duty.cost += setting.unit() * amounts[duty.supervisor];
        }
    }
}
