//! One slot to be priced for whole teams, and what is known of it from earlier prices.

use super::round::Hands;
use super::whole::{GroupTeams, WholeTeams};
use crate::ends::Allowance;
use crate::highs::Status;
use crate::pricing::{self, Effort, Multipliers, Priced, SlotPrices};
use crate::tolerances::HELPS;

/// The prices of one slot with some kinds of supervision.
pub(super) struct Task {
    pub group: usize,
    pub slot: usize,
    /// What one team more of the group costs.
    pub own: f64,
    pub broken: f64,
    pub points: f64,
    pub beside: Vec<f64>,
    pub members: Vec<f64>,
    pub sizes: Vec<f64>,
    pub threshold: f64,
    pub enough: f64,
    /// Kinds of supervision, each with what it adds to the price of a team.
    pub kinds: Vec<(usize, f64)>,
    /// By size: no team costs less.
    pub lower: Vec<f64>,
    pub multipliers: Vec<Multipliers>,
}

/// What is proven of one slot and size at some prices: at others it says something too.
#[derive(Clone, Debug)]
pub(super) struct Proven {
    broken: f64,
    points: f64,
    members: Vec<f64>,
    size: f64,
    lower: f64,
}

impl Proven {
    /// What that says at the prices of a task: a team costs at least as much more as its members do.
    fn at(&self, task: &Task, size: usize) -> f64 {
        if (self.broken, self.points) != (task.broken, task.points) {
            return f64::NEG_INFINITY;
        }
        let members = task.members.iter().zip(&self.members).filter(|(now, _)| now.is_finite());
        let mut more: Vec<f64> = members.map(|(now, then)| now - then).collect();
        if more.len() < size {
            return f64::INFINITY;
        }
        more.sort_unstable_by(f64::total_cmp);
        self.lower + task.sizes[size] - self.size + more[..size].iter().sum::<f64>()
    }
}

impl Task {
    /// By size, what is proven at earlier prices of the slot.
    pub fn known(&self, proven: &[Option<Proven>]) -> Vec<f64> {
        let known = |(size, proven): (usize, &Option<Proven>)| match proven {
            Some(proven) => proven.at(self, size),
            None => f64::NEG_INFINITY,
        };
        proven.iter().enumerate().map(known).collect()
    }

    /// Keeps what is proven, where that is more than what was known of these prices.
    pub fn keep_in(&self, of: &mut GroupTeams) {
        of.multipliers[self.slot].clone_from(&self.multipliers);
        for (size, &lower) in self.lower.iter().enumerate() {
            let proven = &mut of.proven[self.slot][size];
            let known = proven.as_ref().map_or(f64::NEG_INFINITY, |proven| proven.at(self, size));
            if self.sizes[size].is_finite() && lower.is_finite() && lower > known {
                *proven = Some(Proven {
                    broken: self.broken,
                    points: self.points,
                    members: self.members.clone(),
                    size: self.sizes[size],
                    lower,
                });
            }
        }
    }

    /// How far what is proven of the cheapest team is from enough; negative if it is less.
    pub fn margin(&self) -> f64 {
        let allowed = self.lower.iter().zip(&self.sizes).filter(|(_, size)| size.is_finite());
        let least = allowed.map(|(lower, _)| *lower).fold(f64::INFINITY, f64::min);
        least - self.enough + HELPS
    }

    fn prices<'a>(&'a self, allowance: Allowance<'a>) -> SlotPrices<'a> {
        SlotPrices {
            members: &self.members,
            beside: &self.beside,
            sizes: &self.sizes,
            known: &self.lower,
            broken: self.broken,
            points: self.points,
            slot: self.slot,
            threshold: self.threshold,
            enough: self.enough,
            allowance,
        }
    }

    pub fn price(
        &self,
        whole: &WholeTeams,
        effort: Effort,
        hands: Hands,
    ) -> Result<(Priced, Vec<Multipliers>), Status> {
        let GroupTeams { features, layout, .. } = &whole.groups[self.group];
        let mut multipliers = self.multipliers.clone();
        let prices = self.prices(hands.allowance);
        let priced = pricing::price(features, layout, &prices, &mut multipliers, effort)?;
        Ok((priced, multipliers))
    }

    pub fn list(
        &self,
        whole: &WholeTeams,
        limit: usize,
        hands: Hands,
    ) -> Option<Vec<(f64, Vec<usize>)>> {
        let GroupTeams { features, layout, .. } = &whole.groups[self.group];
        let prices = self.prices(hands.allowance);
        pricing::list(features, layout, &prices, &self.multipliers, limit)
    }
}
