//! Classes, participants and supervisors of the smaller examples, numbered and named alike.

use super::timetable::{Mode, cohort_id};
use leerteam_wire::v1::{Cohort, Commitment, Participant, Programme, Side, Supervisor, Window};

/// A class of a programme.
pub fn cohort(programme: &Programme, study_year: i32, lessons: Vec<Commitment>) -> Cohort {
    Cohort {
        id: cohort_id(&programme.id, study_year, Mode::FullTime),
        name: format!("{} jaar {study_year}", programme.name),
        programme_id: programme.id.clone(),
        study_year,
        commitments: lessons,
    }
}

/// Somebody without a class: number `number` of group `group` of an example.
pub fn professional(example: &str, group: usize, number: usize) -> Participant {
    Participant {
        id: format!("{example}-{group:02}-{number:02}"),
        name: format!("Deelnemer {group}-{number:02}"),
        ..Default::default()
    }
}

/// Somebody of a class.
pub fn member(example: &str, group: usize, number: usize, cohort: &Cohort) -> Participant {
    Participant {
        programme_id: cohort.programme_id.clone(),
        cohort_id: cohort.id.clone(),
        ..professional(example, group, number)
    }
}

/// A supervisor with two hours a week.
pub fn supervisor(
    side: Side,
    number: usize,
    organisation_ids: &[&str],
    availability: Vec<Window>,
) -> Supervisor {
    let (word, letter) = match side {
        Side::Practice => ("praktijk", "P"),
        _ => ("onderwijs", "O"),
    };
    Supervisor {
        id: format!("{word}-{number:02}"),
        name: format!("Begeleider {letter}-{number:02}"),
        sides: vec![side.into()],
        organisation_ids: owned(organisation_ids),
        availability,
        minutes_per_week: Some(120),
        ..Default::default()
    }
}

/// The texts as a message has them.
pub fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.into()).collect()
}
