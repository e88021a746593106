//! Wishes about other participants that are weighed; and what all rules about wishes share.

use std::collections::BTreeSet;

use super::{Bound, EvaluatedPlan, Kind, Rule, Slots, Specification};
use crate::plan::{Cause, Person, ScoreBreakdown};
use crate::roster::{ParticipantIx, TeamIx, Wish, WishKind};

/// Amount: for each wish that is not required: to be together, 1 for each of the two who is in a team
/// without the other; to be apart, 1 if both are in one team.
pub struct Wishes;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::weighed("wishes", Kind::Team, Slots::Ignored, 100).of_roster();

impl Rule for Wishes {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        score_wishes(evaluated, SPEC.id, breakdown, |wish| !wish.required);
    }

    fn bound(&self) -> Bound {
        Bound::EACH_PERSON
    }
}

/// Charges the wishes that a rule is about.
pub fn score_wishes(
    evaluated: &EvaluatedPlan,
    rule: &'static str,
    breakdown: &mut ScoreBreakdown,
    is_about: impl Fn(&Wish) -> bool,
) {
    let unit = evaluated.settings.of_roster(rule).unit();
    for wish in evaluated.roster.wishes.iter().filter(|wish| is_about(wish)) {
        let (one, other) = (evaluated.teams_of(wish.one), evaluated.teams_of(wish.other));
        let teams: BTreeSet<TeamIx> = one.iter().chain(other).copied().collect();
        for index in teams {
            let mut charge = |person: ParticipantIx, other: ParticipantIx, message| {
                let cause = || Cause::about(message, other);
                let person = Some(Person::Participant(person));
                breakdown.charge(rule, unit, Some(index), person, cause);
            };
            match (wish.kind, one.contains(&index), other.contains(&index)) {
                (WishKind::Together, true, false) => charge(wish.one, wish.other, "cause-together"),
                (WishKind::Together, false, true) => charge(wish.other, wish.one, "cause-together"),
                (WishKind::Apart, true, true) => charge(wish.one, wish.other, "cause-apart"),
                _ => {}
            }
        }
    }
}
