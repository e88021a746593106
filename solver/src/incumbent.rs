//! The best solution so far, between the searches that work on one part at the same time.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::{Cost, Solution};

/// The best solution that any of the searches has found.
pub(crate) struct Incumbent {
    best: Mutex<(Solution, Cost)>,
    /// How often it became better.
    version: AtomicU64,
}

impl Incumbent {
    pub fn new(solution: Solution, cost: Cost) -> Incumbent {
        Incumbent { best: Mutex::new((solution, cost)), version: AtomicU64::new(0) }
    }

    /// Takes a solution if it is better; whether it is.
    pub fn offer(&self, solution: &Solution, cost: Cost) -> bool {
        // A search that panicked while it held the lock left a whole solution: it is replaced at once.
        let mut best = self.best.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if cost >= best.1 {
            return false;
        }
        *best = (solution.clone(), cost);
        self.version.fetch_add(1, Ordering::Release);
        true
    }

    /// The best solution, if it is better than one of this cost; `seen` is the version last looked at.
    pub fn better_than(&self, cost: Cost, seen: &mut u64) -> Option<(Solution, Cost)> {
        let version = self.version.load(Ordering::Acquire);
        if version == *seen {
            return None;
        }
        *seen = version;
        let best = self.best.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        (best.1 < cost).then(|| best.clone())
    }
}
