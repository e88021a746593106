//! Who must be together is in one team.

use super::wishes::score_wishes;
use super::{Bound, EvaluatedPlan, Kind, Rule, Slots, Specification};
use crate::plan::ScoreBreakdown;
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

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        score_wishes(evaluated, SPEC.id, breakdown, |wish| {
            wish.required && wish.kind == WishKind::Together
        });
    }

    fn bound(&self) -> Bound {
        Bound::EACH_PERSON
    }
}
