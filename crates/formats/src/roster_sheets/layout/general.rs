//! Time, organisations, places and programmes.

use super::{Choice, ColumnSpec, Duty, Holds, Need, Owner, Rows, SIDE, SheetSpec};

const fn column(id: &'static str, field: &'static str, holds: Holds) -> ColumnSpec {
    ColumnSpec::new(id, field, holds)
}

const ID: ColumnSpec = column("id", "id", Holds::Id);
const NAME: ColumnSpec = column("name", "name", Holds::Text);

pub const PERIOD: SheetSpec = SheetSpec::new(
    "period",
    Rows::Roster,
    &[
        column("roster-id", "id", Holds::Text),
        column("title", "title", Holds::Text),
        column("first-date", "period.firstDate", Holds::Date).required(),
        column("last-date", "period.lastDate", Holds::Date).required(),
        column("time-zone", "period.timeZone", Holds::Text),
        column("within-minutes", "travel.withinNeighbourhoodMinutes", Holds::Minutes),
        column("between-minutes", "travel.betweenNeighbourhoodsMinutes", Holds::Minutes),
        column("provenance", "provenance", Holds::Text),
    ],
)
.needed(Need::Required);

pub const CLOSURES: SheetSpec = SheetSpec::new(
    "closures",
    Rows::List("period.closures"),
    &[
        column("first-date", "firstDate", Holds::Date).required(),
        column("last-date", "lastDate", Holds::Date),
        column("reason", "reason", Holds::Text),
        column("organisations", "organisationIds", Holds::References("organisations")),
        column("locations", "locationIds", Holds::References("locations")),
    ],
);

pub const ORGANISATIONS: SheetSpec = SheetSpec::new(
    "organisations",
    Rows::List("organisations"),
    &[ID, NAME.usual(), column("side", "side", Holds::Choice(&SIDE)).required()],
)
.needed(Need::Expected);

pub const LOCATIONS: SheetSpec = SheetSpec::new(
    "locations",
    Rows::List("locations"),
    &[
        ID,
        NAME.usual(),
        column("organisation", "organisationId", Holds::Reference("organisations")),
        column("neighbourhood", "neighbourhood", Holds::Text).usual(),
        column("openings", "openings", Holds::Windows),
    ],
)
.needed(Need::Expected);

pub const ROOMS: SheetSpec = SheetSpec::new(
    "rooms",
    Rows::Owned(&[Owner { column: Some("location"), list: "locations", field: "rooms" }]),
    &[
        column("location", "", Holds::Reference("locations")).required(),
        ID,
        NAME,
        column("capacity", "capacity", Holds::Whole),
        column("openings", "openings", Holds::Windows),
    ],
);

pub const TRAVEL: SheetSpec = SheetSpec::new(
    "travel",
    Rows::List("travel.pairs"),
    &[
        column("from-location", "fromLocationId", Holds::Reference("locations")).required(),
        column("to-location", "toLocationId", Holds::Reference("locations")).required(),
        column("minutes", "minutes", Holds::Minutes).required(),
    ],
);

const LEVEL_GROUP: Choice = Choice {
    group: "level-group",
    words: &[("mbo", "LEVEL_GROUP_MBO"), ("hbo", "LEVEL_GROUP_HBO"), ("wo", "LEVEL_GROUP_WO")],
};

pub const PROGRAMMES: SheetSpec = SheetSpec::new(
    "programmes",
    Rows::List("programmes"),
    &[
        ID,
        NAME.usual(),
        column("institution", "institutionId", Holds::Reference("organisations")).required(),
        column("level", "level", Holds::Whole).required(),
        column("level-group", "levelGroup", Holds::Choice(&LEVEL_GROUP)),
        column("profession", "profession", Holds::Text).required(),
        column("field", "field", Holds::Text).required(),
    ],
)
.needed(Need::Expected);

const LESSONS: Duty = Duty { kind: "COMMITMENT_KIND_LESSON", place: None };

pub const COHORTS: SheetSpec = SheetSpec::new(
    "cohorts",
    Rows::List("cohorts"),
    &[
        ID,
        NAME.usual(),
        column("programme", "programmeId", Holds::Reference("programmes")).required(),
        column("study-year", "studyYear", Holds::Whole),
        column("lesson-days", "commitments", Holds::Duties(&LESSONS)).usual().shorthand(),
    ],
);

pub const THEMES: SheetSpec = SheetSpec::new("themes", Rows::List("themes"), &[ID, NAME]);
