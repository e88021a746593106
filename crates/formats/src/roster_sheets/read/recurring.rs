//! Recurring stretches that a row or a cell tells.

use serde_json::{Value as Json, json};

use super::super::layout::{ColumnSpec, Holds, SheetSpec};
use super::super::parse::{Problem, recurring, weeks};
use super::rows::RowReader;
use super::value::Cells;
use super::windows::{Period, StatedWindow, windows};
use super::{Table, report};
use crate::book::{RawRow, Value};
use leerteam_model::roster::{Clock, Code};

/// Whether a column's cells tell a recurring stretch, together with those of others in the row.
pub fn tells_window(column: &ColumnSpec, base: &str) -> bool {
    part(column, base).is_some()
}

/// What a column's cells tell of a recurring stretch.
fn part<'c>(column: &'c ColumnSpec, base: &str) -> Option<&'c str> {
    let field = column.field.strip_prefix(base)?.trim_start_matches('.');
    let parts = ["weekday", "startTime", "endTime", "weeks", "validFrom", "validTo"];
    parts.contains(&field).then_some(field)
}

/// Several recurring stretches in one cell.
pub fn several(
    cells: &Cells,
    value: &Value,
    period: Option<Period>,
) -> Result<Option<Json>, Problem> {
    let Some(text) = cells.text(value)? else { return Ok(None) };
    let mut all = Vec::new();
    for part in recurring(&text, &cells.words.vocabulary)? {
        let stated = StatedWindow::from(part);
        if let Some((start, end)) = stated.reversed() {
            return Err(reversed(start, end));
        }
        all.extend(windows(&stated, period)?);
    }
    Ok(Some(json!(all)))
}

/// An end that does not come after its start.
fn reversed(start: Clock, end: Clock) -> Problem {
    let details = vec![("start", start.to_string()), ("end", end.to_string())];
    Problem { code: Code::Reversed, details }
}

impl RowReader<'_> {
    /// The recurring stretches that a row tells, in the cell of the days or in cells of their own. Where
    /// something is wrong with them, they are there without it, for what else is wrong.
    pub(super) fn windows(
        &mut self,
        spec: &SheetSpec,
        base: &str,
        table: &Table,
        row: &RawRow,
    ) -> Vec<Json> {
        let mut stated = StatedWindow::default();
        let mut of_days: Vec<StatedWindow> = Vec::new();
        let (mut days_at, mut end_at, mut weeks_at) = (0, 0, None);
        let mut without_times = false;
        for (column, of) in spec.columns.iter().enumerate() {
            let value = table.value(row, column);
            let Some(part) = part(of, base) else { continue };
            if of.holds == Holds::Days {
                days_at = column;
            }
            if part == "endTime" {
                end_at = column;
            }
            if of.holds == Holds::Weeks && *value != Value::Empty {
                weeks_at = Some(column);
            }
            if let Err(problem) = self.tell(part, of.holds, value, &mut stated, &mut of_days) {
                // The times may stand in the cell of the days.
                without_times |= of.holds == Holds::Days;
                report(&mut self.gathered, table.place(row, column), value, problem);
            }
        }
        for (column, of) in spec.columns.iter().enumerate() {
            let is_time = of.holds == Holds::Time && tells_window(of, base);
            if without_times && is_time && *table.value(row, column) == Value::Empty {
                self.gathered.cells.insert(table.place(row, column));
            }
        }
        if of_days.is_empty() {
            of_days.push(StatedWindow::default());
        }
        let mut all = Vec::new();
        for days in of_days {
            if days.is_stated_by(&stated) {
                let value = table.value(row, days_at).to_string();
                self.gathered.add(
                    Code::DuplicateEntry,
                    table.place(row, days_at),
                    &value,
                    Vec::new(),
                );
            }
            let of_days = days.end.is_some();
            let stated = days.or(&stated);
            if let Some((start, end)) = stated.reversed() {
                let at = if of_days { days_at } else { end_at };
                let place = table.place(row, at);
                report(&mut self.gathered, place, table.value(row, at), reversed(start, end));
                // It is said where it stands.
                self.gathered.cells.insert(table.place(row, end_at));
            }
            match windows(&stated, self.period) {
                Ok(windows) => all.extend(windows),
                Err(problem) => {
                    let at = weeks_at.unwrap_or(days_at);
                    report(&mut self.gathered, table.place(row, at), table.value(row, at), problem);
                    let without_weeks = StatedWindow { weeks: None, ..stated };
                    all.extend(windows(&without_weeks, None).unwrap_or_default());
                }
            }
        }
        all
    }

    /// What one cell tells of a stretch.
    fn tell(
        &self,
        part: &str,
        holds: Holds,
        value: &Value,
        stated: &mut StatedWindow,
        of_days: &mut Vec<StatedWindow>,
    ) -> Result<(), Problem> {
        let Some(text) = self.cells.text(value)? else { return Ok(()) };
        let vocabulary = &self.cells.words.vocabulary;
        let date = || -> Result<_, Problem> {
            Ok(self.cells.read(holds, value)?.and_then(|json| json.as_str()?.parse().ok()))
        };
        match part {
            "weekday" => {
                *of_days =
                    recurring(&text, vocabulary)?.into_iter().map(StatedWindow::from).collect();
            }
            "startTime" => stated.start = Some(self.cells.time(value, &text)?),
            "endTime" => stated.end = Some(self.cells.time(value, &text)?),
            "weeks" => stated.weeks = Some(weeks(&text, vocabulary)?),
            "validFrom" => stated.from = date()?,
            _ => stated.to = date()?,
        }
        Ok(())
    }
}
