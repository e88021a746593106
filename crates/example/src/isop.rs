//! Many primary schools of the Achterhoek at once: each has a team of its own, and some teachers of
//! the institutions work for two of these.

mod people;

use super::Options;
use super::calendar::NORTH_2020;
use super::kit::Dice;
use super::parts::{form, location, one_of_each_side, organisation, organisations, range};
use super::site::{Kind, Site};
use leerteam_wire::v1::{
    Admission, GivenTeam, LearningEnvironment, Location, Roster, Side, Supervisor, Travel,
};

const INSTITUTIONS: [&str; 3] = ["Mbo Achterhoek", "Hogeschool Oost", "Hogeschool Zuid"];
const PLACES: [&str; 9] = [
    "Aalten",
    "Borculo",
    "Doetinchem",
    "Eibergen",
    "Groenlo",
    "Lichtenvoorde",
    "Terborg",
    "Ulft",
    "Winterswijk",
];
const SCHOOLS_A_PLACE: usize = 5;
/// Schools whose team of last year goes on: who is in it and who supervises is known.
const GOING_ON: [usize; 3] = [7, 22, 38];

/// A primary school with its team.
struct School {
    /// From 1.
    number: usize,
    place: &'static str,
    site: Site,
    students: usize,
}

/// The roster of all schools.
pub fn roster(options: &Options) -> Roster {
    let seed = options.seed;
    let schools: Vec<School> =
        (1..=PLACES.len() * SCHOOLS_A_PLACE).map(|number| School::new(seed, number)).collect();
    let classes = people::classes(seed);
    let supervisors = people::supervisors(seed, &schools);
    let mut organisations = organisations(&INSTITUTIONS, Side::Education);
    let mut locations: Vec<Location> =
        organisations.iter().map(|one| location(&one.id, &one.name, "Doetinchem")).collect();
    for school in &schools {
        let name = format!("Basisschool {}", school.number);
        organisations.push(organisation(&school.site.id, &name, Side::Practice));
        locations.push(location(&school.site.id, &name, school.place));
    }
    Roster {
        id: "isop".into(),
        title: "Leerteams op 45 basisscholen in de Achterhoek".into(),
        provenance: format!(
            "Known: that 45 schools take part at once with students of mbo and hbo, and that some \
             teachers work for two institutions. Synthetic, generated from seed {seed}: all else; \
             the places are real, the schools and institutions are not."
        ),
        period: Some(NORTH_2020.period()),
        travel: Some(Travel {
            within_neighbourhood_minutes: Some(10),
            between_neighbourhoods_minutes: Some(25),
            ..Default::default()
        }),
        programmes: people::programmes().into(),
        participants: schools
            .iter()
            .flat_map(|one| people::students(seed, one, &classes))
            .collect(),
        cohorts: classes.into_iter().flatten().map(|class| class.cohort).collect(),
        environments: schools.iter().map(|one| one.environment(&supervisors)).collect(),
        supervisors,
        organisations,
        locations,
        ..Default::default()
    }
}

impl School {
    fn new(seed: u64, number: usize) -> School {
        let id = format!("basisschool-{number:02}");
        let mut dice = Dice::new(seed, &format!("site {id}"));
        School {
            number,
            place: PLACES[(number - 1) / SCHOOLS_A_PLACE],
            site: Site::new(&mut dice, &id, Kind::School),
            students: dice.between(4, 7) as usize,
        }
    }

    /// The team of last year, if it goes on here.
    fn team_of_last_year(&self) -> Option<String> {
        GOING_ON.contains(&self.number).then(|| format!("team-{}", self.site.id))
    }

    fn environment(&self, supervisors: &[Supervisor]) -> LearningEnvironment {
        let id = &self.site.id;
        let here = |side: Side| {
            let of_side = supervisors.iter().filter(move |one| one.sides.contains(&side.into()));
            of_side.filter(|one| one.location_ids[0] == *id).map(|one| one.id.clone()).next()
        };
        let team = |team: String| GivenTeam {
            id: team,
            supervisor_ids: [Side::Education, Side::Practice]
                .into_iter()
                .filter_map(here)
                .collect(),
            ..Default::default()
        };
        let given: Vec<GivenTeam> = self.team_of_last_year().map(team).into_iter().collect();
        let (minutes, weeks) = if self.number.is_multiple_of(4) { (60, 1) } else { (90, 2) };
        LearningEnvironment {
            id: id.clone(),
            name: format!("Leerteam basisschool {}", self.number),
            location_ids: vec![id.clone()],
            admission: Some(Admission {
                internship_location_ids: vec![id.clone()],
                ..Default::default()
            }),
            team_count: given.is_empty().then(|| range(1, 1)),
            teams: given,
            team_size: Some(range(3, 8)),
            meeting_form: Some(form(minutes, weeks, self.site.meeting_hours())),
            supervision: one_of_each_side(),
            ..Default::default()
        }
    }
}
