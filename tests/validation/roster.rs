//! A small roster without anything wrong, to break in one place at a time.

use leerteam::wire::v1;

/// A weekly window.
pub fn window(weekday: v1::Weekday, start: &str, end: &str) -> v1::Window {
    v1::Window {
        weekday: weekday.into(),
        start_time: start.into(),
        end_time: end.into(),
        ..Default::default()
    }
}

/// A commitment at a location.
pub fn commitment(id: &str, kind: v1::CommitmentKind, window: v1::Window) -> v1::Commitment {
    v1::Commitment {
        id: id.into(),
        kind: kind.into(),
        window: Some(window),
        location_id: "hall".into(),
        ..Default::default()
    }
}

/// A participant of a programme.
pub fn participant(id: &str, programme: &str) -> v1::Participant {
    let duty = window(v1::Weekday::Tuesday, "09:00", "16:00");
    v1::Participant {
        id: id.into(),
        programme_id: programme.into(),
        cohort_id: "class".into(),
        commitments: vec![commitment("duty", v1::CommitmentKind::Internship, duty)],
        ..Default::default()
    }
}

/// A supervisor of one side.
pub fn supervisor(id: &str, side: v1::Side, organisation: &str) -> v1::Supervisor {
    v1::Supervisor {
        id: id.into(),
        sides: vec![side.into()],
        organisation_ids: vec![organisation.into()],
        availability: vec![window(v1::Weekday::Monday, "09:00", "17:00")],
        ..Default::default()
    }
}

fn organisation(id: &str, side: v1::Side) -> v1::Organisation {
    v1::Organisation { id: id.into(), side: side.into(), ..Default::default() }
}

fn programme(id: &str, level: i32, profession: &str) -> v1::Programme {
    v1::Programme {
        id: id.into(),
        institution_id: "school".into(),
        level,
        profession: profession.into(),
        field: "education".into(),
        ..Default::default()
    }
}

fn need(side: v1::Side) -> v1::SupervisionNeed {
    v1::SupervisionNeed { side: side.into(), min: 1, max: 1 }
}

/// An environment that admits everyone of both programmes.
pub fn environment(id: &str) -> v1::LearningEnvironment {
    v1::LearningEnvironment {
        id: id.into(),
        location_ids: vec!["hall".into()],
        admission: Some(v1::Admission {
            programme_ids: vec!["pabo".into(), "care".into()],
            ..Default::default()
        }),
        team_count: Some(v1::Range { min: 1, max: 2 }),
        team_size: Some(v1::Range { min: 2, max: 4 }),
        meeting_form: Some(v1::MeetingForm {
            duration_minutes: 60,
            hours: vec![window(v1::Weekday::Monday, "09:00", "12:00")],
            ..Default::default()
        }),
        supervision: vec![need(v1::Side::Education), need(v1::Side::Practice)],
        ..Default::default()
    }
}

/// Four participants, two supervisors, one environment; 2 September 2024 is a Monday.
pub fn good() -> v1::Roster {
    let location = |id: &str| v1::Location { id: id.into(), ..Default::default() };
    let lesson = window(v1::Weekday::Friday, "09:00", "12:00");
    v1::Roster {
        id: "small".into(),
        period: Some(v1::PlanningPeriod {
            first_date: "2024-09-02".into(),
            last_date: "2024-12-20".into(),
            ..Default::default()
        }),
        organisations: vec![
            organisation("school", v1::Side::Education),
            organisation("nursery", v1::Side::Practice),
        ],
        locations: vec![location("hall"), location("annex")],
        programmes: vec![programme("pabo", 6, "teacher"), programme("care", 3, "childcare worker")],
        cohorts: vec![v1::Cohort {
            id: "class".into(),
            programme_id: "pabo".into(),
            commitments: vec![commitment("lesson", v1::CommitmentKind::Lesson, lesson)],
            ..Default::default()
        }],
        participants: vec![
            participant("ann", "pabo"),
            participant("ben", "pabo"),
            participant("cas", "care"),
            participant("dee", "care"),
        ],
        supervisors: vec![
            supervisor("eva", v1::Side::Education, "school"),
            supervisor("fay", v1::Side::Practice, "nursery"),
        ],
        environments: vec![environment("hub")],
        ..Default::default()
    }
}

/// The good roster with every kind of field filled.
pub fn full() -> v1::Roster {
    let mut roster = good();
    let period = roster.period.get_or_insert_default();
    period.time_zone = "Europe/Amsterdam".into();
    period.closures = vec![v1::Closure {
        first_date: "2024-10-28".into(),
        last_date: "2024-11-01".into(),
        organisation_ids: vec!["school".into()],
        location_ids: vec!["annex".into()],
        ..Default::default()
    }];
    roster.travel = Some(v1::Travel {
        pairs: vec![v1::TravelTime {
            from_location_id: "hall".into(),
            to_location_id: "annex".into(),
            minutes: 20,
        }],
        within_neighbourhood_minutes: Some(5),
        between_neighbourhoods_minutes: Some(25),
    });
    roster.themes = vec![v1::Theme { id: "play".into(), name: "Play".into() }];
    roster.locations[1].neighbourhood = "south".into();
    let hall = &mut roster.locations[0];
    hall.neighbourhood = "north".into();
    hall.organisation_id = "nursery".into();
    hall.openings = vec![window(v1::Weekday::Monday, "08:00", "18:00")];
    let openings = vec![window(v1::Weekday::Monday, "08:00", "18:00")];
    hall.rooms = vec![v1::Room { id: "one".into(), capacity: 12, openings, ..Default::default() }];
    let ann = &mut roster.participants[0];
    ann.study_year = 2;
    ann.internship_periods = vec![v1::InternshipPeriod {
        first_date: "2024-09-09".into(),
        last_date: "2024-12-06".into(),
    }];
    let weeks = v1::WeekPattern { every: 2, offset: 1 };
    let shift = v1::Window {
        weeks: Some(weeks),
        valid_from: "2024-09-09".into(),
        valid_to: "2024-11-29".into(),
        ..window(v1::Weekday::Wednesday, "09:00", "17:00")
    };
    ann.commitments.push(commitment("shift", v1::CommitmentKind::Work, shift));
    ann.exceptions = vec![v1::DatedException {
        first_date: "2024-09-16".into(),
        last_date: "2024-09-17".into(),
        kind: v1::ExceptionKind::Absent.into(),
        start_time: "09:00".into(),
        end_time: "12:00".into(),
        commitment_ids: vec!["duty".into()],
    }];
    let text = v1::attribute_value::Value::Text("nl".into());
    let number = v1::attribute_value::Value::Number(3);
    ann.attributes.insert("language".into(), v1::AttributeValue { value: Some(text) });
    ann.attributes.insert("experience".into(), v1::AttributeValue { value: Some(number) });
    ann.theme_preferences = vec!["play".into()];
    ann.pins = Some(v1::ParticipantPins {
        environment_id: "hub".into(),
        team_id: "hub-1".into(),
        never: vec![window(v1::Weekday::Thursday, "09:00", "12:00")],
    });
    let eva = &mut roster.supervisors[0];
    eva.absences = vec![v1::Absence {
        first_date: "2024-09-16".into(),
        start_time: "09:00".into(),
        end_time: "12:00".into(),
        ..Default::default()
    }];
    eva.minutes_per_week = Some(90);
    eva.max_teams = Some(2);
    eva.location_ids = vec!["hall".into()];
    let hub = &mut roster.environments[0];
    hub.team_count = None;
    hub.team_size = Some(v1::Range { min: 2, max: 4 });
    hub.theme_ids = vec!["play".into()];
    hub.teams = vec![v1::GivenTeam {
        id: "hub-1".into(),
        theme_id: "play".into(),
        slot: Some(v1::SlotPin {
            weekday: v1::Weekday::Monday.into(),
            start_time: "09:30".into(),
            week_offset: Some(1),
            location_id: "hall".into(),
            room_id: "one".into(),
        }),
        supervisor_ids: vec!["eva".into()],
        ..Default::default()
    }];
    let admission = hub.admission.get_or_insert_default();
    admission.participant_ids = vec!["ann".into()];
    admission.internship_location_ids = vec!["hall".into()];
    admission.neighbourhoods = vec!["north".into()];
    let form = hub.meeting_form.get_or_insert_default();
    form.every_weeks = 2;
    form.start_step_minutes = 15;
    form.max_meetings = 5;
    form.first_date = "2024-09-09".into();
    form.last_date = "2024-12-13".into();
    roster.wishes = vec![v1::Wish {
        participant_ids: vec!["ann".into(), "ben".into()],
        kind: v1::WishKind::Together.into(),
        required: true,
    }];
    roster.rules = vec![rule("fair-share", &["profession", "language"]), rule("attendance", &[])];
    roster.rules[1].weight = Some(2);
    roster.rules[1].parameters.insert("absent".into(), 900);
    roster
}

/// A setting of a rule.
pub fn rule(id: &str, attributes: &[&str]) -> v1::RuleSetting {
    let attributes = attributes.iter().map(|name| (*name).to_owned()).collect();
    v1::RuleSetting { rule_id: id.into(), attributes, ..Default::default() }
}

/// A setting of a rule that asks for values.
pub fn asking(id: &str, attributes: &[&str], values: &[&str]) -> v1::RuleSetting {
    let values = values.iter().map(|&value| value.to_owned()).collect();
    v1::RuleSetting { values, ..rule(id, attributes) }
}
