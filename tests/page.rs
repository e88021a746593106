//! The page of a plan: what is in it, that nothing in it can do harm, and that it can be without names.

mod support;

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::Weekday::Tue;
use leerteam::check::{Outcome, Proof, Report};
use leerteam::formats::{PageOptions, page};
use leerteam::messages::{Language, Messages};
use leerteam::plan::Plan;
use leerteam::planner::{Cancel, Options, plan};
use leerteam::roster::{Mode, Roster, Side, WishKind};
use leerteam::wire::{read_roster, v1, write_report};
use serde_json::Value;
use sha2::{Digest, Sha256};
use support::{Draft, Setting};

/// The fixture zwolle with its plan, as report and as message.
fn zwolle() -> (Roster, Report, v1::Plan) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/zwolle/roster.json");
    let text = std::fs::read_to_string(path).expect("the fixture");
    let wire: v1::Roster = serde_json::from_str(&text).expect("a roster");
    let roster = read_roster(&wire).0.expect("a roster that can be planned");
    let planned = plan(&roster, &Options::default(), &Cancel::default(), &mut |_| {});
    let report = planned.expect("solver and checker agree").into_report();
    let wire = write_report(&roster, &report, &Messages::of(Language::En));
    (roster, report, wire)
}

/// A plan of which nothing is proven.
fn by_hand(roster: &Roster, plan: Plan) -> Report {
    Report::new(roster, plan, None).expect("a score that can be counted")
}

/// The JSON in a page.
fn data(page: &str) -> Value {
    let start = r#"<script type="application/json" id="plan">"#;
    let (_, rest) = page.split_once(start).expect("the JSON");
    let (json, _) = rest.split_once("</script>").expect("the end of the JSON");
    serde_json::from_str(json).expect("JSON")
}

fn list<'a>(value: &'a Value, name: &str) -> &'a Vec<Value> {
    value[name].as_array().unwrap_or_else(|| panic!("no list {name}"))
}

fn place(value: &Value) -> usize {
    value.as_u64().expect("a place") as usize
}

fn texts<'a>(values: &'a [Value], name: &str) -> Vec<&'a str> {
    values.iter().map(|value| value[name].as_str().expect("a text")).collect()
}

#[test]
fn everybody_and_every_team_is_in_it() {
    let (roster, report, _) = zwolle();
    let data = data(&page(&roster, &report, &PageOptions::default()));
    let people = list(&data, "participants");
    let ids: Vec<&str> = roster.participants.iter().map(|p| p.id.as_str()).collect();
    assert_eq!(texts(people, "id"), ids);
    let names: Vec<&str> = roster.participants.iter().map(|p| p.name.as_str()).collect();
    assert_eq!(texts(people, "name"), names);
    let teams = list(&data, "teams");
    assert_eq!(teams.len(), 18);
    let mut seen: Vec<usize> =
        list(&data, "leftOver").iter().map(|left| place(&left["participant"])).collect();
    for (team, of) in teams.iter().zip(&report.plan.teams) {
        assert_eq!(team["id"], of.id.as_str());
        let members: Vec<usize> =
            list(team, "members").iter().map(|member| place(&member["who"])).collect();
        assert_eq!(members, of.members);
        seen.extend(members);
        let serving: Vec<usize> =
            list(team, "supervisors").iter().map(|s| place(&s["who"])).collect();
        assert_eq!(serving, of.supervisors.iter().map(|&(who, _)| who).collect::<Vec<_>>());
    }
    seen.sort_unstable();
    assert_eq!(seen, (0..people.len()).collect::<Vec<_>>(), "each in a team or left over");
}

#[test]
fn states_meetings_and_loads_are_those_of_the_plan() {
    let (roster, report, wire) = zwolle();
    let data = data(&page(&roster, &report, &PageOptions::default()));
    for (team, of) in list(&data, "teams").iter().zip(&wire.teams) {
        let days = data["series"][place(&team["series"])].as_array().expect("days");
        let date = |day: &Value| roster.period.date(place(day) as u32).to_string();
        let dates: Vec<String> = days.iter().map(date).collect();
        let given = of.meetings.iter().map(|meeting| meeting.start[..10].to_owned());
        assert_eq!(dates, given.collect::<Vec<_>>());
        for (member, of) in list(team, "members").iter().zip(&of.members) {
            let states = member["states"].as_str().expect("a text");
            let count = |state: u8, long: bool| {
                let letters = [b'a' + state, b'a' + state + 7];
                let letters = if long { &letters[1..] } else { &letters[..] };
                states.bytes().filter(|letter| letters.contains(letter)).count() as i32
            };
            for state in 0..7 {
                let number = i32::from(state) + 1;
                let given = of.states.iter().find(|given| given.state == number);
                let given = given.map_or((0, 0), |given| (given.meetings, given.long_days));
                assert_eq!((count(state, false), count(state, true)), given);
            }
            let counted = states.bytes().filter(|&letter| letter != b'.').count() as i32;
            assert_eq!(Some(counted), of.counted_meetings);
        }
    }
    let loads: Vec<(String, i64)> = list(&data, "supervisors")
        .iter()
        .map(|of| (of["id"].as_str().expect("an id").into(), of["load"].as_i64().expect("a load")))
        .filter(|(_, load)| *load > 0)
        .collect();
    let given = wire.supervisor_loads.iter();
    let given: Vec<(String, i64)> =
        given.map(|load| (load.supervisor_id.clone(), load.minutes_per_week.into())).collect();
    assert_eq!(loads, given);
}

#[test]
fn what_is_wrong_is_there_in_both_languages() {
    let (roster, mut report, _) = zwolle();
    report.proof = None;
    let in_each =
        Language::ALL.map(|language| write_report(&roster, &report, &Messages::of(language)));
    let page = page(&roster, &report, &PageOptions::default());
    let data = data(&page);
    assert_eq!(data["languages"], serde_json::json!(["en", "nl"]));
    let broken = list(&data, "broken");
    assert_eq!(broken.len(), in_each[0].broken_requirements.len());
    assert!(broken.len() >= 9);
    for (language, wire) in in_each.iter().enumerate() {
        for (found, of) in broken.iter().zip(&wire.broken_requirements) {
            assert_eq!(found["text"][language], of.text.as_str());
            assert_eq!(data["rules"][place(&found["rule"])]["id"], of.rule_id.as_str());
        }
        for (found, of) in list(&data, "leftOver").iter().zip(&wire.left_over) {
            let reasons: Vec<&str> = list(found, "reasons")
                .iter()
                .filter_map(|reason| reason["text"][language].as_str())
                .collect();
            let given: Vec<&str> = of.reasons.iter().map(|reason| reason.text.as_str()).collect();
            assert_eq!(reasons, given);
        }
    }
    let score = in_each[0].score.as_ref().expect("a score");
    assert_eq!(data["score"], serde_json::json!([score.broken_requirements(), score.points()]));
    assert_eq!(data["proven"], Value::Null, "nothing is proven of a plan that was only checked");
    for (rule, of) in list(&data, "rules").iter().zip(&score.rules) {
        let given = serde_json::json!([of.broken_requirements(), of.points()]);
        assert_eq!(rule["score"], given, "{}", of.rule_id);
    }
}

#[test]
fn what_is_proven_is_there() {
    let (roster, report, _) = zwolle();
    let data = data(&page(&roster, &report, &PageOptions::default()));
    assert_eq!(data["proven"]["bound"], data["score"]);
    assert_eq!(data["proven"]["gap"], 0.0);
    assert_eq!(data["proven"]["outcome"], "proven");
}

#[test]
fn every_end_of_a_search_is_named() {
    let (roster, mut report, _) = zwolle();
    let proof = report.proof.expect("the planner proves something");
    for (outcome, name) in [
        (Outcome::Limit, "limit"),
        (Outcome::Cancelled, "cancelled"),
        (Outcome::Stalled, "stalled"),
        (Outcome::NumericalFailure, "numerical-failure"),
        (Outcome::InternalError, "internal-error"),
    ] {
        report.proof = Some(Proof { outcome, ..proof });
        let page = page(&roster, &report, &PageOptions::default());
        assert_eq!(data(&page)["proven"]["outcome"], name);
        assert!(page.contains(&format!("\"page-ended-{name}\"")), "{name}");
    }
}

#[test]
fn other_slots_are_there_the_best_first_unless_it_is_too_much_work() {
    let (roster, report, _) = zwolle();
    let with = |most_work| {
        let options = PageOptions { most_work, ..PageOptions::default() };
        data(&page(&roster, &report, &options))
    };
    let all = with(PageOptions::default().most_work);
    for team in list(&all, "teams") {
        let total = |other: &Value| {
            let changes = other[2].as_array().expect("changes");
            let sum =
                |at: usize| changes.iter().map(|c| c[at].as_i64().expect("a number")).sum::<i64>();
            (sum(1), sum(2))
        };
        let totals: Vec<(i64, i64)> = list(team, "others").iter().map(total).collect();
        assert!(totals.is_sorted() && totals.len() > 1);
        // The plan is the best there is, so no team is better off elsewhere.
        assert_eq!(totals[0], (0, 0));
    }
    assert!(list(&with(0), "teams").iter().all(|team| team.get("others").is_none()));
}

/// Names and other texts that try to be more than text.
const HOSTILE: [&str; 9] = [
    "</script><img src=x onerror=alert(1)>",
    "<!--<script>",
    "\"'&amp;`${1}",
    "{{script}}",
    "{$count} { $count }",
    "\u{200f}nam\u{200e}e\u{2028}of\u{2029}two lines",
    "👩🏽‍🏫 Zoë Ďurišová‐van ’t Hof",
    "\u{e000}p0\u{e001}",
    "محمد الأمين",
];

/// A plan in which people, teams and places have hostile names, with causes that tell names.
fn hostile() -> (Roster, Report) {
    let mut setting = Setting::new().mode("professions", Mode::Off);
    let mut members = Vec::new();
    for (number, name) in HOSTILE.iter().enumerate() {
        let id = format!("id-{number}");
        setting = setting.participant(&id, "teacher");
        members.push(id);
        setting.wire.participants[number].name = (*name).into();
    }
    let names: Vec<&str> = members.iter().map(String::as_str).collect();
    setting = setting
        .supervisor("s-1", Side::Education)
        .wish(WishKind::Apart, "id-0", "id-1", true)
        .wish(WishKind::Together, "id-0", "id-8", true)
        .env(|environment| environment.name = HOSTILE[0].into())
        .at_location("here", |location| location.name = HOSTILE[0].into());
    setting.wire.supervisors[0].name = HOSTILE[1].into();
    setting.wire.id = HOSTILE[0].into();
    let roster = setting.roster();
    let draft = Draft::new().team("t", &names[..8]).at(Tue, "10:00").by("s-1", Side::Education);
    let mut plan = draft.plan(&roster);
    plan.teams[0].name = HOSTILE[0].into();
    let report = by_hand(&roster, plan);
    (roster, report)
}

#[test]
fn hostile_names_are_just_text() {
    let (roster, report) = hostile();
    let html = page(&roster, &report, &PageOptions::default());
    assert_eq!(html.matches("</script>").count(), 2, "the JSON and the script");
    assert_eq!(html.matches("<script").count(), 2);
    assert!(!html.contains("<img") && !html.contains("<!--"));
    assert!(!html.contains('\u{2028}') && !html.contains('\u{2029}'));
    assert_eq!(html.matches("</title>").count(), 1);
    let data = data(&html);
    assert_eq!(texts(list(&data, "participants"), "name"), HOSTILE);
    assert_eq!(data["teams"][0]["name"], HOSTILE[0]);
    assert_eq!(data["title"], HOSTILE[0]);
}

#[test]
fn texts_refer_to_people_and_name_nobody() {
    let (roster, report) = hostile();
    let data = data(&page(&roster, &report, &PageOptions::default()));
    let rule = |name: &str| {
        let rules = list(&data, "rules");
        let rule = rules.iter().position(|rule| rule["id"] == name).expect("a rule");
        let found = list(&data, "broken").iter().find(|broken| place(&broken["rule"]) == rule);
        found.expect("broken")["text"][0].as_str().expect("a text").to_owned()
    };
    assert_eq!(rule("apart"), "Should not be with \u{e000}p1\u{e001} but is.");
    assert_eq!(rule("together"), "Should be with \u{e000}p8\u{e001} but is not.");
}

#[test]
fn without_names_it_has_none() {
    let (roster, report, _) = zwolle();
    let options = PageOptions { with_names: false, ..PageOptions::default() };
    let html = page(&roster, &report, &options);
    let with_names = page(&roster, &report, &PageOptions::default());
    let participants = roster.participants.iter().map(|of| (&of.name, &of.id));
    for (name, id) in participants.chain(roster.supervisors.iter().map(|of| (&of.name, &of.id))) {
        assert!(with_names.contains(name) && !html.contains(name), "{name}");
        assert!(html.contains(id), "{id}");
    }
    assert_eq!(data(&html)["hasNames"], false);
    assert_eq!(data(&with_names)["hasNames"], true);
    let (roster, report) = hostile();
    let html = page(&roster, &report, &options);
    for name in &HOSTILE[5..7] {
        assert!(!html.contains(name), "{name}");
    }
    assert!(list(&data(&html), "participants").iter().all(|of| of.get("name").is_none()));
}

/// A plan of two people without names.
fn on_ids_only() -> (Roster, Report) {
    let setting = Setting::new().participant("p-1", "teacher").participant("p-2", "nurse");
    let roster = setting.roster();
    let plan = Draft::new().team("t", &["p-1", "p-2"]).plan(&roster);
    let report = by_hand(&roster, plan);
    (roster, report)
}

#[test]
fn a_plan_on_ids_only_has_no_names_to_hide() {
    let (roster, report) = on_ids_only();
    let data = data(&page(&roster, &report, &PageOptions::default()));
    assert_eq!(data["hasNames"], false);
}

/// What stands between two texts.
fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    page.split_once(start).and_then(|(_, rest)| rest.split_once(end)).expect("both").0
}

#[test]
fn it_fetches_nothing_and_runs_only_its_own_script() {
    let (roster, report) = on_ids_only();
    let html = page(&roster, &report, &PageOptions::default());
    let nothing = ["http://", "https://", "url(", "@import", "fetch(", "XMLHttpRequest", "import("];
    for fetch in nothing {
        assert!(!html.contains(fetch), "{fetch}");
    }
    for attribute in [" src=", " style=", " onclick=", "javascript:"] {
        let (markup, _) = html.split_once("<script").expect("a script");
        assert!(!markup.contains(attribute), "{attribute}");
    }
    let policy = between(&html, "Content-Security-Policy\" content=\"", "\"");
    assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"));
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let script = between(&html, "<script>", "</script>");
    assert!(script.starts_with("\"use strict\";"));
    assert!(policy.contains(&format!("script-src {};", hash(script))));
    assert!(
        policy.contains(&format!("style-src {};", hash(between(&html, "<style>", "</style>"))))
    );
    // Texts are never read as HTML.
    for risk in ["innerHTML", "outerHTML =", "insertAdjacentHTML", "document.write", "eval("] {
        assert!(!script.contains(risk), "{risk}");
    }
    assert!(!html.contains("{{"), "nothing of the template is left");
}

#[test]
fn it_opens_in_the_language_asked_for_and_has_every_text_in_both() {
    let (roster, report) = hostile();
    for language in Language::ALL {
        let options = PageOptions { language, ..PageOptions::default() };
        let html = page(&roster, &report, &options);
        assert!(html.contains(&format!("<html lang=\"{language}\">")));
        let data = data(&html);
        assert_eq!(data["language"], language.code());
        let keys = |language: Language| {
            let texts = data["texts"][language.code()].as_object().expect("texts");
            texts.keys().cloned().collect::<BTreeSet<_>>()
        };
        assert_eq!(keys(Language::En), keys(Language::Nl));
        assert_eq!(data["texts"]["nl"]["page-of"], "{$part} van {$whole}");
    }
}

#[test]
fn the_script_asks_for_texts_that_are_there_and_for_all_of_them() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/formats/src/page");
    let mut sources = String::new();
    for folder in ["assets", ".", "view"] {
        let entries = std::fs::read_dir(root.join(folder)).expect("a folder");
        let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        for path in paths.iter().filter(|path| path.is_file()) {
            sources += &std::fs::read_to_string(path).expect("a text file");
        }
    }
    let mut asked = BTreeSet::new();
    for (at, _) in sources.match_indices("\"page-") {
        let key: String = sources[at + 1..].chars().take_while(|&c| c != '"').collect();
        if !key.chars().all(|c| c.is_ascii_lowercase() || c == '-') || key.ends_with('-') {
            continue;
        }
        match sources[..at].ends_with("plural(") {
            true => asked.extend([format!("{key}-one"), format!("{key}-other")]),
            false => drop(asked.insert(key)),
        }
    }
    assert!(asked.len() > 100, "{asked:?}");
    for language in Language::ALL {
        let there = Messages::of(language).keys("page-").into_iter().map(str::to_owned);
        assert_eq!(asked, there.collect(), "{language}");
    }
}

#[test]
fn the_same_plan_gives_the_same_page() {
    let (roster, report, _) = zwolle();
    let make = || page(&roster, &report, &PageOptions::default());
    assert_eq!(make(), make());
}
