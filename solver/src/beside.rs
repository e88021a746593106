//! The local search beside the linear program: on a thread of its own, or in turns with it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::generate::Run;
use crate::incumbent::Incumbent;
use crate::local::{LocalSearch, STEPS_AN_ITERATION};
use crate::{Phase, Solution};

/// How the local search goes on beside the linear program.
pub(crate) enum Beside<'a> {
    /// On a thread of its own.
    Thread(Neighbour),
    /// In turns, by the clock or by work.
    Turns(Box<Turns<'a>>),
}

/// A local search on a thread of its own: they share the best solution.
pub(crate) struct Neighbour {
    pub incumbent: Arc<Incumbent>,
    /// The version last seen.
    pub seen: u64,
    /// Whether it rests, since it has found nothing for long: its thread is free then.
    pub is_resting: Arc<AtomicBool>,
}

/// A local search that takes turns with the linear program on one thread.
pub(crate) struct Turns<'a> {
    search: LocalSearch<'a>,
    started: Instant,
    spent: Duration,
    /// Work of all that was done when its last turn ended.
    work: u64,
}

impl<'a> Turns<'a> {
    pub fn new(search: LocalSearch<'a>) -> Turns<'a> {
        Turns { search, started: Instant::now(), spent: Duration::ZERO, work: 0 }
    }
}

impl Run<'_> {
    /// Gives the local search as much time as the linear program had, unless work is what counts.
    pub fn share_time(&mut self) {
        match self.local.take() {
            Some(Beside::Turns(mut turns)) if self.options.work_limit.is_none() => {
                while turns.spent * 2 < turns.started.elapsed() && self.may_go_on() {
                    let started = Instant::now();
                    self.advance(&mut turns);
                    turns.spent += started.elapsed();
                }
                self.local = Some(Beside::Turns(turns));
            }
            Some(Beside::Thread(mut neighbour)) => {
                let Neighbour { incumbent, seen, .. } = &mut neighbour;
                if let Some((solution, cost)) = incumbent.better_than(self.state.cost, seen) {
                    (self.state.solution, self.state.cost) = (solution, cost);
                }
                self.local = Some(Beside::Thread(neighbour));
            }
            other => self.local = other,
        }
    }

    /// Gives the local search as much work as the linear program had, where work is what counts.
    pub fn share_work(&mut self) {
        self.share_time();
        if self.options.work_limit.is_none() {
            return;
        }
        if let Some(Beside::Turns(mut turns)) = self.local.take() {
            let target = self.work + (self.work - turns.work);
            while self.work < target && self.may_go_on() {
                self.advance(&mut turns);
            }
            turns.work = self.work;
            self.local = Some(Beside::Turns(turns));
        }
    }

    /// The local search alone, until it has found nothing for as long as it took to find what it has.
    pub fn search_locally(&mut self) {
        let mut turns = match self.local.take() {
            Some(Beside::Turns(turns)) => turns,
            other => {
                self.local = other;
                return;
            }
        };
        let (mut ended, mut found) = (0, 0);
        while self.may_go_on() && !self.is_proven() {
            if self.advance(&mut turns) {
                found = turns.search.runs;
            }
            ended = ended.max(turns.search.runs);
            if turns.search.is_between_runs() && ended > found + 1 {
                break;
            }
        }
        turns.spent = turns.started.elapsed();
        turns.work = self.work;
        turns.started = Instant::now() - turns.spent;
        self.local = Some(Beside::Turns(turns));
    }

    /// One block of the local search; whether it found a better solution.
    fn advance(&mut self, turns: &mut Turns) -> bool {
        turns.search.take(&self.state.solution, self.state.cost);
        let before = turns.search.steps;
        let improved = turns.search.advance();
        self.work += (turns.search.steps - before).div_ceil(STEPS_AN_ITERATION);
        if improved {
            self.state.solution.clone_from(&turns.search.best);
            self.state.cost = turns.search.cost;
            (self.tell)(&self.state, Phase::Points, 0, true);
        }
        improved
    }

    /// The local search alone until the limit, where nothing else is left to try.
    pub fn search_on(&mut self) {
        let Some(Beside::Turns(mut turns)) = self.local.take() else { return };
        while self.may_go_on() && !self.is_proven() {
            self.advance(&mut turns);
        }
    }

    /// Threads that the linear program may use.
    pub fn threads(&self) -> usize {
        let all = self.options.threads.max(1) as usize;
        match &self.local {
            Some(Beside::Thread(of)) if !of.is_resting.load(Ordering::Relaxed) => (all - 1).max(1),
            _ => all,
        }
    }

    /// Tells the local search on its thread of a better solution.
    pub fn publish(&self, solution: &Solution) {
        if let Some(Beside::Thread(Neighbour { incumbent, .. })) = &self.local {
            incumbent.offer(solution, self.state.cost);
        }
    }
}
