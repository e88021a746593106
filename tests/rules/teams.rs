//! Rules about teams.

use chrono::Weekday::{Tue, Wed};
use leerteam::roster::Side;
use leerteam::wire::v1;

use crate::case::Case;
use crate::support::{Draft, Setting};

fn five() -> Setting {
    Setting::new().participants(&["p1", "p2", "p3", "p4", "p5"], "teacher")
}

pub fn team_count(case: &mut Case) {
    const FEW: &str = "cause-team-count-few";
    const MANY: &str = "cause-team-count-many";
    let count =
        |min, max| five().env(|environment| environment.team_count = Some(v1::Range { min, max }));
    let two = Draft::new().team("t1", &["p1"]).team("t2", &["p2"]);
    case.keeps(&count(1, 2), &two);
    case.breaks(&count(4, 5), &two, &[("", "", 2, FEW)]);
    case.breaks(&count(0, 1), &two, &[("", "", 1, MANY)]);
    case.breaks(&five(), &Draft::new(), &[("", "", 1, FEW)]);
    // Two teams are given: one that was not is one too many, and does not replace one that was.
    let given = five().given("g1", |_| {}).given("g2", |_| {});
    case.keeps(&given, &Draft::new().team("g1", &["p1"]).team("g2", &["p2"]));
    let draft = Draft::new().team("g2", &["p1"]).team("own", &["p2"]);
    case.breaks(&given, &draft, &[("", "", 1, FEW), ("", "", 1, MANY)]);
}

pub fn team_size(case: &mut Case) {
    const CAUSE: &str = "cause-team-size";
    let size =
        |min, max| five().env(|environment| environment.team_size = Some(v1::Range { min, max }));
    let draft = Draft::new().team("t1", &["p1", "p2"]).team("t2", &["p3", "p4", "p5"]);
    case.keeps(&size(2, 3), &draft);
    case.breaks(&size(5, 5), &draft, &[("t1", "", 3, CAUSE), ("t2", "", 2, CAUSE)]);
    case.breaks(&size(1, 1), &draft, &[("t1", "", 1, CAUSE), ("t2", "", 2, CAUSE)]);
}

pub fn slot(case: &mut Case) {
    const HOURS: &str = "cause-slot-hours";
    const PLACE: &str = "cause-slot-place";
    let setting = five();
    let team = || Draft::new().team("t", &["p1"]);
    case.keeps(&setting, &team().at(Tue, "15:00"));
    // Starts between two steps of the grid are within the hours all the same.
    case.keeps(&setting, &team().at(Tue, "10:07"));
    case.breaks(&setting, &team().at(Tue, "15:30"), &[("t", "", 1, HOURS)]);
    case.breaks(&setting, &team().at(Tue, "23:00"), &[("t", "", 1, HOURS)]);
    case.breaks(&setting, &team().at(Wed, "10:00"), &[("t", "", 1, HOURS)]);
    case.breaks(&setting, &team().offset(1), &[("t", "", 1, HOURS)]);
    case.breaks(&setting, &team().place("there"), &[("t", "", 1, PLACE)]);
    case.breaks(&setting, &team().online(), &[("t", "", 1, PLACE)]);
    // One meeting in the whole period is enough.
    let closed = five().closed_for("2026-09-07", "2026-09-28", &[], &["here"]);
    case.keeps(&closed, &team());
    let online = five().env(|environment| environment.location_ids.clear());
    let online = online.form(|form| form.mode = v1::MeetingMode::Online.into());
    case.keeps(&online, &team().online());
    case.breaks(&online, &team(), &[("t", "", 1, PLACE)]);
}

pub fn room(case: &mut Case) {
    let setting = five().room("here", "hall", 0).room("here", "den", 3);
    let team = || Draft::new().team("t", &["p1", "p2"]);
    let setting = setting.supervisor("s1", Side::Education).supervisor("s2", Side::Practice);
    let supervised = |draft: Draft| draft.by("s1", Side::Education);
    let twice = |draft: Draft| supervised(draft).by("s2", Side::Practice);
    case.keeps(&setting, &twice(team().room("hall")));
    case.keeps(&setting, &supervised(team().room("den")));
    case.breaks(&setting, &twice(team().room("den")), &[("t", "", 1, "cause-room-small")]);
    case.breaks(&setting, &team(), &[("t", "", 1, "cause-room-none")]);
    case.keeps(&setting, &team().place("there"));
    case.keeps(&setting, &team().online());
}

pub fn room_double_booked(case: &mut Case) {
    const CAUSE: &str = "cause-room-double-booked";
    let setting = five().room("here", "hall", 0).room("here", "den", 0);
    let one = || Draft::new().team("t1", &["p1"]).room("hall");
    let other = |start| one().team("t2", &["p2"]).room("hall").at(Tue, start);
    case.keeps(&setting, &other("12:00"));
    case.keeps(&setting, &one().team("t2", &["p2"]).room("den"));
    case.breaks(&setting, &other("11:00"), &[("t2", "", 1, CAUSE)]);
    let three = other("11:00").team("t3", &["p3"]).room("hall").at(Tue, "09:00");
    case.breaks(&setting, &three, &[("t2", "", 1, CAUSE), ("t3", "", 1, CAUSE)]);
    // They alternate, each every other week.
    let turns = setting.form(|form| form.every_weeks = 2);
    case.keeps(&turns, &other("11:00").offset(1));
    // A location without rooms takes any number of teams.
    case.keeps(&five(), &Draft::new().team("t1", &["p1"]).team("t2", &["p2"]));
}

pub fn professions(case: &mut Case) {
    const CAUSE: &str = "cause-professions";
    let setting = Setting::new()
        .programme("pabo", "school", 6, "teacher")
        .student("p1", "pabo")
        .participant("p2", "teacher")
        .participant("p3", "assistant")
        .participant("p4", "");
    let two = Draft::new().team("t", &["p1", "p2", "p3"]);
    case.keeps(&setting, &two);
    case.breaks(&setting, &Draft::new().team("t", &["p1", "p2", "p4"]), &[("t", "", 1, CAUSE)]);
    case.breaks(&setting, &Draft::new().team("t", &["p4"]), &[("t", "", 2, CAUSE)]);
    let four = setting.parameter("professions", "at-least", 4);
    case.breaks(&four, &two, &[("t", "", 2, CAUSE)]);
}

pub fn quorum(case: &mut Case) {
    const CAUSE: &str = "cause-quorum";
    let setting = Setting::new()
        .participant("p1", "teacher")
        .absent("2026-09-08", "")
        .absent("2026-09-15", "")
        .participant("p2", "teacher")
        .participant("p3", "teacher")
        .there("2026-09-14", "2026-10-04")
        .absent("2026-09-15", "")
        .absent("2026-09-22", "");
    case.keeps(&setting, &Draft::new().team("t", &["p1", "p2"]));
    // On 8 September one of two is there, on 15 September one of three.
    let draft = Draft::new().team("t", &["p1", "p2", "p3"]);
    case.breaks(&setting, &draft, &[("t", "", 1, CAUSE)]);
    let third = setting.clone().parameter("quorum", "percent", 33);
    case.keeps(&third, &draft);
    let more = setting.clone().parameter("quorum", "percent", 34);
    case.breaks(&more, &draft, &[("t", "", 1, CAUSE)]);
    // At two meetings nobody comes: still one team.
    let all = setting.parameter("quorum", "percent", 100);
    case.breaks(&all, &Draft::new().team("t", &["p1"]), &[("t", "", 1, CAUSE)]);
    // Nobody is counted on 8 September.
    case.keeps(&third, &Draft::new().team("t", &["p3", "p2"]));
}

pub fn fair_share(case: &mut Case) {
    const CAUSE: &str = "cause-fair-share";
    let only = |attributes: &[&str]| {
        let attributes: Vec<String> = attributes.iter().map(|name| (*name).to_owned()).collect();
        Setting::new()
            .participants(&["p1", "p2"], "teacher")
            .participants(&["p3", "p4"], "assistant")
            .rule("fair-share", |rule| rule.attributes = attributes)
    };
    let profession = only(&["profession"]);
    let draft = Draft::new().team("t1", &["p1", "p3"]).team("t2", &["p2", "p4"]);
    case.keeps(&profession, &draft);
    // Half of two members is one head: 100 hundredths away, for either profession.
    let lopsided = Draft::new().team("t", &["p1", "p2"]);
    case.breaks(&profession, &lopsided, &[("t", "", 100, CAUSE), ("t", "", 100, CAUSE)]);
    // Six admitted, one without a profession: a third is 33, a sixth 17 percent (halves up).
    let six = only(&["profession"]).participant("p5", "coach").participant("p6", "");
    let draft = Draft::new().team("t", &["p1", "p6", "p5"]);
    let expected = [("t", "", 99, CAUSE), ("t", "", 49, CAUSE), ("t", "", 1, CAUSE)];
    case.breaks(&six, &draft, &expected);
    // Who is not admitted counts as a head, against a share of nothing.
    let stranger = only(&["profession"]).participant("p5", "coach").env(|environment| {
        let admission = environment.admission.get_or_insert_default();
        admission.participant_ids = ["p1", "p2", "p3", "p4"].map(String::from).to_vec();
    });
    let draft = Draft::new().team("t", &["p1", "p3", "p5"]);
    let expected = [("t", "", 50, CAUSE), ("t", "", 100, CAUSE), ("t", "", 50, CAUSE)];
    case.breaks(&stranger, &draft, &expected);
    // Several attributes, in alphabetical order; nobody has a level group here.
    let institutions = only(&["profession", "institution", "level-group"])
        .programme("pabo", "school", 6, "teacher")
        .with(|roster| {
            for (participant, institution) in
                roster.participants.iter_mut().zip(["school", "school", "college", "college"])
            {
                participant.organisation_id = institution.into();
            }
        });
    let expected = [("t", "", 100, CAUSE); 4];
    case.breaks(&institutions, &lopsided, &expected);
}
