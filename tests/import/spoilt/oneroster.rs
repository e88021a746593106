//! OneRoster: three files that refer to each other.

use leerteam::import::Imported;

use super::{Grid, Spoilt, cell, check, found, other, same};
use crate::support::{file, run_without_supervisors};

const USERS: &str = "sourcedId;status;username;givenName;familyName;middleName;identifier\n\
    u1;active;ada;Ada;Bos;;1001\nu2;active;ben;Ben;Dijk;van;1002\nu4;active;docent;Doc;Ent;;9001\n";
const CLASSES: &str = "sourcedId;status;title;classCode;classType\n\
    c1;active;Pabo 2A;P2A;homeroom\nc2;active;Rekenen;REK;scheduled\n";
const ENROLLMENTS: &str = "sourcedId;status;classSourcedId;userSourcedId;role\n\
    e1;active;c2;u1;student\ne2;active;c1;u1;student\ne3;active;c1;u2;student\ne5;active;c1;u4;teacher\n";
/// What stands between the files in one text.
const BETWEEN: &str = "\n***\n";

fn read(text: &str) -> Imported {
    let parts: Vec<&str> = text.split(BETWEEN).collect();
    let [users, classes, enrollments] = parts.as_slice() else { panic!("three files") };
    let files = [
        file("users.csv", users),
        file("classes.csv", classes),
        file("enrollments.csv", enrollments),
    ];
    run_without_supervisors(
        &files,
        &["cohorts.P2A.programme=Pabo", "programmes.Pabo.institution=Hogeschool A"],
    )
}

fn good() -> [Grid; 3] {
    [USERS, CLASSES, ENROLLMENTS].map(Grid::of)
}

fn text(files: &[Grid; 3]) -> String {
    files.each_ref().map(Grid::csv).join(BETWEEN)
}

/// The good files where one of them is changed.
fn with(file: usize, change: impl Fn(Grid) -> Grid) -> String {
    let mut files = good();
    files[file] = change(files[file].clone());
    text(&files)
}

/// Each field that is read, blank, unknown or no text.
pub fn fields() -> Vec<Spoilt> {
    let names = ["users", "classes", "enrollments"];
    let mut spoilt = Vec::new();
    let mut put = |file: usize, row: usize, column: usize, text: &str, code: &str| {
        let line = format!("{code} {}!{} {text}", names[file], cell(row, column));
        let text = with(file, |grid| grid.set(row, column, text));
        spoilt.push(found(line.clone(), text, line.trim_end()));
    };
    for row in 1..4 {
        put(0, row, 0, "", "E1101");
        put(0, row, 0, "#N/B", "E1408");
        put(0, row, 1, "tobedeletd", "E1409");
    }
    for row in 1..3 {
        for column in [3, 4, 6] {
            put(0, row, column, "#N/B", "E1408");
        }
        put(0, row, 6, "5,01E+08", "E1426");
        put(1, row, 0, "", "E1101");
        put(1, row, 0, "#N/B", "E1408");
        put(1, row, 1, "?", "E1409");
    }
    for row in 1..4 {
        for column in [2, 3, 4] {
            put(2, row, column, "", "E1101");
            put(2, row, column, "#N/B", "E1408");
        }
        put(2, row, 2, "c9", "E1103");
        put(2, row, 3, "u9", "E1510");
        put(2, row, 4, "studnet", "E1409");
        put(2, row, 1, "weg", "E1409");
    }
    let without_roles = with(2, |grid| grid.set(0, 4, "functie"));
    spoilt.push(found("no roles".to_owned(), without_roles, "E1404 enrollments!A1 role"));
    for row in 1..4 {
        let twice = with(0, |grid| {
            let text = grid.0[row].join(";");
            grid.insert(4, &text)
        });
        let line = format!("E1102 users!A5 {}", good()[0].at(row, 0));
        spoilt.push(found(format!("user {row} twice"), twice, line));
    }
    for (what, file, row, line) in [
        ("a user without class", 0, 1, "u8;active;eva;Eva;Gans;;1008"),
        ("a class without people", 1, 1, "c8;active;Taal;TAAL;scheduled"),
        ("the same enrolment twice", 2, 3, "e2;active;c1;u1;student"),
        ("an enrolment that is gone", 2, 1, "e9;tobedeleted;c2;u2;student"),
        ("an enrolment of a guardian", 2, 1, "e9;active;c1;u4;guardian"),
        ("an empty row", 2, 1, ";;;;"),
    ] {
        spoilt.push(same(what, with(file, |grid| grid.insert(row, line))));
    }
    spoilt.push(other("no numbers", with(0, |grid| grid.without_column(6)), &[], |roster| {
        for (of, id) in roster.participants.iter_mut().zip(["u1", "u2"]) {
            of.id = id.into();
        }
    }));
    let left = with(2, |grid| grid.set(2, 1, "tobedeleted"));
    spoilt.push(found("only the other class is left", left, "E1501 cohorts.REK.programme"));
    spoilt
}

#[test]
fn what_refers_to_nothing_is_found() {
    check(read, &[USERS, CLASSES, ENROLLMENTS].join(BETWEEN), &fields());
}
