//! Rows that are added once a solution of the linear program breaks them.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::rows::{CapRow, DutyRow, QuorumRow};
use super::{Column, Master, What};
use crate::highs::Line;
use crate::split::SlotAt;

/// People of a kind at a slot, with one of them as the group's candidate.
struct Sitter {
    kind: usize,
    candidate: usize,
    value: f64,
}

/// Values up to this are none.
const PRESENT: f64 = 1e-9;
/// By how much a row must be broken to be added.
const BROKEN: f64 = 1e-4;

impl Master<'_> {
    /// Adds the rows that the values break; how many.
    pub fn cut(&mut self, values: &[f64]) -> usize {
        let links = self.broken_links(values);
        self.add_links(&links);
        let mut rows = Rows { first: self.live.rows(), of: Vec::new() };
        self.note_quorums(values, &mut rows);
        self.note_caps(values, &mut rows);
        self.note_shifts(values, &mut rows);
        self.add_rows_at(&rows);
        links.len() + rows.of.len()
    }

    /// The columns that have a value.
    fn present<'v>(&'v self, values: &'v [f64]) -> impl Iterator<Item = (&'v Column, f64)> {
        let columns = self.columns.iter().zip(values.iter().copied());
        columns.filter(|(_, value)| *value > PRESENT)
    }

    fn broken_links(&self, values: &[f64]) -> Vec<usize> {
        let mut of_use: HashMap<crate::Use, f64> = HashMap::new();
        for (column, value) in self.present(values) {
            for what in self.uses_of(&column.what).into_iter().flatten() {
                *of_use.entry(what).or_default() += value;
            }
        }
        let rows = self.reduced.problem.rows.iter().enumerate();
        let stands = &self.reduced.crews.rows;
        let late = rows.filter(|(index, _)| self.links[*index].is_none() && stands[*index] > 0);
        let broken = late.filter(|(index, row)| {
            let sum: f64 = row
                .uses
                .iter()
                .map(|(what, times)| of_use.get(what).unwrap_or(&0.0) * *times as f64)
                .sum();
            sum > (row.at_most * stands[*index]) as f64 + BROKEN
        });
        broken.map(|(index, _)| index).collect()
    }

    /// Seats with their values, by group and slot.
    fn seats(&self, values: &[f64]) -> HashMap<SlotAt, Vec<Sitter>> {
        let mut seats: HashMap<SlotAt, Vec<Sitter>> = HashMap::new();
        for (column, value) in self.present(values) {
            if let What::Seat { kind, place, slot } = column.what {
                let (group, ref candidates) = self.reduced.people.kinds[kind].candidates[place];
                seats.entry((group, slot)).or_default().push(Sitter {
                    kind,
                    candidate: candidates[0],
                    value,
                });
            }
        }
        seats
    }

    fn note_quorums(&mut self, values: &[f64], rows: &mut Rows) {
        let mut wanted = Vec::new();
        let mut given_up: HashMap<SlotAt, f64> = HashMap::new();
        for (column, value) in self.present(values) {
            if let What::Team { group, slot, gives_up: true, .. } = column.what {
                *given_up.entry((group, slot)).or_default() += value;
            }
        }
        for (&(group, slot), people) in &self.seats(values) {
            let Some(quorum) = &self.reduced.problem.groups[group].slots[slot].quorum else {
                continue;
            };
            for (sum, shares) in quorum.sums.iter().enumerate() {
                let here = self.quorums.get(&(group, slot)).into_iter().flatten();
                if here.clone().any(|row| row.sum == sum) {
                    continue;
                }
                let total: f64 =
                    people.iter().map(|of| shares[of.candidate] as f64 * of.value).sum();
                let lowest = self.lowest(group, slot, sum);
                let given_up = given_up.get(&(group, slot)).unwrap_or(&0.0) * lowest;
                if total + given_up < -BROKEN {
                    wanted.push((group, slot, sum, lowest));
                }
            }
        }
        wanted.sort_by_key(|&(group, slot, sum, _)| (group, slot, sum));
        for (group, slot, sum, lowest) in wanted {
            let row = rows.note((group, slot), 0.0, f64::INFINITY);
            self.quorums.entry((group, slot)).or_default().push(QuorumRow { sum, row, lowest });
        }
    }

    fn note_caps(&mut self, values: &[f64], rows: &mut Rows) {
        let mut classes: HashMap<(usize, usize, usize), Vec<(usize, f64)>> = HashMap::new();
        for (&(group, slot), people) in &self.seats(values) {
            for &Sitter { kind, candidate, value } in people {
                let class = self.reduced.views[group].classes.of[candidate];
                classes.entry((group, slot, class)).or_default().push((kind, value));
            }
        }
        let mut teams: HashMap<SlotAt, Vec<(usize, f64)>> = HashMap::new();
        for (column, value) in self.present(values) {
            if let What::Team { group, slot, composition, .. } = column.what {
                teams.entry((group, slot)).or_default().push((composition, value));
            }
        }
        let mut wanted = Vec::new();
        for (&(group, slot, class), people) in &mut classes {
            let size = |kind: usize| self.reduced.people.kinds[kind].people.len() as f64;
            people.sort_by(|a, b| {
                (b.1 / size(b.0)).total_cmp(&(a.1 / size(a.0))).then(a.0.cmp(&b.0))
            });
            let (mut taken, mut number) = (0.0, 0.0);
            let most = self.reduced.problem.groups[group].sizes.len() as f64;
            let mut worst: Option<(f64, usize, u16)> = None;
            for (place, &(kind, value)) in people.iter().enumerate() {
                taken += value;
                number += size(kind);
                if number >= most {
                    break;
                }
                let compositions = &self.compositions[group];
                let seats: f64 = teams
                    .get(&(group, slot))
                    .into_iter()
                    .flatten()
                    .map(|&(at, value)| {
                        f64::from(compositions.counts(at)[class]).min(number) * value
                    })
                    .sum();
                let excess = taken - seats;
                if excess > 0.01 && worst.is_none_or(|(worst, ..)| excess > worst) {
                    worst = Some((excess, place + 1, number as u16));
                }
            }
            if let Some((_, count, number)) = worst {
                let mut kinds: Vec<usize> = people[..count].iter().map(|&(kind, _)| kind).collect();
                kinds.sort_unstable();
                // What is kept from one slot of a single team goes to the next.
                let of = &self.reduced.problem.groups[group];
                let slots = if of.max_teams == 1 { 0..of.slots.len() } else { slot..slot + 1 };
                wanted.extend(slots.map(|slot| (group, slot, class, kinds.clone(), number)));
            }
        }
        wanted.sort();
        for (group, slot, class, kinds, people) in wanted {
            let here = self.caps.entry((group, slot)).or_default();
            if here.iter().any(|row| row.class == class && row.kinds == kinds) {
                continue;
            }
            let row = rows.note((group, slot), f64::NEG_INFINITY, 0.0);
            here.push(CapRow { class, kinds, people, row });
        }
    }

    fn note_shifts(&mut self, values: &[f64], rows: &mut Rows) {
        let mut done: BTreeMap<(usize, usize, usize), f64> = BTreeMap::new();
        let mut sets: HashMap<SlotAt, Vec<(usize, f64)>> = HashMap::new();
        for (column, value) in self.present(values) {
            match column.what {
                What::Serve { crew, place } => {
                    let of = &self.reduced.crews.crews[crew].places[place];
                    *done.entry((of.group, of.slot, crew)).or_default() += value;
                }
                What::Supervise { group, slot, set } => {
                    sets.entry((group, slot)).or_default().push((set, value));
                }
                _ => {}
            }
        }
        let mut wanted = Vec::new();
        for ((group, slot, crew), done) in done {
            let members = self.reduced.crews.crews[crew].supervisors.len() as u16;
            let all = &self.reduced.views[group].supervision[slot].sets;
            let most = |&(set, value): &(usize, f64)| {
                f64::from(self.served_by(crew, group, slot, &all[set]).min(members)) * value
            };
            let most: f64 = sets.get(&(group, slot)).into_iter().flatten().map(most).sum();
            let here = self.shifts.get(&(group, slot)).into_iter().flatten();
            if done > most + BROKEN && !here.clone().any(|row| row.crew == crew) {
                wanted.push((group, slot, crew, members));
            }
        }
        for (group, slot, crew, members) in wanted {
            let row = rows.note((group, slot), f64::NEG_INFINITY, 0.0);
            self.shifts.entry((group, slot)).or_default().push(DutyRow { crew, members, row });
        }
    }

    /// Adds rows of slots to the program, once they are noted.
    fn add_rows_at(&mut self, rows: &Rows) {
        if rows.of.is_empty() {
            return;
        }
        let places: HashSet<SlotAt> = rows.of.iter().map(|&(place, ..)| place).collect();
        let line = |&(_, lower, upper): &(SlotAt, f64, f64)| Line {
            cost: 0.0,
            lower,
            upper,
            entries: Vec::new(),
        };
        let mut lines: Vec<Line> = rows.of.iter().map(line).collect();
        for (index, column) in self.columns.iter().enumerate() {
            let place = match column.what {
                What::Seat { kind, place, slot } => {
                    (self.reduced.people.kinds[kind].candidates[place].0, slot)
                }
                What::Team { group, slot, .. }
                | What::Whole { group, slot, .. }
                | What::Supervise { group, slot, .. } => (group, slot),
                What::Serve { crew, place } => {
                    let of = &self.reduced.crews.crews[crew].places[place];
                    (of.group, of.slot)
                }
                What::Over { .. } | What::Budget | What::Few { .. } => continue,
            };
            if places.contains(&place) {
                let entries = self.entries(column).into_iter();
                for (row, value) in entries.filter(|&(row, _)| row >= rows.first) {
                    lines[row - rows.first].entries.push((index, value));
                }
            }
        }
        self.add_rows(&lines);
    }
}

/// Rows of slots to be added.
struct Rows {
    /// The place of the first in the program.
    first: usize,
    /// The slot of each, with its limits.
    of: Vec<(SlotAt, f64, f64)>,
}

impl Rows {
    /// Notes one; the place that it will have.
    fn note(&mut self, at: SlotAt, lower: f64, upper: f64) -> usize {
        self.of.push((at, lower, upper));
        self.first + self.of.len() - 1
    }
}
