//! The listed students with their programmes and classes.

use std::collections::BTreeMap;

use super::institutions;
use super::rows::Row;
use super::sites::Practice;
use crate::kit::Dice;
use crate::people::student;
use crate::timetable::{Class, class, cohort_id};
use leerteam_wire::v1::{Cohort, Participant, Programme};

/// Everyone on the roll, and what they follow.
pub struct Roll {
    /// One for each kind of programme and institution.
    pub programmes: Vec<Programme>,
    /// One for each programme, year of study and mode.
    pub cohorts: Vec<Cohort>,
    /// The students, by team.
    pub participants: Vec<Participant>,
}

/// Reads the roll from the rows and draws what they leave out.
pub fn roll(seed: u64, rows: &[Row], practices: &[Practice]) -> Roll {
    let mut programmes = BTreeMap::new();
    let mut classes: BTreeMap<String, Class> = BTreeMap::new();
    let mut participants = Vec::new();
    for practice in practices {
        let mut number = 0;
        let own = rows.iter().filter(|row| row.team == practice.team);
        for (at, row) in own.enumerate() {
            let mut dice = Dice::new(seed, &format!("row {}-{at}", row.team));
            let institution = *dice.pick(&institutions::candidates(row.programme, row.institution));
            let programme = institutions::kind(row.programme, institution).at(institution);
            let year = row.study_year.unwrap_or_else(|| study_year(&mut dice, programme.level));
            let class_id = cohort_id(&programme.id, year, row.mode);
            let class = classes
                .entry(class_id.clone())
                .or_insert_with(|| class(seed, &class_id, &programme, year, row.mode, institution));
            for _ in 0..row.count {
                number += 1;
                let id = format!("zwolle-{:02}-{number:02}", row.team);
                let name = format!("Deelnemer {}-{number:02}", row.team);
                let mut dice = Dice::new(seed, &id);
                participants.push(student(&mut dice, &id, &name, class, &practice.site));
            }
            programmes.insert(programme.id.clone(), programme);
        }
    }
    Roll {
        programmes: programmes.into_values().collect(),
        cohorts: classes.into_values().map(|class| class.cohort).collect(),
        participants,
    }
}

/// Most students asked were in year 2 or 3; an associate degree has two years.
fn study_year(dice: &mut Dice, level: i32) -> i32 {
    let years: &[i32] = match level {
        5 => &[1, 2],
        6 => &[1, 2, 2, 3, 3, 4],
        _ => &[1, 2, 2, 3, 3],
    };
    *dice.pick(years)
}
