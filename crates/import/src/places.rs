//! Lists of places and of organisations.

use std::collections::BTreeMap;

use super::meaning::Meaning as M;
use super::participants::is_total;
use super::question::{Choice, Question};
use super::register;
use super::table::{Table, name_of, unread_columns};
use super::work::{Work, is_filled};
use leerteam_formats::book::RawRow;
use leerteam_formats::roster_sheets::layout::{Holds, SIDE};
use leerteam_model::roster::Code;
use leerteam_wire::v1;

/// A text of more words that stands alone in its row is an explanation.
const LONGEST_NAME: usize = 5;

/// Reads a list of places.
pub fn read_places(work: &mut Work, table: &Table) {
    let name = [M::Location, M::Place, M::Name];
    each(work, table, &name, |work, row, name| {
        let text = |work: &mut Work, meaning: M| {
            table.column(meaning).and_then(|column| work.cell_text(table, row, column))
        };
        let neighbourhood = text(work, M::Neighbourhood);
        let organisation_id = match text(work, M::Organisation) {
            Some(organisation) => {
                Some(register::organisation(work, &organisation, v1::Side::Practice)?)
            }
            None => None,
        };
        let id =
            register::location(work, name, neighbourhood.as_deref(), organisation_id.as_deref())?;
        let location = work.roster.locations.iter_mut().find(|of| of.id == id);
        if let (Some(location), Some(organisation_id)) = (location, organisation_id) {
            location.organisation_id = organisation_id;
        }
        Some(id)
    });
}

/// Reads a list of organisations.
pub fn read_organisations(work: &mut Work, table: &Table) {
    let name = [M::Organisation, M::Institution, M::Name];
    let is_of_institutions = table.column(M::Organisation).is_none();
    each(work, table, &name, |work, row, name| {
        let side = match table.column(M::Side).filter(|at| is_filled(row.value(*at))) {
            Some(column) => {
                let json = work.read(table, row, column, Holds::Choice(&SIDE))?;
                side_of(json.as_str()?)
            }
            None if is_of_institutions && table.column(M::Institution).is_some() => {
                v1::Side::Education
            }
            None => ask_side(work, name)?,
        };
        let id = register::organisation(work, name, side)?;
        let organisation = work.roster.organisations.iter_mut().find(|of| of.id == id)?;
        organisation.side = side.into();
        Some(id)
    });
}

/// Reads each row with a name by the first of some columns that is there; what is there twice is found.
fn each(
    work: &mut Work,
    table: &Table,
    name: &[M],
    read: impl Fn(&mut Work, &RawRow, &str) -> Option<String>,
) {
    let rows: Vec<RawRow> = table.rows().cloned().collect();
    let Some(column) = name.iter().find_map(|meaning| table.column(*meaning)) else {
        let heading = name_of(work, name[0]);
        work.at(Code::ColumnMissing, table.place_at(table.headings.0, 0), heading, &[]);
        return;
    };
    let mut first_rows: BTreeMap<String, u32> = BTreeMap::new();
    for row in &rows {
        let Some(first) = row.cells.iter().find(|cell| is_filled(&cell.value)) else { continue };
        let is_alone = row.cells.iter().filter(|cell| is_filled(&cell.value)).count() == 1;
        let is_named = is_filled(row.value(column));
        let words = first.value.to_string().split_whitespace().count();
        if is_total(work, row) || (is_alone && is_named && words > LONGEST_NAME) {
            work.at(Code::RowOfNobody, table.place(row, first.column), &first.value, &[]);
            continue;
        }
        if !is_named {
            work.at(Code::Missing, table.place(row, column), "", &[]);
            continue;
        }
        let Some(name) = work.cell_text(table, row, column) else { continue };
        work.report_remarks(table, row, &name);
        let Some(id) = read(work, row, &name) else { continue };
        let first = *first_rows.entry(id).or_insert(row.number);
        if first != row.number {
            let details = [("first", table.place_at(first, column).to_string())];
            work.at(Code::DuplicateId, table.place(row, column), &name, &details);
        }
    }
    unread_columns(work, table);
    let preview = table.preview(work, first_rows.len());
    work.previews.push(preview);
}

fn ask_side(work: &mut Work, name: &str) -> Option<v1::Side> {
    let lexicon = work.lexicon;
    let text = work.text("import-ask-organisation-side", &[("name", name)]);
    let choices = ["education", "practice"].map(|side| Choice {
        answer: side.to_owned(),
        text: work.text(&format!("choice-side-{side}"), &[]),
    });
    let question = Question::open(&["sides", name], text).with_choices(choices.to_vec());
    work.ask(question, |answer| lexicon.side(answer)).map(side_of)
}

fn side_of(value: &str) -> v1::Side {
    if value == "SIDE_EDUCATION" { v1::Side::Education } else { v1::Side::Practice }
}
