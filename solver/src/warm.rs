//! A warm start: what holds of a solution that was made for another problem, most of which is the same.

use crate::fill::fill;
use crate::load::Load;
use crate::{Cost, Problem, Solution, Team};

/// A solution of the problem that keeps of a given one what it can: teams at their slots, with the members
/// and supervisors who can still come. A team that has become too small gets who is in no team. None if a row
/// must hold that what is kept does not keep.
pub(crate) fn restore(problem: &Problem, given: &Solution) -> Option<Solution> {
    let mut restore = Restore {
        problem,
        load: Load::new(problem),
        is_placed: vec![false; problem.unplaced.len()],
        teams: vec![0; problem.groups.len()],
        solution: Solution::default(),
    };
    // Those who are in a team stay there: first the teams that are still large enough.
    let kept: Vec<Team> = given.teams.iter().filter_map(|team| restore.members_of(team)).collect();
    let (large, small): (Vec<Team>, Vec<Team>) =
        kept.into_iter().partition(|team| restore.has_a_size(team));
    large.into_iter().chain(small).for_each(|team| restore.keep(team));
    let mut solution = restore.solution;
    fill(problem, &mut solution);
    solution.broken(problem).is_none().then_some(solution)
}

struct Restore<'a> {
    problem: &'a Problem,
    load: Load<'a>,
    is_placed: Vec<bool>,
    /// By group.
    teams: Vec<usize>,
    solution: Solution,
}

impl Restore<'_> {
    /// The team with the members who can come and are in no team before it; none if there is no such group
    /// or slot any more.
    fn members_of(&mut self, team: &Team) -> Option<Team> {
        let group = self.problem.groups.get(team.group)?;
        let slot = group.slots.get(team.slot)?;
        let mut kept = team.clone();
        kept.members.sort_unstable();
        kept.members.retain(|&member| {
            let can_come = slot.members.get(member).is_some_and(Option::is_some);
            can_come && !std::mem::replace(&mut self.is_placed[group.candidates[member]], true)
        });
        Some(kept)
    }

    fn has_a_size(&self, team: &Team) -> bool {
        self.problem.groups[team.group].size_cost(team.members.len()).is_some()
    }

    /// Takes the team into the solution, if it can be made one.
    fn keep(&mut self, mut team: Team) {
        let problem = self.problem;
        let group = &problem.groups[team.group];
        let slot = &group.slots[team.slot];
        let wanted = std::mem::take(&mut team.duties);
        self.complete(&mut team);
        let is_possible = self.teams[team.group] < group.max_teams
            && self.has_a_size(&team)
            && slot.capacity.is_none_or(|most| team.members.len() <= most)
            && self.load.cost(&team).is_some();
        if !is_possible {
            for member in team.members {
                self.is_placed[group.candidates[member]] = false;
            }
            return;
        }
        for duty in wanted.into_iter().filter(|&duty| duty < slot.duties.len()) {
            let mut with = team.clone();
            with.duties.push(duty);
            with.duties.sort_unstable();
            if with.find_broken(problem).is_none() && self.load.cost(&with).is_some() {
                team = with;
            }
        }
        self.teams[team.group] += 1;
        self.load.add(&team);
        self.solution.teams.push(team);
    }

    /// Members fewer or more, the most expensive or cheapest first, until the team has a size and fits.
    fn complete(&mut self, team: &mut Team) {
        let group = &self.problem.groups[team.group];
        let slot = &group.slots[team.slot];
        let room = slot.capacity.unwrap_or(usize::MAX).min(group.sizes.len().saturating_sub(1));
        let cost = |member: usize| slot.members[member];
        while team.members.len() > room {
            let places = 0..team.members.len();
            let Some(costliest) = places.max_by_key(|&at| cost(team.members[at])) else { return };
            let member = team.members.remove(costliest);
            self.is_placed[group.candidates[member]] = false;
        }
        let mut free: Vec<(Cost, usize)> = (0..group.candidates.len())
            .filter(|&candidate| !self.is_placed[group.candidates[candidate]])
            .filter_map(|candidate| Some((cost(candidate)?, candidate)))
            .collect();
        free.sort_unstable_by(|a, b| b.cmp(a));
        while group.size_cost(team.members.len()).is_none() && team.members.len() < room {
            let Some((_, candidate)) = free.pop() else { return };
            self.is_placed[group.candidates[candidate]] = true;
            team.members.push(candidate);
        }
        team.members.sort_unstable();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random;
    use crate::{Group, Slot};

    /// Five people, two slots, one team of at least three.
    fn problem() -> Problem {
        let slot = || Slot::new((0..5).map(|person| Some(Cost::points(person))).collect());
        let mut group = Group::new((0..5).collect(), 1, 4, vec![slot(), slot()]);
        group.sizes[1] = None;
        group.sizes[2] = None;
        Problem::new(vec![Cost::broken(1); 5], vec![group])
    }

    fn team(members: &[usize]) -> Solution {
        let members = members.to_vec();
        Solution { teams: vec![Team { group: 0, slot: 1, members, duties: vec![] }] }
    }

    #[test]
    fn a_team_that_has_become_too_small_gets_who_is_in_no_team() {
        let mut problem = problem();
        problem.groups[0].slots[1].members[3] = None;
        let restored = restore(&problem, &team(&[2, 3, 4])).expect("no row must hold");
        assert_eq!(restored.broken(&problem), None);
        assert_eq!(restored.teams[0].slot, 1);
        assert_eq!(
            restored.teams[0].members,
            [0, 1, 2, 4],
            "the fourth costs less than in no team"
        );
    }

    #[test]
    fn what_does_not_exist_any_more_is_left_out() {
        let problem = problem();
        let mut given = team(&[0, 1, 9]);
        given.teams.push(Team { group: 7, slot: 0, members: vec![4], duties: vec![3] });
        given.teams.push(Team { group: 0, slot: 0, members: vec![2, 3, 4], duties: vec![3] });
        let restored = restore(&problem, &given).expect("no row must hold");
        assert_eq!(restored.broken(&problem), None);
        assert_eq!(restored.teams.len(), 1);
    }

    #[test]
    fn a_solution_of_a_random_problem_is_kept_as_it_is() {
        let mut teams = 0;
        for seed in 0..300 {
            let problem = random::problem(seed);
            let reduced =
                crate::reduce::Reduced::new(&problem, &[], &|| true).expect("nothing stops it");
            let mut solution = crate::first::first(&reduced, &|| true);
            fill(&problem, &mut solution);
            let mut restored = restore(&problem, &solution).expect("a solution");
            restored.teams.sort();
            solution.teams.sort();
            assert_eq!(restored, solution, "{seed}");
            teams += solution.teams.len();
        }
        assert!(teams > 200, "{teams} teams");
    }

    #[test]
    fn a_solution_of_another_random_problem_becomes_one_of_this() {
        let mut kept = 0;
        for seed in 0..300 {
            let (problem, other) = (random::problem(seed), random::problem(seed + 1));
            let reduced =
                crate::reduce::Reduced::new(&other, &[], &|| true).expect("nothing stops it");
            let solution = crate::first::first(&reduced, &|| true);
            if let Some(restored) = restore(&problem, &solution) {
                assert_eq!(restored.broken(&problem), None, "{seed}");
                kept += 1;
            }
        }
        assert!(kept > 200, "{kept} of 300");
    }
}
