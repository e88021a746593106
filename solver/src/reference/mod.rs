//! The reference: the compact program, solved as a whole. It is exact and slow; tests and benches
//! compare the engine with it.

mod places;
mod program;

use std::time::Instant;

use crate::highs::Status;
use crate::highs::model::{Finish, Limits, run};
use crate::tolerances::ROUNDING;
use crate::{Answer, Cancel, Cost, Ended, Failure, Options, Problem, Solution, ends};
use program::Program;

/// Solves the compact program with HiGHS: broken requirements first, then points. Of the options
/// the time limit, the gap and the seed count; it starts from `start`, which has to be a solution.
pub fn solve_compact(
    problem: &Problem,
    options: &Options,
    cancel: &Cancel,
    start: &Solution,
) -> Answer {
    let mut reference = Reference {
        problem,
        options,
        cancel,
        started: Instant::now(),
        cost: start.cost(problem),
        solution: start.clone(),
        bound: Cost::ZERO,
    };
    let mut status = reference.run(true);
    if status == Ok(Status::Optimal) && reference.bound.broken == reference.cost.broken {
        status = reference.run(false);
    }
    let Reference { solution, cost, bound, .. } = reference;
    let (ended, failure) = match status {
        Ok(Status::Optimal) => (Ended::Stalled, None),
        Ok(Status::Stopped) => (Ended::Limit, None),
        // There is a plan, so it cannot be infeasible.
        Ok(Status::Infeasible | Status::Numerical) => (Ended::NumericalFailure, None),
        Ok(Status::Failed(failure)) | Err(failure) => (Ended::Failed, Some(failure)),
    };
    let is_proven = cost.gap(bound) <= options.gap;
    let ended = ends::of_parts(&[ended], is_proven, cancel.is_cancelled(), false);
    Answer { solution, cost, bound, ended, failure }
}

struct Reference<'a> {
    problem: &'a Problem,
    options: &'a Options,
    cancel: &'a Cancel,
    started: Instant,
    solution: Solution,
    cost: Cost,
    bound: Cost,
}

impl Reference<'_> {
    /// Runs the program for one of the two goals; how that ended.
    fn run(&mut self, requirements: bool) -> Result<Status, Failure> {
        let left = |limit: std::time::Duration| limit.saturating_sub(self.started.elapsed());
        let limits = Limits {
            time: self.options.time_limit.map(left),
            relative_gap: if requirements { 0.0 } else { self.options.gap },
            absolute_gap: 1.0 - 2.0 * ROUNDING,
            seed: self.options.seed,
        };
        let program = Program::new(self.problem);
        let places = program.places();
        let program =
            if requirements { program.requirements() } else { program.points(self.cost.broken) };
        let start = places.values(self.problem, &self.solution);
        let Finish { status, bound, columns } = run(program, &start, &limits, self.cancel)?;
        if let Some(values) = columns {
            self.offer(places.solution(&values));
        }
        let may_prove = matches!(status, Status::Optimal | Status::Stopped);
        if may_prove && bound.is_finite() {
            let whole = (bound - ROUNDING).ceil().max(0.0) as i64;
            let proven = match requirements {
                true => Cost::broken(whole),
                false => Cost { broken: self.cost.broken, points: whole },
            };
            self.bound = self.bound.max(proven.min(self.cost));
        }
        Ok(status)
    }

    fn offer(&mut self, solution: Solution) {
        let cost = solution.cost(self.problem);
        if cost < self.cost && solution.broken(self.problem).is_none() {
            (self.solution, self.cost) = (solution, cost);
        }
    }
}
