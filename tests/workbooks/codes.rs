//! Every code of a finding about workbooks is shown by some test.

use std::collections::BTreeSet;

use leerteam::roster::Code;

#[test]
fn every_code_about_workbooks_has_a_case() {
    let cases = [
        super::columns::cases(),
        super::dates::cases(),
        super::days::cases(),
        super::doubtful::cases(),
        super::ids::cases(),
        super::rows::cases(),
        super::sheets::cases(),
        super::texts::cases(),
        super::times::cases(),
    ];
    let cases = cases.concat();
    assert!(cases.len() > 150, "{}", cases.len());
    let code = |line: &&'static str| line.split(' ').next().unwrap_or_default();
    let mut shown: BTreeSet<&str> =
        cases.iter().flat_map(|(_, _, lines)| lines.iter().map(code)).collect();
    // Of files, of CSV files, of letters, and of what has no effect, which reads as something else.
    shown.extend(["E1002", "E1003", "E1424", "W2604", "W2606", "W2607"]);
    let of_workbooks = |code: &&str| {
        ["E1002", "E1003"].contains(code) || code.starts_with("E14") || code.starts_with("W26")
    };
    let known = Code::ALL.iter().map(|code| code.as_str()).filter(of_workbooks);
    let unshown: Vec<&str> = known.filter(|code| !shown.contains(code)).collect();
    assert!(unshown.is_empty(), "{unshown:?} have no case");
}
