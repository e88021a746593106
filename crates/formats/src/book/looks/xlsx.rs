//! How cells of .xlsx files look.

use std::collections::{HashMap, HashSet};

use super::carried::{self, Kinds};
use super::styles::{Styles, Theme, is_struck};
use super::{
    Area, List, Looks, Parts, Piece, Unreadable, area, attribute, elements, is_flat, is_on, number,
    open, part, pieces, position,
};

/// Colours that all cells have.
const WHITE: u32 = 0xFF_FFFF;
const BLACK: u32 = 0;

/// The looks of the sheets of an .xlsx file, by their names.
pub fn of_xlsx(content: &[u8]) -> Result<HashMap<String, Looks>, Unreadable> {
    let mut parts = open(content)?;
    let mut targets = HashMap::new();
    let relations = part(&mut parts, "xl/_rels/workbook.xml.rels")?.unwrap_or_default();
    elements(&relations, |name, element, _| {
        if let (true, Some(element)) = (name == "Relationship", element) {
            targets.extend(attribute(element, "Id").zip(attribute(element, "Target")));
        }
    })?;
    let mut sheets = Vec::new();
    let workbook = part(&mut parts, "xl/workbook.xml")?.unwrap_or_default();
    elements(&workbook, |name, element, _| {
        if let (true, Some(element)) = (name == "sheet", element) {
            sheets.extend(attribute(element, "name").zip(attribute(element, "id")));
        }
    })?;
    let theme = part(&mut parts, "xl/theme/theme1.xml")?.unwrap_or_default();
    let formats = part(&mut parts, "xl/styles.xml")?.unwrap_or_default();
    let styles = Styles::parse(&formats, &Theme::parse(&theme)?)?;
    let texts = part(&mut parts, "xl/sharedStrings.xml")?.unwrap_or_default();
    let struck_texts = struck_texts(&texts)?;
    let kinds = Kinds::read(&mut parts)?;
    let formats = carried::copied(&formats, "dxfs")?;
    let mut looks = HashMap::new();
    for (name, id) in sheets {
        let Some(target) = targets.get(&id) else { continue };
        let path = match target.strip_prefix('/') {
            Some(path) => path.to_owned(),
            None => format!("xl/{target}"),
        };
        if let Some(text) = part(&mut parts, &path)? {
            let mut of_sheet = of_sheet(&text, &styles, &struck_texts)?;
            if let Some(comments) = comments(&mut parts, &path)? {
                of_sheet.notes = notes(&comments)?;
            }
            of_sheet.carried = carried::of_sheet(&mut parts, &kinds, (&path, &text), &formats)?;
            looks.insert(name, of_sheet);
        }
    }
    Ok(looks)
}

/// The part with the notes on the cells of a sheet.
fn comments(parts: &mut Parts, sheet: &str) -> Result<Option<String>, Unreadable> {
    let (folder, file) = sheet.rsplit_once('/').unwrap_or(("", sheet));
    let relations = part(parts, &format!("{folder}/_rels/{file}.rels"))?.unwrap_or_default();
    let mut target = None;
    elements(&relations, |name, element, _| {
        let Some(element) = element.filter(|_| name == "Relationship") else { return };
        if attribute(element, "Type").is_some_and(|kind| kind.ends_with("/comments")) {
            target = attribute(element, "Target");
        }
    })?;
    let Some(target) = target else { return Ok(None) };
    let path = match (target.strip_prefix('/'), target.strip_prefix("../")) {
        (Some(path), _) => path.to_owned(),
        (None, Some(path)) => {
            format!("{}/{path}", folder.rsplit_once('/').map_or("", |(above, _)| above))
        }
        (None, None) => format!("{folder}/{target}"),
    };
    part(parts, &path)
}

/// What the notes say.
fn notes(text: &str) -> Result<HashMap<(u32, u32), String>, Unreadable> {
    let mut notes = HashMap::new();
    let mut at = None;
    let (mut said, mut is_text) = (String::new(), false);
    pieces(text, |name, piece| match (name, piece) {
        ("comment", Piece::Begin(element)) => {
            at = attribute(element, "ref").and_then(|cell| position(&cell));
            said.clear();
        }
        ("comment", Piece::End) => {
            notes.extend(at.take().map(|at| (at, std::mem::take(&mut said))));
        }
        ("t", Piece::Begin(_)) => is_text = true,
        ("t", Piece::End) => is_text = false,
        (_, Piece::Text(text)) if is_text => said.push_str(&text),
        _ => {}
    })?;
    Ok(notes)
}

/// Numbers of the shared texts of which some letters are struck through.
fn struck_texts(text: &str) -> Result<HashSet<u32>, Unreadable> {
    let mut struck = HashSet::new();
    let mut number = 0;
    elements(text, |name, element, begins| match (name, element) {
        ("si", None) if !begins => number += 1,
        ("strike", Some(element)) if is_struck(element) => {
            struck.insert(number);
        }
        _ => {}
    })?;
    Ok(struck)
}

fn of_sheet(text: &str, styles: &Styles, struck_texts: &HashSet<u32>) -> Result<Looks, Unreadable> {
    let mut looks = Looks::default();
    let (mut at, mut is_shared, mut is_value) = ((0, 0), false, false);
    let (mut row, mut next_row, mut next_column) = (0, 0, 0);
    let mut list: Option<List> = None;
    let (mut is_choices, mut is_cells) = (false, false);
    pieces(text, |name, piece| match (name, piece) {
        ("row", Piece::Begin(element)) => {
            row = number(element, "r").and_then(|row| row.checked_sub(1)).unwrap_or(next_row);
            (next_row, next_column) = (row + 1, 0);
            if is_on(element, "hidden") || is_flat(element, "ht") {
                looks.hidden.insert(row, row);
            }
        }
        ("c", Piece::Begin(element)) => {
            let own = attribute(element, "r").and_then(|cell| position(&cell));
            at = own.unwrap_or((row, next_column));
            next_column = at.1 + 1;
            is_shared = attribute(element, "t").as_deref() == Some("s");
            let style = number(element, "s").unwrap_or_default() as usize;
            let Some(style) = styles.of_cells.get(style) else { return };
            if style.struck {
                looks.struck.insert(at);
            }
            if style.scientific {
                looks.scientific.insert(at);
            }
            looks.fills.extend(style.fill.filter(|fill| *fill != WHITE).map(|fill| (at, fill)));
            looks.inks.extend(style.ink.filter(|ink| *ink != BLACK).map(|ink| (at, ink)));
        }
        ("strike", Piece::Begin(element)) if is_struck(element) => {
            looks.struck.insert(at);
        }
        ("v", Piece::Begin(_)) => is_value = true,
        ("v", Piece::End) => is_value = false,
        (_, Piece::Text(text))
            if is_value
                && is_shared
                && text.trim().parse().is_ok_and(|number| struck_texts.contains(&number)) =>
        {
            looks.struck.insert(at);
        }
        ("pane", Piece::Begin(element))
            if attribute(element, "state").is_some_and(|state| state.starts_with("frozen")) =>
        {
            let split = |name| number(element, name).unwrap_or_default();
            looks.frozen = (split("ySplit"), split("xSplit"));
        }
        ("col", Piece::Begin(element)) => {
            let bounds = number(element, "min").zip(number(element, "max"));
            let width = attribute(element, "width").and_then(|width| width.parse().ok());
            let bounds = bounds.filter(|(first, _)| *first > 0);
            if is_on(element, "hidden") || is_flat(element, "width") {
                looks.hidden_columns.extend(bounds.map(|(first, last)| (first - 1, last - 1)));
            }
            let width = bounds.zip(width);
            looks.widths.extend(width.map(|((first, last), width)| (first - 1, last - 1, width)));
        }
        ("dataValidation", Piece::Begin(element)) => {
            let cells = attribute(element, "sqref").unwrap_or_default();
            let areas = areas(&cells);
            let is_list = attribute(element, "type").as_deref() == Some("list");
            list = is_list.then(|| List { areas, choices: String::new() });
        }
        ("dataValidation", Piece::End) => {
            looks.lists.extend(list.take().filter(|list| !list.choices.is_empty()));
        }
        ("formula1", Piece::Begin(_)) => is_choices = true,
        ("formula1", Piece::End) => is_choices = false,
        // A list on another sheet may stand among the extensions, with its cells as text.
        ("sqref", Piece::Begin(_)) => is_cells = true,
        ("sqref", Piece::End) => is_cells = false,
        (_, Piece::Text(text)) if is_cells => {
            if let Some(list) = &mut list {
                list.areas.extend(areas(&text));
            }
        }
        (_, Piece::Text(text)) if is_choices => {
            if let Some(list) = &mut list {
                list.choices.push_str(&text);
            }
        }
        _ => {}
    })?;
    Ok(looks)
}

/// The cells that a text names, separated by spaces.
fn areas(cells: &str) -> Vec<Area> {
    cells.split_whitespace().filter_map(area).collect()
}
