//! What a tentative solution is worth to the local search.

use std::ops::{Add, AddAssign, Sub};

use crate::Cost;

/// How far what must hold is violated, and the cost. The search passes through violations on its way; a
/// solution is only taken where there are none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Score {
    /// Units of violation: a person who cannot come, a size that is not allowed, a hard row exceeded.
    pub violation: i64,
    pub cost: Cost,
}

impl Score {
    pub const ZERO: Score = Score { violation: 0, cost: Cost::ZERO };

    pub fn of(cost: Cost) -> Score {
        Score { violation: 0, cost }
    }

    pub fn violated(units: i64) -> Score {
        Score { violation: units, cost: Cost::ZERO }
    }
}

impl Add for Score {
    type Output = Score;
    fn add(self, other: Score) -> Score {
        Score { violation: self.violation + other.violation, cost: self.cost + other.cost }
    }
}

impl Sub for Score {
    type Output = Score;
    fn sub(self, other: Score) -> Score {
        Score { violation: self.violation - other.violation, cost: self.cost - other.cost }
    }
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Score) {
        *self = *self + other;
    }
}

/// What violations and broken requirements weigh against points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weights {
    pub violation: f64,
    pub broken: f64,
}

impl Weights {
    pub fn energy(self, score: Score) -> f64 {
        self.violation * score.violation as f64
            + self.broken * score.cost.broken as f64
            + score.cost.points as f64
    }
}
