//! The activity of the coupling rows while teams change.

use super::score::Score;
use super::team::Team;
use crate::{Problem, Row, Use};

/// A row's coefficient.
type Entry = (usize, i64);

/// The sums of all rows for the teams added so far.
pub(super) struct Activity<'a> {
    problem: &'a Problem,
    sums: Vec<i64>,
    /// By row that must hold, how much of its sum is one unit of violation.
    scale: Vec<i64>,
    /// By group, what each team adds.
    team: Vec<Vec<Entry>>,
    /// By group and slot, what each team there adds.
    slot: Vec<Vec<Vec<Entry>>>,
    /// By group, slot and duty, what it adds.
    duty: Vec<Vec<Vec<Vec<Entry>>>>,
}

impl<'a> Activity<'a> {
    pub fn new(problem: &'a Problem) -> Activity<'a> {
        let groups = &problem.groups;
        let mut activity = Activity {
            problem,
            sums: vec![0; problem.rows.len()],
            scale: problem.rows.iter().map(|row| scale(&row.uses)).collect(),
            team: vec![Vec::new(); groups.len()],
            slot: groups.iter().map(|group| vec![Vec::new(); group.slots.len()]).collect(),
            duty: groups
                .iter()
                .map(|group| {
                    let duties = |slot: &crate::Slot| vec![Vec::new(); slot.duties.len()];
                    group.slots.iter().map(duties).collect()
                })
                .collect(),
        };
        let duties_of = duties_of(problem);
        for (index, row) in problem.rows.iter().enumerate() {
            for &(what, times) in &row.uses {
                activity.add_use(&duties_of, what, (index, times));
            }
        }
        activity
    }

    fn add_use(&mut self, duties_of: &[Vec<Vec<(usize, usize)>>], what: Use, entry: Entry) {
        match what {
            Use::Team { group } => self.team[group].push(entry),
            Use::Slot { group, slot } => self.slot[group][slot].push(entry),
            Use::Serve { group, supervisor } => {
                for &(slot, duty) in &duties_of[group][supervisor] {
                    self.duty[group][slot][duty].push(entry);
                }
            }
            Use::ServeAt { group, slot, supervisor } => {
                for &(at, duty) in &duties_of[group][supervisor] {
                    if at == slot {
                        self.duty[group][slot][duty].push(entry);
                    }
                }
            }
        }
    }

    /// What the rows are worth without any team.
    pub fn empty(&self) -> Score {
        let mut score = Score::ZERO;
        for (row, &scale) in self.problem.rows.iter().zip(&self.scale) {
            score += worth(row, scale, -row.at_most);
        }
        score
    }

    /// Adds a team, so many times; by how much the rows' score changes.
    pub fn add(&mut self, team: &Team, times: i64) -> Score {
        let mut change = self.add_place(team.group, team.slot, times);
        for &duty in &team.duties {
            change += self.add_duty(team.group, team.slot, duty, times);
        }
        change
    }

    /// Adds a team without supervisors, so many times; by how much the rows' score changes.
    pub fn add_place(&mut self, group: usize, slot: usize, times: i64) -> Score {
        let Activity { problem, sums, scale, .. } = self;
        let entries = self.team[group].iter().chain(&self.slot[group][slot]);
        change(problem, sums, scale, entries, times)
    }

    /// Adds a duty of a team, so many times; by how much the rows' score changes.
    pub fn add_duty(&mut self, group: usize, slot: usize, duty: usize, times: i64) -> Score {
        let Activity { problem, sums, scale, .. } = self;
        change(problem, sums, scale, self.duty[group][slot][duty].iter(), times)
    }
}

fn change<'e>(
    problem: &Problem,
    sums: &mut [i64],
    scale: &[i64],
    entries: impl Iterator<Item = &'e Entry>,
    times: i64,
) -> Score {
    let mut change = Score::ZERO;
    for &(index, coefficient) in entries {
        let row = &problem.rows[index];
        let before = sums[index] - row.at_most;
        sums[index] += coefficient * times;
        let after = sums[index] - row.at_most;
        if before > 0 || after > 0 {
            change += worth(row, scale[index], after) - worth(row, scale[index], before);
        }
    }
    change
}

/// What it is worth that a row's sum is so much above its limit.
fn worth(row: &Row, scale: i64, excess: i64) -> Score {
    let excess = excess.max(0);
    match row.over {
        Some(over) => Score::of(over * excess),
        None => Score::violated((excess + scale - 1) / scale),
    }
}

/// The least coefficient of a row: one use too many is one unit.
fn scale(uses: &[(Use, i64)]) -> i64 {
    uses.iter().map(|&(_, times)| times.abs()).filter(|&times| times > 0).min().unwrap_or(1)
}

/// By group and supervisor, the slots and duties at which that one can serve.
fn duties_of(problem: &Problem) -> Vec<Vec<Vec<(usize, usize)>>> {
    let of_group = |group: &crate::Group| {
        let mut all = vec![Vec::new(); problem.supervisors];
        for (slot, at) in group.slots.iter().enumerate() {
            for (duty, of) in at.duties.iter().enumerate() {
                all[of.supervisor].push((slot, duty));
            }
        }
        all
    };
    problem.groups.iter().map(of_group).collect()
}
