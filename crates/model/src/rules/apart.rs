//! Who must be apart is in different teams.

use super::wishes::score_wishes;
use super::{Bound, EvaluatedPlan, Kind, Rule, Slots, Specification};
use crate::plan::ScoreBreakdown;
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

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        score_wishes(evaluated, SPEC.id, breakdown, |wish| {
            wish.required && wish.kind == WishKind::Apart
        });
    }

    fn bound(&self) -> Bound {
        Bound::EACH_PERSON
    }
}
