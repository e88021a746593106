//! One neighbourhood that pools the students of all its placements into teams; as large as asked.

use super::Options;
use super::neighbourhood::{self, Names, Neighbourhood};
use leerteam_wire::v1::Roster;

const STUDENTS: usize = 70;

/// The roster of a pool of students.
pub fn roster(options: &Options) -> Roster {
    let students = options.students.unwrap_or(STUDENTS);
    let names = Names {
        neighbourhood: "Wijk".into(),
        environment_id: "wijk".into(),
        environment: "Wijkleerteams".into(),
        ids: String::new(),
        students: "pool-".into(),
        numbers: String::new(),
    };
    let (id, title) = (format!("pool-{students}"), format!("Wijkpool van {students} deelnemers"));
    let pool = Neighbourhood::new(options.seed, students, names);
    neighbourhood::roster(options.seed, &id, &title, &[pool])
}
