//! Participants, supervisors, and when they can.

use super::{Choice, ColumnSpec, Duty, Holds, Need, Owner, Rows, SIDE, SheetSpec};

const fn column(id: &'static str, field: &'static str, holds: Holds) -> ColumnSpec {
    ColumnSpec::new(id, field, holds)
}

const INTERNSHIP: Duty =
    Duty { kind: "COMMITMENT_KIND_INTERNSHIP", place: Some("internship-place") };

pub const PARTICIPANTS: SheetSpec = SheetSpec {
    attributes: true,
    of_people: true,
    ..SheetSpec::new(
        "participants",
        Rows::List("participants"),
        &[
            column("id", "id", Holds::Id),
            column("name", "name", Holds::Text).usual(),
            column("programme", "programmeId", Holds::Reference("programmes")).usual(),
            column("study-year", "studyYear", Holds::Whole),
            column("cohort", "cohortId", Holds::Reference("cohorts")).usual(),
            column("internship-first", "internshipPeriods[0].firstDate", Holds::Date),
            column("internship-last", "internshipPeriods[0].lastDate", Holds::Date),
            column("internship-more", "internshipPeriods", Holds::Stretches(1)),
            column("organisation", "organisationId", Holds::Reference("organisations")),
            column("profession", "profession", Holds::Text),
            column("field", "field", Holds::Text),
            column("theme-preferences", "themePreferences", Holds::References("themes")),
            column("internship-place", "commitments[].locationId", Holds::Reference("locations"))
                .usual()
                .shorthand(),
            column("internship-days", "commitments", Holds::Duties(&INTERNSHIP))
                .usual()
                .shorthand(),
        ],
    )
}
.needed(Need::Required);

/// What a commitment is.
pub const KIND: Choice = Choice {
    group: "commitment",
    words: &[
        ("lesson", "COMMITMENT_KIND_LESSON"),
        ("internship", "COMMITMENT_KIND_INTERNSHIP"),
        ("work", "COMMITMENT_KIND_WORK"),
        ("other", "COMMITMENT_KIND_OTHER"),
    ],
};

const FLEXIBILITY: Choice = Choice {
    group: "flexibility",
    words: &[
        ("fixed", "FLEXIBILITY_FIXED"),
        ("movable", "FLEXIBILITY_MOVABLE"),
        ("leavable", "FLEXIBILITY_LEAVABLE"),
    ],
};

pub const COMMITMENTS: SheetSpec = SheetSpec::new(
    "commitments",
    Rows::Owned(&[
        Owner { column: Some("cohort"), list: "cohorts", field: "commitments" },
        Owner { column: Some("participant"), list: "participants", field: "commitments" },
    ]),
    &[
        column("participant", "", Holds::Reference("participants")),
        column("cohort", "", Holds::Reference("cohorts")),
        column("commitment-kind", "kind", Holds::Choice(&KIND)).required(),
        column("days", "window.weekday", Holds::Days).required(),
        column("from", "window.startTime", Holds::Time),
        column("until", "window.endTime", Holds::Time),
        column("weeks", "window.weeks", Holds::Weeks),
        column("valid-from", "window.validFrom", Holds::Date),
        column("valid-to", "window.validTo", Holds::Date),
        column("location", "locationId", Holds::Reference("locations")),
        column("flexibility", "flexibility", Holds::Choice(&FLEXIBILITY)),
        column("name", "name", Holds::Text),
        column("commitment-id", "id", Holds::Id),
    ],
)
.needed(Need::Expected);

const WILLINGNESS: Choice = Choice {
    group: "willingness",
    words: &[
        ("willing", "WILLINGNESS_WILLING"),
        ("neutral", "WILLINGNESS_NEUTRAL"),
        ("reluctant", "WILLINGNESS_RELUCTANT"),
    ],
};

pub const SUPERVISORS: SheetSpec = SheetSpec {
    of_people: true,
    ..SheetSpec::new(
        "supervisors",
        Rows::List("supervisors"),
        &[
            column("id", "id", Holds::Id),
            column("name", "name", Holds::Text).usual(),
            column("sides", "sides", Holds::ChoiceList(&SIDE)).required(),
            column("organisations", "organisationIds", Holds::References("organisations")).usual(),
            column("fields", "fields", Holds::Texts),
            column("minutes-per-week", "minutesPerWeek", Holds::Length).usual(),
            column("max-teams", "maxTeams", Holds::Whole),
            column("locations", "locationIds", Holds::References("locations")),
            column("willingness", "willingness", Holds::Choice(&WILLINGNESS)),
            column("available", "availability", Holds::Windows).usual().shorthand(),
        ],
    )
}
.needed(Need::Expected);

pub const AVAILABILITY: SheetSpec = SheetSpec::new(
    "availability",
    Rows::Owned(&[Owner {
        column: Some("supervisor"),
        list: "supervisors",
        field: "availability",
    }]),
    &[
        column("supervisor", "", Holds::Reference("supervisors")).required(),
        column("days", "weekday", Holds::Days).required(),
        column("from", "startTime", Holds::Time),
        column("until", "endTime", Holds::Time),
        column("weeks", "weeks", Holds::Weeks),
        column("valid-from", "validFrom", Holds::Date),
        column("valid-to", "validTo", Holds::Date),
    ],
)
.needed(Need::Expected);

/// What a dated exception of a participant does.
pub const EXCEPTION: Choice = Choice {
    group: "exception",
    words: &[("absent", "EXCEPTION_KIND_ABSENT"), ("free", "EXCEPTION_KIND_FREE")],
};

pub const ABSENCES: SheetSpec = SheetSpec::new(
    "absences",
    Rows::Owned(&[
        Owner { column: Some("participant"), list: "participants", field: "exceptions" },
        Owner { column: Some("supervisor"), list: "supervisors", field: "absences" },
    ]),
    &[
        column("participant", "", Holds::Reference("participants")),
        column("supervisor", "", Holds::Reference("supervisors")),
        column("first-date", "firstDate", Holds::Date).required(),
        column("last-date", "lastDate", Holds::Date),
        column("from", "startTime", Holds::Time),
        column("until", "endTime", Holds::Time),
        column("exception", "kind", Holds::Choice(&EXCEPTION)),
        column("commitments", "commitmentIds", Holds::Texts),
    ],
);

const WISH: Choice = Choice {
    group: "wish",
    words: &[("together", "WISH_KIND_TOGETHER"), ("apart", "WISH_KIND_APART")],
};

pub const WISHES: SheetSpec = SheetSpec::new(
    "wishes",
    Rows::List("wishes"),
    &[
        column("participant", "participantIds[0]", Holds::Reference("participants")).required(),
        column("other-participant", "participantIds[1]", Holds::Reference("participants"))
            .required(),
        column("wish", "kind", Holds::Choice(&WISH)).required(),
        column("required", "required", Holds::YesNo),
    ],
);

pub const PINS: SheetSpec = SheetSpec::new(
    "pins",
    Rows::Fields(Owner { column: Some("participant"), list: "participants", field: "pins" }),
    &[
        column("participant", "", Holds::Reference("participants")).required(),
        column("environment", "environmentId", Holds::Reference("environments")),
        column("team", "teamId", Holds::Reference("environments[].teams")),
        column("never", "never", Holds::Windows),
    ],
);
