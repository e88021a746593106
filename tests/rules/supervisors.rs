//! Rules about supervisors.

use chrono::Weekday::Tue;
use leerteam::roster::Side::{Education, Practice};
use leerteam::wire::v1;

use crate::case::Case;
use crate::support::{Draft, Setting};

/// Four participants and two supervisors, `s1` for education and `s2` for practice.
fn pair() -> Setting {
    Setting::new()
        .participants(&["p1", "p2", "p3", "p4"], "teacher")
        .supervisor("s1", Education)
        .supervisor("s2", Practice)
}

fn team() -> Draft {
    Draft::new().team("t", &["p1"])
}

pub fn per_side(case: &mut Case) {
    const EDUCATION: &str = "cause-supervisors-education";
    const PRACTICE: &str = "cause-supervisors-practice";
    let setting = pair().supervisor("s3", Education).needs(Education, 1, 1);
    case.keeps(&setting, &team().by("s1", Education));
    case.breaks(&setting, &team(), &[("t", "", 1, EDUCATION)]);
    let both = team().by("s1", Education).by("s3", Education);
    case.breaks(&setting, &both, &[("t", "", 1, EDUCATION)]);
    // A side that is not mentioned has none.
    let expected = [("t", "", 1, EDUCATION), ("t", "", 1, PRACTICE)];
    case.breaks(&setting, &team().by("s2", Practice), &expected);
    let more = setting.needs(Practice, 2, 3);
    case.breaks(&more, &team().by("s1", Education), &[("t", "", 2, PRACTICE)]);
}

pub fn pinned(case: &mut Case) {
    const CAUSE: &str = "cause-pinned-supervisors";
    let setting = pair().given("g", |team| team.supervisor_ids = vec!["s1".into(), "s2".into()]);
    let given = || Draft::new().team("g", &["p1"]);
    // On whichever side.
    case.keeps(&setting, &given().by("s2", Practice).by("s1", Practice));
    case.keeps(&setting, &Draft::new().team("another", &["p1"]));
    case.breaks(&setting, &given().by("s2", Practice), &[("g", "s1", 1, CAUSE)]);
    case.breaks(&setting, &given(), &[("g", "s1", 1, CAUSE), ("g", "s2", 1, CAUSE)]);
}

pub fn fit(case: &mut Case) {
    const CAUSE: &str = "cause-supervisor-fit";
    let setting = pair().by(|supervisor| supervisor.location_ids = vec!["there".into()]);
    case.keeps(&setting, &team().by("s1", Education));
    case.keeps(&setting, &team().place("there").by("s2", Practice));
    case.keeps(&setting, &team().online().by("s2", Practice));
    case.breaks(&setting, &team().by("s1", Practice), &[("t", "s1", 1, CAUSE)]);
    case.breaks(&setting, &team().by("s2", Practice), &[("t", "s2", 1, CAUSE)]);
    // Named twice, and in no way fit: each name counts once.
    let twice = team().by("s1", Education).by("s1", Education).by("s2", Education);
    case.breaks(&setting, &twice, &[("t", "s1", 1, CAUSE), ("t", "s2", 1, CAUSE)]);
}

pub fn available(case: &mut Case) {
    const CAUSE: &str = "cause-supervisor-available";
    let away = pair().away("2026-09-15", "11:30-12:30");
    case.keeps(&pair(), &team().by("s1", Education).by("s2", Practice));
    // Three of four meetings are 75 percent.
    let draft = team().by("s1", Education).by("s2", Practice);
    case.breaks(&away, &draft, &[("t", "s2", 1, CAUSE)]);
    let less = away.parameter("supervisor-available", "percent", 75);
    case.keeps(&less, &draft);
    let early = pair().available(&[(Tue, "09:00-11:59")]);
    case.breaks(&early, &draft, &[("t", "s2", 1, CAUSE)]);
    // A slot without meetings is another rule's.
    case.keeps(&early, &draft.at(Tue, "20:00"));
}

/// So many teams of one member each, all with supervisor `s1`; a start for each.
fn several(starts: &[&str]) -> Draft {
    let ids = [("t1", "p1"), ("t2", "p2"), ("t3", "p3"), ("t4", "p4")];
    starts.iter().zip(ids).fold(Draft::new(), |draft, (start, (team, member))| {
        draft.team(team, &[member]).at(Tue, start).by("s1", Education)
    })
}

fn alone() -> Setting {
    Setting::new().participants(&["p1", "p2", "p3", "p4"], "teacher").supervisor("s1", Education)
}

pub fn hours(case: &mut Case) {
    const CAUSE: &str = "cause-supervisor-hours";
    let time = |minutes| alone().by(|supervisor| supervisor.minutes_per_week = Some(minutes));
    case.keeps(&time(240), &several(&["09:00", "11:00"]));
    case.breaks(&time(239), &several(&["09:00", "11:00"]), &[("", "s1", 1, CAUSE)]);
    case.breaks(&time(180), &several(&["09:00", "11:00"]), &[("", "s1", 1, CAUSE)]);
    case.breaks(&time(179), &several(&["09:00", "11:00"]), &[("", "s1", 2, CAUSE)]);
    // 100 minutes every three weeks are 34 a week.
    let third =
        |minutes| time(minutes).form(|form| (form.duration_minutes, form.every_weeks) = (100, 3));
    case.keeps(&third(34), &several(&["09:00"]));
    case.breaks(&third(33), &several(&["09:00"]), &[("", "s1", 1, CAUSE)]);
    // Twice in one team is one load.
    case.keeps(&time(120), &team().by("s1", Education).by("s1", Education));
}

pub fn teams(case: &mut Case) {
    let most = |teams| alone().by(|supervisor| supervisor.max_teams = Some(teams));
    case.keeps(&most(2), &several(&["09:00", "11:00"]));
    case.keeps(&alone(), &several(&["09:00", "11:00", "13:00"]));
    let three = several(&["09:00", "11:00", "13:00"]);
    case.breaks(&most(1), &three, &[("", "s1", 2, "cause-supervisor-teams")]);
    case.breaks(&most(0), &team().by("s1", Education), &[("", "s1", 1, "cause-supervisor-teams")]);
}

pub fn double_booked(case: &mut Case) {
    const CAUSE: &str = "cause-supervisor-double-booked";
    case.keeps(&alone(), &several(&["09:00", "11:00", "13:00"]));
    case.breaks(&alone(), &several(&["09:00", "10:00"]), &[("t2", "s1", 1, CAUSE)]);
    let expected = [("t2", "s1", 1, CAUSE), ("t3", "s1", 1, CAUSE), ("t3", "s1", 1, CAUSE)];
    case.breaks(&alone(), &several(&["10:00", "10:00", "11:00"]), &expected);
    let turns = alone().form(|form| form.every_weeks = 2);
    case.keeps(&turns, &several(&["09:00", "10:00"]).offset(1));
}

pub fn travel(case: &mut Case) {
    const CAUSE: &str = "cause-supervisor-travel";
    let start = |start| {
        let draft = Draft::new().team("t1", &["p1"]).at(Tue, "11:00").by("s1", Education);
        draft.team("t2", &["p2"]).of("e2").at(Tue, start).place("there").by("s1", Education)
    };
    let setting = alone()
        .travel("here", "there", 45)
        .travel("there", "here", 20)
        .environment("e2")
        .env(|environment| environment.location_ids = vec!["there".into()]);
    case.keeps(&setting, &start("13:45"));
    case.breaks(&setting, &start("13:44"), &[("t2", "s1", 1, CAUSE)]);
    case.breaks(&setting, &start("13:00"), &[("t2", "s1", 1, CAUSE)]);
    // The other way round, from there to here.
    let early = setting.clone().form(|form| form.duration_minutes = 60);
    case.keeps(&early, &start("09:40"));
    case.breaks(&early, &start("09:41"), &[("t2", "s1", 1, CAUSE)]);
    // Overlap is double booking, not travel.
    case.keeps(&setting, &start("12:00"));
}

pub fn different_organisations(case: &mut Case) {
    const CAUSE: &str = "cause-different-organisations";
    let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let setting = Setting::new()
        .participant("p1", "teacher")
        .supervisor("s1", Education)
        .by(|supervisor| supervisor.organisation_ids = ids(&["school", "college"]))
        .supervisor("s2", Practice)
        .by(|supervisor| supervisor.organisation_ids = ids(&["care"]))
        .supervisor("s3", Practice)
        .by(|supervisor| supervisor.organisation_ids = ids(&["college", "school"]))
        .supervisor("s4", Practice);
    case.keeps(&setting, &team().by("s1", Education).by("s2", Practice).by("s4", Practice));
    case.keeps(&setting, &team().by("s1", Education).by("s1", Practice));
    let alike = team().by("s1", Education).by("s3", Practice);
    case.breaks(&setting, &alike, &[("t", "", 1, CAUSE), ("t", "", 1, CAUSE)]);
}

pub fn even_load(case: &mut Case) {
    case.keeps(&pair(), &several(&["09:00"]).team("t5", &["p4"]).by("s2", Practice));
    let expected = |amount| [("", "s1", amount, "cause-even-load")];
    case.breaks(&alone(), &several(&["09:00", "11:00"]), &expected(1));
    case.breaks(&alone(), &several(&["09:00", "11:00", "13:00"]), &expected(3));
    case.breaks(&alone(), &several(&["09:00", "11:00", "13:00", "15:00"]), &expected(6));
}

pub fn own_field(case: &mut Case) {
    const CAUSE: &str = "cause-own-field";
    let fields = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let setting = Setting::new()
        .participant("p1", "teacher")
        .who(|who| who.field = "education".into())
        .participant("p2", "nurse")
        .who(|who| who.field = "care".into())
        .participant("p3", "")
        .supervisor("s1", Education)
        .by(|supervisor| supervisor.fields = fields(&["education"]))
        .supervisor("s2", Practice)
        .by(|supervisor| supervisor.fields = fields(&["sport", "care"]))
        .needs(Education, 1, 1);
    let team = || Draft::new().team("t", &["p1", "p2", "p3"]);
    case.keeps(&setting, &team().by("s1", Education).by("s2", Practice));
    case.breaks(&setting, &team().by("s1", Education), &[("t", "p2", 1, CAUSE)]);
    case.breaks(&setting, &team(), &[("t", "p1", 1, CAUSE), ("t", "p2", 1, CAUSE)]);
    // Nobody can have one where none is asked for, or where none has any field.
    case.keeps(&setting.clone().env(|environment| environment.supervision.clear()), &team());
    let without = setting.with(|roster| {
        roster.supervisors.iter_mut().for_each(|supervisor| supervisor.fields.clear());
    });
    case.keeps(&without, &team());
}

pub fn willing(case: &mut Case) {
    const CAUSE: &str = "cause-willing";
    let setting = |levels: [v1::Willingness; 3]| {
        let supervisor = |setting: Setting, (id, level): (&str, v1::Willingness)| {
            setting.supervisor(id, Education).by(|of| of.willingness = level.into())
        };
        let all = ["s1", "s2", "s3"].into_iter().zip(levels);
        all.fold(Setting::new().participant("p1", "teacher"), supervisor)
    };
    use v1::Willingness::{Neutral, Reluctant, Unspecified, Willing};
    let three = || team().by("s1", Education).by("s2", Education).by("s3", Education);
    case.keeps(&setting([Unspecified, Neutral, Unspecified]), &three());
    case.keeps(&setting([Reluctant; 3]), &three());
    let mixed = setting([Willing, Neutral, Reluctant]);
    case.keeps(&mixed, &team().by("s1", Education));
    case.breaks(&mixed, &three(), &[("t", "s2", 1, CAUSE), ("t", "s3", 4, CAUSE)]);
    let reluctant = setting([Neutral, Unspecified, Reluctant]);
    case.breaks(&reluctant, &three(), &[("t", "s3", 3, CAUSE)]);
    let alike = mixed.parameter("willing", "neutral", 0);
    case.breaks(&alike, &three(), &[("t", "s3", 4, CAUSE)]);
}
