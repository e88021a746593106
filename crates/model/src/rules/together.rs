//! Who must be together is in one team.

use super::wishes::score_wishes;
use super::{Bound, Kind, Rule, Scene, Slots, Specification};
use crate::plan::Ledger;
use crate::roster::WishKind;

/// Amount: for each required wish to be together, 1 for each of the two who is in a team without the
/// other.
pub struct Together;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::required("together", Kind::Team, Slots::Ignored).of_roster();

impl Rule for Together {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        score_wishes(scene, SPEC.id, ledger, |wish| {
            wish.required && wish.kind == WishKind::Together
        });
    }

    fn bound(&self) -> Bound {
        Bound::EACH_PERSON
    }
}
