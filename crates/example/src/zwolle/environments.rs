//! A learning environment for each practice organisation, with one team.

use super::sites::Practice;
use crate::parts::{exactly, form, range};
use leerteam_wire::v1::{Admission, LearningEnvironment, Side};

/// Teams that meet every week; these meet shorter.
const WEEKLY: [usize; 3] = [1, 10, 13];
/// Teams that meet every four weeks.
const FOUR_WEEKLY: [usize; 2] = [8, 16];
/// From this size on a team has two supervisors from practice.
const LARGE: usize = 8;

/// The environment of a practice organisation.
pub fn environment(practice: &Practice) -> LearningEnvironment {
    let id = practice.site.id.clone();
    let (minutes, weeks) = rhythm(practice.team);
    LearningEnvironment {
        id: id.clone(),
        name: format!("Leerteam {}", practice.name),
        location_ids: vec![id.clone()],
        admission: Some(Admission { internship_location_ids: vec![id], ..Default::default() }),
        team_count: Some(range(1, 1)),
        // The sizes that the eighteen teams really had.
        team_size: Some(range(3, 13)),
        meeting_form: Some(form(minutes, weeks, practice.site.meeting_hours())),
        supervision: vec![
            exactly(1, Side::Education),
            exactly(practice_supervisors(practice), Side::Practice),
        ],
        ..Default::default()
    }
}

/// Length in minutes and every how many weeks.
fn rhythm(team: usize) -> (i32, i32) {
    if WEEKLY.contains(&team) {
        (60, 1)
    } else if FOUR_WEEKLY.contains(&team) {
        (90, 4)
    } else if team.is_multiple_of(3) {
        (75, 2)
    } else {
        (90, 2)
    }
}

fn practice_supervisors(practice: &Practice) -> i32 {
    if practice.students >= LARGE { 2 } else { 1 }
}
