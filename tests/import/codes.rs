//! Every code of a finding about imports is shown by some test.

use leerteam::roster::Code;

#[test]
fn every_code_about_imports_has_a_case() {
    let mut texts = String::new();
    for folder in ["tests/import", "tests/import/spoilt"] {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let entries = std::fs::read_dir(folder).expect("the tests");
        let paths = entries.map(|entry| entry.expect("an entry").path());
        for path in paths.filter(|path| path.is_file()) {
            texts += &std::fs::read_to_string(path).expect("a text file");
        }
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
