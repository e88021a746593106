//! Whatever stands in the cells of a workbook, reading it ends in findings or in a roster that has all of it.

use std::sync::LazyLock;

use leerteam::formats::book::{Book, RawCell, RawRow, RawSheet, Value};
use leerteam::formats::roster_sheets::{locate, read, write};
use leerteam::formats::sheets::{Cell, Sheet};
use leerteam::messages::{Language, Messages, finding_text};
use leerteam::roster::{Clock, Finding, Severity};
use leerteam::wire::{read_roster, v1};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::reading::{bytes, folder};
use super::work::{Put, Work, patched};

/// Texts that are likely to be taken for something.
const TEXTS: [&str; 76] = [
    "",
    "s1",
    "s2",
    "b1",
    "noord",
    "pabo",
    "pabo-2",
    "team",
    "t1",
    "lesdag",
    "Anna de Vries",
    "s1; s2",
    "noord, zuid",
    "\"s1\"",
    "\"",
    "\"a, b\"; c",
    "#",
    "# s1",
    "#1",
    "ma",
    "di+do",
    "di-do",
    "ma-vr",
    "ma t/m vr",
    "Mon and Thu",
    "ma 9:00-16:30",
    "ma 9:00-12:00; di 13:00-15:00",
    "ma 9-12 even weken",
    "di 9-12 (t/m 2026-12-01)",
    "di 9-12 om de week vanaf 2026-09-14",
    "even weken",
    "oneven weken",
    "elke week",
    "om de week",
    "elke 2 weken vanaf 2026-10-05",
    "elke week vanaf 2026-10-05",
    "9:00",
    "9.00 uur",
    "9.3",
    "24:00",
    "0:00",
    "25:00",
    "9",
    "0",
    "1",
    "2",
    "-1",
    "7",
    "120",
    "2 uur",
    "5 min",
    "1,5",
    "99999999999",
    "2026-09-14",
    "14-9-2026",
    "3/4/2026",
    "1-9-26",
    "31-2-2026",
    "0001-01-01",
    "9999-12-31",
    "2026-09-14 t/m 2026-10-01",
    "onderwijs",
    "praktijk; onderwijs",
    "les",
    "stage",
    "vrij",
    "afwezig",
    "samen",
    "ja",
    "nee",
    "vereist",
    "at-least = 3",
    "#N/A",
    "professions",
    "=1+1",
    "{ $value }\u{202e}é🦀",
];

static MESSAGES: LazyLock<[Messages; 2]> = LazyLock::new(|| Language::ALL.map(Messages::of));

#[derive(Clone, Debug)]
struct Change {
    sheet: prop::sample::Index,
    row: usize,
    column: usize,
    put: Value,
}

fn value() -> impl Strategy<Value = Value> {
    let clock =
        (0..=1440_u32).prop_map(|minutes| Value::Time(Clock::from_minutes(minutes).unwrap()));
    let date = (-800_000..800_000_i32).prop_map(|days| {
        let date = chrono::NaiveDate::from_num_days_from_ce_opt(740_000 + days);
        date.map_or(Value::Empty, Value::Date)
    });
    prop_oneof![
        12 => prop::sample::select(&TEXTS[..]).prop_map(Value::text),
        3 => any::<String>().prop_map(|text| Value::text(&text)),
        1 => "[0-9:.,/ -]{1,12}".prop_map(|text| Value::text(&text)),
        1 => any::<f64>().prop_map(Value::Number),
        1 => (-3..40_i32).prop_map(|number| Value::Number(f64::from(number) / 4.0)),
        1 => any::<bool>().prop_map(Value::Bool),
        1 => clock,
        1 => date,
        1 => any::<String>().prop_map(Value::Error),
        1 => any::<String>().prop_map(Value::Formula),
    ]
}

fn change(first_row: usize) -> impl Strategy<Value = Change> {
    (any::<prop::sample::Index>(), first_row..6_usize, 0..12_usize, value())
        .prop_map(|(sheet, row, column, put)| Change { sheet, row, column, put })
}

/// The good workbook as it is read.
fn good_book() -> Book {
    let cell = |(column, put): (u32, &Put)| match put {
        Put::Text(text) => RawCell { column, value: Value::text(text), formula: String::new() },
        other => panic!("{other:?} in the good workbook"),
    };
    let row = |(number, cells): (u32, &Vec<Put>)| {
        let cells = (0..).zip(cells).map(cell).filter(|cell| cell.value != Value::Empty);
        RawRow { number, cells: cells.collect() }
    };
    let mut book = Book::default();
    for page in &Work::good().pages {
        let rows = (0..).zip(&page.rows).map(row).collect();
        book.sheets.push(RawSheet { name: page.name.clone(), rows, ..RawSheet::default() });
    }
    book
}

fn put(book: &mut Book, sheet: usize, (row, column): (u32, u32), value: Value) {
    let rows = &mut book.sheets[sheet].rows;
    let at = rows.binary_search_by_key(&row, |row| row.number).unwrap_or_else(|at| {
        rows.insert(at, RawRow { number: row, cells: Vec::new() });
        at
    });
    let cells = &mut rows[at].cells;
    cells.retain(|cell| cell.column != column);
    cells.push(RawCell { column, value, formula: String::new() });
    cells.retain(|cell| cell.value != Value::Empty);
    cells.sort_by_key(|cell| cell.column);
}

fn changed(changes: &[Change]) -> Book {
    let mut book = good_book();
    for Change { sheet, row, column, put: value } in changes {
        let sheet = sheet.index(book.sheets.len());
        put(&mut book, sheet, (*row as u32, *column as u32), value.clone());
    }
    book
}

/// The roster of a workbook, and its findings.
fn reading(book: &Book) -> (v1::Roster, Vec<Finding>) {
    let read = read(book, &MESSAGES[1]);
    let (_, findings) = read_roster(&read.roster);
    let findings = locate(book, &read, findings);
    (read.roster, findings)
}

fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.code.severity() == Severity::Error)
}

/// Sheets as they are read once they are written.
fn book_of(sheets: &[Sheet]) -> Book {
    let value = |cell: &Cell| match cell {
        Cell::Empty => Value::Empty,
        Cell::Text(text) => Value::text(text),
        Cell::Number(number) => Value::Number(*number),
        Cell::Bool(value) => Value::Bool(*value),
        Cell::Date(date) => Value::Date(*date),
        Cell::Time(clock) => Value::Time(*clock),
        Cell::Formula(..) | Cell::Link(..) => panic!("no roster has {cell:?}"),
    };
    let sheet = |sheet: &Sheet| {
        let headings = sheet.columns.iter().map(|column| Value::text(&column.heading)).collect();
        let rows = sheet.rows.iter().map(|row| row.iter().map(value).collect::<Vec<Value>>());
        let row = |(number, values): (u32, Vec<Value>)| {
            let cells = (0..).zip(values).filter(|(_, value)| *value != Value::Empty);
            let cell = |(column, value)| RawCell { column, value, formula: String::new() };
            RawRow { number, cells: cells.map(cell).collect() }
        };
        let rows = (0..).zip(std::iter::once(headings).chain(rows)).map(row).collect();
        RawSheet { name: sheet.name.clone(), rows, ..RawSheet::default() }
    };
    Book { sheets: sheets.iter().map(sheet).collect() }
}

/// What may stand in a cell and mean what an empty cell does; of a remark the whole row does.
fn means_nothing(text: &str) -> bool {
    let words = ["elke week", "afwezig", "nee", "n", "no", "onwaar", "false"];
    let is_zero = text.parse::<f64>().is_ok_and(|number| number == 0.0);
    is_zero || text.starts_with('#') || words.contains(&text.to_lowercase().as_str())
}

proptest! {
    // The same cases each time.
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(7),
        ..ProptestConfig::with_cases(300)
    })]

    #[test]
    fn garbage_is_reported_or_read(changes in prop::collection::vec(change(0), 1..6)) {
        let book = changed(&changes);
        let (roster, findings) = reading(&book);
        for finding in &findings {
            prop_assert!(finding.cell.is_some() || !finding.field.is_empty(), "{finding:?}");
            for messages in &*MESSAGES {
                let (cause, action) = finding_text(messages, finding);
                prop_assert!(!cause.starts_with("finding-") && !action.starts_with("finding-"));
            }
        }
        if !has_errors(&findings) {
            for messages in &*MESSAGES {
                let again = book_of(&write(&roster, messages));
                let (read, findings) = reading(&again);
                prop_assert!(!has_errors(&findings), "{findings:?}");
                prop_assert_eq!(&read, &roster);
            }
        }
    }

    #[test]
    fn nothing_is_lost_in_silence(change in change(1)) {
        let book = changed(std::slice::from_ref(&change));
        let (roster, findings) = reading(&book);
        if !has_errors(&findings) {
            let empty = changed(&[Change { put: Value::Empty, ..change.clone() }]);
            let (without, findings_without) = reading(&empty);
            let said = change.put == Value::Empty
                || roster != without
                || findings != findings_without
                || means_nothing(&change.put.to_string());
            prop_assert!(said, "{change:?} is neither read nor reported: {findings:?}");
        }
    }

    #[test]
    fn any_bytes_are_no_workbook_or_csv(content in prop::collection::vec(any::<u8>(), 0..400)) {
        let reading = bytes(&content, ".xlsx");
        prop_assert_eq!(reading.findings[0].code.as_str(), "E1002");
        let zip = [b"PK\x03\x04".as_slice(), &content].concat();
        prop_assert_eq!(bytes(&zip, ".xlsx").findings[0].code.as_str(), "E1002");
        let reading = folder(&[("Deelnemers.csv".to_owned(), content)]);
        prop_assert!(!reading.planned && !reading.findings.is_empty());
    }

    #[test]
    fn any_text_is_read_as_csv(text in "[a-z;,\t\"\n\r#='é ]{0,200}") {
        let reading = folder(&[("Deelnemers.csv".to_owned(), text)]);
        prop_assert!(!reading.planned && !reading.findings.is_empty());
    }
}

#[test]
fn workbooks_with_spoilt_parts_never_panic() {
    let good = Work::good().merge("Deelnemers!A8:B9").xlsx();
    let signs = ["<", ">", "\"", "9", "A", "ZZZZZZZ9", "99999999999", "-1", "e", "", "&#0;", "é"];
    for number in 0..200 {
        // Spread over the parts, their places and what is put there.
        let (part, sign) = (number % 7, signs[number % signs.len()]);
        let spoilt = patched(&good, |name, text| {
            let parts = [
                "sheet1.",
                "sheet9.",
                "sheet10.",
                "workbook.",
                "sharedStrings.",
                "styles.",
                "app.",
            ];
            if !name.contains(parts[part]) || text.is_empty() {
                return text;
            }
            let mut at = (number * 7919) % text.len();
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            let end = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
            format!("{}{sign}{}", &text[..at], &text[end..])
        });
        let reading = bytes(&spoilt, ".xlsx");
        assert!(reading.planned || !reading.findings.is_empty(), "number {number}");
    }
}

#[test]
fn spoilt_workbooks_never_panic() {
    let good = Work::good().xlsx();
    for at in (0..good.len()).step_by(good.len() / 150) {
        let mut spoilt = good.clone();
        spoilt[at] ^= 0x55;
        let reading = bytes(&spoilt, ".xlsx");
        assert!(reading.planned || !reading.findings.is_empty(), "byte {at}");
    }
}
