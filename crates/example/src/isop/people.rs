//! Students and supervisors of the 45 schools.

use super::{INSTITUTIONS, PLACES, SCHOOLS_A_PLACE, School};
use crate::calendar::{window, windows};
use crate::catalogue;
use crate::kit::{Dice, slug};
use crate::people::{absences, student};
use crate::roles::supervisor;
use crate::timetable::{Class, Mode, class, cohort_id};
use leerteam_wire::v1::{Participant, ParticipantPins, Programme, Side, Supervisor};

/// Programme, institution, years of study and share of the students.
const SHARES: [(&str, usize, i32, u32); 7] = [
    ("Onderwijsassistent", 0, 3, 9),
    ("Pedagogisch Medewerker", 0, 3, 4),
    ("Sociaal Werk", 0, 3, 3),
    ("Pabo", 1, 4, 7),
    ("Social Work", 1, 4, 3),
    ("Pabo", 2, 4, 4),
    ("Pedagogisch Professional Kind en Educatie", 2, 2, 4),
];

/// Education side: four for every place.
const TUTORS_A_PLACE: usize = 4;

/// All programmes.
pub fn programmes() -> [Programme; SHARES.len()] {
    SHARES.map(|(name, at, ..)| catalogue::programme(name, &slug(INSTITUTIONS[at])))
}

/// The classes of each programme, one for each year.
pub fn classes(seed: u64) -> Vec<Vec<Class>> {
    let of_programme = |(programme, (_, _, years, _)): (&Programme, (_, _, i32, _))| {
        let of_year = |year| {
            let id = cohort_id(&programme.id, year, Mode::FullTime);
            class(seed, &id, programme, year, Mode::FullTime, &programme.institution_id)
        };
        (1..=years).map(of_year).collect()
    };
    programmes().iter().zip(SHARES).map(of_programme).collect()
}

/// The students of a school.
pub fn students(
    seed: u64,
    school: &School,
    classes: &[Vec<Class>],
) -> impl Iterator<Item = Participant> {
    let shares = SHARES.map(|(_, _, _, share)| share);
    (1..=school.students).map(move |number| {
        let id = format!("isop-{:02}-{number:02}", school.number);
        let name = format!("Deelnemer {}-{number:02}", school.number);
        let mut dice = Dice::new(seed, &id);
        let class = dice.weighted(&shares);
        let class = dice.pick(&classes[class]);
        let pins = school
            .team_of_last_year()
            .map(|team_id| ParticipantPins { team_id, ..Default::default() });
        Participant { pins, ..student(&mut dice, &id, &name, class, &school.site) }
    })
}

/// Education side first.
pub fn supervisors(seed: u64, schools: &[School]) -> Vec<Supervisor> {
    let tutors = (0..PLACES.len() * TUTORS_A_PLACE).map(|at| tutor(seed, at, schools));
    let coaches = schools.iter().map(|school| coach(seed, school, schools));
    tutors.chain(coaches).collect()
}

/// Goes to three schools of one place, at home in the first, and to one of the next place. Every
/// third works for two institutions, and every one takes two teams.
fn tutor(seed: u64, at: usize, schools: &[School]) -> Supervisor {
    let mut dice = Dice::new(seed, &format!("tutor {at}"));
    let (place, turn) = (at / TUTORS_A_PLACE, at % TUTORS_A_PLACE);
    let here = |step: usize| place * SCHOOLS_A_PLACE + (turn + step) % SCHOOLS_A_PLACE;
    let beyond = (place + 1) % PLACES.len() * SCHOOLS_A_PLACE + turn;
    let own = [here(0), here(1), here(2), beyond].map(|at| &schools[at]);
    let home = slug(INSTITUTIONS[dice.below(3) as usize]);
    let second = slug(INSTITUTIONS[dice.below(3) as usize]);
    let mut employers = vec![home.as_str()];
    if at.is_multiple_of(3) && second != home {
        employers.push(&second);
    }
    let mut weights = [1, 3, 3, 3, 1];
    for school in own {
        weights[school.site.anchor] += 4;
    }
    let count = 2 + dice.weighted(&[2, 3]);
    let days = dice.several(&weights, count);
    Supervisor {
        fields: vec![(*dice.pick(&["education", "education", "childcare", "social-work"])).into()],
        absences: absences(&mut dice),
        max_teams: Some(2),
        location_ids: own.map(|school| school.site.id.clone()).into(),
        ..supervisor(Side::Education, at + 1, &employers, windows(&days, "10:00", "17:30"))
    }
}

/// A teacher of the school with a class of one's own on some days; every fifth also helps out at the
/// next school.
fn coach(seed: u64, school: &School, schools: &[School]) -> Supervisor {
    let mut dice = Dice::new(seed, &format!("coach {}", school.number));
    let mut weights = [2; 5];
    weights[school.site.anchor] = 30;
    let days = dice.several(&weights, 3);
    let free = *dice.pick(&days);
    let availability = days
        .into_iter()
        .map(|day| window(day, if day == free { "12:30" } else { "14:30" }, "17:30"))
        .collect();
    let next = &schools[school.number % schools.len()];
    let mut places = vec![school.site.id.clone()];
    if school.number.is_multiple_of(5) {
        places.push(next.site.id.clone());
    }
    Supervisor {
        fields: vec!["education".into()],
        absences: absences(&mut dice),
        max_teams: Some(places.len() as i32),
        location_ids: places,
        ..supervisor(Side::Practice, school.number, &[&school.site.id], availability)
    }
}
