//! The columns of the master program.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{Master, counts, seats};
use crate::reduce::{DutySet, Place};
use crate::sums::sum_by_key;
use crate::{Cost, Solution, Team};

/// Compositions with which a program starts, for each slot.
const FIRST_TEAMS: usize = 20;
/// And of these at least so many with each kind of supervision.
const FIRST_TEAMS_OF_KIND: usize = 4;

/// What a column stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum What {
    /// People of a kind who sit at a slot; `place` is that of the group among the kind's.
    Seat { kind: usize, place: usize, slot: usize },
    /// Duties that a crew does at one of its places.
    Serve { crew: usize, place: usize },
    /// Teams of a composition at a slot; `kind` is that of their supervision.
    Team { group: usize, slot: usize, composition: usize, kind: usize, gives_up: bool },
    /// A team of exactly these people at a slot; `kind` is that of its supervision.
    Whole { group: usize, slot: usize, pattern: usize, kind: usize },
    /// Teams at a slot that a set of supervisors serves.
    Supervise { group: usize, slot: usize, set: usize },
    /// How far a row of the problem is exceeded.
    Over { row: usize },
    /// How far the budget of broken requirements is exceeded.
    Budget,
    /// How many teams there are short of the least that is counted.
    Few { count: usize },
}

/// A column of the master program.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    pub what: What,
    pub cost: Cost,
    pub upper: f64,
}

impl Master<'_> {
    pub(super) fn add_fixed_columns(&mut self, some_seats: bool) {
        let problem = self.reduced.problem;
        let mut columns =
            vec![Column { what: What::Budget, cost: Cost::ZERO, upper: f64::INFINITY }];
        columns.extend((0..self.counts.len()).map(counts::few));
        columns.extend(seats::first(&self.seats, some_seats));
        for (group, of) in problem.groups.iter().enumerate() {
            for slot in 0..of.slots.len() {
                for (set, of) in self.reduced.views[group].supervision[slot].sets.iter().enumerate()
                {
                    let what = What::Supervise { group, slot, set };
                    columns.push(Column { what, cost: of.cost, upper: f64::INFINITY });
                }
            }
        }
        for (index, crew) in self.reduced.crews.crews.iter().enumerate() {
            for (place, of) in crew.places.iter().enumerate() {
                let what = What::Serve { crew: index, place };
                let upper = self.most_teams(of.group) * crew.supervisors.len() as f64;
                columns.push(Column { what, cost: of.cost, upper });
            }
        }
        self.add_columns(columns);
    }

    /// Adds, at each slot, the compositions that cost least by themselves.
    pub(super) fn add_first_teams(&mut self) {
        let mut columns = Vec::new();
        for (group, of) in self.reduced.problem.groups.iter().enumerate() {
            let view = &self.reduced.views[group];
            let all = &self.compositions[group];
            let mut order: Vec<usize> = (0..all.len()).collect();
            order.sort_by_key(|&at| (all.costs[at], at));
            order.truncate(FIRST_TEAMS);
            for (slot, at) in of.slots.iter().enumerate() {
                let room = at.capacity.unwrap_or(usize::MAX);
                let kinds = view.supervision[slot].kinds();
                let each = FIRST_TEAMS.div_ceil(kinds.len().max(1)).max(FIRST_TEAMS_OF_KIND);
                for kind in kinds {
                    let number = view.kinds.all[kind].number;
                    let fits = |&&at: &&usize| usize::from(all.sizes[at]) + number <= room;
                    let some = order.iter().filter(fits).take(each);
                    columns.extend(some.map(|&at| self.team(group, slot, at, kind, false)));
                }
            }
        }
        self.add_columns(columns);
    }

    /// Adds the columns of a solution's teams and of their members.
    pub fn add_teams_of(&mut self, solution: &Solution) {
        if self.whole.is_some() {
            return self.add_whole_teams_of(solution);
        }
        let reduced = self.reduced;
        let kind_of = reduced.people.kind_of();
        let mut columns = Vec::new();
        for team in &solution.teams {
            let (group, slot) = (team.group, team.slot);
            let (of, view) = (&reduced.problem.groups[group], &reduced.views[group]);
            let counts = view.classes.counts(&team.members);
            let note = self.compositions[group].place(&counts);
            let Some(composition) = note else { continue };
            let supervision = &view.supervision[slot];
            let Some(set) = supervision.set_of(&team.duties) else { continue };
            let kind = supervision.sets[set].kind;
            let gives_up = team.breaks_quorum(&of.slots[slot]);
            columns.push(self.team(group, slot, composition, kind, gives_up));
            let seats = team.members.iter().filter_map(|&member| {
                let (kind, place) = self.kind_of(&kind_of, group, member)?;
                let is_this = |seat: &&Column| seat.what == What::Seat { kind, place, slot };
                self.seats[kind].iter().find(is_this).copied()
            });
            columns.extend(seats);
        }
        self.add_columns(columns);
    }

    /// The kind of a group's candidate, and the place of the group among the kind's.
    fn kind_of(&self, kind_of: &[usize], group: usize, candidate: usize) -> Option<(usize, usize)> {
        let kind = kind_of[self.reduced.problem.groups[group].candidates[candidate]];
        let groups = &self.reduced.people.kinds[kind].candidates;
        Some((kind, groups.iter().position(|&(of, _)| of == group)?))
    }

    /// The values that stand for a solution; none if a team of it has no column.
    pub fn values_of(&mut self, solution: &Solution) -> Option<Vec<f64>> {
        let reduced = self.reduced;
        let problem = reduced.problem;
        let mut whats = Vec::new();
        let kind_of = reduced.people.kind_of();
        let mut place_of: HashMap<(usize, usize, usize), (usize, usize)> = HashMap::new();
        for (index, crew) in reduced.crews.crews.iter().enumerate() {
            for (place, of) in crew.places.iter().enumerate() {
                for &duty in &of.duties {
                    place_of.insert((of.group, of.slot, duty), (index, place));
                }
            }
        }
        for team in &solution.teams {
            let &Team { group, slot, .. } = team;
            let of = &problem.groups[group];
            let view = &reduced.views[group];
            for &duty in &team.duties {
                let (crew, place) = place_of[&(group, slot, duty)];
                whats.push(What::Serve { crew, place });
            }
            let supervision = &view.supervision[slot];
            let set = supervision.set_of(&team.duties)?;
            whats.push(What::Supervise { group, slot, set });
            let kind = supervision.sets[set].kind;
            if let Some(what) = self.whole_of(team, kind) {
                whats.push(what);
                continue;
            }
            let counts = view.classes.counts(&team.members);
            let composition = self.compositions[group].place(&counts)?;
            let gives_up = team.breaks_quorum(&of.slots[slot]);
            whats.push(What::Team { group, slot, composition, kind, gives_up });
            for &member in &team.members {
                let kind = kind_of[of.candidates[member]];
                let places = &reduced.people.kinds[kind].candidates;
                let place = places.iter().position(|&(of, _)| of == group)?;
                whats.push(What::Seat { kind, place, slot });
            }
        }
        let mut values = vec![0.0; self.columns.len()];
        for what in whats {
            values[*self.known.get(&what)?] += 1.0;
        }
        Some(values)
    }

    /// Adds columns that are not there yet; how many.
    pub fn add_columns(&mut self, mut columns: Vec<Column>) -> usize {
        let mut new = HashSet::new();
        let known = &self.known;
        columns.retain(|column| !known.contains_key(&column.what) && new.insert(column.what));
        let lines: Vec<_> =
            columns.iter().map(|column| self.line(column, self.entries(column))).collect();
        self.live.add_columns(&lines);
        for column in columns {
            self.known.insert(column.what, self.columns.len());
            self.columns.push(column);
        }
        new.len()
    }

    /// The column of teams.
    pub fn team(
        &self,
        group: usize,
        slot: usize,
        composition: usize,
        kind: usize,
        gives_up: bool,
    ) -> Column {
        let all = &self.compositions[group];
        let supervised = &self.reduced.views[group].kinds.all[kind];
        let mut cost = all.costs[composition] + supervised.cost(all.counts(composition));
        if gives_up {
            let quorum = &self.reduced.problem.groups[group].slots[slot].quorum;
            cost += quorum.as_ref().map(|quorum| quorum.broken).unwrap_or_default();
        }
        let what = What::Team { group, slot, composition, kind, gives_up };
        Column { what, cost, upper: f64::INFINITY }
    }

    /// How many of a set a crew could be, if it had members enough.
    pub(super) fn served_by(&self, crew: usize, group: usize, slot: usize, set: &DutySet) -> u16 {
        let places = &self.reduced.crews.crews[crew].places;
        let here = places.iter().filter(|place| place.group == group && place.slot == slot);
        let classes: BTreeSet<usize> = here.map(|place| place.class).collect();
        set.counts.iter().filter(|(class, _)| classes.contains(class)).map(|&(_, n)| n).sum()
    }

    pub(super) fn entries(&self, column: &Column) -> Vec<(usize, f64)> {
        let reduced = self.reduced;
        let mut entries: Vec<(usize, f64)> = self.budget_entry(column.cost).into_iter().collect();
        match column.what {
            What::Seat { kind, place, slot } => {
                let (group, ref candidates) = reduced.people.kinds[kind].candidates[place];
                let class = reduced.views[group].classes.of[candidates[0]];
                entries.push((kind, 1.0));
                entries.push((self.at[group][slot].classes + class, 1.0));
                for row in self.quorums.get(&(group, slot)).into_iter().flatten() {
                    let sums = &reduced.problem.groups[group].slots[slot].quorum;
                    let share = sums.as_ref().map_or(0, |q| q.sums[row.sum][candidates[0]]);
                    entries.push((row.row, share as f64));
                }
                for row in self.caps.get(&(group, slot)).into_iter().flatten() {
                    if row.class == class && row.kinds.contains(&kind) {
                        entries.push((row.row, 1.0));
                    }
                }
            }
            What::Serve { crew, place } => {
                let &Place { group, slot, class, .. } = &reduced.crews.crews[crew].places[place];
                entries.push((self.at[group][slot].duties + class, 1.0));
                for row in self.shifts.get(&(group, slot)).into_iter().flatten() {
                    if row.crew == crew {
                        entries.push((row.row, 1.0));
                    }
                }
            }
            What::Team { group, slot, composition, kind, gives_up } => {
                let counts = self.compositions[group].counts(composition);
                let rows = self.at[group][slot];
                let seats = counts.iter().enumerate().filter(|(_, n)| **n > 0);
                entries.extend(seats.map(|(class, &n)| (rows.classes + class, -f64::from(n))));
                entries.push((rows.kinds + kind, 1.0));
                entries.push((self.groups + group, 1.0));
                for row in self.quorums.get(&(group, slot)).into_iter().flatten() {
                    if gives_up {
                        entries.push((row.row, row.lowest));
                    }
                }
                for row in self.caps.get(&(group, slot)).into_iter().flatten() {
                    let seats = counts[row.class].min(row.people);
                    entries.push((row.row, -f64::from(seats)));
                }
            }
            What::Whole { group, slot, pattern, kind } => {
                if let Some(whole) = &self.whole {
                    let members = whole.members(group, pattern).iter();
                    entries.extend(members.map(|&member| (whole.kind(group, member), 1.0)));
                }
                entries.push((self.at[group][slot].kinds + kind, 1.0));
                entries.push((self.groups + group, 1.0));
            }
            What::Supervise { group, slot, set } => {
                let rows = self.at[group][slot];
                let of = &reduced.views[group].supervision[slot].sets[set];
                entries.extend(of.counts.iter().map(|&(c, n)| (rows.duties + c, -f64::from(n))));
                entries.push((rows.kinds + of.kind, -1.0));
                entries.extend(self.counts_at(group, slot).map(|count| (count.row, 1.0)));
                for row in self.shifts.get(&(group, slot)).into_iter().flatten() {
                    let most = self.served_by(row.crew, group, slot, of).min(row.members);
                    entries.push((row.row, -f64::from(most)));
                }
            }
            What::Over { row } => {
                if let Some(row) = self.links[row] {
                    entries.push((row, -1.0));
                }
            }
            What::Budget => entries.push((self.budget, -1.0)),
            What::Few { count } => entries.push((self.counts[count].row, 1.0)),
        }
        for (index, times) in self.links_of(&column.what) {
            if let Some(row) = self.links[index] {
                entries.push((row, times as f64));
            }
        }
        sum_by_key(&mut entries);
        entries.retain(|&(_, value)| value != 0.0);
        entries
    }
}
