//! From the solver's solution back to teams.

use std::collections::HashSet;

use leerteam_solver::{Problem, Solution};

use crate::plan::{Plan, Team};
use crate::rules::Frame;

/// The plan of a solution, teams in the order of environments, given teams and slots.
pub fn raise(frame: &Frame, problem: &Problem, solution: &Solution) -> Plan {
    let mut ordered: Vec<&leerteam_solver::Team> = solution.teams.iter().collect();
    ordered.sort_unstable();
    let mut ids: HashSet<String> = frame
        .roster
        .environments
        .iter()
        .flat_map(|e| e.teams.iter().map(|t| t.id.clone()))
        .collect();
    let mut numbers = vec![0; frame.roster.environments.len()];
    let mut teams = Vec::with_capacity(ordered.len());
    for team in ordered {
        let of = &frame.groups[team.group];
        let environment = frame.environment(of);
        let slot = &of.slots[team.slot];
        numbers[of.environment] += 1;
        let (id, name) = match frame.given(of) {
            Some(given) => (given.id.clone(), given.name.clone()),
            None if environment.max_teams == 1 => {
                (environment.id.clone(), environment.name.clone())
            }
            None => {
                let number = numbers[of.environment];
                (format!("{}-{number}", environment.id), format!("{} {number}", environment.name))
            }
        };
        let duties = &problem.groups[team.group].slots[team.slot].duties;
        let serve = |&duty: &usize| {
            (duties[duty].supervisor, environment.supervision[duties[duty].side].side)
        };
        let theme = frame.given(of).and_then(|given| given.theme).or(match *environment.themes {
            [only] => Some(only),
            _ => None,
        });
        teams.push(Team {
            id: unique(&mut ids, id, of.given.is_some()),
            name,
            environment: of.environment,
            given: of.given,
            members: team.members.iter().map(|&member| of.candidates[member]).collect(),
            supervisors: team.duties.iter().map(serve).collect(),
            slot: slot.slot,
            theme,
        });
    }
    Plan { teams }
}

/// An id that no other team has; a given team keeps its own.
fn unique(ids: &mut HashSet<String>, mut id: String, given: bool) -> String {
    while !given && !ids.insert(id.clone()) {
        id.push('+');
    }
    id
}
