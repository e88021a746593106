//! The search in one part: bound and columns, then plans.

use crate::deal::deal;
use crate::dive::{Dived, dive};
use crate::ends::End;
use crate::engine::State;
use crate::failure::guarded;
use crate::fill::fill;
use crate::generate::Run;
use crate::highs::Status;
use crate::master::{Goal, Master, Relaxed, are_many};
use crate::reduce::Reduced;
use crate::split::{SlotAt, Split};
use crate::{Columns, Solution};

/// A broken requirement costs so many times the highest cost of one person or team: enough for the
/// linear program to avoid what can be avoided.
const AVOIDED: f64 = 10.0;

/// Dives from one relaxed solution, at most.
const DIVES: usize = 3;
/// Times that slots are split.
const SPLITS: usize = 4;

impl Run<'_> {
    /// Searches as far as time, work and the switch allow; what was found, and how that ended.
    pub fn search(mut self) -> (State, End) {
        let searched = guarded(|| {
            self.search_locally();
            self.search_all();
            if self.goes_on && !self.trouble.is_numerical {
                self.search_on();
            }
        });
        if let Err(failure) = searched {
            self.trouble.failure.get_or_insert(failure);
        }
        let ended = self.ended();
        (self.state, End { work: self.work, ended, failure: self.trouble.failure })
    }

    fn search_all(&mut self) {
        let mut slots: Vec<SlotAt> = Vec::new();
        for _ in 0..=SPLITS {
            if !self.may_go_on() {
                return;
            }
            let split = Split::new(self.problem, &slots);
            let doubtful = self.search_in(&split);
            if self.is_proven() || doubtful.is_empty() {
                return;
            }
            slots.extend(doubtful);
            slots.sort_unstable();
            slots.dedup();
        }
    }

    /// Searches a problem with split slots; the slots that ought to be split too.
    fn search_in(&mut self, split: &Split) -> Vec<SlotAt> {
        let allowance = self.allowance();
        let may_go_on = || !allowance.is_used_up();
        let Some(mut reduced) = Reduced::new(&split.problem, self.loose, &may_go_on) else {
            return Vec::new();
        };
        if self.options.methods.columns == Columns::WholeTeams {
            reduced.list_no_compositions();
        }
        if !self.may_go_on() {
            return Vec::new();
        }
        let more = AVOIDED * split.problem.highest_points() as f64;
        let goal = Goal::Points { broken: self.state.bound.broken, more };
        let mut master = Master::new(&reduced, goal, self.options.seed);
        let doubtful = self.search_program(split, &mut master, more);
        // What was never solved after a call that failed shows it nowhere else.
        if let Some(failure) = master.live.failure() {
            self.note(&Status::Failed(failure.clone()));
        }
        doubtful
    }

    /// As `search_in`, with the program; `more`: what it costs to break a requirement more.
    fn search_program(&mut self, split: &Split, master: &mut Master, more: f64) -> Vec<SlotAt> {
        master.add_teams_of(&split.lower(&self.state.solution));
        // Where that goes wrong in the numbers, the simplex method goes on with the columns there are.
        if are_many(master.reduced)
            && let Some(relaxed) = self.generate_interior(master)
        {
            // A plan first: rows that are still missing come as the dive needs them.
            self.round_up(split, master, &relaxed);
            if self.is_proven() {
                return Vec::new();
            }
        }
        let Some(relaxed) = self.generate(master) else { return Vec::new() };
        self.prove_broken(master, &relaxed, more);
        if self.is_open() && self.depth == 0 {
            self.try_timetable(split, master.reduced);
        }
        self.round_up(split, master, &relaxed);
        if self.is_open() && self.depth == 0 && master.is_within_budget(&relaxed.values) {
            // A linear program of broken requirements would prove nothing more.
            self.improve(true);
        }
        if self.is_open() {
            let doubtful = self.search_broken(split, master);
            if self.is_open() || !doubtful.is_empty() {
                return doubtful;
            }
        }
        if self.is_proven() {
            return Vec::new();
        }
        let goal = Goal::Points { broken: self.state.cost.broken, more };
        let relaxed = match goal == master.goal {
            true => relaxed,
            false => {
                master.set_goal(goal);
                let Some(relaxed) = self.generate(master) else { return Vec::new() };
                self.round_up(split, master, &relaxed);
                relaxed
            }
        };
        if self.is_proven() || !self.to_the_end {
            return Vec::new();
        }
        self.finish(split, master, &relaxed)
    }

    /// Looks for the fewest broken requirements.
    fn search_broken(&mut self, split: &Split, master: &mut Master) -> Vec<SlotAt> {
        master.set_goal(Goal::Broken);
        let Some(relaxed) = self.generate(master) else { return Vec::new() };
        if self.is_open() {
            self.round_up(split, master, &relaxed);
        }
        if self.is_open() && self.depth == 0 {
            self.improve(true);
        }
        if self.is_open() && self.to_the_end {
            return self.branch(split, master, &relaxed);
        }
        Vec::new()
    }

    /// Closes the gap, or makes it smaller until it can be closed.
    fn finish(&mut self, split: &Split, master: &mut Master, relaxed: &Relaxed) -> Vec<SlotAt> {
        loop {
            let doubtful = self.branch(split, master, relaxed);
            if self.is_proven() || !doubtful.is_empty() {
                return doubtful;
            }
            let before = self.state.cost;
            if self.depth == 0 {
                self.improve(false);
            }
            if self.is_proven() || self.state.cost == before {
                return Vec::new();
            }
        }
    }

    /// Whether there could be a plan with fewer broken requirements.
    fn is_open(&self) -> bool {
        self.state.cost.broken > self.state.bound.broken
    }

    /// The duals of points prove something of broken requirements too.
    fn prove_broken(&mut self, master: &mut Master, relaxed: &Relaxed, more: f64) {
        let duals: Vec<f64> = relaxed.duals.iter().map(|dual| dual / more).collect();
        let goal = std::mem::replace(&mut master.goal, Goal::Broken);
        let round = self.price(master, &duals, 0.0);
        master.goal = goal;
        if let Ok(round) = round {
            self.prove(Goal::Broken, round.bound);
        }
    }

    /// From a relaxed solution to plans. A dive that finds no way has found rows that were missing, and
    /// the next one knows them; what it has come to may still be better than what there was.
    pub fn round_up(&mut self, split: &Split, master: &mut Master, relaxed: &Relaxed) {
        let mut again = None;
        for _ in 0..DIVES {
            let Dived { values, is_whole } = dive(self, master, again.as_ref().unwrap_or(relaxed));
            let improved = self.offer(split.lift(deal(master, &values)));
            self.report(master, improved);
            if is_whole {
                return;
            }
            again = self.generate(master);
            if again.is_none() {
                return;
            }
        }
    }

    /// Takes a solution if it is one and better.
    pub fn offer(&mut self, mut solution: Solution) -> bool {
        let problem = self.problem;
        fill(problem, &mut solution);
        let cost = solution.cost(problem);
        let better = cost < self.state.cost && solution.broken(problem).is_none();
        if better {
            (self.state.solution, self.state.cost) = (solution, cost);
            self.publish(&self.state.solution);
        }
        better
    }
}
