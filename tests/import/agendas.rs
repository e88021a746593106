//! Timetables as five makers export them (after their documented forms; all made up), and calendars that are spoilt.

use leerteam::import::{Imported, Source};

use crate::support::{FORM, PEOPLE, commitments, expect, file, lines, run};

fn agenda(name: &str) -> Source {
    let path = format!("{}/tests/cases/agendas/{name}", env!("CARGO_MANIFEST_DIR"));
    file(name, std::fs::read(path).expect("a calendar"))
}

/// An import of a calendar beside the people it is of.
fn with_people(agenda: Source, answers: &[&str]) -> Imported {
    run(
        &[
            file("studenten.csv", PEOPLE),
            file("antwoorden.csv", FORM),
            answers_of_dayparts(),
            agenda,
        ],
        answers,
    )
}

/// A legend, so that parts of days need no question.
fn answers_of_dayparts() -> Source {
    file("rooster.csv", "middag 13:00-17:00;;\nStudentnummer;ma middag;di middag\n1001;;\n")
}

fn class(imported: &Imported, id: &str) -> Vec<String> {
    let class = imported.roster.cohorts.iter().find(|class| class.id == id).expect("the class");
    commitments(&class.commitments)
}

#[test]
fn mytimetable_tells_even_weeks_by_separate_events() {
    let imported = with_people(agenda("mytimetable-sw1.ics"), &[]);
    expect("mytimetable", &imported, &[]);
    assert_eq!(
        class(&imported, "sw1"),
        [
            "lesson Excursie vr 10:00-12:00 2026-11-06..2026-11-06",
            "lesson Methodiek, deel 1 ma 09:00-10:30 every 2+0 2026-08-31..2026-10-12",
            "lesson Werkgroep met een lange titel die over het einde van de regel heen loopt di 13:00-15:00 2026-09-01..2026-09-08",
            "lesson Werkgroep met een lange titel die over het einde van de regel heen loopt di 13:00-15:00 2026-09-22..2026-09-22",
        ]
    );
}

#[test]
fn xedule_tells_utc_which_the_change_of_the_clock_does_not_break() {
    let imported = with_people(agenda("xedule P2A.ics"), &[]);
    expect("xedule", &imported, &["W2805 xedule P2A.ics 1"]);
    assert_eq!(
        class(&imported, "p2a"),
        [
            "internship Stage terugkomdag vr 09:00-17:00 2026-11-20..2026-11-20 @zuid",
            "lesson Taal do 09:00-12:00 2026-10-15..2026-11-12",
        ]
    );
}

#[test]
fn untis_tells_rules_with_dates_taken_out_and_added() {
    let imported = with_people(agenda("untis-p2a.ics"), &[]);
    expect("untis", &imported, &[]);
    assert_eq!(
        class(&imported, "p2a"),
        [
            "lesson NED P2A wo 10:10-11:50 2026-09-02..2026-09-09",
            "lesson NED P2A vr 10:10-11:50 2026-09-04..2026-09-11",
            "lesson REK P2A ma 08:30-10:10 every 2+1 2026-09-07..2026-10-05",
            "lesson REK P2A ma 08:30-10:10 every 2+1 2026-11-02..2026-11-30",
            "lesson REK P2A di 08:30-10:10 2026-10-20..2026-10-20",
        ]
    );
}

#[test]
fn outlook_of_a_supervisor_takes_time_away_and_tells_nobody_why() {
    let imported = with_people(agenda("outlook.ics"), &[]);
    expect("outlook", &imported, &["W2805 outlook.ics 1"]);
    let karin =
        imported.roster.supervisors.iter().find(|of| of.name == "Karin Vos").expect("Karin");
    let absences: Vec<String> = karin
        .absences
        .iter()
        .map(|of| format!("{}..{} {}-{}", of.first_date, of.last_date, of.start_time, of.end_time))
        .collect();
    assert_eq!(
        absences,
        [
            "2026-11-12..2026-11-12 00:00-24:00",
            "2026-09-01..2026-09-01 13:00-14:00",
            "2026-09-08..2026-09-08 13:00-14:00",
            "2026-09-15..2026-09-15 15:00-16:00",
            "2026-09-29..2026-09-29 13:00-14:00",
            "2026-10-06..2026-10-06 13:00-14:00",
            "2026-10-13..2026-10-13 13:00-14:00",
            "2026-10-20..2026-10-20 13:00-14:00",
            "2026-10-27..2026-10-27 13:00-14:00",
            "2026-11-03..2026-11-03 13:00-14:00",
        ]
    );
    let everything =
        format!("{:?}{:?}{}", imported.roster, imported.files, imported.mapping.to_toml());
    for title in ["Ziekenhuis", "Teamoverleg", "Ergens"] {
        assert!(!everything.contains(title), "{title} is nobody’s business");
    }
}

#[test]
fn google_tells_changed_dates_holidays_and_nights() {
    let imported = with_people(agenda("google-sw1.ics"), &["round.holidays=ja"]);
    expect("google", &imported, &["W2805 google-sw1.ics 1"]);
    assert_eq!(
        class(&imported, "sw1"),
        [
            "lesson do 00:00-01:00 2026-12-03..2026-12-03",
            "lesson wo 20:00-24:00 2026-12-02..2026-12-02",
            "lesson Lesdag ma 10:00-12:00 2026-08-31..2026-09-28",
            "lesson Lesdag wo 10:00-12:00 2026-09-02..2026-09-02",
            "lesson Lesdag wo 10:00-12:00 2026-09-23..2026-09-30",
            "lesson Lesdag wo 14:00-16:00 2026-09-09..2026-09-09",
        ]
    );
    let closures = &imported.roster.period.as_ref().expect("a period").closures;
    let closure = (closures[0].first_date.as_str(), closures[0].last_date.as_str());
    assert_eq!((closure, closures.len()), (("2026-10-12", "2026-10-16"), 1));
    let asked = with_people(agenda("google-sw1.ics"), &[]);
    assert_eq!(asked.questions[0].key, "round.holidays");
}

/// A calendar of class SW1 with one event.
fn event(lines: &str) -> Source {
    let event = format!(
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n"
    );
    file("sw1.ics", event)
}

#[test]
fn an_event_is_read_in_every_form_of_the_standard_or_found() {
    let start = "DTSTART;TZID=Europe/Amsterdam:20260831T090000";
    let once = "lesson ma 09:00-10:00 2026-08-31..2026-08-31";
    let four = "lesson ma 09:00-10:00 2026-08-31..2026-09-21";
    for (name, text, read, found) in [
        (
            "with an end",
            format!("{start}\nDTEND;TZID=Europe/Amsterdam:20260831T100000"),
            vec![once],
            vec![],
        ),
        ("with a duration", format!("{start}\nDURATION:PT1H"), vec![once], vec![]),
        ("with a duration in seconds", format!("{start}\nDURATION:PT3600S"), vec![once], vec![]),
        ("in UTC", "DTSTART:20260831T070000Z\nDURATION:PT1H".to_owned(), vec![once], vec![]),
        ("without a zone", "DTSTART:20260831T090000\nDURATION:PT1H".to_owned(), vec![once], vec![]),
        (
            "in a zone of Windows",
            "DTSTART;TZID=Romance Standard Time:20260831T090000\nDURATION:PT1H".to_owned(),
            vec![once],
            vec![],
        ),
        (
            "in a zone with a path",
            "DTSTART;TZID=/x.org/Europe/Amsterdam:20260831T090000\nDURATION:PT1H".to_owned(),
            vec![once],
            vec![],
        ),
        (
            "in a zone of elsewhere",
            "DTSTART;TZID=America/New_York:20260831T030000\nDURATION:PT1H".to_owned(),
            vec![once],
            vec![],
        ),
        (
            "four weeks",
            format!("{start}\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4"),
            vec![four],
            vec![],
        ),
        (
            "until a date",
            format!("{start}\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20260921"),
            vec![four],
            vec![],
        ),
        (
            "until a moment",
            format!("{start}\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20260921T070000Z"),
            vec![four],
            vec![],
        ),
        (
            "until before a moment",
            format!("{start}\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20260928T065959Z"),
            vec![four],
            vec![],
        ),
        (
            "by dates alone",
            format!(
                "{start}\nDURATION:PT1H\nRDATE:20260907T070000Z,20260914T070000Z\nRDATE;VALUE=DATE:20260921"
            ),
            vec![four],
            vec![],
        ),
        (
            "without a date by its day",
            format!(
                "{start}\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=5\nEXDATE;VALUE=DATE:20260928"
            ),
            vec![four],
            vec![],
        ),
        (
            "every day",
            format!("{start}\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2"),
            vec![once, "lesson di 09:00-10:00 2026-09-01..2026-09-01"],
            vec![],
        ),
        ("with no length", start.to_owned(), vec![], vec![]),
        (
            "cancelled",
            format!("{start}\nDURATION:PT1H\nSTATUS:CANCELLED"),
            vec![],
            vec!["W2805 sw1.ics 1"],
        ),
        ("before the period", "DTSTART:20260101T070000Z\nDURATION:PT1H".to_owned(), vec![], vec![]),
        (
            "from before the period on",
            "DTSTART:20200907T070000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20260907T070000Z"
                .to_owned(),
            vec!["lesson ma 09:00-10:00 2026-08-31..2026-09-07"],
            vec![],
        ),
        (
            "monthly",
            format!("{start}\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;COUNT=2;BYDAY=5MO"),
            vec![once, "lesson ma 09:00-10:00 2026-11-30..2026-11-30"],
            vec![],
        ),
        ("without a start", "DURATION:PT1H".to_owned(), vec![], vec!["E1514 sw1.ics DTSTART"]),
        (
            "with a start that is none",
            "DTSTART:31-8-2026 9:00\nDURATION:PT1H".to_owned(),
            vec![],
            vec!["E1514 sw1.ics 31-8-2026 9:00"],
        ),
        (
            "with a day that is none",
            "DTSTART:20260231T090000\nDURATION:PT1H".to_owned(),
            vec![],
            vec!["E1514 sw1.ics 20260231T090000"],
        ),
        (
            "that ends before it starts",
            format!("{start}\nDTEND;TZID=Europe/Amsterdam:20260831T080000"),
            vec![],
            vec!["E1514 sw1.ics 20260831T080000"],
        ),
        (
            "with a duration that is none",
            format!("{start}\nDURATION:een uur"),
            vec![],
            vec!["E1514 sw1.ics een uur"],
        ),
        (
            "with a rule that is none",
            format!("{start}\nDURATION:PT1H\nRRULE:FREQ=SOMETIMES"),
            vec![],
            vec!["E1514 sw1.ics FREQ=SOMETIMES"],
        ),
        (
            "with a rule of no weeks",
            format!("{start}\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;INTERVAL=0"),
            vec![],
            vec!["E1514 sw1.ics FREQ=WEEKLY;INTERVAL=0"],
        ),
        (
            "with a rule without end every second",
            format!("{start}\nDURATION:PT1H\nRRULE:FREQ=SECONDLY"),
            vec![],
            vec!["E1514 sw1.ics FREQ=SECONDLY"],
        ),
        (
            "with an exception that is none",
            format!("{start}\nDURATION:PT1H\nEXDATE:gisteren"),
            vec![],
            vec!["E1514 sw1.ics gisteren"],
        ),
    ] {
        let imported = with_people(event(&text), &[]);
        expect(name, &imported, &found);
        assert_eq!(class(&imported, "sw1"), read, "{name}");
    }
}

#[test]
fn a_zone_that_nobody_knows_is_asked_about() {
    let unknown = || event("DTSTART;TZID=Customized Time Zone:20260831T090000\nDURATION:PT1H");
    let asked = with_people(unknown(), &[]);
    expect("asked", &asked, &["E1501 zones.\"Customized Time Zone\""]);
    assert_eq!(asked.questions[0].suggestion, "Europe/Amsterdam");
    let answered = with_people(unknown(), &["zones.\"Customized Time Zone\"=Europe/Amsterdam"]);
    assert_eq!(class(&answered, "sw1"), ["lesson ma 09:00-10:00 2026-08-31..2026-08-31"]);
    let refused = with_people(unknown(), &["zones.\"Customized Time Zone\"=Amsterdam"]);
    expect("refused", &refused, &["E1502 zones.\"Customized Time Zone\" Amsterdam"]);
}

#[test]
fn whose_calendar_it_is_is_known_by_its_name_or_asked() {
    let lesson = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260831T070000Z\nDURATION:PT1H\nSUMMARY:Geheim\nEND:VEVENT\nEND:VCALENDAR\n";
    for name in ["SW1.ics", "rooster-sw1.ics", "Rooster SW1 (najaar).ics"] {
        let imported = with_people(file(name, lesson), &[]);
        assert_eq!(class(&imported, "sw1").len(), 1, "{name}");
    }
    let asked = with_people(file("kalender.ics", lesson), &[]);
    expect("asked", &asked, &["E1501 calendars.kalender"]);
    let answers: Vec<&str> =
        asked.questions[0].choices.iter().map(|choice| choice.answer.as_str()).collect();
    assert_eq!(answers, ["p2a", "sw1", "karin-vos", "joost-wit", "nothing"]);
    let person = with_people(file("kalender.ics", lesson), &["calendars.kalender=Ada Bos"]);
    let ada = &person.roster.participants[0];
    assert_eq!(commitments(&ada.commitments), ["other ma 09:00-10:00 2026-08-31..2026-08-31"]);
    let refused = with_people(file("kalender.ics", lesson), &["calendars.kalender=Niemand"]);
    assert_eq!(lines(&refused), ["E1502 calendars.kalender Niemand"]);
    let nothing = with_people(file("kalender.ics", lesson), &["calendars.kalender=nothing"]);
    assert!(nothing.is_whole());
}

#[test]
fn what_is_no_calendar_though_it_begins_like_one_is_found() {
    for text in [
        "BEGIN:VCALENDAR",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n",
        "BEGIN:VCALENDAR\nEND:VEVENT\n",
    ] {
        let imported = with_people(file("sw1.ics", text), &[]);
        expect(text, &imported, &["E1505 sw1.ics not an iCalendar file"]);
    }
    let empty = with_people(file("sw1.ics", "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n"), &[]);
    expect("empty", &empty, &[]);
}
