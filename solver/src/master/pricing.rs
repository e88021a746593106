//! The compositions that would make the master program cheaper.

use super::{Column, Master};
use crate::Cost;
use crate::reduce::{Compositions, View};

/// The duals of one slot, as a team sees them.
pub(super) struct Prices<'a> {
    /// What a broken requirement and a point cost.
    pub broken: f64,
    pub points: f64,
    /// Class by number of members: what those seats cost.
    pub seats: Vec<Vec<f64>>,
    /// By kind of supervision.
    pub kinds: Vec<f64>,
    /// For any team.
    pub team: f64,
    /// For giving the quorum up.
    pub gives_up: f64,
    pub at: (usize, usize),
    pub of: &'a crate::problem::Group,
    pub view: &'a View,
    pub all: &'a Compositions,
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

impl Prices<'_> {
    /// The best compositions at a slot by kind of supervision, at most `wanted` of each, cheapest
    /// first; prices without the group's own.
    pub fn best(&self, wanted: usize) -> Vec<Vec<Offer>> {
        let (group, slot) = self.at;
        let view = self.view;
        let all = self.all;
        let capacity = self.room();
        let gives_up = self.gives_up < 0.0;
        let mut best: Vec<Vec<Offer>> = vec![Vec::new(); view.kinds()];
        all.each_price(&self.seats, |at, seats| {
            let price = self.weigh(all.costs[at]) + seats;
            for (kind, best) in best.iter_mut().enumerate() {
                if usize::from(all.sizes[at]) + kind > capacity {
                    continue;
                }
                let reduced = price + self.team + self.kinds[kind] + self.gives_up.min(0.0);
                if best.len() == wanted && best[wanted - 1].reduced <= reduced {
                    continue;
                }
                let place = best.partition_point(|offer| offer.reduced <= reduced);
                best.insert(place, Offer { group, slot, composition: at, kind, gives_up, reduced });
                best.truncate(wanted);
            }
        });
        best
    }

    /// How many people there is room for.
    pub fn room(&self) -> usize {
        self.of.slots[self.at.1].capacity.unwrap_or(usize::MAX)
    }

    /// Every team that costs at most so much, by kind of supervision.
    pub fn within(&self, most: &[f64], take: &mut dyn FnMut(&Offer)) {
        let (group, slot) = self.at;
        let all = self.all;
        let capacity = self.room();
        let has_quorum = self.of.slots[slot].quorum.is_some();
        all.each_price(&self.seats, |at, seats| {
            let price = self.weigh(all.costs[at]) + self.team + seats;
            for (kind, most) in most.iter().enumerate() {
                if usize::from(all.sizes[at]) + kind > capacity {
                    continue;
                }
                let reduced = price + self.kinds[kind];
                let mut offer =
                    Offer { group, slot, composition: at, kind, gives_up: false, reduced };
                if reduced <= *most {
                    take(&offer);
                }
                offer.gives_up = true;
                offer.reduced += self.gives_up;
                if has_quorum && offer.reduced <= *most {
                    take(&offer);
                }
            }
        });
    }

    pub fn weigh(&self, cost: Cost) -> f64 {
        cost.broken as f64 * self.broken + cost.points as f64 * self.points
    }
}

impl Master<'_> {
    pub(super) fn prices(&self, group: usize, slot: usize, duals: &[f64]) -> Prices<'_> {
        let of = &self.reduced.problem.groups[group];
        let view = &self.reduced.views[group];
        let rows = self.at[group][slot];
        let most = of.sizes.len();
        let (points, broken) = match self.goal {
            super::Goal::Broken => (0.0, 1.0),
            super::Goal::Points { .. } => (1.0, -duals[self.budget]),
        };
        let mut seats: Vec<Vec<f64>> = (0..view.classes.len())
            .map(|class| (0..most).map(|n| n as f64 * duals[rows.classes + class]).collect())
            .collect();
        for row in self.caps.get(&(group, slot)).into_iter().flatten() {
            for (n, price) in seats[row.class].iter_mut().enumerate() {
                *price += n.min(usize::from(row.people)) as f64 * duals[row.row];
            }
        }
        let kinds = (0..view.kinds()).map(|kind| -duals[rows.kinds + kind]).collect();
        let link = |what| {
            let rows = self.uses.get(&what).into_iter().flatten();
            let price =
                rows.filter_map(|&(index, times)| Some(-duals[self.links[index]?] * times as f64));
            price.sum::<f64>()
        };
        let team = link(crate::Use::Team { group }) + link(crate::Use::Slot { group, slot });
        let rows = self.quorums.get(&(group, slot)).into_iter().flatten();
        let mut gives_up: f64 = rows.map(|row| -duals[row.row] * row.lowest).sum();
        let mut prices = Prices {
            broken,
            points,
            seats,
            kinds,
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
        prices
    }

    /// The teams whose reduced cost, with that of the best supervision, is at most so much; none if
    /// there are more than `limit`.
    pub fn teams_within(&self, duals: &[f64], most: f64, limit: usize) -> Option<Vec<Column>> {
        if self.compositions.iter().any(|all| !all.is_complete) {
            return None;
        }
        let duals = &self.clipped(duals);
        let mut columns = Vec::new();
        for (group, of) in self.reduced.problem.groups.iter().enumerate() {
            let own = -duals[self.groups + group];
            for slot in 0..of.slots.len() {
                let sets = self.sets(group, slot, duals);
                let prices = self.prices(group, slot, duals);
                let most: Vec<f64> = sets.iter().map(|set| most - own - set.min(0.0)).collect();
                prices.within(&most, &mut |offer| columns.push(self.column(offer)));
                if columns.len() > limit {
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
