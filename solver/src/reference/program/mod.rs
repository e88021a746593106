//! The compact integer program: a variable for each person in each team at each slot.
//!
//! It is complete and exact for every part of a [`Problem`], but alike teams make it symmetric and
//! its bound is weak beyond some twenty people in one group: it is the reference, not the engine.

mod team;

use good_lp::solvers::highs::{HighsProblem, highs};
use good_lp::{
    Constraint, Expression, ProblemVariables, SolverModel, Variable, constraint, variable,
};

use super::places::{PlaceColumns, Places};
use crate::{Cost, Problem, Use};

/// A variable with its column in the program.
#[derive(Clone, Copy)]
struct Column {
    variable: Variable,
    index: usize,
}

/// The variables of one possible team.
struct Place {
    group: usize,
    /// Meets at the slot.
    at: Vec<Column>,
    /// By slot and candidate: joins at the slot.
    joins: Vec<Vec<Option<Column>>>,
    /// By slot and duty: serves at the slot.
    serves: Vec<Vec<Column>>,
    /// By number of members: has that size.
    sizes: Vec<Option<Column>>,
    /// By slot: breaks the quorum.
    quorums: Vec<Option<Column>>,
}

/// The program of a problem.
pub(crate) struct Program<'a> {
    problem: &'a Problem,
    variables: ProblemVariables,
    constraints: Vec<Constraint>,
    places: Vec<Place>,
    broken: Expression,
    points: Expression,
}

impl<'a> Program<'a> {
    pub fn new(problem: &'a Problem) -> Program<'a> {
        let mut program = Program {
            problem,
            variables: ProblemVariables::new(),
            constraints: Vec::new(),
            places: Vec::new(),
            broken: Expression::default(),
            points: Expression::default(),
        };
        for (index, group) in problem.groups.iter().enumerate() {
            for team in 0..group.max_teams {
                program.add_place(index, group);
                if team > 0 {
                    program.order_alike();
                }
            }
        }
        program.place_people();
        for row in &problem.rows {
            program.add_row(row);
        }
        program
    }

    /// The program with its first goal: as few broken requirements as possible.
    pub fn requirements(self) -> HighsProblem {
        let goal = self.broken.clone();
        self.finish(goal)
    }

    /// The program with its second goal: as few points as possible within `broken` requirements.
    pub fn points(mut self, broken: i64) -> HighsProblem {
        self.constraints.push(constraint!(self.broken.clone() <= broken as f64));
        let goal = self.points.clone();
        self.finish(goal)
    }

    fn finish(self, goal: Expression) -> HighsProblem {
        let mut model = self.variables.minimise(goal).using(highs);
        for constraint in self.constraints {
            model.add_constraint(constraint);
        }
        model
    }

    fn column(&mut self, integer: bool, max: f64) -> Column {
        let definition = variable().bounds(0.0..max);
        let index = self.variables.len();
        let definition = if integer { definition.integer() } else { definition };
        Column { variable: self.variables.add(definition), index }
    }

    fn binary(&mut self) -> Column {
        self.column(true, 1.0)
    }

    fn charge(&mut self, cost: Cost, times: impl Into<Expression>) {
        let times: Expression = times.into();
        if cost.broken != 0 {
            self.broken.add_mul(cost.broken as f64, times.clone());
        }
        if cost.points != 0 {
            self.points.add_mul(cost.points as f64, times);
        }
    }

    fn require(&mut self, constraint: Constraint) {
        self.constraints.push(constraint);
    }

    /// A new variable of at least `amount` and 0, charged with `cost` for each unit.
    fn charge_excess(&mut self, cost: Cost, amount: Expression) {
        if !cost.is_zero() {
            let excess = self.column(false, f64::INFINITY).variable;
            self.require(constraint!(excess >= amount));
            self.charge(cost, excess);
        }
    }

    /// Of two alike teams in a row the first exists if the second does: the one symmetry that is
    /// cheap to break.
    fn order_alike(&mut self) {
        let exists =
            |place: &Place| -> Expression { place.at.iter().map(|column| column.variable).sum() };
        let [.., one, two] = self.places.as_slice() else { return };
        let order = constraint!(exists(one) >= exists(two));
        self.require(order);
    }

    fn place_people(&mut self) {
        let mut placed = vec![Expression::default(); self.problem.unplaced.len()];
        for place in &self.places {
            let group = &self.problem.groups[place.group];
            for joins in &place.joins {
                for (&person, join) in group.candidates.iter().zip(joins) {
                    if let Some(join) = join {
                        placed[person] += join.variable;
                    }
                }
            }
        }
        for (placed, &cost) in placed.into_iter().zip(&self.problem.unplaced) {
            // A column, since good_lp drops the constant of an objective like `1 - placed`.
            let left = self.column(false, 1.0).variable;
            self.charge(cost, left);
            self.require(constraint!(placed + left == 1));
        }
    }

    fn add_row(&mut self, row: &crate::Row) {
        let mut sum = Expression::default();
        for &(what, coefficient) in &row.uses {
            for place in &self.places {
                place.add_use(self.problem, what, coefficient as f64, &mut sum);
            }
        }
        match row.over {
            None => self.require(constraint!(sum <= row.at_most as f64)),
            Some(cost) => self.charge_excess(cost, sum - row.at_most as f64),
        }
    }

    /// The columns of every place, to be kept when the program itself is given to HiGHS.
    pub fn places(&self) -> Places {
        let index = |columns: &[Column]| columns.iter().map(|column| Some(column.index)).collect();
        let some =
            |columns: &[Option<Column>]| columns.iter().map(|c| c.map(|c| c.index)).collect();
        let place = |place: &Place| PlaceColumns {
            group: place.group,
            at: place.at.iter().map(|column| column.index).collect(),
            joins: place.joins.iter().map(|joins| some(joins)).collect(),
            serves: place.serves.iter().map(|serves| index(serves)).collect(),
            sizes: some(&place.sizes),
            quorums: some(&place.quorums),
        };
        Places(self.places.iter().map(place).collect())
    }
}

impl Place {
    /// Adds to `sum` what this place counts for `what`.
    fn add_use(&self, problem: &Problem, what: Use, coefficient: f64, sum: &mut Expression) {
        let slots = &problem.groups[self.group].slots;
        let mut serving = |slot: usize, supervisor: usize| {
            for (duty, column) in slots[slot].duties.iter().zip(&self.serves[slot]) {
                if duty.supervisor == supervisor {
                    sum.add_mul(coefficient, column.variable);
                }
            }
        };
        match what {
            Use::Serve { group, supervisor } if group == self.group => {
                (0..slots.len()).for_each(|slot| serving(slot, supervisor));
            }
            Use::ServeAt { group, slot, supervisor } if group == self.group => {
                serving(slot, supervisor);
            }
            Use::Team { group } if group == self.group => {
                self.at.iter().for_each(|column| sum.add_mul(coefficient, column.variable));
            }
            Use::Slot { group, slot } if group == self.group => {
                sum.add_mul(coefficient, self.at[slot].variable);
            }
            _ => {}
        }
    }
}
