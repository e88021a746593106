//! Who must be apart is in different teams.

use leerteam_solver::{Cost, Group};

use super::wishes::{add_terms, score_wishes};
use super::{Facts, Frame, FrameGroup, Rule, Scene};
use crate::plan::Ledger;
use crate::roster::WishKind;

/// Amount: for each required wish to be apart, 1 if both are in one team.
pub struct Apart;

const FACTS: Facts = Facts::required("apart").of_roster();

impl Rule for Apart {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        score_wishes(scene, FACTS.id, ledger, |wish| wish.required && wish.kind == WishKind::Apart);
    }

    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let unit: Cost = frame.settings.of_roster(FACTS.id).unit();
        add_terms(frame, of, group, unit, |wish| wish.required && wish.kind == WishKind::Apart);
    }
}
