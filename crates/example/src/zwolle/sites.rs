//! The 18 practice organisations.

use super::rows::Row;
use crate::calendar::{FULL_WEEKS, day_of_week};
use crate::kit::Dice;
use crate::site::{Kind, Site};
use leerteam_wire::v1::{Closure, Location, Organisation, Side};

/// The organisation of each team, by the number of the team: id and kind of place.
const PRACTICES: [(&str, Kind); 18] = [
    ("supernova", Kind::School),
    ("ijsselhof", Kind::School),
    ("ikc-bolster", Kind::School),
    ("gerardus-majella", Kind::School),
    ("vijf-er", Kind::School),
    ("schelleboom", Kind::Childcare),
    ("palet", Kind::School),
    ("kring", Kind::School),
    ("brug", Kind::School),
    ("wijkleren", Kind::Welfare),
    ("bernhard", Kind::School),
    ("stroomdal", Kind::School),
    ("morgenster", Kind::School),
    ("schatkamer", Kind::School),
    ("bolster-wijz-kern", Kind::Welfare),
    ("kinderopvang-meppel", Kind::Childcare),
    ("dikkertje-dap", Kind::Childcare),
    ("franciscus", Kind::School),
];

/// A practice organisation with its one location and its team.
pub struct Practice {
    /// Number of the team, from 1.
    pub team: usize,
    /// Name of the organisation, as in the table.
    pub name: &'static str,
    /// Where it stands.
    pub place: &'static str,
    /// The board it belongs to.
    pub board: Option<&'static str>,
    /// Its location; organisation, location and environment share the id.
    pub site: Site,
    /// Number of students that the table lists.
    pub students: usize,
}

/// All practice organisations, by team.
pub fn practices(seed: u64, rows: &[Row]) -> Vec<Practice> {
    PRACTICES
        .iter()
        .enumerate()
        .map(|(at, &(id, kind))| {
            let team = at + 1;
            let mut own = rows.iter().filter(|row| row.team == team).peekable();
            let first = *own.peek().expect("teams.csv has each of the 18 teams");
            Practice {
                team,
                name: first.organisation,
                place: first.place,
                board: first.board,
                site: Site::new(&mut Dice::new(seed, &format!("site {id}")), id, kind),
                students: own.map(|row| row.count).sum(),
            }
        })
        .collect()
}

impl Practice {
    /// As an organisation; its name carries the board.
    pub fn organisation(&self) -> Organisation {
        Organisation {
            id: self.site.id.clone(),
            name: match self.board {
                Some(board) => format!("{} ({board})", self.name),
                None => self.name.into(),
            },
            side: Side::Practice.into(),
        }
    }

    /// Its location, with rooms that hold the whole team and three supervisors.
    pub fn location(&self, seed: u64) -> Location {
        let mut dice = Dice::new(seed, &format!("rooms {}", self.site.id));
        let name = format!("{}, {}", self.name, self.place);
        self.site.location(&mut dice, &name, self.place, self.students + 3)
    }
}

/// One day on which each organisation is closed to students.
pub fn study_days(seed: u64, practices: &[Practice]) -> Vec<Closure> {
    practices
        .iter()
        .map(|practice| {
            let mut dice = Dice::new(seed, &format!("study day {}", practice.site.id));
            let monday = *dice.pick(&FULL_WEEKS);
            let date = day_of_week(monday, dice.below(5));
            Closure {
                first_date: date.clone(),
                last_date: date,
                reason: "Studiedag".into(),
                organisation_ids: vec![practice.site.id.clone()],
                ..Default::default()
            }
        })
        .collect()
}
