//! One neighbourhood that pools the students of all its placements into teams; as large as asked.

use super::calendar::{every_workday, school_year, window, windows};
use super::kit::{Dice, slug};
use super::people::{absences, student};
use super::site::{Kind, Site};
use super::timetable::{Class, Mode, class};
use super::{Options, catalogue};
use crate::wire::v1::{
    Admission, LearningEnvironment, Location, MeetingForm, MeetingMode, Organisation, Programme,
    Range, Roster, Side, SupervisionNeed, Supervisor, Travel,
};

const STUDENTS: usize = 70;
const NEIGHBOURHOOD: &str = "Wijk";
const INSTITUTIONS: [&str; 3] = ["Mbo college", "Hogeschool", "Pabo"];
/// Fewest and most members of a team, and how many it has when all goes well.
const SIZES: (usize, usize, usize) = (5, 9, 7);

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

/// The roster of a pool of students; from 8 on there is a team for everyone's number.
pub fn roster(options: &Options) -> Roster {
    let seed = options.seed;
    let students = options.students.unwrap_or(STUDENTS);
    let sites = sites(seed, students);
    let programmes = SHARES.map(|(name, institution, ..)| programme(name, institution));
    let classes = classes(seed, &programmes);
    let shares = SHARES.map(|(.., share)| share);

    let mut organisations: Vec<Organisation> =
        INSTITUTIONS.iter().map(|name| organisation(&slug(name), name, Side::Education)).collect();
    let mut locations: Vec<Location> =
        INSTITUTIONS.iter().map(|name| location(&slug(name), name, "Stad", "22:00")).collect();
    for (at, site) in sites.iter().enumerate() {
        let name = format!("{} {}", kind_name(site.kind), at + 1);
        organisations.push(organisation(&site.id, &name, Side::Practice));
        locations.push(location(&site.id, &name, NEIGHBOURHOOD, "18:00"));
    }

    Roster {
        id: format!("pool-{students}"),
        title: format!("Wijkpool van {students} deelnemers"),
        provenance: format!("Synthetic, generated from seed {seed}."),
        period: Some(school_year()),
        organisations,
        locations,
        travel: Some(Travel {
            within_neighbourhood_minutes: Some(10),
            between_neighbourhoods_minutes: Some(30),
            ..Default::default()
        }),
        participants: (1..=students)
            .map(|number| {
                let id = format!("pool-{number:05}");
                let mut dice = Dice::new(seed, &id);
                let class = dice.weighted(&shares);
                let class = dice.pick(&classes[class]);
                let site = dice.pick(&sites);
                let name = format!("Deelnemer {number}");
                student(&mut dice, &id, &name, class, site)
            })
            .collect(),
        supervisors: supervisors(seed, students, &sites),
        environments: vec![environment(students, &sites)],
        cohorts: classes.into_iter().flatten().map(|class| class.cohort).collect(),
        programmes: programmes.into(),
        ..Default::default()
    }
}

fn programme(name: &str, institution: usize) -> Programme {
    catalogue::find(name)
        .expect("the shares name programmes of the catalogue")
        .at(&slug(INSTITUTIONS[institution]))
}

/// The classes of each programme, one for each year.
fn classes(seed: u64, programmes: &[Programme]) -> Vec<Vec<Class>> {
    programmes
        .iter()
        .zip(SHARES)
        .map(|(programme, (_, _, years, _))| {
            let school = &programme.institution_id;
            (1..=years).map(|year| class(seed, programme, year, Mode::FullTime, school)).collect()
        })
        .collect()
}

/// More placements for more students, but no more than a neighbourhood has.
fn sites(seed: u64, students: usize) -> Vec<Site> {
    const KINDS: [Kind; 5] =
        [Kind::School, Kind::Welfare, Kind::Childcare, Kind::School, Kind::School];
    (1..=students.div_ceil(12).clamp(4, 24))
        .map(|number| {
            let kind = KINDS[(number - 1) % KINDS.len()];
            let id = format!("{}-{number}", slug(kind_name(kind)));
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

fn organisation(id: &str, name: &str, side: Side) -> Organisation {
    Organisation { id: id.into(), name: name.into(), side: side.into() }
}

/// Without rooms: each of many like rooms would be a slot of its own and decide nothing.
fn location(id: &str, name: &str, neighbourhood: &str, closes: &str) -> Location {
    Location {
        id: id.into(),
        name: name.into(),
        organisation_id: id.into(),
        neighbourhood: neighbourhood.into(),
        openings: every_workday("08:00", closes),
        ..Default::default()
    }
}

/// As many supervisors on each side as the teams just about need, a supervisor having time for two.
fn supervisors(seed: u64, students: usize, sites: &[Site]) -> Vec<Supervisor> {
    let count = (students.div_ceil(SIZES.2) * 7).div_ceil(10).max(2);
    let numbered = |side: Side| (1..=count).map(move |number| (side, number));
    numbered(Side::Education)
        .chain(numbered(Side::Practice))
        .map(|(side, number)| {
            let education = side == Side::Education;
            let (word, letter) = if education { ("onderwijs", "O") } else { ("praktijk", "P") };
            let id = format!("{word}-{number:05}");
            let mut dice = Dice::new(seed, &id);
            let organisation = if education {
                slug(INSTITUTIONS[dice.weighted(&[4, 3, 3])])
            } else {
                dice.pick(sites).id.clone()
            };
            let days = 1 + dice.weighted(&[3, 5, 3]);
            let days = dice.several(&[2, 4, 4, 4, 2], days);
            Supervisor {
                name: format!("Begeleider {letter}-{number}"),
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
                id,
                ..Default::default()
            }
        })
        .collect()
}

/// One environment for all: five weekdays, six starts and two meeting places make 60 slots.
fn environment(students: usize, sites: &[Site]) -> LearningEnvironment {
    let (least, most, _) = SIZES;
    let fewest = (students / (most - 1)).max(1);
    let teams = students.div_ceil(least + 1).min(students / least).max(fewest);
    let need = |side: Side| SupervisionNeed { side: side.into(), min: 1, max: 1 };
    LearningEnvironment {
        id: "wijk".into(),
        name: "Wijkleerteams".into(),
        location_ids: sites.iter().take(2).map(|site| site.id.clone()).collect(),
        admission: Some(Admission {
            neighbourhoods: vec![NEIGHBOURHOOD.into()],
            ..Default::default()
        }),
        team_count: Some(range(fewest, teams)),
        team_size: Some(range(least, most)),
        meeting_form: Some(MeetingForm {
            duration_minutes: 60,
            every_weeks: 1,
            hours: every_workday("13:00", "16:30"),
            start_step_minutes: 30,
            mode: MeetingMode::OnSite.into(),
            ..Default::default()
        }),
        supervision: vec![need(Side::Education), need(Side::Practice)],
        ..Default::default()
    }
}

fn range(min: usize, max: usize) -> Range {
    Range {
        min: i32::try_from(min).unwrap_or(i32::MAX),
        max: i32::try_from(max).unwrap_or(i32::MAX),
    }
}
