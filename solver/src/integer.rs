//! The master program in whole numbers, with every column that a better plan could have.

use std::collections::BTreeMap;

use crate::deal::deal;
use crate::generate::{ROUNDING, Run};
use crate::highs::live::{Effort, Live, Status, Watch};
use crate::master::{Column, Master, Relaxed, What};
use crate::split::{SlotAt, Split};
use crate::{Problem, Solution};

/// More columns than this are not worth a try.
const MOST_COLUMNS: usize = 60_000;

/// Tries to close the gap of the master's goal with an integer program over every column that a plan
/// better than the best one could use: those whose reduced cost is no more than what the best is
/// above the bound. What the program proves is proven of all plans. None if there are too many;
/// otherwise the slots that have to be told apart by team before more can be proven.
pub(crate) fn finish(
    run: &mut Run,
    split: &Split,
    master: &mut Master,
    relaxed: &Relaxed,
) -> Option<Vec<SlotAt>> {
    let round = master.round(&relaxed.duals, run.threads());
    let most = master.goal.weigh(run.state.cost) - round.bound + 1e-3;
    let teams = master.teams_within(&relaxed.duals, most, MOST_COLUMNS, run.threads())?;
    master.add_columns(teams);
    master.add_columns(master.seats_within(&relaxed.duals, most));
    loop {
        let kept = master.within(&relaxed.duals, most);
        let mut live = master.live_of(&kept, run.options.seed);
        let whole: Vec<usize> = (0..kept.len())
            .filter(|&at| !matches!(master.columns[kept[at]].what, What::Over { .. }))
            .collect();
        live.set_integer(&whole);
        if let Some(start) = master.values_of(&split.lower(&run.state.solution)) {
            live.set_start(&kept.iter().map(|&column| start[column]).collect::<Vec<_>>());
        }
        // Costs are whole: less than one apart is together.
        let effort = Effort {
            iterations: run.work_left(),
            relative_gap: run.options.gap,
            absolute_gap: 1.0 - 2.0 * ROUNDING,
        };
        let mut best = None;
        let status = {
            let mut watch = Follow { run, split, master, kept: &kept, best: &mut best };
            live.solve(&mut watch, Some(&effort))
        };
        run.work += live.iterations();
        if live.has_solution() {
            let values = spread(&live.solution().0, &kept, master.columns.len());
            run.offer(split.lift(deal(master, &values)));
            best = Some(values);
        }
        // What was proven before a stop has been told as it came.
        match status {
            Status::Infeasible => run.prove_whole(master, f64::INFINITY),
            Status::Optimal => run.prove_whole(master, live.mip_bound()),
            Status::Stopped => {}
        }
        run.report(master, true);
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
    /// Raises the bound to what the integer program has proven of plans better than the best.
    fn prove_whole(&mut self, master: &Master, bound: f64) {
        // Where others have taken some of a row, this says nothing of all plans.
        let rows = &master.reduced.problem.rows;
        if rows.iter().zip(&master.reduced.loose).any(|(row, &loose)| row.at_most != loose) {
            return;
        }
        let goal = master.goal;
        let bound = bound + goal.weigh(master.constant);
        self.prove(goal, bound.min(goal.weigh(self.state.cost)));
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
    best: &'a mut Option<Vec<f64>>,
}

impl Watch for Follow<'_, '_, '_> {
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
        self.run.prove_whole(self.master, bound);
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
                What::Budget => false,
                What::Over { .. } => true,
                _ => self.reduced_cost(column, &duals) <= most,
            }
        };
        (0..self.columns.len()).filter(is_kept).collect()
    }
}
