//! A team has its supervisors of each side.

use leerteam_solver::{Group, Need};

use super::{DecisionSpace, Lowering, TeamGroup};
use leerteam_model::roster::SupervisionNeed;
use leerteam_model::rules::supervisors_per_side::{SPEC, SupervisorsPerSide};

impl Lowering for SupervisorsPerSide {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let short = space.settings.setting(of.environment, SPEC.id).unit();
        let need =
            |need: &SupervisionNeed| Need { min: need.min as usize, max: need.max as usize, short };
        group.needs = space.environment(of).supervision.iter().map(need).collect();
    }
}
