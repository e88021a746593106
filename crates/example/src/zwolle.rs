//! The Innovatiecluster Kind en Educatie, Zwolle region, school year 2020-2021: 18 teams, each at
//! a practice organisation.

mod environments;
pub(super) mod institutions;
pub(super) mod places;
pub(super) mod rows;
pub(super) mod sites;
pub(super) mod students;
pub(super) mod supervisors;

use super::{Options, calendar};
use leerteam_wire::v1::Roster;

/// The roster; only what `fixtures/zwolle/teams.csv` states is fact.
pub fn roster(options: &Options) -> Roster {
    let seed = options.seed;
    let rows = rows::read();
    let practices = sites::practices(seed, &rows);
    let roll = students::roll(seed, &rows, &practices);

    let mut period = calendar::NORTH_2020.period();
    period.closures.extend(sites::study_days(seed, &practices));

    let mut organisations = institutions::organisations();
    organisations.extend(practices.iter().map(sites::Practice::organisation));
    let mut locations = institutions::locations();
    locations.extend(practices.iter().map(|practice| practice.location(seed)));

    Roster {
        id: "zwolle".into(),
        title: "Leerteams Innovatiecluster Kind en Educatie, regio Zwolle, 2020-2021".into(),
        provenance: format!(
            "Public: the composition of the 18 teams (organisations, places, boards, programmes, \
             institutions and 111 listed students) as in figure 2.2 of the interim report of the \
             Innovatiecluster Kind en Educatie, school year 2020-2021, the number of supervisors \
             (15 education, 21 practice) and the school holidays of the northern region. Synthetic, \
             generated from seed {seed}: all else, such as names, timetables, internship days and \
             periods, rooms, travel times, supervisors' days and whatever the figure leaves out."
        ),
        period: Some(period),
        travel: Some(places::travel(&locations)),
        organisations,
        locations,
        programmes: roll.programmes,
        cohorts: roll.cohorts,
        participants: roll.participants,
        supervisors: supervisors::supervisors(seed, &practices),
        environments: practices.iter().map(environments::environment).collect(),
        ..Default::default()
    }
}
