//! From whole values of the master's columns to teams: who of the alike people and supervisors goes
//! where.

use std::collections::BTreeMap;

use crate::load::Load;
use crate::master::{Master, What};
use crate::tasks::{Roster, Task};
use crate::tolerances::WHOLE;
use crate::{Solution, Team};

/// What meets at one slot of a group, before anybody has a team.
#[derive(Default)]
struct Table {
    /// Composition and kind of supervision of each team.
    teams: Vec<(usize, usize)>,
    /// Whole teams: their members and their kind of supervision.
    whole: Vec<(Vec<usize>, usize)>,
    /// The sets of supervisors.
    sets: Vec<usize>,
    /// By class, the candidates.
    seats: BTreeMap<usize, Vec<usize>>,
    /// By class, crews and places that were meant to serve.
    duties: BTreeMap<usize, Vec<(usize, usize)>>,
    /// Kinds of people who sit here in part, with the part and the place of the group.
    parts: Vec<(f64, usize, usize)>,
}

/// The solution that values stand for, whole ones for teams and sets. Where the master knows too
/// little to tell people apart, or has only parts of them, this does what it can: the solution is
/// never broken, but it can cost more than the values.
pub(crate) fn deal(master: &Master, values: &[f64]) -> Solution {
    let reduced = master.reduced;
    let mut tables: BTreeMap<(usize, usize), Table> = BTreeMap::new();
    let mut next = vec![0; reduced.people.kinds.len()];
    let mut whole_teams = Vec::new();
    for (column, &value) in master.columns.iter().zip(values).filter(|(_, value)| **value > WHOLE) {
        let times = (value + WHOLE).floor() as usize;
        match column.what {
            What::Team { group, slot, composition, kind, .. } => {
                let table = tables.entry((group, slot)).or_default();
                table.teams.extend(std::iter::repeat_n((composition, kind), times));
            }
            What::Whole { group, slot, pattern, kind } => {
                let Some(whole) = &master.whole else { continue };
                for _ in 0..times {
                    let mut members = Vec::new();
                    for &member in whole.members(group, pattern) {
                        let of = whole.kind(group, member);
                        let people = &reduced.people.kinds[of].candidates;
                        let here = people.iter().find(|(other, _)| *other == group);
                        members.extend(here.and_then(|(_, all)| all.get(next[of])));
                        next[of] += 1;
                    }
                    whole_teams.push((group, slot, members, kind));
                }
            }
            What::Supervise { group, slot, set } => {
                let table = tables.entry((group, slot)).or_default();
                table.sets.extend(std::iter::repeat_n(set, times));
            }
            What::Seat { kind, place, slot } => {
                let (group, ref candidates) = reduced.people.kinds[kind].candidates[place];
                let first = next[kind];
                next[kind] = (first + times).min(candidates.len());
                let class = reduced.views[group].classes.of[candidates[0]];
                let table = tables.entry((group, slot)).or_default();
                let seats = table.seats.entry(class).or_default();
                seats.extend(&candidates[first..next[kind]]);
                if value - times as f64 > WHOLE {
                    table.parts.push((value - times as f64, kind, place));
                }
            }
            What::Serve { crew, place } => {
                let of = &reduced.crews.crews[crew].places[place];
                let table = tables.entry((of.group, of.slot)).or_default();
                let duties = table.duties.entry(of.class).or_default();
                duties.extend(std::iter::repeat_n((crew, place), times));
            }
            What::Over { .. } | What::Budget | What::Few { .. } => {}
        }
    }
    // A whole team meets where a set of its kind is, at a slot that is the same for its members.
    for (group, twin, members, kind) in whole_teams {
        let slots = 0..reduced.problem.groups[group].slots.len();
        let is_open = |&slot: &usize| {
            let same = master.whole.as_ref().is_some_and(|of| of.twin(group, slot) == twin);
            same && tables
                .get(&(group, slot))
                .is_some_and(|table| table.has_room(master, group, slot, kind))
        };
        let slot = slots.clone().find(is_open).unwrap_or(twin);
        tables.entry((group, slot)).or_default().whole.push((members, kind));
    }
    let mut teams: Vec<(Team, Vec<Task>)> = Vec::new();
    for ((group, slot), mut table) in tables {
        table.fill(master, group, &mut next);
        teams.extend(seat(master, group, slot, table));
    }
    supervise(master, teams)
}

impl Table {
    /// Whether a set of a kind is left for one more whole team.
    fn has_room(&self, master: &Master, group: usize, slot: usize, kind: usize) -> bool {
        let sets = &master.reduced.views[group].supervision[slot].sets;
        let number = self.sets.iter().filter(|&&set| sets[set].kind == kind).count();
        self.whole.iter().filter(|(_, other)| *other == kind).count() < number
    }

    /// Gives seats that are still open to people who sit here in part, the largest part first.
    fn fill(&mut self, master: &Master, group: usize, next: &mut [usize]) {
        let view = &master.reduced.views[group];
        self.parts.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for &(_, kind, place) in &self.parts {
            let candidates = &master.reduced.people.kinds[kind].candidates[place].1;
            let class = view.classes.of[candidates[0]];
            let compositions =
                self.teams.iter().map(|&(at, _)| master.compositions[group].counts(at));
            let wanted: usize = compositions.map(|counts| usize::from(counts[class])).sum();
            let seats = self.seats.entry(class).or_default();
            if seats.len() < wanted && next[kind] < candidates.len() {
                seats.push(candidates[next[kind]]);
                next[kind] += 1;
            }
        }
    }
}

/// Gives the people of one slot their teams; with each team the duties to be done.
fn seat(master: &Master, group: usize, slot: usize, mut table: Table) -> Vec<(Team, Vec<Task>)> {
    let problem = master.reduced.problem;
    let view = &master.reduced.views[group];
    let of = &problem.groups[group].slots[slot];
    let sums = of.quorum.as_ref().map_or(&[][..], |quorum| &quorum.sums);
    let weight = |candidate: usize| sums.iter().map(|sum| sum[candidate]).sum::<i64>();
    // Who is there least is dealt first, each to the team that can best do without.
    let mut order: Vec<(i64, usize, usize)> = Vec::new();
    for (&class, seats) in &table.seats {
        order.extend(seats.iter().map(|&candidate| (weight(candidate), class, candidate)));
    }
    order.sort_unstable();
    let mut open: Vec<Vec<u16>> = table
        .teams
        .iter()
        .map(|&(composition, _)| master.compositions[group].counts(composition).to_vec())
        .collect();
    let mut totals = vec![vec![0i64; sums.len()]; table.teams.len()];
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); table.teams.len()];
    for (_, class, candidate) in order {
        let after = |team: usize| {
            let totals = totals[team].iter().zip(sums);
            totals.map(|(total, sum)| (total + sum[candidate]).min(0)).sum::<i64>()
        };
        let free = (0..open.len()).filter(|&team| open[team][class] > 0);
        let Some(team) = free.max_by_key(|&team| (after(team), std::cmp::Reverse(team))) else {
            continue;
        };
        open[team][class] -= 1;
        members[team].push(candidate);
        totals[team].iter_mut().zip(sums).for_each(|(total, sum)| *total += sum[candidate]);
    }
    even_out(&mut members, &mut totals, sums, &view.classes.of);
    let sets = &view.supervision[slot].sets;
    let mut dealt = Vec::new();
    let composed = table.teams.iter().zip(members).map(|(&(_, kind), members)| (members, kind));
    let whole = std::mem::take(&mut table.whole);
    for (mut members, kind) in composed.chain(whole) {
        let place = table.sets.iter().position(|&set| sets[set].kind == kind);
        let set = place.map(|place| table.sets.swap_remove(place));
        let mut tasks = Vec::new();
        for &(class, number) in set.iter().flat_map(|&set| &sets[set].counts) {
            for _ in 0..number {
                let meant = table.duties.get_mut(&class).and_then(Vec::pop);
                tasks.push(Task { team: 0, group, slot, class, meant });
            }
        }
        members.sort_unstable();
        if problem.groups[group].size_cost(members.len()).is_some() {
            dealt.push((Team { group, slot, members, duties: Vec::new() }, tasks));
        }
    }
    dealt
}

/// Lets members of a class change teams as long as that brings sums that are negative closer to zero.
fn even_out(
    members: &mut [Vec<usize>],
    totals: &mut [Vec<i64>],
    sums: &[Vec<i64>],
    class_of: &[usize],
) {
    let lack = |totals: &[i64]| totals.iter().map(|total| -total.min(&0)).sum::<i64>();
    let swapped = |totals: &[i64], out: usize, into: usize| -> Vec<i64> {
        totals.iter().zip(sums).map(|(total, sum)| total - sum[out] + sum[into]).collect()
    };
    let better = |members: &[Vec<usize>], totals: &[Vec<i64>], one: usize| {
        for other in (0..members.len()).filter(|&other| other != one) {
            let now = lack(&totals[one]) + lack(&totals[other]);
            for (i, &a) in members[one].iter().enumerate() {
                for (j, &b) in members[other].iter().enumerate() {
                    if class_of[a] != class_of[b] {
                        continue;
                    }
                    let with = (swapped(&totals[one], a, b), swapped(&totals[other], b, a));
                    if lack(&with.0) + lack(&with.1) < now {
                        return Some((other, i, j, with));
                    }
                }
            }
        }
        None
    };
    for one in 0..members.len() {
        while lack(&totals[one]) > 0 {
            let Some((other, i, j, with)) = better(members, totals, one) else { break };
            let (a, b) = (members[one][i], members[other][j]);
            (members[one][i], members[other][j]) = (b, a);
            (totals[one], totals[other]) = with;
        }
    }
}

/// Gives each team its supervisors, as far as the rows allow.
fn supervise(master: &Master, teams: Vec<(Team, Vec<Task>)>) -> Solution {
    let problem = master.reduced.problem;
    let of_team = |(team, (_, tasks)): (usize, &(Team, Vec<Task>))| {
        tasks.iter().map(move |&task| Task { team, ..task }).collect::<Vec<_>>()
    };
    let tasks: Vec<Task> = teams.iter().enumerate().flat_map(of_team).collect();
    let mut by = vec![Vec::new(); teams.len()];
    for (task, duty) in tasks.iter().zip(Roster::new(master, tasks.clone()).assign()) {
        by[task.team].extend(duty);
    }
    let mut load = Load::new(problem);
    let mut solution = Solution::default();
    for ((team, _), duties) in teams.into_iter().zip(by) {
        let mut best = team;
        for duty in duties {
            let mut with = best.clone();
            let place = with.duties.partition_point(|&d| d < duty);
            with.duties.insert(place, duty);
            if load.cost(&with).is_some()
                && !with.serves_twice(&problem.groups[with.group].slots[with.slot])
            {
                best = with;
            }
        }
        if load.cost(&best).is_some() {
            load.add(&best);
            solution.teams.push(best);
        }
    }
    solution
}
