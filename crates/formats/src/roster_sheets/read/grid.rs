//! Finds the sheets and columns of the layout in a workbook, whatever their order and language.

use std::collections::{BTreeSet, HashSet};

use super::super::layout::{Need, Rows, SHEETS, SheetSpec};
use super::super::parse::unquoted;
use super::super::places::{FoundSheet, letters};
use super::super::words::{Words, likeness, plain, plain_heading};
use super::Gathered;
use crate::book::{Area, Book, RawRow, RawSheet, Value};
use leerteam_model::roster::{CellPlace, Code, folded};

/// Rows in which headings are looked for.
const ROWS_ABOVE: usize = 20;
/// From this likeness on (0 to 1) a name is taken for a misspelt one.
const ALIKE: f64 = 0.75;

/// For each sheet of the layout, its place in the workbook and how it was found.
pub fn find(
    book: &Book,
    words: &Words,
    gathered: &mut Gathered,
) -> Vec<Option<(usize, FoundSheet)>> {
    let mut found: Vec<Option<(usize, FoundSheet)>> = SHEETS.iter().map(|_| None).collect();
    let mut unknown = Vec::new();
    for (place, sheet) in book.sheets.iter().enumerate() {
        let name = plain_heading(&sheet.name);
        let known = words.sheets.iter().position(|names| names.contains(&name));
        match known {
            Some(at) => match &mut found[at] {
                // One without rows of data is in nobody's way.
                Some(_) if !has_data(sheet) => {}
                Some((first, _)) if has_data(&book.sheets[*first]) => {
                    let details = vec![("first", book.sheets[*first].name.clone())];
                    gathered.add(Code::SheetTwice, whole(&sheet.name), &sheet.name, details);
                    gathered.unread.extend(SHEETS[at].lists());
                }
                other => *other = Some((place, FoundSheet::default())),
            },
            None => unknown.push((place, sheet, name)),
        }
    }
    let unknown = by_parts(book, unknown, words, &mut found, gathered);
    for (at, found) in found.iter_mut().enumerate() {
        if let Some((place, found)) = found {
            *found = columns(&book.sheets[*place], at, words, gathered);
        }
    }
    let unknown = unknown.into_iter();
    let misspelt: Vec<usize> = unknown
        .filter_map(|(sheet, name)| unknown_sheet(sheet, &name, &found, words, gathered))
        .collect();
    for (at, spec) in SHEETS.iter().enumerate() {
        let code = match spec.need {
            _ if found[at].is_some() || misspelt.contains(&at) => continue,
            Need::Required => Code::SheetMissing,
            Need::Expected => Code::SheetLeftOut,
            Need::Optional => continue,
        };
        let name = gathered.messages.text(&format!("sheet-{}", spec.id), &[]);
        gathered.add(code, whole(&name), &name, Vec::new());
        if spec.need == Need::Required {
            gathered.unread.extend(spec.lists());
        }
    }
    found
}

/// Finds CSV files by parts of their names, where no other is the sheet; those that are still unknown.
fn by_parts<'b>(
    book: &Book,
    unknown: Vec<(usize, &'b RawSheet, String)>,
    words: &Words,
    found: &mut [Option<(usize, FoundSheet)>],
    gathered: &mut Gathered,
) -> Vec<(&'b RawSheet, String)> {
    let mut rest = Vec::new();
    let exact: Vec<bool> = found.iter().map(Option::is_some).collect();
    for (place, sheet, name) in unknown {
        let parts = sheet.other_names.iter().map(|part| plain_heading(part));
        let known = |part: String| words.sheets.iter().position(|names| names.contains(&part));
        let mut meant: Vec<usize> = parts.filter_map(known).collect();
        meant.dedup();
        match meant.as_slice() {
            &[at] if !exact[at] => match &found[at] {
                None => found[at] = Some((place, FoundSheet::default())),
                Some((first, _)) => {
                    let details = vec![("first", book.sheets[*first].name.clone())];
                    gathered.add(Code::SheetTwice, whole(&sheet.name), &sheet.name, details);
                    gathered.unread.extend(SHEETS[at].lists());
                }
            },
            _ => rest.push((sheet, name)),
        }
    }
    rest
}

/// A sheet as a whole.
pub fn whole(sheet: &str) -> CellPlace {
    CellPlace { sheet: sheet.to_owned(), row: 0, column: String::new(), heading: String::new() }
}

/// Whether there is more on a sheet than headings and remarks.
fn has_data(sheet: &RawSheet) -> bool {
    sheet.rows.iter().filter(|row| !is_remark(row, |_| true)).count() > 1
}

/// Reports a sheet that is not known; the one that it may be, misspelt.
fn unknown_sheet(
    sheet: &RawSheet,
    name: &str,
    found: &[Option<(usize, FoundSheet)>],
    words: &Words,
    gathered: &mut Gathered,
) -> Option<usize> {
    if sheet.rows.is_empty() || words.other_sheets.iter().any(|known| known == name) {
        return None;
    }
    let missing = words.sheets.iter().enumerate().filter(|(at, _)| found[*at].is_none());
    let meant = closest(name, missing.map(|(at, names)| (at, names.as_slice())));
    match meant {
        Some(at) => {
            let meant = words.most_alike(&format!("sheet-{}", SHEETS[at].id), name);
            let details = vec![("meant", meant)];
            gathered.add(Code::SheetMisspelt, whole(&sheet.name), &sheet.name, details);
            gathered.unread.extend(SHEETS[at].lists());
        }
        None => gathered.add(Code::SheetUnknown, whole(&sheet.name), &sheet.name, Vec::new()),
    }
    meant
}

/// The name that another is most like, if it is like it at all.
fn closest<'n>(
    name: &str,
    candidates: impl Iterator<Item = (usize, &'n [String])>,
) -> Option<usize> {
    let likeness = |names: &[String]| {
        let each = names.iter().map(|known| likeness(known, name));
        each.fold(0.0, f64::max)
    };
    let scored = candidates.map(|(at, names)| (at, likeness(names)));
    let best = scored.max_by(|(_, one), (_, other)| one.total_cmp(other));
    best.filter(|(_, likeness)| *likeness >= ALIKE).map(|(at, _)| at)
}

/// Where the columns of a sheet are.
fn columns(sheet: &RawSheet, at: usize, words: &Words, gathered: &mut Gathered) -> FoundSheet {
    let spec = &SHEETS[at];
    let mut found = FoundSheet {
        name: sheet.name.clone(),
        columns: vec![None; spec.columns.len()],
        ..FoundSheet::default()
    };
    let Some(headings) = headings(sheet, spec, &words.columns[at], words) else {
        if !sheet.rows.is_empty() {
            let details = vec![("columns", headings_of(spec, gathered))];
            gathered.add(Code::HeadingsMissing, whole(&sheet.name), &sheet.name, details);
            gathered.unread.extend(spec.lists());
        }
        return found;
    };
    found.heading = headings.last;
    let mut finder = Finder { sheet, spec, names: &words.columns[at], words, found, gathered };
    finder.row(&headings);
    let Finder { found, .. } = finder;
    if sheet.rows.last().is_some_and(|row| row.number > headings.last) {
        missing_columns(sheet, spec, &found, gathered);
        without_heading(sheet, &headings, gathered);
    }
    found
}

/// The headings of a sheet.
struct Headings {
    /// For each column that has one: its row, itself, and what stands above it.
    of: Vec<(u32, u32, String)>,
    /// The last of their rows.
    last: u32,
}

/// The row with most headings among the first, for there may be a title above it; or two rows of which the
/// upper says what several columns are about (`Stage`) and the lower what each is (`vanaf`).
fn headings(
    sheet: &RawSheet,
    spec: &SheetSpec,
    names: &[Vec<String>],
    words: &Words,
) -> Option<Headings> {
    let is_known = |text: &str| {
        let heading = plain_heading(text);
        names.iter().any(|names| names.contains(&heading))
            || (spec.attributes && attribute(text, words).is_some())
    };
    let known =
        |headings: &Headings| headings.of.iter().filter(|(.., text)| is_known(text)).count();
    let rows = &sheet.rows[..sheet.rows.len().min(ROWS_ABOVE)];
    let one = |row: &RawRow| {
        let filled = row.cells.iter().filter(|cell| cell.value != Value::Empty);
        let of = filled.map(|cell| (row.number, cell.column, cell.value.to_string())).collect();
        Headings { of, last: row.number }
    };
    let two = |rows: &[RawRow]| match rows {
        [upper, lower] if lower.number == upper.number + 1 => {
            Some(two_rows(sheet, upper, lower, is_known))
        }
        _ => None,
    };
    let ones = rows.iter().map(one);
    let all =
        ones.chain(rows.windows(2).filter_map(two)).map(|headings| (known(&headings), headings));
    // The first of those with as many; one row before two.
    let best = all.reduce(|best, other| if other.0 > best.0 { other } else { best });
    best.filter(|(known, _)| *known > 0).map(|(_, headings)| headings)
}

/// The headings that two rows make together: both, the lower or the upper, whichever is known.
fn two_rows(
    sheet: &RawSheet,
    upper: &RawRow,
    lower: &RawRow,
    is_known: impl Fn(&str) -> bool,
) -> Headings {
    let columns: BTreeSet<u32> =
        upper.cells.iter().chain(&lower.cells).map(|cell| cell.column).collect();
    let group = |column: u32| {
        let is_it = |area: &&Area| {
            area.first.0 <= upper.number
                && upper.number <= area.last.0
                && (area.first.1..=area.last.1).contains(&column)
        };
        let merged = sheet.merged.iter().find(is_it);
        let first = merged.map_or((upper.number, column), |area| area.first);
        sheet.value(first.0, first.1).to_string()
    };
    let heading = |column: u32| {
        let (above, own) = (group(column), lower.value(column).to_string());
        let candidates = [
            (lower.number, format!("{above} {own}")),
            (lower.number, own.clone()),
            (upper.number, above.clone()),
        ];
        let found = candidates.into_iter().find(|(_, text)| is_known(text));
        let unknown = if own.is_empty() { (upper.number, above) } else { (lower.number, own) };
        let (row, text) = found.unwrap_or(unknown);
        (row, column, text.trim().to_owned())
    };
    let of = columns.into_iter().map(heading).filter(|(.., text)| !text.is_empty()).collect();
    Headings { of, last: lower.number }
}

/// Some headings of a sheet, for whoever has none.
fn headings_of(spec: &SheetSpec, gathered: &Gathered) -> String {
    let heading = |id: &str| gathered.messages.text(&format!("column-{id}"), &[]);
    let headings = spec.columns.iter().take(4).map(|column| heading(column.id));
    headings.collect::<Vec<_>>().join(", ")
}

/// Finds columns by their headings.
struct Finder<'a, 'g> {
    sheet: &'a RawSheet,
    spec: &'static SheetSpec,
    names: &'a [Vec<String>],
    words: &'a Words,
    found: FoundSheet,
    gathered: &'a mut Gathered<'g>,
}

impl Finder<'_, '_> {
    /// Takes the columns from the headings.
    fn row(&mut self, headings: &Headings) {
        let mut unknown = Vec::new();
        for &(row, column, ref text) in &headings.of {
            let text = text.clone();
            let heading = plain_heading(&text);
            let place = cell_at(self.sheet, row, column, &text);
            let attribute = attribute(&text, self.words).filter(|_| self.spec.attributes);
            match (self.names.iter().position(|names| names.contains(&heading)), attribute) {
                (Some(known), _) => match &self.found.columns[known] {
                    None => self.found.columns[known] = Some((column, text)),
                    Some((first, _)) => self.twice(*first, place, &text),
                },
                (None, Some(name)) => {
                    let is_same = |other: &str| folded(other) == folded(&name);
                    let known = self.found.attributes.iter().find(|(other, ..)| is_same(other));
                    match known.map(|(_, first, _)| *first) {
                        None => self.found.attributes.push((name, column, text)),
                        Some(first) => self.twice(first, place, &text),
                    }
                }
                (None, None) => unknown.push((heading, place, text)),
            }
        }
        for (heading, place, text) in unknown {
            self.unknown(&heading, place, &text);
        }
    }

    fn twice(&mut self, first: u32, place: CellPlace, text: &str) {
        self.gathered.add(Code::ColumnTwice, place, text, vec![("first", letters(first))]);
    }

    fn unknown(&mut self, heading: &str, place: CellPlace, text: &str) {
        if self.spec.of_people && self.words.unneeded.iter().any(|known| known == heading) {
            return;
        }
        let names = self.names.iter().enumerate();
        let missing = names.filter(|(at, _)| self.found.columns[*at].is_none());
        match closest(heading, missing.map(|(at, names)| (at, names.as_slice()))) {
            Some(at) => {
                let key = format!("column-{}", self.spec.columns[at].id);
                let details = vec![("meant", self.words.most_alike(&key, heading))];
                self.found.misspelt.push(at);
                self.gathered.add(Code::ColumnMisspelt, place, text, details);
            }
            None => self.gathered.add(Code::ColumnUnknown, place, text, Vec::new()),
        }
    }
}

/// Reports columns that have to be there. One that is there but misspelt has its own finding.
fn missing_columns(
    sheet: &RawSheet,
    spec: &SheetSpec,
    found: &FoundSheet,
    gathered: &mut Gathered,
) {
    let is_there = |at: usize| found.columns[at].is_some() || found.misspelt.contains(&at);
    let heading = |at: usize, gathered: &Gathered| {
        gathered.messages.text(&format!("column-{}", spec.columns[at].id), &[])
    };
    for (at, column) in spec.columns.iter().enumerate() {
        if column.required && !is_there(at) {
            let meant = heading(at, gathered);
            gathered.add(Code::ColumnMissing, whole(&sheet.name), &meant, Vec::new());
        }
    }
    // One of several columns has to say whose a row is.
    if let Rows::Owned(owners) = spec.rows
        && owners.len() > 1
    {
        let columns: Option<Vec<usize>> =
            owners.iter().map(|owner| owner.column.and_then(|id| spec.column(id))).collect();
        let mut columns = columns.unwrap_or_default();
        columns.sort_unstable();
        if !columns.is_empty() && !columns.iter().any(|&at| is_there(at)) {
            let all = columns.iter().map(|&at| heading(at, gathered)).collect::<Vec<_>>();
            let all = all.join(" / ");
            gathered.add(Code::ColumnMissing, whole(&sheet.name), &all, Vec::new());
            gathered.unread.extend(spec.lists());
        }
    }
    let nameless = |id| spec.column(id).is_none_or(|at| found.columns[at].is_none());
    if spec.column("id").is_some() && nameless("id") && nameless("name") {
        gathered.unread.extend(spec.lists());
    }
}

/// Reports each column that has something in it, but no heading: its first cell.
fn without_heading(sheet: &RawSheet, headings: &Headings, gathered: &mut Gathered) {
    let mut known: HashSet<u32> = headings.of.iter().map(|(_, column, _)| *column).collect();
    let below = sheet.rows.iter().filter(|row| row.number > headings.last);
    for row in below {
        for cell in &row.cells {
            let is_new = cell.value != Value::Empty && !known.contains(&cell.column);
            if is_new && !is_remark(row, |_| true) {
                known.insert(cell.column);
                let place = cell_at(sheet, row.number, cell.column, "");
                gathered.add(Code::NoHeading, place, &cell.value.to_string(), Vec::new());
            }
        }
    }
}

/// A cell.
pub fn cell_at(sheet: &RawSheet, row: u32, column: u32, heading: &str) -> CellPlace {
    CellPlace {
        sheet: sheet.name.clone(),
        row: row + 1,
        column: letters(column),
        heading: heading.to_owned(),
    }
}

/// The attribute that a heading names: what stands behind `kenmerk` or `attribute`.
fn attribute(heading: &str, words: &Words) -> Option<String> {
    let at = heading.find([':', ' '])?;
    let (first, rest) = heading.split_at(at);
    let rest = rest.trim_start();
    let name = rest.strip_prefix(':').unwrap_or(rest).trim();
    let is_one = words.attribute.contains(&plain(first));
    (is_one && !name.is_empty()).then(|| unquoted(name))
}

/// Whether a row is a remark or an example and not data: the first of its cells that are read begins with
/// `#`.
pub fn is_remark(row: &RawRow, is_read: impl Fn(u32) -> bool) -> bool {
    let mut filled = row.cells.iter().filter(|cell| cell.value != Value::Empty);
    let first = filled.find(|cell| is_read(cell.column)).map(|cell| &cell.value);
    matches!(first, Some(Value::Text(text)) if text.starts_with('#'))
}
