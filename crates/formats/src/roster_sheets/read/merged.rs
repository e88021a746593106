//! Cells that are merged hold what only the first of them has, so the others look empty.

use super::super::places::letters;
use super::{Gathered, Table, grid};
use crate::book::{Area, Value};
use leerteam_model::roster::Code;

/// Reports merged cells of data with something in them. What looks empty in them is not found missing.
pub fn check(table: &Table, gathered: &mut Gathered) {
    let sheet = table.sheet;
    for Area { first, last } in &sheet.merged {
        let within = |column: &u32| (first.1..=last.1).contains(column);
        let columns = table.columns.iter().filter(|(column, _)| within(column));
        let columns: Vec<(u32, &str)> = columns.map(|(at, heading)| (*at, *heading)).collect();
        let is_empty = *sheet.value(first.0, first.1) == Value::Empty;
        // Of headings nothing is lost: a column without one that has something in it has a finding.
        let above = last.0 <= table.found.heading || first == last;
        let Some((_, heading)) = columns.first().filter(|_| !is_empty && !above) else { continue };
        let begin = sheet.rows.partition_point(|row| row.number < first.0);
        let rows = sheet.rows[begin..].iter().take_while(|row| row.number <= last.0);
        let mut rows = rows.filter(|row| !table.is_remark(row)).peekable();
        if rows.peek().is_none() {
            continue;
        }
        let cells =
            format!("{}{}:{}{}", letters(first.1), first.0 + 1, letters(last.1), last.0 + 1);
        let place = grid::cell_at(sheet, first.0, first.1, heading);
        gathered.add(Code::Merged, place, &cells, Vec::new());
        for row in rows {
            for (column, heading) in &columns {
                gathered.cells.insert(grid::cell_at(sheet, row.number, *column, heading));
            }
        }
    }
}
