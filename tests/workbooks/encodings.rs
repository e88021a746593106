//! CSV files in whatever letters they were written.

use encoding_rs::WINDOWS_1252;

use super::reading::{Reading, folder};
use super::work::Work;

/// The good files with a name that has accents, written in some way.
fn written(write: impl Fn(&str) -> Vec<u8>) -> Reading {
    let work =
        Work::good().set("Deelnemers!B4", "Zoë Çelik-Günay").set("Deelnemers!G2", "Français");
    let files = work.csv(";").into_iter();
    let files: Vec<_> = files.map(|(name, text)| (name, write(&text))).collect();
    folder(&files)
}

#[test]
fn letters_are_read_as_they_were_written() {
    let utf16 = |text: &str, order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let marked = format!("\u{feff}{text}");
        marked.encode_utf16().flat_map(order).collect()
    };
    type Write<'a> = (&'a str, Box<dyn Fn(&str) -> Vec<u8>>);
    let ways: [Write; 5] = [
        ("UTF-8", Box::new(|text| text.as_bytes().to_vec())),
        ("UTF-8 with a mark", Box::new(|text| format!("\u{feff}{text}").into_bytes())),
        ("Windows-1252", Box::new(|text| WINDOWS_1252.encode(text).0.into_owned())),
        ("UTF-16", Box::new(move |text| utf16(text, u16::to_le_bytes))),
        ("UTF-16 of a Mac", Box::new(move |text| utf16(text, u16::to_be_bytes))),
    ];
    for (what, write) in ways {
        let reading = written(write);
        assert_eq!(reading.lines(), [""; 0], "{what}");
        assert_eq!(reading.roster.participants[2].name, "Zoë Çelik-Günay", "{what}");
    }
}

#[test]
fn letters_that_were_not_meant_are_reported_at_the_first_cell() {
    // Read as Windows-1252 once before, and saved.
    let twice = |text: &str| WINDOWS_1252.decode(text.as_bytes()).0.into_owned().into_bytes();
    let reading = written(twice);
    let lines = ["W2604 Deelnemers!G2 FranÃ§ais"];
    assert_eq!(reading.lines()[..1], lines);
    assert_eq!(reading.findings[0].details, [("cells", "2".to_owned())]);
    // As DOS wrote it: ë is 137, Ç is 128, ü is 129, ç is 135.
    let dos = |text: &str| -> Vec<u8> {
        let byte = |c: char| match c {
            'ë' => 137,
            'Ç' => 128,
            'ü' => 129,
            'ç' => 135,
            c => u8::try_from(c).unwrap_or(b'?'),
        };
        text.chars().map(byte).collect()
    };
    // 129 stands for no letter at all there.
    let lines = ["W2604 Deelnemers!G2 Fran‡ais", "E1117 Deelnemers!B4 U+0081"];
    assert_eq!(written(dos).lines(), lines);
    // UTF-16 without a mark begins with a letter and a zero.
    let unmarked = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(written(unmarked).planned);
}
