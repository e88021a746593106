//! Who is left over goes where that costs less: a quick look before a solution is taken.

use crate::{Cost, Group, Problem, Solution, Team};

/// Combinations of people and teams beyond which nobody is looked at.
const MOST: usize = 20_000;

/// Puts people in no team in the team where they cost least, as long as that is less than in none.
pub(crate) fn fill(problem: &Problem, solution: &mut Solution) {
    let mut placed = vec![false; problem.unplaced.len()];
    for team in &solution.teams {
        for &member in &team.members {
            placed[problem.groups[team.group].candidates[member]] = true;
        }
    }
    let left: Vec<usize> = (0..placed.len()).filter(|&person| !placed[person]).collect();
    if left.len() * solution.teams.len() > MOST {
        return;
    }
    for person in left {
        let candidate_of =
            |group: &Group| group.candidates.iter().position(|&other| other == person);
        let candidates: Vec<Option<usize>> = problem.groups.iter().map(candidate_of).collect();
        let teams = solution.teams.iter().enumerate();
        let joined = teams.filter_map(|(index, team)| {
            let with = join(problem, team, candidates[team.group]?)?;
            let more = with.cost(problem) - team.cost(problem) - problem.unplaced[person];
            Some((more, index, with))
        });
        if let Some((more, index, with)) = joined.min()
            && more < Cost::ZERO
        {
            solution.teams[index] = with;
        }
    }
}

/// The team with one candidate more, if there is room and that person can come.
fn join(problem: &Problem, team: &Team, candidate: usize) -> Option<Team> {
    let group = &problem.groups[team.group];
    let slot = &group.slots[team.slot];
    let people = team.members.len() + team.duties.len();
    let fits = slot.members[candidate].is_some()
        && group.size_cost(team.members.len() + 1).is_some()
        && slot.capacity.is_none_or(|most| people < most);
    fits.then(|| {
        let mut with = team.clone();
        with.members.push(candidate);
        with.members.sort_unstable();
        with
    })
}
