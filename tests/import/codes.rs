//! Every code of a finding about imports is shown by some test.

use leerteam::roster::Code;

#[test]
fn every_code_about_imports_has_a_case() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/import");
    let mut texts = String::new();
    for entry in std::fs::read_dir(folder).expect("the tests") {
        texts += &std::fs::read_to_string(entry.expect("an entry").path()).expect("a text file");
    }
    let of_imports = |code: &&&str| code.starts_with("E15") || code.starts_with("W28");
    let codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    let unshown: Vec<&&str> = codes
        .iter()
        .filter(of_imports)
        .filter(|code| !texts.contains(&format!("\"{code} ")))
        .collect();
    assert!(unshown.is_empty(), "{unshown:?} have no case");
}
