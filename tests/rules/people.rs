//! Rules about participants.

use chrono::Weekday::{Mon, Tue};
use leerteam::roster::WishKind::{Apart, Together};
use leerteam::wire::v1::Flexibility;

use crate::case::Case;
use crate::support::{Draft, Setting, window};

fn three() -> Setting {
    Setting::new().participants(&["p1", "p2", "p3"], "teacher")
}

pub fn placed(case: &mut Case) {
    case.keeps(&three(), &Draft::new().team("t", &["p1", "p2", "p3"]));
    let draft = Draft::new().team("t", &["p2"]);
    case.breaks(&three(), &draft, &[("", "p1", 1, "cause-placed"), ("", "p3", 1, "cause-placed")]);
}

pub fn once(case: &mut Case) {
    case.keeps(&three(), &Draft::new().team("t1", &["p1"]).team("t2", &["p2", "p3"]));
    let draft = Draft::new().team("t1", &["p1"]).team("t2", &["p1", "p2"]).team("t3", &["p1"]);
    case.breaks(&three(), &draft, &[("t2", "p1", 1, "cause-once"), ("t3", "p1", 1, "cause-once")]);
}

pub fn admitted(case: &mut Case) {
    let setting = Setting::new()
        .programme("pabo", "school", 6, "teacher")
        .programme("ooa", "college", 4, "assistant")
        .student("listed", "ooa")
        .student("both", "pabo")
        .duty(Mon, "09:00-12:00", "here")
        .student("no-duty", "pabo")
        .lesson(Mon, "09:00-12:00", "here")
        .student("other-programme", "ooa")
        .duty(Mon, "09:00-12:00", "here")
        .env(|environment| {
            let admission = environment.admission.get_or_insert_default();
            admission.participant_ids = vec!["listed".into()];
            admission.programme_ids = vec!["pabo".into()];
            admission.neighbourhoods = vec!["north".into()];
        });
    case.keeps(&setting, &Draft::new().team("t", &["listed", "both"]));
    let draft = Draft::new().team("t", &["both", "no-duty", "other-programme"]);
    let expected =
        [("t", "no-duty", 1, "cause-admitted"), ("t", "other-programme", 1, "cause-admitted")];
    case.breaks(&setting, &draft, &expected);
}

pub fn pins(case: &mut Case) {
    let setting = three()
        .pinned(|pins| pins.never = vec![window(Tue, "12:00-13:00")])
        .participant("p4", "teacher")
        .pinned(|pins| pins.environment_id = "e".into())
        .participant("p5", "teacher")
        .pinned(|pins| pins.team_id = "g".into())
        .environment("e2")
        .theme("play")
        .given("g", |team| {
            team.theme_id = "play".into();
            team.slot.get_or_insert_default().start_time = "10:00".into();
        })
        .given("h", |_| {});
    // A meeting from 10:00 to 12:00 ends where the window starts.
    case.keeps(
        &setting,
        &Draft::new()
            .team("t", &["p3", "p4"])
            .team("g", &["p5"])
            .of("e2")
            .theme("play")
            .team("h", &["p1"])
            .of("e2")
            .at(Tue, "14:00"),
    );
    let draft = Draft::new().team("t", &["p3", "p5"]).at(Tue, "11:00").team("g", &["p4"]).of("e2");
    let draft = draft.at(Tue, "09:00").team("h", &["p5"]).of("e2");
    case.breaks(
        &setting,
        &draft,
        &[
            ("t", "p3", 1, "cause-pins-never"),
            ("t", "p5", 1, "cause-pins-elsewhere"),
            ("g", "p4", 1, "cause-pins-elsewhere"),
            ("g", "", 1, "cause-pins-slot"),
            ("g", "", 1, "cause-pins-theme"),
            ("h", "p5", 1, "cause-pins-elsewhere"),
        ],
    );
}

/// Four meetings; `p1` is absent at two of them, `p2` at three, `p3` is there for none.
fn absences() -> Setting {
    Setting::new()
        .participant("p1", "teacher")
        .absent("2026-09-08", "")
        .absent("2026-09-15", "11:00-13:00")
        .participant("p2", "teacher")
        .absent("2026-09-08", "")
        .absent("2026-09-15", "")
        .absent("2026-09-22", "")
        .participant("p3", "teacher")
        .there("2026-09-09", "2026-09-14")
}

pub fn share_of_meetings(case: &mut Case) {
    const CAUSE: &str = "cause-share-of-meetings";
    case.keeps(&absences(), &Draft::new().team("t", &["p1"]));
    let draft = Draft::new().team("t", &["p1", "p2", "p3"]);
    case.breaks(&absences(), &draft, &[("t", "p2", 1, CAUSE), ("t", "p3", 1, CAUSE)]);
    let most = absences().parameter("share-of-meetings", "percent", 51);
    let all = [("t", "p1", 1, CAUSE), ("t", "p2", 1, CAUSE), ("t", "p3", 1, CAUSE)];
    case.breaks(&most, &draft, &all);
    // Who is counted at no meeting is short even where no share is asked.
    let none = absences().parameter("share-of-meetings", "percent", 0);
    case.breaks(&none, &draft, &[("t", "p3", 1, CAUSE)]);
}

pub fn attendance(case: &mut Case) {
    const CAUSE: &str = "cause-attendance";
    let setting = Setting::new()
        .participant("on-site", "teacher")
        .duty(Tue, "08:00-16:00", "here")
        .participant("duty-left", "teacher")
        .duty(Tue, "08:00-16:00", "there")
        .participant("moved", "teacher")
        .lesson(Tue, "08:00-16:00", "there")
        .gives_way(Flexibility::Movable)
        .participant("trip", "teacher")
        .duty(Mon, "08:00-16:00", "there")
        .participant("once-absent", "teacher")
        .duty(Tue, "08:00-16:00", "here")
        .absent("2026-09-15", "");
    case.keeps(&setting, &Draft::new().team("t", &["on-site"]));
    let draft = Draft::new().team("t", &["on-site", "duty-left", "moved", "trip", "once-absent"]);
    let expected = [
        ("t", "duty-left", 350, CAUSE),
        ("t", "moved", 400, CAUSE),
        ("t", "trip", 330, CAUSE),
        ("t", "once-absent", 250, CAUSE),
    ];
    case.breaks(&setting, &draft, &expected);
    let cheap = setting.parameter("attendance", "duty-left", 1);
    let expected = [("t", "duty-left", 1, CAUSE)];
    case.breaks(&cheap, &Draft::new().team("t", &["on-site", "duty-left"]), &expected);
}

/// Two wishes that are required, two that are not.
fn wished() -> Setting {
    Setting::new()
        .participants(&["p1", "p2", "p3", "p4"], "teacher")
        .wish(Together, "p1", "p2", true)
        .wish(Apart, "p1", "p3", true)
        .wish(Together, "p3", "p4", false)
        .wish(Apart, "p2", "p4", false)
}

pub fn together(case: &mut Case) {
    const CAUSE: &str = "cause-together";
    case.keeps(&wished(), &Draft::new().team("t1", &["p1", "p2"]).team("t2", &["p3"]));
    let apart = Draft::new().team("t1", &["p1", "p3"]).team("t2", &["p4", "p2"]);
    case.breaks(&wished(), &apart, &[("t1", "p1", 1, CAUSE), ("t2", "p2", 1, CAUSE)]);
    // One of the two in no team: only the other is without.
    case.breaks(&wished(), &Draft::new().team("t", &["p2"]), &[("t", "p2", 1, CAUSE)]);
    case.keeps(&wished(), &Draft::new().team("t", &["p3"]));
}

pub fn apart(case: &mut Case) {
    case.keeps(&wished(), &Draft::new().team("t1", &["p1"]).team("t2", &["p3", "p2", "p4"]));
    let draft = Draft::new().team("t", &["p3", "p2", "p1"]);
    case.breaks(&wished(), &draft, &[("t", "p1", 1, "cause-apart")]);
}

pub fn wishes(case: &mut Case) {
    case.keeps(&wished(), &Draft::new().team("t1", &["p3", "p4"]).team("t2", &["p2"]));
    let draft = Draft::new().team("t1", &["p3"]).team("t2", &["p4", "p2"]);
    case.breaks(
        &wished(),
        &draft,
        &[
            ("t1", "p3", 1, "cause-together"),
            ("t2", "p4", 1, "cause-together"),
            ("t2", "p2", 1, "cause-apart"),
        ],
    );
}
