//! How many teams there may be: of each group in all, and at some of its slots where the search branches
//! on that.

use std::ops::Range;

use super::{Column, Master, What};
use crate::highs::Line;
use crate::{Cost, Problem};

/// A range of numbers of teams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TeamRange {
    pub least: usize,
    pub most: usize,
}

/// The number of teams that a group has at some of its slots.
#[derive(Clone, Debug)]
pub(crate) struct TeamCount {
    pub group: usize,
    pub slots: Range<usize>,
    pub range: TeamRange,
    pub row: usize,
}

/// One for each group, of its teams in all; `first`: its row for the first group.
pub(super) fn of_groups(problem: &Problem, first: usize) -> Vec<TeamCount> {
    let of_group = |(group, of): (usize, &crate::Group)| TeamCount {
        group,
        slots: 0..of.slots.len(),
        range: TeamRange { least: 0, most: of.max_teams },
        row: first + group,
    };
    problem.groups.iter().enumerate().map(of_group).collect()
}

/// The teams that there are short of the least; none as long as there is no least.
pub(super) fn few(count: usize) -> Column {
    Column { what: What::Few { count }, cost: Cost::ZERO, upper: 0.0 }
}

impl Master<'_> {
    /// The range of each number of teams: of each group in all, then those at some slots.
    pub fn team_ranges(&self) -> impl Iterator<Item = TeamRange> {
        self.counts.iter().map(|count| count.range)
    }

    /// How many teams of a group there may be at some slots by themselves.
    pub fn range_of(&self, group: usize, slots: &Range<usize>) -> TeamRange {
        let most = self.reduced.problem.groups[group].max_teams;
        let known = self.count_at(group, slots).map(|count| self.counts[count].range);
        known.unwrap_or(TeamRange { least: 0, most })
    }

    fn count_at(&self, group: usize, slots: &Range<usize>) -> Option<usize> {
        self.counts.iter().position(|count| count.group == group && count.slots == *slots)
    }

    /// Whether there may be fewer teams anywhere than in all plans, or have to be more: what is proven then is not
    /// proven of all.
    pub fn is_restricted(&self) -> bool {
        self.counts.iter().any(|count| {
            let most = self.reduced.problem.groups[count.group].max_teams;
            count.range != TeamRange { least: 0, most }
        })
    }

    /// The place of the number of teams of a group at some slots among the ranges.
    pub fn count_teams(&mut self, group: usize, slots: Range<usize>) -> usize {
        if let Some(known) = self.count_at(group, &slots) {
            return known;
        }
        let most = self.reduced.problem.groups[group].max_teams;
        let is_counted = |(_, column): &(usize, &Column)| match column.what {
            What::Supervise { group: of, slot, .. } => of == group && slots.contains(&slot),
            _ => false,
        };
        let columns = self.columns.iter().enumerate().filter(is_counted);
        let entries = columns.map(|(column, _)| (column, 1.0)).collect();
        let line = Line { cost: 0.0, lower: f64::NEG_INFINITY, upper: most as f64, entries };
        let (row, new) = (self.live.rows(), self.counts.len());
        self.add_rows(&[line]);
        self.counts.push(TeamCount { group, slots, range: TeamRange { least: 0, most }, row });
        self.add_columns(vec![few(new)]);
        new
    }

    /// Limits the numbers of teams; those past the end of `ranges` not at all. Each team that there is
    /// short of the least costs so much that no plan worth having has one: the program has a solution
    /// whatever columns it has.
    pub fn set_team_ranges(&mut self, ranges: &[TeamRange], short: f64) {
        self.short = short;
        for index in 0..self.counts.len() {
            let group = self.counts[index].group;
            let most = self.reduced.problem.groups[group].max_teams;
            let range = ranges.get(index).copied().unwrap_or(TeamRange { least: 0, most });
            let column = self.known[&What::Few { count: index }];
            self.live.set_bounds(column, 0.0, range.least as f64);
            let row = self.counts[index].row;
            let lower = if range.least > 0 { range.least as f64 } else { f64::NEG_INFINITY };
            self.limits[row] = (lower, range.most as f64);
            self.live.set_row_bounds(row, lower, range.most as f64);
            self.counts[index].range = range;
        }
        let costs: Vec<f64> = self.columns.iter().map(|column| self.cost_of(column)).collect();
        self.live.set_costs(&costs);
    }

    /// Whether these values keep the ranges of teams.
    pub fn is_in_range(&self, values: &[f64]) -> bool {
        let by_slot = self.teams_by_slot(values);
        self.counts.iter().all(|count| {
            let number: f64 = by_slot[count.group][count.slots.clone()].iter().sum();
            count.range.least as f64 <= number + 0.5 && number <= count.range.most as f64 + 0.5
        })
    }

    /// By group and slot, how many teams there are at these values.
    pub fn teams_by_slot(&self, values: &[f64]) -> Vec<Vec<f64>> {
        let groups = &self.reduced.problem.groups;
        let mut numbers: Vec<Vec<f64>> =
            groups.iter().map(|group| vec![0.0; group.slots.len()]).collect();
        for (column, value) in self.columns.iter().zip(values) {
            if let What::Supervise { group, slot, .. } = column.what {
                numbers[group][slot] += value;
            }
        }
        numbers
    }

    /// The counts at some slots that a team at this slot is in. That of all of a group's teams is not
    /// among them: its row has the teams themselves.
    pub(super) fn counts_at(&self, group: usize, slot: usize) -> impl Iterator<Item = &TeamCount> {
        let counts = self.counts[self.reduced.problem.groups.len()..].iter();
        counts.filter(move |count| count.group == group && count.slots.contains(&slot))
    }

    /// What the ranges of teams at some slots are worth; those of all of a group's teams are part of
    /// what its teams cost.
    pub(super) fn worth_of_counts(&self, duals: &[f64]) -> f64 {
        let counts = &self.counts[self.reduced.problem.groups.len()..];
        let worth = |count: &TeamCount| match duals[count.row] {
            dual if dual > 0.0 => dual * count.range.least as f64,
            dual => dual * count.range.most as f64,
        };
        counts.iter().map(worth).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ends::Allowance;
    use crate::master::{Goal, Relaxed};
    use crate::reduce::Reduced;
    use crate::{Cancel, Duty, Group, Need, Slot, Term};

    /// Twenty people, eight slots, teams of four or five, and four supervisors.
    fn problem(seed: i64) -> Problem {
        let slot = |s: i64| {
            let cost = |c: i64| (c * c * (7 + seed) + s * s * 13 + c * s * 5) % 97;
            let mut slot = Slot::new((0..20).map(|c| Some(Cost::points(cost(c)))).collect());
            let duty = |supervisor: usize| Duty { supervisor, side: 0, cost: Cost::points(s) };
            slot.duties =
                (0..4).filter(|who| !(s as usize + who).is_multiple_of(3)).map(duty).collect();
            slot
        };
        let mut group = Group::new((0..20).collect(), 5, 5, (0..8).map(slot).collect());
        group.sizes[..4].fill(None);
        group.needs = vec![Need { min: 1, max: 1, short: Cost::points(90) }];
        for label in 0..3 {
            let coefficients = (0..20).map(|c| if c % 3 == label { 67 } else { -33 }).collect();
            group.terms.push(Term::Deviation { coefficients, unit: Cost::points(1) });
        }
        Problem { supervisors: 4, ..Problem::new(vec![Cost::points(500); 20], vec![group]) }
    }

    /// Adds columns until none helps: the solution, and what is proven at the end.
    fn solve(master: &mut Master) -> (Relaxed, f64) {
        let cancel = Cancel::default();
        let mut all = Allowance::all(&cancel);
        loop {
            let relaxed = master.relax(&mut all).expect("a solution");
            let round = master.round(&relaxed.duals, 1, all, 0.0).expect("a round");
            let cuts = master.cut(&relaxed.values);
            if round.offers.is_empty() && cuts == 0 {
                return (relaxed, round.bound);
            }
            master.add_columns(round.offers);
        }
    }

    #[test]
    fn with_ranges_the_bound_is_still_that_of_the_program() {
        for (seed, whole) in (0..6).flat_map(|seed| [(seed, false), (seed, true)]) {
            let problem = problem(seed);
            let mut reduced = Reduced::new(&problem, &[], &|| true).expect("nothing stops it");
            if whole {
                reduced.list_no_compositions();
            }
            let goal = Goal::Points { broken: 0, more: 5000.0 };
            let mut master = Master::new(&reduced, goal, 0);
            let (relaxed, root) = solve(&mut master);
            let first: f64 = master.teams_by_slot(&relaxed.values)[0][..3].iter().sum();
            let count = master.count_teams(0, 0..3);
            for (least, most) in [(0, first.floor() as usize), (first.floor() as usize + 1, 5)] {
                let mut ranges: Vec<TeamRange> = master.team_ranges().collect();
                ranges[count] = TeamRange { least, most };
                master.set_team_ranges(&ranges, 9000.0);
                let (relaxed, bound) = solve(&mut master);
                let value = master.value(&relaxed.values);
                assert!((value - bound).abs() < 1e-3, "{value} {bound} in {seed} {least} {most}");
                assert!(bound >= root - 1e-6);
                assert!(master.is_in_range(&relaxed.values));
                assert_eq!(master.count_teams(0, 0..3), count, "one row for the same slots");
            }
        }
    }
}
