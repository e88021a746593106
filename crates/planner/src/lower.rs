//! From what there is to choose from to the solver's numbers: asks every rule for its part.

use leerteam_solver::{Cost, Duty, Group, Problem, Slot};

use super::decision_space::{CandidateSlot, DecisionSpace, DutyAt, Seat, TeamGroup};
use super::rules::{LOWERINGS, Serving};
use leerteam_model::calendar::Summary;

/// The solver's problem of a space: groups and slots in the space's order, people and supervisors in
/// the roster's. This is what to hand to another solver.
pub fn lower(space: &DecisionSpace) -> Problem {
    let mut problem = Problem {
        unplaced: vec![Cost::ZERO; space.roster.participants.len()],
        supervisors: space.roster.supervisors.len(),
        groups: space.groups.iter().map(|group| lower_group(space, group)).collect(),
        rows: Vec::new(),
    };
    let serving = Serving::new(problem.supervisors, &problem.groups);
    for rule in LOWERINGS {
        rule.link(space, &serving, &mut problem);
    }
    problem.rows.retain(|row| !row.uses.is_empty() && row.over != Some(Cost::ZERO));
    problem
}

fn lower_group(space: &DecisionSpace, of: &TeamGroup) -> Group {
    let mut group = Group {
        max_teams: of.max_teams as usize,
        candidates: of.candidates.iter().map(|&candidate| candidate.into()).collect(),
        slots: of.slots.iter().map(|slot| lower_slot(space, of, slot)).collect(),
        ..Group::default()
    };
    for rule in LOWERINGS {
        rule.team(space, of, &mut group);
    }
    // A rule that weighs nothing must not make people unlike each other.
    group.terms.retain(|term| term.charge() != Cost::ZERO);
    group
}

fn lower_slot(space: &DecisionSpace, group: &TeamGroup, slot: &CandidateSlot) -> Slot {
    let cost = |attendance: &Summary| {
        let seat = Seat { space, group, slot, attendance };
        LOWERINGS.iter().map(|rule| rule.member(&seat)).sum()
    };
    let costs: Vec<Cost> = slot.attendance.summaries.iter().map(cost).collect();
    let members = slot.attendance.of.iter().map(|&at| Some(costs[at as usize])).collect();
    Slot { duties: duties(space, group, slot), ..Slot::new(members) }
}

fn duties(space: &DecisionSpace, group: &TeamGroup, slot: &CandidateSlot) -> Vec<Duty> {
    let mut duties = Vec::new();
    for (place, need) in space.environment(group).supervision.iter().enumerate() {
        for supervisor in space.fitting.on(need.side, slot.slot.location) {
            let duty = DutyAt { space, group, slot, supervisor };
            if LOWERINGS.iter().all(|rule| rule.duty(&duty)) {
                let supervisor = supervisor.into();
                duties.push(Duty { supervisor, side: place, cost: Cost::ZERO });
            }
        }
    }
    duties.sort_unstable_by_key(|duty| (duty.supervisor, duty.side));
    duties
}
