//! What a running solve reports, and how it is stopped.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::{Cost, Solution};

/// Tells a running solve to stop; clones share one switch.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Stops the solve, which then returns the best solution so far.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was stopped.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// What the solve is busy with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Phase {
    /// Looking for a first solution.
    First,
    /// As few broken requirements as possible.
    Requirements,
    /// As few points as possible.
    Points,
}

/// How far a solve is.
#[derive(Clone, Debug)]
pub struct Event<'a> {
    /// What it is busy with.
    pub phase: Phase,
    /// The best solution so far.
    pub best: &'a Solution,
    /// Whether `best` is new in this event.
    pub improved: bool,
    /// Its cost.
    pub cost: Cost,
    /// Proven: no solution costs less.
    pub bound: Cost,
    /// Columns of the master program.
    pub columns: usize,
    /// Time since the start.
    pub elapsed: Duration,
}
