//! The marked copy hides nothing that the workbook shows.

use std::path::Path;

use super::{case, findings, json, leerteam, lines, read};

#[test]
fn marked_copy_loses_merged() {
    let original = case("marked-copy-loses-merged/roster.xlsx").display().to_string();
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("merged-copy.xlsx");
    let copy_name = copy.display().to_string();
    let arguments = ["validate", &original, "--marked", &copy_name, "--force", "--json"];
    let first = json(&leerteam(&arguments));
    // Until it is filled in, it is found in the copy too.
    assert_eq!(json(&leerteam(&["validate", &copy_name, "--json"])), first);
    let found = lines(&read(&copy).1);
    assert!(found.contains(&"E1407 Participants!D2 D2:D3".to_owned()), "{found:?}");
    assert_eq!(found, findings("marked-copy-loses-merged/roster.xlsx"));
}

#[test]
fn what_is_hidden_or_struck_through_is_so_in_the_copy() {
    for file in ["03_hidden_rows", "12_strikethrough_student"] {
        let original = case(&format!("coordinator/{file}.xlsx"));
        let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{file}-copy.xlsx"));
        let (original, name) = (original.display().to_string(), copy.display().to_string());
        leerteam(&["validate", &original, "--marked", &name, "--force"]);
        assert_eq!(lines(&read(&copy).1), findings(&format!("coordinator/{file}.xlsx")), "{file}");
    }
    let original = case("ids-in-scientific-notation/roster.xlsx").display().to_string();
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scientific-copy.xlsx");
    leerteam(&["validate", &original, "--marked", &copy.display().to_string(), "--force"]);
    assert_eq!(lines(&read(&copy).1), findings("ids-in-scientific-notation/roster.xlsx"));
}
