//! Decisions, and what they cost: the one definition of the objective that every method answers to.

use crate::heads::Heads;
use crate::problem::Group;
use crate::{Cost, Problem, Row, Slot, Term, Use};

/// One team.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Team {
    /// The group it belongs to.
    pub group: usize,
    /// Its slot, as a place in the group's slots.
    pub slot: usize,
    /// Its members, as candidates of the group, ascending.
    pub members: Vec<usize>,
    /// Its supervisors, as places in the slot's duties, ascending.
    pub duties: Vec<usize>,
}

/// All teams.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Solution {
    /// The teams; their order has no meaning.
    pub teams: Vec<Team>,
}

/// Why a solution is not one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Broken {
    /// A group has more teams than allowed.
    TooManyTeams(usize),
    /// A team has a size that is not allowed.
    Size(Team),
    /// A member cannot come to the slot.
    Member(Team),
    /// A person is in two teams.
    Twice(usize),
    /// A team has more people than its slot has room for.
    Capacity(Team),
    /// A supervisor serves a team twice, or a side has too many.
    Supervisors(Team),
    /// A row that must hold does not.
    Row(usize),
}

impl Team {
    /// The cost of the team alone: members, supervisors and terms.
    pub fn cost(&self, problem: &Problem) -> Cost {
        let group = &problem.groups[self.group];
        let slot = &group.slots[self.slot];
        let members: Cost = self.members.iter().filter_map(|&c| slot.members[c]).sum();
        let duties: Cost = self.duties.iter().map(|&d| slot.duties[d].cost).sum();
        let terms: Cost = group.terms.iter().map(|term| self.term_cost(term, slot)).sum();
        let size = group.size_cost(self.members.len()).unwrap_or_default();
        size + members + duties + terms + self.quorum_cost(slot) + self.short_cost(group, slot)
    }

    fn term_cost(&self, term: &Term, slot: &Slot) -> Cost {
        let has = |candidate: usize| self.members.binary_search(&candidate).is_ok();
        let serves =
            |supervisor| self.duties.iter().any(|&d| slot.duties[d].supervisor == supervisor);
        let when = |broken: bool, cost: Cost| if broken { cost } else { Cost::ZERO };
        let heads = |labels: &[Option<usize>]| {
            Heads::new(self.members.iter().filter_map(|&c| Some((labels[c]?, 1))))
        };
        match term {
            Term::Deviation { coefficients, unit } => {
                *unit * self.members.iter().map(|&c| coefficients[c]).sum::<i64>().abs()
            }
            Term::Distinct { labels, at_least, short } => {
                *short * heads(labels).short_of(*at_least)
            }
            Term::Thin { labels, at_least, cost } => *cost * heads(labels).thin(*at_least),
            Term::Fragile { labels, at_least, cost } => {
                when(heads(labels).is_fragile(*at_least), *cost)
            }
            Term::Unserved { labels, serving, cost } => {
                let is_served = |label: usize| {
                    let mut who = self.duties.iter().map(|&duty| slot.duties[duty].supervisor);
                    who.any(|who| serving[label].binary_search(&who).is_ok())
                };
                let labelled = self.members.iter().filter_map(|&c| labels[c]);
                *cost * labelled.filter(|&label| !is_served(label)).count() as i64
            }
            Term::Together { one, other, cost } => {
                when(has(*one) && !other.is_some_and(has), *cost)
            }
            Term::Apart { one, other, cost } => when(has(*one) && has(*other), *cost),
            Term::SupervisorsAlike { alike, cost } => {
                let serving = alike.iter().filter(|&&supervisor| serves(supervisor)).count();
                *cost * serving.saturating_sub(1) as i64
            }
            Term::SupervisorMissing { supervisor, cost } => when(!serves(*supervisor), *cost),
        }
    }

    /// Whether some supervisor serves the team twice.
    pub(crate) fn serves_twice(&self, slot: &Slot) -> bool {
        let serving = self.duties.iter().map(|&duty| slot.duties[duty].supervisor);
        let mut serving: Vec<usize> = serving.collect();
        serving.sort_unstable();
        serving.windows(2).any(|pair| pair[0] == pair[1])
    }

    /// Whether any sum of the slot's quorum is negative.
    pub(crate) fn breaks_quorum(&self, slot: &Slot) -> bool {
        slot.quorum
            .iter()
            .flat_map(|quorum| &quorum.sums)
            .any(|sum| self.members.iter().map(|&c| sum[c]).sum::<i64>() < 0)
    }

    fn quorum_cost(&self, slot: &Slot) -> Cost {
        let broken = self.breaks_quorum(slot).then_some(slot.quorum.as_ref());
        broken.flatten().map(|quorum| quorum.broken).unwrap_or_default()
    }

    /// Cost of the supervisors that are short of the fewest.
    pub(crate) fn short_cost(&self, group: &Group, slot: &Slot) -> Cost {
        let short = |(side, need): (usize, &crate::Need)| {
            let serving = self.duties.iter().filter(|&&d| slot.duties[d].side == side).count();
            need.short * need.min.saturating_sub(serving) as i64
        };
        group.needs.iter().enumerate().map(short).sum()
    }

    /// How often the team counts for `what`.
    pub fn counts(&self, problem: &Problem, what: Use) -> bool {
        let serves = |supervisor| {
            let duties = &problem.groups[self.group].slots[self.slot].duties;
            self.duties.iter().any(|&d| duties[d].supervisor == supervisor)
        };
        match what {
            Use::Team { group } => self.group == group,
            Use::Slot { group, slot } => self.group == group && self.slot == slot,
            Use::Serve { group, supervisor } => self.group == group && serves(supervisor),
            Use::ServeAt { group, slot, supervisor } => {
                self.group == group && self.slot == slot && serves(supervisor)
            }
        }
    }

    pub(crate) fn find_broken(&self, problem: &Problem) -> Option<Broken> {
        let group = &problem.groups[self.group];
        let slot = &group.slots[self.slot];
        if group.size_cost(self.members.len()).is_none() {
            return Some(Broken::Size(self.clone()));
        }
        if self.members.iter().any(|&c| slot.members[c].is_none()) {
            return Some(Broken::Member(self.clone()));
        }
        let people = self.members.len() + self.duties.len();
        if slot.capacity.is_some_and(|capacity| people > capacity) {
            return Some(Broken::Capacity(self.clone()));
        }
        let crowded = group.needs.iter().enumerate().any(|(side, need)| {
            self.duties.iter().filter(|&&d| slot.duties[d].side == side).count() > need.max
        });
        (self.serves_twice(slot) || crowded).then(|| Broken::Supervisors(self.clone()))
    }
}

impl Solution {
    /// Cost of the whole solution. It is meant for solutions without [`Solution::broken`] parts.
    pub fn cost(&self, problem: &Problem) -> Cost {
        let mut placed = vec![false; problem.unplaced.len()];
        for team in &self.teams {
            for &candidate in &team.members {
                placed[problem.groups[team.group].candidates[candidate]] = true;
            }
        }
        let unplaced: Cost = problem
            .unplaced
            .iter()
            .zip(&placed)
            .filter(|(_, placed)| !**placed)
            .map(|(cost, _)| *cost)
            .sum();
        let teams: Cost = self.teams.iter().map(|team| team.cost(problem)).sum();
        let by_group = by_group(problem, &self.teams);
        let rows: Cost = problem
            .rows
            .iter()
            .filter_map(|row| {
                Some(row.over? * (row_sum(problem, row, &by_group) - row.at_most).max(0))
            })
            .sum();
        unplaced + teams + rows
    }

    /// The first thing that makes this no solution, if any.
    pub fn broken(&self, problem: &Problem) -> Option<Broken> {
        let mut teams = vec![0; problem.groups.len()];
        let mut placed = vec![false; problem.unplaced.len()];
        for team in &self.teams {
            teams[team.group] += 1;
            if let Some(broken) = team.find_broken(problem) {
                return Some(broken);
            }
            for &candidate in &team.members {
                let person = problem.groups[team.group].candidates[candidate];
                if std::mem::replace(&mut placed[person], true) {
                    return Some(Broken::Twice(person));
                }
            }
        }
        let crowded = problem.groups.iter().zip(&teams).position(|(group, &n)| n > group.max_teams);
        crowded.map(Broken::TooManyTeams).or_else(|| {
            let by_group = by_group(problem, &self.teams);
            let broken =
                |row: &Row| row.over.is_none() && row_sum(problem, row, &by_group) > row.at_most;
            problem.rows.iter().position(broken).map(Broken::Row)
        })
    }
}

/// The teams of each group.
pub(crate) fn by_group<'a>(problem: &Problem, teams: &'a [Team]) -> Vec<Vec<&'a Team>> {
    let mut by_group = vec![Vec::new(); problem.groups.len()];
    teams.iter().for_each(|team| by_group[team.group].push(team));
    by_group
}

/// What a row counts, in teams by group.
pub(crate) fn row_sum(problem: &Problem, row: &Row, by_group: &[Vec<&Team>]) -> i64 {
    let times = |what: Use| {
        by_group[what.group()].iter().filter(|team| team.counts(problem, what)).count() as i64
    };
    row.uses.iter().map(|&(what, coefficient)| coefficient * times(what)).sum()
}
