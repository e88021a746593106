//! Professionals with their shifts, some students, and the supervisors.

use super::{INSTITUTION, THEMES};
use crate::calendar::{every, window, windows};
use crate::catalogue::programme;
use crate::kit::Dice;
use crate::parts::{duty, lesson, number, shift};
use crate::roles::{cohort, member, professional, supervisor};
use leerteam_wire::v1::{
    Cohort, Commitment, Flexibility, Participant, Programme, Side, Supervisor, Willingness, Window,
};

/// What people of an organisation work as, how many take part, and what their week is like.
const GROUPS: [(&str, &str, &str, usize, Week); 5] = [
    ("basisschool", "teacher", "education", 6, Week::School),
    ("kinderopvang", "childcare-worker", "childcare", 6, Week::Turns),
    ("buurthuis", "youth-worker", "social-work", 4, Week::Late),
    ("bibliotheek", "librarian", "culture", 3, Week::Desk),
    ("jeugdgezondheid", "youth-nurse", "care", 3, Week::Clinic),
];

#[derive(Clone, Copy)]
enum Week {
    /// Lessons until three, on two to five days.
    School,
    /// Early and late by turns; the group needs everybody.
    Turns,
    /// From the afternoon into the evening; can be left.
    Late,
    /// Office hours that can be left, but for one evening.
    Desk,
    /// Consulting hours in one week, none in the next.
    Clinic,
}

/// Years of experience: a beginner and an old hand.
const EXPERIENCE: [i32; 2] = [2, 12];

/// What the students follow.
pub struct Classes {
    /// The programmes.
    pub programmes: Vec<Programme>,
    /// One class of each.
    pub cohorts: Vec<Cohort>,
}

/// Two programmes with a day of lessons each.
pub fn classes() -> Classes {
    let (institution, _) = INSTITUTION;
    let programmes = vec![programme("Pabo", institution), programme("Social Work", institution)];
    let class = |(at, one): (usize, &Programme)| {
        cohort(one, 4, vec![lesson("lesdag", window(3 * at, "09:00", "17:00"), institution)])
    };
    let cohorts = programmes.iter().enumerate().map(class).collect();
    Classes { programmes, cohorts }
}

/// The professionals, by organisation, and two students of each class.
pub fn participants(seed: u64, cohorts: &[Cohort]) -> Vec<Participant> {
    let mut people = Vec::new();
    for (at, (organisation, profession, field, count, week)) in GROUPS.into_iter().enumerate() {
        for number in 1..=count {
            let person = professional("professionals", at + 1, number);
            let mut dice = Dice::new(seed, &person.id);
            people.push(Participant {
                organisation_id: organisation.into(),
                profession: profession.into(),
                field: field.into(),
                commitments: week.shifts(&mut dice, organisation),
                ..with_taste(&mut dice, person)
            });
        }
    }
    for (at, cohort) in cohorts.iter().enumerate() {
        for number in 1..=2 {
            let person = member("professionals", GROUPS.len() + at + 1, number, cohort);
            let mut dice = Dice::new(seed, &person.id);
            let site = ["basisschool", "buurthuis"][at];
            let commitments = vec![duty("stage", window(1, "08:30", "16:30"), site)];
            people.push(Participant { commitments, ..with_taste(&mut dice, person) });
        }
    }
    people
}

/// Experience and preferences; some like any theme.
fn with_taste(dice: &mut Dice, person: Participant) -> Participant {
    let experience = *dice.pick(&EXPERIENCE);
    let employed = person.programme_id.is_empty().then_some(experience);
    let mut themes = THEMES.map(|(id, _)| id).to_vec();
    let wanted = [0, 1, 2, 2, 3][dice.below(5) as usize];
    let draw = |_| themes.remove(dice.below(themes.len() as u32) as usize).to_owned();
    Participant {
        theme_preferences: (0..wanted).map(draw).collect(),
        attributes: employed
            .map(|years| ("years-of-experience".to_owned(), number(years)))
            .into_iter()
            .collect(),
        ..person
    }
}

impl Week {
    fn shifts(self, dice: &mut Dice, site: &str) -> Vec<Commitment> {
        let leavable =
            |one: Commitment| Commitment { flexibility: Flexibility::Leavable.into(), ..one };
        let fixed = |hours: Window| shift(&name(&hours), hours, site);
        match self {
            Week::School => {
                let count = 2 + dice.below(4) as usize;
                let days = dice.several(&[1; 5], count);
                let hours = days.iter().map(|&day| (day, if day == 2 { "12:30" } else { "15:00" }));
                hours.map(|(day, end)| fixed(window(day, "08:15", end))).collect()
            }
            Week::Turns => {
                let days = dice.several(&[1; 5], 3);
                let turn = dice.below(2) as i32;
                let early = days.iter().map(|&day| every(2, turn, window(day, "07:30", "14:00")));
                let late =
                    days.iter().map(|&day| every(2, 1 - turn, window(day, "12:00", "18:30")));
                early.chain(late).map(fixed).collect()
            }
            Week::Late => {
                let days = dice.several(&[1; 5], 3);
                windows(&days, "14:00", "21:00").into_iter().map(fixed).map(leavable).collect()
            }
            Week::Desk => {
                let days = dice.several(&[1, 1, 1, 0, 1], 2);
                let office = windows(&days, "10:00", "17:00").into_iter().map(fixed).map(leavable);
                office.chain([fixed(window(3, "17:00", "20:30"))]).collect()
            }
            Week::Clinic => {
                let days = dice.several(&[1; 5], 3);
                let turn = dice.below(2) as i32;
                let hours = days.iter().map(|&day| every(2, turn, window(day, "08:30", "16:30")));
                hours.map(fixed).collect()
            }
        }
    }
}

/// The id of a shift, from its day and start.
fn name(hours: &Window) -> String {
    format!("dienst-{}-{}", hours.weekday, &hours.start_time[..2])
}

/// Researchers of the institution and coordinators of the organisations.
pub fn supervisors() -> Vec<Supervisor> {
    let (institution, _) = INSTITUTION;
    let education = [("education", &[0, 1][..]), ("social-work", &[1, 3]), ("care", &[2, 3])];
    let practice = [
        ("basisschool", "education", &[0, 1, 3][..]),
        ("kinderopvang", "childcare", &[1, 2]),
        ("buurthuis", "social-work", &[1, 3]),
        ("bibliotheek", "culture", &[0, 2, 3]),
    ];
    let education = education.into_iter().enumerate().map(|(at, (field, days))| Supervisor {
        fields: vec![field.into()],
        max_teams: Some(2),
        ..supervisor(Side::Education, at + 1, &[institution], windows(days, "13:00", "21:30"))
    });
    let practice = practice.into_iter().enumerate().map(|(at, (organisation, field, days))| {
        let willing = if at == 1 { Willingness::Willing } else { Willingness::Neutral };
        Supervisor {
            fields: vec![field.into()],
            willingness: willing.into(),
            max_teams: Some(1),
            ..supervisor(Side::Practice, at + 1, &[organisation], windows(days, "15:00", "21:30"))
        }
    });
    education.chain(practice).collect()
}
