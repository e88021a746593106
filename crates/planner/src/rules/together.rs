//! Who must be together is in one team.

use leerteam_solver::{Cost, Group};

use super::wishes::add_terms;
use super::{DecisionSpace, Lowering, TeamGroup};
use leerteam_model::roster::WishKind;
use leerteam_model::rules::together::{SPEC, Together};

impl Lowering for Together {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let unit: Cost = space.settings.of_roster(SPEC.id).unit();
        add_terms(space, of, group, unit, |wish| wish.required && wish.kind == WishKind::Together);
    }
}
