//! OneRoster 1.2 CSV: users, classes and enrolments of students.

use std::collections::BTreeMap;

use super::lexicon::TableKind;
use super::participants::place_of;
use super::register;
use super::table::Table;
use super::work::{Work, is_filled};
use leerteam_formats::book::RawRow;
use leerteam_formats::roster_sheets::words::plain;
use leerteam_model::roster::Code;

const STUDENT: &str = "student";
/// Roles of an enrolment (OneRoster 1.2, 4.13.13), and what a row can be.
const ROLES: [&str; 9] = [
    "administrator",
    "aide",
    "guardian",
    "parent",
    "proctor",
    "relative",
    STUDENT,
    "teacher",
    "counselor",
];
const STATUS: [&str; 3] = ["active", "inactive", "tobedeleted"];

/// Reads the three files together: each student of a class that has an enrolment.
pub fn read(work: &mut Work, tables: &[&Table]) {
    let of = |kind: TableKind| tables.iter().find(|table| table.kind == kind).copied();
    let (users, classes) = (of(TableKind::Users), of(TableKind::Classes));
    let enrollments = of(TableKind::Enrollments);
    let Some(any) = users.or(classes).or(enrollments) else { return };
    let (Some(users), Some(enrollments)) = (users, enrollments) else {
        let place = any.place_at(any.headings.0, 0);
        work.at(Code::OneRosterPart, place, any.name(), &[]);
        return;
    };
    let before = work.findings.len();
    let titles = titles(work, classes);
    let are_all_titled = work.findings.len() == before;
    let rows = with_ids(work, users);
    let are_all_known = work.findings.len() == before;
    let known = Known { users: &rows, titles: &titles, are_all_titled, are_all_known };
    let classes_of = students(work, enrollments, &known);
    // Where an enrolment is lost the class may be another, and nothing is asked of that.
    let is_whole = work.findings.len() == before;
    let mut count = 0;
    let mut first_rows: BTreeMap<String, u32> = BTreeMap::new();
    for User { row, id, is_gone } in rows {
        let first = *first_rows.entry(id.clone()).or_insert(row.number);
        if first != row.number {
            let column = column(users, "sourcedid").unwrap_or_default();
            let details = [("first", users.place_at(first, column).to_string())];
            work.at(Code::DuplicateId, users.place(&row, column), &id, &details);
            continue;
        }
        let Some(own) = classes_of.get(&id).filter(|_| !is_gone) else { continue };
        let names = ["givenname", "middlename", "familyname"]
            .map(|heading| text(work, users, &row, heading));
        let name = names.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let number = text(work, users, &row, "identifier").unwrap_or(id);
        let at = place_of(work, users, &row, &number, &name);
        work.listed.insert(work.roster.participants[at].id.clone());
        count += 1;
        // The home class, where somebody is in several.
        let home = own.iter().find(|class| titles.get(*class).is_some_and(|(_, home)| *home));
        let Some(class) = home.or(own.first()).filter(|_| is_whole) else { continue };
        let title = titles.get(class).map_or(class.as_str(), |(title, _)| title.as_str());
        if let Some(cohort) = register::cohort(work, title, None, 0) {
            let programme = work.roster.cohorts.iter().find(|of| of.id == cohort);
            let programme = programme.map(|of| of.programme_id.clone()).unwrap_or_default();
            let person = &mut work.roster.participants[at];
            (person.cohort_id, person.programme_id) = (cohort, programme);
        }
    }
    for table in tables {
        let rows = if table.kind == TableKind::Users { count } else { table.rows().count() };
        let preview = table.preview(work, rows);
        work.previews.push(preview);
    }
}

/// A row of the users.
struct User {
    row: RawRow,
    id: String,
    /// Whether it is to be deleted.
    is_gone: bool,
}

/// What enrolments refer to.
struct Known<'a> {
    users: &'a [User],
    titles: &'a BTreeMap<String, (String, bool)>,
    /// Whether none of the classes, or of both, is without an id that can be read.
    are_all_titled: bool,
    are_all_known: bool,
}

/// The users with an id.
fn with_ids(work: &mut Work, users: &Table) -> Vec<User> {
    let mut all = Vec::new();
    for (row, is_gone) in with_status(work, users) {
        if let Some(id) = required(work, users, &row, "sourcedid") {
            all.push(User { row, id, is_gone });
        }
    }
    all
}

/// The classes of each student, by their ids; those of others, such as teachers, are not of interest.
fn students(work: &mut Work, enrollments: &Table, known: &Known) -> BTreeMap<String, Vec<String>> {
    let mut classes_of: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in active(work, enrollments) {
        let get = |work: &mut Work, heading| required(work, enrollments, &row, heading);
        let (Some(class), Some(user)) = (get(work, "classsourcedid"), get(work, "usersourcedid"))
        else {
            continue;
        };
        let role = text(work, enrollments, &row, "role").unwrap_or_default();
        if !one_of(work, enrollments, &row, ("role", &role), &ROLES) || plain(&role) != STUDENT {
            continue;
        }
        let place =
            |heading| enrollments.place(&row, column(enrollments, heading).unwrap_or_default());
        let is_user = known.users.iter().any(|of| of.id == user);
        let is_class = known.titles.is_empty() || known.titles.contains_key(&class);
        if !is_user && known.are_all_known {
            work.at(Code::PersonUnknown, place("usersourcedid"), &user, &[]);
        } else if !is_class && known.are_all_titled {
            let details = [("list", "cohorts".to_owned())];
            work.at(Code::UnknownReference, place("classsourcedid"), &class, &details);
        } else {
            classes_of.entry(user).or_default().push(class);
        }
    }
    classes_of
}

/// Titles of classes by id, and whether each is a home class.
fn titles(work: &mut Work, classes: Option<&Table>) -> BTreeMap<String, (String, bool)> {
    let mut titles = BTreeMap::new();
    let Some(table) = classes else { return titles };
    for row in active(work, table) {
        let Some(id) = required(work, table, &row, "sourcedid") else { continue };
        let title =
            text(work, table, &row, "classcode").or_else(|| text(work, table, &row, "title"));
        let home = text(work, table, &row, "classtype").is_some_and(|of| plain(&of) == "homeroom");
        titles.insert(id.clone(), (title.unwrap_or(id), home));
    }
    titles
}

/// The rows that are not to be deleted.
fn active(work: &mut Work, table: &Table) -> Vec<RawRow> {
    let rows = with_status(work, table).into_iter();
    rows.filter(|(_, is_gone)| !is_gone).map(|(row, _)| row).collect()
}

/// All rows, and whether each is to be deleted.
fn with_status(work: &mut Work, table: &Table) -> Vec<(RawRow, bool)> {
    let rows: Vec<RawRow> = table
        .rows()
        .filter(|row| row.cells.iter().any(|cell| is_filled(&cell.value)))
        .cloned()
        .collect();
    let with = |row: RawRow| {
        let status = text(work, table, &row, "status").unwrap_or_default();
        one_of(work, table, &row, ("status", &status), &STATUS);
        let is_gone = status.eq_ignore_ascii_case("tobedeleted");
        (row, is_gone)
    };
    rows.into_iter().map(with).collect()
}

/// Whether a field is one of the words of the standard, or empty; else it is a finding.
fn one_of(
    work: &mut Work,
    table: &Table,
    row: &RawRow,
    (heading, value): (&str, &str),
    words: &[&str],
) -> bool {
    let is_one = value.is_empty() || words.iter().any(|word| word.eq_ignore_ascii_case(value));
    if let (false, Some(column)) = (is_one, column(table, heading)) {
        let details = [("choices", words.join(", "))];
        work.at(Code::NotAChoice, table.place(row, column), value, &details);
    }
    is_one
}

/// A field without which a row says nothing.
fn required(work: &mut Work, table: &Table, row: &RawRow, heading: &str) -> Option<String> {
    let column = column(table, heading)?;
    if !is_filled(row.value(column)) {
        work.at(Code::Missing, table.place(row, column), "", &[]);
        return None;
    }
    work.cell_text(table, row, column)
}

fn text(work: &mut Work, table: &Table, row: &RawRow, heading: &str) -> Option<String> {
    work.cell_text(table, row, column(table, heading)?)
}

fn column(table: &Table, heading: &str) -> Option<u32> {
    table.columns.iter().find(|column| plain(&column.heading) == heading).map(|column| column.at)
}
