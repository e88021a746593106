//! How full the rows are while teams are added and taken away.

use std::collections::HashMap;

use crate::sums::sum_by_key;
use crate::{Cost, Problem, Team, Use};

/// The sums of all rows for the teams added so far.
pub(crate) struct Load<'a> {
    problem: &'a Problem,
    sums: Vec<i64>,
    rows: HashMap<Use, Vec<(usize, i64)>>,
}

impl<'a> Load<'a> {
    pub fn new(problem: &'a Problem) -> Load<'a> {
        let mut rows: HashMap<Use, Vec<(usize, i64)>> = HashMap::new();
        for (index, row) in problem.rows.iter().enumerate() {
            for &(what, coefficient) in &row.uses {
                rows.entry(what).or_default().push((index, coefficient));
            }
        }
        Load { problem, sums: vec![0; problem.rows.len()], rows }
    }

    pub fn add(&mut self, team: &Team) {
        for (row, amount) in self.amounts(team) {
            self.sums[row] += amount;
        }
    }

    /// Adds what the supervisors of a team add to the rows, so many times.
    pub fn add_duty(&mut self, team: &Team, times: i64) {
        for (row, amount) in self.merged(self.serving(team)) {
            self.sums[row] += amount * times;
        }
    }

    /// What the rows would cost more with the team; `None` if one that must hold would not.
    pub fn cost(&self, team: &Team) -> Option<Cost> {
        self.cost_of(self.amounts(team))
    }

    /// What the rows would cost more with the team's supervisors alone.
    pub fn cost_of_duty(&self, team: &Team) -> Option<Cost> {
        self.cost_of(self.merged(self.serving(team)))
    }

    fn cost_of(&self, amounts: Vec<(usize, i64)>) -> Option<Cost> {
        let mut cost = Cost::ZERO;
        for (index, amount) in amounts {
            let row = &self.problem.rows[index];
            let above = |sum: i64| (sum - row.at_most).max(0);
            let more = above(self.sums[index] + amount) - above(self.sums[index]);
            match row.over {
                None if more > 0 => return None,
                None => {}
                Some(over) => cost += over * more,
            }
        }
        Some(cost)
    }

    /// What the team adds to each row, each row once.
    fn amounts(&self, team: &Team) -> Vec<(usize, i64)> {
        let (group, slot) = (team.group, team.slot);
        let mut uses = self.serving(team);
        uses.extend([Use::Team { group }, Use::Slot { group, slot }]);
        self.merged(uses)
    }

    fn serving(&self, team: &Team) -> Vec<Use> {
        let (group, slot) = (team.group, team.slot);
        let duties = &self.problem.groups[group].slots[slot].duties;
        let uses = team.duties.iter().flat_map(|&duty| {
            let supervisor = duties[duty].supervisor;
            [Use::Serve { group, supervisor }, Use::ServeAt { group, slot, supervisor }]
        });
        uses.collect()
    }

    fn merged(&self, uses: Vec<Use>) -> Vec<(usize, i64)> {
        let mut amounts: Vec<_> =
            uses.into_iter().filter_map(|what| self.rows.get(&what)).flatten().copied().collect();
        sum_by_key(&mut amounts);
        amounts
    }
}
