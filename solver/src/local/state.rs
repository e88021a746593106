//! Where the local search stands: teams, who is in which, and what all of it is worth.

use std::ops::Range;

use super::activity::Activity;
use super::group::Layout;
use super::score::{Score, Weights};
use super::team::{Exchange, Team};
use crate::{Problem, Solution};

/// Supervisors that are looked at for one place, of those who could serve.
const SAMPLE: usize = 16;

/// What to go back to if a change is not kept.
#[derive(Default)]
pub(super) struct Trial {
    /// Teams as they were.
    teams: Vec<(usize, Team)>,
    /// People and the teams they were in.
    people: Vec<(usize, Option<usize>)>,
}

/// A tentative solution.
pub(super) struct State<'a> {
    pub problem: &'a Problem,
    pub layouts: Vec<Layout<'a>>,
    pub activity: Activity<'a>,
    pub teams: Vec<Team>,
    /// By group, its teams.
    pub ranges: Vec<Range<usize>>,
    /// By person, its team.
    pub team_of: Vec<Option<usize>>,
    /// By person, the groups it may join, with the candidate it is there.
    pub candidacies: Vec<Vec<(usize, usize)>>,
    pub total: Score,
    pub weights: Weights,
}

impl<'a> State<'a> {
    pub fn new(problem: &'a Problem, weights: Weights) -> State<'a> {
        let layouts: Vec<Layout> = problem.groups.iter().map(Layout::new).collect();
        let mut ranges = Vec::new();
        let mut teams = Vec::new();
        for (index, group) in problem.groups.iter().enumerate() {
            let first = teams.len();
            // No more teams than people can ever be needed, but for those that may be empty.
            let most = match group.sizes.first() {
                Some(Some(_)) => group.max_teams,
                _ => group.max_teams.min(group.candidates.len()),
            };
            teams.extend((0..most).map(|_| Team::closed(index, &layouts[index])));
            ranges.push(first..teams.len());
        }
        let mut candidacies = vec![Vec::new(); problem.unplaced.len()];
        for (index, group) in problem.groups.iter().enumerate() {
            for (candidate, &person) in group.candidates.iter().enumerate() {
                candidacies[person].push((index, candidate));
            }
        }
        State {
            problem,
            layouts,
            activity: Activity::new(problem),
            teams,
            ranges,
            team_of: vec![None; problem.unplaced.len()],
            candidacies,
            total: Score::ZERO,
            weights,
        }
    }

    /// Takes a solution in place of what there is.
    pub fn load(&mut self, solution: &Solution) {
        self.activity = Activity::new(self.problem);
        for (team, range) in self.ranges.iter().enumerate() {
            for at in range.clone() {
                self.teams[at] = Team::closed(team, &self.layouts[team]);
            }
        }
        self.team_of.fill(None);
        let mut next: Vec<usize> = self.ranges.iter().map(|range| range.start).collect();
        self.total = self.activity.empty();
        for team in &solution.teams {
            let at = next[team.group];
            next[team.group] += 1;
            let of = &mut self.teams[at];
            of.is_open = true;
            of.slot = team.slot;
            of.members.clone_from(&team.members);
            of.duties.clone_from(&team.duties);
            of.rebuild(&self.layouts[team.group]);
            self.total += of.score + self.activity.add(of, 1);
            for &member in &team.members {
                self.team_of[self.problem.groups[team.group].candidates[member]] = Some(at);
            }
        }
        let left = self.problem.unplaced.iter().zip(&self.team_of);
        let left = left.filter(|(_, team)| team.is_none()).map(|(cost, _)| *cost);
        self.total.cost += left.sum();
    }

    /// The solution that stands there now.
    pub fn solution(&self) -> Solution {
        let sorted = |list: &[usize]| {
            let mut list = list.to_vec();
            list.sort_unstable();
            list
        };
        let open = self.teams.iter().filter(|team| team.is_open);
        let teams = open.map(|team| crate::Team {
            group: team.group,
            slot: team.slot,
            members: sorted(&team.members),
            duties: sorted(&team.duties),
        });
        Solution { teams: teams.collect() }
    }

    /// The candidate that a person is in the group of a team.
    pub fn candidate(&self, person: usize, team: usize) -> Option<usize> {
        self.layouts[self.teams[team].group].candidate_of(person)
    }

    /// By how much a team's score changes with an exchange.
    pub fn change(&self, team: usize, exchange: Exchange) -> Score {
        let of = &self.teams[team];
        of.score_after(&self.layouts[of.group], exchange) - of.score
    }

    /// Makes an exchange that changes the score by so much.
    pub fn exchange(&mut self, team: usize, exchange: Exchange) {
        let of = &mut self.teams[team];
        let before = of.score;
        of.exchange(&self.layouts[of.group], exchange);
        self.total += of.score - before;
    }

    /// The person that a member of a team is.
    pub fn person(&self, team: usize, candidate: usize) -> usize {
        self.problem.groups[self.teams[team].group].candidates[candidate]
    }

    // The steps of a trial: each is recorded, so that all of it can be taken back.

    /// Records a team before it changes.
    fn touch(&self, trial: &mut Trial, team: usize) {
        if !trial.teams.iter().any(|(index, _)| *index == team) {
            trial.teams.push((team, self.teams[team].clone()));
        }
    }

    /// Moves a person to a team, or to none.
    pub fn put(&mut self, trial: &mut Trial, person: usize, to: Option<usize>) {
        let from = self.team_of[person];
        trial.people.push((person, from));
        match from {
            Some(team) => {
                self.touch(trial, team);
                let out = self.candidate(person, team);
                self.exchange(team, Exchange { out, into: None });
            }
            None => self.total.cost = self.total.cost - self.problem.unplaced[person],
        }
        match to {
            Some(team) => {
                self.touch(trial, team);
                let into = self.candidate(person, team);
                self.exchange(team, Exchange { out: None, into });
            }
            None => self.total.cost += self.problem.unplaced[person],
        }
        self.team_of[person] = to;
    }

    /// Opens a closed team at a slot, without supervisors.
    pub fn open(&mut self, trial: &mut Trial, team: usize, slot: usize) {
        self.touch(trial, team);
        let of = &mut self.teams[team];
        of.is_open = true;
        of.slot = slot;
        of.rebuild(&self.layouts[of.group]);
        self.total += of.score;
        self.total += self.activity.add_place(of.group, of.slot, 1);
    }

    /// Closes a team that has no members.
    pub fn close(&mut self, trial: &mut Trial, team: usize) {
        self.touch(trial, team);
        let of = &mut self.teams[team];
        self.total = self.total - of.score;
        self.total += self.activity.add(of, -1);
        *of = Team::closed(of.group, &self.layouts[of.group]);
    }

    /// Moves a team to a slot, without supervisors.
    pub fn retime(&mut self, trial: &mut Trial, team: usize, slot: usize) {
        self.touch(trial, team);
        let of = &mut self.teams[team];
        self.total = self.total - of.score;
        self.total += self.activity.add(of, -1);
        of.move_to(&self.layouts[of.group], slot);
        self.total += of.score;
        self.total += self.activity.add_place(of.group, of.slot, 1);
    }

    /// Adds a duty to a team.
    pub fn add_duty(&mut self, trial: &mut Trial, team: usize, duty: usize) {
        let mut duties = self.teams[team].duties.clone();
        duties.push(duty);
        self.set_duties(trial, team, duties, duty, 1);
    }

    /// Drops a duty of a team.
    pub fn drop_duty(&mut self, trial: &mut Trial, team: usize, duty: usize) {
        let mut duties = self.teams[team].duties.clone();
        duties.retain(|&other| other != duty);
        self.set_duties(trial, team, duties, duty, -1);
    }

    fn set_duties(
        &mut self,
        trial: &mut Trial,
        team: usize,
        duties: Vec<usize>,
        duty: usize,
        times: i64,
    ) {
        self.touch(trial, team);
        let of = &mut self.teams[team];
        let before = of.score;
        of.set_duties(&self.layouts[of.group], duties);
        self.total += of.score - before;
        self.total += self.activity.add_duty(of.group, of.slot, duty, times);
    }

    /// Gives a team supervisors, one after another, as long as each makes the score better: each time the
    /// best of some who could serve. `first` is where to begin to look.
    pub fn staff(&mut self, trial: &mut Trial, team: usize, first: usize) {
        let of = &self.teams[team];
        let (group, slot) = (of.group, of.slot);
        let duties = &self.problem.groups[group].slots[slot].duties;
        loop {
            let of = &self.teams[team];
            let sides = side_counts(self.problem, of);
            let fits = |&duty: &usize| {
                let need = &self.problem.groups[group].needs[duties[duty].side];
                let serves = |&other: &usize| duties[other].supervisor == duties[duty].supervisor;
                sides[duties[duty].side] < need.max && !of.duties.iter().any(serves)
            };
            let number = duties.len();
            let order = (0..number).map(|at| (at + first) % number.max(1));
            let fitting: Vec<usize> = order.filter(fits).take(SAMPLE).collect();
            let mut best: Option<(f64, usize)> = None;
            for duty in fitting {
                let of = &self.teams[team];
                let alone = of.change_with_duty(&self.layouts[group], duty);
                let rows = self.activity.add_duty(group, slot, duty, 1);
                self.activity.add_duty(group, slot, duty, -1);
                let change = self.weights.energy(alone + rows);
                if change < 0.0 && best.is_none_or(|(least, _)| change < least) {
                    best = Some((change, duty));
                }
            }
            match best {
                Some((_, duty)) => self.add_duty(trial, team, duty),
                None => return,
            }
        }
    }

    /// Takes back everything.
    pub fn undo(&mut self, trial: Trial, total: Score) {
        for (team, before) in trial.teams.into_iter().rev() {
            let now = &self.teams[team];
            let same = now.is_open == before.is_open
                && now.slot == before.slot
                && now.duties == before.duties;
            if !same {
                if now.is_open {
                    self.activity.add(now, -1);
                }
                if before.is_open {
                    self.activity.add(&before, 1);
                }
            }
            self.teams[team] = before;
        }
        for (person, team) in trial.people.into_iter().rev() {
            self.team_of[person] = team;
        }
        self.total = total;
    }
}

/// How many supervisors a team has on each side.
fn side_counts(problem: &Problem, team: &Team) -> Vec<usize> {
    let group = &problem.groups[team.group];
    let mut counts = vec![0; group.needs.len()];
    for &duty in &team.duties {
        counts[group.slots[team.slot].duties[duty].side] += 1;
    }
    counts
}
