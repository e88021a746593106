//! Where each decision stands among the columns of the compact program.

use crate::{Problem, Solution, Team};

/// The columns of one possible team, laid out like the group's slots.
pub(crate) struct PlaceColumns {
    pub group: usize,
    pub at: Vec<usize>,
    pub joins: Vec<Vec<Option<usize>>>,
    pub serves: Vec<Vec<Option<usize>>>,
    pub sizes: Vec<Option<usize>>,
    pub quorums: Vec<Option<usize>>,
}

/// The columns of all possible teams.
pub(crate) struct Places(pub Vec<PlaceColumns>);

impl Places {
    /// The solution that column values stand for.
    pub fn solution(&self, values: &[f64]) -> Solution {
        let on = |column: usize| values.get(column).is_some_and(|&value| value > 0.5);
        let chosen = |columns: &[Option<usize>]| -> Vec<usize> {
            let taken = |&i: &usize| columns[i].is_some_and(on);
            (0..columns.len()).filter(taken).collect()
        };
        let team = |place: &PlaceColumns| {
            let slot = place.at.iter().position(|&column| on(column))?;
            let (members, duties) = (chosen(&place.joins[slot]), chosen(&place.serves[slot]));
            Some(Team { group: place.group, slot, members, duties })
        };
        Solution { teams: self.0.iter().filter_map(team).collect() }
    }

    /// The values of all integer columns for a solution.
    pub fn values(&self, problem: &Problem, solution: &Solution) -> Vec<(usize, f64)> {
        let mut left: Vec<&Team> = solution.teams.iter().collect();
        let mut values = Vec::new();
        for place in &self.0 {
            let team = left.iter().position(|team| team.group == place.group);
            place.write(problem, team.map(|at| left.remove(at)), &mut values);
        }
        values
    }
}

impl PlaceColumns {
    fn write(&self, problem: &Problem, team: Option<&Team>, values: &mut Vec<(usize, f64)>) {
        let mut write = |column: usize, on: bool| values.push((column, f64::from(u8::from(on))));
        for (slot, &at) in self.at.iter().enumerate() {
            let team = team.filter(|team| team.slot == slot);
            write(at, team.is_some());
            for (candidate, join) in self.joins[slot].iter().enumerate() {
                let joins = team.is_some_and(|team| team.members.contains(&candidate));
                join.iter().for_each(|&column| write(column, joins));
            }
            for (duty, serve) in self.serves[slot].iter().enumerate() {
                let serves = team.is_some_and(|team| team.duties.contains(&duty));
                serve.iter().for_each(|&column| write(column, serves));
            }
            if let Some(column) = self.quorums[slot] {
                let slot = &problem.groups[self.group].slots[slot];
                write(column, team.is_some_and(|team| team.breaks_quorum(slot)));
            }
        }
        for (size, column) in self.sizes.iter().enumerate() {
            let has = team.is_some_and(|team| team.members.len() == size);
            column.iter().for_each(|&column| write(column, has));
        }
    }
}
