//! Slots that are separated by team.
//!
//! The master program sees the teams of one slot together. Where what holds for them together does
//! not hold for each (a quorum), the slot is replaced by copies of which each has one team at most.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::{Problem, Row, Solution, Use};

/// Copies of one slot at most; further teams meet at the slot itself.
const COPIES: usize = 8;

/// A slot of a group.
pub(crate) type SlotAt = (usize, usize);

/// A problem in which some slots have copies.
pub(crate) struct Split<'a> {
    pub problem: Cow<'a, Problem>,
    /// For each group and slot, the slot it is or is a copy of.
    origins: Vec<Vec<usize>>,
    /// The copies of a slot, with the slot itself.
    copies: HashMap<SlotAt, Vec<usize>>,
}

impl<'a> Split<'a> {
    /// Splits slots of a problem.
    pub fn new(whole: &'a Problem, slots: &[SlotAt]) -> Split<'a> {
        if slots.is_empty() {
            let problem = Cow::Borrowed(whole);
            return Split { problem, origins: Vec::new(), copies: HashMap::new() };
        }
        let mut problem = whole.clone();
        let mut origins: Vec<Vec<usize>> =
            whole.groups.iter().map(|group| (0..group.slots.len()).collect()).collect();
        let mut copies: HashMap<SlotAt, Vec<usize>> = HashMap::new();
        for &(group, slot) in slots {
            let of = &mut problem.groups[group];
            let most = of.max_teams;
            let all = copies.entry((group, slot)).or_insert_with(|| vec![slot]);
            let number = most.min(COPIES);
            for _ in 1..number {
                all.push(of.slots.len());
                origins[group].push(slot);
                of.slots.push(of.slots[slot].clone());
            }
            // With a copy for each team, the slot itself is one of them.
            let single = if most <= COPIES { 0 } else { 1 };
            for &copy in &all[single..] {
                let uses = vec![(Use::Slot { group, slot: copy }, 1)];
                problem.rows.push(Row { uses, at_most: 1, over: None });
            }
        }
        for row in &mut problem.rows[..whole.rows.len()] {
            row.uses = row.uses.iter().flat_map(|&(what, n)| spread(&copies, what, n)).collect();
        }
        Split { problem: Cow::Owned(problem), origins, copies }
    }

    /// A solution of the split problem as one of the whole.
    pub fn lift(&self, mut solution: Solution) -> Solution {
        for team in &mut solution.teams {
            let origins = self.origins.get(team.group);
            team.slot = origins.map_or(team.slot, |slots| slots[team.slot]);
        }
        solution
    }

    /// A solution of the whole as one of the split problem.
    pub fn lower(&self, solution: &Solution) -> Solution {
        let mut solution = solution.clone();
        let mut used: HashMap<SlotAt, usize> = HashMap::new();
        for team in &mut solution.teams {
            if let Some(copies) = self.copies.get(&(team.group, team.slot)) {
                let next = used.entry((team.group, team.slot)).or_default();
                *next += 1;
                // Those that have no copy of their own meet at the slot itself.
                team.slot = copies[if *next < copies.len() { *next } else { 0 }];
            }
        }
        solution
    }
}

/// A use of a slot with copies is a use of each.
fn spread(copies: &HashMap<SlotAt, Vec<usize>>, what: Use, times: i64) -> Vec<(Use, i64)> {
    let each = |group, slot, of: &dyn Fn(usize) -> Use| match copies.get(&(group, slot)) {
        Some(copies) => copies.iter().map(|&slot| (of(slot), times)).collect(),
        None => vec![(what, times)],
    };
    match what {
        Use::Slot { group, slot } => each(group, slot, &|slot| Use::Slot { group, slot }),
        Use::ServeAt { group, slot, supervisor } => {
            each(group, slot, &|slot| Use::ServeAt { group, slot, supervisor })
        }
        Use::Team { .. } | Use::Serve { .. } => vec![(what, times)],
    }
}
