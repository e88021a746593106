//! Sheets as a workbook (Office Open XML).

use std::borrow::Cow;
use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    Color, DataValidation, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Note, Url,
    Workbook, Worksheet, XlsxError,
};

use super::carried::carry;
use super::{Cell, Choices, Column, Kind, Mark, Need, Sheet, Tone};
use leerteam_model::roster::Clock;

/// Widest column that is made as wide as its cells, in characters.
const WIDEST: u16 = 60;
/// Longest text that a cell can hold, in units of UTF-16.
const LONGEST: usize = 32_767;
/// What still can be read when it is printed on one page, in characters.
const PAGE: u32 = 230;
/// Height of a line of text, and of the highest row, in points.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 409.0;
/// Rows below the last that can be filled in with choices and formats.
const ROWS_TO_FILL: u32 = 10_000;

/// A workbook with these sheets: headings stay in sight, columns can be filtered and are as wide as
/// needed, rows as high, and it prints on A4.
///
/// # Errors
/// If a sheet is larger than a workbook can hold, or two sheets have one name.
pub fn workbook(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let styles = Styles::new();
    for sheet in sheets {
        let page = book.add_worksheet();
        page.set_name(&sheet.name)?;
        page.set_formula_result_default("");
        page.set_landscape().set_paper_size(9);
        page.set_margins(0.4, 0.4, 0.7, 0.6, 0.3, 0.3);
        page.set_header("&L&B&A").set_footer("&R&P / &N");
        if let Some(need) = sheet.need {
            page.set_tab_color(colour(need));
        }
        write(page, sheet, sheets, &styles)?;
    }
    carry(book.save_to_buffer()?, sheets)
}

/// The colour of headings and tabs.
fn colour(need: Need) -> Color {
    Color::RGB(match need {
        Need::Required => 0xB4531F,
        Need::Usual => 0x1F4E5F,
        Need::Optional => 0x7A7F85,
    })
}

struct Styles {
    heading: Format,
    text: Format,
    number: Format,
    date: Format,
    time: Format,
    /// A number in a sheet without columns.
    value: Format,
    link: Format,
}

impl Styles {
    fn new() -> Styles {
        let cell = || Format::new().set_align(FormatAlign::Top);
        let left = || cell().set_align(FormatAlign::Left);
        let heading = Format::new()
            .set_bold()
            .set_font_color(Color::White)
            .set_border_bottom(FormatBorder::Thin)
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter);
        Styles {
            heading,
            text: cell().set_text_wrap().set_num_format("@"),
            number: cell().set_num_format("General").set_align(FormatAlign::Right).set_indent(1),
            date: left().set_num_format("yyyy-mm-dd"),
            time: left().set_num_format("[hh]:mm"),
            value: left().set_num_format("General"),
            link: cell().set_font_color(Color::RGB(0x1F4E9F)),
        }
    }

    fn format_of(&self, kind: Kind) -> &Format {
        match kind {
            Kind::Text => &self.text,
            Kind::Number => &self.number,
            Kind::Date => &self.date,
            Kind::Time => &self.time,
        }
    }

    fn of_cell(&self, cell: &Cell, column: Option<&Column>) -> &Format {
        match cell {
            Cell::Empty => self.format_of(column.map_or(Kind::Text, |column| column.kind)),
            Cell::Text(_) => &self.text,
            Cell::Number(_) if column.is_none() => &self.value,
            Cell::Formula(_, result) if as_date(result).is_some() => &self.date,
            Cell::Formula(_, result) if as_time(result).is_some() => &self.time,
            Cell::Number(_) | Cell::Bool(_) | Cell::Formula(..) => &self.number,
            Cell::Date(_) => &self.date,
            Cell::Time(_) => &self.time,
            Cell::Link(..) => &self.link,
        }
    }
}

/// A format with the colours of a tone.
fn toned(format: &Format, tone: Tone) -> Format {
    let (background, ink) = match tone {
        Tone::Good => (0xE2F0D9, 0x1E4620),
        Tone::Warning => (0xFFF2CC, 0x5F4700),
        Tone::Bad => (0xF8CBAD, 0x6B1D00),
        Tone::Example => (0xF2F2F2, 0x6A6A6A),
        Tone::Heading => return format.clone().set_bold().set_font_color(Color::RGB(0x1F4E5F)),
    };
    format.clone().set_background_color(Color::RGB(background)).set_font_color(Color::RGB(ink))
}

fn write(
    page: &mut Worksheet,
    sheet: &Sheet,
    sheets: &[Sheet],
    styles: &Styles,
) -> Result<(), XlsxError> {
    let first = u32::from(!sheet.columns.is_empty());
    headings(page, sheet, sheets, styles)?;
    sheet.kept.before(page)?;
    for (row, cells) in (first..).zip(&sheet.rows) {
        for (at, cell) in (0..).zip(cells) {
            let format = styles.of_cell(cell, sheet.columns.get(usize::from(at)));
            put(page, (row, at), cell, &sheet.kept.format((row, at), format))?;
        }
    }
    let mut noted = HashSet::new();
    for Mark { row, column, tone, note } in &sheet.marks {
        let cell = sheet.rows.get(*row as usize).and_then(|cells| cells.get(usize::from(*column)));
        let cell = cell.unwrap_or(&Cell::Empty);
        let format = styles.of_cell(cell, sheet.columns.get(usize::from(*column)));
        let format = sheet.kept.format((*row, *column), format);
        put(page, (first + row, *column), cell, &toned(&format, *tone))?;
        let own = sheet.kept.notes.get(&(*row, *column)).filter(|_| !note.is_empty());
        let note = own.map_or_else(|| note.clone(), |own| format!("{note}\n\n{own}"));
        if !note.is_empty() {
            page.insert_note(first + row, *column, &note_of(&note))?;
            noted.insert((*row, *column));
        }
    }
    for (&(row, column), note) in sheet.kept.notes.iter().filter(|(at, _)| !noted.contains(*at)) {
        page.insert_note(row, column, &note_of(note))?;
    }
    sizes(page, sheet)?;
    sheet.kept.after(page)
}

/// The heading row, and what empty cells below it are for.
fn headings(
    page: &mut Worksheet,
    sheet: &Sheet,
    sheets: &[Sheet],
    styles: &Styles,
) -> Result<(), XlsxError> {
    if sheet.columns.is_empty() {
        return Ok(());
    }
    let last = sheet.rows.len() as u32;
    for (at, column) in (0..).zip(&sheet.columns) {
        page.set_column_format(at, styles.format_of(column.kind))?;
        let style = styles.heading.clone().set_background_color(colour(column.need));
        page.write_with_format(0, at, column.heading.as_str(), &style)?;
        if !column.note.is_empty() {
            page.insert_note(0, at, &note_of(&column.note))?;
        }
        let choices = match &column.choices {
            Choices::Free => continue,
            Choices::Of(texts) => DataValidation::new().allow_list_strings(texts)?,
            Choices::Column { sheet, column } => {
                let letter = rust_xlsxwriter::utility::column_number_to_name(*column as u16);
                let sheet = sheets.get(*sheet);
                let name = sheet.map_or("", |sheet| sheet.name.as_str());
                // Examples are nothing to choose.
                let first = 2 + sheet.map_or(0, examples);
                let range = format!("='{name}'!${letter}${first}:${letter}${ROWS_TO_FILL}");
                DataValidation::new().allow_list_formula(Formula::new(range))
            }
        };
        // A list helps to choose; what else people write is judged when the roster is read.
        let choices = choices.show_error_message(false).ignore_blank(true);
        page.add_data_validation(1, at, last.max(ROWS_TO_FILL), at, &choices)?;
    }
    page.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    if sheet.columns.len() > 1 {
        page.autofilter(0, 0, last, sheet.columns.len() as u16 - 1)?;
    }
    Ok(())
}

/// How many rows of examples a sheet begins with.
fn examples(sheet: &Sheet) -> u32 {
    let examples = sheet.marks.iter().filter(|mark| mark.tone == Tone::Example);
    examples.map(|mark| mark.row + 1).max().unwrap_or_default()
}

fn put(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    format: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => page.write_blank(row, column, format)?,
        Cell::Text(text) => page.write_with_format(row, column, &*fitting(text), format)?,
        Cell::Number(number) => page.write_with_format(row, column, *number, format)?,
        Cell::Bool(value) => page.write_with_format(row, column, *value, format)?,
        Cell::Date(date) => match excel_date(*date) {
            Some(date) => page.write_with_format(row, column, &date, format)?,
            None => page.write_with_format(row, column, date.to_string(), format)?,
        },
        Cell::Time(clock) => {
            let part = f64::from(clock.minutes()) / (24.0 * 60.0);
            page.write_with_format(row, column, part, format)?
        }
        Cell::Formula(formula, result) => {
            let number = as_date(result).or_else(|| as_time(result));
            let result = number.map_or_else(|| result.clone(), |number| number.to_string());
            let formula = Formula::new(formula).set_result(result);
            page.write_with_format(row, column, formula, format)?
        }
        Cell::Link(text, sheet, to_row, to_column) => {
            let cell = rust_xlsxwriter::utility::row_col_to_cell(*to_row, *to_column);
            let url = Url::new(format!("internal:'{}'!{cell}", sheet.replace('\'', "''")));
            page.write_url_with_format(row, column, url.set_text(text), format)?
        }
    };
    Ok(())
}

/// What a formula came to as the number that workbooks count a date as.
fn as_date(result: &str) -> Option<f64> {
    excel_date(result.parse().ok()?).map(|date| date.to_excel())
}

/// The same for a time of day.
fn as_time(result: &str) -> Option<f64> {
    Clock::parse(result).map(|clock| f64::from(clock.minutes()) / (24.0 * 60.0))
}

/// A text as far as it fits in a cell.
fn fitting(text: &str) -> Cow<'_, str> {
    let mut length = 0;
    let end = text.char_indices().find(|(_, c)| {
        length += c.len_utf16();
        length >= LONGEST
    });
    match end {
        Some((end, _)) if text.encode_utf16().count() > LONGEST => {
            format!("{}…", &text[..end]).into()
        }
        _ => text.into(),
    }
}

/// A date as workbooks count them; none before 1900 or after 9999.
fn excel_date(date: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok()?;
    ExcelDateTime::from_ymd(year, date.month() as u8, date.day() as u8).ok()
}

/// A note without an author's name before it, high enough for its text.
fn note_of(text: &str) -> Note {
    let lines: usize = text.lines().map(|line| 1 + line.chars().count() / 38).sum();
    Note::new(text).add_author_prefix(false).set_width(260).set_height(24 + 16 * lines as u32)
}

/// Widths of columns, heights of rows, and on how many pages beside each other it is printed.
fn sizes(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let columns = sheet.rows.iter().map(Vec::len).max().unwrap_or(0).max(sheet.columns.len());
    let width = |at: usize| match sheet.columns.get(at).map_or(0, |column| column.width) {
        0 => needed(sheet, at).clamp(8, WIDEST),
        given => given,
    };
    let widths: Vec<u16> = (0..columns).map(width).collect();
    for (at, &width) in (0..).zip(&widths) {
        page.set_column_width(at, width)?;
    }
    let total: u32 = widths.iter().map(|&width| u32::from(width)).sum();
    let pages = total.div_ceil(PAGE).max(1);
    page.set_print_fit_to_pages(u16::try_from(pages).unwrap_or(1), 0);
    if pages > 1 {
        page.set_repeat_columns(0, 0)?;
    }
    // Programs make rows high enough when something is typed in them, not all when they open a file.
    let mut height = |row: u32, lines: usize| match lines {
        0 | 1 => Ok(()),
        lines => page.set_row_height(row, (LINE * lines as f64).min(HIGHEST)).map(|_| ()),
    };
    // Room for the arrow of the filter, and for bold letters.
    let heading = |(column, &width): (&Column, &u16)| lines(&column.heading, width.max(6) - 5);
    height(0, sheet.columns.iter().zip(&widths).map(heading).max().unwrap_or_default())?;
    for (row, cells) in (u32::from(!sheet.columns.is_empty())..).zip(&sheet.rows) {
        let cell = |(cell, &width): (&Cell, &u16)| match cell {
            Cell::Text(text) => lines(text, width),
            _ => 1,
        };
        height(row, cells.iter().zip(&widths).map(cell).max().unwrap_or_default())?;
    }
    Ok(())
}

/// How many lines a text takes at a width in characters, broken between words where it can be.
fn lines(text: &str, width: u16) -> usize {
    // Widths are in digits; letters are narrower.
    let width = usize::from(width.max(1)) * 11 / 10;
    let line = |line: &str| {
        let (mut lines, mut filled) = (1, 0);
        for word in line.split(' ') {
            let length = word.chars().count();
            if filled > 0 && filled + 1 + length > width {
                lines += 1;
                filled = 0;
            }
            // A word that is longer than a line goes on in the next ones.
            lines += (length.max(1) - 1) / width;
            filled += length % width + usize::from(filled > 0);
        }
        lines
    };
    text.split('\n').map(line).sum()
}

/// How wide the widest word of the heading and the widest cell of a column are, in characters.
fn needed(sheet: &Sheet, at: usize) -> u16 {
    let heading = sheet.columns.get(at).map_or("", |column| column.heading.as_str());
    let word = heading.split(' ').map(|word| word.chars().count()).max().unwrap_or_default();
    let cell = |row: &Vec<Cell>| match row.get(at) {
        Some(Cell::Text(text) | Cell::Link(text, ..) | Cell::Formula(_, text)) => {
            text.lines().map(|line| line.chars().count()).max().unwrap_or_default()
        }
        Some(Cell::Date(_) | Cell::Number(_)) => 10,
        _ => 0,
    };
    let widest = sheet.rows.iter().map(cell).max().unwrap_or_default().max(word);
    // Room for the arrow of the filter, and for bold letters.
    u16::try_from(widest + 3).unwrap_or(WIDEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_take_as_many_lines_as_they_need() {
        for (text, width, expected) in [
            ("", 10, 1),
            ("nine char", 10, 1),
            ("one\ntwo\n", 10, 3),
            ("twelve chars and more", 10, 3),
            ("twelve chars and more", 20, 1),
            ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 10, 3),
            ("a", 0, 1),
        ] {
            assert_eq!(lines(text, width), expected, "{text:?} in {width}");
        }
    }
}
