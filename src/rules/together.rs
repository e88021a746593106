//! Who must be together is in one team.

use leerteam_solver::{Cost, Group};

use super::wishes::{add_terms, score_wishes};
use super::{Facts, Frame, FrameGroup, Rule, Scene};
use crate::plan::Ledger;
use crate::roster::WishKind;

/// Amount: for each required wish to be together, 1 for each of the two who is in a team without the
/// other.
pub struct Together;

const FACTS: Facts = Facts::required("together").of_roster();

impl Rule for Together {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        score_wishes(scene, FACTS.id, ledger, |wish| {
            wish.required && wish.kind == WishKind::Together
        });
    }

    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let unit: Cost = frame.settings.of_roster(FACTS.id).unit();
        add_terms(frame, of, group, unit, |wish| wish.required && wish.kind == WishKind::Together);
    }
}
