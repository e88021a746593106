//! How cells of .ods files look.

use std::collections::{HashMap, HashSet};

use quick_xml::events::BytesStart;

use super::{Area, Looks, Unreadable, attribute, elements, number, open, part};

/// Cells of one element that are looked at: beyond these they are the empty rest of a sheet.
const REPEATED: u32 = 1_000;

/// The looks of the sheets of an .ods file, by their names.
pub fn of_ods(content: &[u8]) -> Result<HashMap<String, Looks>, Unreadable> {
    let text = part(&mut open(content)?, "content.xml")?.ok_or(Unreadable)?;
    let mut all = HashMap::new();
    let (mut sheet, mut looks) = (String::new(), Looks::default());
    let (mut style, mut number_style) = (String::new(), String::new());
    let (mut struck, mut scientific) = (HashSet::new(), HashSet::new());
    let mut scientific_numbers = HashSet::new();
    let (mut row, mut rows, mut column) = (0_u32, 0_u32, 0_u32);
    let mut declared = 0_u32;
    elements(&text, |name, element, _| match (name, element) {
        ("number-style", Some(element)) => {
            number_style = attribute(element, "name").unwrap_or_default();
        }
        ("scientific-number", Some(_)) => {
            scientific_numbers.insert(number_style.clone());
        }
        ("style", Some(element)) => {
            style = attribute(element, "name").unwrap_or_default();
            let of_number = attribute(element, "data-style-name");
            if of_number.is_some_and(|of| scientific_numbers.contains(&of)) {
                scientific.insert(style.clone());
            }
        }
        ("text-properties", Some(element)) => {
            let kind = ["text-line-through-style", "text-line-through-type"];
            let lines = kind.iter().filter_map(|kind| attribute(element, kind));
            if lines.into_iter().any(|line| line != "none") {
                struck.insert(style.clone());
            }
        }
        ("table", Some(element)) => {
            sheet = attribute(element, "name").unwrap_or_default();
            (row, rows, column, declared) = (0, 0, 0, 0);
        }
        ("table", None) => {
            all.insert(std::mem::take(&mut sheet), std::mem::take(&mut looks));
        }
        ("table-column", Some(element)) => {
            let columns = number(element, "number-columns-repeated").unwrap_or(1).max(1);
            if is_collapsed(element) {
                looks.hidden_columns.insert(declared, declared.saturating_add(columns - 1));
            }
            declared = declared.saturating_add(columns);
        }
        ("table-row", Some(element)) => {
            rows = number(element, "number-rows-repeated").unwrap_or(1);
            column = 0;
            if is_collapsed(element) {
                looks.hidden.insert(row, row.saturating_add(rows.max(1) - 1));
            }
        }
        ("table-row", None) => row = row.saturating_add(rows),
        ("table-cell" | "covered-table-cell", Some(element)) => {
            let columns = number(element, "number-columns-repeated").unwrap_or(1);
            let of = attribute(element, "style-name").unwrap_or_default();
            for at in column..column.saturating_add(columns.min(REPEATED)) {
                for row in row..row.saturating_add(rows.min(REPEATED)) {
                    if struck.contains(&of) {
                        looks.struck.insert((row, at));
                    }
                    if scientific.contains(&of) {
                        looks.scientific.insert((row, at));
                    }
                }
            }
            let spans = ["number-rows-spanned", "number-columns-spanned"]
                .map(|name| number(element, name).unwrap_or(1).max(1));
            if spans != [1, 1] {
                let last = (row.saturating_add(spans[0] - 1), column.saturating_add(spans[1] - 1));
                looks.merged.push(Area { first: (row, column), last });
            }
            column = column.saturating_add(columns);
        }
        ("frame" | "conditional-format", Some(_)) => looks.carried.is_less = true,
        _ => {}
    })?;
    Ok(all)
}

/// Whether a row or column is hidden, by hand or by a filter.
fn is_collapsed(element: &BytesStart) -> bool {
    let shown = attribute(element, "visibility");
    shown.is_some_and(|shown| matches!(shown.as_str(), "collapse" | "filter"))
}
