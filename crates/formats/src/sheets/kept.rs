//! What a copy keeps of the look of the workbook that it was made from.

use std::collections::HashMap;

use rust_xlsxwriter::{Color, DataValidation, Format, Formula, Worksheet, XlsxError};

use crate::book::Carried;

/// What a workbook adds to the width of a column, in characters.
const PADDING: f64 = 0.710_937_5;

/// Row and column of a cell, counted from 0.
pub type At = (u32, u16);

/// How a cell looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellLook {
    /// The colour behind it.
    pub fill: Option<u32>,
    /// The colour of its letters.
    pub ink: Option<u32>,
    /// Whether it is struck through.
    pub struck: bool,
    /// Whether its number is shown in scientific notation.
    pub scientific: bool,
}

/// How a sheet looks.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// Cells that look in some way of their own.
    pub cells: HashMap<At, CellLook>,
    /// First and last of cells that are merged.
    pub merged: Vec<(At, At)>,
    /// Rows that are hidden.
    pub hidden_rows: Vec<u32>,
    /// First and last of columns that are hidden.
    pub hidden_columns: Vec<(u16, u16)>,
    /// Whether the sheet is hidden.
    pub hidden: bool,
    /// Lists to choose from: first and last cell, and where the choices stand.
    pub lists: Vec<(At, At, String)>,
    /// Rows and columns that stay in sight.
    pub frozen: At,
    /// Notes on cells.
    pub notes: HashMap<At, String>,
    /// First and last column of a width, and the width.
    pub widths: Vec<(u16, u16, f64)>,
    /// Charts, pictures and rules that colour cells.
    pub carried: Carried,
}

impl Kept {
    /// A format with the look of a cell.
    pub fn format(&self, at: At, format: &Format) -> Format {
        let mut format = format.clone();
        let Some(look) = self.cells.get(&at) else { return format };
        if let Some(fill) = look.fill {
            format = format.set_background_color(Color::RGB(fill));
        }
        if let Some(ink) = look.ink {
            format = format.set_font_color(Color::RGB(ink));
        }
        if look.struck {
            format = format.set_font_strikethrough();
        }
        if look.scientific {
            format = format.set_num_format("0.00E+00");
        }
        format
    }

    /// What has to be there before the cells are written.
    ///
    /// # Errors
    /// It does not fit in a workbook.
    pub fn before(&self, page: &mut Worksheet) -> Result<(), XlsxError> {
        page.set_hidden(self.hidden);
        for &((row, column), (last_row, last_column)) in &self.merged {
            page.merge_range(row, column, last_row, last_column, "", &Format::new())?;
        }
        for (&(row, column), _) in self.cells.iter().filter(|(_, look)| look.fill.is_some()) {
            page.write_blank(row, column, &self.format((row, column), &Format::new()))?;
        }
        Ok(())
    }

    /// What can be there only afterwards.
    ///
    /// # Errors
    /// It does not fit in a workbook.
    pub fn after(&self, page: &mut Worksheet) -> Result<(), XlsxError> {
        if self.frozen != (0, 0) {
            page.set_freeze_panes(self.frozen.0, self.frozen.1)?;
        }
        for &row in &self.hidden_rows {
            page.set_row_hidden(row)?;
        }
        for &(first, last, width) in &self.widths {
            for column in first..=last {
                page.set_column_width(column, (width - PADDING).max(0.0))?;
            }
        }
        for &(first, last) in &self.hidden_columns {
            page.set_column_range_hidden(first, last)?;
        }
        for ((row, column), (last_row, last_column), choices) in &self.lists {
            let quoted = choices.strip_prefix('"').and_then(|choices| choices.strip_suffix('"'));
            let list = match quoted {
                Some(choices) => {
                    let choices: Vec<&str> = choices.split(',').collect();
                    DataValidation::new().allow_list_strings(&choices)?
                }
                None => DataValidation::new().allow_list_formula(Formula::new(choices)),
            };
            let list = list.show_error_message(false).ignore_blank(true);
            page.add_data_validation(*row, *column, *last_row, *last_column, &list)?;
        }
        Ok(())
    }
}
