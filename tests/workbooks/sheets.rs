//! Sheets that are missing, misspelt, there twice, or of no use.

use leerteam::wire::v1;

use super::reading::{Case, check, check_readings, read};
use super::work::Work;

pub fn cases() -> Vec<Case<'static>> {
    let good = Work::good;
    let renamed = |from: &str, to: &str| good().with(from, |page| page.name = to.into());
    vec![
        ("nothing wrong", good(), &[]),
        (
            "without a period",
            good().without("Planperiode"),
            &["E1401 Planperiode Planperiode", "E1415 Verplichtingen!G3 even weken"],
        ),
        (
            "without environments",
            good().without("Leeromgevingen"),
            &["E1401 Leeromgevingen Leeromgevingen"],
        ),
        ("without participants", good().without("Deelnemers"), &["E1401 Deelnemers Deelnemers"]),
        (
            "without organisations",
            good().without("Organisaties"),
            &[
                "W2601 Organisaties Organisaties",
                "E1103 Locaties!C2 school",
                "E1103 Opleidingen!C2 college",
                "E1103 Leerteambegeleiders!D2 college",
            ],
        ),
        (
            "without locations",
            good().without("Locaties"),
            &[
                "W2601 Locaties Locaties",
                "E1103 Sluitingen!D3 noord",
                "E1103 Sluitingen!D3 zuid",
                "E1103 Ruimtes!A2 noord",
                "E1103 Reistijden!A2 noord",
                "E1103 Reistijden!B2 zuid",
                "E1103 Leeromgevingen!C2 noord",
                "E1103 Verplichtingen!I3 noord",
            ],
        ),
        ("a sheet misspelt", renamed("Deelnemers", "Deelnmers"), &["E1403 Deelnmers Deelnmers"]),
        (
            "a sheet that may be left out misspelt",
            renamed("Klassen", "Klasen"),
            &["E1403 Klasen Klasen"],
        ),
        (
            "a sheet in two languages",
            good().sheet("Participants", "Id | Name\ns4 | Dirk"),
            &["E1402 Participants Participants"],
        ),
        (
            "a second sheet without rows of data",
            good().sheet("Participants", "Id | Name\n# s4 | Dirk"),
            &[],
        ),
        (
            "names of sheets in English",
            {
                let page = |work: Work, from: &str, to: &str| {
                    work.with(from, |page| page.name = to.into())
                };
                let work = page(good(), "Deelnemers", "participants");
                page(page(work, "Opleidingen", "PROGRAMMES "), "Planperiode", "Planning period")
            },
            &[],
        ),
        (
            "sheets in another order",
            {
                let mut work = good();
                work.pages.reverse();
                work
            },
            &[],
        ),
        (
            "a sheet of somebody's own",
            good().sheet("Notities", "Nog bellen | met school"),
            &["W2602 Notities Notities"],
        ),
        (
            "a sheet with nearly the name of one that is there",
            good().sheet("Deelnemers oud", "Id\ns9"),
            &["W2602 Deelnemers oud Deelnemers oud"],
        ),
        ("an empty sheet of somebody's own", good().sheet("Blad1", ""), &[]),
        (
            "the instructions, and findings of an earlier time",
            good()
                .sheet("Uitleg", "Hoe u deze werkmap invult")
                .sheet("Findings", "Severity\nerror"),
            &[],
        ),
        (
            "without headings",
            good().with("Deelnemers", |page| drop(page.rows.remove(0))),
            &["E1422 Deelnemers Deelnemers"],
        ),
        (
            "without headings, and named elsewhere",
            good().with("Organisaties", |page| drop(page.rows.remove(0))),
            &["E1422 Organisaties Organisaties"],
        ),
        (
            "a required sheet without rows",
            good().with("Planperiode", |page| page.rows.truncate(1)),
            &["E1101 Planperiode", "E1415 Verplichtingen!G3 even weken"],
        ),
        (
            "nothing at all",
            Work::empty(),
            &[
                "E1401 Planperiode Planperiode",
                "W2601 Organisaties Organisaties",
                "W2601 Locaties Locaties",
                "W2601 Opleidingen Opleidingen",
                "E1401 Leeromgevingen Leeromgevingen",
                "E1401 Deelnemers Deelnemers",
                "W2601 Verplichtingen Verplichtingen",
                "W2601 Leerteambegeleiders Leerteambegeleiders",
                "W2601 Beschikbaarheid Beschikbaarheid",
            ],
        ),
    ]
}

#[test]
fn sheets_are_found_or_missed() {
    check(&cases());
}

#[test]
fn sheets_that_may_be_left_out_are_empty() {
    let none: &[&str] = &[];
    check_readings(&[
        ("closures", Work::good().without("Sluitingen"), none, |roster| {
            roster.period.get_or_insert_default().closures.clear();
        }),
        ("rooms", Work::good().without("Ruimtes"), none, |roster| {
            roster.locations.iter_mut().for_each(|location| location.rooms.clear());
        }),
        ("travel", Work::good().without("Reistijden"), none, |roster| roster.travel = None),
        ("wishes", Work::good().without("Wensen"), none, |roster| roster.wishes.clear()),
        ("rules", Work::good().without("Regels"), none, |roster| roster.rules.clear()),
        ("pins", Work::good().without("Vastgezet"), none, |roster| {
            roster.participants[2].pins = None;
        }),
    ]);
}

#[test]
fn nobody_to_plan_is_a_finding_of_the_sheet() {
    let work = Work::good().without("Verplichtingen").without("Wensen").without("Vastgezet");
    let work = work.without("Afwezigheid").with("Deelnemers", |page| page.rows.truncate(1));
    let lines = ["W2601 Verplichtingen Verplichtingen", "E1303 Deelnemers"];
    assert_eq!(read(&work).lines(), lines);
}

#[test]
fn the_good_workbook_is_the_roster_that_it_looks_like() {
    let reading = read(&Work::good());
    assert!(reading.planned);
    let roster = reading.roster;
    let period = roster.period.as_ref().expect("a period");
    assert_eq!((period.first_date.as_str(), period.closures.len()), ("2026-09-07", 2));
    assert_eq!(period.closures[1].location_ids, ["noord", "zuid"]);
    assert_eq!(roster.locations[0].openings.len(), 5);
    let lesson = &roster.cohorts[0].commitments[0];
    assert_eq!((lesson.kind(), lesson.id.as_str()), (v1::CommitmentKind::Lesson, "lesdag"));
    let s1 = &roster.participants[0];
    let ids: Vec<&str> = s1.commitments.iter().map(|c| c.id.as_str()).collect();
    assert_eq!(ids, ["stage-1", "stage-2"]);
    let window = s1.commitments[1].window.as_ref().expect("a window");
    // The first date is in week 37, an odd one.
    assert_eq!(window.weeks, Some(v1::WeekPattern { every: 2, offset: 1 }));
    let attribute = s1.attributes["taal"].value.clone();
    assert_eq!(attribute, Some(v1::attribute_value::Value::Text("Nederlands".into())));
    assert_eq!(roster.participants[2].exceptions[0].commitment_ids, ["lesdag"]);
    assert_eq!(roster.participants[2].pins.as_ref().map(|pins| pins.never.len()), Some(1));
    assert_eq!(roster.supervisors[0].absences[0].end_time, "17:00");
    assert_eq!(roster.environments[0].supervision[0].side(), v1::Side::Education);
    assert_eq!(roster.rules[0].parameters["at-least"], 2);
}
