//! A plan as sheets, for people who work with spreadsheets: one file here for each sheet.

mod broken;
mod cells;
mod displaced;
mod left_over;
mod meetings;
mod members;
mod organisation;
mod overview;
mod score;
mod supervisors;
mod teams;
mod weeks;

use super::organisations::Own;
use super::sheets::{Cell, Column, Kind, Mark, Sheet, Tone};
use crate::plan_view::PlanView;
use leerteam_messages::Messages;
use leerteam_model::roster::Roster;
use leerteam_wire::v1;

/// The sheets of a plan, in the language of the messages; the first leads to the others. The plan is
/// one with all that is worked out, as the planner and the checker give it.
pub fn plan_sheets(roster: &Roster, plan: &v1::Plan, messages: &Messages) -> Vec<Sheet> {
    let view = PlanView::new(roster, plan, messages);
    let sheets = vec![
        teams::sheet(&view),
        members::sheet(&view),
        supervisors::sheet(&view),
        meetings::sheet(&view),
        weeks::sheet(&view),
        displaced::sheet(&view),
        left_over::sheet(&view),
        broken::sheet(&view),
        score::sheet(&view),
    ];
    let overview = overview::sheet(&view, &sheets);
    [vec![overview], sheets].concat()
}

/// The sheets of an organisation, of the part of a plan that is about its people and places.
pub fn organisation_sheets(
    roster: &Roster,
    part: &v1::Plan,
    own: &Own,
    messages: &Messages,
) -> Vec<Sheet> {
    let view = PlanView::new(roster, part, messages).of_own(own);
    let sheets = vec![
        ("plan-about-teams", teams::sheet(&view)),
        ("plan-about-members", members::sheet(&view)),
        ("plan-about-supervisors", supervisors::sheet(&view)),
        ("plan-about-meetings", meetings::sheet(&view)),
        ("plan-about-weeks", weeks::sheet(&view)),
        ("plan-about-displaced", displaced::sheet(&view)),
        ("plan-about-left-over", left_over::sheet(&view)),
        ("plan-about-broken", broken::sheet(&view)),
    ];
    let overview = organisation::sheet(&view, own, &sheets);
    let sheets = sheets.into_iter().map(|(_, sheet)| sheet);
    std::iter::once(overview).chain(sheets).collect()
}

/// How wide a column of texts gets at most, in characters, by the key of its heading.
fn widest(key: &str) -> u16 {
    match key {
        "plan-cause" | "plan-reason" | "plan-dates" | "plan-why-left-over" | "plan-teams" => 70,
        "plan-slot" | "day" => 50,
        "plan-programmes" | "plan-fields" => 40,
        _ => 32,
    }
}

/// A sheet in the making, row by row.
struct Table {
    sheet: Sheet,
    /// For each column the key of its heading.
    keys: Vec<&'static str>,
}

impl Table {
    /// A sheet with the name under a key, and columns with the headings under others.
    fn new(view: &PlanView, name: &str, columns: &[(&'static str, Kind)]) -> Table {
        let column = |&(heading, kind): &(&str, Kind)| {
            let note = format!("{heading}.note");
            let note = if view.messages.has(&note) { view.text(&note, &[]) } else { String::new() };
            Column { heading: view.text(heading, &[]), note, kind, ..Column::default() }
        };
        let keys = columns.iter().map(|&(key, _)| key).collect();
        let columns = columns.iter().map(column).collect();
        let name = view.text(name, &[]);
        Table { sheet: Sheet { name, columns, ..Sheet::default() }, keys }
    }

    /// The sheet, each column as wide as what stands in it but not too wide to print.
    fn finished(self) -> Sheet {
        let Table { mut sheet, keys } = self;
        for (at, (column, key)) in sheet.columns.iter_mut().zip(keys).enumerate() {
            let cells = sheet.rows.iter().filter_map(|row| match row.get(at)? {
                Cell::Text(text) => text.lines().map(length).max(),
                Cell::Date(_) => Some(10),
                _ => None,
            });
            let cells = cells.max().unwrap_or_default() + 2;
            // Room for the longest word of the heading and the arrow of the filter.
            let words = column.heading.split(' ').map(length);
            let heading = (words.max().unwrap_or_default() + 4).max(9);
            column.width = cells.min(widest(key)).max(heading);
        }
        sheet
    }

    /// Adds a column of texts with a heading of its own.
    fn column(&mut self, key: &'static str, heading: String) {
        self.sheet.columns.push(Column { heading, ..Column::default() });
        self.keys.push(key);
    }

    /// Adds a row.
    fn row(&mut self, cells: Vec<Cell>) {
        self.sheet.rows.push(cells);
    }

    /// Marks the last row in the column under a heading.
    fn mark(&mut self, heading: &str, tone: Tone) {
        if let Some(column) = self.keys.iter().position(|&key| key == heading) {
            self.mark_at(column, tone);
        }
    }

    /// Marks the last row in a column.
    fn mark_at(&mut self, column: usize, tone: Tone) {
        let row = self.sheet.rows.len().saturating_sub(1) as u32;
        self.sheet.marks.push(Mark { row, column: column as u16, tone, note: String::new() });
    }
}

fn length(text: &str) -> u16 {
    u16::try_from(text.chars().count()).unwrap_or(u16::MAX - 4)
}

/// A number of the wire.
fn number(number: i32) -> Cell {
    Cell::number(number)
}
