//! Which sheets and columns a roster has, and which field of the message each column is. Reading, writing
//! and the template all follow from this.

mod general;
mod people;
mod teams;

pub use people::{EXCEPTION, KIND};
pub use teams::STRENGTH;

/// A sheet of the workbook.
#[derive(Debug)]
pub struct SheetSpec {
    /// Key of its texts: `sheet-{id}`.
    pub id: &'static str,
    /// Where its rows go.
    pub rows: Rows,
    /// What it means if it is not there.
    pub need: Need,
    /// Its columns.
    pub columns: &'static [ColumnSpec],
    /// Whether it has a column for each attribute too.
    pub attributes: bool,
    /// Whether its rows are people, of whom more is often known than planning needs.
    pub of_people: bool,
}

/// Where the rows of a sheet go.
#[derive(Clone, Copy, Debug)]
pub enum Rows {
    /// The one row states fields of the roster itself.
    Roster,
    /// Each row is an entry of a list of the roster.
    List(&'static str),
    /// Each row is an entry of a list of its owner.
    Owned(&'static [Owner]),
    /// Each row states fields of an entry that stands on another sheet.
    Fields(Owner),
}

/// Whose list a row belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Owner {
    /// The column that names it; none for the roster itself.
    pub column: Option<&'static str>,
    /// The list of the roster that it stands in.
    pub list: &'static str,
    /// The field of the owner.
    pub field: &'static str,
}

/// What it means if a sheet is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Without it there is nothing to plan.
    Required,
    /// It is probably forgotten.
    Expected,
    /// There just are no such things.
    Optional,
}

/// A column of a sheet.
#[derive(Debug)]
pub struct ColumnSpec {
    /// Key of its texts: `column-{id}`; of its note on this sheet, if that is another, `note-{sheet}-{id}`.
    pub id: &'static str,
    /// The field below the row's entry; `owner` columns have none.
    pub field: &'static str,
    /// What its cells hold.
    pub holds: Holds,
    /// Whether it must be there and filled in.
    pub required: bool,
    /// Whether a first plan mostly needs it.
    pub usual: bool,
    /// Whether it says in one cell what has a sheet of its own. It is read, and never written.
    pub shorthand: bool,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Text.
    Text,
    /// The id of the row; the name where it is left out.
    Id,
    /// A whole number.
    Whole,
    /// A length of time in minutes, which may be a few.
    Minutes,
    /// A length of time in minutes, of which a few are probably hours.
    Length,
    /// Yes or no.
    YesNo,
    /// A date.
    Date,
    /// A time of day.
    Time,
    /// One of the words of a group, `choice-{group}-...`.
    Choice(&'static Choice),
    /// Several of these.
    ChoiceList(&'static Choice),
    /// The id or the name of an entry of a list.
    Reference(&'static str),
    /// Several of these.
    References(&'static str),
    /// Several texts.
    Texts,
    /// A rule, by its id or its name.
    Rule,
    /// Numbers by name.
    Numbers,
    /// Weekdays of a recurring stretch, perhaps with its times and weeks.
    Days,
    /// Weeks of a recurring stretch.
    Weeks,
    /// Several recurring stretches in one cell.
    Windows,
    /// Stretches of dates, those from a place in the list on.
    Stretches(usize),
    /// Recurring stretches in one cell, each a commitment.
    Duties(&'static Duty),
}

/// What the commitments of a cell are.
#[derive(Debug, PartialEq, Eq)]
pub struct Duty {
    /// Their kind.
    pub kind: &'static str,
    /// The column that says where they are.
    pub place: Option<&'static str>,
}

/// A group of words to choose from, and the value of the message that each stands for.
#[derive(Debug, PartialEq, Eq)]
pub struct Choice {
    /// Key of the group.
    pub group: &'static str,
    /// Key of the word, and its value.
    pub words: &'static [(&'static str, &'static str)],
}

impl ColumnSpec {
    const fn new(id: &'static str, field: &'static str, holds: Holds) -> ColumnSpec {
        ColumnSpec { id, field, holds, required: false, usual: false, shorthand: false }
    }

    const fn required(self) -> ColumnSpec {
        ColumnSpec { required: true, ..self }
    }

    const fn usual(self) -> ColumnSpec {
        ColumnSpec { usual: true, ..self }
    }

    const fn shorthand(self) -> ColumnSpec {
        ColumnSpec { shorthand: true, ..self }
    }
}

impl SheetSpec {
    const fn new(id: &'static str, rows: Rows, columns: &'static [ColumnSpec]) -> SheetSpec {
        SheetSpec { id, rows, need: Need::Optional, columns, attributes: false, of_people: false }
    }

    const fn needed(self, need: Need) -> SheetSpec {
        SheetSpec { need, ..self }
    }

    /// The column with this id.
    pub fn column(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.id == id)
    }

    /// The lists of the roster that its rows are entries of, as findings name them.
    pub fn lists(&self) -> Vec<String> {
        match self.rows {
            Rows::Roster => vec!["period".to_owned()],
            Rows::Fields(_) => Vec::new(),
            Rows::List(list) => vec![list.to_owned()],
            Rows::Owned(owners) => {
                owners.iter().map(|owner| format!("{}[].{}", owner.list, owner.field)).collect()
            }
        }
    }

    /// The field below a row's entry that is a recurring stretch: the part before `weekday`.
    pub fn window(&self) -> Option<&'static str> {
        let days = self.columns.iter().find(|column| column.holds == Holds::Days)?;
        days.field.strip_suffix("weekday").map(|base| base.trim_end_matches('.'))
    }
}

/// All sheets, in the order of the workbook. Whoever is named on a sheet stands on an earlier one, but for
/// themes and supervisors of teams.
pub const SHEETS: &[SheetSpec] = &[
    general::PERIOD,
    general::CLOSURES,
    general::ORGANISATIONS,
    general::LOCATIONS,
    general::ROOMS,
    general::TRAVEL,
    general::PROGRAMMES,
    general::COHORTS,
    general::THEMES,
    teams::ENVIRONMENTS,
    teams::TEAMS,
    people::PARTICIPANTS,
    people::COMMITMENTS,
    people::SUPERVISORS,
    people::AVAILABILITY,
    people::ABSENCES,
    people::WISHES,
    people::PINS,
    teams::RULES,
];

/// The sides.
pub const SIDE: Choice = Choice {
    group: "side",
    words: &[("education", "SIDE_EDUCATION"), ("practice", "SIDE_PRACTICE")],
};

/// The days of the week.
pub const WEEKDAY: Choice = Choice {
    group: "weekday",
    words: &[
        ("1", "WEEKDAY_MONDAY"),
        ("2", "WEEKDAY_TUESDAY"),
        ("3", "WEEKDAY_WEDNESDAY"),
        ("4", "WEEKDAY_THURSDAY"),
        ("5", "WEEKDAY_FRIDAY"),
        ("6", "WEEKDAY_SATURDAY"),
        ("7", "WEEKDAY_SUNDAY"),
    ],
};
