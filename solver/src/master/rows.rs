//! The rows of the master program.

use std::collections::HashMap;

use super::whole::WholeTeams;
use super::{Column, Goal, Master, What, counts, seats};
use crate::highs::{Line, Live};
use crate::reduce::{Place, Reduced};
use crate::sums::sum_by_key;
use crate::{Cost, Use};

/// The rows of one slot of a group: the first of each sort.
#[derive(Clone, Copy, Debug)]
pub(super) struct SlotRows {
    /// By class: seats taken equal seats there are.
    pub classes: usize,
    /// By class of duties: supervisors serving equal those in the sets.
    pub duties: usize,
    /// By kind of supervision: teams equal sets.
    pub kinds: usize,
}

/// `sum of the members' coefficients >= 0`, unless a team gives the quorum up.
#[derive(Clone, Copy, Debug)]
pub(super) struct QuorumRow {
    pub sum: usize,
    pub row: usize,
    /// The lowest that a team's sum can be, as a positive number.
    pub lowest: f64,
}

/// Seats that people of these kinds take, no more than there are for them: nobody sits twice in one
/// team.
#[derive(Clone, Debug)]
pub(super) struct CapRow {
    pub class: usize,
    pub kinds: Vec<usize>,
    pub people: u16,
    pub row: usize,
}

/// Duties that a crew does at one slot, no more than its members can do of the sets there: nobody
/// serves one team twice.
#[derive(Clone, Copy, Debug)]
pub(super) struct DutyRow {
    pub crew: usize,
    pub members: u16,
    pub row: usize,
}

const NONE: f64 = f64::NEG_INFINITY;

impl<'a> Master<'a> {
    /// A program with every duty and set of supervisors, the first seats and the first teams.
    pub fn new(reduced: &'a Reduced<'a>, goal: Goal, seed: u32) -> Master<'a> {
        Master::with_seats(reduced, goal, seed, seats::are_many(reduced))
    }

    /// As `new`, with some seats of each kind of people, or all.
    pub fn with_seats(
        reduced: &'a Reduced<'a>,
        goal: Goal,
        seed: u32,
        some_seats: bool,
    ) -> Master<'a> {
        let problem = reduced.problem;
        let kinds = &reduced.people.kinds;
        let mut lines: Vec<Line> =
            kinds.iter().map(|kind| row(NONE, kind.people.len() as f64)).collect();
        let are_alike = reduced.views.iter().all(|view| view.compositions.is_complete);
        let whole = (!are_alike).then(|| WholeTeams::new(reduced));
        let mut at = Vec::new();
        for (index, (group, view)) in problem.groups.iter().zip(&reduced.views).enumerate() {
            let mut slots: Vec<SlotRows> = Vec::new();
            for slot in 0..group.slots.len() {
                let classes = lines.len();
                let duties = classes + if are_alike { view.classes.len() } else { 0 };
                let mut kinds = duties + view.supervision[slot].classes;
                let twin = whole.as_ref().map_or(slot, |whole| whole.twin(index, slot));
                if twin < slot {
                    lines.resize(kinds, row(0.0, 0.0));
                    kinds = slots[twin].kinds;
                } else {
                    lines.resize(kinds + view.kinds.all.len(), row(0.0, 0.0));
                }
                slots.push(SlotRows { classes, duties, kinds });
            }
            at.push(slots);
        }
        let groups = lines.len();
        lines.extend(problem.groups.iter().map(|group| row(NONE, group.max_teams as f64)));
        let budget = lines.len();
        lines.push(row(NONE, f64::INFINITY));
        let constant = kinds.iter().map(|kind| kind.unplaced * kind.people.len() as i64).sum();
        let live = Live::new(seed);
        let mut master = Master {
            reduced,
            goal,
            live,
            columns: Vec::new(),
            compositions: reduced.views.iter().map(|view| view.compositions.clone()).collect(),
            constant,
            at,
            limits: Vec::new(),
            groups,
            budget,
            links: vec![None; problem.rows.len()],
            uses: HashMap::new(),
            quorums: HashMap::new(),
            caps: HashMap::new(),
            shifts: HashMap::new(),
            known: HashMap::new(),
            seats: if are_alike { seats::all(reduced) } else { Vec::new() },
            is_whole: whole.is_some(),
            whole,
            counts: counts::of_groups(problem, groups),
            short: 0.0,
            most_teams: super::clean::MOST_TEAMS,
            iterations: 0,
            #[cfg(test)]
            seed,
        };
        master.add_rows(&lines);
        master.add_fixed_columns(some_seats);
        if master.whole.is_none() {
            master.add_first_teams();
        }
        master.set_goal(goal);
        let early = (0..problem.rows.len())
            .filter(|&row| reduced.crews.rows[row] > 0 && master.is_early(row))
            .collect::<Vec<_>>();
        master.add_links(&early);
        master
    }

    /// Whether a row of the problem is there from the start: all but those that keep apart what
    /// meets at one time, which are many and seldom matter.
    fn is_early(&self, row: usize) -> bool {
        let row = &self.reduced.problem.rows[row];
        let total = |what: &Use| matches!(what, Use::Team { .. } | Use::Serve { .. });
        row.uses.iter().any(|(_, times)| *times < 0) || row.uses.iter().all(|(what, _)| total(what))
    }

    /// Adds rows of the problem.
    pub fn add_links(&mut self, rows: &[usize]) {
        let mut lines = Vec::new();
        let mut over = Vec::new();
        let first = self.live.rows();
        for (place, &index) in rows.iter().enumerate() {
            let of = &self.reduced.problem.rows[index];
            self.links[index] = Some(first + place);
            for &(what, times) in &of.uses {
                self.uses.entry(what).or_default().push((index, times));
            }
            if let Some(cost) = of.over {
                let what = What::Over { row: index };
                over.push(Column { what, cost, upper: f64::INFINITY });
            }
            lines.push(row(NONE, (of.at_most * self.reduced.crews.rows[index]) as f64));
        }
        let mut wanted: HashMap<usize, usize> = HashMap::new();
        wanted.extend(rows.iter().enumerate().map(|(place, &index)| (index, place)));
        for (column, of) in self.columns.iter().enumerate() {
            for (index, times) in self.links_of(&of.what) {
                if let Some(&place) = wanted.get(&index) {
                    lines[place].entries.push((column, times as f64));
                }
            }
        }
        for line in &mut lines {
            sum_by_key(&mut line.entries);
        }
        self.add_rows(&lines);
        self.add_columns(over);
    }

    /// The rows of the problem in which a column counts, among those that are here.
    pub(super) fn links_of(&self, what: &What) -> Vec<(usize, i64)> {
        let uses = self.uses_of(what);
        uses.iter().flatten().filter_map(|what| self.uses.get(what)).flatten().copied().collect()
    }

    /// What each unit of a column is counted as by rows of the problem.
    pub(super) fn uses_of(&self, what: &What) -> [Option<Use>; 2] {
        match *what {
            What::Team { group, slot, .. } => {
                [Some(Use::Team { group }), Some(Use::Slot { group, slot })]
            }
            // A whole team stands for slots that are the same for members: the set of supervisors that it
            // goes with is at one.
            What::Whole { group, .. } => [Some(Use::Team { group }), None],
            What::Supervise { group, slot, .. } if self.is_whole => {
                [Some(Use::Slot { group, slot }), None]
            }
            What::Serve { crew, place } => {
                let crew = &self.reduced.crews.crews[crew];
                let &Place { group, slot, .. } = &crew.places[place];
                let supervisor = crew.supervisors[0];
                let at = Use::ServeAt { group, slot, supervisor };
                [Some(Use::Serve { group, supervisor }), Some(at)]
            }
            _ => [None, None],
        }
    }

    /// A bound on the number of times a person or team can be counted at a group's slot.
    pub(super) fn most_teams(&self, group: usize) -> f64 {
        self.reduced.problem.groups[group].max_teams as f64
    }

    /// The lowest sum a team of the group can have, as a positive number.
    pub(super) fn lowest(&self, group: usize, slot: usize, sum: usize) -> f64 {
        let of = &self.reduced.problem.groups[group];
        let Some(quorum) = &of.slots[slot].quorum else { return 0.0 };
        let mut negative: Vec<i64> = quorum.sums[sum].iter().copied().filter(|&s| s < 0).collect();
        negative.sort_unstable();
        -negative.iter().take(of.sizes.len().saturating_sub(1)).sum::<i64>() as f64
    }

    /// Whether values keep the budget of broken requirements.
    pub fn is_within_budget(&self, values: &[f64]) -> bool {
        let excess = self.known.get(&What::Budget).map_or(0.0, |&column| values[column]);
        excess < 1e-6
    }

    /// What a cost adds to the budget row.
    pub(super) fn budget_entry(&self, cost: Cost) -> Option<(usize, f64)> {
        (cost.broken != 0).then_some((self.budget, cost.broken as f64))
    }
}

fn row(lower: f64, upper: f64) -> Line {
    Line { cost: 0.0, lower, upper, entries: Vec::new() }
}
