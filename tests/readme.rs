//! What the README shows is what the program says.

use std::collections::HashSet;
use std::process::Command;

#[test]
fn the_output_shown_is_real() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md"));
    let readme = readme.expect("the README");
    let block = readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next());
    let out = concat!(env!("CARGO_TARGET_TMPDIR"), "/readme");
    let run = Command::new(env!("CARGO_BIN_EXE_leerteam"))
        .args(["plan", "fixtures/zwolle/roster.json", "--out", out])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("LEERTEAM_LANG")
        .output()
        .expect("the program runs");
    let output = String::from_utf8(run.stdout).expect("UTF-8").replace(out, "out");
    let said: HashSet<&str> = output.lines().map(str::trim_end).collect();
    let shown: Vec<&str> = block.expect("the output").lines().collect();
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
