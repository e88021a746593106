//! The compact integer program: a variable for each person in each team at each slot.
//!
//! It is complete and exact for every part of a [`Problem`], but alike teams make it symmetric and
//! its bound is weak beyond some twenty people in one group: it is the reference, not the engine.

use std::collections::HashMap;

use good_lp::solvers::highs::{HighsProblem, highs};
use good_lp::{
    Constraint, Expression, ProblemVariables, SolverModel, Variable, constraint, variable,
};

use crate::places::{PlaceColumns, Places};
use crate::problem::Group;
use crate::{Cost, Need, Problem, Quorum, Slot, Term, Use};

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
    /// The number of columns that [`Program::new`] would make, roughly.
    pub fn size(problem: &Problem) -> usize {
        let slot = |slot: &Slot| slot.members.len() + slot.duties.len() + 1;
        let group = |group: &Group| group.max_teams * group.slots.iter().map(slot).sum::<usize>();
        problem.groups.iter().map(group).sum()
    }

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

    fn add_place(&mut self, index: usize, group: &Group) {
        let at: Vec<Column> = group.slots.iter().map(|_| self.binary()).collect();
        let exists: Expression = at.iter().map(|column| column.variable).sum();
        self.require(constraint!(exists.clone() <= 1));
        let joins: Vec<Vec<Option<Column>>> =
            group.slots.iter().zip(&at).map(|(slot, at)| self.add_joins(slot, *at)).collect();
        let serves: Vec<Vec<Column>> = group
            .slots
            .iter()
            .zip(&at)
            .map(|(slot, at)| self.add_serves(group, slot, *at))
            .collect();
        let member: Vec<Expression> = (0..group.candidates.len())
            .map(|c| joins.iter().filter_map(|slot| slot[c]).map(|column| column.variable).sum())
            .collect();
        for ((slot, at), (joins, serves)) in
            group.slots.iter().zip(&at).zip(joins.iter().zip(&serves))
        {
            self.add_capacity(slot, *at, joins, serves);
        }
        let sizes = self.add_sizes(group, &exists, &member);
        let quorums = group
            .slots
            .iter()
            .zip(&joins)
            .map(|(slot, joins)| slot.quorum.as_ref().map(|quorum| self.add_quorum(quorum, joins)))
            .collect();
        for (side, need) in group.needs.iter().enumerate() {
            self.add_need(group, side, need, &exists, &serves);
        }
        let mut serving: HashMap<usize, Expression> = HashMap::new();
        for (slot, serves) in group.slots.iter().zip(&serves) {
            for (duty, column) in slot.duties.iter().zip(serves) {
                *serving.entry(duty.supervisor).or_default() += column.variable;
            }
        }
        for term in &group.terms {
            self.add_term(term, &exists, &member, &serving);
        }
        self.places.push(Place { group: index, at, joins, serves, sizes, quorums });
    }

    fn add_joins(&mut self, slot: &Slot, at: Column) -> Vec<Option<Column>> {
        let mut joins = Vec::with_capacity(slot.members.len());
        for cost in &slot.members {
            joins.push(cost.map(|cost| {
                let join = self.binary();
                self.require(constraint!(join.variable <= at.variable));
                self.charge(cost, join.variable);
                join
            }));
        }
        joins
    }

    fn add_serves(&mut self, group: &Group, slot: &Slot, at: Column) -> Vec<Column> {
        let mut serves = Vec::with_capacity(slot.duties.len());
        let mut once: HashMap<usize, Expression> = HashMap::new();
        let mut sides = vec![Expression::default(); group.needs.len()];
        for duty in &slot.duties {
            let serve = self.binary();
            self.charge(duty.cost, serve.variable);
            *once.entry(duty.supervisor).or_default() += serve.variable;
            sides[duty.side] += serve.variable;
            serves.push(serve);
        }
        let mut once: Vec<_> = once.into_iter().collect();
        once.sort_unstable_by_key(|&(supervisor, _)| supervisor);
        for (_, serving) in once {
            self.require(constraint!(serving <= at.variable));
        }
        for (need, serving) in group.needs.iter().zip(sides) {
            self.require(constraint!(serving <= need.max as f64 * at.variable));
        }
        serves
    }

    fn add_capacity(
        &mut self,
        slot: &Slot,
        at: Column,
        joins: &[Option<Column>],
        serves: &[Column],
    ) {
        if let Some(capacity) = slot.capacity {
            let people = joins.iter().flatten().chain(serves).map(|column| column.variable);
            let people: Expression = people.sum();
            self.require(constraint!(people <= capacity as f64 * at.variable));
        }
    }

    fn add_sizes(
        &mut self,
        group: &Group,
        exists: &Expression,
        member: &[Expression],
    ) -> Vec<Option<Column>> {
        let mut sizes = Vec::with_capacity(group.sizes.len());
        let (mut chosen, mut members) = (Expression::default(), Expression::default());
        let largest = group.candidates.len();
        for (size, cost) in group.sizes.iter().enumerate().take(largest + 1) {
            sizes.push(cost.map(|cost| {
                let column = self.binary();
                self.charge(cost, column.variable);
                chosen += column.variable;
                members.add_mul(size as f64, column.variable);
                column
            }));
        }
        let joined: Expression = member.iter().cloned().sum();
        self.require(constraint!(chosen == exists.clone()));
        self.require(constraint!(joined == members));
        sizes
    }

    fn add_quorum(&mut self, quorum: &Quorum, joins: &[Option<Column>]) -> Column {
        let broken = self.binary();
        self.charge(quorum.broken, broken.variable);
        for sum in &quorum.sums {
            let worst: i64 = sum.iter().map(|&c| c.min(0)).sum();
            let mut members = Expression::default();
            for (join, &coefficient) in joins.iter().zip(sum) {
                if let (Some(join), true) = (join, coefficient != 0) {
                    members.add_mul(coefficient as f64, join.variable);
                }
            }
            self.require(constraint!(members + -worst as f64 * broken.variable >= 0));
        }
        broken
    }

    fn add_need(
        &mut self,
        group: &Group,
        side: usize,
        need: &Need,
        exists: &Expression,
        serves: &[Vec<Column>],
    ) {
        let mut short = need.min as f64 * exists.clone();
        for (slot, serves) in group.slots.iter().zip(serves) {
            for (duty, column) in slot.duties.iter().zip(serves) {
                if duty.side == side {
                    short -= column.variable;
                }
            }
        }
        self.charge_excess(need.short, short);
    }

    fn add_term(
        &mut self,
        term: &Term,
        exists: &Expression,
        member: &[Expression],
        serving: &HashMap<usize, Expression>,
    ) {
        let has = |candidate: usize| member[candidate].clone();
        let serves = |supervisor: &usize| serving.get(supervisor).cloned().unwrap_or_default();
        match term {
            Term::Deviation { coefficients, unit } => {
                let away = self.column(false, f64::INFINITY).variable;
                let mut sum = Expression::default();
                for (member, &coefficient) in member.iter().zip(coefficients) {
                    sum.add_mul(coefficient as f64, member.clone());
                }
                self.require(constraint!(away >= sum.clone()));
                self.require(constraint!(away >= -sum));
                self.charge(*unit, away);
            }
            Term::Distinct { labels, at_least, short } => {
                let mut by_label: HashMap<usize, Expression> = HashMap::new();
                for (member, label) in member.iter().zip(labels) {
                    if let Some(label) = label {
                        *by_label.entry(*label).or_default() += member.clone();
                    }
                }
                let mut by_label: Vec<_> = by_label.into_iter().collect();
                by_label.sort_unstable_by_key(|&(label, _)| label);
                let mut missing = *at_least as f64 * exists.clone();
                for (_, members) in by_label {
                    let seen = self.column(false, 1.0).variable;
                    self.require(constraint!(seen <= members));
                    missing -= seen;
                }
                self.charge_excess(*short, missing);
            }
            Term::Together { one, other, cost } => {
                self.charge_excess(*cost, has(*one) - other.map(has).unwrap_or_default());
            }
            Term::Apart { one, other, cost } => {
                self.charge_excess(*cost, has(*one) + has(*other) - 1);
            }
            Term::SupervisorsAlike { alike, cost } => {
                let sum: Expression = alike.iter().map(serves).sum();
                self.charge_excess(*cost, sum - 1);
            }
            Term::SupervisorMissing { supervisor, cost } => {
                self.charge(*cost, exists.clone() - serves(supervisor));
            }
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
