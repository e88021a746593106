//! Findings about fields, as findings about cells.

use std::collections::{HashMap, HashSet};

use super::places::number;
use super::read::Read;
use crate::book::{Book, Value};
use leerteam_model::roster::{CellPlace, Code, Finding, Severity};

/// Longest value that is shown, in characters.
const SHOWN: usize = 200;
/// Unknown values for which the one that is meant is looked for.
const SUGGESTED: usize = 100;
/// Other cells that one finding names.
const CELLS: usize = 12;

/// All findings of a workbook: those of its cells, then those of the roster that was read from it, each at its
/// cell. What follows from an error in another cell is left out: it is judged once that is corrected.
pub fn locate(book: &Book, read: &Read, of_roster: Vec<Finding>) -> Vec<Finding> {
    let is_error = |finding: &Finding| finding.code.severity() == Severity::Error;
    let incomplete = read.findings.iter().any(is_error);
    let errors: Vec<Finding> = of_roster.iter().filter(|one| is_error(one)).cloned().collect();
    // Where it is not known who is meant, there are not two.
    let is_about_who = |finding: &&Finding| {
        matches!(finding.code, Code::UnknownReference | Code::Ambiguous | Code::Missing)
    };
    let of_unknown = of_roster.iter().filter(is_about_who);
    let of_unknown = of_unknown.filter_map(|finding| read.places.find(&finding.field));
    let of_cells = read.findings.iter().filter(is_about_who);
    let of_cells = of_cells.filter_map(|finding| finding.cell.clone());
    let unclear: HashSet<(String, u32)> =
        of_unknown.chain(of_cells).map(|cell| (cell.sheet, cell.row)).collect();
    let is_unclear = |cell: &CellPlace| unclear.contains(&(cell.sheet.clone(), cell.row));
    let located = of_roster.into_iter().filter(|finding| !incomplete || !is_of_whole(finding.code));
    let headings = missing_headings(read);
    let located = located.filter_map(|finding| at_cell(book, read, &headings, finding));
    let mut all: Vec<Finding> = read.findings.iter().cloned().chain(located).collect();
    all.retain(|finding| {
        finding.code != Code::NotTwo || !finding.cell.as_ref().is_some_and(is_unclear)
    });
    let mut all = grouped(all);
    suggest(read, &mut all);
    // One row can become several entries, all with what is wrong in it.
    let mut known = HashSet::new();
    all.retain(|finding| {
        let place = finding.cell.clone().map_or_else(|| Err(finding.field.clone()), Ok);
        known.insert((finding.code, place, finding.value.clone(), finding.details.clone()))
    });
    if !all.iter().any(is_error) {
        // Nothing that keeps a roster from being planned goes unreported.
        all.extend(errors);
    }
    let order = |finding: &Finding| finding.cell.as_ref().map(|cell| reading_order(book, cell));
    // Findings of no cell stand first.
    all.sort_by_cached_key(order);
    all.into_iter().map(shortened).collect()
}

/// Where a cell is in the workbook: the place of its sheet, its row and its column.
fn reading_order(book: &Book, cell: &CellPlace) -> (Option<usize>, u32, Option<u32>) {
    let sheet = book.sheets.iter().position(|sheet| sheet.name == cell.sheet);
    (sheet, cell.row, number(&cell.column))
}

/// Whether a finding is about how things fit together, so that it may come from whatever was not read.
fn is_of_whole(code: Code) -> bool {
    matches!(
        code,
        Code::TooManyPoints
            | Code::AdmitsNobody
            | Code::NoSlot
            | Code::NothingToPlan
            | Code::CommitmentsOverlap
            | Code::AdmittedNowhere
            | Code::TooFewPlaces
            | Code::TooFewParticipants
            | Code::NeverAvailable
            | Code::NeverUseful
            | Code::TooFewSupervisors
            | Code::UnknownAttribute
            | Code::ValueOfNobody
            | Code::NoLessons
            | Code::ClassWithoutLessons
            | Code::StudentWithoutLessons
            | Code::UnknownNeighbourhood
            | Code::NeverPossible
            | Code::CannotBoth
            | Code::AdmitsEverybody
            | Code::OpenTeamCount
    )
}

/// The finding at its cell; none if another says it already.
fn at_cell(
    book: &Book,
    read: &Read,
    missing: &HashSet<(String, String)>,
    finding: Finding,
) -> Option<Finding> {
    // The reader of the sheet reports it, as it knows the rows of which a commitment has parts.
    if finding.code == Code::UnknownCommitment {
        return None;
    }
    // Who it is stands in the column of ids or names.
    let path = match finding.code {
        Code::AdmittedNowhere | Code::ClassWithoutLessons => format!("{}.id", finding.field),
        _ => finding.field.clone(),
    };
    let Some(cell) = read.places.find(&path) else {
        // What belongs on a sheet that is not there, or in no workbook.
        let is_missing = finding.code == Code::Missing && !read.unread_lists.is_empty();
        return (!is_missing).then_some(finding);
    };
    let list = finding.details.iter().find(|(name, _)| *name == "list").map(|(_, list)| list);
    let is_unread = |list: &str| read.unread_lists.contains(list);
    let follows = match finding.code {
        // Whoever is there without an id that can be read has a finding of that.
        Code::UnknownReference => {
            list.is_some_and(|list| is_unread(list) || read.names.has(list, &finding.value))
        }
        Code::NotTwo => is_unread("participants"),
        _ => false,
    };
    if follows || read.unread_cells.contains(&cell) {
        return None;
    }
    let stands = number(&cell.column).map(|column| value(book, &cell, column));
    // A number that is left out counts as 0.
    let left_out = finding.code == Code::OutOfRange && finding.value == "0";
    let is_empty = stands.is_none_or(|value| *value == Value::Empty);
    let finding = if left_out && is_empty {
        Finding::new(Code::Missing, &finding.field, "", Vec::new())
    } else {
        finding
    };
    let heading = (cell.sheet.clone(), cell.heading.clone());
    // Something stands there that could not be read, or nothing could.
    let unread = !is_empty || (cell.column.is_empty() && missing.contains(&heading));
    if finding.code == Code::Missing && unread {
        return None;
    }
    // What several fields say together stands in the workbook in its own words.
    let of_several = matches!(finding.code, Code::UnsupportedSetting | Code::Contradiction);
    let value = match stands {
        Some(stands) if of_several && !is_empty => stands.to_string(),
        _ => finding.value.clone(),
    };
    // The entry of a list of the roster that the field belongs to.
    let entry = finding.field.split_inclusive(']').next().unwrap_or_default();
    let detail = |(name, value): (&'static str, String)| {
        let is_place = ["first", "other", "at"].contains(&name);
        let other = is_place.then(|| {
            let of_entry = || read.places.find(&format!("{entry}.{value}"));
            // Of an entry with the same id, that id.
            let same = finding.field.rsplit('.').next().filter(|_| name == "first");
            let same = same.and_then(|same| read.places.find(&format!("{value}.{same}")));
            same.or_else(|| read.places.find(&value)).or_else(of_entry)
        });
        (name, other.flatten().map_or(value, |cell| cell.to_string()))
    };
    let details = finding.details.iter().cloned().map(detail).collect();
    Some(Finding { cell: Some(cell), value, details, ..finding })
}

/// Adds who is probably meant by something unknown, by name too.
fn suggest(read: &Read, findings: &mut [Finding]) {
    let unknown = findings.iter_mut().filter(|finding| finding.code == Code::UnknownReference);
    for finding in unknown.take(SUGGESTED) {
        let list = finding.details.iter().find(|(name, _)| *name == "list");
        let meant = list.and_then(|(_, list)| read.names.most_alike(list, &finding.value));
        if let Some(meant) = meant {
            finding.details.retain(|(name, _)| *name != "perhaps");
            finding.details.push(("perhaps", meant));
        }
    }
}

/// Of the same unknown value in several cells of a column one finding, that names the other cells.
fn grouped(findings: Vec<Finding>) -> Vec<Finding> {
    let key = |finding: &Finding| {
        let cell = finding.cell.as_ref().filter(|_| finding.code == Code::UnknownReference)?;
        Some((cell.sheet.clone(), cell.column.clone(), finding.value.clone()))
    };
    let mut places: HashMap<_, usize> = HashMap::new();
    let mut all: Vec<Finding> = Vec::new();
    let mut others: HashMap<usize, Vec<String>> = HashMap::new();
    for finding in findings {
        let first = key(&finding).map(|key| *places.entry(key).or_insert(all.len()));
        match (first, &finding.cell) {
            (Some(first), Some(cell)) if first < all.len() => {
                let place = format!("{}{}", cell.column, cell.row);
                if all[first].cell.as_ref() != Some(cell) {
                    others.entry(first).or_default().push(place);
                }
            }
            _ => all.push(finding),
        }
    }
    for (first, mut cells) in others {
        cells.dedup();
        if cells.len() > CELLS {
            cells.truncate(CELLS);
            cells.push("…".to_owned());
        }
        all[first].details.push(("rows", cells.join(", ")));
    }
    all
}

/// Sheets and headings of the columns that are found missing or misspelt.
fn missing_headings(read: &Read) -> HashSet<(String, String)> {
    let missing = read.findings.iter().filter(|finding| finding.code == Code::ColumnMissing);
    let missing = missing
        .filter_map(|finding| Some((finding.cell.as_ref()?.sheet.clone(), finding.value.clone())));
    let sheets = read.places.sheets.iter().zip(&read.places.headings);
    let misspelt = sheets.flat_map(|(found, headings)| {
        let of_sheet =
            found.iter().flat_map(|found| found.misspelt.iter().map(move |at| (found, *at)));
        of_sheet.filter_map(|(found, at)| Some((found.name.clone(), headings.get(at)?.clone())))
    });
    missing.chain(misspelt).collect()
}

fn value<'b>(book: &'b Book, cell: &CellPlace, column: u32) -> &'b Value {
    let sheet = book.sheets.iter().find(|sheet| sheet.name == cell.sheet);
    let row = cell.row.checked_sub(1);
    match (sheet, row) {
        (Some(sheet), Some(row)) => sheet.value(row, column),
        _ => &Value::Empty,
    }
}

/// The finding without most of a very long value.
fn shortened(mut finding: Finding) -> Finding {
    if let Some((end, _)) = finding.value.char_indices().nth(SHOWN) {
        finding.value.truncate(end);
        finding.value.push('…');
    }
    finding
}
