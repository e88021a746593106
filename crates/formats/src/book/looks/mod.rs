//! How cells look: what matters to what they mean (hidden rows, text that is struck through, numbers in
//! scientific notation), and what a copy keeps. The reader of the values does not tell these.

mod carried;
mod ods;
mod styles;
mod xlsx;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{Cursor, Read};

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::Area;
pub use carried::{Carried, PackagePart, relations_of};
pub use ods::of_ods;
pub use xlsx::of_xlsx;

/// How the cells of a sheet look; rows and columns are counted from 0.
#[derive(Clone, Debug, Default)]
pub struct Looks {
    /// First and last of rows that are hidden, by hand or by a filter.
    pub hidden: BTreeMap<u32, u32>,
    /// First and last of columns that are hidden.
    pub hidden_columns: BTreeMap<u32, u32>,
    /// Cells that are struck through.
    pub struck: HashSet<(u32, u32)>,
    /// Cells whose numbers are shown as `1.00E+02`.
    pub scientific: HashSet<(u32, u32)>,
    /// Merged cells, of .ods files.
    pub merged: Vec<Area>,
    /// Colours behind cells, as red, green and blue.
    pub fills: HashMap<(u32, u32), u32>,
    /// Colours of letters.
    pub inks: HashMap<(u32, u32), u32>,
    /// Lists to choose from.
    pub lists: Vec<List>,
    /// Rows and columns that stay in sight.
    pub frozen: (u32, u32),
    /// Notes on cells.
    pub notes: HashMap<(u32, u32), String>,
    /// First and last column of a width, and the width in characters.
    pub widths: Vec<(u32, u32, f64)>,
    /// What a copy carries over as it stands.
    pub carried: Carried,
}

/// A list to choose from in some cells.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The cells.
    pub areas: Vec<Area>,
    /// Where the choices stand, or the choices themselves in double quotes, as the workbook has it.
    pub choices: String,
}

impl Looks {
    /// Whether a row is hidden.
    pub fn is_hidden(&self, row: u32) -> bool {
        is_within(&self.hidden, row)
    }

    /// Whether a column is hidden.
    pub fn is_hidden_column(&self, column: u32) -> bool {
        is_within(&self.hidden_columns, column)
    }
}

/// Whether a number lies within one of some stretches, given by first and last.
fn is_within(stretches: &BTreeMap<u32, u32>, at: u32) -> bool {
    stretches.range(..=at).next_back().is_some_and(|(_, &last)| at <= last)
}

/// A part of a package that cannot be read.
#[derive(Debug)]
pub struct Unreadable;

type Parts<'c> = ZipArchive<Cursor<&'c [u8]>>;

/// The text of a part; none if it is not there.
fn part(parts: &mut Parts, name: &str) -> Result<Option<String>, Unreadable> {
    let Some(at) = parts.index_for_name(name) else { return Ok(None) };
    let mut content = Vec::new();
    let mut file = parts.by_index(at).map_err(|_| Unreadable)?;
    file.read_to_end(&mut content).map_err(|_| Unreadable)?;
    Ok(Some(super::decode(&content)))
}

fn open(content: &[u8]) -> Result<Parts<'_>, Unreadable> {
    ZipArchive::new(Cursor::new(content)).map_err(|_| Unreadable)
}

/// A piece of a document.
enum Piece<'e> {
    /// An element begins.
    Begin(&'e BytesStart<'e>),
    /// It ends.
    End,
    /// Text within it.
    Text(String),
}

/// Goes through a document; each piece with the name of its element, without a prefix, or of none for text.
fn pieces(text: &str, mut visit: impl FnMut(&str, Piece)) -> Result<(), Unreadable> {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event().map_err(|_| Unreadable)? {
            Event::Start(element) => {
                visit(element.local_name().as_ref(), Piece::Begin(&element));
            }
            Event::Empty(element) => {
                visit(element.local_name().as_ref(), Piece::Begin(&element));
                visit(element.local_name().as_ref(), Piece::End);
            }
            Event::End(element) => visit(element.local_name().as_ref(), Piece::End),
            Event::Text(text) => visit("", Piece::Text(text.xml10_content().into_owned())),
            Event::CData(text) => visit("", Piece::Text(text.xml10_content().into_owned())),
            Event::GeneralRef(entity) => {
                let letter = entity.resolve_char_ref().map_err(|_| Unreadable)?;
                let name = entity.xml10_content();
                let text = letter.map(String::from);
                let text = text.or_else(|| resolve_predefined_entity(&name).map(str::to_owned));
                visit("", Piece::Text(text.ok_or(Unreadable)?));
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// Goes through the elements of a document, where they begin (with their attributes) and where they end.
fn elements(
    text: &str,
    mut visit: impl FnMut(&str, Option<&BytesStart>, bool),
) -> Result<(), Unreadable> {
    pieces(text, |name, piece| match piece {
        Piece::Begin(element) => visit(name, Some(element), true),
        Piece::End => visit(name, None, false),
        Piece::Text(_) => {}
    })
}

/// An attribute of an element, by its name without a prefix.
fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

fn number(element: &BytesStart, name: &str) -> Option<u32> {
    attribute(element, name)?.parse().ok()
}

/// Whether a height or width is nothing, which hides as well.
fn is_flat(element: &BytesStart, name: &str) -> bool {
    attribute(element, name).is_some_and(|size| size.parse() == Ok(0.0))
}

/// Whether an attribute says yes.
fn is_on(element: &BytesStart, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on"))
}

/// Row and column of `C5`.
fn position(cell: &str) -> Option<(u32, u32)> {
    let digits = cell.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = cell.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |sum, letter| {
        let digit = letter.to_ascii_uppercase().checked_sub(b'A').filter(|&digit| digit < 26)?;
        sum.checked_mul(26)?.checked_add(u32::from(digit) + 1)
    })?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// The cells of `C5:D7`, or of `C5` alone.
fn area(cells: &str) -> Option<Area> {
    let (first, last) = cells.split_once(':').unwrap_or((cells, cells));
    Some(Area { first: position(first)?, last: position(last)? })
}
