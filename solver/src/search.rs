//! The search in one part: bound and columns, then plans.

use crate::deal::deal;
use crate::dive::dive;
use crate::generate::Run;
use crate::integer::finish;
use crate::master::{Goal, Master, Relaxed};
use crate::reduce::Reduced;
use crate::Solution;

/// A broken requirement costs so many times the highest cost of one person or team: enough for the
/// linear program to avoid what can be avoided.
const AVOIDED: f64 = 10.0;

impl Run<'_> {
    /// Searches as far as time, work and the switch allow.
    pub fn search(mut self) {
        let reduced = Reduced::new(self.problem);
        let more = AVOIDED * highest(&reduced);
        let goal = Goal::Points { broken: self.state.bound.broken, more };
        let mut master = Master::new(&reduced, goal, self.options.seed);
        let Some(relaxed) = self.generate(&mut master) else { return };
        self.prove_broken(&mut master, &relaxed, more);
        self.round_up(&mut master, &relaxed);
        if self.is_proven() {
            return;
        }
        if self.state.cost.broken > self.state.bound.broken {
            master.set_goal(Goal::Broken);
            let Some(relaxed) = self.generate(&mut master) else { return };
            if self.state.cost.broken > self.state.bound.broken {
                self.round_up(&mut master, &relaxed);
            }
            if self.state.cost.broken > self.state.bound.broken {
                finish(&mut self, &mut master, &relaxed);
            }
        }
        let goal = Goal::Points { broken: self.state.cost.broken, more };
        master.set_goal(goal);
        let Some(relaxed) = self.generate(&mut master) else { return };
        self.round_up(&mut master, &relaxed);
        if !self.is_proven() && self.state.cost.broken == self.state.bound.broken {
            finish(&mut self, &mut master, &relaxed);
        }
    }

    /// The duals of points prove something of broken requirements too.
    fn prove_broken(&mut self, master: &mut Master, relaxed: &Relaxed, more: f64) {
        let duals: Vec<f64> = relaxed.duals.iter().map(|dual| dual / more).collect();
        let goal = std::mem::replace(&mut master.goal, Goal::Broken);
        let round = master.round(&duals, self.threads());
        self.prove(Goal::Broken, round.bound);
        master.goal = goal;
    }

    /// From a relaxed solution to plans.
    fn round_up(&mut self, master: &mut Master, relaxed: &Relaxed) {
        if let Some(values) = dive(self, master, relaxed) {
            let improved = self.offer(deal(master, &values));
            self.report(master, improved);
        }
    }

    /// Takes a solution if it is one and better.
    pub fn offer(&mut self, solution: Solution) -> bool {
        let problem = self.problem;
        let cost = solution.cost(problem);
        let better = cost < self.state.cost && solution.broken(problem).is_none();
        if better {
            (self.state.solution, self.state.cost) = (solution, cost);
        }
        better
    }
}

/// The highest points of one person at a slot or of one composition's members.
fn highest(reduced: &Reduced) -> f64 {
    let slots = reduced.problem.groups.iter().flat_map(|group| &group.slots);
    let members = slots.flat_map(|slot| slot.members.iter().flatten().map(|cost| cost.points));
    let unplaced = reduced.problem.unplaced.iter().map(|cost| cost.points);
    members.chain(unplaced).max().unwrap_or_default().max(100) as f64
}
