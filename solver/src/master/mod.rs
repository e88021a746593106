//! The master program: which compositions meet at which slot, who takes their seats, who supervises
//! (docs/engine.md).

mod bound;
mod clean;
mod columns;
mod counts;
mod cuts;
mod pricing;
mod round;
mod rows;
mod seats;
mod slot_task;
mod whole;
mod whole_pricing;

use std::collections::HashMap;

use crate::highs::{Line, Live, Status, Watch};
use crate::reduce::{Compositions, Reduced};
use crate::{Cost, Use};

pub(crate) use columns::{Column, What};
pub(crate) use counts::{TeamCount, TeamRange};
pub(crate) use round::Round;
use rows::{CapRow, DutyRow, QuorumRow, SlotRows};
pub(crate) use seats::are_many;
use whole::WholeTeams;

/// What is made as small as possible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Goal {
    /// Broken requirements.
    Broken,
    /// Points, within so many broken requirements; each more costs `more`.
    Points { broken: i64, more: f64 },
}

impl Goal {
    /// Cost of a column in the program, without what the budget row adds.
    pub fn weigh(self, cost: Cost) -> f64 {
        match self {
            Goal::Broken => cost.broken as f64,
            Goal::Points { .. } => cost.points as f64,
        }
    }

    /// Cost of a whole plan in the program.
    pub fn worth(self, cost: Cost) -> f64 {
        match self {
            Goal::Broken => cost.broken as f64,
            Goal::Points { broken, more } => {
                cost.points as f64 + more * (cost.broken - broken).max(0) as f64
            }
        }
    }
}

pub(crate) struct Master<'a> {
    pub reduced: &'a Reduced<'a>,
    pub goal: Goal,
    pub live: Live,
    pub columns: Vec<Column>,
    /// By group.
    pub compositions: Vec<Compositions>,
    /// Cost of having nobody in any team.
    pub constant: Cost,
    /// By group and slot.
    at: Vec<Vec<SlotRows>>,
    /// By row, its limits.
    limits: Vec<(f64, f64)>,
    /// The first row of groups; those of kinds of people start at 0.
    groups: usize,
    budget: usize,
    /// By row of the problem, its row here once it is needed.
    links: Vec<Option<usize>>,
    /// By use, the rows of the problem that are here, with their coefficients.
    uses: HashMap<Use, Vec<(usize, i64)>>,
    quorums: HashMap<(usize, usize), Vec<QuorumRow>>,
    caps: HashMap<(usize, usize), Vec<CapRow>>,
    shifts: HashMap<(usize, usize), Vec<DutyRow>>,
    known: HashMap<What, usize>,
    /// By kind of people, every seat that there is, in the program or not.
    seats: Vec<Vec<Column>>,
    /// Columns for whole teams, where people differ; else there are columns for compositions.
    pub whole: Option<WholeTeams<'a>>,
    /// Whether there are columns for whole teams.
    pub is_whole: bool,
    /// Numbers of teams with a range: of each group in all, then those that were asked for.
    counts: Vec<TeamCount>,
    /// What a team costs that one of these is short of.
    short: f64,
    /// Columns of teams, at most.
    most_teams: usize,
    pub iterations: u64,
    /// For failures on purpose.
    #[cfg(test)]
    seed: u32,
}

/// The solution of the linear program.
#[derive(Clone, Debug, Default)]
pub(crate) struct Relaxed {
    pub values: Vec<f64>,
    pub duals: Vec<f64>,
}

impl<'a> Master<'a> {
    /// Solves the linear program.
    pub fn relax(&mut self, watch: &mut dyn Watch) -> Result<Relaxed, Status> {
        let status = self.live.solve(watch, None);
        self.relaxed(status)
    }

    /// As `relax`, by the interior-point method, to the middle of what is best or nearly there; from there on to a vertex
    /// if it is to `cross_over`.
    pub fn relax_interior(
        &mut self,
        watch: &mut dyn Watch,
        cross_over: bool,
    ) -> Result<Relaxed, Status> {
        let status = self.live.solve_interior(watch, cross_over);
        self.relaxed(status)
    }

    fn relaxed(&mut self, status: Status) -> Result<Relaxed, Status> {
        self.iterations += self.live.iterations();
        if status != Status::Optimal {
            return Err(status);
        }
        let (values, duals) = self.live.solution().map_err(Status::Failed)?;
        match values.iter().chain(&duals).all(|number| number.is_finite()) {
            true => Ok(Relaxed { values, duals }),
            false => Err(Status::Numerical),
        }
    }

    /// What values of the columns cost, in the weights of the goal.
    pub fn value(&self, values: &[f64]) -> f64 {
        let costs = self.columns.iter().map(|column| self.cost_of(column));
        let sum: f64 = costs.zip(values).map(|(cost, value)| cost * value).sum();
        self.goal.weigh(self.constant) + sum
    }

    /// Changes what is made as small as possible.
    pub fn set_goal(&mut self, goal: Goal) {
        self.goal = goal;
        let mut costs: Vec<f64> = self.columns.iter().map(|c| goal.weigh(c.cost)).collect();
        let (upper, more) = self.budget_of(goal);
        let elastic = self.known[&What::Budget];
        costs[elastic] = more;
        self.live.set_costs(&costs);
        self.limits[self.budget] = (f64::NEG_INFINITY, upper);
        self.live.set_row_bounds(self.budget, f64::NEG_INFINITY, upper);
    }

    /// Limit of the budget row, and the price of exceeding it.
    fn budget_of(&self, goal: Goal) -> (f64, f64) {
        match goal {
            Goal::Broken => (f64::INFINITY, 0.0),
            Goal::Points { broken, more } => ((broken - self.constant.broken) as f64, more),
        }
    }

    /// The column as the program takes it.
    pub fn column_line(&self, column: &Column) -> Line {
        self.line(column, self.entries(column))
    }

    /// The rows without their entries.
    pub fn row_lines(&self) -> Vec<Line> {
        let line =
            |&(lower, upper): &(f64, f64)| Line { cost: 0.0, lower, upper, entries: Vec::new() };
        self.limits.iter().map(line).collect()
    }

    /// Adds rows to the program.
    fn add_rows(&mut self, lines: &[Line]) {
        self.limits.extend(lines.iter().map(|line| (line.lower, line.upper)));
        self.live.add_rows(lines);
    }

    fn line(&self, column: &Column, entries: Vec<(usize, f64)>) -> Line {
        Line { cost: self.cost_of(column), lower: 0.0, upper: column.upper, entries }
    }

    fn cost_of(&self, column: &Column) -> f64 {
        match column.what {
            What::Budget => self.budget_of(self.goal).1,
            What::Few { .. } => self.short,
            _ => self.goal.weigh(column.cost),
        }
    }
}
