//! Good teams by exchanges: from some members, step by step to the best that differs in one.

use super::SlotPrices;
use super::features::Features;
use crate::local::{Exchange, MemberLayout, MemberTeam};

/// Steps from one start at most.
const STEPS: usize = 40;
/// Candidates that are looked at for one place: the cheapest.
const MOST: usize = 100;

/// The best team that exchanges lead to from some members, and those on the way that are of use, with
/// their prices, the best first.
pub(super) fn improve(
    features: &Features,
    layout: &MemberLayout,
    prices: &SlotPrices,
    start: &[usize],
) -> Vec<(f64, Vec<usize>)> {
    let mut team = MemberTeam::new(layout, prices.slot, start);
    let mut price = price_of(prices, &team);
    let mut found = Vec::new();
    let mut cheapest: Vec<usize> = (0..features.items()).collect();
    if cheapest.len() > MOST {
        let by_price = |&a: &usize, &b: &usize| {
            prices.members[a].total_cmp(&prices.members[b]).then_with(|| a.cmp(&b))
        };
        cheapest.select_nth_unstable_by(MOST - 1, by_price);
        cheapest.truncate(MOST);
        cheapest.sort_unstable();
    }
    for _ in 0..STEPS {
        if price < prices.threshold {
            let mut members = team.members().to_vec();
            members.sort_unstable();
            found.push((price, members));
        }
        match best_exchange(layout, prices, &team, &cheapest, price) {
            Some((better, exchange)) => {
                team.exchange(layout, exchange);
                price = better;
            }
            None => break,
        }
    }
    found.reverse();
    found.truncate(3);
    found
}

/// The exchange that makes a team cheapest, if any makes it cheaper.
fn best_exchange(
    layout: &MemberLayout,
    prices: &SlotPrices,
    team: &MemberTeam,
    cheapest: &[usize],
    price: f64,
) -> Option<(f64, Exchange)> {
    let beside: f64 = team.members().iter().map(|&member| prices.beside[member]).sum();
    let size = team.members().len();
    let is_allowed = |size: usize| prices.sizes.get(size).is_some_and(|price| price.is_finite());
    let mut best: Option<(f64, Exchange)> = None;
    let outs = team.members().iter().map(|&member| Some(member)).chain([None]);
    for out in outs {
        let joins = cheapest.iter().filter(|candidate| !team.members().contains(candidate));
        let intos = joins.map(|&candidate| Some(candidate)).chain([None]);
        for into in intos {
            if out.is_none() && into.is_none()
                || !is_allowed(size + usize::from(into.is_some()) - usize::from(out.is_some()))
            {
                continue;
            }
            let exchange = Exchange { out, into };
            let beside = beside - out.map_or(0.0, |member| prices.beside[member])
                + into.map_or(0.0, |member| prices.beside[member]);
            let with = beside + weigh(prices, team.score_after(layout, exchange));
            if with < best.map_or(price - 1e-9, |(best, _)| best) {
                best = Some((with, exchange));
            }
        }
    }
    best
}

/// What a team costs at the prices of its slot.
pub(super) fn price_of(prices: &SlotPrices, team: &MemberTeam) -> f64 {
    let beside: f64 = team.members().iter().map(|&member| prices.beside[member]).sum();
    beside + weigh(prices, team.score())
}

/// A cost in the weights of the prices; infinite if there is none, since something does not fit.
fn weigh(prices: &SlotPrices, cost: Option<crate::Cost>) -> f64 {
    cost.map_or(f64::INFINITY, |cost| prices.weigh(cost))
}
