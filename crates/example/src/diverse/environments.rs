//! Several environments in place of the one of a pool, each for the students of some placements.

use std::collections::BTreeSet;

use super::TooManyEnvironments;
use crate::neighbourhood::{MEETING_PLACES, team_count};
use crate::parts::range;
use leerteam_wire::v1::{Admission, LearningEnvironment, Participant, Roster};

/// Deals the placements that have students out over so many environments, each of which meets at its
/// first ones. Every second placement of an environment is open to the next one as well.
pub fn split(roster: &mut Roster, count: usize) -> Result<(), TooManyEnvironments> {
    let pool = roster.environments.remove(0);
    let with_students: BTreeSet<&str> = roster.participants.iter().map(placement).collect();
    let placements: Vec<&str> = roster
        .locations
        .iter()
        .map(|location| location.id.as_str())
        .filter(|id| with_students.contains(id))
        .collect();
    if !(1..=placements.len()).contains(&count) {
        let (most, students) = (placements.len(), roster.participants.len());
        return Err(TooManyEnvironments { asked: count, most, students });
    }
    roster.environments = (0..count)
        .map(|number| environment(&pool, number, count, &placements, &roster.participants))
        .collect();
    Ok(())
}

fn environment(
    pool: &LearningEnvironment,
    number: usize,
    count: usize,
    placements: &[&str],
    participants: &[Participant],
) -> LearningEnvironment {
    let dealt_to = |number: usize| placements.iter().copied().skip(number).step_by(count);
    let before = (number + count - 1) % count;
    let shared = dealt_to(before).skip(1).step_by(2);
    let open: BTreeSet<&str> = dealt_to(number).chain(shared).collect();
    let admitted = participants.iter().filter(|one| open.contains(placement(one))).count();
    LearningEnvironment {
        id: format!("{}-{}", pool.id, number + 1),
        name: format!("{} {}", pool.name, number + 1),
        location_ids: dealt_to(number).take(MEETING_PLACES).map(String::from).collect(),
        admission: Some(Admission {
            internship_location_ids: open.into_iter().map(String::from).collect(),
            ..Default::default()
        }),
        // All can go elsewhere.
        team_count: Some(range(0, team_count(admitted).1)),
        ..pool.clone()
    }
}

/// Where a student of a pool is on placement.
pub fn placement(participant: &Participant) -> &str {
    &participant.commitments[0].location_id
}
