//! From what there is to choose from to the solver's numbers: asks every rule for its part.

use leerteam_solver::{Cost, Duty, Group, Problem, Slot};

use crate::roster::Side;
use crate::rules::{DutyAt, Frame, FrameGroup, FrameSlot, RULES, Seat};

/// The solver's problem of a frame: groups and slots in the frame's order, people and supervisors in
/// the roster's.
pub fn lower(frame: &Frame) -> Problem {
    let mut problem = Problem {
        unplaced: vec![Cost::ZERO; frame.roster.participants.len()],
        supervisors: frame.roster.supervisors.len(),
        groups: frame.groups.iter().map(|group| lower_group(frame, group)).collect(),
        rows: Vec::new(),
    };
    for rule in RULES {
        rule.link(frame, &mut problem);
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
    for rule in RULES {
        rule.team(frame, of, &mut group);
    }
    group
}

fn lower_slot(frame: &Frame, group: &FrameGroup, slot: &FrameSlot) -> Slot {
    let members = group.candidates.iter().zip(&slot.attendance);
    let members = members.map(|(&participant, attendance)| {
        let seat = Seat { frame, group, slot, participant, attendance };
        let add = |cost: Cost, rule: &&dyn crate::rules::Rule| Some(cost + rule.member(&seat)?);
        RULES.iter().try_fold(Cost::ZERO, add)
    });
    let mut slot_ = Slot::new(members.collect());
    slot_.duties = duties(frame, group, slot);
    slot_
}

fn duties(frame: &Frame, group: &FrameGroup, slot: &FrameSlot) -> Vec<Duty> {
    let sides: Vec<Side> =
        frame.environment(group).supervision.iter().map(|need| need.side).collect();
    let mut duties = Vec::new();
    for supervisor in 0..frame.roster.supervisors.len() {
        for (place, &side) in sides.iter().enumerate() {
            let duty = DutyAt { frame, group, slot, supervisor, side };
            if RULES.iter().all(|rule| rule.duty(&duty)) {
                duties.push(Duty { supervisor, side: place, cost: Cost::ZERO });
            }
        }
    }
    duties
}
