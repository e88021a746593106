//! Students: duty at their placement, internship period and days away.

use super::calendar::{FULL_WEEKS, LAST_DATE, SECOND_HALF_START, day_of_week, window};
use super::kit::Dice;
use super::site::{Kind, Site};
use super::timetable::{Class, Mode};
use leerteam_wire::v1::{
    Absence, Commitment, CommitmentKind, DatedException, ExceptionKind, Flexibility,
    InternshipPeriod, Participant,
};

/// A student of a class with a placement at a site.
pub fn student(dice: &mut Dice, id: &str, name: &str, class: &Class, site: &Site) -> Participant {
    Participant {
        id: id.into(),
        name: name.into(),
        programme_id: class.cohort.programme_id.clone(),
        cohort_id: class.cohort.id.clone(),
        internship_periods: vec![internship_period(dice)],
        commitments: duties(dice, class, site),
        exceptions: exceptions(dice),
        ..Default::default()
    }
}

/// Internship duty, and a part-time student's job, on days without lessons.
fn duties(dice: &mut Dice, class: &Class, site: &Site) -> Vec<Commitment> {
    let mut weights = [2, 4, 4, 4, 2];
    weights[site.anchor] = 20;
    for &day in &class.school_days {
        weights[day] = 0;
    }
    let (fewest, most) = class.internship_days;
    let count = dice.between(fewest, most);
    let days = dice.several(&weights, count as usize);
    let (start, end) = site.duty_hours(dice);
    let mut duties: Vec<Commitment> = days
        .iter()
        .map(|&day| Commitment {
            id: format!("stage-{}", day + 1),
            name: "Stagedag".into(),
            kind: CommitmentKind::Internship.into(),
            window: Some(window(day, start, end)),
            location_id: site.id.clone(),
            ..Default::default()
        })
        .collect();
    // Who counts for the number of staff that childcare must have present cannot leave the group.
    if site.kind == Kind::Childcare && dice.chance(1, 5) {
        duties[0].flexibility = Flexibility::Fixed.into();
    }
    if class.mode == Mode::PartTime {
        for &day in &days {
            weights[day] = 0;
        }
        for day in dice.several(&weights, 1) {
            duties.push(Commitment {
                id: "werk".into(),
                name: "Werkdag elders".into(),
                kind: CommitmentKind::Work.into(),
                window: Some(window(day, "08:30", "17:00")),
                ..Default::default()
            });
        }
    }
    duties
}

/// Most stay the whole year; some leave at the half year and some only start then.
fn internship_period(dice: &mut Dice) -> InternshipPeriod {
    const STARTS: [&str; 3] = ["2020-08-31", "2020-09-07", "2020-09-14"];
    const ENDS: [&str; 3] = ["2021-06-18", "2021-07-02", LAST_DATE];
    let (first, last) = match dice.weighted(&[14, 3, 3]) {
        0 => (*dice.pick(&STARTS), *dice.pick(&ENDS)),
        1 => (*dice.pick(&STARTS), "2021-01-29"),
        _ => (SECOND_HALF_START, *dice.pick(&ENDS)),
    };
    InternshipPeriod { first_date: first.into(), last_date: last.into() }
}

/// One in ten misses a week, say on a study trip.
fn exceptions(dice: &mut Dice) -> Vec<DatedException> {
    if !dice.chance(1, 10) {
        return Vec::new();
    }
    let monday = *dice.pick(&FULL_WEEKS);
    vec![DatedException {
        first_date: monday.into(),
        last_date: day_of_week(monday, 4),
        kind: ExceptionKind::Absent.into(),
        ..Default::default()
    }]
}

/// One supervisor in four is away for some days.
pub fn absences(dice: &mut Dice) -> Vec<Absence> {
    if !dice.chance(1, 4) {
        return Vec::new();
    }
    let monday = *dice.pick(&FULL_WEEKS);
    vec![Absence {
        first_date: monday.into(),
        last_date: day_of_week(monday, *dice.pick(&[0, 1, 4])),
        ..Default::default()
    }]
}
