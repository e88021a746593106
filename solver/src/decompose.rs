//! Parts of a problem.
//!
//! Parts that have nothing to do with each other, since no person could be in both and no row ties
//! them together, are solved by themselves: their best solutions together are the best solution of
//! the whole, and their bounds add up, since the order of costs survives addition.
//!
//! What is too large for that is also cut along rows that limit what parts use together (a
//! supervisor of two regions). A row of numbers that are not negative, on part of what it counts,
//! holds with the same limit, and costs no more than the row does: so the bounds of the parts still
//! add up. Solutions are found one after another, with what the earlier ones have left
//! (docs/engine.md).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::solution::{by_group, row_sum};
use crate::{Cost, Problem, Row, Solution, Team, Use};

/// People from whom on a problem is cut along the rows that tie its parts together.
const LARGE: usize = 3_000;

/// One part, as a problem of its own.
pub(crate) struct Part {
    pub problem: Arc<Problem>,
    /// For each group of the part, the group of the whole.
    groups: Vec<usize>,
    /// Parts with a row in common have different turns.
    pub turn: usize,
    /// Rows that other parts have a part of too: the row here, and that of the whole.
    pub shared: Vec<(usize, usize)>,
}

/// All parts, and what is the same in every solution.
pub(crate) struct Parts {
    pub parts: Vec<Part>,
    /// Cost of the people who can join nothing and of rows that count nothing.
    pub fixed: Cost,
}

impl Use {
    /// The group it counts in.
    pub(crate) fn group(self) -> usize {
        match self {
            Use::Team { group }
            | Use::Slot { group, .. }
            | Use::Serve { group, .. }
            | Use::ServeAt { group, .. } => group,
        }
    }

    /// The same in another group.
    pub(crate) fn with_group(self, group: usize) -> Use {
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
    decompose_at(problem, LARGE)
}

/// Takes a problem apart; from `large` people on also along rows.
fn decompose_at(problem: &Problem, large: usize) -> Parts {
    let mut groups_of = vec![Vec::new(); problem.unplaced.len()];
    for (index, group) in problem.groups.iter().enumerate() {
        group.candidates.iter().for_each(|&person| groups_of[person].push(index));
    }
    let mut by_people = Ties((0..problem.groups.len()).collect());
    groups_of.iter().for_each(|groups| by_people.tie(groups.iter().copied()));
    let mut whole = Ties(by_people.0.clone());
    problem.rows.iter().for_each(|row| whole.tie(groups_in(row)));
    let mut people = vec![0; problem.groups.len()];
    for groups in groups_of.iter().filter(|groups| !groups.is_empty()) {
        people[whole.find(groups[0])] += 1;
    }
    let mut ties = by_people;
    for row in &problem.rows {
        let Some(first) = groups_in(row).next() else { continue };
        if people[whole.find(first)] < large || !can_be_cut(row) {
            ties.tie(groups_in(row));
        }
    }
    build(problem, ties, &groups_of)
}

fn groups_in(row: &Row) -> impl Iterator<Item = usize> {
    row.uses.iter().map(|(what, _)| what.group())
}

/// Whether a row may be cut: what it counts never helps to keep it.
fn can_be_cut(row: &Row) -> bool {
    row.at_most >= 0 && row.uses.iter().all(|&(_, times)| times >= 0)
}

fn build(problem: &Problem, mut ties: Ties, groups_of: &[Vec<usize>]) -> Parts {
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
    let mut near: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); builders.len()];
    for (index, row) in problem.rows.iter().enumerate() {
        if row.uses.is_empty() {
            fixed += row.over.unwrap_or_default() * (-row.at_most).max(0);
        }
        let mut uses: BTreeMap<usize, Vec<(Use, i64)>> = BTreeMap::new();
        for &(what, times) in &row.uses {
            let renamed = what.with_group(place[what.group()]);
            uses.entry(part_of[what.group()]).or_default().push((renamed, times));
        }
        let parts: Vec<usize> = uses.keys().copied().collect();
        for (part, uses) in uses {
            let builder = &mut builders[part];
            if parts.len() > 1 {
                builder.shared.push((builder.rows.len(), index));
                near[part].extend(parts.iter().filter(|&&other| other != part));
            }
            builder.rows.push(Row { uses, at_most: row.at_most, over: row.over });
        }
    }
    let mut turns: Vec<usize> = Vec::new();
    for near in &near {
        let taken: Vec<usize> = near.iter().filter_map(|&part| turns.get(part).copied()).collect();
        turns.push((0..).find(|turn| !taken.contains(turn)).unwrap_or_default());
    }
    let parts = builders.into_iter().zip(turns);
    let parts = parts.map(|(builder, turn)| builder.build(problem, &person_at, turn));
    Parts { parts: parts.collect(), fixed }
}

#[derive(Default)]
struct Builder {
    groups: Vec<usize>,
    unplaced: Vec<Cost>,
    rows: Vec<Row>,
    shared: Vec<(usize, usize)>,
}

impl Builder {
    fn build(self, whole: &Problem, person_at: &[usize], turn: usize) -> Part {
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
        Part { problem: Arc::new(problem), groups: self.groups, turn, shared: self.shared }
    }
}

impl Part {
    /// The part's teams as teams of the whole.
    pub fn lift(&self, solution: &Solution) -> impl Iterator<Item = Team> {
        solution.teams.iter().map(|team| Team { group: self.groups[team.group], ..team.clone() })
    }

    /// The teams of a solution of the whole that are this part's.
    pub fn share_of(&self, whole: &Solution) -> Solution {
        let here = |team: &Team| {
            let group = self.groups.iter().position(|&group| group == team.group)?;
            Some(Team { group, ..team.clone() })
        };
        Solution { teams: whole.teams.iter().filter_map(here).collect() }
    }

    /// The part with what is left of shared rows, where `used` of each row of the whole is taken;
    /// nothing is left of any if `used` is not known.
    pub fn tight(&self, used: Option<&[i64]>) -> Arc<Problem> {
        if self.shared.is_empty() {
            return Arc::clone(&self.problem);
        }
        let mut problem = Problem::clone(&self.problem);
        for &(row, index) in &self.shared {
            let row = &mut problem.rows[row];
            row.at_most = used.map_or(0, |used| (row.at_most - used[index]).max(0));
        }
        Arc::new(problem)
    }

    /// Adds what a solution takes of shared rows, so many times.
    pub fn add_use(&self, solution: &Solution, used: &mut [i64], times: i64) {
        let by_group = by_group(&self.problem, &solution.teams);
        for &(row, index) in &self.shared {
            used[index] += times * row_sum(&self.problem, &self.problem.rows[row], &by_group);
        }
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
    fn large_problems_are_cut_along_rows() {
        let mut problem =
            Problem::new(vec![Cost::broken(1); 4], (0..4).map(|p| group(&[p])).collect());
        let uses =
            |groups: &[usize]| groups.iter().map(|&group| (Use::Team { group }, 1)).collect();
        problem.rows.push(Row { uses: uses(&[0, 1]), at_most: 1, over: None });
        problem.rows.push(Row { uses: uses(&[1, 2]), at_most: 1, over: None });
        let uses = vec![(Use::Team { group: 2 }, -1), (Use::Team { group: 3 }, -1)];
        problem.rows.push(Row { uses, at_most: -1, over: None });
        assert_eq!(decompose_at(&problem, 5).parts.len(), 1);
        let parts = decompose_at(&problem, 4).parts;
        let groups: Vec<&[usize]> = parts.iter().map(|part| part.groups.as_slice()).collect();
        assert_eq!(groups, [&[0][..], &[1], &[2, 3]]);
        assert_eq!(parts.iter().map(|part| part.turn).collect::<Vec<_>>(), [0, 1, 0]);
        assert_eq!(parts[1].shared, [(0, 0), (1, 1)]);
        // What the first part has taken of the row is not there for the second.
        let team = Team { group: 0, slot: 0, members: vec![0], duties: vec![] };
        let mut used = vec![0; 3];
        parts[0].add_use(&Solution { teams: vec![team] }, &mut used, 1);
        assert_eq!(used, [1, 0, 0]);
        let left = parts[1].tight(Some(&used));
        assert_eq!(left.rows.iter().map(|row| row.at_most).collect::<Vec<_>>(), [0, 1]);
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
