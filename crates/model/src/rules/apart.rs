//! Who must be apart is in different teams.

use super::wishes::score_wishes;
use super::{Bound, Kind, Rule, Scene, Slots, Specification};
use crate::plan::Ledger;
use crate::roster::WishKind;

/// Amount: for each required wish to be apart, 1 if both are in one team.
pub struct Apart;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::required("apart", Kind::Team, Slots::Ignored).of_roster();

impl Rule for Apart {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        score_wishes(scene, SPEC.id, ledger, |wish| wish.required && wish.kind == WishKind::Apart);
    }

    fn bound(&self) -> Bound {
        Bound::EACH_PERSON
    }
}
