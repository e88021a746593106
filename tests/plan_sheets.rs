//! Plans as sheets, workbooks and CSV files.

mod support;

use std::collections::{BTreeSet, HashMap};
use std::io::Cursor;

use calamine::{Data, DataType, Reader, Xlsx};
use leerteam::check::Report;
use leerteam::formats::plan_sheets;
use leerteam::formats::sheets::{Cell, Sheet, csv_files, unguarded, workbook};
use leerteam::messages::{Language, Messages};
use leerteam::planner::{Cancel, Options, plan};
use leerteam::roster::{Roster, Side};
use leerteam::wire::{read_roster, v1, write_report};
use support::{Draft, Setting};

struct Written {
    plan: v1::Plan,
    roster: Roster,
    sheets: Vec<Sheet>,
}

impl Written {
    fn fixture(name: &str, language: Language) -> Written {
        let path = format!("{}/fixtures/{name}/roster.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("the fixture");
        let wire: v1::Roster = serde_json::from_str(&text).expect("a roster");
        let roster = read_roster(&wire).0.expect("a roster without errors");
        let planned = plan(&roster, &Options::default(), &Cancel::default(), &mut |_| {});
        let messages = Messages::of(language);
        let planned = planned.expect("solver and checker agree");
        let plan = write_report(&roster, &planned.into_report(), &messages);
        let sheets = plan_sheets(&roster, &plan, &messages);
        Written { plan, roster, sheets }
    }

    fn by_hand(setting: &Setting, draft: &Draft) -> Written {
        let roster = setting.roster();
        let plan = draft.plan(&roster);
        let messages = Messages::of(Language::En);
        let report = Report::new(&roster, plan, None).expect("a score that can be counted");
        let plan = write_report(&roster, &report, &messages);
        let sheets = plan_sheets(&roster, &plan, &messages);
        Written { plan, roster, sheets }
    }

    fn sheet(&self, name: &str) -> &Sheet {
        let found = self.sheets.iter().find(|sheet| sheet.name == name);
        found.unwrap_or_else(|| panic!("no sheet {name}"))
    }

    /// The cells under a heading.
    fn column(&self, sheet: &str, heading: &str) -> Vec<Cell> {
        let sheet = self.sheet(sheet);
        let at = sheet.columns.iter().position(|column| column.heading == heading);
        let at = at.unwrap_or_else(|| panic!("no {heading} in {}", sheet.name));
        sheet.rows.iter().map(|row| row[at].clone()).collect()
    }

    fn texts(&self, sheet: &str, heading: &str) -> Vec<String> {
        self.column(sheet, heading).iter().map(text).collect()
    }

    fn sum(&self, sheet: &str, heading: &str) -> i64 {
        self.column(sheet, heading).iter().map(number).sum()
    }

    fn score(&self) -> (i64, i64) {
        let score = self.plan.score.as_ref().expect("a score");
        (score.broken_requirements().into(), score.points().into())
    }
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Date(date) => date.to_string(),
        Cell::Time(clock) => clock.to_string(),
        Cell::Empty => String::new(),
        other => panic!("{other:?} is no text"),
    }
}

/// A whole number; nothing is none.
fn number(cell: &Cell) -> i64 {
    match cell {
        Cell::Number(number) if number.fract() == 0.0 => *number as i64,
        Cell::Empty => 0,
        other => panic!("{other:?} is no whole number"),
    }
}

fn check_sums(written: &Written) {
    let Written { plan, roster, .. } = written;
    let (broken, points) = written.score();
    // The last row is the total of those above it.
    assert_eq!(written.sum("Score", "Points"), 2 * points);
    assert_eq!(written.sum("Score", "Broken requirements"), 2 * broken);
    assert_eq!(written.sum("Broken requirements", "How many"), broken);
    let score = plan.score.as_ref().expect("a score");
    let of_none = score.teams.iter().find(|score| score.team_id.is_empty());
    let (broken_of_none, points_of_none) =
        of_none.map_or((0, 0), |score| (score.broken_requirements(), score.points()));
    assert_eq!(written.sum("Teams", "Points") + i64::from(points_of_none), points);
    assert_eq!(written.sum("Teams", "Broken requirements") + i64::from(broken_of_none), broken);
    let nobody =
        score.people.iter().find(|s| s.participant_id.is_empty() && s.supervisor_id.is_empty());
    let people = written.sum("Participants", "Points") + written.sum("Supervisors", "Points");
    assert_eq!(people + nobody.map_or(0, |score| i64::from(score.points())), points);
    let ids: BTreeSet<String> = written.texts("Participants", "Id").into_iter().collect();
    let expected: BTreeSet<String> = roster.participants.iter().map(|p| p.id.clone()).collect();
    assert_eq!(ids, expected);
    let meetings: usize = plan.teams.iter().map(|team| team.meetings.len()).sum();
    assert_eq!(written.sheet("Meetings").rows.len(), meetings);
    assert_eq!(written.sum("Teams", "Meetings"), meetings as i64);
    let entries = written.sheet("Locations by week").rows.iter().flat_map(|row| &row[2..]);
    let entries: usize = entries.map(|cell| text(cell).lines().count()).sum();
    assert_eq!(entries, meetings);
    let comes = written.sum("Participants", "Comes to");
    assert_eq!(written.sum("Meetings", "Expected"), comes);
    assert_eq!(
        written.sum("Meetings", "Of how many members"),
        comes + written.sum("Participants", "Absent")
    );
    assert_eq!(
        written.sum("Participants", "Meetings that count"),
        written.sum("Meetings", "Of how many members")
    );
    for sheet in written.sheets.iter().filter(|sheet| !sheet.columns.is_empty()) {
        assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()), "{}", sheet.name);
    }
    for mark in written.sheets.iter().flat_map(|sheet| sheet.marks.iter().map(move |m| (sheet, m)))
    {
        let (sheet, mark) = mark;
        assert!(usize::from(mark.column) < sheet.rows[mark.row as usize].len(), "{}", sheet.name);
    }
}

#[test]
fn sums_are_those_of_the_plan() {
    for fixture in ["zwolle", "event", "noa"] {
        let written = Written::fixture(fixture, Language::En);
        check_sums(&written);
        // Each participant has one row, in a team or among those left over.
        assert_eq!(written.sheet("Participants").rows.len(), written.roster.participants.len());
        let left: BTreeSet<String> = written.texts("Left over", "Id").into_iter().collect();
        assert_eq!(left.len(), written.plan.left_over.len(), "{fixture}");
        let overview = &written.sheet("Overview").rows;
        let value = |label: &str| {
            let is_label =
                |row: &&Vec<Cell>| matches!(&row[..], [Cell::Text(of), _] if of == label);
            number(&overview.iter().find(is_label).unwrap_or_else(|| panic!("no {label}"))[1])
        };
        assert_eq!(value("In a team") + value("Left over"), value("Participants"));
        assert_eq!((value("Broken requirements"), value("Points")), written.score());
    }
}

#[test]
fn attendance_is_shown_state_by_state() {
    let setting = Setting::new()
        .participant("p1", "teacher")
        .lesson(chrono::Weekday::Tue, "09:00-16:00", "there")
        .which(|lesson| lesson.window.get_or_insert_default().valid_to = "2026-09-15".into())
        .participant("p2", "teacher")
        .duty(chrono::Weekday::Tue, "09:00-16:00", "here")
        .supervisor("s1", Side::Education);
    let draft = Draft::new().team("red", &["p1", "p2"]).by("s1", Side::Education);
    let written = Written::by_hand(&setting, &draft);
    check_sums(&written);
    assert_eq!(written.texts("Participants", "Id"), ["p1", "p2"]);
    let numbers = |heading| -> Vec<i64> {
        written.column("Participants", heading).iter().map(number).collect()
    };
    assert_eq!(numbers("Meetings that count"), [4, 4]);
    assert_eq!(numbers("Absent"), [2, 0]);
    assert_eq!(numbers("Comes to"), [2, 4]);
    assert_eq!(numbers("On site"), [0, 4]);
    assert_eq!(numbers("Extra trip"), [2, 0]);
    assert_eq!(written.texts("Teams", "Slot"), ["Tuesday 10:00-12:00, every week from 2026-09-08"]);
    assert_eq!(written.texts("Meetings", "Date")[0], "2026-09-08");
    assert_eq!(written.texts("Meetings", "Week")[0], "2026-W37");
    assert_eq!(written.texts("Meetings", "From")[0], "10:00");
    assert_eq!(written.texts("Meetings", "Members who cannot come"), ["p1", "p1", "", ""]);
    assert_eq!(written.texts("Locations by week", "Tuesday")[0], "10:00-12:00 red");
}

#[test]
fn who_is_left_over_has_a_row_with_the_reason() {
    let setting = Setting::new().participants(&["p1", "p2"], "teacher");
    let written = Written::by_hand(&setting, &Draft::new().team("red", &["p2"]));
    check_sums(&written);
    assert_eq!(written.texts("Participants", "Id"), ["p2", "p1"]);
    assert_eq!(written.texts("Participants", "Team"), ["red", "no team"]);
    let reasons = written.texts("Participants", "Why left over");
    assert!(reasons[0].is_empty() && !reasons[1].is_empty(), "{reasons:?}");
    assert_eq!(written.texts("Left over", "Reason"), [reasons[1].clone()]);
}

#[test]
fn every_language_has_names_and_headings_that_fit() {
    for language in Language::ALL {
        let written = Written::fixture("event", language);
        assert_eq!(written.sheets.len(), 10);
        let names: BTreeSet<String> =
            written.sheets.iter().map(|sheet| sheet.name.to_lowercase()).collect();
        assert_eq!(names.len(), 10, "{names:?}");
        for sheet in &written.sheets {
            assert!(sheet.name.chars().count() <= 31 && !sheet.name.contains(['/', ':', '\\']));
            let headings: BTreeSet<&str> =
                sheet.columns.iter().map(|c| c.heading.as_str()).collect();
            assert_eq!(headings.len(), sheet.columns.len(), "{}: {headings:?}", sheet.name);
        }
        // Every link of the overview leads to a sheet.
        let links: Vec<&String> = written.sheets[0]
            .rows
            .iter()
            .filter_map(|row| match row.first() {
                Some(Cell::Link(_, sheet, ..)) => Some(sheet),
                _ => None,
            })
            .collect();
        let others: Vec<&String> = written.sheets[1..].iter().map(|sheet| &sheet.name).collect();
        assert_eq!(links, others);
    }
}

/// The workbook as another library reads it.
fn opened(sheets: &[Sheet]) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(workbook(sheets).expect("a workbook"))).expect("can be opened")
}

#[test]
fn the_workbook_has_what_the_sheets_have() {
    let written = Written::fixture("event", Language::Nl);
    let mut book = opened(&written.sheets);
    for sheet in &written.sheets {
        let range = book.worksheet_range(&sheet.name).expect("the sheet");
        let headings = usize::from(!sheet.columns.is_empty());
        for (row, cells) in (headings..).zip(&sheet.rows) {
            for (column, cell) in cells.iter().enumerate() {
                let found = range.get_value((row as u32, column as u32)).unwrap_or(&Data::Empty);
                match cell {
                    Cell::Empty => assert_eq!(*found, Data::Empty),
                    Cell::Text(text) | Cell::Link(text, ..) => assert_eq!(found, text.as_str()),
                    Cell::Number(number) => assert_eq!(*found, Data::Float(*number)),
                    Cell::Date(_) | Cell::Time(_) => assert!(found.is_datetime(), "{found:?}"),
                    other => panic!("{other:?}"),
                }
            }
        }
    }
}

#[test]
fn names_are_never_formulas() {
    let names =
        ["=1+1", "+31 6 1234", "-2", "@SUM(A1:A9)", "\t=1", "=HYPERLINK(\"http://x\")", "'=1"];
    let ids: Vec<String> = (0..names.len()).map(|at| format!("p{at}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let named: HashMap<&str, &str> = ids.iter().copied().zip(names).collect();
    let setting = Setting::new()
        .participants(&ids, "=cmd|' /C calc'!A0")
        .with(|roster| {
            for participant in &mut roster.participants {
                participant.name = named[participant.id.as_str()].into();
            }
        })
        .env(|environment| environment.team_size.get_or_insert_default().max = 9);
    let written = Written::by_hand(&setting, &Draft::new().team("red", &ids));
    let mut book = opened(&written.sheets);
    for sheet in &written.sheets {
        let formulas = book.worksheet_formula(&sheet.name).expect("the sheet");
        assert_eq!(formulas.used_cells().count(), 0, "{}", sheet.name);
    }
    let range = book.worksheet_range("Participants").expect("the sheet");
    let shown: Vec<String> = range.rows().skip(1).map(|row| row[0].to_string()).collect();
    assert_eq!(shown, names);

    let files = csv_files(&written.sheets);
    for file in &files {
        let text = std::str::from_utf8(&file.content).expect("UTF-8");
        let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(b';')
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        for record in reader.records() {
            for field in &record.expect("a row") {
                let is_number = field.parse::<i64>().is_ok_and(|n| n.to_string() == field);
                let is_formula = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
                assert!(!is_formula || is_number, "{}: {field}", file.path);
            }
        }
    }
    let people = files.iter().find(|file| file.path == "Participants.csv").expect("the file");
    let text = std::str::from_utf8(&people.content).expect("UTF-8").trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let read: Vec<String> =
        reader.records().map(|row| unguarded(&row.expect("a row")[0]).to_owned()).collect();
    assert_eq!(read, names);
}

#[test]
fn a_text_too_long_for_a_cell_is_cut() {
    // A cell counts such a sign twice.
    let name = "𝄞".repeat(30_000);
    let setting = Setting::new().participant("p1", "teacher").who(|p| p.name = name.clone());
    let written = Written::by_hand(&setting, &Draft::new().team("red", &["p1"]));
    let range = opened(&written.sheets).worksheet_range("Participants").expect("the sheet");
    let shown = range.get_value((1, 0)).expect("a name").to_string();
    assert!(shown.ends_with('…') && shown.encode_utf16().count() > 32_000, "{}", shown.len());
    assert!(name.starts_with(shown.trim_end_matches('…')));
}

#[test]
fn who_serves_both_sides_is_away_once() {
    let setting = Setting::new()
        .participant("p1", "teacher")
        .supervisor("s1", Side::Education)
        .away("2026-09-15", "");
    let draft = Draft::new().team("t", &["p1"]).by("s1", Side::Education).by("s1", Side::Practice);
    let written = Written::by_hand(&setting, &draft);
    let away = |meeting: &v1::Meeting| meeting.absent_supervisor_ids.clone();
    let mut away: Vec<Vec<String>> = written.plan.teams[0].meetings.iter().map(away).collect();
    away.retain(|ids| !ids.is_empty());
    assert_eq!(away, [["s1"]]);
}
