//! The local search: plans that wait for no linear program (docs/engine.md).
//!
//! Simulated annealing over people, slots, supervisors and the number of teams, with incremental
//! evaluation of every term and row. Runs start from the best solution and get longer and longer.

mod activity;
mod group;
mod moves;
mod score;
mod state;
mod team;
#[cfg(test)]
mod tests;

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use crate::{Cost, Problem, Solution};
pub(crate) use group::Layout as MemberLayout;
pub(crate) use team::{Exchange, MemberTeam};

use score::{Score, Weights};
use state::State;

/// Steps of the first run for each person.
const FIRST_RUN: u64 = 400;
/// Steps between two looks at the temperature and at the best solution, for each person.
const BLOCK: u64 = 4;
/// More steps than this take longer than a stop may wait for.
const MOST_OF_BLOCK: u64 = 2_000;
/// A run ends at this share of the temperature it began at.
const COOLED: f64 = 0.002;
/// A broken requirement weighs so many times the highest points of one person, size or term.
const HEAVY: f64 = 5.0;
/// A violation weighs somewhat more than that. While requirements are broken every second run has it weigh
/// less, so that a supervisor who serves twice at a time is tried in place of one who is missing.
const VIOLATED: f64 = 1.2;
const TOLERATED: f64 = 0.6;
/// Moves that are sampled for the first temperature.
const SAMPLES: usize = 400;
/// Steps that count as one simplex iteration.
pub(crate) const STEPS_AN_ITERATION: u64 = 200;

/// A local search that can go on from where it was.
pub(crate) struct LocalSearch<'a> {
    state: State<'a>,
    random: ChaCha8Rng,
    pub best: Solution,
    pub cost: Cost,
    /// Steps of the next run.
    length: u64,
    run: Option<Run>,
    hottest: f64,
    /// Whether the first run is at the temperature at which the others end: the solution it starts from is
    /// nearly as good as can be.
    pub starts_cold: bool,
    /// Steps so far.
    pub steps: u64,
    /// Runs begun so far.
    pub runs: u64,
}

/// A run from hot to cold.
struct Run {
    temperature: f64,
    blocks_left: u64,
    factor: f64,
}

impl<'a> LocalSearch<'a> {
    /// A search from a solution.
    pub fn new(problem: &'a Problem, start: &Solution, seed: u32) -> LocalSearch<'a> {
        let mut state = State::new(problem, weights(problem));
        state.load(start);
        let mut random = ChaCha8Rng::seed_from_u64(u64::from(seed));
        let hottest = state.first_temperature(&mut random, SAMPLES);
        LocalSearch {
            state,
            random,
            best: start.clone(),
            cost: start.cost(problem),
            length: FIRST_RUN * problem.unplaced.len() as u64,
            run: None,
            hottest,
            starts_cold: false,
            steps: 0,
            runs: 0,
        }
    }

    /// Takes a better solution from elsewhere; the next run starts from it.
    pub fn take(&mut self, solution: &Solution, cost: Cost) {
        if cost < self.cost {
            self.best.clone_from(solution);
            self.cost = cost;
        }
    }

    /// Steps of one block.
    fn block(&self) -> u64 {
        (BLOCK * self.state.problem.unplaced.len() as u64).clamp(500, MOST_OF_BLOCK)
    }

    /// Searches for one block of steps; whether it found a better solution.
    pub fn advance(&mut self) -> bool {
        let block = self.block();
        let run = match self.run.take() {
            Some(run) if run.blocks_left > 0 => run,
            _ => self.next_run(block),
        };
        for _ in 0..block {
            self.state.step(run.temperature, &mut self.random);
        }
        self.steps += block;
        self.run = Some(Run {
            temperature: run.temperature * run.factor,
            blocks_left: run.blocks_left - 1,
            ..run
        });
        self.keep()
    }

    /// Whether a run has just ended.
    pub fn is_between_runs(&self) -> bool {
        self.run.as_ref().is_none_or(|run| run.blocks_left == 0)
    }

    fn next_run(&mut self, block: u64) -> Run {
        self.state.load(&self.best);
        let blocks = self.length.div_ceil(block).max(10);
        self.length *= 2;
        let tolerates = self.cost.broken > 0 && self.runs % 2 == 1;
        let weight = if tolerates { TOLERATED } else { VIOLATED };
        self.state.weights.violation = weight * self.state.weights.broken;
        self.runs += 1;
        if self.starts_cold && self.runs == 1 {
            let temperature = self.hottest * COOLED;
            return Run { temperature, blocks_left: blocks, factor: 1.0 };
        }
        let factor = COOLED.powf(1.0 / blocks as f64);
        Run { temperature: self.hottest, blocks_left: blocks, factor }
    }

    /// Takes the current solution if it is the best so far.
    fn keep(&mut self) -> bool {
        let Score { violation, cost } = self.state.total;
        if violation > 0 || cost >= self.cost {
            return false;
        }
        self.best = self.state.solution();
        self.cost = cost;
        true
    }
}

/// A broken requirement weighs more than what one change can gain in points.
fn weights(problem: &Problem) -> Weights {
    let heavy = HEAVY * problem.highest_points() as f64;
    Weights { violation: VIOLATED * heavy, broken: heavy }
}
