//! From what there is to choose from to the solver's numbers: asks every rule for its part.

use leerteam_solver::{Cost, Duty, Group, Problem, Slot};

use super::frame::{DutyAt, Frame, FrameGroup, FrameSlot, Seat};
use super::rules::{LOWERINGS, Serving};
use leerteam_model::calendar::Summary;

/// The solver's problem of a frame: groups and slots in the frame's order, people and supervisors in
/// the roster's. This is what to hand to another solver.
pub fn lower(frame: &Frame) -> Problem {
    let mut problem = Problem {
        unplaced: vec![Cost::ZERO; frame.roster.participants.len()],
        supervisors: frame.roster.supervisors.len(),
        groups: frame.groups.iter().map(|group| lower_group(frame, group)).collect(),
        rows: Vec::new(),
    };
    let serving = Serving::new(problem.supervisors, &problem.groups);
    for rule in LOWERINGS {
        rule.link(frame, &serving, &mut problem);
    }
    problem.rows.retain(|row| !row.uses.is_empty());
    problem
}

fn lower_group(frame: &Frame, of: &FrameGroup) -> Group {
    let mut group = Group {
        max_teams: of.max_teams as usize,
        candidates: of.candidates.clone(),
        slots: of.slots.iter().map(|slot| lower_slot(frame, of, slot)).collect(),
        ..Group::default()
    };
    for rule in LOWERINGS {
        rule.team(frame, of, &mut group);
    }
    group
}

fn lower_slot(frame: &Frame, group: &FrameGroup, slot: &FrameSlot) -> Slot {
    let cost = |attendance: &Summary| {
        let seat = Seat { frame, group, slot, attendance };
        LOWERINGS.iter().map(|rule| rule.member(&seat)).sum()
    };
    let costs: Vec<Cost> = slot.attendance.summaries.iter().map(cost).collect();
    let members = slot.attendance.of.iter().map(|&at| Some(costs[at as usize])).collect();
    Slot { duties: duties(frame, group, slot), ..Slot::new(members) }
}

fn duties(frame: &Frame, group: &FrameGroup, slot: &FrameSlot) -> Vec<Duty> {
    let mut duties = Vec::new();
    for (place, need) in frame.environment(group).supervision.iter().enumerate() {
        for supervisor in frame.fitting.on(need.side, slot.slot.location) {
            let duty = DutyAt { frame, group, slot, supervisor };
            if LOWERINGS.iter().all(|rule| rule.duty(&duty)) {
                duties.push(Duty { supervisor, side: place, cost: Cost::ZERO });
            }
        }
    }
    duties.sort_unstable_by_key(|duty| (duty.supervisor, duty.side));
    duties
}
