//! The compositions that would make the master program cheaper.

use std::collections::BTreeSet;

use super::{Column, Master};
use crate::Cost;
use crate::ends::Allowance;
use crate::reduce::{Compositions, View};

/// The duals of one slot, as a team sees them.
pub(super) struct Prices<'a> {
    /// What a broken requirement and a point cost.
    pub broken: f64,
    pub points: f64,
    /// The kinds of supervision that there can be.
    pub tables: Vec<Table>,
    /// For any team.
    pub team: f64,
    /// For giving the quorum up.
    pub gives_up: f64,
    pub at: (usize, usize),
    pub of: &'a crate::problem::Group,
    pub view: &'a View,
    pub all: &'a Compositions,
}

/// Kinds of supervision with which seats cost the same.
pub(super) struct Table {
    /// Class by number of members: what those seats cost.
    pub seats: Vec<Vec<f64>>,
    /// Kinds, each with its price for a team.
    kinds: Vec<(usize, f64)>,
}

/// A team that can be had.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Offer {
    pub group: usize,
    pub slot: usize,
    pub composition: usize,
    pub kind: usize,
    pub gives_up: bool,
    pub reduced: f64,
}

impl Table {
    /// The kinds, each with its price for a team.
    pub fn kinds(&self) -> impl Iterator<Item = (usize, f64)> {
        self.kinds.iter().copied()
    }
}

impl Prices<'_> {
    /// The best compositions at a slot by kind of supervision, at most `wanted` of each, cheapest
    /// first; prices without the group's own. `short`: only of short lists, where there are any.
    pub fn best(&self, wanted: usize, short: bool) -> Vec<Vec<Offer>> {
        let (group, slot) = self.at;
        let all = self.all;
        let gives_up = self.gives_up < 0.0;
        let mut best: Vec<Vec<Offer>> = vec![Vec::new(); self.view.kinds.all.len()];
        for table in &self.tables {
            all.each_price(&table.seats, short, |at, seats| {
                let price = self.weigh(all.costs[at]) + seats;
                for &(kind, of_kind) in &table.kinds {
                    if usize::from(all.sizes[at]) > self.room(kind) {
                        continue;
                    }
                    let best = &mut best[kind];
                    let reduced = price + self.team + of_kind + self.gives_up.min(0.0);
                    if best.len() == wanted && best[wanted - 1].reduced <= reduced {
                        continue;
                    }
                    let place = best.partition_point(|offer| offer.reduced <= reduced);
                    let offer = Offer { group, slot, composition: at, kind, gives_up, reduced };
                    best.insert(place, offer);
                    best.truncate(wanted);
                }
            });
        }
        best
    }

    /// How many members there is room for.
    pub fn room(&self, kind: usize) -> usize {
        let room = self.of.slots[self.at.1].capacity;
        room.map_or(usize::MAX, |room| room.saturating_sub(self.view.kinds.all[kind].number))
    }

    /// Every team that costs at most so much, by kind of supervision.
    pub fn within(&self, most: &[f64], take: &mut dyn FnMut(&Offer)) {
        let (group, slot) = self.at;
        let all = self.all;
        let has_quorum = self.of.slots[slot].quorum.is_some();
        for table in &self.tables {
            all.each_price(&table.seats, false, |at, seats| {
                let price = self.weigh(all.costs[at]) + self.team + seats;
                for &(kind, of_kind) in &table.kinds {
                    if usize::from(all.sizes[at]) > self.room(kind) {
                        continue;
                    }
                    let reduced = price + of_kind;
                    let mut offer =
                        Offer { group, slot, composition: at, kind, gives_up: false, reduced };
                    if reduced <= most[kind] {
                        take(&offer);
                    }
                    offer.gives_up = true;
                    offer.reduced += self.gives_up;
                    if has_quorum && offer.reduced <= most[kind] {
                        take(&offer);
                    }
                }
            });
        }
    }

    /// Adds a kind of supervision; `seats`: what they cost without it.
    fn add_kind(&mut self, seats: &[Vec<f64>], kind: usize, price: f64) {
        let kinds = &self.view.kinds.all;
        let alike = |table: &&mut Table| kinds[table.kinds[0].0].extra == kinds[kind].extra;
        if let Some(table) = self.tables.iter_mut().find(alike) {
            return table.kinds.push((kind, price));
        }
        let mut seats = seats.to_vec();
        for (seats, &extra) in seats.iter_mut().zip(&kinds[kind].extra) {
            let extra = self.weigh(extra);
            seats.iter_mut().enumerate().for_each(|(n, seat)| *seat += n as f64 * extra);
        }
        self.tables.push(Table { seats, kinds: vec![(kind, price)] });
    }

    pub fn weigh(&self, cost: Cost) -> f64 {
        cost.broken as f64 * self.broken + cost.points as f64 * self.points
    }
}

impl Master<'_> {
    /// The prices of a slot, for all kinds of supervision that there are at any of `slots`: at it and at those that
    /// are the same for members.
    pub(super) fn prices(
        &self,
        group: usize,
        slot: usize,
        slots: &[usize],
        duals: &[f64],
    ) -> Prices<'_> {
        let of = &self.reduced.problem.groups[group];
        let view = &self.reduced.views[group];
        let rows = self.at[group][slot];
        let most = of.sizes.len();
        let (points, broken) = match self.goal {
            super::Goal::Broken => (0.0, 1.0),
            super::Goal::Points { .. } => (1.0, -duals[self.budget]),
        };
        // A column for a whole team has no rows of classes.
        let has_classes = !self.is_whole;
        let price = |class: usize| if has_classes { duals[rows.classes + class] } else { 0.0 };
        let mut seats: Vec<Vec<f64>> = (0..view.classes.len())
            .map(|class| (0..most).map(|n| n as f64 * price(class)).collect())
            .collect();
        for row in self.caps.get(&(group, slot)).into_iter().flatten() {
            for (n, price) in seats[row.class].iter_mut().enumerate() {
                *price += n.min(usize::from(row.people)) as f64 * duals[row.row];
            }
        }
        let link = |what| {
            let rows = self.uses.get(&what).into_iter().flatten();
            let price =
                rows.filter_map(|&(index, times)| Some(-duals[self.links[index]?] * times as f64));
            price.sum::<f64>()
        };
        let at_slot = if has_classes { link(crate::Use::Slot { group, slot }) } else { 0.0 };
        let team = link(crate::Use::Team { group }) + at_slot;
        let quorums = self.quorums.get(&(group, slot)).into_iter().flatten();
        let mut gives_up: f64 = quorums.map(|row| -duals[row.row] * row.lowest).sum();
        let mut prices = Prices {
            broken,
            points,
            tables: Vec::new(),
            team,
            gives_up,
            of,
            view,
            all: &self.compositions[group],
            at: (group, slot),
        };
        if let Some(quorum) = &of.slots[slot].quorum {
            gives_up += prices.weigh(quorum.broken);
        }
        prices.gives_up = gives_up;
        let kinds = slots.iter().flat_map(|&slot| view.supervision[slot].kinds());
        for kind in kinds.collect::<BTreeSet<usize>>() {
            let price = -duals[rows.kinds + kind];
            prices.add_kind(&seats, kind, price);
        }
        prices
    }

    /// The teams whose reduced cost, with that of the best supervision, is at most so much; none if
    /// there are more than `limit`, or the allowance is used up first.
    pub fn teams_within(
        &mut self,
        duals: &[f64],
        most: f64,
        limit: usize,
        threads: usize,
        allowance: Allowance,
    ) -> Option<Vec<Column>> {
        if self.is_whole {
            return self.whole_teams_within(duals, most, limit, threads, allowance);
        }
        if self.compositions.iter().any(|all| !all.is_complete) {
            return None;
        }
        let duals = &self.clipped(duals);
        let mut columns = Vec::new();
        for (group, of) in self.reduced.problem.groups.iter().enumerate() {
            let own = -duals[self.groups + group];
            for slot in 0..of.slots.len() {
                let sets = self.sets(group, slot, duals);
                let prices = self.prices(group, slot, &[slot], duals);
                let most: Vec<f64> = sets.iter().map(|set| most - own - set.min(0.0)).collect();
                prices.within(&most, &mut |offer| columns.push(self.column(offer)));
                if columns.len() > limit || allowance.is_used_up() {
                    return None;
                }
            }
        }
        Some(columns)
    }

    pub(super) fn column(&self, offer: &Offer) -> Column {
        self.team(offer.group, offer.slot, offer.composition, offer.kind, offer.gives_up)
    }
}
