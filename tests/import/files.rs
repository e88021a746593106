//! Files of every kind: workbooks of other programs, OneRoster, standard input, and what is no table.

use std::io::Write;
use std::process::{Command, Stdio};

use leerteam::formats::sheets::{Cell, Column, Sheet, workbook};
use leerteam::import::{Mapping, import};
use leerteam::messages::{Language, Messages};
use proptest::prelude::*;

use crate::support::{ANSWERS, FORM, PEOPLE, expect, file, run_without_supervisors};

#[test]
fn what_is_no_table_is_found() {
    for (name, content, what) in [
        ("leeg.csv", &b""[..], "het bestand is leeg"),
        ("foto.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "het is een ander soort bestand"),
        ("kapot.xlsx", b"PK\x03\x04rubbish", "het is beschadigd"),
        (
            "oud.xls",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rubbish",
            "het heeft een wachtwoord, of is van een Excel van voor 2007 (.xls)",
        ),
    ] {
        let imported =
            run_without_supervisors(&[file("studenten.csv", PEOPLE), file(name, content)], &[]);
        expect(name, &imported, &[&format!("E1505 {name} {what}")]);
    }
    let imported =
        run_without_supervisors(&[file("studenten.csv", PEOPLE), file("wit.csv", "\n\n;;\n")], &[]);
    expect("white", &imported, &[]);
}

#[test]
fn sheets_of_a_workbook_are_each_a_table() {
    let sheet = |name: &str, text: &str| {
        let mut rows =
            text.lines().map(|row| row.split(';').map(Cell::text).collect::<Vec<Cell>>());
        let cells = rows.next().unwrap_or_default();
        let heading = |cell: Cell| match cell {
            Cell::Text(heading) => Column { heading, ..Column::default() },
            _ => Column::default(),
        };
        let columns = cells.into_iter().map(heading).collect();
        Sheet { name: name.into(), columns, rows: rows.collect(), ..Sheet::default() }
    };
    let book =
        workbook(&[sheet("Studenten", PEOPLE), sheet("Antwoorden", FORM), sheet("Grafiek", "")]);
    let source = file("alles.xlsx", book.expect("a workbook"));
    let mut mapping = Mapping::default();
    for answer in ANSWERS.iter().chain(&["round.dayparts.afternoon=13:00-17:00"]) {
        mapping.answer(answer).expect("an answer");
    }
    let imported = import(&[source], &mapping, None, &Messages::of(Language::En));
    expect("a workbook", &imported, &[]);
    assert_eq!((imported.roster.participants.len(), imported.roster.supervisors.len()), (3, 2));
}

const MIME: &str = "application/vnd.oasis.opendocument.spreadsheet";
const MANIFEST: &str =
    "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";

/// The smallest .ods: the mark of its kind, and one sheet.
fn ods(text: &str) -> Vec<u8> {
    let cell = |cell: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{cell}</text:p></table:table-cell>"
        )
    };
    let row = |row: &str| {
        let cells: String = row.split(';').map(cell).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let rows: String = text.lines().map(row).collect();
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>\
         <table:table table:name=\"Blad1\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in
        [("mimetype", MIME), ("META-INF/manifest.xml", MANIFEST), ("content.xml", &content)]
    {
        zip.start_file(name, stored).expect("a part");
        zip.write_all(text.as_bytes()).expect("its text");
    }
    zip.finish().expect("a zip").into_inner()
}

#[test]
fn a_sheet_of_libreoffice_is_read() {
    let imported = run_without_supervisors(&[file("studenten.ods", ods(PEOPLE))], &[]);
    expect("ods", &imported, &[]);
    assert_eq!(imported.roster.participants.len(), 3);
}

#[test]
fn a_workbook_of_an_older_excel_is_read() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/studenten.xls");
    let content = std::fs::read(path).expect("a workbook");
    assert!(content.starts_with(b"\xD0\xCF\x11\xE0"), "it is of the older kind");
    let imported = run_without_supervisors(&[file("studenten.xls", content)], &[]);
    expect("xls", &imported, &[]);
    let list = run_without_supervisors(&[file("studenten.csv", PEOPLE)], &[]);
    assert_eq!(imported.roster, list.roster);
}

#[test]
fn rows_that_are_hidden_or_struck_through_are_not_taken_without_a_word() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let struck = rust_xlsxwriter::Format::new().set_font_strikethrough();
    for (row, line) in (0..).zip(PEOPLE.lines()) {
        for (column, text) in (0..).zip(line.split(';')) {
            match (row, column) {
                (3, 1) => sheet.write_with_format(row, column, text, &struck),
                _ => sheet.write(row, column, text),
            }
            .expect("a cell");
        }
    }
    sheet.set_row_hidden(1).expect("a row");
    let content = book.save_to_buffer().expect("a workbook");
    let imported = run_without_supervisors(&[file("studenten.xlsx", content)], &[]);
    expect("hidden", &imported, &["E1427 Sheet1!2 2", "E1428 Sheet1!B4 Cas Eik"]);
}

#[test]
fn sheets_that_programs_add_are_not_asked_about() {
    let sheet = |name: &str, text: &str| {
        let rows = text.lines().map(|row| row.split(';').map(Cell::text).collect()).collect();
        Sheet { name: name.into(), rows, ..Sheet::default() }
    };
    let book =
        workbook(&[sheet("Export Summary", "This document was exported"), sheet("Blad 1", PEOPLE)]);
    let imported = run_without_supervisors(&[file("numbers.xlsx", book.expect("a workbook"))], &[]);
    expect("numbers", &imported, &[]);
    assert_eq!(imported.roster.participants.len(), 3);
}

#[test]
fn sheets_of_one_name_in_two_files_are_kept_apart() {
    let sheet = |text: &str| {
        let rows = text.lines().map(|row| row.split(';').map(Cell::text).collect()).collect();
        workbook(&[Sheet { name: "Blad1".into(), rows, ..Sheet::default() }]).expect("a workbook")
    };
    let other = PEOPLE.replace("100", "200").replacen(";2;", ";twee;", 1);
    let files = [file("een.xlsx", sheet(PEOPLE)), file("twee.xlsx", sheet(&other))];
    let imported = run_without_supervisors(&files, &[]);
    expect("two files", &imported, &["E1507 twee – Blad1!F2 twee"]);
}

const USERS: &str = "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier\n\
    u1,active,2026-08-01,true,ada,,Ada,Bos,,1001\nu2,active,2026-08-01,true,ben,,Ben,Dijk,van,1002\n\
    u3,tobedeleted,2026-08-01,true,cas,,Cas,Eik,,1003\nu4,active,2026-08-01,true,docent,,Doc,Ent,,9001\n";
const CLASSES: &str = "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType\n\
    c1,active,2026-08-01,Pabo 2A,,,P2A,homeroom\nc2,active,2026-08-01,Rekenen,,,REK,scheduled\n";
const ENROLLMENTS: &str = "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role\n\
    e1,active,2026-08-01,c2,s,u1,student\ne2,active,2026-08-01,c1,s,u1,student\ne3,active,2026-08-01,c1,s,u2,student\n\
    e4,active,2026-08-01,c1,s,u3,student\ne5,active,2026-08-01,c1,s,u4,teacher\n";

#[test]
fn oneroster_tells_students_of_classes() {
    let files = [
        file("users.csv", USERS),
        file("classes.csv", CLASSES),
        file("enrollments.csv", ENROLLMENTS),
    ];
    let asked = run_without_supervisors(&files, &[]);
    expect("asked", &asked, &["E1501 cohorts.P2A.programme"]);
    let answers = ["cohorts.P2A.programme=Pabo", "programmes.Pabo.institution=Hogeschool A"];
    let imported = run_without_supervisors(&files, &answers);
    expect("answered", &imported, &[]);
    let people: Vec<(&str, &str, &str)> = imported
        .roster
        .participants
        .iter()
        .map(|of| (of.id.as_str(), of.name.as_str(), of.cohort_id.as_str()))
        .collect();
    assert_eq!(people, [("1001", "Ada Bos", "p2a"), ("1002", "Ben van Dijk", "p2a")]);
    let alone = run_without_supervisors(&[file("users.csv", USERS)], &[]);
    assert_eq!(crate::support::lines(&alone)[0], "E1515 users!A1 users");
}

#[test]
fn standard_input_is_read() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leerteam"));
    command.args(["import", "-", "--lang", "nl", "--json"]);
    command.args(ANSWERS.iter().flat_map(|answer| ["--answer", answer]));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    child.stdin.take().expect("its input").write_all(PEOPLE.as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let document: serde_json::Value =
        serde_json::from_slice(&output.stdout).expect("one JSON document");
    assert_eq!(document["roster"]["participants"].as_array().map(Vec::len), Some(3));
    assert_eq!(document["files"][0]["columns"][0]["takenFor"], "Nummer");
}

#[test]
fn answers_that_are_no_toml_are_found() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("import-mapping");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("studenten.csv"), PEOPLE).expect("a file");
    std::fs::write(folder.join("import.toml"), "teams = [").expect("a file");
    let code = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_leerteam"));
        command.current_dir(&folder).args(["import", "studenten.csv", "--json"]).args(arguments);
        let output = command.output().expect("the program runs");
        let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let finding = &document["findings"][0];
        format!(
            "{} {}",
            finding["code"].as_str().unwrap_or_default(),
            finding["field"].as_str().unwrap_or_default()
        )
    };
    assert_eq!(code(&["--mapping", "import.toml"]), "E1504 import.toml");
    assert_eq!(code(&["--answer", "4-6"]), "E1504 --answer");
}

/// An import of one file never panics, and either has a roster that is whole or says what is wrong.
fn survives(name: &str, content: &[u8]) {
    let imported = run_without_supervisors(&[file(name, content)], &[]);
    if imported.is_whole() {
        let (roster, findings) = leerteam::wire::read_roster(&imported.roster);
        // A list of supervisors, places or organisations is a part of a roster.
        let is_part = !imported.roster.organisations.is_empty();
        let is_part = is_part || !imported.roster.supervisors.is_empty();
        let mut errors = findings.iter().filter(|of| of.code.as_str().starts_with('E'));
        let of_part = errors.all(|of| is_part && of.code.as_str() == "E1303");
        assert!(roster.is_some() || of_part, "{findings:?}");
    } else {
        assert!(!imported.findings.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn no_table_is_too_strange(text in "[A-Za-z0-9;,|\\t\\n\"'=:. -]{0,200}", head in 0_usize..4) {
        let heads = ["", "Studentnummer;Naam;Klas\n", "Naam;ma;di\n;ochtend;middag\n", "Klas;Dag;Van;Tot\n"];
        survives("x.csv", format!("{}{text}", heads[head]).as_bytes());
    }

    #[test]
    fn a_list_with_any_bytes_changed_is_read_or_refused(at in 0_usize..300, byte in any::<u8>()) {
        let mut content = PEOPLE.as_bytes().to_vec();
        let at = at % content.len();
        content[at] = byte;
        survives("studenten.csv", &content);
    }

    #[test]
    fn a_calendar_with_any_bytes_changed_is_read_or_refused(at in 0_usize..2000, byte in any::<u8>()) {
        let path = format!("{}/tests/cases/agendas/outlook.ics", env!("CARGO_MANIFEST_DIR"));
        let mut content = std::fs::read(path).expect("a calendar");
        let at = at % content.len();
        content[at] = byte;
        let imported = run_without_supervisors(&[file("studenten.csv", PEOPLE), file("p2a.ics", content)], &[]);
        prop_assert!(imported.is_whole() || !imported.findings.is_empty());
    }

    #[test]
    fn rules_of_any_kind_end(rule in "(FREQ=(SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY))(;INTERVAL=[0-9]{1,3})?(;COUNT=[0-9]{1,5})?(;BYDAY=(MO|TU|-1FR|5MO))?(;BYMONTH=[0-9]{1,2})?(;BYSETPOS=-?[0-9]{1,2})?") {
        let text = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260831T070000Z\nDURATION:PT1H\nRRULE:{rule}\nEND:VEVENT\nEND:VCALENDAR\n");
        let imported = run_without_supervisors(&[file("studenten.csv", PEOPLE), file("p2a.ics", text)], &[]);
        prop_assert!(imported.is_whole() || !imported.findings.is_empty());
    }
}

#[test]
fn a_rule_with_letters_that_no_rule_has_is_no_panic() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260831T070000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=çU\nEND:VEVENT\nEND:VCALENDAR\n";
    let imported =
        run_without_supervisors(&[file("studenten.csv", PEOPLE), file("p2a.ics", text)], &[]);
    assert!(!imported.findings.is_empty(), "the rule is not read, and said to be so");
}
