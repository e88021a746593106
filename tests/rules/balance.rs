//! Rules about the composition of teams, beside fair share.

use leerteam::roster::Mode;
use leerteam::wire::v1;

use crate::case::Case;
use crate::support::{Draft, Setting};

fn text(value: &str) -> v1::AttributeValue {
    v1::AttributeValue { value: Some(v1::attribute_value::Value::Text(value.into())) }
}

fn number(value: i32) -> v1::AttributeValue {
    v1::AttributeValue { value: Some(v1::attribute_value::Value::Number(value)) }
}

fn looking_at(setting: Setting, rule: &str, attributes: &[&str]) -> Setting {
    setting.rule(rule, |rule| rule.attributes = attributes.iter().map(|&a| a.into()).collect())
}

pub fn number_balance(case: &mut Case) {
    const CAUSE: &str = "cause-number-balance";
    // The mean of 1, 2, 3 and 6 is 3, the distances 2, 1, 0 and 3: a mean distance of one and a half.
    let years = |setting: Setting, id: &str, years: i32| {
        let years = ("years".to_owned(), number(years));
        setting.participant(id, "teacher").who(|who| who.attributes.extend([years]))
    };
    let setting = [("p1", 1), ("p2", 2), ("p3", 3), ("p6", 6)]
        .into_iter()
        .fold(Setting::new(), |setting, (id, n)| years(setting, id, n))
        .participant("none", "teacher")
        .who(|who| who.attributes = [("years".to_owned(), text("many"))].into());
    case.keeps(&setting, &Draft::new().team("t", &["p3", "none"]));
    // -133 (halves up) and -67 together, and 200.
    case.keeps(&setting, &Draft::new().team("t", &["p1", "p2", "p6"]));
    case.breaks(&setting, &Draft::new().team("t", &["p6"]), &[("t", "", 200, CAUSE)]);
    case.breaks(&setting, &Draft::new().team("t", &["p1"]), &[("t", "", 133, CAUSE)]);
    let draft = Draft::new().team("t", &["p2", "p3"]).team("u", &["p1", "none"]);
    case.breaks(&setting, &draft, &[("t", "", 67, CAUSE), ("u", "", 133, CAUSE)]);
    // Where all are alike, nobody is away from the mean.
    let alike = years(years(Setting::new(), "p1", 4), "p2", 4);
    case.keeps(&alike, &Draft::new().team("t", &["p1"]));
    // A second attribute counts too, unless just one is named.
    let grades = setting.who(|who| who.attributes = [("grade".to_owned(), number(8))].into());
    let grades = grades
        .participant("p9", "teacher")
        .who(|who| who.attributes = [("grade".to_owned(), number(6))].into());
    case.breaks(&grades, &Draft::new().team("t", &["p9"]), &[("t", "", 100, CAUSE)]);
    case.keeps(&looking_at(grades, "number-balance", &["years"]), &Draft::new().team("t", &["p9"]));
}

pub fn few_professions(case: &mut Case) {
    const CAUSE: &str = "cause-few-professions";
    let setting = Setting::new()
        .participants(&["p1", "p2"], "teacher")
        .participant("p3", "assistant")
        .participant("p4", "social-worker")
        .participant("p5", "");
    case.keeps(&setting, &Draft::new().team("t", &["p1", "p3", "p4"]));
    case.breaks(&setting, &Draft::new().team("t", &["p1", "p2", "p3"]), &[("t", "", 1, CAUSE)]);
    case.breaks(&setting, &Draft::new().team("t", &["p5"]), &[("t", "", 3, CAUSE)]);
    let two = setting.parameter("few-professions", "wanted", 2);
    case.keeps(&two, &Draft::new().team("t", &["p1", "p3"]));
}

pub fn alone(case: &mut Case) {
    const CAUSE: &str = "cause-alone";
    let language = |setting: Setting, language: &str| {
        setting.who(|who| who.attributes = [("language".to_owned(), text(language))].into())
    };
    let setting = [("p1", "nl"), ("p2", "nl"), ("p3", "fries")]
        .into_iter()
        .fold(looking_at(Setting::new(), "alone", &["language"]), |setting, (id, of)| {
            language(setting.participant(id, "teacher"), of)
        });
    let setting = setting.participant("p4", "teacher");
    case.keeps(&setting, &Draft::new().team("t", &["p1", "p2", "p4"]));
    let draft = Draft::new().team("t", &["p1", "p2", "p3"]);
    case.breaks(&setting, &draft, &[("t", "p3", 1, CAUSE)]);
    let draft = Draft::new().team("t", &["p1", "p3"]);
    case.breaks(&setting, &draft, &[("t", "p3", 1, CAUSE), ("t", "p1", 1, CAUSE)]);
    // Levels, fields and institutions, where nothing else is named.
    let students = Setting::new()
        .programme("pabo", "school", 6, "teacher")
        .programme("calo", "school", 6, "teacher")
        .programme("ooa", "college", 4, "assistant")
        .student("s1", "pabo")
        .student("s2", "calo")
        .student("s3", "ooa");
    case.keeps(&students, &Draft::new().team("t", &["s1", "s2"]));
    let draft = Draft::new().team("t", &["s1", "s2", "s3"]);
    case.breaks(&students, &draft, &[("t", "s3", 1, CAUSE), ("t", "s3", 1, CAUSE)]);
}

pub fn has(case: &mut Case) {
    const CAUSE: &str = "cause-has";
    let asks = |setting: Setting, attributes: &[&str], values: &[&str]| {
        looking_at(setting, "has", attributes)
            .rule("has", |rule| rule.values = values.iter().map(|&value| value.into()).collect())
    };
    let setting = Setting::new()
        .programme("pabo", "school", 6, "teacher")
        .student("s1", "pabo")
        .participant("p2", "coach")
        .participant("p3", "nurse");
    let draft = Draft::new().team("t", &["s1", "p2"]);
    case.keeps(&asks(setting.clone(), &[], &["coach", "Teacher "]), &draft);
    case.keeps(&setting, &draft);
    let nurse = asks(setting.clone(), &[], &["nurse", "coach", "nurse"]);
    case.breaks(&nurse, &draft, &[("t", "", 1, CAUSE)]);
    case.keeps(&asks(setting.clone(), &["programme", "profession"], &["pabo", "coach"]), &draft);
    let programme = asks(setting, &["programme"], &["pabo", "coach"]);
    case.breaks(&programme, &draft, &[("t", "", 1, CAUSE)]);
}

pub fn critical_mass(case: &mut Case) {
    const CAUSE: &str = "cause-critical-mass";
    let setting = Setting::new()
        .programme("pabo", "school", 6, "teacher")
        .programme("ooa", "college", 4, "assistant")
        .student("s1", "pabo")
        .student("s2", "pabo")
        .student("s3", "ooa")
        .participant("p4", "coach");
    case.keeps(&setting, &Draft::new().team("t", &["s1", "s2", "p4"]));
    let draft = Draft::new().team("t", &["s1", "s2", "s3"]);
    case.breaks(&setting, &draft, &[("t", "", 1, CAUSE)]);
    let three = setting.clone().parameter("critical-mass", "at-least", 3);
    case.breaks(&three, &draft, &[("t", "", 2, CAUSE), ("t", "", 1, CAUSE)]);
    let institutions = looking_at(setting, "critical-mass", &["institution"]);
    case.breaks(&institutions, &draft, &[("t", "", 1, CAUSE)]);
}

pub fn fragile(case: &mut Case) {
    const SIZE: &str = "cause-fragile-size";
    const PROFESSIONS: &str = "cause-fragile-professions";
    let setting = Setting::new()
        .participants(&["p1", "p2", "p3"], "teacher")
        .participants(&["p4", "p5"], "assistant")
        .participant("p6", "coach")
        .env(|environment| environment.team_size = Some(v1::Range { min: 3, max: 6 }));
    case.keeps(&setting, &Draft::new().team("t", &["p1", "p2", "p4", "p5"]));
    // With three professions any one can be missed.
    case.keeps(&setting, &Draft::new().team("t", &["p1", "p2", "p4", "p6"]));
    let draft = Draft::new().team("t", &["p1", "p2", "p3", "p4"]);
    case.breaks(&setting, &draft, &[("t", "", 1, PROFESSIONS)]);
    let least = Draft::new().team("t", &["p1", "p2", "p4"]);
    case.breaks(&setting, &least, &[("t", "", 1, SIZE), ("t", "", 1, PROFESSIONS)]);
    // What is short already is not fragile.
    case.keeps(&setting, &Draft::new().team("t", &["p1", "p2"]));
    // Where a rule is off, the team need not be able to keep it.
    let any_size = setting.clone().mode("team-size", Mode::Off);
    case.breaks(&any_size, &least, &[("t", "", 1, PROFESSIONS)]);
    case.breaks(&setting.mode("professions", Mode::Off), &least, &[("t", "", 1, SIZE)]);
}

pub fn even_sizes(case: &mut Case) {
    const CAUSE: &str = "cause-even-sizes";
    // One to three: two is the middle.
    let setting = Setting::new().participants(&["p1", "p2", "p3", "p4", "p5"], "teacher");
    case.keeps(&setting, &Draft::new().team("t", &["p1", "p2"]));
    let draft = Draft::new().team("t", &["p1"]).team("u", &["p2", "p3", "p4", "p5"]);
    case.breaks(&setting, &draft, &[("t", "", 4, CAUSE), ("u", "", 16, CAUSE)]);
    // Between two sizes both are as good.
    let range = |environment: &mut v1::LearningEnvironment| {
        environment.team_size = Some(v1::Range { min: 1, max: 2 });
    };
    let draft = Draft::new().team("t", &["p1"]).team("u", &["p2", "p3"]);
    case.breaks(&setting.env(range), &draft, &[("t", "", 1, CAUSE), ("u", "", 1, CAUSE)]);
}
