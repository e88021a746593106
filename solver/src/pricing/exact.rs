//! The best team at the prices of a slot: depth-first search with the bound of the relaxation.

use super::features::Features;
use super::partition::Choice;
use super::relaxed::{Lower, Multipliers, Relaxation};
use super::{MANY_STEPS, SlotPrices, exchanges};
use crate::local::{MemberLayout, MemberTeam};

/// How far a search may go.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Partial teams that are looked at.
    pub nodes: u64,
    /// Teams that are kept: below the threshold, the cheapest.
    pub teams: usize,
}

/// What a search came to.
#[derive(Debug)]
pub(super) struct Found {
    /// No team of this size costs less.
    pub lower: f64,
    pub teams: Vec<(f64, Vec<usize>)>,
    /// Whether every team below the threshold is among them.
    pub is_complete: bool,
}

/// Partial teams that are looked at before a search is split in two.
const SPLIT_AFTER: u64 = 1_000;

/// Looks for every team of one size that costs less than `threshold`, or with `limits.teams` 1 for the best.
///
/// A search that takes long is split by how many members have one feature, and each half gets multipliers
/// of its own: what a feature charges is exact then where it mattered most.
pub(super) fn search(
    features: &Features,
    layout: &MemberLayout,
    prices: &SlotPrices,
    relaxation: &mut Relaxation,
    multipliers: &Multipliers,
    threshold: f64,
    limits: Limits,
) -> Found {
    let mut found = Found { lower: threshold, teams: Vec::new(), is_complete: true };
    let mut threshold = threshold;
    let mut nodes = limits.nodes;
    // Ranges of heads that are still to be searched, with multipliers to begin with.
    let mut multipliers = multipliers.clone();
    let lower = relaxation.raise(&mut multipliers, threshold, MANY_STEPS);
    let mut open = vec![Half { charges: relaxation.charges.clone(), multipliers, lower }];
    // The half with the lowest bound comes first.
    let lowest = |open: &[Half]| {
        let values = open.iter().map(|half| half.lower.value).enumerate();
        values.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(at, _)| at)
    };
    while let Some(at) = lowest(&open) {
        let Half { charges, multipliers, lower } = open.swap_remove(at);
        if lower.value >= threshold - 1e-9 {
            break;
        }
        if nodes == 0 || prices.allowance.is_used_up() {
            found.lower = found.lower.min(lower.value);
            found.is_complete = false;
            break;
        }
        relaxation.charges = charges;
        let split = relaxation.split(&lower);
        let most = if split.is_some() { SPLIT_AFTER.min(nodes) } else { nodes };
        let limits = Limits { nodes: most, ..limits };
        let some =
            depth_first(features, layout, prices, relaxation, &multipliers, threshold, limits);
        nodes -= most.min(some.nodes + NODES_OF_A_RAISE);
        if limits.teams == 1 {
            found.teams.extend(some.teams.iter().cloned());
            threshold = found.teams.iter().map(|(price, _)| *price).fold(threshold, f64::min);
        }
        if let (false, Some(halves)) = (some.is_complete, split) {
            for charges in halves {
                relaxation.charges.clone_from(&charges);
                let mut multipliers = multipliers.clone();
                let raised = relaxation.raise(&mut multipliers, threshold, MANY_STEPS);
                let lower = Lower { value: raised.value.max(lower.value), ..raised };
                open.push(Half { charges, multipliers, lower });
            }
            continue;
        }
        found.is_complete &= some.is_complete;
        found.lower = found.lower.min(some.lower);
        if limits.teams > 1 {
            found.teams.extend(some.teams);
            if found.teams.len() > limits.teams {
                found.is_complete = false;
                return found;
            }
        }
    }
    found.lower = found.lower.min(threshold);
    found
}

/// Partial teams between two looks at the stop.
const LOOK: u64 = 10_000;
/// What two halves of a split take, in partial teams.
const NODES_OF_A_RAISE: u64 = 500;

/// A search that is still to be done: charges with ranges of heads, and the bound there.
struct Half {
    charges: Vec<Vec<f64>>,
    multipliers: Multipliers,
    lower: Lower,
}

fn depth_first(
    features: &Features,
    layout: &MemberLayout,
    prices: &SlotPrices,
    relaxation: &Relaxation,
    multipliers: &Multipliers,
    threshold: f64,
    limits: Limits,
) -> Searched {
    let (priced, constant) = relaxation.priced(multipliers);
    let mut order: Vec<usize> = (0..priced.len()).collect();
    order.sort_by(|&a, &b| {
        let kinds = features.kinds[a].cmp(&features.kinds[b]);
        priced[a].total_cmp(&priced[b]).then(kinds).then(a.cmp(&b))
    });
    let lost = relaxation.quorum.as_ref().map_or(0.0, |(_, cost, depths)| {
        cost - depths.iter().zip(&multipliers.quorum).map(|(d, m)| d * m).sum::<f64>()
    });
    let size = relaxation.size;
    let mut sums = vec![0.0];
    for &candidate in &order {
        sums.push(sums[sums.len() - 1] + priced[candidate]);
    }
    let mut search = Search {
        features,
        layout,
        prices,
        order,
        priced: Vec::new(),
        sums,
        least: least(relaxation, multipliers),
        relaxation,
        size,
        constant,
        threshold,
        limits,
        nodes: 0,
        heads: vec![0; features.all.len()],
        members: Vec::new(),
        found: Vec::new(),
        cut: f64::INFINITY,
        kept: lost.min(0.0),
        lost,
        choices: Vec::new(),
    };
    search.priced = search.order.iter().map(|&candidate| priced[candidate]).collect();
    search.descend(0, 0.0);
    let is_complete = search.cut == f64::INFINITY;
    let best = search.found.iter().map(|(price, _)| *price).fold(threshold, f64::min);
    // What was not looked at costs at least its own bound.
    let nodes = search.nodes;
    Searched { lower: best.min(search.cut), teams: search.found, is_complete, nodes }
}

/// What a depth-first search came to.
struct Searched {
    lower: f64,
    teams: Vec<(f64, Vec<usize>)>,
    is_complete: bool,
    nodes: u64,
}

/// By feature, number of those who have it already and members still to choose: the least that it charges
/// beside its multiplier.
fn least(relaxation: &Relaxation, multipliers: &Multipliers) -> Vec<Vec<Vec<f64>>> {
    let of_feature = |(charges, multiplier): (&Vec<f64>, &f64)| {
        let price = |number: usize| charges[number] - multiplier * number as f64;
        let last = charges.len() - 1;
        let from = |heads: usize| {
            let mut least = f64::INFINITY;
            let up_to = |more: usize| {
                least = least.min(price(heads + more));
                least
            };
            (0..=last - heads).map(up_to).collect::<Vec<f64>>()
        };
        (0..=last).map(from).collect::<Vec<Vec<f64>>>()
    };
    relaxation.charges.iter().zip(&multipliers.features).map(of_feature).collect()
}

struct Search<'a> {
    features: &'a Features,
    layout: &'a MemberLayout<'a>,
    prices: &'a SlotPrices<'a>,
    /// Candidates, the cheapest first, with their prices and the sums of these.
    order: Vec<usize>,
    priced: Vec<f64>,
    sums: Vec<f64>,
    least: Vec<Vec<Vec<f64>>>,
    relaxation: &'a Relaxation<'a>,
    size: usize,
    constant: f64,
    threshold: f64,
    limits: Limits,
    nodes: u64,
    heads: Vec<usize>,
    members: Vec<usize>,
    found: Vec<(f64, Vec<usize>)>,
    /// The least bound of what was not looked at.
    cut: f64,
    /// What the quorum is worth beside its multipliers, kept or not, and lost.
    kept: f64,
    lost: f64,
    /// Room to work in.
    choices: Vec<Choice>,
}

impl Search<'_> {
    /// Chooses the next member among those from a place in the order on; `chosen` is what the members so
    /// far cost.
    fn descend(&mut self, from: usize, chosen: f64) {
        let left = self.size - self.members.len();
        if left == 0 {
            return self.take();
        }
        let fixed = self.constant + chosen + self.charged(left) + self.given_up(left);
        let mut at = from;
        while at + left <= self.order.len() {
            let bound = fixed + self.sums[at + left] - self.sums[at];
            if bound >= self.threshold - 1e-9 {
                return;
            }
            if self.nodes >= self.limits.nodes {
                self.cut = self.cut.min(bound);
                return;
            }
            self.nodes += 1;
            if self.nodes.is_multiple_of(LOOK) && self.prices.allowance.is_used_up() {
                self.limits.nodes = 0;
            }
            let candidate = self.order[at];
            for &feature in &self.features.of[candidate] {
                self.heads[feature] += 1;
            }
            self.members.push(candidate);
            self.descend(at + 1, chosen + self.priced[at]);
            self.members.pop();
            for &feature in &self.features.of[candidate] {
                self.heads[feature] -= 1;
            }
            // Without this one also without those like it, of whom the first are taken.
            let kind = self.features.kinds[candidate];
            at += 1;
            while at < self.order.len() && self.features.kinds[self.order[at]] == kind {
                at += 1;
            }
        }
    }

    /// The least that features charge, with so many members still to choose.
    fn charged(&mut self, left: usize) -> f64 {
        let (least, heads) = (&self.least, &self.heads);
        // At least so many have it.
        let from = |feature: usize, number: usize| {
            let heads = heads[feature];
            let more = number.saturating_sub(heads);
            if more > left { f64::INFINITY } else { least[feature][heads + more][left - more] }
        };
        let single = self.relaxation.single.iter().map(|&feature| from(feature, 0));
        let mut charged: f64 = single.sum();
        for partition in &self.relaxation.partitions {
            self.choices.clear();
            self.choices.extend(partition.features.iter().map(|&feature| Choice {
                feature,
                none: if heads[feature] > 0 { f64::INFINITY } else { least[feature][0][0] },
                some: from(feature, 1),
                many: from(feature, 2),
            }));
            charged += partition.least(&mut self.choices).0;
        }
        charged
    }

    /// What the quorum costs at least where it is lost whoever comes, beside its multipliers.
    fn given_up(&self, left: usize) -> f64 {
        let Some((quorum, _, _)) = &self.relaxation.quorum else { return 0.0 };
        let is_lost = |(sum, highest): (&Vec<f64>, &f64)| {
            let now: f64 = self.members.iter().map(|&member| sum[member]).sum();
            now + left as f64 * highest < -1e-9
        };
        match quorum.sums.iter().zip(&quorum.highest).any(is_lost) {
            true => self.lost,
            false => self.kept,
        }
    }

    /// A whole team.
    fn take(&mut self) {
        let team = MemberTeam::new(self.layout, self.prices.slot, &self.members);
        let price = exchanges::price_of(self.prices, &team);
        if price >= self.threshold - 1e-9 {
            return;
        }
        let mut members = self.members.clone();
        members.sort_unstable();
        if self.limits.teams == 1 {
            // Only a better one is of use from here on.
            self.threshold = price;
            self.found.push((price, members));
            return;
        }
        self.found.push((price, members));
        if self.found.len() > self.limits.teams {
            (self.cut, self.limits.nodes) = (f64::NEG_INFINITY, 0);
        }
    }
}
