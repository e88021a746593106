//! Files that are no workbooks.

use std::io::{Cursor, Write};

use leerteam::formats::{OpenRosterError, RosterFile};
use leerteam::messages::{Language, Messages, finding_text};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::reading::{bytes, folder, path, read};
use super::work::{Work, part, patched};

#[test]
fn files_that_are_no_workbooks_are_named() {
    let good = Work::good().xlsx();
    let mut torn = good.clone();
    torn.truncate(good.len() / 2);
    let mut spoilt = good.clone();
    let middle = good.len() / 2;
    spoilt[middle..middle + 400].fill(b'x');
    // A workbook of Excel 97-2003 and one with a password begin alike.
    let compound = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 2000]].concat();
    let no_sheet = patched(&good, |name, text| match name {
        "xl/workbook.xml" => "<workbook>".to_owned(),
        _ => text,
    });
    assert!(part(&good, "xl/workbook.xml").is_some_and(|text| text.len() > 100));
    let open_document =
        [&good[..30], b"mimetypeapplication/vnd.oasis.opendocument.text", &good].concat();
    for (what, content, ending, value) in [
        ("empty", vec![], ".xlsx", "het bestand is leeg"),
        (
            "locked",
            compound.clone(),
            ".xlsx",
            "het heeft een wachtwoord, of is van een Excel van voor 2007 (.xls)",
        ),
        (
            "old",
            compound,
            ".xls",
            "het heeft een wachtwoord, of is van een Excel van voor 2007 (.xls)",
        ),
        ("text", b"Id;Naam".to_vec(), ".xlsx", "het is een ander soort bestand"),
        (
            "one CSV file",
            b"Id;Naam".to_vec(),
            ".csv",
            "het is één .csv-bestand; de map waarin alle bladen staan is nodig",
        ),
        ("torn", torn, ".xlsx", "het is beschadigd"),
        ("spoilt", spoilt, ".xlsx", "het is beschadigd"),
        ("without sheets", no_sheet, ".xlsx", "het is beschadigd"),
        ("of another program", open_document, ".odt", "het is een ander soort bestand"),
    ] {
        let reading = bytes(&content, ending);
        assert_eq!(reading.lines(), [format!("E1002 {value}")], "{what}");
    }
    let lines = folder(&[("leesmij.txt".to_owned(), "niet lezen")]).lines();
    assert_eq!(lines, ["E1002 in deze map staan geen .csv-bestanden"]);
}

#[test]
fn a_table_that_is_no_roster_is_named_and_its_way_in() {
    let list = "Studentnummer | Roepnaam\n1 | Ada";
    assert_eq!(read(&Work::empty().sheet("Export", list)).lines(), ["E1003 Export"]);
    let csv = folder(&[("export.csv".to_owned(), "Studentnummer;Roepnaam\n1;Ada\n")]);
    assert_eq!(csv.lines(), ["E1003 export"]);
    let (_, action) = finding_text(&Messages::of(Language::Nl), &csv.findings[0]);
    assert!(action.contains("leerteam import"), "{action}");
    // One that is misspelt is not that.
    let lines = read(&Work::empty().sheet("Deelnemrs", list)).lines();
    assert!(lines.contains(&"E1403 Deelnemrs Deelnemrs".to_owned()), "{lines:?}");
}

#[test]
fn a_file_that_is_not_there_is_no_finding() {
    let messages = Messages::of(Language::Nl);
    for ending in [".xlsx", ".csv", ".json", ""] {
        let opened = RosterFile::open(&path(ending), &messages);
        assert!(matches!(opened, Err(OpenRosterError::File(_))), "{ending}");
    }
}

#[test]
fn a_workbook_may_have_any_ending() {
    let good = Work::good().xlsx();
    for ending in [".xlsx", ".XLSX", ".xlsm", ".bak"] {
        assert!(bytes(&good, ending).planned, "{ending}");
    }
}

/// A package with a part of 8 MiB so many times; each takes some kilobytes.
fn package(times: usize) -> Vec<u8> {
    let mut one = ZipWriter::new(Cursor::new(Vec::new()));
    one.start_file("part", SimpleFileOptions::default()).expect("a part");
    one.write_all(&vec![b' '; 8 << 20]).expect("its content");
    let mut one = ZipArchive::new(one.finish().expect("a package")).expect("a package");
    let mut all = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..times {
        let part = one.by_index_raw(0).expect("the part");
        all.raw_copy_file_rename(part, format!("xl/worksheets/sheet{number}.xml")).expect("a copy");
    }
    all.finish().expect("a package").into_inner()
}

#[test]
fn a_small_file_that_unpacks_to_more_than_any_memory_is_refused() {
    let (most, more) = (package(64), package(65));
    assert!(more.len() < 1 << 20, "{}", more.len());
    assert_eq!(bytes(&more, ".xlsx").lines(), ["E1002 uitgepakt is het groter dan 512 MB"]);
    assert_eq!(bytes(&most, ".xlsx").lines(), ["E1002 het is beschadigd"], "no workbook is in it");
}
