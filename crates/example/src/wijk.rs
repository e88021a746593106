//! A neighbourhood pool of the Zwolle placements: those of the eighteen organisations that stand in
//! Zwolle put their students together and meet at one place in the neighbourhood.

use super::Options;
use super::calendar::{NORTH_2020, every_workday};
use super::parts::{about, form, location, one_of_each_side, organisation, range};
use super::zwolle::rows::{self, Row};
use super::zwolle::{institutions, places, sites, students, supervisors};
use leerteam_wire::v1::{Admission, LearningEnvironment, Roster, Side, Supervisor};

const TOWN: &str = "Zwolle";
const MEETING_PLACE: &str = "wijkcentrum";

/// The roster; of it, what `fixtures/zwolle/teams.csv` states is fact.
pub fn roster(options: &Options) -> Roster {
    let seed = options.seed;
    let rows: Vec<Row> = rows::read();
    let practices = sites::practices(seed, &rows);
    let supervisors = supervisors::supervisors(seed, &practices);
    let practices: Vec<_> = practices.into_iter().filter(|one| one.place == TOWN).collect();
    let sites: Vec<String> = practices.iter().map(|one| one.site.id.clone()).collect();
    let roll = students::roll(seed, &rows, &practices);

    let mut organisations = institutions::organisations();
    organisations.extend(practices.iter().map(sites::Practice::organisation));
    organisations.push(organisation(MEETING_PLACE, "Wijkcentrum", Side::Practice));
    let mut locations = institutions::locations();
    locations.extend(practices.iter().map(|practice| practice.location(seed)));
    locations.push(location(MEETING_PLACE, "Wijkcentrum", TOWN));

    Roster {
        id: "wijk".into(),
        title: "Wijkleerteams Zwolle: de stageplekken van de wijk samen".into(),
        provenance: format!(
            "Public: the organisations in Zwolle, their boards and the composition of their \
             listed students, as in figure 2.2 of the interim report of the Innovatiecluster Kind \
             en Educatie, school year 2020-2021. Synthetic, generated from seed {seed}: all else, \
             such as names, timetables, internship days, travel times and supervisors' days, that \
             they form one pool, and the place where it meets."
        ),
        period: Some(NORTH_2020.period()),
        travel: Some(places::travel(&locations)),
        organisations,
        locations,
        programmes: roll.programmes,
        cohorts: roll.cohorts,
        environments: vec![pool(&sites, roll.participants.len())],
        participants: roll.participants,
        supervisors: supervisors.into_iter().filter_map(|one| comes_over(one, &sites)).collect(),
        ..Default::default()
    }
}

/// Who supervises at one of the pool's placements now does so at its meeting place.
fn comes_over(supervisor: Supervisor, sites: &[String]) -> Option<Supervisor> {
    let here = supervisor.location_ids.iter().any(|id| sites.contains(id));
    here.then(|| Supervisor { location_ids: vec![MEETING_PLACE.into()], ..supervisor })
}

fn pool(sites: &[String], students: usize) -> LearningEnvironment {
    let (least, most) = (5, 8);
    LearningEnvironment {
        id: "wijk".into(),
        name: "Wijkleerteams".into(),
        location_ids: vec![MEETING_PLACE.into()],
        admission: Some(Admission {
            internship_location_ids: sites.to_vec(),
            ..Default::default()
        }),
        team_count: Some(range(students.div_ceil(most), students / least)),
        team_size: Some(range(least, most)),
        meeting_form: Some(form(90, 2, every_workday("13:00", "17:30"))),
        supervision: one_of_each_side(),
        // What matters in a neighbourhood is what somebody learns to do, not where.
        rules: vec![
            about("fair-share", &["profession", "level-group"]),
            about("alone", &["level-group", "field"]),
            about("critical-mass", &["profession"]),
        ],
        ..Default::default()
    }
}
