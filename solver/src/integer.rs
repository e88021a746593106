//! The master program in whole numbers, with every column that a better plan could have.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::deal::deal;
use crate::generate::Run;
use crate::highs::{Effort, Limits, Live, Status, Watch};
use crate::master::{Column, Master, Relaxed, What};
use crate::split::{SlotAt, Split};
use crate::tolerances::ROUNDING;
use crate::{Problem, Solution};

/// What an integer program may take.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Share {
    /// Columns of teams; more are not worth a try.
    pub columns: usize,
    /// Simplex iterations.
    pub work: u64,
    /// Time, unless all that there is.
    pub time: Option<Duration>,
}

impl Share {
    /// All that there is.
    pub const ALL: Share = Share { columns: 60_000, work: u64::MAX, time: None };
}

/// How far a bound of an integer program may be above a known plan, in itself and as a share of its
/// cost, before they contradict each other.
const IMPRECISE: (f64, f64) = (0.5, 1e-6);

/// Tries to close the gap of the master's goal with an integer program over every column that a plan
/// better than the best one could use: those whose reduced cost is no more than what the best is
/// above the bound. What the program proves is proven of all plans. None if there are too many;
/// otherwise the slots that have to be separated by team before more can be proven.
pub(crate) fn finish(
    run: &mut Run,
    split: &Split,
    master: &mut Master,
    relaxed: &Relaxed,
    share: &Share,
) -> Option<Vec<SlotAt>> {
    let end = run.work.saturating_add(share.work);
    let until = share.time.map(|time| run.started.elapsed() + time);
    let spare = run.spare(master, relaxed);
    let round = run.price(master, &relaxed.duals, spare);
    let Some(round) = run.needed(round) else { return Some(Vec::new()) };
    let most = master.goal.weigh(run.state.cost) - round.bound + 1e-3;
    let teams =
        master.teams_within(&relaxed.duals, most, share.columns, run.threads(), run.allowance())?;
    master.add_columns(teams);
    master.add_columns(master.seats_within(&relaxed.duals, most));
    loop {
        let kept = master.within(&relaxed.duals, most);
        let mut live = master.live_of(&kept, run.options.seed);
        let whole: Vec<usize> = (0..kept.len())
            .filter(|&at| !matches!(master.columns[kept[at]].what, What::Over { .. }))
            .collect();
        live.set_integer(&whole);
        let start = master.values_of(&split.lower(&run.state.solution));
        let mut has_best = false;
        if let Some(start) = start {
            let values: Vec<f64> = kept.iter().map(|&column| start[column]).collect();
            // At a node of the search tree the best plan may be at another.
            has_best = spread(&values, &kept, start.len()) == start && master.is_in_range(&start);
            live.set_start(&values);
        }
        // Costs are whole: less than one apart is together.
        let effort = Effort { relative_gap: run.options.gap, absolute_gap: 1.0 - 2.0 * ROUNDING };
        let mut best = None;
        let status = {
            let most = end.saturating_sub(run.work);
            let time = until.map(|until| until.saturating_sub(run.started.elapsed()));
            let mut watch =
                Follow { run, split, master, kept: &kept, has_best, best: &mut best, most, time };
            live.solve(&mut watch, Some(&effort))
        };
        run.work += live.iterations();
        run.note(&status);
        if live.has_solution() && run.trouble.failure.is_none() {
            let Some(found) = run.needed(live.solution().map_err(Status::Failed)) else {
                return Some(Vec::new());
            };
            let values = spread(&found.0, &kept, master.columns.len());
            run.offer(split.lift(deal(master, &values)));
            best = Some(values);
        }
        match status {
            Status::Optimal => run.prove_whole(master, live.mip_bound(), has_best),
            // No plan at all is a bound above every plan.
            Status::Infeasible => run.prove_whole(master, f64::INFINITY, has_best),
            Status::Numerical => run.trouble.is_numerical = true,
            // What was proven before a stop has been reported as it came.
            Status::Stopped | Status::Failed(_) => {}
        }
        run.report(master, true);
        if status == Status::Stopped && run.may_go_on() && !run.is_proven() {
            return None;
        }
        let Some(best) = best else { return Some(Vec::new()) };
        let cuts = master.cut(&best);
        if run.is_proven() || !run.may_go_on() {
            return Some(Vec::new());
        }
        if cuts == 0 && master.whole.is_some() {
            return Some(Vec::new());
        }
        if cuts == 0 {
            return Some(doubtful(&split.problem, &deal(master, &best)));
        }
    }
}

impl Run<'_> {
    /// Raises the bound to what the integer program has proven of plans better than the best. If the
    /// program `has_best`, it cannot have a bound above it: then it is wrong in its numbers, and has
    /// proven nothing.
    fn prove_whole(&mut self, master: &Master, bound: f64, has_best: bool) {
        let goal = master.goal;
        let bound = bound + goal.weigh(master.constant);
        let known = goal.weigh(self.state.cost);
        if bound.is_nan() || (has_best && bound > known + IMPRECISE.0.max(IMPRECISE.1 * known)) {
            self.trouble.is_numerical = true;
            return;
        }
        // Where others have taken some of a row, this says nothing of all plans.
        let rows = &master.reduced.problem.rows;
        if rows.iter().zip(&master.reduced.loose).all(|(row, &loose)| row.at_most == loose) {
            self.prove_here(master, bound.min(known));
        }
    }
}

/// Slots of which the teams together may keep a quorum that one of them breaks.
fn doubtful(problem: &Problem, solution: &Solution) -> Vec<SlotAt> {
    let mut teams: BTreeMap<SlotAt, (usize, bool)> = BTreeMap::new();
    for team in &solution.teams {
        let at = teams.entry((team.group, team.slot)).or_default();
        at.0 += 1;
        at.1 |= team.breaks_quorum(&problem.groups[team.group].slots[team.slot]);
    }
    let doubtful = teams.into_iter().filter(|&(_, (number, breaks))| number > 1 && breaks);
    doubtful.map(|(at, _)| at).collect()
}

/// Values of all columns from those of some.
fn spread(values: &[f64], kept: &[usize], columns: usize) -> Vec<f64> {
    let mut all = vec![0.0; columns];
    kept.iter().zip(values).for_each(|(&column, &value)| all[column] = value);
    all
}

/// Takes each better solution and bound of the integer program as it comes.
struct Follow<'a, 'b, 'c> {
    run: &'a mut Run<'b>,
    split: &'a Split<'a>,
    master: &'a Master<'c>,
    kept: &'a [usize],
    /// Whether the best plan is one of the program's.
    has_best: bool,
    best: &'a mut Option<Vec<f64>>,
    /// Simplex iterations that it may take.
    most: u64,
    /// And time, if that is limited.
    time: Option<Duration>,
}

impl Watch for Follow<'_, '_, '_> {
    fn limits(&self) -> Limits {
        let limits = self.run.limits();
        let time = [limits.time, self.time].into_iter().flatten().min();
        Limits { iterations: limits.iterations.min(self.most), time }
    }

    fn is_stopped(&mut self) -> bool {
        !self.run.may_go_on()
    }

    fn improved(&mut self, values: &[f64]) {
        let values = spread(values, self.kept, self.master.columns.len());
        let improved = self.run.offer(self.split.lift(deal(self.master, &values)));
        *self.best = Some(values);
        self.run.report(self.master, improved);
    }

    fn bounded(&mut self, bound: f64) {
        self.run.prove_whole(self.master, bound, self.has_best);
        self.run.report(self.master, false);
    }
}

impl Master<'_> {
    /// A program of its own with the rows of this one and some of its columns.
    fn live_of(&self, kept: &[usize], seed: u32) -> Live {
        let mut live = Live::new(seed);
        live.add_rows(&self.row_lines());
        let columns: Vec<Column> = kept.iter().map(|&column| self.columns[column]).collect();
        let lines: Vec<_> = columns.iter().map(|column| self.column_line(column)).collect();
        live.add_columns(&lines);
        live
    }

    /// The columns whose reduced cost is at most so much.
    fn within(&self, duals: &[f64], most: f64) -> Vec<usize> {
        let mut duals = duals.to_vec();
        duals.resize(self.live.rows(), 0.0);
        let is_kept = |&column: &usize| {
            let column = &self.columns[column];
            match column.what {
                What::Budget | What::Few { .. } => false,
                What::Over { .. } => true,
                _ => self.reduced_cost(column, &duals) <= most,
            }
        };
        (0..self.columns.len()).filter(is_kept).collect()
    }
}
