//! A plan to start from, as the solver's solution.
//!
//! It may have been made for an earlier state of the roster, so it is taken as far as it goes: who is no longer
//! admitted is left out, a team whose group is gone is too, and one whose slot is gone goes to the slot most
//! like it. What still does not fit is for the solver to leave out (`leerteam_solver::solve_from`).

use std::collections::HashMap;

use leerteam_solver::{Cost, Group, Problem, Solution, Team};

use super::decision_space::{CandidateSlot, DecisionSpace, TeamGroup};
use leerteam_model::plan::{self, Plan, Slot};
use leerteam_model::roster::{BaseTeam, EnvironmentIx, ParticipantIx, Side, SupervisorIx, ThemeIx};

/// A team of a plan, or of the base plan, which says neither sides nor themes.
struct Start<'a> {
    id: &'a str,
    environment: EnvironmentIx,
    members: &'a [ParticipantIx],
    supervisors: Vec<(SupervisorIx, Option<Side>)>,
    slot: Slot,
    theme: Option<ThemeIx>,
}

impl<'a> From<&'a plan::Team> for Start<'a> {
    fn from(team: &'a plan::Team) -> Start<'a> {
        let serves = |&(supervisor, side): &(SupervisorIx, Side)| (supervisor, Some(side));
        Start {
            id: &team.id,
            environment: team.environment,
            members: &team.members,
            supervisors: team.supervisors.iter().map(serves).collect(),
            slot: team.slot,
            theme: team.theme,
        }
    }
}

impl<'a> From<&'a BaseTeam> for Start<'a> {
    fn from(team: &'a BaseTeam) -> Start<'a> {
        let &BaseTeam { weekday, start, week_offset, location, room, .. } = team;
        Start {
            id: &team.id,
            environment: team.environment,
            members: &team.members,
            supervisors: team.supervisors.iter().map(|&supervisor| (supervisor, None)).collect(),
            slot: Slot { weekday, start, week_offset, location, room },
            theme: None,
        }
    }
}

/// The solution that a plan for the space's roster stands for, as far as it is one.
pub fn lower_plan(space: &DecisionSpace, problem: &Problem, plan: &Plan) -> Solution {
    Lowered::new(space, problem).solution(plan.teams.iter().map(Start::from))
}

/// The solution that the roster's base plan stands for, if it has one.
pub fn lower_base(space: &DecisionSpace, problem: &Problem) -> Option<Solution> {
    let base = &space.roster.base;
    let teams = base.iter().map(Start::from);
    (!base.is_empty()).then(|| Lowered::new(space, problem).solution(teams))
}

/// What is looked up for each team.
struct Lowered<'a> {
    space: &'a DecisionSpace<'a>,
    problem: &'a Problem,
    /// Groups of one team, by its environment and id.
    named: HashMap<(EnvironmentIx, &'a str), usize>,
    /// By environment, the group of any other teams.
    open: HashMap<EnvironmentIx, usize>,
}

impl<'a> Lowered<'a> {
    fn new(space: &'a DecisionSpace, problem: &'a Problem) -> Lowered<'a> {
        let mut lowered = Lowered { space, problem, named: HashMap::new(), open: HashMap::new() };
        for (index, group) in space.groups.iter().enumerate() {
            let base = group.base.map(|base| space.roster.base[base].id.as_str());
            match space.given(group).map(|given| given.id.as_str()).or(base) {
                Some(id) => lowered.named.insert((group.environment, id), index),
                None => lowered.open.insert(group.environment, index),
            };
        }
        lowered
    }

    fn solution(&self, teams: impl Iterator<Item = Start<'a>>) -> Solution {
        Solution { teams: teams.filter_map(|team| self.team(&team)).collect() }
    }

    /// The team as one of its group; none if there is no such group any more.
    fn team(&self, start: &Start) -> Option<Team> {
        let named = self.named.get(&(start.environment, start.id));
        let group = *named.or_else(|| self.open.get(&start.environment))?;
        let (of, numbers) = (&self.space.groups[group], &self.problem.groups[group]);
        let candidate = |member: &ParticipantIx| of.candidates.binary_search(member).ok();
        let members: Vec<usize> = start.members.iter().filter_map(candidate).collect();
        let slot = self.slot(start, of, numbers, &members)?;
        let sides = &self.space.environment(of).supervision;
        let duties = numbers.slots[slot].duties.iter().enumerate().filter(|(_, duty)| {
            start.supervisors.iter().any(|&(supervisor, side)| {
                supervisor == duty.supervisor
                    && side.is_none_or(|side| side == sides[duty.side].side)
            })
        });
        let duties = duties.map(|(place, _)| place).collect();
        Some(Team { group, slot, members, duties })
    }

    /// The slot that is most like the team's: of those as like it, the one that suits its members best.
    fn slot(
        &self,
        start: &Start,
        of: &TeamGroup,
        numbers: &Group,
        members: &[usize],
    ) -> Option<usize> {
        let least = of.slots.iter().map(|slot| differences(start, slot)).min()?;
        let alike = (0..of.slots.len()).filter(|&s| differences(start, &of.slots[s]) == least);
        let cost = |&slot: &usize| -> Cost {
            let cost = |&member: &usize| {
                numbers.slots[slot].members[member]
                    .unwrap_or(self.problem.unplaced[numbers.candidates[member]])
            };
            members.iter().map(cost).sum()
        };
        alike.min_by_key(cost)
    }
}

/// In what a slot differs from a team's, what matters most first: moment, location, room, theme.
fn differences(start: &Start, slot: &CandidateSlot) -> [bool; 4] {
    let moment = |slot: &Slot| (slot.weekday, slot.start, slot.week_offset);
    [
        moment(&start.slot) != moment(&slot.slot),
        start.slot.location != slot.slot.location,
        start.slot.room != slot.slot.room,
        start.theme != slot.theme,
    ]
}
