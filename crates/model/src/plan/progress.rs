//! How far a search for a plan is.

use std::time::Duration;

use super::{Cost, Plan};

/// What the planner is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Turning the roster into an integer program.
    Prepare,
    /// Looking for a first plan.
    FirstPlan,
    /// As few broken requirements as possible.
    Requirements,
    /// As few points as possible.
    Points,
    /// Checking and scoring the plan.
    Check,
}

/// How far the planner is.
#[derive(Clone, Debug)]
pub struct Progress {
    /// What it is doing.
    pub phase: Phase,
    /// Score of the best plan so far.
    pub best: Option<Cost>,
    /// Proven: no plan scores lower.
    pub bound: Cost,
    /// Columns of the solver's program: possible teams, seats and duties.
    pub columns: usize,
    /// Time since the start.
    pub elapsed: Duration,
    /// The best plan, where it is new.
    pub plan: Option<Plan>,
}
