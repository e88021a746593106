//! The one entry: from problem to answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use crate::beside::{Beside, Neighbour, Turns};
use crate::decompose::{Part, Parts, decompose};
use crate::ends::{self, End, Trouble};
use crate::failure::guarded;
use crate::first::first;
use crate::generate::Run;
use crate::highs::release_thread;
use crate::incumbent::Incumbent;
use crate::local::LocalSearch;
use crate::reduce::Reduced;
use crate::{Cancel, Cost, Ended, Event, Failure, Phase, Problem, Solution};

/// How often the switch and the clock are looked at.
const PATIENCE: Duration = Duration::from_millis(20);

/// Runs of the local search that found nothing, after which it rests.
const IDLE_RUNS: u64 = 3;
/// It rests so many times as long as its runs since the last rest took.
const RESTS: u32 = 1;

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
    /// Seed of all random choices; 0 by default.
    pub seed: u32,
    /// By what means to search; by all by default.
    pub methods: Methods,
}

/// By what means to search, to measure and test each alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Methods {
    /// Whether there is a local search beside the linear program.
    pub local_search: bool,
    /// What the columns of the linear program stand for.
    pub columns: Columns,
}

/// What the columns of the linear program stand for (docs/engine.md).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Columns {
    /// Compositions where people are alike, else whole teams.
    Chosen,
    /// Whole teams.
    WholeTeams,
}

impl Default for Methods {
    fn default() -> Methods {
        Methods { local_search: true, columns: Columns::Chosen }
    }
}

impl Default for Options {
    fn default() -> Options {
        Options {
            time_limit: None,
            work_limit: None,
            gap: 0.0,
            threads: 1,
            seed: 0,
            methods: Methods::default(),
        }
    }
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
    /// The internal error that it ended with, if it did.
    pub failure: Option<Failure>,
}

/// Solves a problem whose costs are all at least zero. It always returns a solution: at the least
/// the empty one. `tell` hears how far it is; `cancel`, the time limit and the work limit end it
/// early, within about 20 ms.
///
/// Parts that have nothing to do with each other are solved by themselves, as many at once as there
/// are threads. The bound is worked out in double precision and rounded up to whole costs with a
/// margin of 1e-3 (docs/engine.md).
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
    let states = parts.iter().map(|part| State::first(part, &may_go_on)).collect();
    let columns = vec![0; parts.len()];
    let phases = vec![Phase::First; parts.len()];
    let best = State { solution: Solution::default(), cost: Cost::ZERO, bound: Cost::ZERO };
    let work = vec![0; parts.len()];
    let ends = vec![Ended::Stalled; parts.len()];
    let mut whole = Whole {
        problem,
        parts,
        fixed,
        states,
        best,
        started,
        columns,
        phases,
        work,
        ends,
        failure: None,
        tell,
    };
    whole.take_stock(true);
    whole.report(true);
    let is_over = whole.search(options, cancel);
    let Whole { best: State { solution, cost, bound }, ends, failure, .. } = whole;
    let is_proven = cost.gap(bound) <= options.gap;
    let ended = match failure {
        Some(_) => Ended::Failed,
        None => ends::of_parts(&ends, is_proven, cancel.is_cancelled(), !is_over),
    };
    Answer { solution, cost, bound, ended, failure }
}

/// What is known of a part or of the whole.
#[derive(Clone)]
pub(crate) struct State {
    pub solution: Solution,
    pub cost: Cost,
    pub bound: Cost,
}

impl State {
    /// Takes what is better of another search in the same part.
    fn take(&mut self, other: State) {
        self.bound = self.bound.max(other.bound);
        if other.cost < self.cost {
            (self.solution, self.cost) = (other.solution, other.cost);
        }
    }

    /// A first solution of a part. What parts share is for those whose turn is first.
    fn first(part: &Part, may_go_on: &dyn Fn() -> bool) -> State {
        let problem = match part.turn {
            0 => Arc::clone(&part.problem),
            _ => part.tight(None),
        };
        let solution = first(&Reduced::new(&problem, &[], may_go_on), may_go_on);
        let cost = solution.cost(&problem);
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
    /// Once it is over, how it ended.
    end: Option<End>,
}

/// The search in all parts.
struct Whole<'a> {
    problem: &'a Problem,
    parts: Vec<Part>,
    fixed: Cost,
    states: Vec<State>,
    /// All parts together.
    best: State,
    columns: Vec<usize>,
    phases: Vec<Phase>,
    /// By part, the work so far.
    work: Vec<u64>,
    /// By part, how its last search ended.
    ends: Vec<Ended>,
    failure: Option<Failure>,
    started: Instant,
    tell: &'a mut dyn FnMut(&Event),
}

/// What the threads work on in one turn, together and each by itself.
struct Work {
    problems: Vec<Arc<Problem>>,
    /// By part and row, the limits for bounds.
    loose: Vec<Vec<i64>>,
    states: Vec<State>,
    /// Which part is whose turn.
    order: Vec<usize>,
    next: AtomicUsize,
    options: Vec<Options>,
    to_the_end: bool,
    stop: Cancel,
    started: Instant,
}

impl Whole<'_> {
    /// Searches the parts, turn by turn and largest first, and tells what they find; whether all came
    /// to their end. It leaves as soon as it is told to, and does not wait for threads that still have
    /// to notice.
    fn search(&mut self, options: &Options, cancel: &Cancel) -> bool {
        self.phases.fill(Phase::Points);
        let turns = self.parts.iter().map(|part| part.turn + 1).max().unwrap_or_default();
        // Every part has a good solution before any is searched to the end.
        let passes = if self.parts.len() > 1 { &[false, true][..] } else { &[true] };
        for &to_the_end in passes {
            for turn in 0..turns {
                let work = Arc::new(self.deal_out(turn, to_the_end, options));
                if !self.follow(&work, options, cancel) {
                    work.stop.cancel();
                    return false;
                }
            }
        }
        true
    }

    /// What each row of the whole has used, by all parts together.
    fn used(&self) -> Vec<i64> {
        let mut used = vec![0; self.problem.rows.len()];
        for (part, state) in self.parts.iter().zip(&self.states) {
            part.add_use(&state.solution, &mut used, 1);
        }
        used
    }

    /// Follows the threads to the end of a turn; whether they got there.
    fn follow(&mut self, work: &Arc<Work>, options: &Options, cancel: &Cancel) -> bool {
        let news = start(work, options.threads.max(1) as usize);
        let mut left = work.order.len();
        loop {
            match news.recv_timeout(PATIENCE) {
                Ok(News { part, state, phase, columns, improved, end }) => {
                    if let Some(End { work, ended, failure }) = end {
                        left -= 1;
                        self.work[part] += work;
                        self.ends[part] = ended;
                        self.failure = self.failure.take().or(failure);
                    }
                    self.states[part].take(state);
                    self.phases[part] = phase;
                    self.columns[part] = self.columns[part].max(columns);
                    self.take_stock(improved);
                    self.report(improved);
                }
                Err(RecvTimeoutError::Disconnected) if left == 0 => return true,
                Err(RecvTimeoutError::Disconnected) => {
                    let lost = format!("{left} parts ended without a word");
                    self.failure.get_or_insert(Failure::Panic(lost));
                    return false;
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
            // Which part tells first depends on the threads, so a work limit has to do without.
            let is_close = self.best.cost.gap(self.best.bound) <= options.gap;
            if is_close && options.work_limit.is_none() {
                return false;
            }
            let is_late = options.time_limit.is_some_and(|limit| self.started.elapsed() >= limit);
            if is_late || cancel.is_cancelled() || self.failure.is_some() {
                return false;
            }
        }
    }

    /// The work of one turn: the parts whose gap is still too large. Work and threads are dealt out
    /// by size alone, so that they do not depend on who is first.
    fn deal_out(&self, turn: usize, to_the_end: bool, options: &Options) -> Work {
        let size = |part: &Part| {
            let slots = part.problem.groups.iter().flat_map(|group| &group.slots);
            slots.map(|slot| slot.members.len() + slot.duties.len()).sum::<usize>() + 1
        };
        let sizes: Vec<usize> = self.parts.iter().map(size).collect();
        let all = sizes.iter().sum::<usize>() as u128;
        let mut order: Vec<usize> = (0..sizes.len()).collect();
        order.sort_by_key(|&part| std::cmp::Reverse(sizes[part]));
        order.retain(|&part| {
            let state = &self.states[part];
            self.parts[part].turn == turn && state.cost.gap(state.bound) > options.gap
        });
        let share = |(&size, spent): (&usize, &u64)| Options {
            work_limit: options.work_limit.map(|limit| {
                let share = (u128::from(limit) * size as u128 / all) as u64;
                share.saturating_sub(*spent)
            }),
            threads: if order.len() > 1 { 1 } else { options.threads },
            ..options.clone()
        };
        let limits = |part: &Part| part.problem.rows.iter().map(|row| row.at_most).collect();
        let used = self.used();
        let tight = |(index, part): (usize, &Part)| {
            if !order.contains(&index) {
                return Arc::clone(&part.problem);
            }
            let mut others = used.clone();
            part.add_use(&self.states[index].solution, &mut others, -1);
            part.tight(Some(&others))
        };
        Work {
            problems: self.parts.iter().enumerate().map(tight).collect(),
            loose: self.parts.iter().map(limits).collect(),
            states: self.states.clone(),
            next: AtomicUsize::new(0),
            options: sizes.iter().zip(&self.work).map(share).collect(),
            order,
            to_the_end,
            stop: Cancel::default(),
            started: self.started,
        }
    }

    /// Adds up the parts, their solutions where one has `improved`. What a part takes of a row that
    /// it shares it counts as dear as can be, so the cost is that of the whole.
    fn take_stock(&mut self, improved: bool) {
        let bounds = self.states.iter().map(|state| state.bound);
        self.best.bound = bounds.sum::<Cost>() + self.fixed;
        if improved {
            let lifted = self.parts.iter().zip(&self.states);
            let teams = lifted.flat_map(|(part, state)| part.lift(&state.solution)).collect();
            self.best.solution = Solution { teams };
            let is_cut = self.parts.iter().any(|part| !part.shared.is_empty());
            self.best.cost = match is_cut {
                true => self.best.solution.cost(self.problem),
                false => self.states.iter().map(|state| state.cost).sum::<Cost>() + self.fixed,
            };
        }
    }

    fn report(&mut self, improved: bool) {
        // Parts can be in different phases; the whole is in the one that some part is still in.
        let in_phase = |phase: &Phase| self.phases.contains(phase);
        let phase = [Phase::First, Phase::Requirements].into_iter().find(in_phase);
        (self.tell)(&Event {
            phase: phase.unwrap_or(Phase::Points),
            best: &self.best.solution,
            improved,
            cost: self.best.cost,
            bound: self.best.bound,
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
            while !work.stop.is_cancelled() {
                let turn = work.next.fetch_add(1, Ordering::Relaxed);
                let Some(&part) = work.order.get(turn) else { break };
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
        let news = News { part, state, phase, columns, improved, end: None };
        let _ = sender.send(news);
    };
    // Limits that have changed since the first plan can only have become wider.
    let mut state = work.states[part].clone();
    state.cost = state.solution.cost(&work.problems[part]);
    let problem = &work.problems[part];
    let options = &work.options[part];
    let local = LocalSearch::new(problem, &state.solution, options.seed);
    let mut run = Run {
        problem,
        loose: &work.loose[part],
        to_the_end: work.to_the_end,
        options,
        cancel: &work.stop,
        started: work.started,
        state,
        work: 0,
        tell: &tell,
        points: None,
        depth: 0,
        node_bound: None,
        goes_on: work.order.len() == 1
            && (options.time_limit.is_some() || options.work_limit.is_some()),
        trouble: Trouble::default(),
        local: None,
    };
    // On a thread of its own what it finds comes when it comes, which a work limit has to do without.
    let (state, end) = if !options.methods.local_search {
        run.search()
    } else if options.threads > 1 && options.work_limit.is_none() {
        search_beside(run, local, &tell)
    } else {
        run.local = Some(Beside::Turns(Box::new(Turns::new(local))));
        run.search()
    };
    let (phase, columns, end) = (Phase::Points, 0, Some(end));
    let _ = sender.send(News { part, state, phase, columns, improved: true, end });
}

/// Searches with the local search on a thread of its own.
fn search_beside<'a>(
    mut run: Run<'a>,
    mut local: LocalSearch<'a>,
    tell: &(dyn Fn(&State, Phase, usize, bool) + Sync),
) -> (State, End) {
    let State { solution, cost, .. } = run.state.clone();
    let incumbent = Arc::new(Incumbent::new(solution, cost));
    let is_resting = Arc::new(AtomicBool::new(false));
    run.local = Some(Beside::Thread(Neighbour {
        incumbent: Arc::clone(&incumbent),
        seen: 0,
        is_resting: Arc::clone(&is_resting),
    }));
    let (stop, is_over, may_end) = (run.cancel, &Cancel::default(), &Cancel::default());
    let goes_on = run.goes_on;
    #[cfg(test)]
    let seed = run.options.seed;
    let search = move || {
        let (mut seen, mut found) = (0, 0);
        #[cfg(test)]
        crate::faults::panic_at(seed, "local");
        let mut begun = Instant::now();
        while !stop.is_cancelled() {
            if let Some((solution, cost)) = incumbent.better_than(local.cost, &mut seen) {
                local.take(&solution, cost);
                found = local.runs;
            }
            if local.advance() {
                found = local.runs;
                if incumbent.offer(&local.best, local.cost) {
                    let (solution, cost) = (local.best.clone(), local.cost);
                    let state = State { solution, cost, bound: Cost::ZERO };
                    tell(&state, Phase::Points, 0, true);
                }
            }
            if !local.is_between_runs() {
                continue;
            }
            let is_idle = local.runs > found + IDLE_RUNS;
            if is_idle && may_end.is_cancelled() {
                break;
            }
            if is_idle {
                is_resting.store(true, Ordering::Relaxed);
                let rest = begun.elapsed() * RESTS;
                let from = Instant::now();
                let is_quiet = |seen: &mut u64| {
                    let better = incumbent.better_than(local.cost, &mut seen.clone());
                    better.is_none() && !stop.is_cancelled() && !is_over.is_cancelled()
                };
                while from.elapsed() < rest && is_quiet(&mut seen) {
                    std::thread::sleep(PATIENCE);
                }
                is_resting.store(false, Ordering::Relaxed);
            }
            begun = Instant::now();
        }
    };
    std::thread::scope(|scope| {
        let beside = scope.spawn(move || {
            let searched = guarded(search);
            // With an internal error here, all is over.
            searched.inspect_err(|_| stop.cancel()).err()
        });
        let (state, mut end) = run.search();
        if end.failure.is_some() {
            stop.cancel();
        }
        // Where nothing else is left to try, a limit is there to be used.
        if !goes_on || end.ended != Ended::Stalled {
            may_end.cancel();
        }
        is_over.cancel();
        let failed = beside.join().unwrap_or_else(|panic| Some(Failure::of_panic(panic.as_ref())));
        if let Some(failure) = failed {
            end = End { ended: Ended::Failed, failure: Some(failure), ..end };
        }
        (state, end)
    })
}
