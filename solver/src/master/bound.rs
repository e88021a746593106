//! What the duals prove: a bound that holds for any duals, whatever solver they came from.

use super::{Column, Goal, Master, What};

impl Master<'_> {
    /// The duals, with those of a wrong sign or too large made valid.
    pub(super) fn clipped(&self, duals: &[f64]) -> Vec<f64> {
        let mut duals = duals.to_vec();
        duals.resize(self.limits.len(), 0.0);
        duals[self.budget] = duals[self.budget].min(0.0);
        for count in &self.counts {
            // A least number of teams may be worth paying for.
            if count.range.least == 0 {
                duals[count.row] = duals[count.row].min(0.0);
            }
        }
        if let Goal::Points { more, .. } = self.goal {
            duals[self.budget] = duals[self.budget].max(-more);
        } else {
            duals[self.budget] = 0.0;
        }
        let budget = duals[self.budget];
        for (index, row) in self.links.iter().enumerate() {
            if let Some(row) = *row {
                let over = self.reduced.problem.rows[index].over;
                let least = over.map_or(f64::NEG_INFINITY, |over| {
                    -(self.goal.weigh(over) - budget * over.broken as f64)
                });
                duals[row] = duals[row].min(0.0).max(least);
            }
        }
        for row in self.quorums.values().flatten() {
            duals[row.row] = duals[row.row].max(0.0);
        }
        for row in self.shifts.values().flatten() {
            duals[row.row] = duals[row.row].min(0.0);
        }
        for row in self.caps.values().flatten() {
            duals[row.row] = duals[row.row].min(0.0);
        }
        duals
    }

    /// What the limits of the rows are worth.
    pub(super) fn fixed(&self, duals: &[f64]) -> f64 {
        let mut worth = self.goal.weigh(self.constant);
        if let Goal::Points { broken, .. } = self.goal {
            worth += duals[self.budget] * (broken - self.constant.broken) as f64;
        }
        for (index, row) in self.links.iter().enumerate() {
            if let Some(row) = *row {
                let times = self.reduced.crews.rows[index];
                worth += duals[row] * (self.reduced.loose[index] * times) as f64;
            }
        }
        worth + self.worth_of_counts(duals)
    }

    pub(super) fn duties(&self, duals: &[f64]) -> f64 {
        let serve = |column: &&Column| matches!(column.what, What::Serve { .. });
        let columns = self.columns.iter().filter(serve);
        columns.map(|column| self.reduced_cost(column, duals).min(0.0) * column.upper).sum()
    }

    /// By kind, the cheapest set of supervisors.
    pub(super) fn sets(&self, group: usize, slot: usize, duals: &[f64]) -> Vec<f64> {
        let view = &self.reduced.views[group];
        let mut best = vec![f64::INFINITY; view.kinds.all.len()];
        for (index, set) in view.supervision[slot].sets.iter().enumerate() {
            let what = What::Supervise { group, slot, set: index };
            let column = Column { what, cost: set.cost, upper: f64::INFINITY };
            best[set.kind] = best[set.kind].min(self.reduced_cost(&column, duals));
        }
        best
    }

    pub fn reduced_cost(&self, column: &Column, duals: &[f64]) -> f64 {
        let entries = self.entries(column);
        let rows: f64 = entries.iter().map(|&(row, value)| duals[row] * value).sum();
        self.goal.weigh(column.cost) - rows
    }
}
