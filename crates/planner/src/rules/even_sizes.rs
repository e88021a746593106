//! Teams are of a like size.

use leerteam_solver::Group;

use super::{Frame, FrameGroup, Lowering};
use leerteam_model::rules::even_sizes::{EvenSizes, SPEC, amount};

impl Lowering for EvenSizes {
    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let unit = frame.settings.of(of.environment, SPEC.id).unit();
        for (size, cost) in group.sizes.iter_mut().enumerate() {
            *cost = cost.map(|cost| cost + unit * amount(frame.environment(of), size));
        }
    }
}
