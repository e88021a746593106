//! Classes, students, or everybody, without lessons: they were probably forgotten.

use std::collections::HashSet;

use crate::roster::{Code, Commitment, CommitmentKind, Findings, ParticipantIx, Roster};

pub(super) fn check(roster: &Roster, findings: &mut Findings) {
    let is_lesson = |commitment: &Commitment| commitment.kind == CommitmentKind::Lesson;
    let students = roster
        .participants
        .indices()
        .filter(|&participant| roster.participants[participant].programme.is_some());
    let has_lesson = |&participant: &ParticipantIx| roster.commitments(participant).any(is_lesson);
    let students: Vec<(ParticipantIx, bool)> = students.map(|p| (p, has_lesson(&p))).collect();
    let without = students.iter().all(|(_, has_lesson)| !has_lesson);
    // Where there are no classes, people may have work and internship only.
    if without && !students.is_empty() && !roster.cohorts.is_empty() {
        findings.add(Code::NoLessons, "participants", "");
    }
    if without {
        return;
    }
    for (index, cohort) in roster.cohorts.iter_enumerated() {
        let of_class = |(participant, _): &&(ParticipantIx, bool)| {
            roster.participants[*participant].cohort == Some(index)
        };
        let mut members = students.iter().filter(of_class).peekable();
        if members.peek().is_some() && members.all(|(_, has_lesson)| !has_lesson) {
            let field = format!("cohorts[{index}]");
            findings.add(Code::ClassWithoutLessons, field, &cohort.id);
        }
    }
    let in_class = |&&(participant, has_lesson): &&(ParticipantIx, bool)| {
        has_lesson && roster.participants[participant].cohort.is_some()
    };
    let programme = |participant: ParticipantIx| roster.participants[participant].programme;
    let with_lessons: HashSet<_> =
        students.iter().filter(in_class).map(|&(p, _)| programme(p)).collect();
    for &(participant, _) in students.iter().filter(|(_, has_lesson)| !has_lesson) {
        let person = &roster.participants[participant];
        if person.cohort.is_none() && with_lessons.contains(&programme(participant)) {
            let field = format!("participants[{participant}].cohortId");
            findings.add(Code::StudentWithoutLessons, field, &person.name);
        }
    }
}
