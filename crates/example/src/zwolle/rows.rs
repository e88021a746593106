//! The public table: one row for each group of like students.

use crate::timetable::Mode;

const TEAMS: &str = include_str!("../../../../fixtures/zwolle/teams.csv");

/// A row of the table; what it leaves out is `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Number of the team, from 1.
    pub team: usize,
    /// The practice organisation.
    pub organisation: &'static str,
    /// Where it stands.
    pub place: &'static str,
    /// The board it belongs to.
    pub board: Option<&'static str>,
    /// Number of students.
    pub count: usize,
    /// Their year of study.
    pub study_year: Option<i32>,
    /// Part time where the row says so.
    pub mode: Mode,
    /// The programme, in the words of the table.
    pub programme: &'static str,
    /// The institution.
    pub institution: Option<&'static str>,
}

/// All rows, in the order of the table.
pub fn read() -> Vec<Row> {
    TEAMS.lines().skip(1).map(row).collect()
}

/// The table has no quoted fields, so a comma always ends one.
fn row(line: &'static str) -> Row {
    let fields: Vec<&str> = line.split(',').collect();
    let [team, organisation, place, board, count, year, mode, programme, institution] = fields[..]
    else {
        panic!("teams.csv has a row without nine fields: {line}");
    };
    let number = |text: &str| text.parse().expect("teams.csv has whole numbers");
    let stated = |text: &'static str| (!text.is_empty()).then_some(text);
    Row {
        team: number(team),
        organisation,
        place,
        board: stated(board),
        count: number(count),
        study_year: stated(year).map(|year| number(year) as i32),
        mode: if mode.starts_with("deeltijd") { Mode::PartTime } else { Mode::FullTime },
        programme,
        institution: stated(institution),
    }
}
