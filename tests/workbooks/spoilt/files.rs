//! Folders of CSV files: their letters, separators, line ends and names, and what else programs leave beside them.

use encoding_rs::WINDOWS_1252;

use super::super::reading::{Reading, folder, read};
use super::super::work::Work;

/// The good workbook with letters that all ways of writing have.
fn work() -> Work {
    Work::good().set("Deelnemers!B4", "Zoë Çelik")
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

fn marked(text: &str) -> String {
    format!("\u{feff}{text}")
}

#[test]
fn every_way_of_writing_with_every_separator_and_line_end_is_read() {
    type Way = (&'static str, fn(&str) -> Vec<u8>);
    let ways: [Way; 8] = [
        ("UTF-8", |text| text.as_bytes().to_vec()),
        ("UTF-8 with a mark", |text| marked(text).into_bytes()),
        ("Windows-1252", |text| WINDOWS_1252.encode(text).0.into_owned()),
        ("UTF-16", |text| utf16(&marked(text), u16::to_le_bytes)),
        ("UTF-16 of a Mac", |text| utf16(&marked(text), u16::to_be_bytes)),
        ("UTF-16 without a mark", |text| utf16(text, u16::to_le_bytes)),
        ("UTF-16 of a Mac without a mark", |text| utf16(text, u16::to_be_bytes)),
        ("UTF-8 with a stated separator", |text| text.as_bytes().to_vec()),
    ];
    let good = read(&work()).roster;
    let mut wrong = Vec::new();
    for (way, write) in ways {
        for separator in [";", ",", "\t", "|"] {
            for end in ["\r\n", "\n", "\r"] {
                let stated = way.contains("stated").then(|| format!("sep={separator}{end}"));
                let files = work().csv(separator).into_iter().map(|(name, text)| {
                    let text = stated.clone().unwrap_or_default() + &text.replace("\r\n", end);
                    (name, write(&text))
                });
                let reading = folder(&files.collect::<Vec<_>>());
                if !reading.lines().is_empty() || reading.roster != good {
                    wrong.push(format!("{way} {separator:?} {end:?}: {:?}", reading.lines()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn named(name: impl Fn(&str) -> String) -> Reading {
    let files = work().csv(";").into_iter();
    let files = files.map(|(file, text)| (name(file.trim_end_matches(".csv")) + ".csv", text));
    folder(&files.collect::<Vec<_>>())
}

#[test]
fn files_are_known_by_the_names_that_programs_give_them() {
    let good = read(&work()).roster;
    for name in [
        "rooster-{}",
        "rooster - {}",
        "{}-Table 1",
        "{}-Tabel 1",
        "Rooster najaar - {}",
        "Rooster najaar.xlsx - {}",
        "{} ",
        "Rooster 2026_{}",
        "rooster.{}",
        "Rooster_najaar_{}",
        "rooster 2026.v2.{}",
    ] {
        let reading = named(|sheet| name.replace("{}", sheet));
        assert_eq!(reading.lines(), [""; 0], "{name}");
        assert_eq!(reading.roster, good, "{name}");
    }
    for change in [str::to_lowercase, str::to_uppercase] {
        let reading = named(change);
        assert_eq!(reading.lines(), [""; 0]);
        assert_eq!(reading.roster, good);
    }
}

#[test]
fn what_programs_leave_beside_them_is_not_read() {
    let good = read(&work()).roster;
    for stray in [
        "._Deelnemers.csv",
        ".~lock.Deelnemers.csv#",
        "~$Deelnemers.csv",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "Deelnemers.csv.bak",
        "Deelnemers.csv~",
        "Deelnemers.xlsx",
        "LEESMIJ.txt",
        "Deelnemers.numbers",
        ".Deelnemers.csv.swp",
    ] {
        let mut files = work().csv(";");
        files.push((stray.to_owned(), "x;y\r\n1;2\r\n".to_owned()));
        let reading = folder(&files);
        assert_eq!(reading.lines(), [""; 0], "{stray}");
        assert_eq!(reading.roster, good, "{stray}");
    }
}

#[test]
fn a_second_file_of_a_sheet_is_never_left_out_without_a_word() {
    let people = work().csv(";").into_iter().find(|(name, _)| name == "Deelnemers.csv");
    let people = people.expect("a file").1;
    for second in ["Deelnemers (1)", "Deelnemers - kopie", "Kopie van Deelnemers", "Deelnemers 2"] {
        let mut files = work().csv(";");
        files.push((format!("{second}.csv"), people.clone()));
        let lines = folder(&files).lines();
        assert!(lines.len() == 1 && lines[0].ends_with(second), "{second}: {lines:?}");
    }
}
