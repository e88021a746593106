//! Wishes about other participants that are weighed; and what all rules about wishes share.

use std::collections::BTreeSet;

use leerteam_solver::{Cost, Group, Term};

use super::{DecisionSpace, Lowering, TeamGroup};
use leerteam_model::roster::{ParticipantIx, Wish, WishKind};
use leerteam_model::rules::wishes::{SPEC, Wishes};

impl Lowering for Wishes {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let unit = space.settings.of_roster(SPEC.id).unit();
        add_terms(space, of, group, unit, |wish| !wish.required);
    }
}

/// Adds the terms of the wishes that a rule is about.
pub fn add_terms(
    space: &DecisionSpace,
    of: &TeamGroup,
    group: &mut Group,
    cost: Cost,
    is_about: impl Fn(&Wish) -> bool,
) {
    let candidate = |person: ParticipantIx| of.candidates.binary_search(&person).ok();
    let wishes = of.candidates.iter().filter_map(|person| space.wishes.get(person)).flatten();
    let wishes: BTreeSet<usize> = wishes.copied().collect();
    let wishes = wishes.into_iter().map(|wish| &space.roster.wishes[wish]);
    for wish in wishes.filter(|wish| is_about(wish)) {
        let (one, other) = (candidate(wish.one), candidate(wish.other));
        match wish.kind {
            WishKind::Together => {
                for (one, other) in [(one, other), (other, one)] {
                    group.terms.extend(one.map(|one| Term::Together { one, other, cost }));
                }
            }
            WishKind::Apart => {
                let both = one.zip(other);
                group.terms.extend(both.map(|(one, other)| Term::Apart { one, other, cost }));
            }
        }
    }
}
