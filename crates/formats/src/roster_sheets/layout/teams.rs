//! Learning environments, given teams and rules.

use super::{Choice, ColumnSpec, Holds, Need, Owner, Rows, SheetSpec, WEEKDAY};

const fn column(id: &'static str, field: &'static str, holds: Holds) -> ColumnSpec {
    ColumnSpec::new(id, field, holds)
}

const MODE: Choice = Choice {
    group: "meeting",
    words: &[
        ("on-site", "MEETING_MODE_ON_SITE"),
        ("online", "MEETING_MODE_ONLINE"),
        ("mixed", "MEETING_MODE_MIXED"),
    ],
};

pub const ENVIRONMENTS: SheetSpec = SheetSpec::new(
    "environments",
    Rows::List("environments"),
    &[
        column("id", "id", Holds::Id),
        column("name", "name", Holds::Text).usual(),
        column("locations", "locationIds", Holds::References("locations")).usual(),
        column("size-min", "teamSize.min", Holds::Whole).required(),
        column("size-max", "teamSize.max", Holds::Whole).required(),
        column("teams-min", "teamCount.min", Holds::Whole),
        column("teams-max", "teamCount.max", Holds::Whole),
        column("duration", "meetingForm.durationMinutes", Holds::Length).required(),
        column("every-weeks", "meetingForm.everyWeeks", Holds::Whole).usual(),
        column("hours", "meetingForm.hours", Holds::Windows).required(),
        column("start-step", "meetingForm.startStepMinutes", Holds::Minutes),
        column("meeting-mode", "meetingForm.mode", Holds::Choice(&MODE)),
        column("max-meetings", "meetingForm.maxMeetings", Holds::Whole),
        column("first-date", "meetingForm.firstDate", Holds::Date),
        column("last-date", "meetingForm.lastDate", Holds::Date),
        column("education-min", "supervision[SIDE_EDUCATION].min", Holds::Whole).usual(),
        column("education-max", "supervision[SIDE_EDUCATION].max", Holds::Whole),
        column("practice-min", "supervision[SIDE_PRACTICE].min", Holds::Whole).usual(),
        column("practice-max", "supervision[SIDE_PRACTICE].max", Holds::Whole),
        column(
            "admit-locations",
            "admission.internshipLocationIds",
            Holds::References("locations"),
        ),
        column("admit-neighbourhoods", "admission.neighbourhoods", Holds::Texts),
        column("admit-programmes", "admission.programmeIds", Holds::References("programmes"))
            .usual(),
        column("admit-participants", "admission.participantIds", Holds::References("participants")),
        column("themes", "themeIds", Holds::References("themes")),
    ],
)
.needed(Need::Required);

pub const TEAMS: SheetSpec = SheetSpec::new(
    "teams",
    Rows::Owned(&[Owner { column: Some("environment"), list: "environments", field: "teams" }]),
    &[
        column("environment", "", Holds::Reference("environments")).required(),
        column("id", "id", Holds::Id),
        column("name", "name", Holds::Text),
        column("weekday", "slot.weekday", Holds::Choice(&WEEKDAY)),
        column("start", "slot.startTime", Holds::Time),
        column("week-offset", "slot.weekOffset", Holds::Whole),
        column("location", "slot.locationId", Holds::Reference("locations")),
        column("room", "slot.roomId", Holds::Reference("locations[].rooms")),
        column("team-supervisors", "supervisorIds", Holds::References("supervisors")),
        column("theme", "themeId", Holds::Reference("themes")),
    ],
);

const RULE_MODE: Choice = Choice {
    group: "rule",
    words: &[
        ("off", "RULE_MODE_OFF"),
        ("weighed", "RULE_MODE_WEIGHED"),
        ("required", "RULE_MODE_REQUIRED"),
    ],
};

/// How strongly a rule counts: a mode and, where it is weighed, a part of its own weight.
pub const STRENGTH: Choice = Choice {
    group: "strength",
    words: &[
        ("off", "off"),
        ("light", "light"),
        ("normal", "normal"),
        ("heavy", "heavy"),
        ("requirement", "requirement"),
    ],
};

pub const RULES: SheetSpec = SheetSpec::new(
    "rules",
    Rows::Owned(&[
        Owner { column: Some("environment"), list: "environments", field: "rules" },
        Owner { column: None, list: "", field: "rules" },
    ]),
    &[
        column("rule", "ruleId", Holds::Rule).required(),
        column("rule-meaning", "", Holds::Text).shorthand(),
        column("strength", "", Holds::Choice(&STRENGTH)).shorthand(),
        column("environment", "", Holds::Reference("environments")),
        column("rule-mode", "mode", Holds::Choice(&RULE_MODE)),
        column("weight", "weight", Holds::Whole),
        column("parameters", "parameters", Holds::Numbers),
        column("attributes", "attributes", Holds::Texts),
        column("values", "values", Holds::Texts),
    ],
);
