//! Classes: on which days a cohort has lessons, and how many are left for the internship.

use super::calendar::{FIRST_HALF_END, SECOND_HALF_START, window};
use super::kit::Dice;
use leerteam_wire::v1::{
    Cohort, Commitment, CommitmentKind, Flexibility, Programme, WeekPattern, Window,
};

/// How likely a school day falls on each weekday: most of the region keeps the middle of the week
/// for internships, and the exceptions are what makes planning hard.
const SCHOOL_DAYS: [u32; 5] = [9, 2, 2, 2, 7];

/// How a class is taught.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Voltijd.
    FullTime,
    /// Deeltijd: one evening or one long day, next to a job.
    PartTime,
}

/// A cohort, and what its timetable leaves free.
#[derive(Debug, Clone)]
pub struct Class {
    /// The cohort itself.
    pub cohort: Cohort,
    /// How it is taught.
    pub mode: Mode,
    /// Weekdays (0 is Monday) with a lesson at some time of the year.
    pub school_days: Vec<usize>,
    /// Fewest and most days of internship a week.
    pub internship_days: (u32, u32),
}

/// The id of the cohort of a programme, year and mode.
pub fn cohort_id(programme_id: &str, year: i32, mode: Mode) -> String {
    let part = if mode == Mode::PartTime { "-deeltijd" } else { "" };
    format!("{programme_id}-jaar-{year}{part}")
}

/// The class with this id of a programme, year and mode, taught at the location `school`.
pub fn class(
    seed: u64,
    id: &str,
    programme: &Programme,
    year: i32,
    mode: Mode,
    school: &str,
) -> Class {
    let mut dice = Dice::new(seed, &format!("class {id}"));
    let mut lessons = match mode {
        Mode::FullTime => full_time(&mut dice, programme.level, year),
        Mode::PartTime => part_time(&mut dice),
    };
    for (at, lesson) in lessons.iter_mut().enumerate() {
        lesson.1.id = format!("les-{}", at + 1);
        lesson.1.location_id = school.into();
    }
    let mut school_days: Vec<usize> = lessons.iter().map(|lesson| lesson.0).collect();
    school_days.sort_unstable();
    school_days.dedup();
    let part = if mode == Mode::PartTime { " deeltijd" } else { "" };
    Class {
        cohort: Cohort {
            id: id.into(),
            name: format!("{} jaar {year}{part}", programme.name),
            programme_id: programme.id.clone(),
            study_year: year,
            commitments: lessons.into_iter().map(|lesson| lesson.1).collect(),
        },
        mode,
        school_days,
        internship_days: match (mode, programme.level, year) {
            (Mode::PartTime, ..) => (1, 2),
            (_, ..=4, _) => (2, 3),
            (_, 5, _) => (2, 2),
            (_, _, 1) => (1, 1),
            (_, _, 2) => (1, 2),
            (_, _, 3) => (2, 2),
            _ => (2, 3),
        },
    }
}

/// A lesson and its weekday.
type Lesson = (usize, Commitment);

fn lesson(name: &str, day: usize, start: &str, end: &str) -> Lesson {
    let commitment = Commitment {
        name: name.into(),
        kind: CommitmentKind::Lesson.into(),
        window: Some(window(day, start, end)),
        ..Default::default()
    };
    (day, commitment)
}

fn full_time(dice: &mut Dice, level: i32, year: i32) -> Vec<Lesson> {
    let count = if level == 5 || year >= 3 { dice.between(1, 2) } else { 2 };
    let days = dice.several(&SCHOOL_DAYS, count as usize);
    let mut lessons: Vec<Lesson> =
        days.iter().map(|&day| lesson("Lesdag", day, "09:00", "16:30")).collect();
    let last = lessons.len() - 1;
    match dice.weighted(&[10, 6, 3, 3, 3]) {
        // Home by noon: a meeting that afternoon is possible for who is near enough.
        1 => lessons[last] = lesson("Lesochtend", days[last], "09:00", "12:30"),
        2 => lessons[last].1.flexibility = Flexibility::Movable.into(),
        3 => lessons.push(fortnightly_workshop(dice, &days)),
        4 => {
            let second = next_timetable(dice, &days, &mut lessons[last]);
            lessons.push(second);
        }
        _ => {}
    }
    lessons
}

fn fortnightly_workshop(dice: &mut Dice, taken: &[usize]) -> Lesson {
    let day = free_day(dice, [1, 3, 3, 3, 1], taken);
    let mut workshop = lesson("Werkplaats", day, "13:00", "16:00");
    if let Some(window) = &mut workshop.1.window {
        window.weeks = Some(WeekPattern { every: 2, offset: dice.below(2) as i32 });
    }
    workshop
}

/// From the second half year on, a lesson is given on another day.
fn next_timetable(dice: &mut Dice, taken: &[usize], first: &mut Lesson) -> Lesson {
    let day = free_day(dice, SCHOOL_DAYS, taken);
    let mut second = lesson("Lesdag", day, "09:00", "16:30");
    let dated = |lesson: &mut Lesson, date: fn(&mut Window)| {
        if let Some(window) = &mut lesson.1.window {
            date(window);
        }
    };
    dated(first, |window| window.valid_to = FIRST_HALF_END.into());
    dated(&mut second, |window| {
        window.valid_from = SECOND_HALF_START.into();
    });
    second
}

fn free_day(dice: &mut Dice, mut weights: [u32; 5], taken: &[usize]) -> usize {
    for &day in taken {
        weights[day] = 0;
    }
    dice.weighted(&weights)
}

fn part_time(dice: &mut Dice) -> Vec<Lesson> {
    let day = dice.weighted(&SCHOOL_DAYS);
    if dice.chance(1, 2) {
        vec![lesson("Lesavond", day, "17:30", "21:00")]
    } else {
        vec![lesson("Lange lesdag", day, "09:00", "20:30")]
    }
}
