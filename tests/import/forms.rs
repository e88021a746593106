//! Answers of forms by supervisors.

use leerteam::import::Imported;

use crate::support::{FORM, PEOPLE, expect, file, lines, run, window};

const AFTERNOON: &str = "round.dayparts.afternoon=13:00-17:00";
const MORNING: &str = "round.dayparts.morning=9:00-12:00";

fn with(from: &str, to: &str) -> Imported {
    assert!(FORM.contains(from), "{from}");
    let form = FORM.replacen(from, to, 1);
    run(&[file("studenten.csv", PEOPLE), file("antwoorden.csv", form)], &[AFTERNOON, MORNING])
}

fn karin(imported: &Imported) -> Vec<String> {
    imported.roster.supervisors[0].availability.iter().map(window).collect()
}

#[test]
fn choices_of_parts_of_days_are_stretches_of_the_week() {
    let both = vec!["di 13:00-17:00", "do 13:00-17:00"];
    let first = "Dinsdagmiddag, Donderdagmiddag";
    for (text, read) in [
        (first, both.clone()),
        ("\"Dinsdagmiddag; Donderdagmiddag\"", both.clone()),
        ("\"Dinsdagmiddag\nDonderdagmiddag\"", both.clone()),
        ("di middag, do middag", both.clone()),
        ("di+do middag", both.clone()),
        ("DINSDAG MIDDAG, donderdag-middag", both.clone()),
        ("Tuesday afternoon, Thursday afternoon", both.clone()),
        ("di 13:00-17:00, do middag", both.clone()),
        ("\"di 13:00-17:00; do 13.00-17.00 uur\"", both.clone()),
        ("woensdagochtend", vec!["wo 09:00-12:00"]),
        (
            "di 13:00-17:00 even weken",
            vec!["di 13:00-17:00 every 2+0 ..2027-01-03", "di 13:00-17:00 every 2+1 2027-01-04.."],
        ),
        ("geen", vec![]),
        ("", vec![]),
    ] {
        let imported = with(first, text);
        expect(
            text,
            &imported,
            if read.is_empty() { &["W2301 supervisors[0].availability karin-vos"] } else { &[] },
        );
        assert_eq!(karin(&imported), read, "{text}");
    }
}

#[test]
fn answers_that_cannot_be_read_are_found_in_their_cells() {
    let days = "Dinsdagmiddag, Donderdagmiddag";
    for (from, to, found) in [
        (days, "di, do middag", "E1410 antwoorden!E2 di, do middag"),
        (days, "meestal wel", "E1509 antwoorden!E2 meestal wel"),
        (days, "middag", "E1509 antwoorden!E2 middag"),
        (days, "di 17:00-13:00", "E1509 antwoorden!E2 di 17:00-13:00"),
        ("2 uur", "2", "E1410 antwoorden!F2 2"),
        ("2 uur", "genoeg", "E1411 antwoorden!F2 genoeg"),
        ("2 uur", "ca. veel", "E1411 antwoorden!F2 veel"),
        (";onderwijs;", ";beide;", "E1409 antwoorden!D2 beide"),
        (";onderwijs;", ";;", "E1501 sides.\"Karin Vos\""),
        ("Hogeschool A", "Hogeschol A", "E1501 names.organisations.\"Hogeschol A\""),
        ("Karin Vos", "", "E1101 antwoorden!B2"),
        (";2 uur;\n", ";2 uur;pas vanaf oktober\n", "W2804 antwoorden!G2 pas vanaf oktober"),
        ("Joost Wit", "Karin Vos", "E1501 forms.twice"),
    ] {
        let imported = with(from, to);
        assert!(lines(&imported).contains(&found.to_owned()), "{to}: {:?}", lines(&imported));
        assert_eq!(imported.is_whole(), found.starts_with('W'), "{to}");
    }
}

#[test]
fn lengths_of_time_are_read_as_people_write_them() {
    for (text, minutes) in [
        ("2 uur", 120),
        ("2u", 120),
        ("1,5 uur", 90),
        ("ca. 90 minuten", 90),
        ("ongeveer 2 uur", 120),
        ("120", 120),
        ("1:30", 90),
    ] {
        let imported = with("2 uur", text);
        expect(text, &imported, &[]);
        assert_eq!(imported.roster.supervisors[0].minutes_per_week, Some(minutes), "{text}");
    }
}

#[test]
fn hours_of_parts_of_days_are_asked_where_nothing_tells_them() {
    let imported = run(&[file("studenten.csv", PEOPLE), file("antwoorden.csv", FORM)], &[]);
    expect("asked", &imported, &["E1501 round.dayparts.afternoon"]);
    assert_eq!(imported.questions[0].suggestion, "13:00-17:00");
    for answer in ["overdag", "17:00-13:00", "di 13:00-17:00"] {
        let answer = format!("round.dayparts.afternoon={answer}");
        let refused =
            run(&[file("studenten.csv", PEOPLE), file("antwoorden.csv", FORM)], &[&answer]);
        assert!(lines(&refused)[0].starts_with("E1502"), "{answer}");
    }
}

#[test]
fn whoever_answers_twice_counts_once() {
    let twice = FORM.replace("Joost Wit;Zuid;praktijk", "karin vos;Hogeschool A;onderwijs");
    for (answer, minutes) in [("forms.twice=last", 90), ("forms.twice=het eerste", 120)] {
        let files = [file("studenten.csv", PEOPLE), file("antwoorden.csv", &twice)];
        let imported = run(&files, &[AFTERNOON, answer]);
        assert_eq!(imported.roster.supervisors.len(), 1, "{answer}");
        assert_eq!(imported.roster.supervisors[0].minutes_per_week, Some(minutes), "{answer}");
    }
}

#[test]
fn a_grid_of_a_form_has_a_column_for_each_day() {
    let form = "Naam;Kant;Welke dagdelen kunt u? [dinsdag];Welke dagdelen kunt u? [donderdag]\nKarin Vos;onderwijs;Ochtend, Middag;\nJoost Wit;praktijk;;Middag\n";
    let imported =
        run(&[file("studenten.csv", PEOPLE), file("antwoorden.csv", form)], &[AFTERNOON, MORNING]);
    expect("grid", &imported, &[]);
    assert_eq!(karin(&imported), ["di 09:00-12:00", "di 13:00-17:00"]);
}

#[test]
fn a_list_with_organisation_and_institution_has_both() {
    let of = |organisation: &str, institution: &str| {
        let list = format!(
            "Naam;Organisatie;Instelling;Onderwijs of praktijk;Welke dagdelen kun je?;Tijd per week\n\
            Karin Vos;{organisation};{institution};praktijk;di 13:00-17:00;2 uur\n"
        );
        let files = [file("studenten.csv", PEOPLE), file("begeleiders.csv", list)];
        let imported = run(&files, &["teams.education=0"]);
        let karin = &imported.roster.supervisors[0].organisation_ids;
        let side = |id: &String| {
            let all = imported.roster.organisations.iter();
            let of = all.clone().find(|of| of.id == *id).expect("it is there");
            format!("{id} {}", of.side)
        };
        karin.iter().map(side).collect::<Vec<String>>()
    };
    assert_eq!(of("Zuid", "Hogeschool B"), ["zuid 2", "hogeschool-b 1"]);
    assert_eq!(of("Zuid", "Zuid"), ["zuid 2"]);
    assert_eq!(of("Zuid", ""), ["zuid 2"]);
    assert_eq!(of("", "Zorg C"), ["zorg-c 2"], "the column of a list of practice supervisors");
}
