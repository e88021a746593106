//! The Lagrangian relaxation of the pricing problem at one size.
//!
//! The number of members that have a feature is decided twice: by who is chosen, and by what the feature
//! charges for. A multiplier for each feature makes the two agree (Lagrangian decomposition; Guignard and
//! Kim 1987). Any multipliers give a bound; those of the last round are a good start.

use super::SlotPrices;
use super::features::{Features, PairTerm, QuorumTerm};

/// Steps without a better bound after which they become shorter.
const PATIENCE: usize = 12;
/// What the newest step is of the average.
const AVERAGED: f64 = 0.1;
/// What the first step is of the way to the target (Polyak 1969).
const FIRST_STEP: f64 = 1.0;

/// The multipliers of one size.
#[derive(Clone, Debug, Default)]
pub(crate) struct Multipliers {
    /// By feature: added to the price of a member that has it, taken from what the feature charges.
    pub features: Vec<f64>,
    /// By number: between minus and plus its unit, times its scale.
    pub numbers: Vec<f64>,
    /// By pair: between nothing and its cost.
    pub pairs: Vec<f64>,
    /// By sum of the slot's quorum: at least nothing.
    pub quorum: Vec<f64>,
}

impl Multipliers {
    pub fn new(features: &Features, slot: usize) -> Multipliers {
        Multipliers {
            features: vec![0.0; features.all.len()],
            numbers: vec![0.0; features.numbers.len()],
            pairs: vec![0.0; features.pairs.len()],
            quorum: vec![0.0; features.quorums[slot].as_ref().map_or(0, |of| of.sums.len())],
        }
    }
}

/// A bound, and the members that it is made of.
#[derive(Clone, Debug)]
pub(super) struct Lower {
    pub value: f64,
    pub members: Vec<usize>,
    /// By feature, how many it charges for.
    pub heads: Vec<usize>,
    /// Whether the quorum is given up.
    pub gives_up: bool,
    /// By feature, how many members have it on the average of the last steps: nearly a solution of the
    /// linear program behind the relaxation (Barahona and Anbil 2000).
    pub average: Vec<f64>,
}

/// What a partition charges at the prices of a slot.
pub(super) struct PartitionCharges {
    pub features: Vec<usize>,
    /// By number of features that are there; the last holds for more.
    present: Vec<f64>,
    fragile: Vec<(usize, f64)>,
}

/// What one feature of a partition may come to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub feature: usize,
    /// The least if nobody has it, if somebody has it, and if more than one has it.
    pub none: f64,
    pub some: f64,
    pub many: f64,
}

impl PartitionCharges {
    /// Charged for so many features that are there.
    pub fn charge(&self, number: usize) -> f64 {
        let last = self.present.len().saturating_sub(1);
        self.present.get(number.min(last)).copied().unwrap_or(0.0)
    }

    /// Numbers of features at which it charges if one of them is on one member alone.
    pub fn fragile(&self) -> impl Iterator<Item = (usize, f64)> {
        self.fragile.iter().copied()
    }

    /// The least that features come to together, and which of them are there then, first in the list, by
    /// number.
    pub fn least(&self, choices: &mut [Choice]) -> (f64, usize) {
        let more = |choice: &Choice| match choice.none.is_finite() {
            true => choice.some - choice.none,
            false => f64::NEG_INFINITY,
        };
        choices.sort_unstable_by(|a, b| more(a).total_cmp(&more(b)));
        let mut sum: f64 =
            choices.iter().map(|of| if of.none.is_finite() { of.none } else { 0.0 }).sum();
        let forced = choices.iter().filter(|of| !of.none.is_finite()).count();
        let mut best = (f64::INFINITY, 0);
        for number in 0..=choices.len() {
            if number > 0 {
                let choice = &choices[number - 1];
                sum += choice.some - if choice.none.is_finite() { choice.none } else { 0.0 };
            }
            if number < forced {
                continue;
            }
            let charge = self.charge(number);
            let fragile: f64 =
                self.fragile.iter().filter(|(at, _)| *at == number).map(|(_, cost)| cost).sum();
            let fragile =
                if fragile > 0.0 { fragile.min(self.sturdy(choices, number, sum)) } else { 0.0 };
            let total = sum + charge + fragile;
            if total < best.0 {
                best = (total, number);
            }
        }
        best
    }

    /// What it costs more at least if so many features are there and each on more than one member.
    fn sturdy(&self, choices: &[Choice], number: usize, sum: f64) -> f64 {
        let none = |of: &Choice| if of.none.is_finite() { of.none } else { 0.0 };
        let mut more: Vec<f64> = choices
            .iter()
            .map(|of| if of.none.is_finite() { of.many - of.none } else { f64::NEG_INFINITY })
            .collect();
        more.sort_unstable_by(f64::total_cmp);
        let forced: f64 = choices.iter().filter(|of| !of.none.is_finite()).map(|of| of.many).sum();
        let chosen: f64 = more.iter().take(number).filter(|more| more.is_finite()).sum();
        // An infinite one among the first means that it cannot be had.
        if more.iter().take(number).any(|more| *more == f64::INFINITY) {
            return f64::INFINITY;
        }
        (choices.iter().map(none).sum::<f64>() + chosen + forced - sum).max(0.0)
    }
}

/// The relaxation of one size at the prices of a slot.
pub(super) struct Relaxation<'a> {
    features: &'a Features,
    prices: &'a SlotPrices<'a>,
    pub size: usize,
    /// By feature and number, what it charges.
    pub charges: Vec<Vec<f64>>,
    pub partitions: Vec<PartitionCharges>,
    /// Features in no partition.
    pub single: Vec<usize>,
    pub numbers: Vec<f64>,
    pub pairs: Vec<f64>,
    /// The quorum with what it costs to give it up, and by sum how much that gives.
    pub quorum: Option<(&'a QuorumTerm, f64, Vec<f64>)>,
    /// Room to work in: the prices with multipliers, and an order of candidates.
    priced: Vec<f64>,
    order: Vec<usize>,
}

impl<'a> Relaxation<'a> {
    pub fn new(features: &'a Features, prices: &'a SlotPrices, size: usize) -> Relaxation<'a> {
        let weigh = |cost: crate::Cost| prices.weigh(cost);
        let pair = |term: &PairTerm| match *term {
            PairTerm::Together { cost, .. } | PairTerm::Apart { cost, .. } => weigh(cost),
        };
        Relaxation {
            features,
            prices,
            size,
            charges: features
                .all
                .iter()
                .map(|feature| feature.charges[size].iter().map(|&cost| weigh(cost)).collect())
                .collect(),
            partitions: features
                .partitions
                .iter()
                .map(|of| PartitionCharges {
                    features: of.features.clone(),
                    present: of.present.iter().map(|&cost| weigh(cost)).collect(),
                    fragile: of.fragile.iter().map(|&(at, cost)| (at, weigh(cost))).collect(),
                })
                .collect(),
            single: (0..features.all.len())
                .filter(|index| !features.partitions.iter().any(|of| of.features.contains(index)))
                .collect(),
            numbers: features
                .numbers
                .iter()
                .map(|number| weigh(number.unit) * number.scale)
                .collect(),
            pairs: features.pairs.iter().map(pair).collect(),
            quorum: features.quorums[prices.slot].as_ref().map(|quorum| {
                let depths = (0..quorum.sums.len()).map(|sum| quorum.depth(sum, size));
                (quorum, weigh(quorum.cost), depths.collect())
            }),
            priced: Vec::new(),
            order: Vec::new(),
        }
    }

    /// Takes multipliers of other prices to within the limits that these prices set: beyond them the bound
    /// would not hold.
    pub fn project(&self, multipliers: &mut Multipliers) {
        for (multiplier, unit) in multipliers.numbers.iter_mut().zip(&self.numbers) {
            *multiplier = multiplier.clamp(-unit, *unit);
        }
        for (multiplier, cost) in multipliers.pairs.iter_mut().zip(&self.pairs) {
            *multiplier = multiplier.clamp(0.0, *cost);
        }
    }

    /// The prices of members with the multipliers added, and what is left over as a constant.
    pub fn priced(&self, multipliers: &Multipliers) -> (Vec<f64>, f64) {
        let mut priced = self.prices.members.to_vec();
        for (price, of) in priced.iter_mut().zip(&self.features.of) {
            *price += of.iter().map(|&feature| multipliers.features[feature]).sum::<f64>();
        }
        for (number, multiplier) in self.features.numbers.iter().zip(&multipliers.numbers) {
            if *multiplier != 0.0 {
                for (price, &coefficient) in priced.iter_mut().zip(&number.coefficients) {
                    *price += multiplier * coefficient;
                }
            }
        }
        if let Some((quorum, ..)) = &self.quorum {
            for (sum, multiplier) in quorum.sums.iter().zip(&multipliers.quorum) {
                if *multiplier != 0.0 {
                    for (price, share) in priced.iter_mut().zip(sum) {
                        *price -= multiplier * share;
                    }
                }
            }
        }
        let mut constant = self.prices.sizes[self.size];
        for (pair, &multiplier) in self.features.pairs.iter().zip(&multipliers.pairs) {
            match *pair {
                PairTerm::Together { one, other, .. } => {
                    priced[one] += multiplier;
                    priced[other] -= multiplier;
                }
                PairTerm::Apart { one, other, .. } => {
                    priced[one] += multiplier;
                    priced[other] += multiplier;
                    constant -= multiplier;
                }
            }
        }
        (priced, constant)
    }

    /// The bound at these multipliers.
    pub fn bound(&mut self, multipliers: &Multipliers) -> Lower {
        let (priced, mut value) = self.priced(multipliers);
        self.priced = priced;
        let mut heads = vec![0; self.charges.len()];
        let least = |feature: usize, from: usize| {
            let multiplier = multipliers.features[feature];
            let mut best = (f64::INFINITY, from);
            for (number, charge) in self.charges[feature].iter().enumerate().skip(from) {
                let price = charge - multiplier * number as f64;
                if price < best.0 {
                    best = (price, number);
                }
            }
            best
        };
        for &feature in &self.single {
            let (price, number) = least(feature, 0);
            value += price;
            heads[feature] = number;
        }
        for partition in &self.partitions {
            let choice = |&feature: &usize| Choice {
                feature,
                none: self.charges[feature][0],
                some: least(feature, 1).0,
                many: least(feature, 2).0,
            };
            let mut choices: Vec<Choice> = partition.features.iter().map(choice).collect();
            let (price, number) = partition.least(&mut choices);
            value += price;
            for choice in &choices[..number] {
                heads[choice.feature] = least(choice.feature, 1).1;
            }
        }
        let mut gives_up = false;
        if let Some((_, cost, depths)) = &self.quorum {
            let gain: f64 = depths.iter().zip(&multipliers.quorum).map(|(d, m)| d * m).sum();
            gives_up = gain > *cost;
            value += if gives_up { cost - gain } else { 0.0 };
        }
        let priced = &self.priced;
        self.order.clear();
        self.order.extend(0..priced.len());
        let by_price =
            |&a: &usize, &b: &usize| priced[a].total_cmp(&priced[b]).then_with(|| a.cmp(&b));
        if self.size > 0 && self.size < self.order.len() {
            self.order.select_nth_unstable_by(self.size - 1, by_price);
        }
        let mut members = self.order[..self.size].to_vec();
        members.sort_unstable();
        value += members.iter().map(|&member| priced[member]).sum::<f64>();
        Lower { value, members, heads, gives_up, average: Vec::new() }
    }

    /// Raises the bound towards a target by so many steps of the subgradient method at most; the multipliers
    /// become those of the best bound.
    pub fn raise(&mut self, multipliers: &mut Multipliers, target: f64, steps: usize) -> Lower {
        let mut best = self.bound(multipliers);
        let mut average = self.heads_of(&best.members);
        let mut at = best.clone();
        let mut trial = multipliers.clone();
        let (mut scale, mut since) = (FIRST_STEP, 0);
        for _ in 0..steps {
            if best.value >= target - 1e-6 || scale < 1e-3 {
                break;
            }
            let gradient = self.gradient(&at);
            let length = gradient.square(&trial);
            if length < 1e-12 {
                break;
            }
            let step = scale * (target - at.value).max(1e-6) / length;
            self.walk(&mut trial, &gradient, step);
            at = self.bound(&trial);
            for (average, now) in average.iter_mut().zip(self.heads_of(&at.members)) {
                *average += AVERAGED * (now - *average);
            }
            if at.value > best.value + 1e-9 {
                best = at.clone();
                multipliers.clone_from(&trial);
                since = 0;
            } else {
                since += 1;
                if since == PATIENCE {
                    (scale, since) = (scale / 2.0, 0);
                    trial.clone_from(multipliers);
                    at = best.clone();
                }
            }
        }
        best.average = average;
        best
    }

    /// By feature, how many members have it.
    fn heads_of(&self, members: &[usize]) -> Vec<f64> {
        let mut heads = vec![0.0; self.charges.len()];
        for &member in members {
            self.features.of[member].iter().for_each(|&feature| heads[feature] += 1.0);
        }
        heads
    }

    /// Two ranges of heads for the feature of which the relaxation charges least of what it ought to, as
    /// charges of all features; none if it charges all.
    pub fn split(&self, lower: &Lower) -> Option<[Vec<Vec<f64>>; 2]> {
        let mut worst: Option<(f64, usize)> = None;
        for (feature, charges) in self.charges.iter().enumerate() {
            let average = lower.average.get(feature).copied().unwrap_or(0.0);
            let gap = between(charges, average) - hull(charges, average);
            if gap.is_finite() && gap > 0.5 && worst.is_none_or(|(worst, _)| gap > worst) {
                worst = Some((gap, feature));
            }
        }
        let (_, feature) = worst?;
        let middle = lower.average[feature].floor() as usize;
        let half = |is_kept: &dyn Fn(usize) -> bool| {
            let mut charges = self.charges.clone();
            for (number, charge) in charges[feature].iter_mut().enumerate() {
                if !is_kept(number) {
                    *charge = f64::INFINITY;
                }
            }
            charges
        };
        Some([half(&|number| number > middle), half(&|number| number <= middle)])
    }

    fn gradient(&self, lower: &Lower) -> Multipliers {
        let mut gradient = Multipliers {
            features: lower.heads.iter().map(|&heads| -(heads as f64)).collect(),
            numbers: vec![0.0; self.numbers.len()],
            pairs: vec![0.0; self.pairs.len()],
            quorum: Vec::new(),
        };
        if let Some((quorum, _, depths)) = &self.quorum {
            let short = |(sum, depth): (&Vec<f64>, &f64)| {
                let sum: f64 = lower.members.iter().map(|&member| sum[member]).sum();
                -sum - if lower.gives_up { *depth } else { 0.0 }
            };
            gradient.quorum = quorum.sums.iter().zip(depths).map(short).collect();
        }
        for &member in &lower.members {
            for &feature in &self.features.of[member] {
                gradient.features[feature] += 1.0;
            }
            for (of, number) in gradient.numbers.iter_mut().zip(&self.features.numbers) {
                *of += number.coefficients[member];
            }
        }
        let has = |candidate: usize| f64::from(lower.members.binary_search(&candidate).is_ok());
        for (of, pair) in gradient.pairs.iter_mut().zip(&self.features.pairs) {
            *of = match *pair {
                PairTerm::Together { one, other, .. } => has(one) - has(other),
                PairTerm::Apart { one, other, .. } => has(one) + has(other) - 1.0,
            };
        }
        gradient
    }

    /// One step, within the limits of numbers and pairs.
    fn walk(&self, at: &mut Multipliers, gradient: &Multipliers, step: f64) {
        for (at, gradient) in at.features.iter_mut().zip(&gradient.features) {
            *at += step * gradient;
        }
        for (at, gradient) in at.numbers.iter_mut().zip(&gradient.numbers) {
            *at += step * gradient;
        }
        for (at, gradient) in at.pairs.iter_mut().zip(&gradient.pairs) {
            *at += step * gradient;
        }
        for (at, gradient) in at.quorum.iter_mut().zip(&gradient.quorum) {
            *at = (*at + step * gradient).max(0.0);
        }
        self.project(at);
    }
}

impl Multipliers {
    /// The square of a gradient's length, without what cannot move from its limit.
    fn square(&self, at: &Multipliers) -> f64 {
        let moves = |(gradient, at): (&f64, &f64)| {
            if *at <= 0.0 && *gradient < 0.0 { 0.0 } else { gradient * gradient }
        };
        let free = self.features.iter().chain(&self.numbers).map(|value| value * value);
        let limited = self.pairs.iter().zip(&at.pairs).chain(self.quorum.iter().zip(&at.quorum));
        free.sum::<f64>() + limited.map(moves).sum::<f64>()
    }
}

/// What charges by number come to for a number between two whole ones.
fn between(charges: &[f64], number: f64) -> f64 {
    let below = (number.floor() as usize).min(charges.len() - 1);
    let share = number - below as f64;
    match charges.get(below + 1) {
        Some(above) if share > 1e-9 => charges[below] * (1.0 - share) + above * share,
        _ => charges[below],
    }
}

/// The least that any mixture of whole numbers with this average charges.
fn hull(charges: &[f64], number: f64) -> f64 {
    let mut least = f64::INFINITY;
    for (low, charge) in charges.iter().enumerate().take_while(|(low, _)| *low as f64 <= number) {
        for (high, other) in charges.iter().enumerate().skip(low) {
            let width = (high - low) as f64;
            let share = if width > 0.0 { (number - low as f64) / width } else { 0.0 };
            if high as f64 >= number && charge.is_finite() && other.is_finite() {
                least = least.min(charge * (1.0 - share) + other * share);
            }
        }
    }
    least
}
