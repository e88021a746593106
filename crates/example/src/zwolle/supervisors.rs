//! The 36 supervisors: 15 from education, 21 from practice.

use super::sites::Practice;
use crate::calendar::{window, windows};
use crate::kit::Dice;
use crate::people::absences;
use crate::site::Kind;
use leerteam_wire::v1::{Side, Supervisor, Willingness, Window};

/// Education side: institutions, fields, teams they go to, and most teams. Three teams more than
/// there are supervisors, so some must take two, and nobody goes everywhere.
type Tutor = (&'static [&'static str], &'static [&'static str], &'static [usize], i32);

const EDUCATION: [Tutor; 15] = [
    (&["kpz"], &["education"], &[3, 15], 2),
    (&["kpz"], &["education"], &[5, 7], 1),
    (&["kpz"], &["education", "childcare"], &[4, 5], 2),
    (&["kpz"], &["education"], &[8, 18], 2),
    (&["kpz"], &["childcare"], &[2, 9, 16], 2),
    (&["windesheim"], &["education"], &[1, 9, 14], 3),
    (&["windesheim"], &["education", "sport"], &[9, 13], 2),
    (&["windesheim"], &["childcare"], &[11, 12, 16], 2),
    (&["windesheim", "viaa"], &["social-work"], &[1, 10], 2),
    (&["viaa"], &["education", "social-work"], &[9, 10, 11], 2),
    (&["landstede"], &["childcare"], &[3, 6, 15], 2),
    (&["landstede"], &["social-work"], &[10, 12, 17], 2),
    (&["landstede", "menso-alting"], &["childcare"], &[6, 12, 13], 2),
    (&["deltion"], &["education"], &[2, 14, 17], 3),
    (&["deltion", "roc-twente"], &["social-work"], &[4, 7, 8], 2),
];

/// Practice side: the teams they go to, at home in the first of them. Those that share a board or a
/// place lend each other supervisors; the last four belong to several organisations at once.
const PRACTICE: [&[usize]; 21] = [
    &[1, 14],
    &[2],
    &[3],
    &[4],
    &[5],
    &[6],
    &[7],
    &[8],
    &[9],
    &[10],
    &[11],
    &[12],
    &[13, 9],
    &[15],
    &[16],
    &[17],
    &[18],
    &[5, 7],
    &[9, 13],
    &[15, 3],
    &[14, 1, 2],
];

/// From this place in the list on, supervisors belong to all organisations they go to.
const SHARED: usize = 17;

/// All supervisors, education side first.
pub fn supervisors(seed: u64, practices: &[Practice]) -> Vec<Supervisor> {
    let education =
        EDUCATION.iter().enumerate().map(|(at, tutor)| education_side(seed, at, tutor, practices));
    let practice =
        PRACTICE.iter().enumerate().map(|(at, teams)| practice_side(seed, at, teams, practices));
    education.chain(practice).collect()
}

fn education_side(seed: u64, at: usize, tutor: &Tutor, practices: &[Practice]) -> Supervisor {
    let (institutions, fields, teams, max_teams) = *tutor;
    let id = format!("onderwijs-{:02}", at + 1);
    let mut dice = Dice::new(seed, &format!("person {id}"));
    // An institution looks at where its supervisors are wanted, as far as their own lessons allow.
    let mut weights = [1, 3, 3, 3, 1];
    for team in teams {
        weights[practices[team - 1].site.anchor] += 3;
    }
    let count = 1 + dice.weighted(&[2, 4, 7]);
    let days = dice.several(&weights, count);
    Supervisor {
        name: format!("Begeleider O-{:02}", at + 1),
        sides: vec![Side::Education.into()],
        organisation_ids: owned(institutions),
        fields: owned(fields),
        availability: windows(&days, "09:00", "17:30"),
        max_teams: Some(max_teams),
        location_ids: locations(teams, practices),
        ..common(dice, id)
    }
}

fn practice_side(seed: u64, at: usize, teams: &[usize], practices: &[Practice]) -> Supervisor {
    let id = format!("praktijk-{:02}", at + 1);
    let mut dice = Dice::new(seed, &format!("person {id}"));
    let home = &practices[teams[0] - 1].site;
    let field = match home.kind {
        Kind::School => "education",
        Kind::Childcare => "childcare",
        Kind::Welfare => "social-work",
    };
    let employers = if at < SHARED { &teams[..1] } else { teams };
    Supervisor {
        name: format!("Begeleider P-{:02}", at + 1),
        sides: vec![Side::Practice.into()],
        organisation_ids: locations(employers, practices),
        fields: vec![field.into()],
        availability: if at < SHARED {
            practice_days(&mut dice, home.kind, home.anchor)
        } else {
            shared_days(&mut dice, teams, practices)
        },
        max_teams: Some(if at < SHARED { 1 } else { teams.len() as i32 }),
        location_ids: locations(teams, practices),
        ..common(dice, id)
    }
}

/// Two or three days, nearly always with the day on which the place has its students. In a school
/// one of them is without a class of one's own; on the others there is time only after school.
fn practice_days(dice: &mut Dice, kind: Kind, anchor: usize) -> Vec<Window> {
    let mut weights = [2; 5];
    weights[anchor] = 30;
    let count = 2 + dice.weighted(&[1, 3]);
    let days = dice.several(&weights, count);
    let free = *dice.pick(&days);
    days.into_iter()
        .map(|day| match kind {
            Kind::School if day != free => window(day, "14:30", "17:30"),
            Kind::School | Kind::Childcare => window(day, "08:30", "17:30"),
            // Youth work is done after school hours.
            Kind::Welfare => window(day, "10:00", "16:00"),
        })
        .collect()
}

/// Who works for several organisations has no class and comes when the students are there.
fn shared_days(dice: &mut Dice, teams: &[usize], practices: &[Practice]) -> Vec<Window> {
    let mut weights = [1; 5];
    for team in teams {
        weights[practices[team - 1].site.anchor] += 10;
    }
    windows(&dice.several(&weights, 3), "09:00", "17:30")
}

/// What does not depend on the side.
fn common(mut dice: Dice, id: String) -> Supervisor {
    let willingness = [Willingness::Neutral, Willingness::Willing, Willingness::Reluctant]
        [dice.weighted(&[6, 3, 1])];
    Supervisor {
        id,
        absences: absences(&mut dice),
        minutes_per_week: Some(120),
        willingness: willingness.into(),
        ..Default::default()
    }
}

fn locations(teams: &[usize], practices: &[Practice]) -> Vec<String> {
    teams.iter().map(|team| practices[team - 1].site.id.clone()).collect()
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.into()).collect()
}
