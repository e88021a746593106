//! Parts of a problem that have nothing to do with each other: no person could be in both, and no row
//! ties them together. Their best solutions together are the best solution of the whole, and their
//! bounds add up, since the order of costs survives addition.

use std::sync::Arc;

use crate::{Cost, Problem, Row, Solution, Team, Use};

/// One part, as a problem of its own.
pub(crate) struct Part {
    pub problem: Arc<Problem>,
    /// For each group of the part, the group of the whole.
    groups: Vec<usize>,
}

/// All parts, and what is the same in every solution.
pub(crate) struct Parts {
    pub parts: Vec<Part>,
    /// Cost of the people who can join nothing and of rows that count nothing.
    pub fixed: Cost,
}

impl Use {
    /// The group it counts in.
    fn group(self) -> usize {
        match self {
            Use::Team { group }
            | Use::Slot { group, .. }
            | Use::Serve { group, .. }
            | Use::ServeAt { group, .. } => group,
        }
    }

    fn with_group(self, group: usize) -> Use {
        match self {
            Use::Team { .. } => Use::Team { group },
            Use::Slot { slot, .. } => Use::Slot { group, slot },
            Use::Serve { supervisor, .. } => Use::Serve { group, supervisor },
            Use::ServeAt { slot, supervisor, .. } => Use::ServeAt { group, slot, supervisor },
        }
    }
}

/// Sets of groups that are tied together.
struct Ties(Vec<usize>);

impl Ties {
    fn find(&mut self, group: usize) -> usize {
        let mut root = group;
        while self.0[root] != root {
            self.0[root] = self.0[self.0[root]];
            root = self.0[root];
        }
        root
    }

    /// Ties all of these together.
    fn tie(&mut self, groups: impl IntoIterator<Item = usize>) {
        let mut groups = groups.into_iter();
        let Some(first) = groups.next() else { return };
        for group in groups {
            let (one, other) = (self.find(first), self.find(group));
            self.0[one.max(other)] = one.min(other);
        }
    }
}

/// Takes a problem apart.
pub(crate) fn decompose(problem: &Problem) -> Parts {
    let mut ties = Ties((0..problem.groups.len()).collect());
    let mut groups_of = vec![Vec::new(); problem.unplaced.len()];
    for (index, group) in problem.groups.iter().enumerate() {
        group.candidates.iter().for_each(|&person| groups_of[person].push(index));
    }
    groups_of.iter().for_each(|groups| ties.tie(groups.iter().copied()));
    problem.rows.iter().for_each(|row| ties.tie(row.uses.iter().map(|(what, _)| what.group())));

    let mut fixed = Cost::ZERO;
    let mut part_of = vec![usize::MAX; problem.groups.len()];
    let mut builders: Vec<Builder> = Vec::new();
    let mut place = vec![0; problem.groups.len()];
    for group in 0..problem.groups.len() {
        let root = ties.find(group);
        if part_of[root] == usize::MAX {
            part_of[root] = builders.len();
            builders.push(Builder::default());
        }
        part_of[group] = part_of[root];
        let builder = &mut builders[part_of[group]];
        place[group] = builder.groups.len();
        builder.groups.push(group);
    }
    let mut person_at = vec![0; problem.unplaced.len()];
    for (person, groups) in groups_of.iter().enumerate() {
        match groups.first() {
            None => fixed += problem.unplaced[person],
            Some(&group) => {
                let unplaced = &mut builders[part_of[group]].unplaced;
                person_at[person] = unplaced.len();
                unplaced.push(problem.unplaced[person]);
            }
        }
    }
    for row in &problem.rows {
        match row.uses.first() {
            None => fixed += row.over.unwrap_or_default() * (-row.at_most).max(0),
            Some((what, _)) => {
                let renamed = |&(what, n): &(Use, i64)| (what.with_group(place[what.group()]), n);
                let uses = row.uses.iter().map(renamed).collect();
                builders[part_of[what.group()]].rows.push(Row { uses, ..row.clone() });
            }
        }
    }
    let parts = builders.into_iter().map(|builder| builder.build(problem, &person_at));
    Parts { parts: parts.collect(), fixed }
}

#[derive(Default)]
struct Builder {
    groups: Vec<usize>,
    unplaced: Vec<Cost>,
    rows: Vec<Row>,
}

impl Builder {
    fn build(self, whole: &Problem, person_at: &[usize]) -> Part {
        let group = |&group: &usize| {
            let mut group = whole.groups[group].clone();
            group.candidates.iter_mut().for_each(|person| *person = person_at[*person]);
            group
        };
        let problem = Problem {
            groups: self.groups.iter().map(group).collect(),
            unplaced: self.unplaced,
            supervisors: whole.supervisors,
            rows: self.rows,
        };
        Part { problem: Arc::new(problem), groups: self.groups }
    }
}

impl Part {
    /// The part's teams as teams of the whole.
    pub fn lift(&self, solution: &Solution) -> impl Iterator<Item = Team> {
        solution.teams.iter().map(|team| Team { group: self.groups[team.group], ..team.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Group, Slot};

    fn group(candidates: &[usize]) -> Group {
        let slots = vec![Slot::new(vec![Some(Cost::points(1)); candidates.len()])];
        Group::new(candidates.to_vec(), 1, 3, slots)
    }

    #[test]
    fn people_and_rows_tie_groups_together() {
        // 0 and 2 share a person, 1 and 4 a row, 3 is by itself; person 6 can join nothing.
        let groups = [&[0, 1][..], &[2], &[1, 3], &[4], &[5]].map(group);
        let mut problem = Problem::new(vec![Cost::broken(1); 7], groups.to_vec());
        let uses = vec![(Use::Team { group: 4 }, 1), (Use::Slot { group: 1, slot: 0 }, 1)];
        problem.rows.push(Row { uses, at_most: 1, over: None });
        problem.rows.push(Row { uses: vec![], at_most: -2, over: Some(Cost::points(5)) });
        let Parts { parts, fixed } = decompose(&problem);
        let groups: Vec<&[usize]> = parts.iter().map(|part| part.groups.as_slice()).collect();
        assert_eq!(groups, [&[0, 2][..], &[1, 4], &[3]]);
        assert_eq!(fixed, Cost { broken: 1, points: 10 });
        assert_eq!(parts[0].problem.unplaced.len(), 3);
        assert_eq!(parts[0].problem.groups[1].candidates, [1, 2]);
        let uses = &parts[1].problem.rows[0].uses;
        assert_eq!(uses[..], [(Use::Team { group: 1 }, 1), (Use::Slot { group: 0, slot: 0 }, 1)]);
    }

    #[test]
    fn the_parts_cost_what_the_whole_costs() {
        let problem = Problem::new(vec![Cost::broken(1); 3], vec![group(&[0]), group(&[2])]);
        let Parts { parts, fixed } = decompose(&problem);
        let team = Team { group: 0, slot: 0, members: vec![0], duties: vec![] };
        let each = Solution { teams: vec![team] };
        let lifted = parts.iter().flat_map(|part| part.lift(&each)).collect();
        let sum: Cost = parts.iter().map(|part| each.cost(&part.problem)).sum();
        assert_eq!(Solution { teams: lifted }.cost(&problem), sum + fixed);
    }
}
