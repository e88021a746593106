//! Column generation: the linear program and its prices in turn, until no column helps.

use std::time::Instant;

use crate::engine::State;
use crate::highs::live::{Status, Watch};
use crate::master::{Goal, Master, Relaxed};
use crate::{Cancel, Cost, Options, Phase, Problem};

/// Costs are whole numbers: a bound this far above one proves the next.
pub(crate) const ROUNDING: f64 = 1e-3;

/// A search in one part, with what it has found and proven so far.
pub(crate) struct Run<'a> {
    pub problem: &'a Problem,
    /// By row, the limit for bounds.
    pub loose: &'a [i64],
    /// Whether to go on until the gap is proven, whatever it takes.
    pub to_the_end: bool,
    pub options: &'a Options,
    pub cancel: &'a Cancel,
    pub started: Instant,
    pub state: State,
    /// Simplex iterations so far.
    pub work: u64,
    pub tell: &'a dyn Fn(&State, Phase, usize, bool),
    /// The best bound on points, by budget of broken requirements and the price of more.
    pub points: Option<(i64, f64, f64)>,
    /// How many problems this one is a part of.
    pub depth: usize,
}

impl Watch for Run<'_> {
    fn is_stopped(&mut self) -> bool {
        !self.may_go_on()
    }
}

impl Run<'_> {
    /// Whether time, work and the switch allow to go on.
    pub fn may_go_on(&self) -> bool {
        let time = self.options.time_limit.is_none_or(|limit| self.started.elapsed() < limit);
        time && self.work_left() > 0 && !self.cancel.is_cancelled()
    }

    /// Simplex iterations that are left.
    pub fn work_left(&self) -> u64 {
        self.options.work_limit.map_or(u64::MAX, |limit| limit.saturating_sub(self.work))
    }

    pub fn threads(&self) -> usize {
        self.options.threads.max(1) as usize
    }

    /// Whether the gap that was asked for is proven.
    pub fn is_proven(&self) -> bool {
        self.state.cost.gap(self.state.bound) <= self.options.gap
    }

    /// Solves the linear program, if there is time, work and no trouble.
    pub fn relax(&mut self, master: &mut Master) -> Result<Relaxed, Status> {
        if !self.may_go_on() {
            return Err(Status::Stopped);
        }
        let before = master.iterations;
        let relaxed = master.relax(self);
        self.work += master.iterations - before;
        relaxed
    }

    /// Adds columns and rows until none helps; the last relaxed solution, unless it was stopped.
    pub fn generate(&mut self, master: &mut Master) -> Option<Relaxed> {
        loop {
            let mut relaxed = self.relax(master).ok()?;
            let round = master.round(&relaxed.duals, self.threads());
            self.prove(master.goal, round.bound);
            self.report(master, false);
            let cuts = master.cut(&relaxed.values);
            if round.offers.is_empty() && cuts == 0 {
                return Some(relaxed);
            }
            master.clean(&mut relaxed);
            master.add_columns(round.offers);
        }
    }

    /// Raises the bound to what prices have proven.
    pub fn prove(&mut self, goal: Goal, bound: f64) {
        match goal {
            Goal::Broken => {
                let whole = (bound - ROUNDING).ceil().max(0.0) as i64;
                let broken = self.state.bound.broken.max(whole).min(self.state.cost.broken);
                if broken > self.state.bound.broken {
                    self.state.bound = Cost::broken(broken);
                }
            }
            Goal::Points { broken, more } => {
                let worth = |(broken, more, bound): (i64, f64, f64)| {
                    bound - more * (self.state.bound.broken - broken).max(0) as f64
                };
                let new = (broken, more, bound);
                if self.points.is_none_or(|old| worth(old) < worth(new)) {
                    self.points = Some(new);
                }
            }
        }
        if let Some((broken, more, bound)) = self.points {
            let bound = bound - more * (self.state.bound.broken - broken).max(0) as f64;
            let points = (bound - ROUNDING).ceil().max(0.0) as i64;
            let proven = Cost { broken: self.state.bound.broken, points };
            self.state.bound = self.state.bound.max(proven.min(self.state.cost));
        }
    }

    pub fn report(&self, master: &Master, improved: bool) {
        let phase = match master.goal {
            Goal::Broken => Phase::Requirements,
            Goal::Points { .. } => Phase::Points,
        };
        (self.tell)(&self.state, phase, master.columns.len(), improved);
    }
}
