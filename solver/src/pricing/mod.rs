//! The pricing problem of one team at one slot: the members that cost least at given prices.
//!
//! A lower bound comes from a Lagrangian relaxation that splits the terms from the choice of members
//! (`relaxed`), good teams from exchanges (`exchanges`), and the proof that there is no better one from a
//! depth-first search with that bound (`exact`). None of it needs people to be alike.

mod exact;
mod exchanges;
mod features;
mod partition;
mod program;
mod relaxed;
#[cfg(test)]
mod tests;

pub(crate) use features::Features;
pub(crate) use relaxed::Multipliers;

use crate::Cost;
use crate::ends::Allowance;
use crate::highs::Status;
use crate::local::{MemberLayout, MemberTeam};
use exact::Limits;
use relaxed::Relaxation;

/// What one slot charges.
pub(crate) struct SlotPrices<'a> {
    /// By candidate the price of a member, attendance included.
    pub members: &'a [f64],
    /// The same without attendance.
    pub beside: &'a [f64],
    /// By size the price of that size; infinite where it is not allowed.
    pub sizes: &'a [f64],
    /// What a broken requirement and a point are worth.
    pub broken: f64,
    pub points: f64,
    pub slot: usize,
    /// By size, what is proven already: no team costs less.
    pub known: &'a [f64],
    /// What a team of the group may cost at most, beside all this, to be of use.
    pub threshold: f64,
    /// What is enough to prove of every team: at most the threshold.
    pub enough: f64,
    /// What pricing may take; what was proven until it is used up holds.
    pub allowance: Allowance<'a>,
}

impl SlotPrices<'_> {
    /// A cost at these prices.
    fn weigh(&self, cost: Cost) -> f64 {
        self.broken * cost.broken as f64 + self.points * cost.points as f64
    }
}

/// What pricing one slot came to.
#[derive(Debug, Default)]
pub(crate) struct Priced {
    /// By size: no team costs less.
    pub lower: Vec<f64>,
    /// Teams below the threshold, as candidates with their price, the best first.
    pub teams: Vec<(f64, Vec<usize>)>,
}

/// How hard to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// Good teams and a bound.
    Heuristic,
    /// The best team, or the proof that none costs less than is enough, within so many partial teams of each
    /// size.
    Exact(u64),
    /// The same, with an integer program for what is open then.
    Program(u64),
}

/// Steps of the subgradient method: enough to find good teams, and for a bound that counts.
const FEW_STEPS: usize = 80;
pub(crate) const MANY_STEPS: usize = 500;

impl Effort {
    fn steps(self) -> usize {
        match self {
            Effort::Heuristic => FEW_STEPS,
            Effort::Exact(_) | Effort::Program(_) => MANY_STEPS,
        }
    }
}

/// Teams that are handed back of one slot.
const WANTED: usize = 6;

/// Prices one slot. `multipliers`: by size, from the last time.
pub(crate) fn price(
    features: &Features,
    layout: &MemberLayout,
    prices: &SlotPrices,
    multipliers: &mut [Multipliers],
    effort: Effort,
) -> Result<Priced, Status> {
    let sizes = prices.sizes.len();
    let mut priced = Priced { lower: vec![f64::INFINITY; sizes], teams: Vec::new() };
    for size in 0..sizes {
        if prices.sizes[size].is_infinite() || size > features.items() {
            continue;
        }
        let known = prices.known[size];
        if known >= prices.threshold.max(prices.enough) {
            priced.lower[size] = known;
            continue;
        }
        let mut relaxation = Relaxation::new(features, prices, size);
        relaxation.project(&mut multipliers[size]);
        let mut lower = relaxation.bound(&multipliers[size]);
        if lower.value < prices.threshold {
            // A good team tells how far the bound may still rise.
            let found = exchanges::improve(features, layout, prices, &lower.members);
            let target = found.first().map_or(prices.threshold, |(price, _)| *price);
            priced.teams.extend(found);
            let target = target.min(prices.threshold);
            lower = relaxation.raise(&mut multipliers[size], target, effort.steps());
            if lower.value < prices.threshold {
                priced.teams.extend(exchanges::improve(features, layout, prices, &lower.members));
            }
        }
        lower.value = lower.value.max(known);
        let best = priced.teams.iter().map(|(price, _)| *price).fold(prices.enough, f64::min);
        if let Effort::Exact(nodes) | Effort::Program(nodes) = effort
            && lower.value < best - 1e-6
        {
            let limits = Limits { nodes, teams: 1 };
            let multipliers = &multipliers[size];
            let relaxation = &mut relaxation;
            let found =
                exact::search(features, layout, prices, relaxation, multipliers, best, limits);
            priced.teams.extend(found.teams);
            lower.value = lower.value.max(found.lower);
            if !found.is_complete && effort == Effort::Program(nodes) {
                let whole = Relaxation::new(features, prices, size);
                let solved = program::solve(features, prices, &whole, lower.value, best)?;
                lower.value = solved.lower;
                priced.teams.extend(solved.members.map(|members| {
                    let team = MemberTeam::new(layout, prices.slot, &members);
                    (exchanges::price_of(prices, &team), members)
                }));
            }
        }
        priced.lower[size] = lower.value;
    }
    priced.teams.retain(|(price, _)| *price < prices.threshold);
    priced.teams.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
    priced.teams.dedup_by(|a, b| a.1 == b.1);
    priced.teams.truncate(WANTED);
    Ok(priced)
}

/// Partial teams that are looked at for one size, to list all that are of use.
const LIST_NODES: u64 = 2_000_000;

/// Every team that costs less than the threshold; none if there are more than `limit`, or it takes too long.
pub(crate) fn list(
    features: &Features,
    layout: &MemberLayout,
    prices: &SlotPrices,
    multipliers: &[Multipliers],
    limit: usize,
) -> Option<Vec<(f64, Vec<usize>)>> {
    let mut teams = Vec::new();
    for size in 0..prices.sizes.len() {
        if prices.sizes[size].is_infinite() || size > features.items() {
            continue;
        }
        let mut multipliers = multipliers[size].clone();
        let mut relaxation = Relaxation::new(features, prices, size);
        relaxation.project(&mut multipliers);
        let raised = relaxation.raise(&mut multipliers, prices.threshold, MANY_STEPS);
        if raised.value >= prices.threshold {
            continue;
        }
        let limits = Limits { nodes: LIST_NODES, teams: limit };
        let (threshold, multipliers) = (prices.threshold, &multipliers);
        let relaxation = &mut relaxation;
        let found =
            exact::search(features, layout, prices, relaxation, multipliers, threshold, limits);
        if !found.is_complete {
            return None;
        }
        teams.extend(found.teams);
    }
    Some(teams)
}
