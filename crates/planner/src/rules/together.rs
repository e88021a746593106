//! Who must be together is in one team.

use leerteam_solver::{Cost, Group};

use super::wishes::add_terms;
use super::{Frame, FrameGroup, Lowering};
use leerteam_model::roster::WishKind;
use leerteam_model::rules::together::{SPEC, Together};

impl Lowering for Together {
    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let unit: Cost = frame.settings.of_roster(SPEC.id).unit();
        add_terms(frame, of, group, unit, |wish| wish.required && wish.kind == WishKind::Together);
    }
}
