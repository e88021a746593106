//! Rules about themes, and about who is there when.

use crate::case::Case;
use crate::support::{Draft, Setting};

fn themes(environment: &[&str]) -> Setting {
    let ids: Vec<String> = environment.iter().map(|&id| id.into()).collect();
    let wanted = |themes: &[&str]| themes.iter().map(|&id| id.into()).collect::<Vec<String>>();
    Setting::new()
        .theme("play")
        .theme("sport")
        .theme("nature")
        .participant("p1", "teacher")
        .who(|who| who.theme_preferences = wanted(&["play", "sport"]))
        .participant("p2", "teacher")
        .who(|who| who.theme_preferences = wanted(&["sport", "play", "sport"]))
        .participant("p3", "teacher")
        .env(|environment| environment.theme_ids = ids)
}

pub fn open(case: &mut Case) {
    let broken = [("t", "", 1, "cause-theme-open")];
    let team = || Draft::new().team("t", &["p1"]);
    case.keeps(&themes(&["play"]), &team().theme("play"));
    case.keeps(&themes(&[]), &team());
    case.breaks(&themes(&["play"]), &team(), &broken);
    case.breaks(&themes(&["play"]), &team().theme("sport"), &broken);
    case.breaks(&themes(&[]), &team().theme("play"), &broken);
    // A given team's own theme is open to it, whether or not it is to others.
    let own = themes(&["play"]).given("t", |team| team.theme_id = "sport".into());
    case.keeps(&own, &team().theme("sport"));
}

pub fn preference(case: &mut Case) {
    const CAUSE: &str = "cause-theme";
    let all = themes(&["play", "sport", "nature"]);
    let team = || Draft::new().team("t", &["p1", "p2", "p3"]);
    case.keeps(&all, &Draft::new().team("t", &["p1", "p3"]).theme("play"));
    case.keeps(&themes(&[]), &team());
    case.breaks(&all, &team().theme("play"), &[("t", "p2", 1, CAUSE)]);
    // Not in the list: all that are named are liked better.
    let expected = [("t", "p1", 2, CAUSE), ("t", "p2", 3, CAUSE)];
    case.breaks(&all, &team().theme("nature"), &expected);
    case.breaks(&all, &team(), &expected);
}

pub fn same_period(case: &mut Case) {
    const CAUSE: &str = "cause-same-period";
    // Tuesdays 8, 15, 22 and 29 September.
    let setting = Setting::new()
        .participant("whole", "teacher")
        .participant("last", "teacher")
        .there("2026-09-28", "2026-10-04")
        .participant("both-ends", "teacher")
        .there("2026-09-07", "2026-09-10")
        .there("2026-09-28", "2026-10-04")
        .participant("never", "teacher")
        .there("2026-09-09", "2026-09-13");
    case.keeps(&setting, &Draft::new().team("t", &["whole"]));
    let draft = Draft::new().team("t", &["whole", "last", "both-ends", "never"]);
    let expected =
        [("t", "last", 75, CAUSE), ("t", "both-ends", 50, CAUSE), ("t", "never", 100, CAUSE)];
    case.breaks(&setting, &draft, &expected);
    // Two of the first three missed: two thirds, and halves are rounded up.
    let three = setting.form(|form| form.max_meetings = 3);
    case.breaks(&three, &Draft::new().team("t", &["both-ends"]), &[("t", "both-ends", 67, CAUSE)]);
    // Without meetings there is none to miss.
    case.keeps(&three, &Draft::new().team("t", &["last"]).offset(1));
}
