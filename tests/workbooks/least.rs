//! What a newcomer fills in for a first plan, and what can be said in one cell in place of a sheet.

use leerteam::formats::roster_sheets::{template, write};
use leerteam::formats::sheets::{Cell, Need, Sheet, workbook};
use leerteam::messages::{Language, Messages};
use leerteam::planner::{Cancel, Options, plan};
use leerteam::wire::{read_roster, v1};

use super::reading::{Reading, bytes, good, read};
use super::work::{Work, part};

/// Rows of a first plan: sheet, headings and a line for each row.
const LEAST: [(&str, &str, &str); 8] = [
    ("Planperiode", "Eerste datum | Laatste datum", "2026-08-31 | 2027-01-29"),
    ("Organisaties", "Naam | Kant", "ROC | onderwijs\nDe Linde | praktijk"),
    ("Locaties", "Naam", "De Linde"),
    (
        "Opleidingen",
        "Naam | Instelling | Niveau | Beroep | Werkveld",
        "Verpleegkunde | ROC | 4 | verpleegkundige | zorg\nMaatschappelijke zorg | ROC | 4 | begeleider | zorg",
    ),
    (
        "Klassen",
        "Naam | Opleiding | Lesdagen",
        "V2A | Verpleegkunde | di 9:00-16:00\nM2A | Maatschappelijke zorg | wo 9:00-16:00",
    ),
    (
        "Deelnemers",
        "Naam | Opleiding | Klas",
        "Ada | Verpleegkunde | V2A\nBen | Verpleegkunde | V2A\nCas | Maatschappelijke zorg | M2A\n\
         Dirk | Maatschappelijke zorg | M2A",
    ),
    (
        "Leerteambegeleiders",
        "Naam | Kant | Kan op",
        "Karin | onderwijs | do 13-17\nJoost | praktijk | do 13-17",
    ),
    (
        "Leeromgevingen",
        "Naam | Locaties | Leden minstens | Leden hoogstens | Minuten per bijeenkomst | Uren | \
         Onderwijs minstens | Praktijk minstens | Toelating: opleidingen",
        "Leerteam | De Linde | 2 | 4 | 90 | di+do 13:00-17:00 | 1 | 1 | Verpleegkunde; Maatschappelijke zorg",
    ),
];

/// The template with these rows filled in, and how many cells that took.
fn filled(rows: &[(&str, &str, &str)]) -> (Vec<Sheet>, usize) {
    let mut sheets = template(&Messages::of(Language::Nl));
    let mut cells = 0;
    for (name, headings, lines) in rows {
        let sheet = sheets.iter_mut().find(|sheet| sheet.name == *name).expect("a sheet");
        let at = |heading: &str| sheet.columns.iter().position(|column| column.heading == heading);
        let at: Vec<usize> = headings
            .split(" | ")
            .map(|heading| at(heading.trim()).unwrap_or_else(|| panic!("{heading}")))
            .collect();
        for line in lines.lines() {
            let mut row = vec![Cell::Empty; sheet.columns.len()];
            for (at, text) in at.iter().zip(line.split('|').map(str::trim)) {
                row[*at] = Cell::text(text);
                cells += usize::from(!text.is_empty());
            }
            sheet.rows.push(row);
        }
    }
    (sheets, cells)
}

fn reading(sheets: &[Sheet]) -> Reading {
    bytes(&workbook(sheets).expect("a workbook"), ".xlsx")
}

#[test]
fn the_least_plan_takes_at_most_sixty_cells_of_the_first_sheets() {
    let (sheets, cells) = filled(&LEAST);
    assert!(cells <= 60, "{cells}");
    let more =
        sheets.iter().position(|sheet| sheet.name == "Meer").expect("the page before the others");
    for (name, ..) in LEAST {
        assert!(sheets[..more].iter().any(|sheet| sheet.name == name), "{name} is among the first");
    }
    let reading = reading(&sheets);
    assert!(reading.planned, "{:?}", reading.lines());
    let roster = read_roster(&reading.roster).0.expect("a roster");
    let planned = plan(&roster, &Options::default(), &Cancel::default(), &mut |_| {});
    let planned = planned.expect("solver and checker agree");
    assert_eq!(planned.assessment.total().broken, 0);
    assert_eq!(planned.plan.teams.iter().map(|team| team.members.len()).sum::<usize>(), 4);
}

#[test]
fn what_a_first_plan_needs_stands_out_and_the_rest_does_not() {
    let (sheets, _) = filled(&LEAST);
    let more = sheets.iter().position(|sheet| sheet.name == "Meer").expect("a page");
    let needs: Vec<Option<Need>> = sheets.iter().map(|sheet| sheet.need).collect();
    assert!(needs[1..more].iter().all(|need| need.is_some_and(|need| need != Need::Optional)));
    assert!(needs[more + 1..].iter().all(|need| *need == Some(Need::Optional)), "{needs:?}");
    for (name, headings, _) in LEAST {
        let sheet = sheets.iter().find(|sheet| sheet.name == name).expect("a sheet");
        let named: Vec<&str> = headings.split(" | ").map(str::trim).collect();
        for column in &sheet.columns {
            let is_named = named.contains(&column.heading.as_str());
            // Nothing that is required is left out of the least plan, and nothing in it is by the way.
            assert!(is_named || column.need != Need::Required, "{name}: {}", column.heading);
            assert!(!is_named || column.need != Need::Optional, "{name}: {}", column.heading);
        }
    }
    let file = workbook(&sheets).expect("a workbook");
    let tab = |number: usize| part(&file, &format!("xl/worksheets/sheet{number}.xml"));
    for (number, colour) in [(2, "FFB4531F"), (3, "FF1F4E5F"), (sheets.len(), "FF7A7F85")] {
        let xml = tab(number).expect("a sheet");
        assert!(xml.contains(&format!("<tabColor rgb=\"{colour}\"/>")), "{number}");
    }
}

#[test]
fn one_cell_says_what_rows_of_another_sheet_do() {
    let with = |heading: &str, text: &str| {
        let work = Work::good();
        let column =
            if heading == "Lesdagen" { ("Klassen", "E", "2") } else { ("Deelnemers", "H", "3") };
        work.set(&format!("{}!{}1", column.0, column.1), heading)
            .set(&format!("{}!{}{}", column.0, column.1, column.2), text)
    };
    let lessons = read(&with("Lesdagen", "vr 9:00-12:00; vr 13.00-15.00 uur"));
    let own = &lessons.roster.cohorts[0].commitments;
    let before = good().cohorts[0].commitments.len();
    assert_eq!(own.len(), before + 2);
    assert!(own.iter().any(|of| of.kind == i32::from(v1::CommitmentKind::Lesson)
        && of.window.as_ref().is_some_and(|window| window.start_time == "13:00")));
    let days = with("Stagedagen", "ma 8:00-12:00")
        .set("Deelnemers!I1", "Stageplaats")
        .set("Deelnemers!I3", "zuid");
    let internship = read(&days);
    let added =
        internship.roster.participants[1].commitments.iter().find(|of| of.location_id == "zuid");
    assert_eq!(added.map(|of| of.kind), Some(i32::from(v1::CommitmentKind::Internship)));
    let can = Work::good()
        .set("Leerteambegeleiders!F1", "Kan op")
        .set("Leerteambegeleiders!F2", "vr 9:00-12:00");
    assert_eq!(
        read(&can).roster.supervisors[0].availability.len(),
        good().supervisors[0].availability.len() + 1
    );
    // Written, they are rows of those sheets.
    let messages = Messages::of(Language::Nl);
    let written = workbook(&write(&internship.roster, &messages)).expect("a workbook");
    assert_eq!(bytes(&written, ".xlsx").roster, internship.roster);
}

#[test]
fn what_is_wrong_with_such_a_cell_is_found_in_it() {
    for (days, place, found) in [
        ("ma", "", "E1412 Deelnemers!H3 ma"),
        ("maandag ochtend", "", "E1412 Deelnemers!H3 maandag ochtend"),
        ("ma 12:00-8:00", "", "E1106 Deelnemers!H3 ma 12:00-8:00"),
        ("di-do 9:00-12:00", "", "E1410 Deelnemers!H3 di-do 9:00-12:00"),
        ("ma 8:00-12:00", "west", "E1103 Deelnemers!I3 west"),
        ("ma+di 8:00-12:00", "west", "E1103 Deelnemers!I3 west"),
        ("", "zuid", "E1101 Deelnemers!H3"),
    ] {
        let work = Work::good()
            .set("Deelnemers!H1", "Stagedagen")
            .set("Deelnemers!I1", "Stageplaats")
            .set("Deelnemers!H3", days)
            .set("Deelnemers!I3", place);
        assert_eq!(read(&work).lines(), [found], "{days} at {place}");
    }
}
