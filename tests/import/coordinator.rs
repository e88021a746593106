//! The three files of a placement coordinator: a student administration's export, a week matrix, and a form's answers.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use leerteam::import::{Imported, Mapping, Source, import};
use leerteam::messages::{Language, Messages};

use crate::support::{commitments, lines, window};

const FILES: [&str; 3] = [
    "export_studenten.csv",
    "weekrooster_matrix.xlsx",
    "beschikbaarheid_begeleiders (antwoorden).xlsx",
];

/// What has to be answered; everything else is read.
const ANSWERS: [&str; 7] = [
    "round.period=2026-08-31 t/m 2027-02-05",
    "names.organisations.\"HS De Dijk\"=Hogeschool De Dijk",
    "teams.size=3-4",
    "teams.minutes=90",
    "teams.every-weeks=2",
    "teams.hours=di 13:00-17:00; wo 13:00-17:00; do 13:00-17:00; vr 08:30-12:30",
    "teams.places=Wijkteam Zuid; Zorgcentrum De Linde",
];

fn path(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(file)
}

fn run(answers: &[&str]) -> Imported {
    let source = |file: &str| Source {
        name: file.to_owned(),
        content: std::fs::read(path(file)).expect("a file"),
    };
    let mut mapping = Mapping::default();
    for answer in answers {
        mapping.answer(answer).expect("an answer");
    }
    import(&FILES.map(source), &mapping, None, &Messages::of(Language::Nl))
}

#[test]
fn at_most_ten_questions_are_asked_and_all_at_once() {
    let imported = run(&[]);
    let keys: Vec<&str> = imported.questions.iter().map(|question| question.key.as_str()).collect();
    let answered: Vec<&str> =
        ANSWERS.iter().map(|answer| answer.split('=').next().expect("a key")).collect();
    assert_eq!(keys, answered);
    assert!(keys.len() <= 10);
    assert!(!imported.is_whole());
}

#[test]
fn with_the_answers_the_three_files_are_a_roster() {
    let imported = run(&ANSWERS);
    assert!(imported.is_whole(), "{:?}", lines(&imported));
    let roster = &imported.roster;
    assert_eq!(roster.participants.len(), 12);
    let zoe = roster.participants.iter().find(|person| person.id == "0034533").expect("Zoë");
    assert_eq!((zoe.name.as_str(), zoe.cohort_id.as_str()), ("Zoë Müller", "vp2a"));
    assert_eq!(zoe.internship_periods.len(), 1);
    let own = commitments(&zoe.commitments);
    assert_eq!(
        own,
        [
            "internship ma 08:30-12:30 @wijkteam-zuid",
            "internship ma 13:00-17:00 @wijkteam-zuid",
            "internship wo 08:30-12:30 @wijkteam-zuid",
            "internship do 13:00-17:00 @wijkteam-zuid",
            "internship vr 08:30-12:30 @wijkteam-zuid",
            "internship vr 13:00-17:00 @wijkteam-zuid",
        ]
    );
    let class = roster.cohorts.iter().find(|class| class.id == "vp2a").expect("the class");
    let lessons = ["lesson di 08:30-12:30", "lesson di 13:00-17:00", "lesson do 08:30-12:30"];
    assert_eq!(commitments(&class.commitments), lessons);
    let programmes: Vec<(&str, i32, &str)> = roster
        .programmes
        .iter()
        .map(|of| (of.name.as_str(), of.level, of.profession.as_str()))
        .collect();
    let expected = [
        ("Verpleegkundige (mbo 4)", 4, "verpleegkundige"),
        ("Social Work", 6, "sociaal werker"),
        ("Pabo", 6, "leraar"),
    ];
    assert_eq!(programmes, expected);
    let supervisors: Vec<(&str, &str, Option<i32>, Vec<String>)> = roster
        .supervisors
        .iter()
        .map(|of| {
            let windows = of.availability.iter().map(window).collect();
            (of.name.as_str(), of.organisation_ids[0].as_str(), of.minutes_per_week, windows)
        })
        .collect();
    let windows = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
    assert_eq!(
        supervisors,
        [
            (
                "Karin Vos",
                "roc-kerkendam",
                Some(120),
                windows(&["di 13:00-17:00", "do 13:00-17:00"])
            ),
            (
                "Peter de Wit",
                "hogeschool-de-dijk",
                Some(90),
                windows(&["wo 13:00-17:00", "do 13:00-17:00"])
            ),
            (
                "Mariam Haddad (De Linde)",
                "zorgcentrum-de-linde",
                Some(120),
                windows(&["di 13:00-17:00", "do 13:00-17:00", "vr 08:30-12:30"])
            ),
            ("joost van dijk", "wijkteam-zuid", Some(90), windows(&["do 13:00-17:00"])),
        ]
    );
    assert_eq!(
        lines(&imported),
        [
            "W2804 Formulierreacties 1!H2 Di pas vanaf 13.30u ivm vergadering",
            "W2804 Formulierreacties 1!H3 niet in de herfstvakantie :)",
            "W2804 Formulierreacties 1!H4 om de week graag, even weken",
            "W2804 Formulierreacties 1!H5 Vanaf oktober op vrijdag ipv donderdag? Hoor ik nog",
            "W2803 Weekrooster P1-P2!A7 34512",
        ]
    );
    assert!(imported.needs.iter().all(|need| !need.blocks));
}

#[test]
fn what_was_recognised_and_answered_answers_everything_next_year() {
    let kept = run(&ANSWERS).mapping.to_toml();
    let mapping = Mapping::parse(&kept).expect("TOML");
    let sources = FILES.map(|file| Source {
        name: file.to_owned(),
        content: std::fs::read(path(file)).expect("a file"),
    });
    let again = import(&sources, &mapping, None, &Messages::of(Language::En));
    assert!(again.is_whole(), "{:?}", lines(&again));
    assert_eq!(again.roster.participants, run(&ANSWERS).roster.participants);
}

fn leerteam(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leerteam"));
    command.current_dir(folder).args(arguments).env_remove("LEERTEAM_LANG");
    command.output().expect("the program runs")
}

#[test]
fn the_command_writes_a_roster_that_plans_and_the_answers_and_writes_over_nothing() {
    let folder = std::env::temp_dir().join(format!("leerteam-import-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let files = FILES.map(|file| path(file).display().to_string());
    let mut arguments = vec!["import"];
    arguments.extend(files.iter().map(String::as_str));
    arguments.extend(["--lang", "nl", "--mapping", "import.toml", "--out", "rooster.xlsx"]);
    // In a script what has to be asked is findings.
    let refused = leerteam(&folder, &arguments);
    assert_eq!(refused.status.code(), Some(1));
    assert!(!folder.join("rooster.xlsx").exists() && !folder.join("import.toml").exists());
    let mut json = arguments.clone();
    json.push("--json");
    let document: serde_json::Value =
        serde_json::from_slice(&leerteam(&folder, &json).stdout).expect("one JSON document");
    assert_eq!(document["questions"].as_array().map(Vec::len), Some(ANSWERS.len()));
    assert!(document["findings"].as_array().is_some_and(|findings| findings.len() > ANSWERS.len()));
    let mut answered = arguments.clone();
    answered.extend(ANSWERS.iter().flat_map(|answer| ["--answer", answer]));
    let written = leerteam(&folder, &answered);
    let said = String::from_utf8_lossy(&written.stderr);
    assert_eq!(written.status.code(), Some(0), "{said}");
    assert!(said.contains("leerteam plan rooster.xlsx"), "it says how to go on: {said}");
    assert_eq!(leerteam(&folder, &answered).status.code(), Some(2), "it is there already");
    answered.push("--force");
    assert_eq!(leerteam(&folder, &answered).status.code(), Some(0));
    // The answers that were kept answer everything.
    arguments.pop();
    arguments.push("again.json");
    assert_eq!(leerteam(&folder, &arguments).status.code(), Some(0));
    let limits = ["--work-limit", "20000", "--threads", "1", "--json"];
    for roster in ["rooster.xlsx", "again.json"] {
        let mut plan = vec!["plan", roster];
        plan.extend(limits);
        let planned = leerteam(&folder, &plan);
        assert_eq!(planned.status.code(), Some(0), "{}", String::from_utf8_lossy(&planned.stderr));
        let plan: serde_json::Value = serde_json::from_slice(&planned.stdout).expect("a plan");
        assert!(plan["teams"].as_array().is_some_and(|teams| teams.len() >= 3));
    }
    std::fs::remove_dir_all(&folder).expect("the folder goes");
}
