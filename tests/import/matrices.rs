//! Week matrices: rows of people or classes, columns of days and parts of them.

use leerteam::import::Imported;

use crate::support::{
    FORM, MATRIX, PEOPLE, commitments, expect, file, lines, run, run_without_supervisors, window,
};

fn read(matrix: &str, answers: &[&str]) -> Imported {
    run_without_supervisors(&[file("studenten.csv", PEOPLE), file("rooster.csv", matrix)], answers)
}

fn with(from: &str, to: &str) -> Imported {
    assert!(MATRIX.contains(from), "{from}");
    read(&MATRIX.replacen(from, to, 1), &[])
}

fn all(imported: &Imported) -> Vec<Vec<String>> {
    let people = imported.roster.participants.iter().map(|of| commitments(&of.commitments));
    people.chain(imported.roster.cohorts.iter().map(|of| commitments(&of.commitments))).collect()
}

#[test]
fn a_matrix_is_read_however_it_is_laid_out() {
    let good = read(MATRIX, &[]);
    expect("good", &good, &[]);
    let expected = [
        vec!["internship ma 08:30-12:30 @zuid", "internship ma 13:00-17:00 @zuid"],
        vec!["internship ma 08:30-12:30 @zuid"],
        vec![
            "internship ma 13:00-17:00 @noord",
            "internship di 13:00-17:00 @noord",
            "lesson ma 08:30-12:30",
        ],
        vec!["lesson di 08:30-12:30", "lesson di 13:00-17:00"],
        vec![],
    ];
    assert_eq!(all(&good), expected);
    for (name, matrix) in [
        ("small letters", MATRIX.replace(";S", ";s")),
        ("full names of days", MATRIX.replace(";ma;;di;", ";Maandag;;Dinsdag;")),
        (
            "English",
            MATRIX.replace(";ma;;di;", ";Mon;;Tue;").replace("ochtend;middag", "morning;afternoon"),
        ),
        (
            "one row of headings",
            MATRIX.replace(
                ";ma;;di;\n;;ochtend;middag;ochtend;middag",
                ";ma ochtend;ma middag;di ochtend;di middag",
            ),
        ),
        (
            "hours in the headings",
            MATRIX.replace(
                ";;ochtend;middag;ochtend;middag",
                ";;8.30-12.30;13:00-17:00;8:30-12:30;13-17",
            ),
        ),
        (
            "a name only",
            MATRIX
                .replace("Studentnummer;Naam", "Vak;Naam")
                .replace("\n100", "\n;;")
                .replace("\n;;1;", "\n;")
                .replace("\n;;2;", "\n;")
                .replace("\n;;3;", "\n;"),
        ),
        (
            "classes between",
            MATRIX.replace("\n1001", "\nP2A;;;;;\n1001").replace("\n1003", "\nSW1;;;;;\n1003"),
        ),
        ("words in the cells", MATRIX.replace(";S", ";stage").replace(";L", ";les")),
        (
            "a legend below",
            format!(
                "{}\nS = stage;;;;;\nL = les (ochtend 8.30-12.30, middag 13.00-17.00);;;;;\n",
                MATRIX.split_once('\n').expect("a legend").1
            ),
        ),
        (
            "a legend of two columns",
            format!(
                "S;stage\nL;les\nochtend: 8.30-12.30\nmiddag: 13.00-17.00\n{}",
                MATRIX.split_once('\n').expect("a legend").1
            ),
        ),
    ] {
        let imported = read(&matrix, &[]);
        expect(name, &imported, &[]);
        assert_eq!(all(&imported), expected, "{name}");
    }
}

#[test]
fn letters_without_a_legend_are_asked_and_so_are_hours() {
    let bare = MATRIX.split_once('\n').expect("a legend").1;
    let imported = read(bare, &[]);
    expect(
        "asked",
        &imported,
        &[
            "E1501 legend.L",
            "E1501 legend.S",
            "E1501 round.dayparts.morning",
            "E1501 round.dayparts.afternoon",
        ],
    );
    let answers = [
        "legend.L=les",
        "legend.S=internship",
        "round.dayparts.morning=8:30-12:30",
        "round.dayparts.afternoon=13:00-17:00",
    ];
    let imported = read(bare, &answers);
    expect("answered", &imported, &[]);
    assert_eq!(all(&imported), all(&read(MATRIX, &[])));
    let refused = read(bare, &["legend.L=soep", answers[1], answers[2], answers[3]]);
    expect("refused", &refused, &["E1502 legend.L soep"]);
}

#[test]
fn numbers_of_lessons_have_hours_that_are_asked() {
    let matrix = "L = les\nKlas;ma;;di;\n;1;2;1;2\nP2A;L;L;;L\n";
    let imported = read(matrix, &[]);
    expect("asked", &imported, &["E1501 round.dayparts.1", "E1501 round.dayparts.2"]);
    let imported = read(matrix, &["round.dayparts.1=8:30-9:20", "round.dayparts.2=9:20-10:10"]);
    expect("answered", &imported, &[]);
    let class = commitments(&imported.roster.cohorts[0].commitments);
    assert_eq!(class, ["lesson ma 08:30-09:20", "lesson ma 09:20-10:10", "lesson di 09:20-10:10"]);
}

#[test]
fn what_is_wrong_with_a_matrix_is_found_in_its_cell() {
    for (from, to, found) in [
        ("1003;Cas Eik", "1004;Cas Eik", vec!["E1510 rooster!A6 1004"]),
        ("1003;Cas Eik", "1003;Dirk Fok", vec!["E1511 rooster!A6 Dirk Fok"]),
        ("1003;Cas Eik", "01003;Cas Eik", vec!["W2803 rooster!A6 01003"]),
        ("Ada Bos;S", "Ada Bos;S/L", vec!["E1501 legend.\"S/L\""]),
        ("Ada Bos;S", "Ada Bos;stage bij De Linde", vec!["E1508 rooster!C4 stage bij De Linde"]),
        ("1003;Cas Eik;L;S;;S", "Totaal;;2;2;2;3", vec!["W2802 rooster!A6 Totaal"]),
        ("1003;Cas Eik;L;S;;S", "1003;Cas Eik;L;S;;S;x", vec!["W2605 rooster!G6 x"]),
        ("1003;Cas Eik;L;S;;S", ";;L;S;;S", vec!["E1101 rooster!A6"]),
    ] {
        let imported = with(from, to);
        expect(to, &imported, &found);
    }
}

#[test]
fn an_own_name_for_somebody_else_is_found_at_the_number() {
    let imported = with("1003;Cas Eik", "1003;Dirk Fok");
    let message = leerteam::messages::finding_text(
        &leerteam::messages::Messages::of(leerteam::messages::Language::Nl),
        &imported.findings[0],
    );
    assert_eq!(message.0, "Nummer 1003 hoort op de lijst bij “Cas Eik”, en hier staat “Dirk Fok”.");
}

#[test]
fn a_matrix_of_supervisors_says_when_they_can_come() {
    let matrix = "X = beschikbaar (middag 13.00-17.00)\nNaam;di middag;do middag\nKarin Vos;;X\nJoost Wit;X;X\n";
    let imported = run(
        &[file("studenten.csv", PEOPLE), file("antwoorden.csv", FORM), file("kan.csv", matrix)],
        &[],
    );
    expect("available", &imported, &[]);
    let windows: Vec<Vec<String>> = imported
        .roster
        .supervisors
        .iter()
        .map(|of| of.availability.iter().map(window).collect())
        .collect();
    assert_eq!(windows, [vec!["do 13:00-17:00"], vec!["di 13:00-17:00", "do 13:00-17:00"]]);
    let lessons = matrix.replace("X = beschikbaar", "X = les");
    let imported = run(
        &[file("studenten.csv", PEOPLE), file("antwoorden.csv", FORM), file("kan.csv", lessons)],
        &[],
    );
    assert!(
        lines(&imported).iter().all(|line| line.starts_with("E1421")),
        "{:?}",
        lines(&imported)
    );
}

#[test]
fn without_a_list_the_matrix_is_the_list() {
    let matrix = MATRIX.replace("\n1001", "\nP2A;;;;;\n1001").replace("\n1003", "\nSW1;;;;;\n1003");
    let imported = run(
        &[file("rooster.csv", &matrix)],
        &["cohorts.P2A.programme=Pabo", "cohorts.SW1.programme=Social Work"],
    );
    let keys: Vec<&str> = imported.questions.iter().map(|of| of.key.as_str()).collect();
    assert_eq!(
        keys,
        [
            "programmes.Pabo.institution",
            "programmes.\"Social Work\".institution",
            "programmes.\"Social Work\".level"
        ]
    );
    let answers = [
        "cohorts.P2A.programme=Pabo",
        "cohorts.SW1.programme=Social Work",
        "programmes.Pabo.institution=Hogeschool A",
        "programmes.\"Social Work\".institution=Hogeschool A",
    ];
    let imported = run_without_supervisors(&[file("rooster.csv", &matrix)], &answers);
    expect("the list", &imported, &[]);
    let people: Vec<(&str, &str, &str)> = imported
        .roster
        .participants
        .iter()
        .map(|of| (of.id.as_str(), of.cohort_id.as_str(), of.programme_id.as_str()))
        .collect();
    assert_eq!(
        people,
        [("1001", "p2a", "pabo"), ("1002", "p2a", "pabo"), ("1003", "sw1", "social-work")]
    );
}

#[test]
fn a_name_of_two_people_and_hours_of_two_places_are_found() {
    let two = PEOPLE.replace("1002;Ben Dijk", "1002;Ada Bos");
    let by_name = "S = stage\nNaam;ma 9:00-12:00;di 9:00-12:00\nAda Bos;S;\nCas Eik;S;\n";
    let imported =
        run_without_supervisors(&[file("studenten.csv", two), file("rooster.csv", by_name)], &[]);
    expect("a name", &imported, &["E1512 rooster!A3 Ada Bos"]);
    let places = PEOPLE.replace("1002;Ben Dijk", "1001;Ada Bos").replacen(
        "2;Zuid;2026-08-31;2027-02-05",
        "2;Noord;2026-08-31;2026-11-01",
        1,
    );
    let by_name = by_name.replace("Cas Eik;S;\n", "");
    let imported = run_without_supervisors(
        &[file("studenten.csv", places), file("rooster.csv", by_name)],
        &[],
    );
    expect("places", &imported, &["E1513 rooster!A3 1001"]);
}
