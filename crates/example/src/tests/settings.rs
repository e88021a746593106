//! The known numbers of each setting, and that no kind of input is left out of all of them.

use std::collections::BTreeSet;

use super::example;
use leerteam_model::roster::{
    CommitmentKind, Flexibility, LocationIx, MeetingMode, Participant, Roster, Side,
};
use leerteam_wire::read_roster;

fn setting(name: &str) -> Roster {
    read_roster(&example(name, 1, None)).0.expect("it is accepted")
}

/// Locations of a kind of commitment.
fn locations_of(participant: &Participant, kind: CommitmentKind) -> BTreeSet<Option<LocationIx>> {
    let own = participant.commitments.iter();
    own.filter(|one| one.kind == kind).map(|one| one.location).collect()
}

#[test]
fn wijk_pools_the_organisations_in_zwolle() {
    let roster = setting("wijk");
    // As many as the table has there.
    assert_eq!(roster.environments[0].admission.internship_locations.len(), 7);
    assert_eq!((roster.environments.len(), roster.participants.len()), (1, 43));
}

#[test]
fn professionals_have_four_themes_and_shifts() {
    let roster = setting("professionals");
    assert_eq!((roster.themes.len(), roster.environments[0].teams.len()), (4, 4));
    let without_school = roster.participants.iter().filter(|one| one.programme.is_none());
    for person in without_school.clone() {
        assert!(!locations_of(person, CommitmentKind::Work).is_empty(), "{}", person.id);
        assert_eq!(person.cohort, None);
    }
    assert!(without_school.count() > 20);
}

#[test]
fn keuzedeel_has_three_schools() {
    let roster = setting("keuzedeel");
    let schools: BTreeSet<_> = roster.programmes.iter().map(|one| one.institution).collect();
    assert_eq!(schools.len(), 3);
}

#[test]
fn utrecht_has_the_known_numbers() {
    let roster = setting("utrecht");
    assert_eq!((roster.environments.len(), roster.programmes.len()), (2, 9));
    let groups: BTreeSet<_> =
        roster.programmes.iter().map(|one| one.level_group.as_str()).collect();
    assert_eq!(groups.len(), 3);
    let movable = |cohort: &leerteam_model::roster::Cohort| {
        cohort.commitments.iter().any(|one| one.flexibility == Flexibility::Movable)
    };
    let class = roster.cohorts.position(movable).expect("a class with a movable lesson");
    assert_eq!(roster.participants.iter().filter(|one| one.cohort == Some(class)).count(), 7);
    let schools = roster.locations.iter().filter(|one| one.name.contains("school ")).count();
    assert_eq!(schools, 3, "primary schools");
    let lengths: BTreeSet<_> = roster
        .participants
        .iter()
        .flat_map(|one| &one.internship_periods)
        .map(|&(first, last)| last - first)
        .collect();
    assert!(lengths.len() >= 3, "placements of unequal length: {lengths:?}");
    let professions = |name: &str| {
        let of =
            |one: &&Participant| one.programme.is_some_and(|at| roster.programmes[at].name == name);
        roster.participants.iter().filter(of).count()
    };
    assert!(3 * professions("Pabo") <= professions("Social Work"));
}

#[test]
fn isop_has_45_schools() {
    let roster = setting("isop");
    assert_eq!(roster.environments.len(), 45);
    let shared = roster.supervisors.iter().filter(|one| one.organisations.len() == 2);
    assert!(shared.count() >= 5);
}

#[test]
fn lwwl_has_the_known_numbers() {
    let roster = setting("lwwl");
    assert_eq!(roster.participants.len(), 420);
    let side = |side| roster.organisations.iter().filter(|one| one.side == side).count();
    assert_eq!((side(Side::Education), side(Side::Practice)), (3, 18));
    assert!(roster.environments.iter().all(|one| one.form.duration == 90));
}

#[test]
fn topclass_is_for_36_supervisors() {
    let roster = setting("topclass");
    assert_eq!((roster.participants.len(), roster.supervisors.len()), (36, 0));
    assert_eq!(roster.environments[0].form.max_meetings, Some(4));
}

/// Whether something holds for a setting.
type Has = fn(&Roster) -> bool;

/// Each kind of input, and a setting that has it.
const INPUTS: [(&str, &str, Has); 14] = [
    ("lessons in some weeks only", "utrecht", |roster| {
        let lessons = roster.cohorts.iter().flat_map(|one| &one.commitments);
        lessons.filter(|one| one.window.weeks.every > 1).count() > 0
    }),
    ("alternating shifts", "lwwl", |roster| {
        let all = roster.participants.iter().flat_map(|one| &one.commitments);
        let offsets: BTreeSet<_> = all.map(|one| one.window.weeks.offset).collect();
        offsets.len() == 2
    }),
    ("rotating placements", "noa", |roster| {
        let moves = |one: &&Participant| locations_of(one, CommitmentKind::Internship).len() == 3;
        roster.participants.iter().filter(moves).count() == roster.participants.len()
    }),
    ("split placements", "utrecht", |roster| {
        roster
            .participants
            .iter()
            .any(|one| locations_of(one, CommitmentKind::Internship).len() == 2)
    }),
    ("shifts that can be left and shifts that cannot", "lwwl", |roster| {
        let all = roster.participants.iter().flat_map(|one| &one.commitments);
        let kinds: BTreeSet<_> = all.map(|one| one.flexibility as u8).collect();
        kinds.len() == 2
    }),
    ("evenings", "professionals", |roster| {
        let hours = &roster.environments[0].form.hours;
        hours.iter().any(|one| one.span.start.minutes() >= 18 * 60)
    }),
    ("supervisors on both sides", "utrecht", |roster| {
        roster.supervisors.iter().any(|one| one.sides.len() == 2)
    }),
    ("supervisors of two institutions", "isop", |roster| {
        roster.supervisors.iter().any(|one| one.organisations.len() == 2)
    }),
    ("one-off days", "event", |roster| roster.environments[0].form.max_meetings == Some(1)),
    ("lessons from which people are freed", "event", |roster| {
        roster.participants.iter().any(|one| !one.exceptions.is_empty())
    }),
    ("meetings on line and mixed", "keuzedeel", |roster| {
        let modes = roster.environments.iter().map(|one| one.form.mode);
        modes.eq([MeetingMode::Mixed, MeetingMode::Online])
    }),
    ("people who could go to several environments", "utrecht", |roster| {
        roster.admissions().iter().any(|admitted| admitted.len() == 2)
    }),
    ("given teams of which all but the slot is decided", "isop", |roster| {
        let given = roster.environments.iter().flat_map(|one| &one.teams);
        let pinned = roster.participants.iter().filter(|one| one.pins.team.is_some());
        given.filter(|one| one.supervisors.len() == 2).count() == 3 && pinned.count() >= 9
    }),
    ("rooms", "event", |roster| roster.locations.iter().any(|one| one.rooms.len() == 6)),
];

#[test]
fn every_kind_of_input_is_in_some_setting() {
    for (input, name, has) in INPUTS {
        assert!(has(&setting(name)), "{name} has {input}");
    }
}
