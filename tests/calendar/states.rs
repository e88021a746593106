//! The table of states in docs/model.md section 4.

use chrono::Weekday::{Mon, Tue};
use leerteam::calendar::State::{
    Absent, Adjacent, DutyLeft, ExtraTrip, LessonMoved, OnSite, OtherSite,
};
use leerteam::wire::v1::{CommitmentKind, Flexibility, MeetingMode};

use crate::support::{Draft, Setting, lesson};
use crate::{on_tuesday, presence, somebody};

#[test]
fn a_fixed_commitment_makes_absent() {
    for kind in [CommitmentKind::Lesson, CommitmentKind::Work, CommitmentKind::Other] {
        let bound = somebody().bound(kind, Tue, "11:59-13:00", "here");
        assert_eq!(on_tuesday(bound), (Absent, 0, 1000), "{kind:?}");
    }
    let duty = somebody().duty(Tue, "09:00-17:00", "here").gives_way(Flexibility::Fixed);
    assert_eq!(on_tuesday(duty), (Absent, 0, 1000), "duty that cannot be left");
}

#[test]
fn a_movable_commitment_is_a_lesson_that_moves() {
    for kind in [CommitmentKind::Lesson, CommitmentKind::Internship, CommitmentKind::Work] {
        let bound = somebody().bound(kind, Tue, "09:00-10:01", "here");
        let bound = bound.gives_way(Flexibility::Movable);
        assert_eq!(on_tuesday(bound), (LessonMoved, 0, 400), "{kind:?}");
    }
}

#[test]
fn duty_is_left_or_is_on_site() {
    assert_eq!(on_tuesday(somebody().duty(Tue, "09:00-17:00", "there")), (DutyLeft, 0, 350));
    assert_eq!(on_tuesday(somebody().duty(Tue, "09:00-17:00", "here")), (OnSite, 0, 0));
    let both = somebody().duty(Tue, "09:00-11:00", "here").duty(Tue, "11:00-13:00", "there");
    assert_eq!(on_tuesday(both), (DutyLeft, 0, 350));
    // Nowhere in particular is not at the meeting's location.
    assert_eq!(on_tuesday(somebody().duty(Tue, "09:00-17:00", "")), (DutyLeft, 0, 350));
    let shift = somebody().bound(CommitmentKind::Work, Tue, "09:00-17:00", "here");
    assert_eq!(on_tuesday(shift.gives_way(Flexibility::Leavable)), (OnSite, 0, 0));
}

#[test]
fn who_is_there_before_or_after_is_adjacent() {
    assert_eq!(on_tuesday(somebody().lesson(Tue, "08:00-10:00", "here")), (Adjacent, 0, 50));
    assert_eq!(on_tuesday(somebody().duty(Tue, "12:00-14:00", "here")), (Adjacent, 0, 50));
    assert_eq!(on_tuesday(somebody().lesson(Tue, "18:00-19:00", "here")), (Adjacent, 0, 50));
}

#[test]
fn travel_widens_a_commitment_at_both_ends() {
    let travel = |setting: Setting| setting.travel("there", "here", 40).travel("here", "there", 20);
    let before = |end: &str| somebody().lesson(Tue, &format!("08:00-{end}"), "there");
    assert_eq!(on_tuesday(travel(before("09:20"))), (OtherSite, 40, 190));
    assert_eq!(on_tuesday(travel(before("09:21"))), (Absent, 0, 1000));
    let after = |start: &str| somebody().lesson(Tue, &format!("{start}-16:00"), "there");
    assert_eq!(on_tuesday(travel(after("12:20"))), (OtherSite, 20, 170));
    assert_eq!(on_tuesday(travel(after("12:19"))), (Absent, 0, 1000));
    // Too little time to travel: a movable lesson moves, duty is left.
    let moves = travel(before("09:21")).gives_way(Flexibility::Movable);
    assert_eq!(on_tuesday(moves), (LessonMoved, 0, 400));
    let leaves = travel(before("09:21")).gives_way(Flexibility::Leavable);
    assert_eq!(on_tuesday(leaves), (DutyLeft, 0, 350));
}

#[test]
fn travel_is_the_pair_the_way_back_or_by_neighbourhood() {
    let school = || somebody().lesson(Tue, "07:00-08:00", "there");
    assert_eq!(on_tuesday(school()), (OtherSite, 30, 180), "between neighbourhoods");
    assert_eq!(on_tuesday(school().travel("here", "there", 7)), (OtherSite, 7, 157));
    let near =
        |location: &mut leerteam::wire::v1::Location| location.neighbourhood = "north".into();
    assert_eq!(on_tuesday(school().at_location("there", near)), (OtherSite, 10, 160));
    let none = |location: &mut leerteam::wire::v1::Location| location.neighbourhood.clear();
    let unknown = school().at_location("there", none).at_location("here", none);
    assert_eq!(on_tuesday(unknown), (OtherSite, 30, 180), "each a neighbourhood of its own");
    let given = school().with(|roster| {
        let travel = roster.travel.get_or_insert_default();
        travel.between_neighbourhoods_minutes = Some(55);
    });
    assert_eq!(on_tuesday(given), (OtherSite, 55, 205));
    assert_eq!(on_tuesday(somebody().lesson(Tue, "07:00-10:00", "")), (OtherSite, 0, 150));
}

#[test]
fn other_site_counts_the_least_travel_of_the_day() {
    let two = somebody()
        .location("near", "west")
        .travel("here", "near", 15)
        .travel("near", "here", 60)
        .lesson(Tue, "08:00-09:00", "there")
        .lesson(Tue, "14:00-15:00", "near");
    assert_eq!(on_tuesday(two), (OtherSite, 15, 165));
}

#[test]
fn an_extra_trip_is_from_the_nearest_usual_location() {
    assert_eq!(on_tuesday(somebody()), (ExtraTrip, 30, 330), "none is known");
    assert_eq!(on_tuesday(somebody().duty(Mon, "09:00-12:00", "here")), (ExtraTrip, 0, 300));
    let two = somebody().travel("there", "here", 45).travel("here", "there", 5).duty(
        Mon,
        "09:00-12:00",
        "there",
    );
    assert_eq!(on_tuesday(two.clone()), (ExtraTrip, 45, 345), "to the meeting, not back");
    let class = two.programme("pabo", "school", 6, "teacher").location("near", "north");
    let class = class.cohort("k", "pabo", vec![lesson(Mon, "09:00-10:00", "near")]);
    assert_eq!(on_tuesday(class), (ExtraTrip, 10, 310), "the class's count too");
    let nowhere = somebody().duty(Mon, "09:00-12:00", "");
    assert_eq!(on_tuesday(nowhere), (ExtraTrip, 30, 330));
}

#[test]
fn the_first_state_that_applies_is_the_one() {
    let school = |setting: Setting| setting.lesson(Tue, "11:00-12:00", "here");
    let moves = |setting: Setting| school(setting).gives_way(Flexibility::Movable);
    let left = |setting: Setting| setting.duty(Tue, "11:00-12:00", "there");
    let here = |setting: Setting| setting.duty(Tue, "10:00-12:00", "here");
    let beside = |setting: Setting| setting.lesson(Tue, "08:00-10:00", "here");
    let elsewhere = |setting: Setting| setting.lesson(Tue, "07:00-08:00", "there");
    let rest = |setting| elsewhere(beside(setting));
    assert_eq!(on_tuesday(school(moves(left(here(rest(somebody())))))).0, Absent);
    assert_eq!(on_tuesday(moves(left(here(rest(somebody()))))).0, LessonMoved);
    assert_eq!(on_tuesday(left(here(rest(somebody())))).0, DutyLeft);
    assert_eq!(on_tuesday(here(rest(somebody()))).0, OnSite);
    assert_eq!(on_tuesday(rest(somebody())).0, Adjacent);
    assert_eq!(on_tuesday(elsewhere(somebody())).0, OtherSite);
    assert_eq!(on_tuesday(somebody().lesson(Mon, "11:00-12:00", "here")).0, ExtraTrip);
}

fn online(setting: Setting) -> Setting {
    setting.form(|form| form.mode = MeetingMode::Online.into())
}

#[test]
fn on_line_nobody_travels() {
    let draft = Draft::new().team("t", &["p"]).online();
    let at = |setting: Setting| {
        let (presence, points) = presence(online(setting), &draft);
        assert!(presence.online);
        (presence.state, presence.travel, points)
    };
    assert_eq!(at(somebody()), (ExtraTrip, 0, 100), "a third of an extra trip");
    let expensive = somebody().parameter("attendance", "extra-trip", 200);
    assert_eq!(at(expensive), (ExtraTrip, 0, 66), "rounded down");
    assert_eq!(at(somebody().lesson(Tue, "08:00-10:00", "here")), (OtherSite, 0, 150));
    assert_eq!(at(somebody().lesson(Tue, "08:00-10:01", "here")), (Absent, 0, 1000));
    assert_eq!(at(somebody().duty(Tue, "09:00-16:00", "here")), (DutyLeft, 0, 350));
}

#[test]
fn mixed_is_on_line_only_where_that_is_better() {
    let draft = Draft::new().team("t", &["p"]);
    let at = |setting: Setting| {
        let mixed = setting.form(|form| form.mode = MeetingMode::Mixed.into());
        let (presence, points) = presence(mixed, &draft);
        (presence.state, presence.online, points)
    };
    assert_eq!(at(somebody()), (ExtraTrip, true, 100));
    assert_eq!(at(somebody().duty(Tue, "09:00-16:00", "here")), (OnSite, false, 0));
    let late = somebody().lesson(Tue, "08:00-09:45", "there");
    assert_eq!(at(late), (OtherSite, true, 150), "too late to travel, in time on line");
    let tie = somebody().lesson(Tue, "08:00-10:00", "");
    assert_eq!(at(tie), (OtherSite, false, 150), "as good: at the location");
    assert_eq!(at(somebody().lesson(Tue, "08:00-10:30", "here")), (Absent, false, 1000));
    // Points that make absence cheaper than a move: then the points decide, not the state.
    let cheap = somebody().lesson(Tue, "08:00-09:45", "there").parameter("attendance", "absent", 9);
    assert_eq!(at(cheap), (Absent, false, 9));
}

#[test]
fn a_day_beyond_eight_hours_is_long() {
    let draft = Draft::new().team("t", &["p"]);
    let at = |setting: Setting| {
        let (presence, points) = presence(setting, &draft);
        (presence.state, presence.long_day, points)
    };
    let duty = |span| somebody().duty(Tue, span, "here");
    assert_eq!(at(duty("08:00-16:00")), (OnSite, false, 0), "480 minutes");
    assert_eq!(at(duty("08:00-16:01")), (OnSite, true, 200), "481 minutes");
    // Six hours of duty and two of the meeting; an overlap counts once.
    let apart = duty("12:00-18:00");
    assert_eq!(at(apart.clone()), (Adjacent, false, 50));
    assert_eq!(at(apart.clone().lesson(Tue, "17:00-18:00", "here")), (Adjacent, false, 50));
    assert_eq!(at(apart.clone().lesson(Tue, "17:00-18:01", "here")), (Adjacent, true, 250));
    assert_eq!(at(apart.lesson(Tue, "10:00-20:00", "here")), (Absent, false, 1000));
    let moves = somebody().lesson(Tue, "09:00-20:00", "here").gives_way(Flexibility::Movable);
    assert_eq!(at(moves), (LessonMoved, true, 600));
}
