//! Who must be apart is in different teams.

use super::wishes::score_wishes;
use super::{Bound, Facts, Rule, Scene};
use crate::plan::Ledger;
use crate::roster::WishKind;

/// Amount: for each required wish to be apart, 1 if both are in one team.
pub struct Apart;

/// What is fixed about it.
pub const FACTS: Facts = Facts::required("apart").of_roster();

impl Rule for Apart {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        score_wishes(scene, FACTS.id, ledger, |wish| wish.required && wish.kind == WishKind::Apart);
    }

    fn bound(&self) -> Bound {
        Bound::EACH_PERSON
    }
}
