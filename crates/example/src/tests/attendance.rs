//! Whether `zwolle` is the puzzle that it is meant to be: tight, but not hopeless.
//!
//! A coarse look without the rules: per environment, who could come to which slot.

use chrono::{Datelike, NaiveDate};

use super::super::kit::Dice;
use super::{Roster, admitted, commitments, example};
use leerteam_wire::v1::{
    Commitment, CommitmentKind, Flexibility, LearningEnvironment, Location, Participant, Side,
    Supervisor, Window,
};

/// One slot of one environment: its meetings as dates, with start and end in minutes.
struct Slot<'a> {
    location: &'a Location,
    weekday: i32,
    dates: Vec<NaiveDate>,
    start: i32,
    end: i32,
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn minute(text: &str) -> i32 {
    let (hours, minutes) = text.split_once(':').expect("a time");
    hours.parse::<i32>().expect("hours") * 60 + minutes.parse::<i32>().expect("minutes")
}

fn week(roster: &Roster, day: NaiveDate) -> i64 {
    let first = date(&roster.period.as_ref().expect("a period").first_date);
    let monday = first - chrono::Days::new(first.weekday().num_days_from_monday().into());
    (day - monday).num_days() / 7
}

fn holds(roster: &Roster, window: &Window, day: NaiveDate) -> bool {
    let weekday = day.weekday().number_from_monday() as i32 == window.weekday;
    let from = window.valid_from.is_empty() || date(&window.valid_from) <= day;
    let to = window.valid_to.is_empty() || day <= date(&window.valid_to);
    let pattern = window
        .weeks
        .as_ref()
        .is_none_or(|weeks| week(roster, day) % i64::from(weeks.every) == i64::from(weeks.offset));
    weekday && from && to && pattern
}

fn covers(window: &Window, start: i32, end: i32) -> bool {
    minute(&window.start_time) <= start && end <= minute(&window.end_time)
}

fn slots<'a>(roster: &'a Roster, environment: &LearningEnvironment) -> Vec<Slot<'a>> {
    let period = roster.period.as_ref().expect("a period");
    let form = environment.meeting_form.as_ref().expect("a form");
    let location = roster
        .locations
        .iter()
        .find(|location| location.id == environment.location_ids[0])
        .expect("a location");
    let mut slots = Vec::new();
    for hours in &form.hours {
        let last = minute(&hours.end_time) - form.duration_minutes;
        for start in (minute(&hours.start_time)..=last).step_by(form.start_step_minutes as usize) {
            let end = start + form.duration_minutes;
            for offset in 0..form.every_weeks {
                let dates: Vec<NaiveDate> = date(&period.first_date)
                    .iter_days()
                    .take_while(|day| *day <= date(&period.last_date))
                    .filter(|day| holds(roster, hours, *day))
                    .filter(|day| {
                        week(roster, *day) % i64::from(form.every_weeks) == i64::from(offset)
                    })
                    .filter(|day| {
                        !period.closures.iter().any(|closure| {
                            (date(&closure.first_date)..=date(&closure.last_date)).contains(day)
                                && (closure.organisation_ids.is_empty()
                                    || closure.organisation_ids.contains(&location.organisation_id))
                        })
                    })
                    .filter(|day| {
                        location.rooms.iter().any(|room| {
                            room.openings
                                .iter()
                                .any(|open| holds(roster, open, *day) && covers(open, start, end))
                        })
                    })
                    .collect();
                if !dates.is_empty() {
                    slots.push(Slot { location, weekday: hours.weekday, dates, start, end });
                }
            }
        }
    }
    slots
}

fn travel(roster: &Roster, from: &str, to: &str) -> i32 {
    if from == to || from.is_empty() {
        return 0;
    }
    let travel = roster.travel.as_ref().expect("travel times");
    travel
        .pairs
        .iter()
        .find(|pair| {
            let ends = (pair.from_location_id.as_str(), pair.to_location_id.as_str());
            ends == (from, to) || ends == (to, from)
        })
        .map_or(travel.within_neighbourhood_minutes(), |pair| pair.minutes)
}

fn fixed(commitment: &Commitment) -> bool {
    match commitment.flexibility() {
        Flexibility::Unspecified => commitment.kind() != CommitmentKind::Internship,
        flexibility => flexibility == Flexibility::Fixed,
    }
}

/// How many of the slot's meetings a member should come to, and how many of these are missed.
fn misses(roster: &Roster, member: &Participant, slot: &Slot) -> (usize, usize) {
    let period = &member.internship_periods[0];
    let days: Vec<NaiveDate> = slot
        .dates
        .iter()
        .copied()
        .filter(|day| (date(&period.first_date)..=date(&period.last_date)).contains(day))
        .collect();
    let own = commitments(roster, member);
    let missed = days.iter().filter(|&&day| {
        own.iter().filter(|one| fixed(one)).any(|one| {
            let window = one.window.as_ref().expect("a window");
            let way = travel(roster, &one.location_id, &slot.location.id);
            holds(roster, window, day)
                && minute(&window.start_time) - way < slot.end
                && slot.start < minute(&window.end_time) + way
        })
    });
    (days.len(), missed.count())
}

/// Comes to fewer than half of the meetings.
fn lost(roster: &Roster, member: &Participant, slot: &Slot) -> bool {
    let (counted, missed) = misses(roster, member, slot);
    2 * missed > counted || counted == 0
}

fn can_supervise(roster: &Roster, supervisor: &Supervisor, side: Side, slot: &Slot) -> bool {
    supervisor.sides.contains(&side.into())
        && supervisor.location_ids.contains(&slot.location.id)
        && supervisor.availability.iter().any(|window| {
            holds(roster, window, slot.dates[0]) && covers(window, slot.start, slot.end)
        })
}

/// What a slot costs its team, and who of each side could supervise it, by place in the roster.
struct Choice {
    weekday: i32,
    start: i32,
    end: i32,
    lost: usize,
    sides: Vec<(usize, Vec<usize>)>,
}

/// The choices of each environment.
fn choices(roster: &Roster) -> Vec<Vec<Choice>> {
    let choice = |environment: &LearningEnvironment, members: &[&Participant], slot: &Slot| {
        let there = |side: Side| {
            let all = roster.supervisors.iter().enumerate();
            all.filter(|(_, one)| can_supervise(roster, one, side, slot))
                .map(|(at, _)| at)
                .collect()
        };
        Choice {
            weekday: slot.weekday,
            start: slot.start,
            end: slot.end,
            lost: members.iter().filter(|m| lost(roster, m, slot)).count(),
            sides: environment
                .supervision
                .iter()
                .map(|need| (need.min as usize, there(need.side())))
                .collect(),
        }
    };
    roster
        .environments
        .iter()
        .zip(admitted(roster))
        .map(|(environment, members)| {
            let slots = slots(roster, environment);
            slots.iter().map(|slot| choice(environment, &members, slot)).collect()
        })
        .collect()
}

/// The supervisors still free for a choice, and the number of seats that stay empty.
fn staff(choice: &Choice, booked: &[Vec<(i32, i32, i32)>], most: &[usize]) -> (Vec<usize>, usize) {
    let mut staff = Vec::new();
    let mut empty = 0;
    for (need, there) in &choice.sides {
        let mut free: Vec<usize> = there
            .iter()
            .copied()
            .filter(|&one| booked[one].len() < most[one])
            .filter(|&one| {
                !booked[one].iter().any(|&(weekday, start, end)| {
                    weekday == choice.weekday && start < choice.end && choice.start < end
                })
            })
            .collect();
        // Who can take one team only is of no use to another.
        free.sort_by_key(|&one| most[one]);
        free.truncate(*need);
        empty += need - free.len();
        staff.extend(free);
    }
    (staff, empty)
}

/// The least members lost and seats empty over many greedy plans, each in its own order of teams.
fn greedy(roster: &Roster, choices: &[Vec<Choice>]) -> (usize, usize) {
    let most: Vec<usize> = roster.supervisors.iter().map(|one| one.max_teams() as usize).collect();
    let mut dice = Dice::new(1, "order of teams");
    let mut best = (usize::MAX, 0, 0);
    for _ in 0..300 {
        let mut left: Vec<&Vec<Choice>> = choices.iter().collect();
        let mut booked = vec![Vec::new(); most.len()];
        let (mut lost, mut seats) = (0, 0);
        while !left.is_empty() {
            let team = left.swap_remove(dice.below(left.len() as u32) as usize);
            let (choice, (staff, empty)) = team
                .iter()
                .map(|choice| (choice, staff(choice, &booked, &most)))
                .min_by_key(|(choice, (_, empty))| choice.lost + empty)
                .expect("each environment has a slot");
            lost += choice.lost;
            seats += empty;
            for one in staff {
                booked[one].push((choice.weekday, choice.start, choice.end));
            }
        }
        best = best.min((lost + seats, lost, seats));
    }
    (best.1, best.2)
}

#[test]
fn zwolle_is_tight_but_not_hopeless() {
    let roster = example("zwolle", 1, None);
    let choices = choices(&roster);
    let least = |choices: &Vec<Choice>| choices.iter().map(|choice| choice.lost).min();
    let anyway: usize = choices.iter().filter_map(least).sum();
    let (lost, empty) = greedy(&roster, &choices);
    assert!(anyway > 0, "some cannot come at any slot that suits the others");
    assert!(lost + empty > anyway, "supervisors stand in the way too");
    assert!(lost + empty <= 8, "{lost} members lost, {empty} seats empty");
}
