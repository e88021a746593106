//! Commitments of one person that overlap.

use crate::roster::{Code, Commitment, Findings, PlanningPeriod, Roster};

pub(super) fn check(roster: &Roster, findings: &mut Findings) {
    let period = &roster.period;
    for (index, cohort) in roster.cohorts.iter_enumerated() {
        among(period, &format!("cohorts[{index}]"), &cohort.commitments, findings);
    }
    for (index, participant) in roster.participants.iter_enumerated() {
        if participant.commitments.is_empty() {
            continue;
        }
        let owner = format!("participants[{index}]");
        among(period, &owner, &participant.commitments, findings);
        // Those of the cohort among themselves are the cohort's, once for the whole class.
        let Some(cohort) = participant.cohort else { continue };
        let of_cohort = format!("cohorts[{cohort}]");
        for (place, commitment) in participant.commitments.iter().enumerate() {
            let others = (of_cohort.as_str(), &roster.cohorts[cohort].commitments[..]);
            against(period, &owner, (place, commitment), others, findings);
        }
    }
}

/// Reports each commitment of a list that overlaps an earlier one.
fn among(period: &PlanningPeriod, owner: &str, list: &[Commitment], findings: &mut Findings) {
    for (place, commitment) in list.iter().enumerate() {
        against(period, owner, (place, commitment), (owner, &list[..place]), findings);
    }
}

/// Reports the first of the others that a commitment overlaps.
fn against(
    period: &PlanningPeriod,
    owner: &str,
    (place, commitment): (usize, &Commitment),
    (others_owner, others): (&str, &[Commitment]),
    findings: &mut Findings,
) {
    let window = &commitment.window;
    let mut others = others.iter().enumerate();
    if let Some((at, other)) = others.find(|(_, other)| window.overlaps(period, &other.window)) {
        let weekday = window.weekday.number_from_monday().to_string();
        let at = format!("{others_owner}.commitments[{at}].window");
        let details = vec![("other", other.id.clone()), ("weekday", weekday), ("at", at)];
        let field = format!("{owner}.commitments[{place}].window");
        findings.add_with(Code::CommitmentsOverlap, field, window.span, details);
    }
}
