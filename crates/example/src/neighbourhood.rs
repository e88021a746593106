//! A neighbourhood that pools the students of all its placements into teams; as large as asked.

use super::calendar::{NORTH_2020, every_workday, window, windows};
use super::catalogue;
use super::kit::{Dice, slug};
use super::parts::{form, location, one_of_each_side, organisation, range};
use super::people::{absences, student};
use super::site::{Kind, Site};
use super::timetable::{Class, Mode, class, cohort_id};
use leerteam_wire::v1::{
    Admission, LearningEnvironment, Location, Organisation, Participant, Programme, Roster, Side,
    Supervisor, Travel,
};

const INSTITUTIONS: [&str; 3] = ["Mbo college", "Hogeschool", "Pabo"];
/// Fewest and most members of a team, and how many it has when all goes well.
const SIZES: (usize, usize, usize) = (5, 9, 7);
/// One in so many supervisors of the education side goes beside.
const ONE_BESIDE_IN: usize = 20;
/// Sites at which teams meet.
pub const MEETING_PLACES: usize = 2;

/// Programme, institution, years of study and share of the students, in hundredths.
const SHARES: [(&str, usize, i32, u32); 9] = [
    ("Pabo", 2, 4, 20),
    ("Pabo", 1, 4, 8),
    ("Social Work", 1, 4, 12),
    ("Pedagogisch Professional Kind en Educatie", 2, 2, 9),
    ("Pedagogisch Management Kind en Educatie", 1, 2, 7),
    ("Onderwijsassistent", 0, 3, 18),
    ("Gespecialiseerd Pedagogisch Medewerker", 0, 3, 11),
    ("Sociaal Werk", 0, 3, 7),
    ("Pedagogisch Medewerker", 0, 3, 8),
];

/// What keeps the ids of one neighbourhood apart from those of others.
#[derive(Clone, Debug)]
pub struct Names {
    /// The neighbourhood itself.
    pub neighbourhood: String,
    /// Id of its learning environment.
    pub environment_id: String,
    /// Name of its learning environment.
    pub environment: String,
    /// What ids of classes, sites and supervisors start with.
    pub ids: String,
    /// What ids of students start with.
    pub students: String,
    /// What numbers in names of people and places start with.
    pub numbers: String,
}

/// A neighbourhood with its own sites, classes, students and supervisors.
pub struct Neighbourhood {
    names: Names,
    seed: u64,
    students: usize,
    sites: Vec<Site>,
    classes: Vec<Vec<Class>>,
    /// Meeting places beside its own to which some supervisors go; without, all go anywhere.
    beside: Option<Vec<String>>,
}

/// The roster of some neighbourhoods that share the institutions; from 8 students on there is a team
/// for everyone's number.
pub fn roster(seed: u64, id: &str, title: &str, neighbourhoods: &[Neighbourhood]) -> Roster {
    let mut organisations: Vec<Organisation> =
        INSTITUTIONS.iter().map(|name| organisation(&slug(name), name, Side::Education)).collect();
    let mut locations: Vec<Location> =
        INSTITUTIONS.iter().map(|name| place(&slug(name), name, "Stad", "22:00")).collect();
    for neighbourhood in neighbourhoods {
        for (at, site) in neighbourhood.sites.iter().enumerate() {
            let Names { numbers, neighbourhood, .. } = &neighbourhood.names;
            let name = format!("{} {numbers}{}", kind_name(site.kind), at + 1);
            organisations.push(organisation(&site.id, &name, Side::Practice));
            locations.push(place(&site.id, &name, neighbourhood, "18:00"));
        }
    }
    let classes = neighbourhoods.iter().flat_map(|of| of.classes.iter().flatten());
    Roster {
        id: id.into(),
        title: title.into(),
        provenance: format!("Synthetic, generated from seed {seed}."),
        period: Some(NORTH_2020.period()),
        organisations,
        locations,
        travel: Some(Travel {
            within_neighbourhood_minutes: Some(10),
            between_neighbourhoods_minutes: Some(30),
            ..Default::default()
        }),
        participants: neighbourhoods.iter().flat_map(Neighbourhood::participants).collect(),
        supervisors: neighbourhoods.iter().flat_map(Neighbourhood::supervisors).collect(),
        environments: neighbourhoods.iter().map(Neighbourhood::environment).collect(),
        cohorts: classes.map(|class| class.cohort.clone()).collect(),
        programmes: programmes().into(),
        ..Default::default()
    }
}

impl Neighbourhood {
    /// A neighbourhood of so many students.
    pub fn new(seed: u64, students: usize, names: Names) -> Neighbourhood {
        let (sites, classes) = (sites(seed, &names.ids, students), classes(seed, &names.ids));
        Neighbourhood { names, seed, students, sites, classes, beside: None }
    }

    /// The same with supervisors who go to its own meeting places only, but for some of the
    /// education side, who go to these as well.
    pub fn beside(self, places: Vec<String>) -> Neighbourhood {
        Neighbourhood { beside: Some(places), ..self }
    }

    /// The ids of the locations at which its teams meet.
    pub fn meeting_places(&self) -> impl Iterator<Item = String> {
        self.sites.iter().take(MEETING_PLACES).map(|site| site.id.clone())
    }

    fn participants(&self) -> impl Iterator<Item = Participant> {
        let shares = SHARES.map(|(.., share)| share);
        let Names { students: prefix, numbers, .. } = &self.names;
        (1..=self.students).map(move |number| {
            let id = format!("{prefix}{number:05}");
            let mut dice = Dice::new(self.seed, &id);
            let class = dice.weighted(&shares);
            let class = dice.pick(&self.classes[class]);
            let site = dice.pick(&self.sites);
            let name = format!("Deelnemer {numbers}{number}");
            student(&mut dice, &id, &name, class, site)
        })
    }

    /// As many supervisors on each side as the teams just about need, a supervisor having time for
    /// two.
    fn supervisors(&self) -> impl Iterator<Item = Supervisor> {
        let count = (self.students.div_ceil(SIZES.2) * 7).div_ceil(10).max(2);
        let numbered = move |side: Side| (1..=count).map(move |number| (side, number));
        let all = numbered(Side::Education).chain(numbered(Side::Practice));
        all.map(|(side, number)| self.supervisor(side, number))
    }

    fn supervisor(&self, side: Side, number: usize) -> Supervisor {
        let Names { ids, numbers, .. } = &self.names;
        let education = side == Side::Education;
        let (word, letter) = if education { ("onderwijs", "O") } else { ("praktijk", "P") };
        let id = format!("{ids}{word}-{number:05}");
        let mut dice = Dice::new(self.seed, &id);
        let organisation = if education {
            slug(INSTITUTIONS[dice.weighted(&[4, 3, 3])])
        } else {
            dice.pick(&self.sites).id.clone()
        };
        let days = 1 + dice.weighted(&[3, 5, 3]);
        let days = dice.several(&[2, 4, 4, 4, 2], days);
        Supervisor {
            name: format!("Begeleider {letter}-{numbers}{number}"),
            sides: vec![side.into()],
            organisation_ids: vec![organisation],
            availability: if education {
                windows(&days, "09:00", "17:30")
            } else {
                days.iter()
                    .map(|&day| {
                        let start = *dice.pick(&["13:00", "14:30"]);
                        window(day, start, "17:00")
                    })
                    .collect()
            },
            absences: absences(&mut dice),
            minutes_per_week: Some(120),
            max_teams: Some(if dice.chance(1, 4) { 1 } else { 2 }),
            location_ids: self.goes_to(side, number),
            id,
            ..Default::default()
        }
    }

    /// The first supervisor is of those who go beside, so that there always is one.
    fn goes_to(&self, side: Side, number: usize) -> Vec<String> {
        let Some(beside) = &self.beside else { return Vec::new() };
        let also = side == Side::Education && number % ONE_BESIDE_IN == 1;
        let beside = beside.iter().filter(|_| also).cloned();
        self.meeting_places().chain(beside).collect()
    }

    /// One environment for all: five weekdays, six starts and two meeting places make 60 slots.
    fn environment(&self) -> LearningEnvironment {
        let (least, most, _) = SIZES;
        let (fewest, teams) = team_count(self.students);
        LearningEnvironment {
            id: self.names.environment_id.clone(),
            name: self.names.environment.clone(),
            location_ids: self.meeting_places().collect(),
            admission: Some(Admission {
                neighbourhoods: vec![self.names.neighbourhood.clone()],
                ..Default::default()
            }),
            team_count: Some(range(fewest, teams)),
            team_size: Some(range(least, most)),
            meeting_form: Some(form(60, 1, every_workday("13:00", "16:30"))),
            supervision: one_of_each_side(),
            ..Default::default()
        }
    }
}

/// Fewest and most teams of so many students.
pub fn team_count(students: usize) -> (usize, usize) {
    let (least, most, _) = SIZES;
    let fewest = (students / (most - 1)).max(1);
    (fewest, students.div_ceil(least + 1).min(students / least).max(fewest))
}

fn programmes() -> [Programme; SHARES.len()] {
    SHARES
        .map(|(name, institution, ..)| catalogue::programme(name, &slug(INSTITUTIONS[institution])))
}

/// The classes of each programme, one for each year.
fn classes(seed: u64, ids: &str) -> Vec<Vec<Class>> {
    let of_programme = |(programme, (_, _, years, _)): (&Programme, (_, _, i32, _))| {
        let of_year = |year| {
            let id = format!("{ids}{}", cohort_id(&programme.id, year, Mode::FullTime));
            class(seed, &id, programme, year, Mode::FullTime, &programme.institution_id)
        };
        (1..=years).map(of_year).collect()
    };
    programmes().iter().zip(SHARES).map(of_programme).collect()
}

/// More placements for more students, but no more than a neighbourhood has.
fn sites(seed: u64, ids: &str, students: usize) -> Vec<Site> {
    const KINDS: [Kind; 5] =
        [Kind::School, Kind::Welfare, Kind::Childcare, Kind::School, Kind::School];
    (1..=students.div_ceil(12).clamp(4, 24))
        .map(|number| {
            let kind = KINDS[(number - 1) % KINDS.len()];
            let id = format!("{ids}{}-{number}", slug(kind_name(kind)));
            Site::new(&mut Dice::new(seed, &format!("site {id}")), &id, kind)
        })
        .collect()
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::School => "Basisschool",
        Kind::Childcare => "Kinderopvang",
        Kind::Welfare => "Buurthuis",
    }
}

/// Without rooms: each of many like rooms would be a slot of its own and decide nothing.
fn place(id: &str, name: &str, neighbourhood: &str, closes: &str) -> Location {
    Location { openings: every_workday("08:00", closes), ..location(id, name, neighbourhood) }
}
