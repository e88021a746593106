//! The one entry: from problem to answer.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use crate::compact::Search;
use crate::decompose::{Part, Parts, decompose};
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
/// Parts that have nothing to do with each other are solved by themselves, as many at once as there
/// are threads. The proof is that of HiGHS in double precision, rounded up to whole costs with a
/// margin of 1e-3.
pub fn solve(
    problem: &Problem,
    options: &Options,
    cancel: &Cancel,
    tell: &mut dyn FnMut(&Event),
) -> Answer {
    let started = Instant::now();
    let Parts { parts, fixed } = decompose(problem);
    let in_time = || options.time_limit.is_none_or(|limit| started.elapsed() < limit);
    let may_go_on = || in_time() && !cancel.is_cancelled();
    let first = |part: &Part| State::first(&part.problem, &may_go_on);
    let states: Vec<State> = parts.iter().map(first).collect();
    let mut whole =
        Whole { parts: &parts, fixed, states, started, nodes: vec![0; parts.len()], tell };
    whole.report(Phase::First, true);
    whole.search(problem, options, cancel);
    let State { solution, cost, bound } = whole.sum();
    let ended = match cost.gap(bound) <= options.gap {
        true => Ended::Proven,
        false if cancel.is_cancelled() => Ended::Cancelled,
        false => Ended::Limit,
    };
    Answer { solution, cost, bound, ended }
}

/// What is known of a part or of the whole.
#[derive(Clone)]
pub(crate) struct State {
    pub solution: Solution,
    pub cost: Cost,
    pub bound: Cost,
}

impl State {
    fn first(problem: &Problem, may_go_on: &dyn Fn() -> bool) -> State {
        let solution = first(problem, may_go_on);
        let cost = solution.cost(problem);
        State { solution, cost, bound: Cost::ZERO }
    }
}

/// What a part's search tells.
struct News {
    part: usize,
    state: State,
    nodes: u64,
    improved: bool,
}

/// The search in all parts.
struct Whole<'a> {
    parts: &'a [Part],
    fixed: Cost,
    states: Vec<State>,
    nodes: Vec<u64>,
    started: Instant,
    tell: &'a mut dyn FnMut(&Event),
}

impl Whole<'_> {
    /// Searches the parts, largest first, and tells what they find.
    fn search(&mut self, problem: &Problem, options: &Options, cancel: &Cancel) {
        let size = |part: &Part| Program::size(&part.problem);
        let mut order: Vec<usize> = (0..self.parts.len()).collect();
        order.sort_by_key(|&part| std::cmp::Reverse(size(&self.parts[part])));
        order.retain(|&part| size(&self.parts[part]) <= LARGEST_PROGRAM);
        let all = Program::size(problem).max(1) as u64;
        // Work and threads are dealt out by size alone, so that they do not depend on who is first.
        let share = |part: usize| Options {
            work_limit: options.work_limit.map(|limit| {
                (limit as u128 * size(&self.parts[part]) as u128 / u128::from(all)) as u64
            }),
            threads: if order.len() > 1 { 1 } else { options.threads },
            ..options.clone()
        };
        let next = AtomicUsize::new(0);
        let (sender, news) = channel();
        let (parts, states, started) = (self.parts, self.states.clone(), self.started);
        std::thread::scope(|scope| {
            for _ in 0..order.len().min(options.threads as usize) {
                let (sender, next, order, states) = (sender.clone(), &next, &order, &states);
                let share = &share;
                scope.spawn(move || {
                    while let Some(&part) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let tell = |state: &State, nodes, improved| {
                            let state = state.clone();
                            let _ = sender.send(News { part, state, nodes, improved });
                        };
                        let (problem, options) = (&parts[part].problem, share(part));
                        let state = states[part].clone();
                        Search { problem, options, cancel, started, state, spent: 0, tell: &tell }
                            .run();
                    }
                });
            }
            drop(sender);
            for News { part, state, nodes, improved } in news {
                self.states[part] = state;
                self.nodes[part] = nodes.max(self.nodes[part]);
                self.report(self.phase(), improved);
            }
        });
    }

    /// Parts can be in different phases; the whole is in the first until the last part has left it.
    fn phase(&self) -> Phase {
        let proven = |state: &State| state.bound.broken == state.cost.broken;
        if self.states.iter().all(proven) { Phase::Points } else { Phase::Requirements }
    }

    fn sum(&self) -> State {
        let lifted = self.parts.iter().zip(&self.states);
        let teams = lifted.flat_map(|(part, state)| part.lift(&state.solution)).collect();
        let cost = self.states.iter().map(|state| state.cost).sum::<Cost>();
        let bound = self.states.iter().map(|state| state.bound).sum::<Cost>();
        let solution = Solution { teams };
        State { solution, cost: cost + self.fixed, bound: bound + self.fixed }
    }

    fn report(&mut self, phase: Phase, improved: bool) {
        let State { solution, cost, bound } = self.sum();
        (self.tell)(&Event {
            phase,
            best: &solution,
            improved,
            cost,
            bound,
            nodes: self.nodes.iter().sum(),
            elapsed: self.started.elapsed(),
        });
    }
}
