//! Large-neighbourhood search: a few teams are taken apart and made again, as a small problem of their
//! own that is solved to the end.

use std::collections::HashMap;

use crate::ends::{End, Trouble};
use crate::generate::Run;
use crate::problem::Group;
use crate::solution::{by_group, row_sum};
use crate::{Cost, Options, Problem, Quorum, Row, Slot, Solution, Team, Term, Use};

/// Teams that are taken apart at a time.
const SIZES: [usize; 3] = [2, 4, 6];
/// Simplex iterations for each small problem.
const EFFORT: u64 = 20_000;

/// Which neighbourhoods have been tried, and which is next.
pub(crate) struct Neighbourhoods {
    /// Only around teams that break requirements.
    broken: bool,
    /// The place of the size among [`SIZES`].
    size: usize,
    /// The best plan when this size was begun.
    from: Cost,
    /// The teams around which it is still to be tried, the most expensive last.
    left: Vec<Team>,
}

impl Neighbourhoods {
    pub fn new(run: &Run, broken: bool) -> Neighbourhoods {
        let from = run.state.cost;
        Neighbourhoods { broken, size: 0, from, left: run.by_cost(broken) }
    }

    /// The next team around which to look, and with how many others; none if nothing has helped at any size.
    fn next(&mut self, run: &Run) -> Option<(Team, usize)> {
        loop {
            while let Some(seed) = self.left.pop() {
                if run.state.solution.teams.contains(&seed) {
                    return Some((seed, SIZES[self.size]));
                }
            }
            if run.state.cost == self.from {
                self.size += 1;
            }
            if self.size == SIZES.len() {
                // Nothing more until there is a better plan from elsewhere.
                self.size -= 1;
                return None;
            }
            (self.from, self.left) = (run.state.cost, run.by_cost(self.broken));
            if self.left.is_empty() {
                return None;
            }
        }
    }
}

impl Run<'_> {
    /// Takes teams apart with others near to them, the most expensive first, until that no longer helps; only
    /// those that break requirements if `broken`.
    pub fn improve(&mut self, broken: bool) {
        let mut neighbourhoods = Neighbourhoods::new(self, broken);
        while self.improve_once(&mut neighbourhoods) {}
    }

    /// Tries the next neighbourhood; whether there was one.
    pub fn improve_once(&mut self, neighbourhoods: &mut Neighbourhoods) -> bool {
        if self.is_proven() || !self.may_go_on() {
            return false;
        }
        let Some((seed, size)) = neighbourhoods.next(self) else { return false };
        self.remake(&seed, size);
        true
    }

    /// The teams, the most expensive last.
    fn by_cost(&self, broken: bool) -> Vec<Team> {
        let cost = |team: &Team| (team.cost(self.problem), team.clone());
        let mut teams: Vec<(Cost, Team)> = self.state.solution.teams.iter().map(cost).collect();
        teams.retain(|(cost, _)| !broken || cost.broken > 0);
        teams.sort_unstable();
        teams.into_iter().map(|(_, team)| team).collect()
    }

    /// Makes a team and those near to it again, with whoever is in no team.
    fn remake(&mut self, seed: &Team, size: usize) {
        let near = near(self.problem, &self.state.solution, seed, size);
        let (freed, fixed): (Vec<Team>, Vec<Team>) =
            self.state.solution.teams.iter().cloned().partition(|team| near.contains(team));
        let part = Part::new(self.problem, &freed, &fixed);
        let solution = self.solve_small(&part.problem, part.lower(&freed));
        let mut teams = fixed;
        teams.extend(part.lift(&solution));
        if self.offer(Solution { teams }) {
            (self.tell)(&self.state, crate::Phase::Points, 0, true);
        }
    }

    /// Solves a small problem, a part of this one, from a solution, with its own share of the work.
    pub fn solve_small(&mut self, problem: &Problem, start: Solution) -> Solution {
        let options = Options {
            gap: 0.0,
            work_limit: Some(EFFORT.min(self.work_left())),
            ..self.options.clone()
        };
        let state =
            crate::engine::State { cost: start.cost(problem), solution: start, bound: Cost::ZERO };
        let run = Run {
            problem,
            loose: &[],
            to_the_end: true,
            options: &options,
            cancel: self.cancel,
            started: self.started,
            state,
            work: 0,
            tell: &|_, _, _, _| {},
            points: None,
            depth: self.depth + 1,
            node_bound: f64::NEG_INFINITY,
            goes_on: false,
            trouble: Trouble::default(),
            local: None,
        };
        // However else a small problem ends: what it has found is as good.
        let (state, End { work, failure, .. }) = run.search();
        self.work += work;
        self.trouble.failure = self.trouble.failure.take().or(failure);
        state.solution
    }
}

/// A team with those near to it: of the same group, with supervisors who could serve it, or at its
/// slot.
fn near(problem: &Problem, solution: &Solution, seed: &Team, size: usize) -> Vec<Team> {
    let of = &problem.groups[seed.group].slots;
    let serving: Vec<usize> = of[seed.slot].duties.iter().map(|duty| duty.supervisor).collect();
    let nearness = |team: &&Team| {
        let could_serve = |&&duty: &&usize| {
            let slot = &problem.groups[team.group].slots[team.slot];
            serving.contains(&slot.duties[duty].supervisor)
        };
        let shared = team.duties.iter().filter(could_serve).count();
        let same = usize::from((team.group, team.slot) == (seed.group, seed.slot));
        (usize::from(team.group != seed.group), usize::MAX - shared - same)
    };
    let mut others: Vec<&Team> = solution.teams.iter().filter(|team| *team != seed).collect();
    others.sort_by_key(nearness);
    let others = others.into_iter().take(size - 1).cloned();
    std::iter::once(seed.clone()).chain(others).collect()
}

/// Some teams and who is in none, as a problem of its own.
struct Part {
    problem: Problem,
    /// By group of the part, that of the whole.
    groups: Vec<usize>,
    /// By group and candidate of the part, the candidate of the whole.
    candidates: Vec<Vec<usize>>,
}

impl Part {
    fn new(whole: &Problem, freed: &[Team], fixed: &[Team]) -> Part {
        let mut is_free = vec![true; whole.unplaced.len()];
        for team in fixed {
            for &member in &team.members {
                is_free[whole.groups[team.group].candidates[member]] = false;
            }
        }
        let fixed_by_group = by_group(whole, fixed);
        let mut groups: Vec<usize> = freed.iter().map(|team| team.group).collect();
        groups.sort_unstable();
        groups.dedup();
        let mut person_at = HashMap::new();
        let mut unplaced = Vec::new();
        let mut candidates = Vec::new();
        let mut made = Vec::new();
        for &group in &groups {
            let of = &whole.groups[group];
            let kept: Vec<usize> = (0..of.candidates.len())
                .filter(|&candidate| is_free[of.candidates[candidate]])
                .collect();
            let people = kept.iter().map(|&candidate| {
                let person = of.candidates[candidate];
                *person_at.entry(person).or_insert_with(|| {
                    unplaced.push(whole.unplaced[person]);
                    unplaced.len() - 1
                })
            });
            let people = people.collect();
            made.push(restrict(of, &kept, people, of.max_teams - fixed_by_group[group].len()));
            candidates.push(kept);
        }
        let rest = |row| left(whole, &fixed_by_group, row, &groups);
        let rows = whole.rows.iter().filter_map(rest).collect();
        let problem = Problem { unplaced, supervisors: whole.supervisors, groups: made, rows };
        Part { problem, groups, candidates }
    }

    fn lower(&self, teams: &[Team]) -> Solution {
        let team = |team: &Team| {
            let group = self.groups.binary_search(&team.group).ok()?;
            let place = |member: &usize| self.candidates[group].binary_search(member).ok();
            let members = team.members.iter().map(place).collect::<Option<Vec<_>>>()?;
            Some(Team { group, members, ..team.clone() })
        };
        Solution { teams: teams.iter().filter_map(team).collect() }
    }

    fn lift(&self, solution: &Solution) -> impl Iterator<Item = Team> {
        solution.teams.iter().map(|team| Team {
            group: self.groups[team.group],
            members: team.members.iter().map(|&m| self.candidates[team.group][m]).collect(),
            ..team.clone()
        })
    }
}

/// A group with some of its candidates.
fn restrict(of: &Group, kept: &[usize], people: Vec<usize>, max_teams: usize) -> Group {
    let place = |candidate: usize| kept.binary_search(&candidate).ok();
    let some = |all: &[i64]| kept.iter().map(|&candidate| all[candidate]).collect::<Vec<i64>>();
    let of_kept = |labels: &[Option<usize>]| {
        kept.iter().map(|&candidate| labels[candidate]).collect::<Vec<Option<usize>>>()
    };
    let slot = |slot: &Slot| Slot {
        members: kept.iter().map(|&candidate| slot.members[candidate]).collect(),
        duties: slot.duties.clone(),
        capacity: slot.capacity,
        quorum: slot.quorum.as_ref().map(|quorum| Quorum {
            sums: quorum.sums.iter().map(|sum| some(sum)).collect(),
            broken: quorum.broken,
        }),
    };
    let term = |term: &Term| {
        Some(match term {
            Term::Deviation { coefficients, unit } => {
                Term::Deviation { coefficients: some(coefficients), unit: *unit }
            }
            Term::Distinct { labels, at_least, short } => {
                Term::Distinct { labels: of_kept(labels), at_least: *at_least, short: *short }
            }
            Term::Thin { labels, at_least, cost } => {
                Term::Thin { labels: of_kept(labels), at_least: *at_least, cost: *cost }
            }
            Term::Fragile { labels, at_least, cost } => {
                Term::Fragile { labels: of_kept(labels), at_least: *at_least, cost: *cost }
            }
            Term::Unserved { labels, serving, cost } => {
                let serving = serving.clone();
                Term::Unserved { labels: of_kept(labels), serving, cost: *cost }
            }
            Term::Together { one, other, cost } => {
                Term::Together { one: place(*one)?, other: other.and_then(place), cost: *cost }
            }
            Term::Apart { one, other, cost } => {
                Term::Apart { one: place(*one)?, other: place(*other)?, cost: *cost }
            }
            Term::SupervisorsAlike { .. } | Term::SupervisorMissing { .. } => term.clone(),
        })
    };
    Group {
        max_teams,
        candidates: people,
        sizes: of.sizes.clone(),
        slots: of.slots.iter().map(slot).collect(),
        needs: of.needs.clone(),
        terms: of.terms.iter().filter_map(term).collect(),
    }
}

/// What is left of a row beside fixed teams by group, for some groups; none if they are not in it.
fn left(whole: &Problem, fixed: &[Vec<&Team>], row: &Row, groups: &[usize]) -> Option<Row> {
    let renamed = |&(what, times): &(Use, i64)| {
        let group = groups.binary_search(&what.group()).ok()?;
        Some((what.with_group(group), times))
    };
    let uses: Vec<(Use, i64)> = row.uses.iter().filter_map(renamed).collect();
    if uses.is_empty() {
        return None;
    }
    let rest = row.at_most - row_sum(whole, row, fixed);
    let only_adds = uses.iter().all(|&(_, times)| times >= 0);
    let at_most = if only_adds { rest.max(0) } else { rest };
    Some(Row { uses, at_most, over: row.over })
}
