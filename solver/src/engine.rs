//! The one entry: from problem to answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use crate::decompose::{Part, Parts, decompose};
use crate::first::first;
use crate::generate::Run;
use crate::highs::release_thread;
use crate::reduce::Reduced;
use crate::{Cancel, Cost, Event, Phase, Problem, Solution};

/// How often the switch and the clock are looked at.
const PATIENCE: Duration = Duration::from_millis(20);

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
    let columns = vec![0; parts.len()];
    let phases = vec![Phase::First; parts.len()];
    let mut whole = Whole { parts, fixed, states, started, columns, phases, tell };
    whole.report(true);
    whole.search(options, cancel);
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
        let solution = first(&Reduced::new(problem), may_go_on);
        let cost = solution.cost(problem);
        State { solution, cost, bound: Cost::ZERO }
    }
}

/// What a part's search tells.
struct News {
    part: usize,
    state: State,
    phase: Phase,
    columns: usize,
    improved: bool,
}

/// The search in all parts.
struct Whole<'a> {
    parts: Vec<Part>,
    fixed: Cost,
    states: Vec<State>,
    columns: Vec<usize>,
    phases: Vec<Phase>,
    started: Instant,
    tell: &'a mut dyn FnMut(&Event),
}

/// What the threads work on, together and each by itself.
struct Work {
    problems: Vec<Arc<Problem>>,
    states: Vec<State>,
    /// Which part is whose turn.
    order: Vec<usize>,
    next: AtomicUsize,
    options: Vec<Options>,
    stop: Cancel,
    started: Instant,
}

impl Whole<'_> {
    /// Searches the parts, largest first, and tells what they find. It leaves as soon as it is told
    /// to, and does not wait for threads that still have to notice.
    fn search(&mut self, options: &Options, cancel: &Cancel) {
        let work = Arc::new(self.work(options));
        let news = start(&work, options.threads.max(1) as usize);
        let started = self.started;
        let in_time = || options.time_limit.is_none_or(|limit| started.elapsed() < limit);
        loop {
            match news.recv_timeout(PATIENCE) {
                Ok(News { part, state, phase, columns, improved }) => {
                    self.states[part] = state;
                    self.phases[part] = phase;
                    self.columns[part] = columns;
                    self.report(improved);
                }
                Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => {}
            }
            if !in_time() || cancel.is_cancelled() {
                work.stop.cancel();
                return;
            }
        }
    }

    /// Work and threads are dealt out by size alone, so that they do not depend on who is first.
    fn work(&self, options: &Options) -> Work {
        let size = |part: &Part| {
            let slots = part.problem.groups.iter().flat_map(|group| &group.slots);
            slots.map(|slot| slot.members.len() + slot.duties.len()).sum::<usize>() + 1
        };
        let sizes: Vec<usize> = self.parts.iter().map(size).collect();
        let all = sizes.iter().sum::<usize>() as u128;
        let mut order: Vec<usize> = (0..sizes.len()).collect();
        order.sort_by_key(|&part| std::cmp::Reverse(sizes[part]));
        let share = |&size: &usize| Options {
            work_limit: options
                .work_limit
                .map(|limit| (u128::from(limit) * size as u128 / all) as u64),
            threads: if sizes.len() > 1 { 1 } else { options.threads },
            ..options.clone()
        };
        Work {
            problems: self.parts.iter().map(|part| Arc::clone(&part.problem)).collect(),
            states: self.states.clone(),
            order,
            next: AtomicUsize::new(0),
            options: sizes.iter().map(share).collect(),
            stop: Cancel::default(),
            started: self.started,
        }
    }

    fn sum(&self) -> State {
        let lifted = self.parts.iter().zip(&self.states);
        let teams = lifted.flat_map(|(part, state)| part.lift(&state.solution)).collect();
        let cost = self.states.iter().map(|state| state.cost).sum::<Cost>();
        let bound = self.states.iter().map(|state| state.bound).sum::<Cost>();
        let solution = Solution { teams };
        State { solution, cost: cost + self.fixed, bound: bound + self.fixed }
    }

    fn report(&mut self, improved: bool) {
        let State { solution, cost, bound } = self.sum();
        // Parts can be in different phases; the whole is in the one that some part is still in.
        let in_phase = |phase: &Phase| self.phases.contains(phase);
        let phase = [Phase::First, Phase::Requirements].into_iter().find(in_phase);
        (self.tell)(&Event {
            phase: phase.unwrap_or(Phase::Points),
            best: &solution,
            improved,
            cost,
            bound,
            columns: self.columns.iter().sum(),
            elapsed: self.started.elapsed(),
        });
    }
}

/// Starts the threads; the news ends when the last of them is done.
fn start(work: &Arc<Work>, threads: usize) -> Receiver<News> {
    let (sender, news) = channel();
    for _ in 0..work.order.len().min(threads) {
        let (work, sender) = (Arc::clone(work), sender.clone());
        std::thread::spawn(move || {
            while let Some(&part) = work.order.get(work.next.fetch_add(1, Ordering::Relaxed)) {
                search(&work, part, &sender);
            }
            release_thread();
        });
    }
    news
}

fn search(work: &Work, part: usize, sender: &Sender<News>) {
    // Nobody listens any more when the search was stopped.
    let tell = |state: &State, phase, columns, improved| {
        let state = state.clone();
        let _ = sender.send(News { part, state, phase, columns, improved });
    };
    let run = Run {
        problem: &work.problems[part],
        options: &work.options[part],
        cancel: &work.stop,
        started: work.started,
        state: work.states[part].clone(),
        work: 0,
        tell: &tell,
        points: None,
    };
    run.search();
}
