//! Teams are of a like size.

use leerteam_solver::Group;

use super::{DecisionSpace, Lowering, TeamGroup};
use leerteam_model::rules::even_sizes::{EvenSizes, SPEC, amount};

impl Lowering for EvenSizes {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let unit = space.settings.setting(of.environment, SPEC.id).unit();
        for (size, cost) in group.sizes.iter_mut().enumerate() {
            *cost = cost.map(|cost| cost + unit * amount(space.environment(of), size));
        }
    }
}
