//! Who must be together is in one team.

use super::wishes::score_wishes;
use super::{Bound, Facts, Rule, Scene};
use crate::plan::Ledger;
use crate::roster::WishKind;

/// Amount: for each required wish to be together, 1 for each of the two who is in a team without the
/// other.
pub struct Together;

/// What is fixed about it.
pub const FACTS: Facts = Facts::required("together").of_roster();

impl Rule for Together {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        score_wishes(scene, FACTS.id, ledger, |wish| {
            wish.required && wish.kind == WishKind::Together
        });
    }

    fn bound(&self) -> Bound {
        Bound::EACH_PERSON
    }
}
