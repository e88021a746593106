//! A ring of regions, each a pool of its own, of which neighbours share some supervisors: many
//! environments that hang together.

use super::Options;
use super::neighbourhood::{self, Names, Neighbourhood};
use leerteam_wire::v1::Roster;

const REGIONS: usize = 4;
const STUDENTS_A_REGION: usize = 100;

/// The roster of a ring of regions.
pub fn roster(options: &Options) -> Roster {
    let seed = options.seed;
    let regions = options.regions.unwrap_or(REGIONS).max(1);
    let students = options.students.unwrap_or(regions * STUDENTS_A_REGION);
    let all: Vec<Neighbourhood> = (0..regions)
        .map(|at| Neighbourhood::new(seed, share(students, regions, at), names(at + 1)))
        .collect();
    let places: Vec<Vec<String>> = all.iter().map(|of| of.meeting_places().collect()).collect();
    let beside = |(at, region): (usize, Neighbourhood)| {
        let next = (at + 1) % regions;
        region.beside(if next == at { Vec::new() } else { places[next].clone() })
    };
    let ring: Vec<Neighbourhood> = all.into_iter().enumerate().map(beside).collect();
    let id = format!("regions-{regions}-{students}");
    let title = format!("{regions} regio's met samen {students} deelnemers");
    neighbourhood::roster(seed, &id, &title, &ring)
}

/// As even as can be.
fn share(students: usize, regions: usize, at: usize) -> usize {
    students / regions + usize::from(at < students % regions)
}

fn names(number: usize) -> Names {
    let id = format!("regio-{number:03}");
    Names {
        neighbourhood: format!("Regio {number}"),
        environment: format!("Leerteams regio {number}"),
        ids: format!("{id}-"),
        students: format!("{id}-"),
        numbers: format!("{number}-"),
        environment_id: id,
    }
}
