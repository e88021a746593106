//! What features that exclude each other charge together.

use super::SlotPrices;
use super::features::Partition;

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
    pub fn new(of: &Partition, prices: &SlotPrices) -> PartitionCharges {
        PartitionCharges {
            features: of.features.clone(),
            present: of.present.iter().map(|&cost| prices.weigh(cost)).collect(),
            fragile: of.fragile.iter().map(|&(at, cost)| (at, prices.weigh(cost))).collect(),
        }
    }

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
