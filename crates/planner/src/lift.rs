//! From the solver's solution back to teams.

use std::collections::HashSet;

use index_vec::{IndexVec, index_vec};

use leerteam_solver::{Problem, Solution};

use super::decision_space::DecisionSpace;
use leerteam_model::plan::{Plan, Team};
use leerteam_model::roster::{EnvironmentIx, LearningEnvironment, SupervisorIx};

/// The plan of a solution, teams in the order of environments, given teams and slots.
pub fn lift(space: &DecisionSpace, problem: &Problem, solution: &Solution) -> Plan {
    let mut ordered: Vec<&leerteam_solver::Team> = solution.teams.iter().collect();
    ordered.sort_unstable();
    let environments = &space.roster.environments;
    let given = environments.iter().flat_map(|e| e.teams.iter().map(|team| team.id.clone()));
    let base = space.roster.base.iter().map(|team| team.id.clone());
    let mut ids: HashSet<String> = given.chain(base).collect();
    let mut numbers: IndexVec<EnvironmentIx, u32> = index_vec![0; space.roster.environments.len()];
    let mut teams = Vec::with_capacity(ordered.len());
    for team in ordered {
        let of = &space.groups[team.group];
        let environment = space.environment(of);
        let slot = &of.slots[team.slot];
        let base = of.base.map(|base| &space.roster.base[base]);
        let (id, name) = match (space.given(of), base) {
            (Some(given), _) => (given.id.clone(), given.name.clone()),
            (None, Some(base)) => (base.id.clone(), base.name.clone()),
            (None, None) => new_name(environment, &mut numbers[of.environment], &mut ids),
        };
        let duties = &problem.groups[team.group].slots[team.slot].duties;
        let serve = |&duty: &usize| {
            (
                SupervisorIx::from(duties[duty].supervisor),
                environment.supervision[duties[duty].side].side,
            )
        };
        teams.push(Team {
            id,
            name,
            environment: of.environment,
            given: of.given,
            members: team.members.iter().map(|&member| of.candidates[member]).collect(),
            supervisors: team.duties.iter().map(serve).collect(),
            slot: slot.slot,
            theme: slot.theme,
        });
    }
    Plan { teams: teams.into() }
}

/// Id and name of a new team: those of the environment where it has one team, and else with a number
/// that no team has.
fn new_name(
    environment: &LearningEnvironment,
    number: &mut u32,
    ids: &mut HashSet<String>,
) -> (String, String) {
    let LearningEnvironment { id, name, .. } = environment;
    if environment.max_teams == 1 && ids.insert(id.clone()) {
        return (id.clone(), name.clone());
    }
    loop {
        *number += 1;
        let id = format!("{id}-{number}");
        if ids.insert(id.clone()) {
            return (id, format!("{name} {number}"));
        }
    }
}
