//! The one entry: from problem to answer.

use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use crate::decompose::{Part, Parts, decompose};
use crate::ends::{self, End};
use crate::first::first;
use crate::reduce::Reduced;
use crate::warm::restore;
use crate::workers::{News, Work, start};
use crate::{Cancel, Cost, Ended, Event, Failure, Options, Phase, Problem, Solution};

/// How often the switch and the clock are looked at.
pub(crate) const PATIENCE: Duration = Duration::from_millis(20);

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
    search_from(problem, None, options, cancel, tell)
}

/// As [`solve`], from a solution that is known already: of this problem, or of one that differs from it a
/// little, with the same numbers of groups, slots, candidates and duties. What does not hold of it any more
/// is left out. The answer is never worse than what is left.
///
/// ```
/// # use leerteam_solver::{Cost, Group, Options, Problem, Slot, Solution, Team, solve_from};
/// let slot = |points| Slot::new(vec![Some(Cost::points(points)); 2]);
/// let group = Group::new(vec![0, 1], 1, 2, vec![slot(5), slot(3)]);
/// let problem = Problem::new(vec![Cost::broken(1); 2], vec![group]);
/// let known = Team { group: 0, slot: 1, members: vec![0, 1], duties: vec![] };
/// let start = Solution { teams: vec![known] };
/// let mut first = None;
/// let mut tell = |event: &leerteam_solver::Event| first = first.or(Some(event.cost));
/// solve_from(&problem, &start, &Options::default(), &Default::default(), &mut tell);
/// assert_eq!(first, Some(Cost { broken: 0, points: 6 }));
/// ```
pub fn solve_from(
    problem: &Problem,
    start: &Solution,
    options: &Options,
    cancel: &Cancel,
    tell: &mut dyn FnMut(&Event),
) -> Answer {
    search_from(problem, Some(start), options, cancel, tell)
}

fn search_from(
    problem: &Problem,
    start: Option<&Solution>,
    options: &Options,
    cancel: &Cancel,
    tell: &mut dyn FnMut(&Event),
) -> Answer {
    let started = Instant::now();
    let Parts { parts, fixed } = decompose(problem);
    let in_time = || options.time_limit.is_none_or(|limit| started.elapsed() < limit);
    let may_go_on = || in_time() && !cancel.is_cancelled();
    let states = match start {
        Some(start) => restored_states(problem, &parts, start, &may_go_on),
        None => first_states(&parts, &may_go_on),
    };
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
        is_warm: start.is_some(),
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
    pub fn take(&mut self, other: State) {
        self.bound = self.bound.max(other.bound);
        if other.cost < self.cost {
            (self.solution, self.cost) = (other.solution, other.cost);
        }
    }

    /// A first solution of a part's problem, or what a given one still is there, if that is better.
    fn first(problem: &Problem, given: Option<&Solution>, may_go_on: &dyn Fn() -> bool) -> State {
        let state = |solution: Solution| {
            let cost = solution.cost(problem);
            State { solution, cost, bound: Cost::ZERO }
        };
        let reduced = Reduced::new(problem, &[], may_go_on);
        let solution = reduced.map(|reduced| first(&reduced, may_go_on));
        let mut best = state(solution.unwrap_or_default());
        let restored = given.and_then(|given| restore(problem, given));
        restored.into_iter().for_each(|solution| best.take(state(solution)));
        best
    }
}

/// First solutions of the parts. What they share is for those whose turn is first.
fn first_states(parts: &[Part], may_go_on: &dyn Fn() -> bool) -> Vec<State> {
    let state = |part: &Part| match part.turn {
        0 => State::first(&part.problem, None, may_go_on),
        _ => State::first(&part.tight(None), None, may_go_on),
    };
    parts.iter().map(state).collect()
}

/// As `first_states`, from a solution of the whole: each part keeps what it has there of what they share.
fn restored_states(
    problem: &Problem,
    parts: &[Part],
    start: &Solution,
    may_go_on: &dyn Fn() -> bool,
) -> Vec<State> {
    let mut used = vec![0; problem.rows.len()];
    // What each would keep by itself, which those before it leave to it.
    let share = |part: &Part| {
        let share = part.share_of(start);
        let kept = (!part.shared.is_empty()).then(|| restore(&part.problem, &share)).flatten();
        (share, kept)
    };
    let shares: Vec<(Solution, Option<Solution>)> = parts.iter().map(share).collect();
    for (part, (_, kept)) in parts.iter().zip(&shares) {
        kept.iter().for_each(|kept| part.add_use(kept, &mut used, 1));
    }
    let state = |(part, (share, kept)): (&Part, &(Solution, Option<Solution>))| {
        kept.iter().for_each(|kept| part.add_use(kept, &mut used, -1));
        let state = State::first(&part.tight(Some(&used)), Some(share), may_go_on);
        part.add_use(&state.solution, &mut used, 1);
        state
    };
    parts.iter().zip(&shares).map(state).collect()
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
    /// Whether the search starts from a solution that was given.
    is_warm: bool,
    started: Instant,
    tell: &'a mut dyn FnMut(&Event),
}

impl Whole<'_> {
    /// Searches the parts, turn by turn and largest first, and tells what they find; whether all came
    /// to their end. It leaves as soon as it is stopped, and does not wait for threads that still have
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
            is_warm: self.is_warm,
            stop: Cancel::default(),
            started: self.started,
        }
    }

    /// Adds up the parts, their solutions where one has `improved`. What a part takes of a row that
    /// it shares it counts at the highest price, so the cost is that of the whole.
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
