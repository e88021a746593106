//! Candidate slots and the meetings of a slot (docs/model.md section 3).

use chrono::Weekday::{Mon, Tue, Wed};
use leerteam::calendar::{Calendar, Series};
use leerteam::wire::v1::{MeetingMode, WeekPattern};

use crate::somebody;
use crate::support::{Draft, Setting, window};

/// The dates in September (and October, from 31) of the meetings of the draft's team.
fn dates(setting: &Setting, draft: Draft) -> Vec<String> {
    let roster = setting.roster();
    let (calendar, plan) = (Calendar::new(&roster), draft.plan(&roster));
    let team = &plan.teams[0];
    let form = &roster.environments[team.environment].form;
    let date = |&day: &u32| roster.period.date(day).format("%m-%d").to_string();
    calendar.meetings(form, &team.slot).iter().map(date).collect()
}

/// Candidates of the first environment, or of its given team: weekday, start, offset, room.
fn candidates(setting: &Setting) -> Vec<String> {
    let roster = setting.roster();
    let given = roster.environments[0].teams.first();
    let show = |(slot, series): (leerteam::plan::Slot, Series)| {
        let place = slot.location.map_or("on line", |location| &roster.locations[location].id);
        let rooms = || &roster.locations[slot.location.expect("a room is at a location")].rooms;
        let room = slot.room.map_or("-", |room| &rooms()[room].id);
        let (weekday, start, offset) = (slot.weekday, slot.start, slot.week_offset);
        format!("{weekday} {start} {offset} {place} {room} x{}", series.count())
    };
    Calendar::new(&roster).candidates(0.into(), given).into_iter().map(show).collect()
}

fn team() -> Draft {
    Draft::new().team("t", &["p"])
}

#[test]
fn weekly_meetings_are_on_every_open_day() {
    assert_eq!(dates(&somebody(), team()), ["09-08", "09-15", "09-22", "09-29"]);
    let closed = somebody().closed("2026-09-14", "2026-09-20");
    assert_eq!(dates(&closed, team()), ["09-08", "09-22", "09-29"]);
    let here = somebody().closed_for("2026-09-08", "2026-09-15", &[], &["here"]);
    assert_eq!(dates(&here, team()), ["09-22", "09-29"]);
    let there = somebody().closed_for("2026-09-08", "2026-09-15", &["care"], &["there"]);
    assert_eq!(dates(&there, team()).len(), 4);
    let owned = there.at_location("here", |location| location.organisation_id = "care".into());
    assert_eq!(dates(&owned, team()), ["09-22", "09-29"]);
}

#[test]
fn offsets_count_from_the_week_of_the_first_date() {
    let second = || somebody().form(|form| form.every_weeks = 2);
    assert_eq!(dates(&second(), team()), ["09-08", "09-22"]);
    assert_eq!(dates(&second(), team().offset(1)), ["09-15", "09-29"]);
    assert!(dates(&second(), team().offset(2)).is_empty());
    // Week 0 is the week of the first date, even where its Tuesday is before that date.
    let late = second().period("2026-09-09", "2026-10-04");
    assert_eq!(dates(&late, team()), ["09-22"]);
    assert_eq!(dates(&late, team().offset(1)), ["09-15", "09-29"]);
}

#[test]
fn the_first_meetings_count() {
    let most = |most| somebody().form(|form| form.max_meetings = most);
    assert_eq!(dates(&most(2), team()), ["09-08", "09-15"]);
    assert_eq!(dates(&most(9), team()).len(), 4);
    let closed = most(2).closed("2026-09-08", "");
    assert_eq!(dates(&closed, team()), ["09-15", "09-22"], "a closed day is no meeting");
}

#[test]
fn the_form_has_dates() {
    let form = |first: &str, last: &str| {
        somebody().form(|form| (form.first_date, form.last_date) = (first.into(), last.into()))
    };
    assert_eq!(dates(&form("2026-09-15", "2026-09-22"), team()), ["09-15", "09-22"]);
    assert_eq!(dates(&form("2026-09-09", ""), team()), ["09-15", "09-22", "09-29"]);
    assert_eq!(dates(&form("", "2026-09-14"), team()), ["09-08"]);
    assert_eq!(dates(&form("2020-01-01", "2030-01-01"), team()).len(), 4);
}

#[test]
fn the_hours_of_the_day_have_the_whole_meeting() {
    assert_eq!(dates(&somebody(), team().at(Tue, "15:00")).len(), 4);
    assert!(dates(&somebody(), team().at(Tue, "15:01")).is_empty());
    assert!(dates(&somebody(), team().at(Tue, "08:59")).is_empty());
    assert!(dates(&somebody(), team().at(Tue, "23:00")).is_empty(), "beyond midnight");
    let night = somebody().form(|form| form.hours = vec![window(Tue, "20:00-24:00")]);
    assert_eq!(dates(&night, team().at(Tue, "22:00")).len(), 4, "up to midnight");
    // Two windows that adjoin are not one: hours and openings do not join.
    let halves = [window(Tue, "09:00-11:00"), window(Tue, "11:00-13:00")].to_vec();
    let split = somebody().form(|form| form.hours = halves.clone());
    assert!(dates(&split, team()).is_empty());
    let open = somebody().at_location("here", |location| location.openings = halves);
    assert!(dates(&open, team()).is_empty());
}

#[test]
fn location_and_room_are_open() {
    let odd = WeekPattern { every: 2, offset: 1 };
    let mut opening = window(Tue, "09:00-12:00");
    opening.weeks = Some(odd);
    let location = somebody().at_location("here", |here| here.openings = vec![opening.clone()]);
    assert_eq!(dates(&location, team()), ["09-15", "09-29"]);
    assert!(dates(&location, team().at(Tue, "11:00")).is_empty());
    let rooms = somebody().room("here", "den", 0).room("here", "hall", 0);
    let rooms = rooms.at_location("here", |here| here.rooms[0].openings = vec![opening]);
    assert_eq!(dates(&rooms, team().room("den")), ["09-15", "09-29"]);
    assert_eq!(dates(&rooms, team().room("hall")).len(), 4);
    // The room may be open when the location is not.
    let wednesday = vec![window(Wed, "00:00-24:00")];
    let shut = rooms.environment("e2").env(|e| e.location_ids = vec!["there".into()]);
    let shut = shut.at_location("there", |there| there.openings = wednesday.clone());
    let shut = shut.form(|form| form.hours = vec![window(Wed, "09:00-17:00")]);
    let place = |weekday| team().of("e2").place("there").at(weekday, "10:00");
    assert_eq!(dates(&shut, place(Wed)), ["09-09", "09-16", "09-23", "09-30"]);
    assert!(dates(&shut, place(Tue)).is_empty());
}

#[test]
fn candidates_are_the_grid_of_every_window_once() {
    let hours = |hours: &[(chrono::Weekday, &str)]| {
        let hours = hours.iter().map(|&(weekday, span)| window(weekday, span)).collect();
        somebody().form(|form| (form.start_step_minutes, form.hours) = (45, hours))
    };
    let setting = hours(&[(Tue, "09:00-12:15"), (Mon, "10:00-12:00"), (Tue, "09:45-12:00")]);
    let grid = ["Mon 10:00 0", "Tue 09:00 0", "Tue 09:45 0"];
    assert_eq!(candidates(&setting), grid.map(|slot| format!("{slot} here - x4")));
    // A window too short for the meeting has none; one exactly as long has one.
    let short = hours(&[(Tue, "09:00-10:59"), (Wed, "09:00-11:00")]);
    assert_eq!(candidates(&short), ["Wed 09:00 0 here - x4"]);
}

#[test]
fn candidates_are_at_every_offset_and_place_that_has_a_meeting() {
    let setting = somebody()
        .room("here", "den", 0)
        .room("here", "hall", 0)
        .env(|environment| environment.location_ids.push("there".into()))
        .form(|form| {
            (form.every_weeks, form.hours) = (3, vec![window(Tue, "09:00-11:00")]);
            form.last_date = "2026-09-20".into();
        });
    let at = |offset: u32| {
        ["here den", "here hall", "there -"].map(|place| format!("Tue 09:00 {offset} {place} x1"))
    };
    assert_eq!(candidates(&setting), [at(0), at(1)].concat());
    let online = setting.form(|form| form.mode = MeetingMode::Online.into());
    assert_eq!(candidates(&online), ["Tue 09:00 0 on line - x1", "Tue 09:00 1 on line - x1"]);
}

#[test]
fn a_pin_leaves_what_matches_it() {
    let pinned = |change: fn(&mut leerteam::wire::v1::SlotPin)| {
        let setting = somebody().room("here", "den", 0).room("here", "hall", 0).form(|form| {
            let hours = [window(Mon, "09:00-12:00"), window(Tue, "09:00-12:00")];
            (form.every_weeks, form.hours) = (2, hours.to_vec());
        });
        candidates(&setting.given("g", |team| change(team.slot.get_or_insert_default())))
    };
    assert_eq!(pinned(|_| {}).len(), 2 * 2 * 2 * 2);
    assert_eq!(pinned(|pin| pin.weekday = 2).len(), 8);
    assert_eq!(pinned(|pin| pin.start_time = "10:00".into()).len(), 8);
    assert_eq!(pinned(|pin| pin.week_offset = Some(0)).len(), 8);
    assert_eq!(pinned(|pin| pin.room_id = "hall".into()).len(), 8);
    assert_eq!(pinned(|pin| pin.location_id = "here".into()).len(), 16);
    let one = pinned(|pin| {
        (pin.weekday, pin.start_time, pin.week_offset) = (1, "09:00".into(), Some(1));
        pin.room_id = "den".into();
    });
    assert_eq!(one, ["Mon 09:00 1 here den x2"]);
}
