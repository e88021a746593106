//! OneRoster 1.2 CSV: users, classes and enrolments of students.

use std::collections::BTreeMap;

use super::lexicon::TableKind;
use super::participants::place_of;
use super::register;
use super::table::{Column, Table};
use super::work::Work;
use leerteam_formats::book::RawRow;
use leerteam_formats::roster_sheets::words::plain;
use leerteam_model::roster::Code;

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
    let titles = titles(work, classes);
    let mut classes_of: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in active(work, enrollments) {
        let get = |work: &mut Work, heading| text(work, enrollments, &row, heading);
        let role = get(work, "role").unwrap_or_default();
        let (Some(user), Some(class)) = (get(work, "usersourcedid"), get(work, "classsourcedid"))
        else {
            continue;
        };
        if plain(&role) == "student" {
            classes_of.entry(user).or_default().push(class);
        }
    }
    let mut count = 0;
    for row in active(work, users) {
        let Some(id) = text(work, users, &row, "sourcedid") else { continue };
        let Some(own) = classes_of.get(&id) else { continue };
        let names = ["givenname", "middlename", "familyname"]
            .map(|heading| text(work, users, &row, heading));
        let name = names.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let number = text(work, users, &row, "identifier").unwrap_or(id);
        let at = place_of(work, users, &row, &number, &name);
        work.listed.insert(work.roster.participants[at].id.clone());
        count += 1;
        // The home class, where somebody is in several.
        let home = own.iter().find(|class| titles.get(*class).is_some_and(|(_, home)| *home));
        let Some(class) = home.or(own.first()) else { continue };
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

/// Titles of classes by id, and whether each is a home class.
fn titles(work: &mut Work, classes: Option<&Table>) -> BTreeMap<String, (String, bool)> {
    let mut titles = BTreeMap::new();
    let Some(table) = classes else { return titles };
    for row in active(work, table) {
        let Some(id) = text(work, table, &row, "sourcedid") else { continue };
        let title =
            text(work, table, &row, "classcode").or_else(|| text(work, table, &row, "title"));
        let home = text(work, table, &row, "classtype").is_some_and(|of| plain(&of) == "homeroom");
        titles.insert(id.clone(), (title.unwrap_or(id), home));
    }
    titles
}

/// The rows that are not to be deleted.
fn active(work: &mut Work, table: &Table) -> Vec<RawRow> {
    let rows: Vec<RawRow> = table.rows().cloned().collect();
    let gone = |work: &mut Work, row: &RawRow| {
        let status = text(work, table, row, "status").unwrap_or_default();
        plain(&status) == "tobedeleted"
    };
    rows.into_iter().filter(|row| !gone(work, row)).collect()
}

fn text(work: &mut Work, table: &Table, row: &RawRow, heading: &str) -> Option<String> {
    let is_it = |column: &&Column| plain(&column.heading) == heading;
    let column = table.columns.iter().find(is_it)?.at;
    work.cell_text(table, row, column)
}
