//! The one entry: from problem to answer.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::compact::Search;
use crate::first::first;
use crate::program::Program;
use crate::{Cancel, Cost, Event, Phase, Problem, Solution};

/// Columns beyond which the compact program is not even built: it would take gigabytes and prove
/// nothing.
const LARGEST_PROGRAM: usize = 3_000_000;

/// How to search.
#[derive(Clone, Debug)]
pub struct Options {
    /// Longest time; none by default.
    pub time_limit: Option<Duration>,
    /// Most simplex iterations, for results that repeat exactly; none by default.
    pub work_limit: Option<u64>,
    /// Relative gap at which to stop, as a fraction; 0 by default.
    pub gap: f64,
    /// Threads, at least 1; 1 by default.
    pub threads: u32,
    /// Seed of HiGHS's random choices; 0 by default.
    pub seed: u32,
}

impl Default for Options {
    fn default() -> Options {
        Options { time_limit: None, work_limit: None, gap: 0.0, threads: 1, seed: 0 }
    }
}

/// How a solve ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The gap asked for is proven.
    Proven,
    /// The time or work limit was reached.
    Limit,
    /// It was cancelled.
    Cancelled,
}

/// The best solution with its proof.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The best solution found.
    pub solution: Solution,
    /// Its cost.
    pub cost: Cost,
    /// Proven: no solution costs less.
    pub bound: Cost,
    /// How the solve ended.
    pub ended: Ended,
}

/// Solves a problem whose costs are all at least zero. It always returns a solution: at the least
/// the empty one. `tell` hears how far it is; `cancel`, the time limit and the work limit end it
/// early, within about 20 ms.
///
/// The proof is that of HiGHS in double precision, rounded up to whole costs with a margin of 1e-3.
pub fn solve(
    problem: &Arc<Problem>,
    options: &Options,
    cancel: &Cancel,
    tell: &mut dyn FnMut(&Event),
) -> Answer {
    let started = Instant::now();
    let best = first(problem, cancel);
    let cost = best.cost(problem);
    let bound = Cost::ZERO;
    let mut search =
        Search { problem, options, cancel, started, best, cost, bound, spent: 0, tell };
    search.report(Phase::First, true, 0);
    if Program::size(problem) <= LARGEST_PROGRAM {
        search.run();
    }
    let Search { best: solution, cost, bound, .. } = search;
    let ended = match cost.gap(bound) <= options.gap {
        true => Ended::Proven,
        false if cancel.is_cancelled() => Ended::Cancelled,
        false => Ended::Limit,
    };
    Answer { solution, cost, bound, ended }
}
