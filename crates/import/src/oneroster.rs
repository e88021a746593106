//! OneRoster 1.2 CSV: users, classes and enrolments of students.

use std::collections::BTreeMap;

use super::meaning::TableKind;
use super::participants::place_of;
use super::register;
use super::table::Table;
use super::work::{Work, is_filled};
use leerteam_formats::book::RawRow;
use leerteam_formats::roster_sheets::words::plain;
use leerteam_model::roster::Code;

const STUDENT: &str = "student";
/// Roles of an enrolment (OneRoster 1.2, 4.13.13).
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
/// What a row can be, and what it is where it is to be deleted.
const STATUS: [&str; 3] = ["active", "inactive", GONE];
const GONE: &str = "tobedeleted";

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
    let user_id = needed(work, users, "sourcedid");
    // Without the classes their ids are their titles.
    let titled = match classes {
        Some(classes) => needed(work, classes, "sourcedid").map(|id| Some((classes, id))),
        None => Some(None),
    };
    let keys = EnrollmentKeys::find(work, enrollments);
    let (Some(user_id), Some(titled), Some(keys)) = (user_id, titled, keys) else { return };
    let before = work.findings.len();
    let titles = titles(work, titled);
    let are_all_titled = work.findings.len() == before;
    let rows = with_ids(work, users, user_id);
    let are_all_known = work.findings.len() == before;
    let known = Known { users: &rows, titles: &titles, are_all_titled, are_all_known };
    let classes_of = students(work, enrollments, &keys, &known);
    // Where an enrolment is lost the class may be another, and nothing is asked of that.
    let is_whole = work.findings.len() == before;
    let mut count = 0;
    let mut first_rows: BTreeMap<String, u32> = BTreeMap::new();
    for User { row, id, is_gone } in rows {
        let first = *first_rows.entry(id.clone()).or_insert(row.number);
        if first != row.number {
            let details = [("first", users.place_at(first, user_id).to_string())];
            work.at(Code::DuplicateId, users.place(&row, user_id), &id, &details);
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

/// The columns without which an enrolment says nothing.
struct EnrollmentKeys {
    class: u32,
    user: u32,
    role: u32,
}

impl EnrollmentKeys {
    fn find(work: &mut Work, enrollments: &Table) -> Option<EnrollmentKeys> {
        let mut column = |heading| needed(work, enrollments, heading);
        let (class, user, role) =
            (column("classsourcedid"), column("usersourcedid"), column("role"));
        Some(EnrollmentKeys { class: class?, user: user?, role: role? })
    }
}

/// The users with an id.
fn with_ids(work: &mut Work, users: &Table, id: u32) -> Vec<User> {
    let mut all = Vec::new();
    for (row, is_gone) in with_status(work, users) {
        if let Some(id) = required(work, users, &row, id) {
            all.push(User { row, id, is_gone });
        }
    }
    all
}

/// The classes of each student, by their ids; those of others, such as teachers, are not of interest.
fn students(
    work: &mut Work,
    enrollments: &Table,
    keys: &EnrollmentKeys,
    known: &Known,
) -> BTreeMap<String, Vec<String>> {
    let mut classes_of: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in active(work, enrollments) {
        let mut get = |column| required(work, enrollments, &row, column);
        let (class, user, role) = (get(keys.class), get(keys.user), get(keys.role));
        let (Some(class), Some(user), Some(role)) = (class, user, role) else { continue };
        if !one_of(work, enrollments, (&row, keys.role), &role, &ROLES) || plain(&role) != STUDENT {
            continue;
        }
        let place = |column| enrollments.place(&row, column);
        let is_user = known.users.iter().any(|of| of.id == user);
        let is_class = known.titles.is_empty() || known.titles.contains_key(&class);
        if !is_user && known.are_all_known {
            work.at(Code::PersonUnknown, place(keys.user), &user, &[]);
        } else if !is_class && known.are_all_titled {
            let details = [("list", "cohorts".to_owned())];
            work.at(Code::UnknownReference, place(keys.class), &class, &details);
        } else {
            classes_of.entry(user).or_default().push(class);
        }
    }
    classes_of
}

/// Titles of classes by id, and whether each is a home class.
fn titles(work: &mut Work, classes: Option<(&Table, u32)>) -> BTreeMap<String, (String, bool)> {
    let mut titles = BTreeMap::new();
    let Some((table, id)) = classes else { return titles };
    for row in active(work, table) {
        let Some(id) = required(work, table, &row, id) else { continue };
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
    let column = column(table, "status");
    let with = |row: RawRow| {
        // Without a word of it a row is in force.
        let status = column.and_then(|at| Some((at, work.cell_text(table, &row, at)?)));
        let is_gone = status.is_some_and(|(at, status)| {
            one_of(work, table, (&row, at), &status, &STATUS);
            status.eq_ignore_ascii_case(GONE)
        });
        (row, is_gone)
    };
    rows.into_iter().map(with).collect()
}

/// Whether a field is one of the words of the standard; else it is a finding.
fn one_of(
    work: &mut Work,
    table: &Table,
    (row, column): (&RawRow, u32),
    value: &str,
    words: &[&str],
) -> bool {
    let is_one = words.iter().any(|word| word.eq_ignore_ascii_case(value));
    if !is_one {
        let details = [("choices", words.join(", "))];
        work.at(Code::NotAChoice, table.place(row, column), value, &details);
    }
    is_one
}

/// A column that has to be there.
fn needed(work: &mut Work, table: &Table, heading: &str) -> Option<u32> {
    let column = column(table, heading);
    if column.is_none() {
        work.at(Code::ColumnMissing, table.place_at(table.headings.0, 0), heading, &[]);
    }
    column
}

/// A field without which a row says nothing.
fn required(work: &mut Work, table: &Table, row: &RawRow, column: u32) -> Option<String> {
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
