//! Solves the compact program with HiGHS: broken requirements first, then points.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use crate::engine::State;
use crate::highs::{Finish, Limits, Report, run};
use crate::program::Program;
use crate::{Cancel, Cost, Options, Phase, Problem, Solution};

/// Costs are whole numbers: a bound this far above one proves the next.
const ROUNDING: f64 = 1e-3;

/// How often the switch and the clock are looked at.
const PATIENCE: Duration = Duration::from_millis(20);

/// What the thread of a run tells the search.
enum Message {
    Improved(Solution),
    Progress { bound: f64, nodes: u64 },
    Finished(Finish, Option<Solution>),
}

/// The search in one part, with what it has found and proven so far.
pub(crate) struct Search<'a> {
    pub problem: &'a Arc<Problem>,
    pub options: Options,
    pub cancel: &'a Cancel,
    pub started: Instant,
    pub state: State,
    pub spent: u64,
    pub tell: &'a dyn Fn(&State, u64, bool),
}

impl Search<'_> {
    /// Runs both phases as far as time, work and the switch allow.
    pub fn run(mut self) {
        let _ = self.run_phase(Phase::Requirements) && self.run_phase(Phase::Points);
    }

    /// Whether time, work and the switch allow to go on.
    fn may_go_on(&self) -> bool {
        let time = self.options.time_limit.is_none_or(|limit| self.started.elapsed() < limit);
        let work = self.options.work_limit.is_none_or(|limit| self.spent < limit);
        time && work && !self.cancel.is_cancelled()
    }

    /// Tells how far it is.
    fn report(&self, improved: bool, nodes: u64) {
        (self.tell)(&self.state, nodes, improved);
    }

    /// Takes a solution if it is one and better.
    fn offer(&mut self, solution: Solution) -> bool {
        let better = solution.broken(self.problem).is_none();
        let cost = solution.cost(self.problem);
        if better && cost < self.state.cost {
            (self.state.solution, self.state.cost) = (solution, cost);
            return true;
        }
        false
    }

    /// Raises the bound to what HiGHS has proven in a phase.
    fn prove(&mut self, phase: Phase, bound: f64) {
        if !bound.is_finite() {
            return;
        }
        let whole = (bound - ROUNDING).ceil().max(0.0) as i64;
        let proven = match phase {
            Phase::Points => Cost { broken: self.state.cost.broken, points: whole },
            _ => Cost::broken(whole),
        };
        self.state.bound = self.state.bound.max(proven.min(self.state.cost));
    }

    /// Runs one phase; whether it is proven and the next may start.
    fn run_phase(&mut self, phase: Phase) -> bool {
        if !self.may_go_on() {
            return false;
        }
        self.report(false, 0);
        let stop = Arc::new(AtomicBool::new(false));
        let messages = self.start(phase, Arc::clone(&stop));
        while self.may_go_on() {
            match messages.recv_timeout(PATIENCE) {
                Ok(Message::Improved(solution)) => {
                    if self.offer(solution) {
                        self.report(true, 0);
                    }
                }
                Ok(Message::Progress { bound, nodes }) => {
                    self.prove(phase, bound);
                    self.report(false, nodes);
                }
                Ok(Message::Finished(finish, solution)) => {
                    return self.finish(phase, &finish, solution);
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
        stop.store(true, Ordering::Relaxed);
        false
    }

    /// Builds and runs the phase's program on a thread of its own, so that whoever stops this
    /// search waits for neither.
    fn start(&self, phase: Phase, stop: Arc<AtomicBool>) -> Receiver<Message> {
        let limits = Limits {
            time: self.options.time_limit.map(|limit| limit.saturating_sub(self.started.elapsed())),
            iterations: self.options.work_limit.map(|limit| limit.saturating_sub(self.spent)),
            relative_gap: if phase == Phase::Points { self.options.gap } else { 0.0 },
            absolute_gap: 1.0 - 2.0 * ROUNDING,
            threads: self.options.threads,
            seed: self.options.seed,
        };
        let (sender, messages) = channel();
        let (problem, best, broken) =
            (Arc::clone(self.problem), self.state.solution.clone(), self.state.cost.broken);
        std::thread::spawn(move || {
            let program = Program::new(&problem);
            let places = program.places();
            let program = match phase {
                Phase::Points => program.points(broken),
                _ => program.requirements(),
            };
            // Nobody listens any more when the search was stopped.
            let tell = |report: Report| {
                let _ = sender.send(match report {
                    Report::Improved(values) => Message::Improved(places.solution(values)),
                    Report::Progress { bound, nodes } => Message::Progress { bound, nodes },
                });
            };
            let finish = run(program, &places.values(&problem, &best), &limits, &stop, &tell);
            let solution = finish.columns.as_ref().map(|values| places.solution(values));
            let _ = sender.send(Message::Finished(finish, solution));
        });
        messages
    }

    fn finish(&mut self, phase: Phase, finish: &Finish, solution: Option<Solution>) -> bool {
        self.spent += finish.iterations;
        let improved = solution.is_some_and(|solution| self.offer(solution));
        self.prove(phase, finish.bound);
        self.report(improved, 0);
        finish.optimal && self.state.bound.broken == self.state.cost.broken
    }
}
