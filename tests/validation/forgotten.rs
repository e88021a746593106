//! What was probably forgotten, misspelt or left out, and what excludes each other.

use leerteam::wire::v1;

use super::roster::{environment, window};
use super::{Case, run};

fn pins(roster: &mut v1::Roster, participant: usize) -> &mut v1::ParticipantPins {
    roster.participants[participant].pins.get_or_insert_default()
}

fn given(id: &str, room: &str) -> v1::GivenTeam {
    let slot = v1::SlotPin {
        weekday: v1::Weekday::Monday.into(),
        start_time: "09:00".into(),
        location_id: "hall".into(),
        room_id: room.into(),
        ..Default::default()
    };
    v1::GivenTeam { id: id.into(), slot: Some(slot), ..Default::default() }
}

/// Two given teams at one time, each in a room of the hall.
fn two_teams(roster: &mut v1::Roster, rooms: [&str; 2]) {
    let room = |id: &str| v1::Room { id: id.into(), ..Default::default() };
    roster.locations[0].rooms = vec![room("one"), room("two")];
    roster.environments[0].team_count = None;
    roster.environments[0].teams = vec![given("red", rooms[0]), given("blue", rooms[1])];
}

fn wish(one: &str, other: &str, kind: v1::WishKind) -> v1::Wish {
    v1::Wish { participant_ids: vec![one.into(), other.into()], kind: kind.into(), required: true }
}

fn text(value: &str) -> v1::AttributeValue {
    v1::AttributeValue { value: Some(v1::attribute_value::Value::Text(value.into())) }
}

pub const CASES: &[Case] = &[
    Case {
        code: "W2204",
        offender: |r| r.cohorts[0].commitments.clear(),
        found: &[("W2204", "participants", "")],
        innocent: |r| {
            // People without classes may have work only.
            r.cohorts.clear();
            r.participants.iter_mut().for_each(|person| person.cohort_id.clear());
        },
    },
    Case {
        code: "W2205",
        offender: |r| {
            let programme_id = "care".to_owned();
            r.cohorts.push(v1::Cohort { id: "other".into(), programme_id, ..Default::default() });
            r.participants[3].cohort_id = "other".into();
        },
        found: &[("W2205", "cohorts[1]", "other")],
        innocent: |r| {
            let programme_id = "care".to_owned();
            r.cohorts.push(v1::Cohort { id: "other".into(), programme_id, ..Default::default() });
        },
    },
    Case {
        code: "W2210",
        offender: |r| r.participants[1].cohort_id.clear(),
        found: &[("W2210", "participants[1].cohortId", "ben")],
        // Of another programme without any lessons nobody needs any.
        innocent: |r| {
            r.participants[2].cohort_id.clear();
            r.participants[3].cohort_id.clear();
        },
    },
    Case {
        code: "W2206",
        offender: |r| r.locations[0].neighbourhood = "north".into(),
        found: &[("W2206", "locations[1].neighbourhood", "annex")],
        innocent: |r| {
            r.locations[0].neighbourhood = "north".into();
            r.locations[1].organisation_id = "school".into();
        },
    },
    Case {
        code: "W2207",
        offender: |r| {
            r.locations.iter_mut().for_each(|location| location.neighbourhood = "North".into());
            let admission = r.environments[0].admission.get_or_insert_default();
            admission.neighbourhoods = vec!["north".into(), "nroth".into()];
        },
        found: &[("W2207", "environments[0].admission.neighbourhoods[1]", "nroth")],
        innocent: |r| {
            r.locations.iter_mut().for_each(|location| location.neighbourhood = "North".into());
            let admission = r.environments[0].admission.get_or_insert_default();
            admission.neighbourhoods = vec!["NORTH ".into()];
        },
    },
    Case {
        code: "W2208",
        offender: |r| pins(r, 0).never = vec![window(v1::Weekday::Monday, "08:00", "12:00")],
        found: &[("W2208", "participants[0].pins.never", "ann")],
        innocent: |r| pins(r, 0).never = vec![window(v1::Weekday::Monday, "08:00", "11:00")],
    },
    Case {
        code: "W2209",
        offender: |r| two_teams(r, ["one", "one"]),
        found: &[("W2209", "environments[0].teams[1].slot", "blue")],
        innocent: |r| two_teams(r, ["one", "two"]),
    },
    Case {
        code: "W2209",
        offender: |r| {
            two_teams(r, ["one", "two"]);
            let teams = r.environments[0].teams.iter_mut();
            teams.for_each(|team| team.supervisor_ids = vec!["eva".into()]);
        },
        found: &[("W2209", "environments[0].teams[1].slot", "blue")],
        innocent: |r| {
            two_teams(r, ["one", "two"]);
            r.environments[0].teams[0].supervisor_ids = vec!["eva".into()];
            r.environments[0].teams[1].supervisor_ids = vec!["fay".into()];
        },
    },
    Case {
        code: "W2211",
        offender: |r| {
            let together = v1::WishKind::Together;
            r.wishes = vec![wish("ann", "ben", together), wish("ann", "ben", together)];
        },
        found: &[("W2211", "wishes[1]", "ann, ben")],
        innocent: |r| {
            let together = v1::WishKind::Together;
            r.wishes = vec![wish("ann", "ben", together), wish("ben", "ann", together)];
        },
    },
    Case {
        code: "W2209",
        offender: |r| {
            let (together, apart) = (v1::WishKind::Together, v1::WishKind::Apart);
            r.wishes = vec![wish("ann", "ben", together), wish("ben", "ann", apart)];
        },
        found: &[("W2209", "wishes[1]", "ben, ann")],
        innocent: |r| {
            let (together, apart) = (v1::WishKind::Together, v1::WishKind::Apart);
            r.wishes = vec![wish("ann", "ben", together), wish("ben", "cas", apart)];
        },
    },
    Case {
        code: "W2209",
        offender: |r| {
            two_teams(r, ["one", "two"]);
            pins(r, 0).team_id = "red".into();
            pins(r, 1).team_id = "blue".into();
            pins(r, 2).team_id = "red".into();
            let (together, apart) = (v1::WishKind::Together, v1::WishKind::Apart);
            r.wishes = vec![wish("ann", "ben", together), wish("ann", "cas", apart)];
        },
        found: &[("W2209", "wishes[0]", "ann, ben"), ("W2209", "wishes[1]", "ann, cas")],
        innocent: |r| {
            two_teams(r, ["one", "two"]);
            pins(r, 0).team_id = "red".into();
            pins(r, 1).team_id = "blue".into();
            pins(r, 2).team_id = "red".into();
            let (together, apart) = (v1::WishKind::Together, v1::WishKind::Apart);
            r.wishes = vec![wish("ann", "ben", apart), wish("ann", "cas", together)];
        },
    },
    Case {
        code: "W2209",
        offender: |r| {
            let admission = r.environments[0].admission.get_or_insert_default();
            admission.programme_ids = vec!["pabo".into()];
            r.environments.push(environment("other"));
            pins(r, 3).environment_id = "hub".into();
        },
        found: &[("W2209", "participants[3].pins.environmentId", "hub")],
        innocent: |r| {
            let admission = r.environments[0].admission.get_or_insert_default();
            admission.programme_ids = vec!["pabo".into()];
            r.environments.push(environment("other"));
            pins(r, 3).environment_id = "other".into();
        },
    },
    Case {
        code: "W2209",
        offender: |r| {
            two_teams(r, ["one", "two"]);
            r.environments[0].team_size = Some(v1::Range { min: 1, max: 3 });
            (0..4).for_each(|person| pins(r, person).team_id = "red".into());
        },
        found: &[("W2209", "participants[3].pins.teamId", "red")],
        innocent: |r| {
            two_teams(r, ["one", "two"]);
            r.environments[0].team_size = Some(v1::Range { min: 1, max: 3 });
            (0..3).for_each(|person| pins(r, person).team_id = "red".into());
        },
    },
    Case {
        code: "W2209",
        offender: |r| {
            two_teams(r, ["one", "two"]);
            r.locations[0].rooms[1].capacity = 3;
        },
        found: &[("W2209", "environments[0].teams[1].slot", "blue")],
        innocent: |r| {
            two_teams(r, ["one", "two"]);
            r.locations[0].rooms[1].capacity = 4;
        },
    },
    Case {
        code: "W2209",
        offender: |r| {
            r.environments[0].team_size = Some(v1::Range { min: 2, max: 2 });
            let together = v1::WishKind::Together;
            r.wishes = vec![wish("ann", "ben", together), wish("cas", "ben", together)];
        },
        found: &[("W2209", "wishes[1]", "cas, ben")],
        innocent: |r| {
            r.environments[0].team_size = Some(v1::Range { min: 2, max: 2 });
            let together = v1::WishKind::Together;
            r.wishes = vec![wish("ann", "ben", together), wish("cas", "dee", together)];
        },
    },
    Case {
        code: "W2402",
        offender: |r| {
            r.programmes[1].profession = "teachers".into();
            r.participants[0].attributes.insert("sector".into(), text("Noord-Oost"));
            r.participants[1].attributes.insert("sector".into(), text("Noordoost"));
        },
        found: &[
            ("W2402", "participants[1].attributes.sector", "Noordoost"),
            ("W2402", "programmes[1].profession", "teachers"),
        ],
        innocent: |r| {
            r.programmes[1].profession = "TEACHER ".into();
            r.participants[0].attributes.insert("sector".into(), text("group 1"));
            r.participants[1].attributes.insert("sector".into(), text("group 2"));
        },
    },
    Case {
        code: "N2701",
        offender: |r| r.environments[0].admission = None,
        found: &[("N2701", "environments[0].admission", "hub")],
        innocent: |r| {
            let admission = r.environments[0].admission.get_or_insert_default();
            admission.programme_ids.clear();
            admission.participant_ids =
                vec!["ann".into(), "ben".into(), "cas".into(), "dee".into()];
        },
    },
    Case {
        code: "N2702",
        offender: |r| r.environments[0].team_count = None,
        found: &[("N2702", "environments[0].teamCount", "hub")],
        innocent: |r| {
            // Four people make one team of three: nobody would think of more.
            r.environments[0].team_count = None;
            r.environments[0].team_size = Some(v1::Range { min: 3, max: 4 });
        },
    },
];

#[test]
fn what_was_forgotten_or_excludes_each_other_is_named_to_the_field() {
    run(CASES);
}

#[test]
fn a_roster_without_an_id_has_one_of_its_title_and_period() {
    let mut roster = super::roster::good();
    roster.id.clear();
    roster.title = "Najaar: Pabo & mbo".into();
    let id = |roster: &v1::Roster| leerteam::wire::read_roster(roster).0.expect("a roster").id;
    assert_eq!(id(&roster), "najaar-pabo-mbo-2024-09-02-2024-12-20");
    roster.title.clear();
    assert_eq!(id(&roster), "2024-09-02-2024-12-20");
    roster.id = "own".into();
    assert_eq!(id(&roster), "own");
}

#[test]
fn what_is_unknown_may_be_another() {
    let mut roster = super::roster::good();
    roster.participants[0].programme_id = "pabbo".into();
    let findings = super::findings(&roster);
    assert!(findings[0].details.contains(&("perhaps", "pabo".to_owned())), "{findings:?}");
}
