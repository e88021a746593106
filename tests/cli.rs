//! The command line as scripts see it: exit codes, what goes where, and files.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn leerteam(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leerteam"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("LEERTEAM_LANG");
    command.output().expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("one JSON document on standard output")
}

/// A folder of its own for each test, empty at the start.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// A pool of twelve students, as a file.
fn pool(folder: &Path) -> String {
    let file = folder.join("pool.json").display().to_string();
    let made = leerteam(&["example", "pool", "--students", "12", "--seed", "3", "--out", &file]);
    assert_eq!(made.status.code(), Some(0), "{made:?}");
    file
}

#[test]
fn plans_writes_and_checks() {
    let folder = folder("plans");
    let roster = pool(&folder);
    let out = folder.join("out").display().to_string();
    let planned = leerteam(&["plan", &roster, "--out", &out, "--json"]);
    assert_eq!(planned.status.code(), Some(0), "{}", text(&planned.stderr));
    let plan = json(&planned);
    assert_eq!(plan["outcome"], "OUTCOME_PROVEN");
    assert_eq!(plan["gap"], 0.0);
    assert_eq!(plan["score"]["points"], plan["bound"]["points"]);
    let file = std::fs::read_to_string(format!("{out}/plan.json")).expect("plan.json");
    assert_eq!(serde_json::from_str::<Value>(&file).expect("JSON"), plan);
    for team in plan["teams"].as_array().expect("teams") {
        let id = team["id"].as_str().expect("an id");
        let calendar = std::fs::read_to_string(format!("{out}/calendars/teams/{id}.ics"));
        let calendar = calendar.expect("an .ics");
        let meetings = team["meetings"].as_array().expect("meetings").len();
        assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1);
        let count = calendar.split("COUNT=").nth(1).and_then(|rest| rest.split(';').next());
        let count: usize = count.expect("a rule").parse().expect("a number of dates");
        assert_eq!(count - calendar.matches("EXDATE;").count(), meetings);
    }
    let checked = leerteam(&["check", &roster, &format!("{out}/plan.json"), "--json"]);
    assert_eq!(checked.status.code(), Some(0));
    assert_eq!(json(&checked)["score"], plan["score"]);
}

#[test]
fn files_of_an_older_plan_go_and_others_stay() {
    let folder = folder("again");
    let roster = pool(&folder);
    let out = folder.join("out");
    let put = |file: &str| {
        let path = out.join(file);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, "mine").expect("a file");
        path
    };
    let old = [
        "calendars/teams/gone.ics",
        "calendars/participants/left.ics",
        "calendars/supervisors/left.ics",
        "calendars/locations/closed.ics",
        "csv/Teams of old.csv",
        "organisations/gone/plan.xlsx",
        "organisations/gone/calendars/closed.ics",
    ];
    let own = [
        "notes.txt",
        "own.ics",
        "calendars/own.ics",
        "csv/notes.txt",
        "calendars/teams/own.txt",
        "organisations/own.xlsx",
        "organisations/gone/notes.txt",
    ];
    let (old, own) = (old.map(put), own.map(put));
    let out_name = out.display().to_string();
    let refused = leerteam(&["plan", &roster, "--out", &out_name]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("--force"), "{}", text(&refused.stderr));
    assert!(old.iter().chain(&own).all(|path| path.exists()) && !out.join("plan.json").exists());
    let planned = leerteam(&["plan", &roster, "--out", &out_name, "--per-organisation", "--force"]);
    assert_eq!(planned.status.code(), Some(0), "{}", text(&planned.stderr));
    assert!(text(&planned.stdout).contains("  organisations a folder for each"), "{planned:?}");
    assert!(old.iter().all(|path| !path.exists()));
    assert!(own.iter().all(|path| path.exists()));
    for file in [
        "plan.json",
        "plan.xlsx",
        "csv/Teams.csv",
        "csv/Overview.csv",
        "organisations/hogeschool/plan.xlsx",
    ] {
        assert!(out.join(file).exists(), "{file}");
    }
    for file in ["teams", "participants", "locations"] {
        let mut files = std::fs::read_dir(out.join("calendars").join(file)).expect("a folder");
        assert!(
            files.any(|file| file
                .expect("an entry")
                .path()
                .extension()
                .is_some_and(|e| e == "ics"))
        );
    }
}

/// Takes a participant out of a roster file; who it was.
fn somebody_leaves(roster: &str) -> String {
    let document = std::fs::read_to_string(roster).expect("a file");
    let mut changed: Value = serde_json::from_str(&document).expect("JSON");
    let people = changed["participants"].as_array_mut().expect("participants");
    let left = people.pop().expect("a participant")["id"].clone();
    std::fs::write(roster, changed.to_string()).expect("a file");
    left.as_str().expect("an id").to_owned()
}

#[test]
fn a_plan_with_a_base_plan_changes_what_has_to_and_no_more() {
    let folder = folder("base");
    let roster = pool(&folder);
    let base = folder.join("base.json").display().to_string();
    let first = leerteam(&["plan", &roster, "--json"]);
    std::fs::write(&base, &first.stdout).expect("a file");
    let left = somebody_leaves(&roster);
    let again = leerteam(&["plan", &roster, "--base", &base, "--json"]);
    assert_eq!(again.status.code(), Some(0), "{}", text(&again.stderr));
    assert!(text(&again.stderr).contains(&left), "a warning names who is gone");
    let teams = |plan: &Value| -> Vec<(String, Value)> {
        let teams = plan["teams"].as_array().expect("teams").iter();
        teams.map(|team| (team["id"].to_string(), team["slot"].clone())).collect()
    };
    let (first, again) = (json(&first), json(&again));
    let kept = teams(&again).iter().filter(|team| teams(&first).contains(team)).count();
    assert!(kept > 0, "some team goes on as it was");
    // Checked against the base plan it scores the same; without it nothing has changed.
    let plan = folder.join("again.json").display().to_string();
    std::fs::write(&plan, again.to_string()).expect("a file");
    let checked = json(&leerteam(&["check", &roster, &plan, "--base", &base, "--json"]));
    assert_eq!(checked["score"], again["score"]);
    let stability = |plan: &Value| {
        let rules = plan["score"]["rules"].as_array().expect("rules").iter();
        rules.filter(|rule| rule["ruleId"] == "stability").find_map(|rule| rule["points"].as_i64())
    };
    assert!(stability(&again).is_some());
    let alone = json(&leerteam(&["check", &roster, &plan, "--json"]));
    assert_eq!(stability(&alone).unwrap_or_default(), 0);
}

#[test]
fn the_same_input_seed_and_work_limit_give_the_same_plan() {
    let folder = folder("same");
    let roster = pool(&folder);
    let plan = || {
        let arguments = ["--work-limit", "20000", "--seed", "5", "--json"];
        leerteam(&[&["plan", &roster], &arguments[..]].concat()).stdout
    };
    let first = plan();
    assert!(!first.is_empty());
    assert_eq!(text(&first), text(&plan()));
}

#[test]
fn speaks_dutch_and_english() {
    let folder = folder("languages");
    let roster = pool(&folder);
    let of = |language| text(&leerteam(&["plan", &roster, "--lang", language]).stdout);
    assert!(of("nl").contains("leerteams") && of("en").contains("supervisors"));
}

#[test]
fn findings_end_with_one_and_say_where() {
    let folder = folder("findings");
    let file = folder.join("roster.json").display().to_string();
    let roster = r#"{"period": {"firstDate": "2026-09-31", "lastDate": "2026-12-18"},
                     "participants": [{"id": "p1", "programmeId": "nowhere"}]}"#;
    std::fs::write(&file, roster).expect("a file");
    for command in ["validate", "plan"] {
        let output = leerteam(&[command, &file, "--json"]);
        assert_eq!(output.status.code(), Some(1), "{command}");
        let findings = json(&output)["findings"].as_array().expect("findings").clone();
        let fields: Vec<&str> = findings.iter().filter_map(|f| f["field"].as_str()).collect();
        assert_eq!(fields, ["period.firstDate", "participants[0].programmeId"], "{command}");
    }
    let output = leerteam(&["validate", &file]);
    assert!(text(&output.stderr).contains("2026-09-31"), "{}", text(&output.stderr));
}

#[test]
fn a_document_that_is_no_roster_is_a_finding() {
    let folder = folder("documents");
    let file = folder.join("roster.json").display().to_string();
    for (document, field) in [
        ("", ""),
        ("[]", ""),
        (r#"{"perod": {}}"#, "perod"),
        (r#"{"participants": [{"id": 5}]}"#, "participants[0].id"),
    ] {
        std::fs::write(&file, document).expect("a file");
        let output = leerteam(&["validate", &file, "--json"]);
        assert_eq!(output.status.code(), Some(1), "{document}");
        let finding = &json(&output)["findings"][0];
        assert_eq!(finding["code"], "E1001", "{document}");
        assert_eq!(finding["field"].as_str().unwrap_or_default(), field, "{document}");
    }
}

#[test]
fn wrong_usage_ends_with_two() {
    for arguments in [
        vec!["plan"],
        vec!["plan", "nowhere.json"],
        vec!["plan", "fixtures/zwolle/roster.json", "--gap", "2"],
        vec!["plan", "fixtures/zwolle/roster.json", "--time-limit", "soon"],
        vec!["validate", "fixtures/zwolle/roster.json", "--lang", "fy"],
        vec!["example", "nowhere"],
        vec!["example", "zwolle", "--numbers"],
        vec!["example", "pool", "--students", "28", "--environments", "9"],
        vec!["example", "pool", "--wishes", "1.5"],
        vec!["example", "pool", "--text-values", "0"],
    ] {
        let output = leerteam(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_deadline_still_gives_a_plan() {
    let folder = folder("deadline");
    let file = folder.join("pool.json").display().to_string();
    let size = ["--students", "224", "--numbers"];
    leerteam(&[&["example", "pool", "--seed", "1", "--out", &file][..], &size].concat());
    let output = leerteam(&["plan", &file, "--time-limit", "5s", "--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let plan = json(&output);
    assert_eq!(plan["outcome"], "OUTCOME_LIMIT");
    assert!(!plan["teams"].as_array().expect("teams").is_empty());
}

#[test]
fn every_command_has_help_with_an_example() {
    for command in ["validate", "plan", "check", "example", "serve"] {
        let help = text(&leerteam(&[command, "--help"]).stdout);
        assert!(help.contains(&format!("leerteam {command} ")), "{command}: {help}");
        assert!(help.contains("Example"), "{command}");
    }
}

#[test]
fn no_file_is_replaced_unasked() {
    let folder = folder("replaced");
    let roster = pool(&folder);
    let before = std::fs::read(&roster).expect("a file");
    let path = |name: &str| folder.join(name).display().to_string();
    let (book, template, csv) = (path("roster.xlsx"), path("template.xlsx"), path("csv"));
    let (again, marked) = (path("again.json"), path("marked.xlsx"));
    let commands: [&[&str]; 6] = [
        &["example", "pool", "--students", "12", "--out", &again],
        &["convert", &roster, &book],
        &["template", &template],
        &["template", &csv],
        &["convert", &roster, &csv],
        &["validate", &book, "--marked", &marked],
    ];
    for (at, command) in commands.into_iter().enumerate() {
        // The fifth writes where the fourth did.
        let first = leerteam(command);
        let expected = if at == 4 { 2 } else { 0 };
        assert_eq!(first.status.code(), Some(expected), "{command:?}: {first:?}");
        let second = leerteam(command);
        assert_eq!(second.status.code(), Some(2), "{command:?}");
        assert!(text(&second.stderr).contains("--force"), "{}", text(&second.stderr));
        let forced = leerteam(&[command, &["--force"]].concat());
        assert_eq!(forced.status.code(), Some(0), "{command:?}: {forced:?}");
    }
    // What is read is never replaced, by whatever name.
    let other = folder.join("csv/../roster.xlsx").display().to_string();
    let commands: [&[&str]; 3] = [
        &["validate", &book, "--marked", &other, "--force"],
        &["convert", &roster, &roster, "--force"],
        &["validate", &csv, "--marked", &path("csv/Period.csv"), "--force"],
    ];
    for command in commands {
        let output = leerteam(command);
        assert_eq!(output.status.code(), Some(2), "{command:?}: {output:?}");
    }
    assert_eq!(std::fs::read(&roster).expect("a file"), before);
    // Nothing else is left behind.
    let hidden = std::fs::read_dir(&folder).expect("a folder").filter(|entry| {
        let name = entry.as_ref().expect("an entry").file_name();
        name.to_string_lossy().starts_with('.')
    });
    assert_eq!(hidden.count(), 0);
}

#[test]
fn whoever_reads_the_answer_may_stop_reading() {
    let folder = folder("head");
    let roster = pool(&folder);
    for arguments in [["example", "zwolle"], ["validate", &roster]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_leerteam"));
        command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
        // Nobody reads.
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let errors = writer.try_clone().expect("a pipe");
        let status = command.stdout(writer).stderr(errors).status().expect("the program runs");
        assert_eq!(status.code(), Some(0), "{arguments:?}");
    }
}

#[test]
fn the_plan_in_force_may_be_named_by_its_folder() {
    let folder = folder("base-folder");
    let roster = pool(&folder);
    let out = folder.join("out").display().to_string();
    assert_eq!(leerteam(&["plan", &roster, "--out", &out]).status.code(), Some(0));
    for (plan, code) in [(out.clone(), 0), (format!("{out}/plan.json"), 0)] {
        let output = leerteam(&["check", &roster, &plan, "--base", &out]);
        assert_eq!(output.status.code(), Some(code), "{plan}: {output:?}");
    }
    let empty = folder.join("empty");
    std::fs::create_dir_all(&empty).expect("a folder");
    for plan in [format!("{out}/plan.xlsx"), empty.display().to_string()] {
        for command in [["check", &roster, &plan].as_slice(), &["plan", &roster, "--base", &plan]] {
            let output = leerteam(command);
            assert_eq!(output.status.code(), Some(2), "{command:?}");
            assert!(text(&output.stderr).contains("plan.json"), "{}", text(&output.stderr));
        }
    }
}

#[test]
fn files_that_are_not_written_are_refused_in_words() {
    let folder = folder("endings");
    let roster = pool(&folder);
    for ending in ["ods", "xls", "csv"] {
        let file = folder.join(format!("roster.{ending}"));
        let output = leerteam(&["convert", &roster, &file.display().to_string()]);
        assert_eq!(output.status.code(), Some(2), "{ending}");
        assert!(text(&output.stderr).contains(".xlsx"), "{}", text(&output.stderr));
        assert!(!file.exists(), "{ending}");
    }
}

#[test]
fn a_marked_copy_that_was_corrected_is_kept() {
    let folder = folder("corrected");
    let out = folder.join("out");
    std::fs::create_dir_all(&out).expect("a folder");
    let copy = out.join("findings.xlsx");
    std::fs::copy("tests/cases/coordinator/13_total_row.xlsx", &copy).expect("a copy");
    let before = std::fs::read(&copy).expect("a file");
    let (roster, out_name) = (copy.display().to_string(), out.display().to_string());
    for force in [&[][..], &["--force"]] {
        let planned = leerteam(&[&["plan", &roster, "--out", &out_name], force].concat());
        assert_eq!(planned.status.code(), Some(1), "{planned:?}");
        assert!(text(&planned.stderr).contains("findings-2.xlsx"), "{}", text(&planned.stderr));
        assert_eq!(std::fs::read(&copy).expect("a file"), before);
    }
}

#[test]
fn a_search_starts_from_a_plan_that_is_there() {
    let folder = folder("start");
    let roster = pool(&folder);
    let out = folder.join("out").display().to_string();
    assert_eq!(leerteam(&["plan", &roster, "--out", &out]).status.code(), Some(0));
    let left = somebody_leaves(&roster);
    let from = leerteam(&["plan", &roster, "--start", &out, "--json"]);
    assert_eq!(from.status.code(), Some(0), "{}", text(&from.stderr));
    assert!(text(&from.stderr).contains("W2501") && text(&from.stderr).contains(&left));
    let cold = json(&leerteam(&["plan", &roster, "--json"]));
    let from = json(&from);
    assert_eq!(from["outcome"], "OUTCOME_PROVEN");
    assert_eq!(from["score"]["points"], cold["score"]["points"], "the same is best");
    assert_eq!(from["bound"], cold["bound"]);
}

#[test]
fn a_plan_of_another_roster_to_start_from_is_an_error() {
    let folder = folder("start-of-another");
    let roster = pool(&folder);
    let start = folder.join("start.json").display().to_string();
    let slot = serde_json::json!({"weekday": "WEEKDAY_MONDAY", "startTime": "10:00"});
    let members = serde_json::json!([{"participantId": "nobody"}]);
    let team =
        serde_json::json!({"id": "a", "environmentId": "b", "members": members, "slot": slot});
    std::fs::write(&start, serde_json::json!({"teams": [team]}).to_string()).expect("a file");
    let refused = leerteam(&["plan", &roster, "--start", &start, "--json"]);
    assert_eq!(refused.status.code(), Some(1), "{}", text(&refused.stderr));
    let findings = json(&refused);
    let [finding] = findings["findings"].as_array().expect("findings").as_slice() else {
        panic!("one finding: {findings}")
    };
    assert_eq!((&finding["code"], &finding["field"]), (&"E1115".into(), &"startPlan.teams".into()));
    let dutch = leerteam(&["plan", &roster, "--start", &start, "--lang", "nl"]);
    assert_eq!(dutch.status.code(), Some(1));
    assert!(text(&dutch.stderr).contains("niets om bij te beginnen"), "{}", text(&dutch.stderr));
    for wrong in ["gone.json", "plan.xlsx"] {
        let wrong = folder.join(wrong).display().to_string();
        let output = leerteam(&["plan", &roster, "--start", &wrong]);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
    }
}
