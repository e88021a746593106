//! Column generation: the linear program and its prices in turn, until no column helps.

use std::time::Instant;

use crate::beside::Beside;
use crate::ends::Trouble;
use crate::engine::State;
use crate::highs::{Limits, Status, Watch};
use crate::master::{Column, Goal, Master, Relaxed, Round};
use crate::tolerances::ROUNDING;
use crate::{Cancel, Cost, Options, Phase, Problem};

/// What of an open gap a bound may fall short of that of the linear program.
const SPARED: f64 = 0.05;

/// By interior points, a bound so near to the value of the program, as a share of it, is as good.
const NEAR: f64 = 1e-5;

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
    pub tell: &'a (dyn Fn(&State, Phase, usize, bool) + Sync),
    /// The best bound on points, by budget of broken requirements and the price of more.
    pub points: Option<(i64, f64, f64)>,
    /// How many problems this one is a part of.
    pub depth: usize,
    /// What is proven at the node of the search tree that is looked at, in the weights of the goal.
    pub node_bound: f64,
    /// Whether to search on until the limit where no proof is left to try.
    pub goes_on: bool,
    pub trouble: Trouble,
    /// The local search, and how it shares the work.
    pub local: Option<Beside<'a>>,
}

impl Watch for Run<'_> {
    fn limits(&self) -> Limits {
        self.allowance().limits()
    }

    fn is_stopped(&mut self) -> bool {
        self.share_time();
        !self.may_go_on()
    }
}

impl Run<'_> {
    /// Simplex iterations that are left.
    pub fn work_left(&self) -> u64 {
        self.options.work_limit.map_or(u64::MAX, |limit| limit.saturating_sub(self.work))
    }

    /// Whether the gap that was asked for is proven.
    pub fn is_proven(&self) -> bool {
        self.state.cost.gap(self.state.bound) <= self.options.gap
    }

    /// Solves the linear program, if there is time, work and no trouble.
    pub fn relax(&mut self, master: &mut Master) -> Result<Relaxed, Status> {
        self.counted(master, |master, run| master.relax(run))
    }

    fn relax_interior(&mut self, master: &mut Master, cross_over: bool) -> Result<Relaxed, Status> {
        self.counted(master, |master, run| master.relax_interior(run, cross_over))
    }

    /// A solve, if there is time and work, counted.
    fn counted<T>(
        &mut self,
        master: &mut Master,
        solve: impl FnOnce(&mut Master, &mut Self) -> Result<T, Status>,
    ) -> Result<T, Status> {
        if !self.may_go_on() {
            return Err(Status::Stopped);
        }
        let before = master.iterations;
        let solved = solve(master, self);
        self.work += master.iterations - before;
        if let Err(status) = &solved {
            self.note(status);
        }
        // What reached its limit has used up what was left, by however many threads.
        if let (Err(Status::Stopped), Some(limit)) = (&solved, self.options.work_limit) {
            self.work = self.work.max(limit);
        }
        self.share_work();
        solved
    }

    /// A round of pricing, counted. Of what it could prove `spare` may be left out.
    pub fn price(
        &mut self,
        master: &mut Master,
        duals: &[f64],
        spare: f64,
    ) -> Result<Round, Status> {
        let teams = self.problem.groups.iter().map(|group| group.max_teams).sum::<usize>();
        let slack = spare / teams.max(1) as f64;
        self.counted(master, |master, run| {
            master.round(duals, run.threads(), run.allowance(), slack)
        })
    }

    /// By how much a bound may be lower than the linear program's value and be as good: high enough to close
    /// the node, or nearly as high as it can be.
    pub fn spare(&self, master: &Master, relaxed: &Relaxed) -> f64 {
        if master.goal == Goal::Broken {
            return 0.0;
        }
        let worth = self.worth(master);
        let wanted = worth - self.options.gap * worth.max(0.0);
        let above = master.value(&relaxed.values) - wanted;
        // Where it cannot be closed, that is for the nodes below to do.
        if above > 0.0 { (above - 1.0).max(0.0) } else { SPARED * -above }
    }

    /// As `price`, without a look at all there are if that takes long.
    pub fn some_offers(
        &mut self,
        master: &mut Master,
        duals: &[f64],
    ) -> Result<Vec<Column>, Status> {
        let some = |master: &mut Master, run: &mut Self| {
            master.some_offers(duals, run.threads(), run.allowance())
        };
        self.counted(master, some)
    }

    /// For a large program, adds columns until none helps or next to none; a vertex that is as good, and
    /// duals of an interior point. Rows may still be missing.
    ///
    /// In the middle of what is best prices are steadier than at a vertex, so fewer rounds are needed
    /// (Gondzio et al. 2013), and each takes less time than the simplex method, which has little use
    /// for the last vertex where so many seats cost the same.
    pub fn generate_interior(&mut self, master: &mut Master) -> Option<Relaxed> {
        loop {
            let mut relaxed = self.relax_interior(master, false).ok()?;
            let round = self.price(master, &relaxed.duals, 0.0).ok()?;
            self.prove_here(master, round.bound);
            self.report(master, false);
            let value = master.value(&relaxed.values);
            let is_near = value - round.bound <= NEAR * value.abs();
            if is_near || master.add_columns(round.offers) == 0 {
                let Relaxed { values, .. } = self.relax_interior(master, true).ok()?;
                return Some(Relaxed { values, ..relaxed });
            }
            master.cut(&relaxed.values);
            master.clean(&mut relaxed);
        }
    }

    /// Adds columns and rows until none helps; the last relaxed solution, unless it was stopped.
    pub fn generate(&mut self, master: &mut Master) -> Option<Relaxed> {
        let relaxed = self.generate_until(master, |_, _| false);
        self.needed(relaxed)
    }

    /// As `generate`, until the bound of the node shows that there is no better plan.
    pub fn generate_or_prune(&mut self, master: &mut Master) -> Option<Relaxed> {
        let relaxed =
            self.generate_until(master, |run, master| run.is_closed(master, run.node_bound));
        self.needed(relaxed)
    }

    fn generate_until(
        &mut self,
        master: &mut Master,
        is_over: impl Fn(&Self, &Master) -> bool,
    ) -> Result<Relaxed, Status> {
        loop {
            let mut relaxed = self.relax(master)?;
            let spare = self.spare(master, &relaxed);
            let round = self.price(master, &relaxed.duals, spare)?;
            self.prove_here(master, round.bound);
            self.report(master, false);
            let cuts = master.cut(&relaxed.values);
            let is_near = master.value(&relaxed.values) - round.bound <= spare;
            if cuts == 0 && (round.offers.is_empty() || is_near) || is_over(self, master) {
                return Ok(relaxed);
            }
            master.clean(&mut relaxed);
            master.add_columns(round.offers);
        }
    }

    /// Raises the bound of the node that the master is at, and where that is the root, that of all plans.
    pub fn prove_here(&mut self, master: &Master, bound: f64) {
        self.node_bound = self.node_bound.max(bound);
        if !master.is_restricted() {
            self.prove(master.goal, bound);
        }
    }

    /// Raises the bound of all plans.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dive::dive;
    use crate::master::TeamRange;
    use crate::reduce::Reduced;
    use crate::{Group, Row, Slot, Solution, Term, Use};

    /// Forty people, twelve slots, teams of four or five with labels that pull them apart, and rows.
    fn problem(seed: i64) -> Problem {
        let slot = |s: i64| {
            let cost = |c: i64| (c * c * (7 + seed) + s * s * 13 + c * s * 5) % 97;
            Slot::new((0..40).map(|c| Some(Cost::points(cost(c)))).collect())
        };
        let mut group = Group::new((0..40).collect(), 10, 5, (0..12).map(slot).collect());
        group.sizes[..4].fill(None);
        for label in 0..3 {
            let coefficients = (0..40).map(|c| if c % 3 == label { 67 } else { -33 }).collect();
            group.terms.push(Term::Deviation { coefficients, unit: Cost::points(1) });
        }
        let mut problem = Problem::new(vec![Cost::points(500); 40], vec![group]);
        for first in 0..11 {
            let uses = (first..first + 2).map(|slot| (Use::Slot { group: 0, slot }, 1)).collect();
            problem.rows.push(Row { uses, at_most: 2, over: None });
        }
        problem
    }

    fn run<'a>(problem: &'a Problem, options: &'a Options, cancel: &'a Cancel) -> Run<'a> {
        let solution = Solution::default();
        let state = State { cost: solution.cost(problem), solution, bound: Cost::ZERO };
        Run {
            problem,
            loose: &[],
            to_the_end: true,
            options,
            cancel,
            started: Instant::now(),
            state,
            work: 0,
            tell: &|_, _, _, _| {},
            points: None,
            depth: 0,
            node_bound: f64::NEG_INFINITY,
            goes_on: false,
            trouble: Trouble::default(),
            local: None,
        }
    }

    #[test]
    fn by_interior_points_it_comes_to_the_same_bound() {
        let (options, cancel) = (Options::default(), Cancel::default());
        for seed in 0..8 {
            let problem = problem(seed);
            let reduced = Reduced::new(&problem, &[], &|| true).expect("nothing stops it");
            let goal = Goal::Points { broken: 0, more: 5000.0 };
            let mut plain = run(&problem, &options, &cancel);
            let mut master = Master::new(&reduced, goal, 0);
            let relaxed = plain.generate(&mut master).expect("a solution");
            let value = master.value(&relaxed.values);
            let mut interior = run(&problem, &options, &cancel);
            let mut master = Master::with_seats(&reduced, goal, 0, true);
            let near = interior.generate_interior(&mut master).expect("a solution");
            assert!(interior.work > 0, "interior-point iterations are counted");
            // With rows still missing it is at most that; the vertex is one to go on from.
            let short = master.value(&near.values);
            assert!(short <= value + 1e-3 && interior.state.bound.points as f64 <= short + 1.0);
            assert!(master.live.basis().is_some());
            let relaxed = interior.generate(&mut master).expect("a solution");
            assert!((master.value(&relaxed.values) - value).abs() < 1e-3, "{value} {seed}");
            assert_eq!(interior.state.bound, plain.state.bound, "{seed}");
        }
    }

    #[test]
    fn what_is_proven_at_a_node_is_not_proven_of_all_plans() {
        let (options, cancel) = (Options::default(), Cancel::default());
        for seed in 0..8 {
            let problem = problem(seed);
            let reduced = Reduced::new(&problem, &[], &|| true).expect("nothing stops it");
            let mut run = run(&problem, &options, &cancel);
            let mut master = Master::new(&reduced, Goal::Points { broken: 0, more: 5000.0 }, 0);
            run.generate(&mut master).expect("a solution");
            let root = run.state.bound;
            // Two teams for forty people: whoever is in none costs much.
            let few = TeamRange { least: 0, most: 2 };
            master.set_team_ranges(&[few], 1e6);
            let relaxed = run.generate(&mut master).expect("a solution");
            dive(&mut run, &mut master, &relaxed);
            run.generate(&mut master).expect("a solution");
            assert_eq!(run.state.bound, root, "{seed}");
            assert!(run.node_bound > root.points as f64 + 1000.0, "{seed}");
            master.set_team_ranges(&[], 0.0);
            run.generate(&mut master).expect("a solution");
            assert_eq!(run.state.bound, root, "{seed}");
        }
    }

    #[test]
    fn a_dive_leaves_the_program_where_it_was() {
        let (options, cancel) = (Options::default(), Cancel::default());
        for seed in 0..8 {
            let problem = problem(seed);
            let reduced = Reduced::new(&problem, &[], &|| true).expect("nothing stops it");
            let mut run = run(&problem, &options, &cancel);
            let mut master = Master::new(&reduced, Goal::Points { broken: 0, more: 5000.0 }, 0);
            let relaxed = run.generate(&mut master).expect("a solution");
            let value = master.value(&relaxed.values);
            let dived = dive(&mut run, &mut master, &relaxed);
            assert!(dived.is_whole);
            assert!(master.value(&dived.values) >= value - 1e-6, "{seed}");
            let again = run.generate(&mut master).expect("a solution");
            assert!((master.value(&again.values) - value).abs() < 1e-6, "{value} {seed}");
        }
    }
}
