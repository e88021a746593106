//! What calendars say.

use chrono::Weekday;
use leerteam::formats::calendars;
use leerteam::messages::{Language, Messages};
use leerteam::roster::Side;
use leerteam::wire::v1;

use super::Planned;
use super::reading::Calendar;
use super::support::{Draft, Setting};

/// A member with a movable lesson, one with duty elsewhere and one with an absence.
fn three() -> Planned {
    let roster = Setting::new()
        .room("here", "attic", 9)
        .theme("water")
        .participant("mover", "teacher")
        .lesson(Weekday::Tue, "09:00-16:00", "there")
        .gives_way(v1::Flexibility::Movable)
        .participant("leaver", "teacher")
        .duty(Weekday::Tue, "09:00-16:00", "there")
        .which(|duty| duty.window.get_or_insert_default().valid_to = "2026-09-15".into())
        .participant("absentee", "teacher")
        .absent("2026-09-15", "")
        .supervisor("s1", Side::Education)
        .available(&[(Weekday::Tue, "09:00-17:00")])
        .away("2026-09-22", "")
        .env(|environment| environment.theme_ids = vec!["water".into()])
        .roster();
    let plan = Draft::new()
        .team("red", &["mover", "leaver", "absentee"])
        .room("attic")
        .theme("water")
        .by("s1", Side::Education)
        .plan(&roster);
    Planned::new(roster, plan)
}

#[test]
fn everybody_reads_what_is_of_use_to_them() {
    let planned = three();
    let says = |path: &str| planned.calendar(path).event().description.clone();
    let about = "Learning environment: e\nTheme: water\nSupervisors: s1 (education)";
    let members = "Members:\n- mover\n- leaver\n- absentee";
    assert_eq!(says("teams/red"), format!("{about}\n{members}"));
    let away = "Cannot be there: 2026-09-22";
    assert_eq!(says("supervisors/s1"), format!("{about}\n{away}\n{members}"));
    assert_eq!(says("locations/here"), format!("{about}\n3 members"));
    let moves = "A lesson has to be moved: every meeting";
    assert_eq!(says("participants/mover"), format!("{about}\n{moves}"));
    let leaves = "Duty has to be left: 2026-09-08, 2026-09-15";
    assert_eq!(says("participants/leaver"), format!("{about}\n{leaves}"));
    let absent = "Expected to be absent: 2026-09-15";
    assert_eq!(says("participants/absentee"), format!("{about}\n{absent}"));
    assert_eq!(planned.calendar("participants/mover").event().location, "here, attic");
    assert_eq!(planned.calendar("participants/mover").name, "Learning teams: mover");
}

#[test]
fn they_are_in_the_language_asked_for() {
    let planned = three();
    let written = "2026-08-20T12:00:00Z".parse().expect("a moment");
    let messages = Messages::of(Language::Nl);
    let files = calendars(&planned.roster, &planned.report(), &messages, written);
    let leaver = files.iter().find(|file| file.path.ends_with("/leaver.ics")).expect("a file");
    let calendar = Calendar::read(leaver);
    assert_eq!(calendar.name, "Leerteams: leaver");
    let says = &calendar.event().description;
    assert!(says.ends_with("Moet weg bij stage of dienst: 2026-09-08, 2026-09-15"), "{says}");
}

#[test]
fn every_text_comes_back_as_it_was() {
    let names = [
        "Jansen, Piet; \"de\" Wit \\ Zn.".to_owned(),
        "Zoë Müller-Ångström 老虎".to_owned(),
        "first\nsecond".to_owned(),
        "x".repeat(400),
        "ü".repeat(1000) + &" a".repeat(1000),
    ];
    for name in names {
        let roster = Setting::new()
            .participant("p1", "teacher")
            .who(|participant| participant.name = name.clone())
            .at_location("here", |location| location.name = name.clone())
            .env(|environment| environment.name = name.clone())
            .roster();
        let mut plan = Draft::new().team("red", &["p1"]).plan(&roster);
        plan.teams[0].name = name.clone();
        let planned = Planned::new(roster, plan);
        for file in planned.files("2026-08-20T12:00:00Z") {
            let text = String::from_utf8(file.content).expect("UTF-8");
            assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
            let longest = text.split("\r\n").map(str::len).max();
            assert!(longest <= Some(75), "{longest:?} octets in a line of {}", file.path);
        }
        let calendar = planned.calendar("teams/red");
        let event = calendar.event();
        assert_eq!((&calendar.name, &event.summary, &event.location), (&name, &name, &name));
        assert!(event.description.contains(&format!("environment: {name}\n")));
        assert!(event.description.ends_with(&format!("\n- {name}")));
    }
}

#[test]
fn control_characters_are_left_out() {
    let roster = Setting::new().participant("p1", "teacher").roster();
    let mut plan = Draft::new().team("red", &["p1"]).plan(&roster);
    plan.teams[0].name = "one\u{0}\u{7} two\r\nthree\rfour\u{85}".to_owned();
    let planned = Planned::new(roster, plan);
    assert_eq!(planned.calendar("teams/red").event().summary, "one two\nthree\nfour");
}
