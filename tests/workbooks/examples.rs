//! The template: empty, with examples that are right, and lists to choose from that lead where they should.

use leerteam::formats::roster_sheets::{template, write};
use leerteam::formats::sheets::{Cell, Sheet, workbook};
use leerteam::messages::{Language, Messages};

use super::reading::{bytes, good};
use super::work::part;

#[test]
fn the_template_is_an_empty_roster() {
    let file = workbook(&template(&Messages::of(Language::Nl))).expect("a workbook");
    assert_eq!(bytes(&file, ".xlsx").lines(), ["E1101 Planperiode"]);
}

#[test]
fn the_examples_are_a_roster_without_anything_wrong() {
    for language in Language::ALL {
        let mut sheets = template(&Messages::of(language));
        let mut examples = 0;
        for row in sheets.iter_mut().flat_map(|sheet| &mut sheet.rows) {
            if let Some(Cell::Text(text)) = row.first_mut()
                && let Some(rest) = text.strip_prefix('#')
            {
                examples += 1;
                row[0] = Cell::text(rest.trim());
            }
        }
        assert!(examples > 30, "{examples}");
        let reading = bytes(&workbook(&sheets).expect("a workbook"), ".xlsx");
        assert_eq!(reading.lines(), [""; 0], "{language}");
        assert!(reading.planned);
        let roster = reading.roster;
        assert_eq!((roster.participants.len(), roster.environments.len()), (3, 2));
        assert_eq!(roster.participants[0].attributes.len(), 1);
    }
}

#[test]
fn every_sheet_has_an_example_and_every_column_a_note() {
    for language in Language::ALL {
        let sheets = template(&Messages::of(language));
        assert_eq!(sheets.len(), 21);
        // The first page, and that before the sheets of which a first plan needs none, are texts.
        let tables = sheets.iter().enumerate().filter(|(at, _)| ![0, 9].contains(at));
        for (_, sheet) in tables {
            assert!(!sheet.rows.is_empty(), "{}", sheet.name);
            let width = sheet.columns.len();
            assert!(sheet.rows.iter().all(|row| row.len() == width), "{}", sheet.name);
            assert!(sheet.columns.iter().all(|column| !column.note.is_empty()), "{}", sheet.name);
        }
    }
}

/// The lists to choose from on a sheet: each what it chooses from.
fn lists(file: &[u8], sheet: usize) -> Vec<String> {
    let xml = part(file, &format!("xl/worksheets/sheet{sheet}.xml")).expect("a sheet");
    let lists = xml.split("<formula1>").skip(1);
    let text = lists.filter_map(|list| list.split_once("</formula1>").map(|(list, _)| list));
    text.map(|list| list.replace("&apos;", "'").replace("&quot;", "\"")).collect()
}

/// Checks that every list that is a column of another sheet has this heading, and begins behind the examples.
fn lists_lead_to(sheets: &[Sheet], heading: &str) -> usize {
    let file = workbook(sheets).expect("a workbook");
    let mut checked = 0;
    for number in 1..=sheets.len() {
        for list in lists(&file, number) {
            let Some((name, cells)) = list.split_once('!') else { continue };
            let name = name.trim_matches('\'').replace("''", "'");
            let other = sheets.iter().find(|sheet| sheet.name == name);
            let other = other.unwrap_or_else(|| panic!("{list} leads to no sheet"));
            let letter = cells.as_bytes()[1];
            assert_eq!(other.columns[usize::from(letter - b'A')].heading, heading, "{list}");
            let is_example = |row: &&Vec<Cell>| matches!(row.first(), Some(Cell::Text(text)) if text.starts_with('#'));
            let first = 2 + other.rows.iter().take_while(is_example).count();
            assert!(
                cells.starts_with(&format!("${0}${first}:${0}$", char::from(letter))),
                "{list}"
            );
            checked += 1;
        }
    }
    checked
}

#[test]
fn lists_to_choose_from_lead_to_names_in_the_template_and_to_ids_where_people_have_them() {
    for (language, name) in [(Language::En, "Name"), (Language::Nl, "Naam")] {
        let messages = Messages::of(language);
        assert!(lists_lead_to(&template(&messages), name) > 20);
        assert!(lists_lead_to(&write(&good(), &messages), "Id") > 20);
        // The organisation of a location is one of the organisations.
        let sheets = template(&messages);
        let file = workbook(&sheets).expect("a workbook");
        assert_eq!(lists(&file, 4)[0], format!("'{}'!$B$4:$B$10000", sheets[2].name));
    }
}
