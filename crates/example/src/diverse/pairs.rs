//! Wishes, and pairs that must be together or apart.

use std::collections::{BTreeMap, BTreeSet};

use super::Diversity;
use super::environments::placement;
use crate::kit::Dice;
use leerteam_wire::v1::{Roster, Wish, WishKind};

/// Adds required pairs and weighed wishes, together or apart, each about two participants about whom
/// there is nothing yet.
pub fn add(roster: &mut Roster, seed: u64, diversity: &Diversity) {
    let people = roster.participants.len();
    let share = |fraction: f64| (fraction * people as f64).round() as usize;
    let mut wishes = Wishes { roster, seen: BTreeSet::new() };
    wishes.add_required(
        &mut Dice::new(seed, "required pairs"),
        share(diversity.required_pairs / 2.0),
    );
    wishes.add_weighed(&mut Dice::new(seed, "wishes"), share(diversity.wishes));
}

struct Wishes<'a> {
    roster: &'a mut Roster,
    /// Pairs of participants that have one, the lower place first.
    seen: BTreeSet<(usize, usize)>,
}

impl Wishes<'_> {
    /// Nobody is in two pairs, and the two are on placement at one place, so that whoever admits the
    /// one admits the other; fewer if there are not so many pairs.
    fn add_required(&mut self, dice: &mut Dice, count: usize) {
        let people = &self.roster.participants;
        let mut order: Vec<usize> = (0..people.len()).collect();
        let mut waiting: BTreeMap<&str, usize> = BTreeMap::new();
        let mut pairs = Vec::new();
        while !order.is_empty() && pairs.len() < count {
            let drawn = order.swap_remove(dice.below(order.len() as u32) as usize);
            let place = placement(&people[drawn]);
            match waiting.remove(place) {
                Some(other) => pairs.push((other, drawn)),
                None => {
                    waiting.insert(place, drawn);
                }
            }
        }
        for (one, other) in pairs {
            self.add(dice, one, other, true);
        }
    }

    fn add_weighed(&mut self, dice: &mut Dice, count: usize) {
        let people = self.roster.participants.len();
        let possible = people * people.saturating_sub(1) / 2;
        let most = possible.min(self.seen.len() + count);
        while self.seen.len() < most {
            let [one, other] = [(); 2].map(|()| dice.below(people as u32) as usize);
            if one != other {
                self.add(dice, one, other, false);
            }
        }
    }

    fn add(&mut self, dice: &mut Dice, one: usize, other: usize, required: bool) {
        if self.seen.insert((one.min(other), one.max(other))) {
            let kind = *dice.pick(&[WishKind::Together, WishKind::Apart]);
            let id = |at: usize| self.roster.participants[at].id.clone();
            let participant_ids = vec![id(one), id(other)];
            self.roster.wishes.push(Wish { participant_ids, kind: kind.into(), required });
        }
    }
}
