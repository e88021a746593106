//! Broken requirements first, points second.
//!
//! ```
//! use leerteam_cost::Cost;
//!
//! let plan = Cost { broken: 1, points: 400 };
//! assert!(plan > Cost::points(1_000_000), "no points make up for a broken requirement");
//! assert_eq!(plan.gap(Cost { broken: 1, points: 390 }), 0.025);
//! assert_eq!(plan.gap(Cost::points(390)), 1.0, "the broken requirement may be one too many");
//! ```

use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Sub};

use serde::{Deserialize, Serialize};

/// What something costs: broken requirements, then points. Compared in that order; lower is better
/// (docs/model.md section 6).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Cost {
    /// Broken requirements.
    pub broken: i64,
    /// Points.
    pub points: i64,
}

impl Cost {
    /// Costs nothing.
    pub const ZERO: Cost = Cost { broken: 0, points: 0 };

    /// So many broken requirements.
    #[inline]
    pub const fn broken(broken: i64) -> Cost {
        Cost { broken, points: 0 }
    }

    /// So many points.
    #[inline]
    pub const fn points(points: i64) -> Cost {
        Cost { broken: 0, points }
    }

    /// Whether it costs nothing.
    #[inline]
    pub fn is_zero(self) -> bool {
        self == Cost::ZERO
    }

    /// How far this is above a proven `bound`, as a fraction of the points: 0 when proven best, 1
    /// while the broken requirements are not proven.
    #[inline]
    pub fn gap(self, bound: Cost) -> f64 {
        if self.broken > bound.broken {
            return 1.0;
        }
        let above = (self.points - bound.points).max(0);
        if above == 0 { 0.0 } else { above as f64 / self.points as f64 }
    }
}

impl Add for Cost {
    type Output = Cost;
    #[inline]
    fn add(self, other: Cost) -> Cost {
        Cost { broken: self.broken + other.broken, points: self.points + other.points }
    }
}

impl Sub for Cost {
    type Output = Cost;
    #[inline]
    fn sub(self, other: Cost) -> Cost {
        Cost { broken: self.broken - other.broken, points: self.points - other.points }
    }
}

impl AddAssign for Cost {
    #[inline]
    fn add_assign(&mut self, other: Cost) {
        *self = *self + other;
    }
}

impl Mul<i64> for Cost {
    type Output = Cost;
    #[inline]
    fn mul(self, times: i64) -> Cost {
        Cost { broken: self.broken * times, points: self.points * times }
    }
}

impl Sum for Cost {
    #[inline]
    fn sum<I: Iterator<Item = Cost>>(costs: I) -> Cost {
        costs.fold(Cost::ZERO, Add::add)
    }
}
