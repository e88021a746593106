//! Wishes about other participants that are weighed; and what all rules about wishes share.

use std::collections::BTreeSet;

use super::{Bound, Kind, Rule, Scene, Slots, Specification};
use crate::plan::{Cause, Ledger, Person};
use crate::roster::{Wish, WishKind};

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

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        score_wishes(scene, SPEC.id, ledger, |wish| !wish.required);
    }

    fn bound(&self) -> Bound {
        Bound::EACH_PERSON
    }
}

/// Charges the wishes that a rule is about.
pub fn score_wishes(
    scene: &Scene,
    rule: &'static str,
    ledger: &mut Ledger,
    is_about: impl Fn(&Wish) -> bool,
) {
    let unit = scene.settings.of_roster(rule).unit();
    for wish in scene.roster.wishes.iter().filter(|wish| is_about(wish)) {
        let (one, other) = (scene.teams_of(wish.one), scene.teams_of(wish.other));
        let teams: BTreeSet<usize> = one.iter().chain(other).copied().collect();
        for index in teams {
            let mut charge = |person: usize, other: usize, message| {
                let name = scene.roster.participants[other].name.clone();
                let cause = || Cause::new(message, vec![("other", name)]);
                let person = Some(Person::Participant(person));
                ledger.charge(rule, unit, Some(index), person, cause);
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
