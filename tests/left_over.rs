//! Why a participant is in no team: each reason once.

mod support;

use chrono::Weekday::{Mon, Tue};
use leerteam::check::{Reason, ReasonCode, assess};
use leerteam::roster::{Side, WishKind};
use leerteam::wire::v1::{self, MeetingMode};

use support::{Draft, Setting, window};

/// The reasons of participant `p`, who is in no team of the draft.
fn reasons(setting: &Setting, draft: &Draft) -> Vec<Reason> {
    let roster = setting.roster();
    let left_over = assess(&roster, &draft.plan(&roster)).left_over;
    let of_p = left_over.into_iter().find(|left| roster.participants[left.participant].id == "p");
    of_p.expect("p is left over").reasons
}

fn codes(setting: &Setting, draft: &Draft) -> Vec<ReasonCode> {
    reasons(setting, draft).iter().map(|reason| reason.code).collect()
}

/// `p` and `q`; the environment meets on Mondays and Tuesdays.
fn two() -> Setting {
    Setting::new().participants(&["q", "p"], "teacher").form(|form| {
        form.hours = vec![window(Mon, "10:00-12:00"), window(Tue, "10:00-12:00")];
    })
}

#[test]
fn admitted_nowhere() {
    let only_q = two().env(|environment| {
        environment.admission.get_or_insert_default().participant_ids = vec!["q".into()];
    });
    let draft = Draft::new().team("t", &["q"]);
    assert_eq!(codes(&only_q, &draft), [ReasonCode::AdmittedNowhere]);
}

#[test]
fn a_reason_for_each_environment_that_admits() {
    let pinned = two().environment("e2").pinned(|pins| pins.environment_id = "e2".into());
    let draft = Draft::new().team("t", &["q"]);
    assert_eq!(codes(&pinned, &draft), [ReasonCode::Pinned, ReasonCode::NoTeam]);
}

#[test]
fn no_slot_fits() {
    let bound = two().lesson(Mon, "09:00-17:00", "here").lesson(Tue, "09:00-11:00", "here");
    let bound = bound.which(|lesson| lesson.id = "maths".into()).free("2026-09-08", &[]);
    let reasons = reasons(&bound, &Draft::new());
    assert_eq!(reasons.len(), 1);
    assert_eq!(reasons[0].code, ReasonCode::NoSlotFits);
    assert_eq!(reasons[0].comes, Some((1, 4)), "on Tuesdays, once");
    let ids: Vec<&str> = reasons[0].in_the_way.iter().map(|c| c.id.as_str()).collect();
    assert_eq!(ids, ["maths"]);
}

#[test]
fn only_what_keeps_from_a_counted_meeting_is_in_the_way() {
    // Each Tuesday but the first is before the internship, when the second lesson is over.
    let setting = two()
        .form(|form| form.mode = MeetingMode::Mixed.into())
        .there("2026-09-14", "2026-10-04")
        .lesson(Mon, "09:00-17:00", "here")
        .lesson(Tue, "10:00-11:00", "here")
        .lesson(Tue, "08:00-09:50", "there")
        .lesson(Tue, "11:00-12:00", "here")
        .which(|lesson| lesson.window.get_or_insert_default().valid_to = "2026-09-13".into());
    let reasons = reasons(&setting, &Draft::new());
    assert_eq!(reasons[0].comes, Some((0, 3)));
    for commitment in &reasons[0].in_the_way {
        assert_ne!(commitment.id, "3", "on line there is time enough after it");
        assert_ne!(commitment.id, "4", "it is over before any meeting counts");
    }
    assert_eq!(reasons[0].in_the_way.len(), 1);
}

#[test]
fn the_slots_of_the_teams_do_not_fit() {
    let bound = two().lesson(Mon, "09:00-17:00", "here");
    let draft = Draft::new().team("t", &["q"]).at(Mon, "10:00");
    let reasons = reasons(&bound, &draft);
    assert_eq!(reasons[0].code, ReasonCode::TeamSlotsDoNotFit);
    assert_eq!(reasons[0].comes, Some((0, 4)));
}

#[test]
fn full_or_costs_more() {
    let size = |max| {
        let bound = two().lesson(Mon, "09:00-17:00", "here");
        bound.env(|environment| environment.team_size.get_or_insert_default().max = max)
    };
    let tuesday = Draft::new().team("t", &["q"]);
    assert_eq!(codes(&size(1), &tuesday), [ReasonCode::Full]);
    assert_eq!(codes(&size(2), &tuesday), [ReasonCode::CostsMore]);
    // A place in a team that does not fit is no place.
    let both = tuesday.team("t2", &[]).at(Mon, "10:00");
    assert_eq!(codes(&size(1), &both), [ReasonCode::Full]);
}

#[test]
fn never_at_the_slots_that_there_are() {
    let never = |span: &str| {
        two().pinned(|pins| {
            pins.never = vec![window(Mon, "08:00-18:00"), window(Tue, span)];
        })
    };
    let draft = Draft::new().team("t", &["q"]);
    assert_eq!(codes(&never("08:00-18:00"), &draft), [ReasonCode::Pinned]);
    // The team meets on Tuesdays at ten.
    assert_eq!(codes(&never("10:00-10:30"), &draft), [ReasonCode::Pinned]);
    assert_eq!(codes(&never("08:00-10:00"), &draft), [ReasonCode::CostsMore]);
}

#[test]
fn pinned_to_another_team() {
    let given = two().given("red", |_| {}).given("blue", |_| {});
    let setting = given.pinned(|pins| pins.team_id = "blue".into());
    let draft = Draft::new().team("red", &["q"]);
    assert_eq!(codes(&setting, &draft), [ReasonCode::Pinned]);
}

#[test]
fn wishes_keep_somebody_out() {
    let apart = two().wish(WishKind::Apart, "p", "q", true);
    let draft = Draft::new().team("t", &["q"]);
    assert_eq!(codes(&apart, &draft), [ReasonCode::Wishes]);
    let weighed = two().wish(WishKind::Apart, "p", "q", false);
    assert_eq!(codes(&weighed, &draft), [ReasonCode::CostsMore]);
}

#[test]
fn the_room_is_full() {
    let draft = || Draft::new().team("t", &["q"]).room("small");
    let places = |places| two().room("here", "small", places);
    assert_eq!(codes(&places(1), &draft()), [ReasonCode::RoomFull]);
    assert_eq!(codes(&places(2), &draft()), [ReasonCode::CostsMore]);
}

#[test]
fn no_supervisors_are_left_for_another_team() {
    let setting = |most| {
        let one = two().supervisor("b", Side::Education).by(|of| {
            of.max_teams = Some(most);
            of.minutes_per_week = Some(600);
        });
        let one = one.needs(Side::Education, 1, 1);
        one.env(|environment| {
            environment.team_size.get_or_insert_default().max = 1;
            environment.team_count = Some(v1::Range { min: 1, max: 2 });
        })
    };
    let draft = Draft::new().team("t", &["q"]).by("b", Side::Education);
    assert_eq!(codes(&setting(1), &draft), [ReasonCode::NoSupervisors]);
    assert_eq!(codes(&setting(2), &draft), [ReasonCode::Full]);
}
