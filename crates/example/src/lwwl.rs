//! Care in Noord-Holland Noord: students of three colleges are employed by care organisations, work
//! shifts on a ward, and are supervised there in small groups for an hour and a half a week.

use super::Options;
use super::calendar::{NORTH_2024, every, window, windows};
use super::catalogue::programme;
use super::kit::Dice;
use super::parts::{
    exactly, form, lesson, location, off, organisation, organisations, range, shift, weighed,
};
use super::roles::{cohort, member, supervisor};
use leerteam_wire::v1::{
    Admission, Cohort, Commitment, Flexibility, LearningEnvironment, Location, Organisation,
    Participant, Roster, Side, Supervisor, Travel,
};

const COLLEGES: [&str; 3] = ["Mbo Kust", "Mbo Polder", "Hogeschool Noord"];
const ORGANISATIONS: usize = 18;
const STUDENTS: usize = 420;
/// Most students of one supervisor.
const MOST: usize = 4;
/// Programme, college, share of the students and weekday of the lessons; two classes of most.
const CLASSES: [(&str, &str, u32, usize); 6] = [
    ("Verzorgende IG", "mbo-kust", 5, 0),
    ("Verzorgende IG", "mbo-polder", 5, 4),
    ("Mbo Verpleegkunde", "mbo-kust", 4, 4),
    ("Mbo Verpleegkunde", "mbo-polder", 4, 1),
    ("Maatschappelijke Zorg", "mbo-polder", 3, 0),
    ("Hbo Verpleegkunde", "hogeschool-noord", 5, 2),
];

/// A ward with the places that it has.
struct Ward {
    organisation: usize,
    id: String,
    name: String,
    students: usize,
}

/// The roster of the region.
pub fn roster(options: &Options) -> Roster {
    let seed = options.seed;
    let programmes = CLASSES.map(|(name, college, ..)| programme(name, college));
    let cohorts: Vec<Cohort> = programmes
        .iter()
        .zip(CLASSES)
        .map(|(one, (_, college, _, day))| {
            cohort(one, 2, vec![lesson("lesdag", window(day, "09:00", "16:00"), college)])
        })
        .collect();
    let wards = wards(options.students.unwrap_or(STUDENTS));
    let mut organisations = organisations(&COLLEGES, Side::Education);
    let mut locations: Vec<Location> =
        organisations.iter().map(|one| location(&one.id, &one.name, "")).collect();
    organisations.extend((1..=ORGANISATIONS).map(care));
    locations.extend(wards.iter().map(Ward::location));
    Roster {
        id: "lwwl".into(),
        title: "Leren en werken in de zorg, Noord-Holland Noord".into(),
        provenance: format!(
            "Known: 420 students, 18 care organisations, 3 colleges; that students are employed, \
             have 1.5 hours of supervision a week, with 1 to 4 students for each supervisor, and \
             places on wards. Synthetic, generated from seed {seed}: all else."
        ),
        period: Some(NORTH_2024.period()),
        travel: Some(Travel {
            within_neighbourhood_minutes: Some(15),
            between_neighbourhoods_minutes: Some(45),
            ..Default::default()
        }),
        participants: wards.iter().flat_map(|ward| ward.students(seed, &cohorts)).collect(),
        supervisors: wards.iter().flat_map(|ward| ward.supervisors(seed)).collect(),
        environments: wards.iter().map(Ward::environment).collect(),
        programmes: programmes.into(),
        organisations,
        locations,
        cohorts,
        ..Default::default()
    }
}

fn care(number: usize) -> Organisation {
    organisation(&format!("zorg-{number:02}"), &format!("Zorgorganisatie {number}"), Side::Practice)
}

/// Two to four wards for each organisation; the students are spread over all of them.
fn wards(students: usize) -> Vec<Ward> {
    let of = |organisation: usize| (1..=2 + organisation % 3).map(move |ward| (organisation, ward));
    let all: Vec<(usize, usize)> = (1..=ORGANISATIONS).flat_map(of).collect();
    let count = all.len();
    let ward = |(at, (organisation, ward))| Ward {
        organisation,
        id: format!("zorg-{organisation:02}-afdeling-{ward}"),
        name: format!("Zorgorganisatie {organisation}, afdeling {ward}"),
        students: students / count + usize::from(at < students % count),
    };
    all.into_iter().enumerate().map(ward).collect()
}

impl Ward {
    fn employer(&self) -> String {
        care(self.organisation).id
    }

    /// One more supervisor than it takes if all groups were full.
    fn supervisors_needed(&self) -> usize {
        self.students.div_ceil(MOST) + 1
    }

    fn location(&self) -> Location {
        Location {
            organisation_id: self.employer(),
            ..location(&self.id, &self.name, &self.employer())
        }
    }

    fn students<'a>(
        &'a self,
        seed: u64,
        cohorts: &'a [Cohort],
    ) -> impl Iterator<Item = Participant> + 'a {
        let shares = CLASSES.map(|(_, _, share, _)| share);
        (1..=self.students).map(move |number| {
            let mut dice = Dice::new(seed, &format!("{} {number}", self.id));
            let class = dice.weighted(&shares);
            let student = member("lwwl", 0, number, &cohorts[class]);
            Participant {
                id: format!("{}-{number:02}", self.id),
                name: format!("Deelnemer {}-{number:02}", &self.id["zorg-".len()..]),
                commitments: self.shifts(&mut dice, CLASSES[class].3),
                ..student
            }
        })
    }

    /// Two days that stay, and two that come round every other week, each early or late. A late
    /// shift has too few people for anybody to leave; early shifts can be left.
    fn shifts(&self, dice: &mut Dice, school_day: usize) -> Vec<Commitment> {
        let mut weights = [3, 3, 3, 3, 3];
        weights[school_day] = 0;
        let days = dice.several(&weights, 4);
        let turns = [None, None, Some(0), Some(1)];
        let mut shifts = Vec::new();
        for (&day, turn) in days.iter().zip(turns) {
            let late = dice.chance(1, 4);
            let (start, end) = if late { ("14:30", "22:30") } else { ("07:00", "15:00") };
            let weekly = window(day, start, end);
            let hours = turn.map_or(weekly.clone(), |offset| every(2, offset, weekly));
            let flexibility = if late { Flexibility::Fixed } else { Flexibility::Leavable };
            shifts.push(Commitment {
                flexibility: flexibility.into(),
                ..shift(&format!("dienst-{}", day + 1), hours, &self.id)
            });
        }
        shifts
    }

    /// Each takes one group, on one of the days on the ward.
    fn supervisors(&self, seed: u64) -> impl Iterator<Item = Supervisor> {
        (1..=self.supervisors_needed()).map(move |number| {
            let mut dice = Dice::new(seed, &format!("supervisor {} {number}", self.id));
            let count = 2 + dice.weighted(&[2, 1]);
            let days = dice.several(&[1; 5], count);
            let hours = *dice.pick(&[("07:30", "15:30"), ("10:00", "17:00"), ("12:00", "20:00")]);
            let (id, name) = (&self.id, &self.id["zorg-".len()..]);
            Supervisor {
                id: format!("begeleider-{id}-{number}"),
                name: format!("Begeleider P-{name}-{number}"),
                max_teams: Some(1),
                location_ids: vec![self.id.clone()],
                minutes_per_week: Some(90),
                ..supervisor(
                    Side::Practice,
                    number,
                    &[&self.employer()],
                    windows(&days, hours.0, hours.1),
                )
            }
        })
    }

    fn environment(&self) -> LearningEnvironment {
        let hours = windows(&[0, 1, 2, 3, 4], "07:30", "20:00");
        let mut weekly = form(90, 1, hours);
        weekly.start_step_minutes = 60;
        LearningEnvironment {
            id: self.id.clone(),
            name: format!("Werkplekleren {}", self.name),
            location_ids: vec![self.id.clone()],
            admission: Some(Admission {
                internship_location_ids: vec![self.id.clone()],
                ..Default::default()
            }),
            team_count: Some(range(self.students.div_ceil(MOST), self.supervisors_needed())),
            team_size: Some(range(1, MOST)),
            meeting_form: Some(weekly),
            supervision: vec![exactly(1, Side::Practice)],
            // A group of two of one profession is no failure here, and no group of four has a share
            // of everyone.
            rules: vec![weighed("professions", 100), off("fair-share"), off("fragile")],
            ..Default::default()
        }
    }
}
