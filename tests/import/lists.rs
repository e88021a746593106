//! Lists of participants: each case spoils or rewrites a good one in one place, and is read as that one is or has exactly
//! these findings.

use leerteam::wire::v1;

use crate::support::{PEOPLE, commitments, expect, file, run_without_supervisors as run};

/// The good list with one text in place of another.
fn with(from: &str, to: &str) -> String {
    assert!(PEOPLE.contains(from), "{from}");
    PEOPLE.replace(from, to)
}

/// Who is where, in a few words.
fn people(roster: &v1::Roster) -> Vec<String> {
    let person = |of: &v1::Participant| {
        let periods =
            of.internship_periods.iter().map(|of| format!(" {}..{}", of.first_date, of.last_date));
        format!(
            "{} {} {} {} {}{}",
            of.id,
            of.name,
            of.programme_id,
            of.cohort_id,
            of.study_year,
            periods.collect::<String>()
        )
    };
    roster.participants.iter().map(person).collect()
}

const GOOD: [&str; 3] = [
    "1001 Ada Bos pabo p2a 2 2026-08-31..2027-02-05",
    "1002 Ben Dijk pabo p2a 2 2026-08-31..2027-02-05",
    "1003 Cas Eik social-work sw1 1 2026-08-31..2027-02-05",
];

#[test]
fn a_good_list_is_read_without_questions() {
    let imported = run(&[file("studenten.csv", PEOPLE)], &[]);
    expect("good", &imported, &[]);
    assert_eq!(people(&imported.roster), GOOD);
    let places: Vec<&str> = imported.roster.locations.iter().map(|of| of.id.as_str()).collect();
    assert_eq!(places, ["zuid", "noord"]);
    let organisations: Vec<(&str, i32)> =
        imported.roster.organisations.iter().map(|of| (of.id.as_str(), of.side)).collect();
    assert_eq!(organisations, [("hogeschool-a", 1), ("zuid", 2), ("noord", 2)]);
}

#[test]
fn what_a_list_does_not_tell_is_still_needed() {
    let imported = run(&[file("studenten.csv", PEOPLE)], &[]);
    assert!(imported.findings.iter().any(|finding| finding.code.as_str() == "W2204"));
    let needs: Vec<&str> = imported.needs.iter().map(|need| need.text.as_str()).collect();
    assert_eq!(
        needs,
        [
            "Van 3 deelnemers zijn geen lessen bekend: lever het lesrooster van de klas aan.",
            "Van 3 deelnemers zijn geen stagedagen bekend.",
            "Er zijn geen vakanties: zet ze op het blad Sluitingen.",
            "Van 2 locaties is de wijk niet bekend: tussen locaties zonder wijk wordt op 30 minuten reizen gerekend.",
            "Van 2 locaties zijn geen ruimtes bekend: er passen dan zoveel leerteams tegelijk als nodig is.",
        ]
    );
}

#[test]
fn lists_are_read_however_they_are_written() {
    let head =
        "Studentnummer;Naam;Instelling;Opleiding;Klas;Leerjaar;Stageplaats;Begindatum;Einddatum";
    let headed = |new: &str| with(head, new);
    let utf16: Vec<u8> =
        format!("\u{feff}{PEOPLE}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, content) in [
        ("commas", PEOPLE.replace(';', ",").into_bytes()),
        ("tabs", PEOPLE.replace(';', "\t").into_bytes()),
        ("bars", PEOPLE.replace(';', "|").into_bytes()),
        ("stated", format!("sep=;\n{PEOPLE}").into_bytes()),
        ("windows lines", PEOPLE.replace('\n', "\r\n").into_bytes()),
        ("a mark", format!("\u{feff}{PEOPLE}").into_bytes()),
        ("UTF-16", utf16),
        ("a title", format!("Studenten najaar 2026\n\n{PEOPLE}").into_bytes()),
        ("quotes", with("Ada Bos", "\"Ada Bos\"").into_bytes()),
        ("empty rows", PEOPLE.replace("\n1002", "\n;;;;;;;;\n\n1002").into_bytes()),
        ("spaces", with("1002;Ben Dijk", " 1002 ; Ben Dijk ").into_bytes()),
        ("capitals", headed(&head.to_uppercase()).into_bytes()),
        ("other words", headed("Leerlingnr;Volledige naam;School;Studie;Groep;Studiejaar;BPV-plaats;BPV begindatum;BPV einddatum").into_bytes()),
        ("English", headed("Student number;Full name;Institution;Programme;Class;Study year;Placement;Start date;End date").into_bytes()),
        ("brackets", headed("Studentnummer (7 cijfers);Naam;Instelling;Opleiding;Klas;Leerjaar;Stageplaats;Begindatum (dd-mm-jjjj);Einddatum").into_bytes()),
        ("Dutch dates", PEOPLE.replace("2026-08-31", "31-08-2026").replace("2027-02-05", "5 februari 2027").into_bytes()),
        ("dates with midnight", PEOPLE.replace("2026-08-31", "31-08-2026 00:00:00").into_bytes()),
        ("years in words", PEOPLE.replace(";2;", ";2e jaar;").replace(";1;", ";jaar 1;").into_bytes()),
        ("a mail column", PEOPLE.replace('\n', ";a@b.nl\n").replacen("a@b.nl", "E-mail", 1).into_bytes()),
        ("places in capitals", with("1002;Ben Dijk;Hogeschool A;Pabo;P2A;2;Zuid", "1002;Ben Dijk;HOGESCHOOL A;PABO;p2a;2;ZUID").into_bytes()),
        ("a row twice as wide", PEOPLE.replace("2027-02-05\n1002", "2027-02-05;;;;\n1002").into_bytes()),
    ] {
        let imported = run(&[file("studenten.csv", content)], &[]);
        expect(name, &imported, &[]);
        assert_eq!(people(&imported.roster), GOOD, "{name}");
    }
}

#[test]
fn names_are_put_together_and_ids_made() {
    let list = "Roepnaam;Tussenvoegsel;Achternaam;Opleiding;School\nNoor;van der;Berg;Pabo;Hogeschool A\nYara;;D'Souza;Pabo;Hogeschool A\nYara;;D'Souza;Pabo;Hogeschool B\n";
    let imported = run(&[file("x.csv", list)], &[]);
    expect("names", &imported, &["E1102 x!A4 Yara D'Souza"]);
    let names: Vec<(&str, &str)> =
        imported.roster.participants.iter().map(|of| (of.id.as_str(), of.name.as_str())).collect();
    assert_eq!(
        names,
        [("noor-van-der-berg", "Noor van der Berg"), ("yara-d-souza", "Yara D'Souza")]
    );
}

#[test]
fn what_is_wrong_with_a_list_is_found_in_its_cell() {
    for (name, content, found) in [
        ("two with one number", with("1002;Ben", "1001;Ben"), vec!["E1102 studenten!A3 1001"]),
        (
            "one person twice",
            with("1002;Ben Dijk", "1001;Ada Bos")
                .replace(";2026-08-31;2027-02-05\n1003", ";;\n1003"),
            vec!["E1102 studenten!A3 1001"],
        ),
        (
            "a date that is none",
            with(
                "1001;Ada Bos;Hogeschool A;Pabo;P2A;2;Zuid;2026-08-31",
                "1001;Ada Bos;Hogeschool A;Pabo;P2A;2;Zuid;eind augustus",
            ),
            vec!["E1104 studenten!H2 eind augustus"],
        ),
        (
            "a day that is none",
            PEOPLE.replacen("2026-08-31", "31-02-2026", 1),
            vec!["E1104 studenten!H2 31-02-2026"],
        ),
        (
            "a year of two digits",
            PEOPLE.replacen("2026-08-31", "31-8-26", 1),
            vec!["E1410 studenten!H2 31-8-26"],
        ),
        (
            "a date of two kinds",
            PEOPLE.replacen("2026-08-31", "3/9/2026", 1),
            vec!["E1410 studenten!H2 3/9/2026"],
        ),
        (
            "swapped dates",
            PEOPLE.replacen("2026-08-31;2027-02-05", "2027-02-05;2026-08-31", 1),
            vec!["E1106 studenten!I2 2026-08-31"],
        ),
        (
            "a year of study that is none",
            PEOPLE.replacen(";2;", ";tweede;", 1),
            vec!["E1507 studenten!F2 tweede"],
        ),
        (
            "a year of study that is a school year",
            PEOPLE.replacen(";2;", ";2026-2027;", 1),
            vec!["E1507 studenten!F2 2026-2027"],
        ),
        ("nobody", with("1002;Ben Dijk", ";"), vec!["E1101 studenten!A3"]),
        (
            "a text at the place of the number",
            format!("{PEOPLE}* = deeltijd;;;;;;;;\n"),
            vec!["W2802 studenten!A5 * = deeltijd"],
        ),
        ("a total", format!("{PEOPLE}Totaal;3;;;;;;;\n"), vec!["W2802 studenten!A5 Totaal"]),
        (
            "a total of 3",
            format!("{PEOPLE};;;;;;;;\nTotaal 3 studenten;;;;;;;;\n"),
            vec!["W2802 studenten!A6 Totaal 3 studenten"],
        ),
        (
            "an explanation",
            format!("{PEOPLE};* = deeltijd;;;;;;;\n"),
            vec!["W2802 studenten!B5 * = deeltijd"],
        ),
        ("a formula", with("Ada Bos", "#N/B"), vec!["E1408 studenten!B2 #N/B"]),
        ("letters", with("Ada Bos", "RenÃ©e Bos"), vec!["W2604 studenten!B2 RenÃ©e Bos"]),
        (
            "an open quotation mark",
            with("Ada Bos", "\"Ada Bos"),
            vec!["E1424 studenten!B2 Ada Bos"],
        ),
        (
            "a column of one’s own",
            PEOPLE.replace('\n', ";42\n").replacen("42", "Schoenmaat", 1),
            vec!["W2603 studenten!J1 Schoenmaat"],
        ),
        (
            "a column without a heading",
            PEOPLE.replace('\n', ";42\n").replacen(";42", "", 1),
            vec!["W2605 studenten!J2 42"],
        ),
        (
            "a remark",
            PEOPLE.replace('\n', ";\n").replacen(";\n", ";Opmerking\n", 1).replacen(
                "2027-02-05;\n",
                "2027-02-05;in oktober weg\n",
                1,
            ),
            vec!["W2804 studenten!J2 in oktober weg"],
        ),
        ("a date as a number", with("1002;Ben", "2026-09-01 00:00:00;Ben"), vec![]),
    ] {
        let imported = run(&[file("studenten.csv", content)], &[]);
        let found: Vec<&str> = found;
        if name == "an open quotation mark" {
            assert!(
                crate::support::lines(&imported)[0].starts_with("E1424 studenten!B2"),
                "{name}"
            );
            continue;
        }
        expect(name, &imported, &found);
    }
}

#[test]
fn what_can_be_meant_in_two_ways_is_asked() {
    let blank_below =
        PEOPLE.replace("1002;Ben Dijk;Hogeschool A;Pabo;P2A", "1002;Ben Dijk;Hogeschool A;;");
    let no_class = |rows: &str| {
        rows.replace("Instelling;Opleiding;Klas", "Instelling;Info;Klas")
            .replace("Pabo", "")
            .replace("Social Work", "")
    };
    for (name, content, keys) in [
        ("blank below filled", blank_below.clone(), vec!["blanks.Opleiding", "blanks.Klas"]),
        ("no programme", no_class(PEOPLE), vec!["cohorts.P2A.programme", "cohorts.SW1.programme"]),
        (
            "an unknown programme",
            PEOPLE.replace("Social Work", "Theologie"),
            vec!["programmes.Theologie.profession"],
        ),
        (
            "a school of any level",
            PEOPLE
                .replace("Social Work", "Theologie")
                .replace("Hogeschool A;Theologie", "School C;Theologie"),
            vec!["programmes.Theologie.level", "programmes.Theologie.profession"],
        ),
        (
            "no institution",
            PEOPLE.replace("Instelling", "Gebouw"),
            vec![
                "programmes.Pabo.institution",
                "programmes.\"Social Work\".institution",
                "programmes.\"Social Work\".level",
            ],
        ),
        (
            "a place nearly the same",
            with(
                "1002;Ben Dijk;Hogeschool A;Pabo;P2A;2;Zuid",
                "1002;Ben Dijk;Hogeschool A;Pabo;P2A;2;Zuuid",
            )
            .replace("Zuid", "Wijkteam Zuid")
            .replace("Zuuid", "Wijktem Zuid"),
            vec!["names.locations.\"Wijktem Zuid\""],
        ),
        (
            "an institution nearly the same",
            with("1002;Ben Dijk;Hogeschool A", "1002;Ben Dijk;Hogeschol A"),
            vec!["names.organisations.\"Hogeschol A\""],
        ),
        (
            "two columns of one thing",
            PEOPLE.replace("Leerjaar", "Groep"),
            vec!["columns.participants.Groep"],
        ),
        ("what is it", "Kop;Staart\n1;2\n".to_owned(), vec!["tables.studenten"]),
        ("a list of names only", "Naam\nAda\n".to_owned(), vec!["tables.studenten"]),
    ] {
        let imported = run(&[file("studenten.csv", content)], &[]);
        let asked: Vec<&str> =
            imported.questions.iter().map(|question| question.key.as_str()).collect();
        assert_eq!(asked, keys, "{name}");
        assert!(!imported.is_whole(), "{name}");
    }
    let above = run(
        &[file("studenten.csv", &blank_below)],
        &["blanks.Opleiding=above", "blanks.Klas=zelfde als erboven"],
    );
    expect("above", &above, &[]);
    assert_eq!(people(&above.roster), GOOD);
    let empty = run(
        &[file("studenten.csv", &blank_below)],
        &["blanks.Opleiding=above", "blanks.Klas=empty"],
    );
    expect("empty", &empty, &[]);
    assert_eq!(people(&empty.roster)[1], "1002 Ben Dijk pabo  2 2026-08-31..2027-02-05");
}

#[test]
fn answers_that_cannot_be_used_are_found_and_asked_again() {
    for (answer, found) in [
        ("round.period=najaar", "E1502 round.period najaar"),
        ("round.period=2025-09-01 t/m 2026-02-05", "E1502 round.period 2025-09-01 t/m 2026-02-05"),
        ("round.period=2026-08-31 tot 2027-02-05", "E1502 round.period 2026-08-31 tot 2027-02-05"),
        ("teams.size=6-4", "E1502 teams.size 6-4"),
        ("teams.size=klein", "E1502 teams.size klein"),
        ("teams.size=0", "E1502 teams.size 0"),
        ("teams.minutes=2", "E1502 teams.minutes 2"),
        ("teams.minutes=lang", "E1502 teams.minutes lang"),
        ("teams.every-weeks=nooit", "E1502 teams.every-weeks nooit"),
        ("teams.hours=di", "E1502 teams.hours di"),
        ("teams.hours=di-do 13-17", "E1502 teams.hours di-do 13-17"),
        ("teams.education=veel", "E1503 teams.education veel"),
        ("programmes.Pabo.level=9", "E1503 programmes.Pabo.level 9"),
        ("programmes.Pabo.profession=leraar", "E1503 programmes.Pabo.profession leraar"),
        ("tables.studenten=soep", "E1503 tables.studenten soep"),
        ("columns.participants.Klas=soep", "E1503 columns.participants.Klas soep"),
        ("teams.sise=4-6", "W2801 teams.sise"),
        ("colums.participants.Klas=cohort", "W2801 colums"),
    ] {
        let imported = run(&[file("studenten.csv", PEOPLE)], &[answer]);
        expect(answer, &imported, &[found]);
    }
}

#[test]
fn answers_say_what_a_column_and_a_table_are() {
    let own = PEOPLE.replace("Stageplaats", "Waar");
    let imported = run(&[file("studenten.csv", &own)], &["columns.participants.Waar=place"]);
    expect("a column", &imported, &[]);
    assert_eq!(imported.roster.locations.len(), 2);
    let imported = run(&[file("studenten.csv", &own)], &["columns.participants.Waar=nothing"]);
    expect("no column", &imported, &[]);
    let imported = run(&[file("namen.csv", "Naam\nAda\nBen\n")], &["tables.namen=deelnemers"]);
    assert_eq!(imported.roster.participants.len(), 2);
    let imported = run(
        &[file("studenten.csv", PEOPLE), file("lijst.csv", "Kop\nStaart\n")],
        &["tables.lijst=nothing"],
    );
    expect("a table", &imported, &[]);
    assert!(imported.files.iter().any(|of| of.file == "lijst" && of.rows == 0));
}

#[test]
fn days_on_the_list_itself_are_enough() {
    let days = |days: &str| {
        let mut rows = PEOPLE.lines();
        let head = rows.next().expect("a heading");
        let rows: Vec<String> = rows.map(|row| format!("{row};{days}")).collect();
        format!("{head};Stagedagen\n{}\n", rows.join("\n"))
    };
    let answers = ["round.dayparts.day=9:00-17:00", "round.dayparts.morning=9:00-12:00"];
    let dates = "2026-08-31..2027-02-05 @zuid";
    for (text, read) in [
        ("ma en di", vec!["internship ma 09:00-17:00", "internship di 09:00-17:00"]),
        ("ma, wo", vec!["internship ma 09:00-17:00", "internship wo 09:00-17:00"]),
        (
            "\"ma 8:30-15:00; do ochtend\"",
            vec!["internship ma 08:30-15:00", "internship do 09:00-12:00"],
        ),
        ("dinsdagochtend", vec!["internship di 09:00-12:00"]),
        (
            "ma t/m wo",
            vec![
                "internship ma 09:00-17:00",
                "internship di 09:00-17:00",
                "internship wo 09:00-17:00",
            ],
        ),
    ] {
        let imported = run(&[file("studenten.csv", days(text))], &answers);
        expect(text, &imported, &[]);
        let read: Vec<String> = read.iter().map(|read| format!("{read} {dates}")).collect();
        assert_eq!(commitments(&imported.roster.participants[0].commitments), read, "{text}");
    }
    for (text, code) in
        [("3", "E1509"), ("in overleg", "E1509"), ("di-do", "E1410"), ("ma 9-8", "E1509")]
    {
        let imported = run(&[file("studenten.csv", days(text))], &answers);
        let found = crate::support::lines(&imported);
        assert!(
            !found.is_empty() && found.iter().all(|line| line.starts_with(code)),
            "{text}: {found:?}"
        );
    }
    let asked = run(&[file("studenten.csv", days("ma"))], &[]);
    assert_eq!(
        asked.questions.iter().map(|of| of.key.as_str()).collect::<Vec<_>>(),
        ["round.dayparts.day"]
    );
}

#[test]
fn a_code_stands_for_a_programme_that_has_no_name() {
    let list = PEOPLE
        .replace("Opleiding", "Crebo")
        .replace("Pabo", "25655")
        .replace("Social Work", "25655");
    let imported =
        run(&[file("studenten.csv", list)], &["programmes.25655.profession=leraar; onderwijs"]);
    expect("a code", &imported, &[]);
    assert_eq!(imported.roster.programmes[0].name, "25655");
}

#[test]
fn programmes_and_classes_of_two_institutions_may_have_one_name() {
    let list = with("1002;Ben Dijk;Hogeschool A", "1002;Ben Dijk;Iselinge");
    let imported = run(&[file("studenten.csv", &list)], &[]);
    expect("two", &imported, &[]);
    assert_eq!(people(&imported.roster)[0], GOOD[0]);
    assert_eq!(
        people(&imported.roster)[1],
        "1002 Ben Dijk pabo-iselinge p2a-pabo-iselinge 2 2026-08-31..2027-02-05"
    );
    // Which of the two a lesson is of is asked.
    let lessons = "Klas;Dag;Van;Tot\nP2A;ma;9:00;12:00\n";
    let files = [file("studenten.csv", &list), file("lessen.csv", lessons)];
    expect("asked", &run(&files, &[]), &["E1501 cohorts.P2A.programme"]);
    let answered = run(&files, &["cohorts.P2A.programme=pabo-iselinge"]);
    expect("answered", &answered, &[]);
    let own = answered.roster.cohorts.iter().find(|of| of.id == "p2a-pabo-iselinge").expect("it");
    assert_eq!(commitments(&own.commitments), ["lesson ma 09:00-12:00"]);
}

#[test]
fn several_rows_of_one_person_are_several_internships() {
    let list = with("1002;Ben Dijk", "1001;Ada Bos").replace(
        "1001;Ada Bos;Hogeschool A;Pabo;P2A;2;Zuid;2026-08-31;2027-02-05\n1003",
        "1001;Ada Bos;Hogeschool A;Pabo;P2A;2;Noord;2027-02-08;2027-06-25\n1003",
    );
    let imported = run(&[file("studenten.csv", list)], &[]);
    assert_eq!(
        people(&imported.roster)[0],
        "1001 Ada Bos pabo p2a 2 2026-08-31..2027-02-05 2027-02-08..2027-06-25"
    );
}

#[test]
fn a_list_that_names_nobody_is_found() {
    let imported = run(&[file("x.csv", "Opleiding;Klas\nPabo;P2A\n")], &["tables.x=participants"]);
    expect("nobody", &imported, &["E1506 x!A1 x"]);
}
