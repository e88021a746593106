//! What can be read and still cannot be planned, or is probably not meant.

use leerteam::wire::v1;

use super::roster::{asking, commitment, environment, participant, rule, supervisor, window};
use super::{Case, run};

fn form(roster: &mut v1::Roster) -> &mut v1::MeetingForm {
    roster.environments[0].meeting_form.get_or_insert_default()
}

fn admission(roster: &mut v1::Roster) -> &mut v1::Admission {
    roster.environments[0].admission.get_or_insert_default()
}

fn work(id: &str, day: v1::Weekday, start: &str, end: &str, offset: i32) -> v1::Commitment {
    let weeks = Some(v1::WeekPattern { every: 2, offset });
    let window = v1::Window { weeks, ..window(day, start, end) };
    commitment(id, v1::CommitmentKind::Work, window)
}

fn given(id: &str, start: &str) -> v1::GivenTeam {
    let slot = v1::SlotPin { start_time: start.into(), ..Default::default() };
    v1::GivenTeam { id: id.into(), slot: Some(slot), ..Default::default() }
}

fn closed(first: &str, last: &str) -> Vec<v1::Closure> {
    let (first_date, last_date) = (first.into(), last.into());
    vec![v1::Closure { first_date, last_date, ..Default::default() }]
}

fn text(value: &str) -> v1::AttributeValue {
    v1::AttributeValue { value: Some(v1::attribute_value::Value::Text(value.into())) }
}

pub const CASES: &[Case] = &[
    // The participant's own, among themselves and with the cohort's.
    Case {
        code: "W2101",
        offender: |r| {
            let own = &mut r.participants[3].commitments;
            own.push(work("early", v1::Weekday::Tuesday, "08:00", "09:30", 0));
            own.push(work("late", v1::Weekday::Friday, "11:00", "15:00", 1));
        },
        found: &[
            ("W2101", "participants[3].commitments[1].window", "08:00-09:30"),
            ("W2101", "participants[3].commitments[2].window", "11:00-15:00"),
        ],
        innocent: |r| {
            let own = &mut r.participants[3].commitments;
            own.push(work("early", v1::Weekday::Tuesday, "08:00", "09:00", 0));
            own.push(work("odd", v1::Weekday::Monday, "08:00", "12:00", 1));
            own.push(work("even", v1::Weekday::Monday, "08:00", "12:00", 0));
        },
    },
    // The cohort's, once for all its members.
    Case {
        code: "W2101",
        offender: |r| {
            let lesson = work("second", v1::Weekday::Friday, "11:00", "13:00", 0);
            r.cohorts[0].commitments.push(lesson);
        },
        found: &[("W2101", "cohorts[0].commitments[1].window", "11:00-13:00")],
        innocent: |r| {
            let lesson = work("second", v1::Weekday::Friday, "12:00", "13:00", 0);
            r.cohorts[0].commitments.push(lesson);
        },
    },
    Case {
        code: "E1301",
        offender: |r| {
            r.locations[0].neighbourhood = "west".into();
            r.locations[1].neighbourhood = "east".into();
            let mut empty = environment("empty");
            let admission = empty.admission.get_or_insert_default();
            admission.neighbourhoods = vec!["east".into()];
            r.environments.push(empty);
        },
        found: &[("E1301", "environments[1].admission", "empty")],
        innocent: |r| {
            r.locations.iter_mut().for_each(|location| location.neighbourhood = "east".into());
            admission(r).neighbourhoods = vec!["east".into()];
        },
    },
    Case {
        code: "W2201",
        offender: |r| {
            r.participants.push(participant("gus", ""));
        },
        found: &[("W2201", "participants[4]", "gus")],
        innocent: |r| {
            r.participants.push(participant("gus", ""));
            admission(r).participant_ids = vec!["gus".into()];
        },
    },
    // No moment in the hours.
    Case {
        code: "E1302",
        offender: |r| form(r).duration_minutes = 240,
        found: &[("E1302", "environments[0].meetingForm", "hub")],
        innocent: |r| form(r).duration_minutes = 180,
    },
    // No day that is open.
    Case {
        code: "E1302",
        offender: |r| {
            r.locations[0].openings = vec![window(v1::Weekday::Tuesday, "09:00", "17:00")];
        },
        found: &[("E1302", "environments[0].meetingForm", "hub")],
        innocent: |r| {
            r.locations[0].openings = vec![window(v1::Weekday::Monday, "11:00", "12:00")];
        },
    },
    // Nothing that the pin leaves.
    Case {
        code: "E1302",
        offender: |r| {
            r.environments[0].team_count = None;
            r.environments[0].teams = vec![given("one", "09:30"), given("two", "09:45")];
        },
        found: &[("E1302", "environments[0].teams[1].slot", "two")],
        innocent: |r| {
            r.environments[0].team_count = None;
            r.environments[0].teams = vec![given("one", "09:30"), given("two", "")];
        },
    },
    Case {
        code: "W2202",
        offender: |r| r.environments[0].team_size = Some(v1::Range { min: 1, max: 1 }),
        found: &[("W2202", "environments[0].teamSize", "hub")],
        innocent: |r| {
            r.environments[0].team_size = Some(v1::Range { min: 1, max: 1 });
            r.environments.push(environment("other"));
        },
    },
    Case {
        code: "W2203",
        offender: |r| r.environments[0].team_size = Some(v1::Range { min: 5, max: 6 }),
        found: &[("W2203", "environments[0].teamSize", "hub")],
        innocent: |r| r.environments[0].team_size = Some(v1::Range { min: 4, max: 6 }),
    },
    // No windows; all of them closed; away for the whole of them.
    Case {
        code: "W2301",
        offender: |r| {
            r.period.get_or_insert_default().closures = closed("2024-10-21", "2024-10-25");
            let mut shut = supervisor("gil", v1::Side::Education, "school");
            shut.availability[0].valid_from = "2024-10-21".into();
            shut.availability[0].valid_to = "2024-10-27".into();
            r.supervisors.push(shut);
            let mut away = supervisor("hal", v1::Side::Education, "school");
            away.absences = vec![v1::Absence {
                first_date: "2024-09-02".into(),
                last_date: "2024-12-20".into(),
                ..Default::default()
            }];
            r.supervisors.push(away);
            let mut never = supervisor("ida", v1::Side::Education, "school");
            never.availability = Vec::new();
            r.supervisors.push(never);
        },
        found: &[
            ("W2301", "supervisors[2].availability", "gil"),
            ("W2301", "supervisors[3].availability", "hal"),
            ("W2301", "supervisors[4].availability", "ida"),
        ],
        innocent: |r| {
            let mut away = supervisor("hal", v1::Side::Education, "school");
            away.absences = vec![v1::Absence {
                first_date: "2024-09-02".into(),
                last_date: "2024-12-20".into(),
                end_time: "16:30".into(),
                ..Default::default()
            }];
            r.supervisors.push(away);
        },
    },
    Case {
        code: "W2302",
        offender: |r| {
            let mut far = supervisor("gil", v1::Side::Education, "school");
            far.location_ids = vec!["annex".into()];
            r.supervisors.push(far);
        },
        found: &[("W2302", "supervisors[2]", "gil")],
        innocent: |r| {
            let mut near = supervisor("gil", v1::Side::Education, "school");
            near.location_ids = vec!["annex".into(), "hall".into()];
            r.supervisors.push(near);
        },
    },
    Case {
        code: "W2303",
        offender: |r| {
            let mut far = supervisor("gil", v1::Side::Practice, "nursery");
            far.sides = vec![v1::Side::Practice.into(), v1::Side::Education.into()];
            far.location_ids = vec!["annex".into()];
            r.supervisors.push(far);
            r.environments[0].supervision[1] =
                v1::SupervisionNeed { side: v1::Side::Practice.into(), min: 2, max: 2 };
            let mut online = environment("online");
            online.location_ids = Vec::new();
            let form = online.meeting_form.get_or_insert_default();
            form.mode = v1::MeetingMode::Online.into();
            online.supervision[1] =
                v1::SupervisionNeed { side: v1::Side::Practice.into(), min: 2, max: 2 };
            r.environments.push(online);
        },
        found: &[("W2303", "environments[0].supervision[1].min", "2")],
        innocent: |r| {
            r.supervisors.push(supervisor("gil", v1::Side::Practice, "nursery"));
            r.environments[0].supervision[1] =
                v1::SupervisionNeed { side: v1::Side::Practice.into(), min: 2, max: 2 };
        },
    },
    Case {
        code: "E1303",
        offender: |r| r.participants = Vec::new(),
        found: &[("E1303", "participants", "")],
        innocent: |r| r.themes = Vec::new(),
    },
    Case {
        code: "E1303",
        offender: |r| r.environments = Vec::new(),
        found: &[("E1303", "environments", "")],
        innocent: |r| r.wishes = Vec::new(),
    },
    Case {
        code: "W2401",
        offender: |r| {
            let number = v1::attribute_value::Value::Number(3);
            let number = v1::AttributeValue { value: Some(number) };
            r.participants[0].attributes.insert("experience".into(), number);
            r.rules = vec![rule("attendance", &[]), rule("fair-share", &["field", "language"])];
            r.environments[0].rules = vec![rule("fair-share", &["experience"])];
        },
        found: &[
            ("W2401", "rules[1].attributes[1]", "language"),
            ("W2401", "environments[0].rules[0].attributes[0]", "experience"),
        ],
        innocent: |r| {
            r.participants[0].attributes.insert("language".into(), text("nl"));
            r.rules = vec![rule("fair-share", &["study-year", "language", "institution"])];
        },
    },
    Case {
        code: "W2401",
        offender: |r| r.rules = vec![rule("number-balance", &["profession"])],
        found: &[("W2401", "rules[0].attributes[0]", "profession")],
        innocent: |r| {
            let number = v1::attribute_value::Value::Number(3);
            let number = v1::AttributeValue { value: Some(number) };
            r.participants[0].attributes.insert("experience".into(), number);
            r.rules = vec![rule("number-balance", &["experience"])];
        },
    },
    Case {
        code: "W2404",
        offender: |r| {
            r.rules = vec![asking("has", &["profession"], &["nurs"])];
            r.environments[0].rules = vec![asking("has", &[], &["nurs"])];
        },
        found: &[
            ("W2404", "rules[0].values[0]", "nurs"),
            ("W2404", "environments[0].rules[0].values[0]", "nurs"),
        ],
        innocent: |r| {
            r.participants[0].profession = "Nurs".into();
            r.rules = vec![asking("has", &[], &["nurs"])];
        },
    },
    // The name of a text that rules look at; a number has another use.
    Case {
        code: "W2403",
        offender: |r| {
            r.participants[1].attributes.insert("profession".into(), text("nurse"));
            r.participants[2].attributes.insert("profession".into(), text("nurse"));
        },
        found: &[("W2403", "participants[1].attributes.profession", "profession")],
        innocent: |r| {
            r.participants[1].attributes.insert("trade".into(), text("nurse"));
        },
    },
    // Neither the own commitments, numbered from 1, nor those of the class.
    Case {
        code: "W2607",
        offender: |r| free_of(r, &["1", "2", "lecture"]),
        found: &[
            ("W2607", "participants[3].exceptions[0].commitmentIds[1]", "2"),
            ("W2607", "participants[3].exceptions[0].commitmentIds[2]", "lecture"),
        ],
        innocent: |r| free_of(r, &["1"]),
    },
    Case {
        code: "W2501",
        offender: |r| {
            let mut team = base_team(r);
            team.members.push(member("gone"));
            team.supervisors.push(v1::TeamSupervisor { supervisor_id: "left".into(), side: 1 });
            team.slot.get_or_insert_default().room_id = "cellar".into();
            let closed =
                v1::Team { id: "other".into(), environment_id: "closed".into(), ..team.clone() };
            let teams = vec![team, v1::Team { members: vec![], supervisors: vec![], ..closed }];
            r.base_plan = Some(v1::Plan { teams, ..v1::Plan::default() });
        },
        found: &[
            ("W2501", "basePlan.teams[0].members[1].participantId", "gone"),
            ("W2501", "basePlan.teams[0].supervisors[0].supervisorId", "left"),
            ("W2501", "basePlan.teams[0].slot.roomId", "cellar"),
            ("W2501", "basePlan.teams[1].environmentId", "closed"),
            ("W2501", "basePlan.teams[1].slot.roomId", "cellar"),
        ],
        innocent: |r| {
            let teams = vec![base_team(r)];
            r.base_plan = Some(v1::Plan { teams, ..v1::Plan::default() });
        },
    },
    Case {
        code: "W2502",
        offender: |r| {
            r.environments[0].team_count = None;
            r.environments[0].teams = vec![given("second", "09:00")];
            let teams = vec![base_team(r)];
            r.base_plan = Some(v1::Plan { teams, ..v1::Plan::default() });
        },
        found: &[("W2502", "basePlan.teams[0]", "first")],
        innocent: |r| {
            // By its name too, as people see it.
            r.environments[0].team_count = None;
            let team = v1::GivenTeam { name: "FIRST".into(), ..given("other", "09:00") };
            r.environments[0].teams = vec![team];
            let teams = vec![base_team(r)];
            r.base_plan = Some(v1::Plan { teams, ..v1::Plan::default() });
        },
    },
];

/// Somebody with one commitment of their own without an id, free of some on a day.
fn free_of(roster: &mut v1::Roster, ids: &[&str]) {
    let participant = &mut roster.participants[3];
    participant.commitments = vec![work("", v1::Weekday::Friday, "13:00", "15:00", 0)];
    participant.exceptions = vec![v1::DatedException {
        kind: v1::ExceptionKind::Free.into(),
        first_date: "2024-09-13".into(),
        commitment_ids: ids.iter().map(|&id| id.into()).collect(),
        ..Default::default()
    }];
}

fn member(id: &str) -> v1::Member {
    v1::Member { participant_id: id.into(), ..v1::Member::default() }
}

/// A team of the first participant in the first environment.
fn base_team(roster: &v1::Roster) -> v1::Team {
    let slot = v1::Slot {
        weekday: v1::Weekday::Tuesday.into(),
        start_time: "10:00".into(),
        location_id: roster.locations[0].id.clone(),
        ..v1::Slot::default()
    };
    v1::Team {
        id: "first".into(),
        environment_id: roster.environments[0].id.clone(),
        members: vec![member(&roster.participants[0].id)],
        slot: Some(slot),
        ..v1::Team::default()
    }
}

#[test]
fn what_cannot_be_planned_is_named_to_the_field() {
    run(CASES);
}

#[test]
fn an_overlap_names_the_other_commitment_and_the_day() {
    let mut roster = super::roster::good();
    let shift = work("shift", v1::Weekday::Friday, "08:00", "10:00", 0);
    roster.participants[0].commitments.push(shift);
    let findings = super::findings(&roster);
    let details =
        [("other", "lesson"), ("weekday", "5"), ("at", "cohorts[0].commitments[0].window")];
    let details = details.map(|(name, value)| (name, value.to_owned()));
    assert_eq!(findings[0].details, details);
    let dutch = leerteam::messages::Messages::of(leerteam::messages::Language::Nl);
    let (cause, _) = leerteam::messages::finding_text(&dutch, &findings[0]);
    assert_eq!(cause, "Deze verplichting (vrijdag 08:00-10:00) overlapt met verplichting lesson.");
}

#[test]
fn admission_turned_around_is_the_same_admission() {
    let mut compared = 0;
    for case in CASES {
        for change in [case.offender, case.innocent] {
            let mut roster = super::roster::good();
            change(&mut roster);
            let (Some(roster), _) = leerteam::wire::read_roster(&roster) else { continue };
            let admissions = roster.admissions();
            for (participant, admitting) in admissions.iter_enumerated() {
                let environments = roster.environments.indices();
                let one_by_one: Vec<_> =
                    environments.filter(|&e| roster.admits(e, participant)).collect();
                assert_eq!(*admitting, one_by_one);
                compared += 1;
            }
        }
    }
    assert!(compared > 50);
}
