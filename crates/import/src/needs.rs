//! What a roster still needs, beginning with what is most in the way of a plan.

use super::work::Work;
use leerteam_wire::v1;

/// Something that is still needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Whether there is no plan without it.
    pub blocks: bool,
    /// What, in words.
    pub text: String,
}

/// What is still needed.
pub fn needs(work: &Work) -> Vec<Need> {
    let roster = &work.roster;
    let side = |side: v1::Side| move |of: &&v1::Supervisor| of.sides.contains(&side.into());
    let asked = |side: v1::Side| {
        roster
            .environments
            .iter()
            .flat_map(|of| &of.supervision)
            .any(|need| need.side == i32::from(side) && need.min > 0)
    };
    let none = |of: v1::Side| asked(of) && roster.supervisors.iter().filter(side(of)).count() == 0;
    let people = &roster.participants;
    let bound = |person: &v1::Participant, kind: v1::CommitmentKind| {
        let cohort = roster.cohorts.iter().find(|of| of.id == person.cohort_id);
        let of_class = cohort.map(|of| of.commitments.as_slice()).unwrap_or_default();
        person.commitments.iter().chain(of_class).any(|of| of.kind == i32::from(kind))
    };
    let lacking = |kind| {
        people
            .iter()
            .filter(|person| !person.programme_id.is_empty() && !bound(person, kind))
            .count()
    };
    let no_windows = roster.supervisors.iter().filter(|of| of.availability.is_empty()).count();
    let places = roster.locations.len();
    let found = [
        ("participants", true, usize::from(people.is_empty())),
        ("environment", true, usize::from(roster.environments.is_empty() && !people.is_empty())),
        ("education", false, usize::from(none(v1::Side::Education))),
        ("practice", false, usize::from(none(v1::Side::Practice))),
        ("availability", false, no_windows),
        ("programme", false, people.iter().filter(|person| person.programme_id.is_empty()).count()),
        ("lessons", false, lacking(v1::CommitmentKind::Lesson)),
        ("internships", false, lacking(v1::CommitmentKind::Internship)),
        (
            "closures",
            false,
            usize::from(roster.period.as_ref().is_some_and(|period| period.closures.is_empty())),
        ),
        (
            "neighbourhoods",
            false,
            if places > 1 {
                roster.locations.iter().filter(|of| of.neighbourhood.is_empty()).count()
            } else {
                0
            },
        ),
        ("rooms", false, roster.locations.iter().filter(|of| of.rooms.is_empty()).count()),
    ];
    let need = |(key, blocks, count): (&str, bool, usize)| Need {
        blocks,
        text: work.text(&format!("import-need-{key}"), &[("count", &count.to_string())]),
    };
    found.into_iter().filter(|(.., count)| *count > 0).map(need).collect()
}
