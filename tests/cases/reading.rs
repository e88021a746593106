//! How a document is written: its letters, its JSON, its files.

use super::{case, findings, read};

#[test]
fn json_of_powershell() {
    assert_eq!(findings("json-of-powershell/roster.json"), [""; 0]);
    // Without a byte order mark too.
    let content = std::fs::read(case("json-of-powershell/roster.json")).expect("a file");
    let without = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("without-mark.json");
    std::fs::write(&without, &content[2..]).expect("a file");
    assert_eq!(read(&without).0, read(&case("json-of-powershell/roster.json")).0);
}

#[test]
fn json_whole_floats_and_null() {
    for file in ["float.json", "null.json"] {
        assert_eq!(findings(&format!("json-whole-floats-and-null/{file}")), [""; 0], "{file}");
    }
    let text = std::fs::read_to_string(case("json-whole-floats-and-null/float.json"));
    let text = text.expect("a file");
    let length = |number: &str| -> Result<i32, Box<leerteam::roster::Finding>> {
        let text = text.replace("60.0", number);
        let roster: leerteam::wire::v1::Roster =
            leerteam::formats::from_json(&text).map_err(|error| Box::new(error.finding()))?;
        let form = roster.environments[0].meeting_form.clone().expect("a form");
        Ok(form.duration_minutes)
    };
    for number in ["60", "60.0", "6e1", "600E-1", "\"60\""] {
        assert_eq!(length(number), Ok(60), "{number}");
    }
    for number in ["60.5", "\"an hour\"", "1e30"] {
        let finding = length(number).expect_err(number);
        assert_eq!(finding.code.as_str(), "E1411", "{number}: {finding:?}");
        assert_eq!(finding.field, "environments[0].meetingForm.durationMinutes");
    }
    // A field that is there twice is still an error.
    let twice =
        text.replacen("\"durationMinutes\"", "\"durationMinutes\": 5, \"durationMinutes\"", 1);
    let finding = leerteam::formats::from_json::<leerteam::wire::v1::Roster>(&twice);
    assert_eq!(finding.expect_err("twice").finding().code.as_str(), "E1001");
}
