//! The students: where they are on placement, on which days and from when to when.

use super::{NORTH, SOUTH};
use crate::calendar::window;
use crate::kit::Dice;
use crate::parts::duty;
use crate::roles::member;
use leerteam_wire::v1::{Cohort, Commitment, InternshipPeriod, Participant};

/// Students of each class: few teachers, many social workers.
const COUNTS: [usize; 9] = [7, 5, 6, 3, 3, 9, 4, 3, 2];

/// Places in [`NORTH`] and [`SOUTH`]: schools, and organisations of the neighbourhood.
const SCHOOLS: [&[&str]; 2] = [&[NORTH[0].0, NORTH[1].0], &[SOUTH[0].0, SOUTH[1].0]];
const NEIGHBOURHOOD: [&[&str]; 2] = [&[NORTH[2].0, NORTH[3].0], &[SOUTH[2].0]];

/// All students, by class.
pub fn students(seed: u64, cohorts: &[Cohort]) -> Vec<Participant> {
    let of_class = |(at, (cohort, count))| {
        (1..=count).map(move |number| student(seed, at + 1, number, cohort))
    };
    cohorts.iter().zip(COUNTS).enumerate().flat_map(of_class).collect()
}

fn student(seed: u64, group: usize, number: usize, cohort: &Cohort) -> Participant {
    let student = member("utrecht", group, number, cohort);
    let mut dice = Dice::new(seed, &student.id);
    let half = number % 2;
    Participant {
        internship_periods: periods(&mut dice),
        commitments: placement(&mut dice, cohort, half),
        ..student
    }
}

/// Mornings where the class has lessons after noon, days where it has none. Every third placement is
/// split over a school and the neighbourhood, and some of these over both environments.
fn placement(dice: &mut Dice, cohort: &Cohort, half: usize) -> Vec<Commitment> {
    let lesson_on = |day: usize| {
        let windows = cohort.commitments.iter().filter_map(|lesson| lesson.window.as_ref());
        windows.filter(|one| one.weekday() == crate::calendar::WORKDAYS[day]).count() > 0
    };
    let mut weights = [1, 4, 4, 4, 1];
    for (day, weight) in weights.iter_mut().enumerate() {
        if lesson_on(day) {
            *weight = 0;
        }
    }
    let days = dice.several(&weights, 2);
    let school = *dice.pick(SCHOOLS[half]);
    let neighbourhood = *dice.pick(NEIGHBOURHOOD[half]);
    let beyond = *dice.pick(NEIGHBOURHOOD[1 - half]);
    let sites = match dice.weighted(&[4, 3, 2, 1]) {
        0 => [school, school],
        1 => [neighbourhood, neighbourhood],
        2 => [school, neighbourhood],
        _ => [school, beyond],
    };
    let on = |(&day, site): (&usize, &str)| {
        duty(&format!("stage-{}", day + 1), window(day, "08:30", "15:00"), site)
    };
    days.iter().zip(sites).map(on).collect()
}

/// The whole year, half of it, ten weeks, or two stretches.
fn periods(dice: &mut Dice) -> Vec<InternshipPeriod> {
    let stretches: &[(&str, &str)] = match dice.weighted(&[10, 3, 1, 1]) {
        0 => &[("2024-09-09", "2025-07-04")],
        1 => &[("2024-09-02", "2025-01-31")],
        2 => &[("2025-02-10", "2025-04-18")],
        _ => &[("2024-09-09", "2024-12-20"), ("2025-03-03", "2025-07-04")],
    };
    let period = |&(first, last): &(&str, &str)| InternshipPeriod {
        first_date: first.into(),
        last_date: last.into(),
    };
    stretches.iter().map(period).collect()
}
