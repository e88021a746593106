//! Timetables as lists: one row a lesson.

use leerteam::import::Imported;

use crate::support::{PEOPLE, commitments, expect, file, run_without_supervisors};

const LESSONS: &str = "Klas;Dag;Van;Tot;Weken;Vak\nP2A;ma;9:00;12:00;;Taal\nSW1;di+do;13.00 uur;15.00 uur;even weken;\n";

fn read(lessons: &str, answers: &[&str]) -> Imported {
    run_without_supervisors(&[file("studenten.csv", PEOPLE), file("lessen.csv", lessons)], answers)
}

fn all(imported: &Imported) -> Vec<Vec<String>> {
    imported.roster.cohorts.iter().map(|of| commitments(&of.commitments)).collect()
}

#[test]
fn a_list_of_lessons_is_read_however_it_is_written() {
    // The year 2026 has 53 weeks, so even weeks go on with the other parity.
    let even = |day: &str| {
        [
            format!("lesson {day} 13:00-15:00 every 2+0 ..2027-01-03"),
            format!("lesson {day} 13:00-15:00 every 2+1 2027-01-04.."),
        ]
    };
    let [di, di_later] = even("di");
    let [do_, do_later] = even("do");
    let mut expected =
        vec![vec!["lesson Taal ma 09:00-12:00".to_owned()], vec![di, do_, di_later, do_later]];
    expected[1].sort();
    for (name, lessons) in [
        ("good", LESSONS.to_owned()),
        (
            "English",
            LESSONS
                .replace("Klas;Dag;Van;Tot;Weken;Vak", "Class;Day;From;Until;Weeks;Subject")
                .replace("even weken", "even weeks"),
        ),
        (
            "full names",
            LESSONS.replace(";ma;", ";maandag;").replace("di+do", "dinsdag en donderdag"),
        ),
        ("times in the cell of the day", LESSONS.replace(";ma;9:00;12:00;", ";ma 9:00-12:00;;;")),
        ("times without minutes", LESSONS.replace("9:00;12:00", "9;12")),
    ] {
        let imported = read(&lessons, &[]);
        expect(name, &imported, &[]);
        let mut read = all(&imported);
        read[1].sort();
        assert_eq!(read, expected, "{name}");
    }
}

#[test]
fn what_is_wrong_with_a_lesson_is_found_in_its_cell() {
    for (from, to, found) in [
        (";ma;", ";maa-don;", "E1410 lessen!B2 maa-don"),
        (";ma;", ";mandag;", "E1509 lessen!B2 mandag"),
        (";ma;", ";;", "E1101 lessen!B2"),
        ("9:00;", "negen;", "E1105 lessen!C2 negen"),
        ("9:00;", "9.3;", "E1410 lessen!C2 9.3"),
        ("even weken", "soms", "E1413 lessen!E3 soms"),
        ("even weken", "om de week", "E1414 lessen!E3 om de week"),
        ("P2A;", "P2B;", "E1501 cohorts.P2B.programme"),
        ("P2A;", ";", "E1101 lessen!A2"),
    ] {
        assert!(LESSONS.contains(from), "{from}");
        let imported = read(&LESSONS.replacen(from, to, 1), &[]);
        expect(to, &imported, &[found]);
    }
}

#[test]
fn lessons_can_be_of_a_person_and_have_a_kind() {
    let lessons = "Studentnummer;Soort;Dag;Van;Tot\n1001;dienst;za;7:00;15:00\n";
    let imported = read(lessons, &[]);
    expect("a person", &imported, &[]);
    let ada = &imported.roster.participants[0];
    assert_eq!(commitments(&ada.commitments), ["work za 07:00-15:00"]);
    let imported = read(
        "Studentnummer;Soort;Dag;Van;Tot\n1009;feest;za;7:00;15:00\n1001;feest;za;7:00;15:00\n",
        &[],
    );
    expect("nobody", &imported, &["E1510 lessen!A2 1009", "E1409 lessen!B3 feest"]);
}
