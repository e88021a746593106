//! A team has its number of members.

use leerteam_solver::{Cost, Group};

use super::{DecisionSpace, Lowering, TeamGroup};
use leerteam_model::roster::Mode;
use leerteam_model::rules::team_size::{SPEC, TeamSize};

impl Lowering for TeamSize {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let environment = space.environment(of);
        let setting = space.settings.setting(of.environment, SPEC.id);
        let (min, max) = (environment.min_size as usize, environment.max_size as usize);
        let all = of.candidates.len();
        let largest = if setting.mode == Mode::Off { all } else { max.min(all) };
        let cost = |size: usize| match size {
            0 => None,
            size => Some(setting.unit() * min.saturating_sub(size) as i64),
        };
        group.sizes = (0..=largest).map(cost).collect::<Vec<Option<Cost>>>();
    }
}
