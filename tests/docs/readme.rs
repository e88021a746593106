//! What the README shows is what the program says.

use std::collections::HashSet;
use std::process::{Command, Output};

/// The output that the README shows in its nth place, the first being 1.
fn shown(nth: usize) -> String {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md"));
    let readme = readme.expect("the README");
    let block = readme.split("```text\n").nth(nth).and_then(|rest| rest.split("```").next());
    block.expect("the output").to_owned()
}

fn leerteam(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_leerteam"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("LEERTEAM_LANG")
        .output()
        .expect("the program runs")
}

#[test]
fn the_findings_shown_are_real() {
    let run = leerteam(&["validate", "docs/examples/rooster-met-fouten", "--lang", "nl"]);
    let said = [run.stderr, run.stdout].concat();
    let said = String::from_utf8(said).expect("UTF-8");
    // How wide the columns are depends on the terminal.
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(words(&shown(2)), words(&said));
}

#[test]
fn the_output_shown_is_real() {
    let out = concat!(env!("CARGO_TARGET_TMPDIR"), "/readme");
    let run = leerteam(&["plan", "fixtures/zwolle/roster.json", "--out", out, "--force"]);
    let output = String::from_utf8(run.stdout).expect("UTF-8").replace(out, "out");
    let said: HashSet<&str> = output.lines().map(str::trim_end).collect();
    let block = shown(1);
    let shown: Vec<&str> = block.lines().collect();
    // Best plans can differ in who has which supervisor or moment, not in what they are worth: the
    // heading, the names of the teams, the rules and the verdict are the same for all of them.
    let same = |line: &&&str| {
        let end = ["Plan ", "Score", "Proven", "Gap", "Written", " total"];
        let team = line.split_once(". ").is_some_and(|(n, _)| n.parse::<u32>().is_ok());
        team || end.iter().any(|start| line.starts_with(start))
    };
    let compared: Vec<&&str> = shown.iter().filter(same).collect();
    assert!(compared.len() >= 8, "{compared:?}");
    for line in compared {
        assert!(said.contains(*line), "the README shows what is not said: {line}");
    }
}
