//! Texts that are longer than a cell of a workbook can hold.

use leerteam::formats::roster_sheets::{too_long, write};
use leerteam::formats::sheets::csv_files;
use leerteam::messages::{Language, Messages};

use super::reading::{folder, good};

#[test]
fn a_text_that_no_cell_can_hold_is_reported_before_it_is_cut() {
    let mut roster = good();
    roster.organisations[0].name = "🦀".repeat(16_383);
    let messages = Messages::of(Language::Nl);
    assert_eq!(too_long(&write(&roster, &messages)), None, "32,766 units of UTF-16");
    roster.organisations[0].name += "🦀";
    let sheets = write(&roster, &messages);
    assert_eq!(too_long(&sheets), Some("Organisaties"));
    let files = csv_files(&sheets).into_iter().map(|file| (file.path, file.content));
    assert_eq!(folder(&files.collect::<Vec<_>>()).roster, roster, "CSV files hold it");
}
