//! The formats of cells of .xlsx files.

use std::collections::HashSet;

use quick_xml::events::BytesStart;

use super::{Unreadable, attribute, elements, number};

/// The colours of a workbook that have no numbers of their own.
#[derive(Debug, Default)]
pub struct Theme(Vec<u32>);

impl Theme {
    /// Reads the part with the theme.
    pub fn parse(text: &str) -> Result<Theme, Unreadable> {
        let mut colours = Vec::new();
        let mut within = false;
        elements(text, |name, element, begins| match (name, element) {
            ("clrScheme", _) => within = begins,
            ("srgbClr", Some(element)) if within => colours.extend(hexadecimal(element, "val")),
            ("sysClr", Some(element)) if within => colours.extend(hexadecimal(element, "lastClr")),
            _ => {}
        })?;
        // Light and dark stand the other way round than they are counted.
        if colours.len() >= 4 {
            colours.swap(0, 1);
            colours.swap(2, 3);
        }
        Ok(Theme(colours))
    }

    /// The colour that an element names.
    fn colour(&self, element: &BytesStart) -> Option<u32> {
        if let Some(colour) = hexadecimal(element, "rgb") {
            return Some(colour & 0xFF_FFFF);
        }
        let colour = *self.0.get(number(element, "theme")? as usize)?;
        let tint = attribute(element, "tint").and_then(|tint| tint.parse::<f64>().ok());
        let tint = tint.unwrap_or_default();
        let part = |shift: u32| {
            let part = f64::from(colour >> shift & 0xFF);
            let part = if tint > 0.0 { part + (255.0 - part) * tint } else { part * (1.0 + tint) };
            (part.round().clamp(0.0, 255.0) as u32) << shift
        };
        Some(part(16) | part(8) | part(0))
    }
}

/// Whether an element that strikes text through does so.
pub fn is_struck(element: &BytesStart) -> bool {
    let off = attribute(element, "val");
    !off.is_some_and(|value| matches!(value.as_str(), "0" | "false"))
}

fn hexadecimal(element: &BytesStart, name: &str) -> Option<u32> {
    u32::from_str_radix(&attribute(element, name)?, 16).ok()
}

/// What a cell of a format looks like.
#[derive(Clone, Debug, Default)]
pub struct Style {
    /// Whether it is struck through.
    pub struck: bool,
    /// Whether numbers are shown in scientific notation.
    pub scientific: bool,
    /// The colour behind it.
    pub fill: Option<u32>,
    /// The colour of its letters.
    pub ink: Option<u32>,
}

/// The formats by their numbers.
#[derive(Debug, Default)]
pub struct Styles {
    /// Those of cells.
    pub of_cells: Vec<Style>,
}

impl Styles {
    /// Reads the part with the formats.
    pub fn parse(text: &str, theme: &Theme) -> Result<Styles, Unreadable> {
        // Two formats of Excel's own are scientific.
        let mut scientific = HashSet::from([11, 48]);
        let mut styles = Styles::default();
        let mut within = String::new();
        let mut fonts: Vec<Style> = Vec::new();
        let mut fills: Vec<Option<u32>> = Vec::new();
        let mut is_solid = false;
        elements(text, |name, element, begins| match (name, element) {
            ("fonts" | "fills" | "cellXfs", _) => {
                within = if begins { name.to_owned() } else { String::new() };
            }
            ("numFmt", Some(element)) => {
                let code = attribute(element, "formatCode").unwrap_or_default();
                if code.contains("E+") || code.contains("E-") {
                    scientific.extend(number(element, "numFmtId"));
                }
            }
            ("font", Some(_)) if within == "fonts" => fonts.push(Style::default()),
            ("strike", Some(element)) if within == "fonts" => {
                if let Some(font) = fonts.last_mut() {
                    font.struck = is_struck(element);
                }
            }
            ("color", Some(element)) if within == "fonts" => {
                if let Some(font) = fonts.last_mut() {
                    font.ink = theme.colour(element);
                }
            }
            ("fill", Some(_)) if within == "fills" => fills.push(None),
            ("patternFill", Some(element)) => {
                is_solid = attribute(element, "patternType").as_deref() == Some("solid");
            }
            ("fgColor", Some(element)) if within == "fills" && is_solid => {
                if let Some(fill) = fills.last_mut() {
                    *fill = theme.colour(element);
                }
            }
            ("xf", Some(element)) if within == "cellXfs" => {
                let at = |name| number(element, name).unwrap_or_default();
                let font = fonts.get(at("fontId") as usize).cloned().unwrap_or_default();
                let fill = fills.get(at("fillId") as usize).copied().flatten();
                let scientific = scientific.contains(&at("numFmtId"));
                styles.of_cells.push(Style { scientific, fill, ..font });
            }
            _ => {}
        })?;
        Ok(styles)
    }
}
