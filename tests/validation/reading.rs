//! What cannot be read.

use leerteam::wire::v1;

use super::roster::{environment, rule, window};
use super::{Case, run};

fn form(roster: &mut v1::Roster) -> &mut v1::MeetingForm {
    roster.environments[0].meeting_form.get_or_insert_default()
}

fn period(roster: &mut v1::Roster) -> &mut v1::PlanningPeriod {
    roster.period.get_or_insert_default()
}

fn wish(roster: &mut v1::Roster, one: &str, other: &str) {
    let participant_ids = vec![one.into(), other.into()];
    let kind = v1::WishKind::Apart.into();
    roster.wishes = vec![v1::Wish { participant_ids, kind, required: false }];
}

fn pairs(roster: &mut v1::Roster, pairs: &[(&str, &str, i32)]) {
    let pair = |&(from, to, minutes): &(&str, &str, i32)| v1::TravelTime {
        from_location_id: from.into(),
        to_location_id: to.into(),
        minutes,
    };
    roster.travel.get_or_insert_default().pairs = pairs.iter().map(pair).collect();
}

fn text(value: &str) -> v1::AttributeValue {
    v1::AttributeValue { value: Some(v1::attribute_value::Value::Text(value.into())) }
}

pub const CASES: &[Case] = &[
    // Texts and names of which nothing is left.
    Case {
        code: "E1101",
        offender: |r| {
            r.participants[0].attributes.insert("language".into(), text(" "));
            r.participants[1].attributes.insert(String::new(), text("nl"));
            let admission = r.environments[0].admission.get_or_insert_default();
            admission.neighbourhoods = vec![String::new()];
            r.supervisors[0].fields = vec![String::new()];
            r.rules = vec![rule("fair-share", &["field", ""])];
        },
        found: &[
            ("E1101", "supervisors[0].fields[0]", ""),
            ("E1101", "environments[0].admission.neighbourhoods[0]", ""),
            ("E1101", "participants[0].attributes.language", ""),
            ("E1101", "participants[1].attributes.\"\"", ""),
            ("E1101", "rules[0].attributes[1]", ""),
        ],
        innocent: |r| {
            r.participants[0].attributes.insert("language".into(), text("nl"));
            r.rules = vec![rule("fair-share", &["field", "language"])];
        },
    },
    // Nobody meets nowhere, unless on line.
    Case {
        code: "E1101",
        offender: |r| r.environments[0].location_ids.clear(),
        found: &[("E1101", "environments[0].locationIds", "")],
        innocent: |r| {
            form(r).mode = v1::MeetingMode::Online.into();
            r.environments[0].location_ids.clear();
        },
    },
    // A rule that is kept has no weight.
    Case {
        code: "E1110",
        offender: |r| {
            r.rules = vec![v1::RuleSetting { weight: Some(7), ..rule("slot", &[]) }];
        },
        found: &[("E1110", "rules[0].weight", "7")],
        innocent: |r| {
            r.rules = vec![v1::RuleSetting { weight: Some(7), ..rule("placed", &[]) }];
        },
    },
    // The same way twice; the way back is another.
    Case {
        code: "E1417",
        offender: |r| pairs(r, &[("hall", "annex", 5), ("annex", "hall", 6), ("hall", "annex", 7)]),
        found: &[("E1417", "travel.pairs[2].minutes", "7")],
        innocent: |r| pairs(r, &[("hall", "annex", 5), ("annex", "hall", 6)]),
    },
    Case {
        code: "E1101",
        offender: |r| {
            r.programmes[1].profession = String::new();
            r.participants[2].commitments[0].window = None;
        },
        found: &[
            ("E1101", "programmes[1].profession", ""),
            ("E1101", "participants[2].commitments[0].window", ""),
        ],
        innocent: |r| r.programmes[1].name = String::new(),
    },
    Case {
        code: "E1102",
        offender: |r| r.participants[3].id = "ann".into(),
        found: &[("E1102", "participants[3].id", "ann")],
        innocent: |r| r.participants[3].id = "hub".into(),
    },
    Case {
        code: "E1103",
        offender: |r| r.participants[1].programme_id = "law".into(),
        found: &[("E1103", "participants[1].programmeId", "law")],
        innocent: |r| r.participants[1].programme_id = "care".into(),
    },
    Case {
        code: "E1104",
        offender: |r| form(r).first_date = "09-09-2024".into(),
        found: &[("E1104", "environments[0].meetingForm.firstDate", "09-09-2024")],
        innocent: |r| form(r).first_date = "2024-09-09".into(),
    },
    Case {
        code: "E1105",
        offender: |r| form(r).hours[0].end_time = "noon".into(),
        found: &[("E1105", "environments[0].meetingForm.hours[0].endTime", "noon")],
        innocent: |r| form(r).hours[0].end_time = "24:00".into(),
    },
    Case {
        code: "E1106",
        offender: |r| form(r).hours[0].end_time = "09:00".into(),
        found: &[("E1106", "environments[0].meetingForm.hours[0].endTime", "09:00")],
        innocent: |r| form(r).hours[0].end_time = "10:00".into(),
    },
    Case {
        code: "E1106",
        offender: |r| period(r).last_date = "2024-09-01".into(),
        found: &[("E1106", "period.lastDate", "2024-09-01")],
        innocent: |r| period(r).last_date = "2024-09-09".into(),
    },
    Case {
        code: "E1114",
        offender: |r| r.environments[0].team_size = Some(v1::Range { min: 4, max: 3 }),
        found: &[("E1114", "environments[0].teamSize.max", "3")],
        innocent: |r| r.environments[0].team_size = Some(v1::Range { min: 3, max: 3 }),
    },
    Case {
        code: "E1107",
        offender: |r| r.programmes[0].level = 8,
        found: &[("E1107", "programmes[0].level", "8")],
        innocent: |r| r.programmes[0].level = 7,
    },
    Case {
        code: "E1108",
        offender: |r| period(r).time_zone = "Zwolle".into(),
        found: &[("E1108", "period.timeZone", "Zwolle")],
        innocent: |r| period(r).time_zone = "Europe/Brussels".into(),
    },
    Case {
        code: "E1109",
        offender: |r| r.rules = vec![rule("fairness", &[])],
        found: &[("E1109", "rules[0].ruleId", "fairness")],
        innocent: |r| r.rules = vec![rule("fair-share", &[])],
    },
    Case {
        code: "E1110",
        offender: |r| {
            let off = v1::RuleMode::Off.into();
            r.rules = vec![v1::RuleSetting { mode: off, ..rule("supervisor-double-booked", &[]) }];
            r.environments[0].rules = vec![rule("attendance", &["field"])];
            r.environments[0].rules[0].parameters.insert("late".into(), 3);
        },
        found: &[
            ("E1110", "environments[0].rules[0].parameters.late", "3"),
            ("E1110", "environments[0].rules[0].attributes", "field"),
            ("E1110", "rules[0].mode", "RULE_MODE_OFF"),
        ],
        innocent: |r| {
            let off = v1::RuleMode::Off.into();
            r.rules = vec![v1::RuleSetting { mode: off, ..rule("fair-share", &[]) }];
            r.environments[0].rules = vec![rule("attendance", &[])];
            r.environments[0].rules[0].parameters.insert("absent".into(), 3);
        },
    },
    Case {
        code: "E1111",
        offender: |r| r.supervisors[0].sides = vec![1, 9],
        found: &[("E1111", "supervisors[0].sides[1]", "9")],
        innocent: |r| r.supervisors[0].sides = vec![1, 2],
    },
    Case {
        code: "E1112",
        offender: |r| wish(r, "ann", "ann"),
        found: &[("E1112", "wishes[0].participantIds", "ann, ann")],
        innocent: |r| wish(r, "ann", "ben"),
    },
    Case {
        code: "E1113",
        offender: |r| {
            let team = |id: &str| v1::GivenTeam { id: id.into(), ..Default::default() };
            r.environments[0].teams = vec![team("one")];
            r.environments[0].supervision[1].side = v1::Side::Education.into();
        },
        found: &[
            ("E1113", "environments[0].teamCount", "1-2"),
            ("E1113", "environments[0].supervision[1].side", "education"),
        ],
        innocent: |r| {
            let team = |id: &str| v1::GivenTeam { id: id.into(), ..Default::default() };
            r.environments[0].teams = vec![team("one")];
            r.environments[0].team_count = None;
        },
    },
    Case {
        code: "E1113",
        offender: |r| {
            let team = v1::GivenTeam { id: "one".into(), ..Default::default() };
            let other = environment("other");
            r.environments.push(v1::LearningEnvironment {
                team_count: None,
                teams: vec![team],
                ..other
            });
            r.participants[0].pins = Some(v1::ParticipantPins {
                environment_id: "hub".into(),
                team_id: "one".into(),
                ..Default::default()
            });
        },
        found: &[("E1113", "participants[0].pins.teamId", "one")],
        innocent: |r| {
            r.participants[0].pins =
                Some(v1::ParticipantPins { environment_id: "hub".into(), ..Default::default() });
        },
    },
    Case {
        code: "W2102",
        offender: |r| {
            let gone = v1::Window {
                valid_from: "2023-09-01".into(),
                valid_to: "2024-07-01".into(),
                ..window(v1::Weekday::Monday, "13:00", "14:00")
            };
            form(r).hours.push(gone);
        },
        found: &[("W2102", "environments[0].meetingForm.hours[1].validFrom", "2023-09-01")],
        innocent: |r| {
            let cut = v1::Window {
                valid_from: "2023-09-01".into(),
                valid_to: "2024-12-01".into(),
                ..window(v1::Weekday::Monday, "13:00", "14:00")
            };
            form(r).hours.push(cut);
        },
    },
    // Control and bidi characters, in texts, ids, and names of attributes; accents and line breaks are what people write.
    Case {
        code: "E1117",
        offender: |r| {
            r.participants[0].name = "Anna \u{202E}nosnaJ".into();
            r.participants[1].name = "Bo\u{0}b".into();
            r.organisations[0].name = "A\u{9b}B".into();
            let value = Some(v1::attribute_value::Value::Text("a\u{2066}b".into()));
            let attributes = &mut r.participants[0].attributes;
            attributes.insert("language".into(), v1::AttributeValue { value });
            r.locations[0].id = "a\nb".into();
        },
        found: &[
            ("E1117", "organisations[0].name", "U+009B"),
            ("E1117", "locations[0].id", "U+000A"),
            ("E1117", "participants[0].name", "U+202E"),
            ("E1117", "participants[0].attributes.language.text", "U+2066"),
            ("E1117", "participants[1].name", "U+0000"),
        ],
        innocent: |r| {
            r.participants[0].name = "Zoë\u{200F} Ğöksel\n(Zwolle)".into();
        },
    },
];

#[test]
fn what_cannot_be_read_is_named_to_the_field() {
    run(CASES);
}
