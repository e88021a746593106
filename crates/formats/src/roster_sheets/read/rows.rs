//! Rows as entries of the roster's lists.

use std::collections::{HashMap, HashSet};

use serde_json::{Value as Json, json};

use super::super::fields::{get, list, set};
use super::super::layout::{Duty, Holds, Rows, SHEETS, SheetSpec};
use super::super::parse::Problem;
use super::super::places::Places;
use super::recurring::{several, tells_window};
use super::value::Cells;
use super::windows::Period;
use super::{Gathered, Table, grid, report, text_of};
use crate::book::{RawRow, Value};
use leerteam_model::roster::Code;
use leerteam_model::rules::find_rule;

/// A roster in the making.
pub struct RowReader<'a> {
    pub(super) cells: Cells<'a>,
    pub(super) period: Option<Period>,
    pub(super) gathered: Gathered<'a>,
    /// The roster so far.
    pub json: Json,
    /// Where its fields stand.
    pub places: Places,
    /// For each list the places of its ids.
    pub(super) ids: HashMap<(&'static str, String), usize>,
    /// Ids of the commitments that one row with several days has become, by owner and id in the row.
    pub(super) parts: HashMap<(String, String), Vec<String>>,
    /// Ids of the entries of rows of which it is not clear whose they are.
    pub(super) nobodys: HashSet<String>,
}

impl<'a> RowReader<'a> {
    pub fn new(cells: Cells<'a>, period: Option<Period>, gathered: Gathered<'a>) -> Self {
        RowReader {
            cells,
            period,
            gathered,
            json: json!({}),
            places: Places::default(),
            ids: HashMap::new(),
            parts: HashMap::new(),
            nobodys: HashSet::new(),
        }
    }

    /// Reads a row of a sheet. Of a row that belongs to nobody who is known, whatever else is wrong is found
    /// too.
    pub fn row(&mut self, sheet: usize, table: &Table, row: &RawRow) {
        let spec = &SHEETS[sheet];
        match spec.rows {
            Rows::Roster => self.fields(sheet, table, row, String::new()),
            Rows::Fields(owner) => match self.owner(spec, &[owner], table, row) {
                Some(path) => self.fields(sheet, table, row, path),
                None => drop(self.entry(spec, table, row, "")),
            },
            Rows::List(of) => {
                let entry = self.entry(spec, table, row, of);
                self.push(sheet, row, of, entry);
            }
            Rows::Owned(owners) => match self.owner(spec, owners, table, row) {
                Some(path) => self.owned(sheet, table, row, path),
                None => {
                    let entry = self.entry(spec, table, row, "");
                    self.nobodys.insert(text_of(entry.get("id")));
                    if let Some(base) = spec.window() {
                        self.windows(spec, base, table, row);
                    }
                }
            },
        }
    }

    /// A row that states fields of an entry, once for each.
    fn fields(&mut self, sheet: usize, table: &Table, row: &RawRow, path: String) {
        let spec = &SHEETS[sheet];
        let entry = self.entry(spec, table, row, &path);
        if let Some((_, first)) = self.places.entries.get(&path) {
            let details = vec![("first", (first + 1).to_string())];
            let place = table.place(row, 0);
            let value = table.value(row, 0).to_string();
            self.gathered.add(Code::RowTwice, place, &value, details);
            return;
        }
        if path.is_empty() {
            self.json = entry;
        } else if let Some(at) = self.entry_mut(&path) {
            *at = entry;
        }
        self.places.entries.insert(path, (sheet, row.number));
    }

    /// A row of an owner's list, which may become several entries.
    fn owned(&mut self, sheet: usize, table: &Table, row: &RawRow, path: String) {
        let spec = &SHEETS[sheet];
        let mut entry = self.entry(spec, table, row, &path);
        if spec.column("strength").is_some() {
            self.strength(&mut entry, spec, table, row);
            if is_of_template(spec, &entry, table, row) {
                return;
            }
        }
        if spec.column("exception").is_some() {
            self.exception(&path, &mut entry, spec, table, row);
        }
        let entries = match spec.window() {
            None => vec![entry],
            Some(base) => {
                let windows = self.windows(spec, base, table, row);
                let owner = path.rsplit_once('.').map_or("", |(owner, _)| owner).to_owned();
                self.with_windows(entry, base, windows, owner)
            }
        };
        let Some(at) = self.entry_mut(&path) else { return };
        if !at.is_array() {
            *at = json!([]);
        }
        let Some(list) = at.as_array_mut() else { return };
        let first = list.len();
        list.extend(entries);
        for number in first..list.len() {
            self.places.entries.insert(format!("{path}[{number}]"), (sheet, row.number));
        }
    }

    /// An entry for each window, with ids of their own where the row has one.
    fn with_windows(
        &mut self,
        entry: Json,
        base: &str,
        windows: Vec<Json>,
        owner: String,
    ) -> Vec<Json> {
        let id = text_of(entry.get("id"));
        let several = windows.len() > 1 && !id.is_empty();
        let mut entries = Vec::new();
        for (number, window) in (1..).zip(windows) {
            let mut entry = entry.clone();
            if several {
                let part = format!("{id}-{number}");
                entry["id"] = json!(part);
                self.parts.entry((owner.clone(), id.clone())).or_default().push(part);
            }
            match (base, window) {
                ("", Json::Object(fields)) => {
                    entry.as_object_mut().into_iter().for_each(|own| own.extend(fields.clone()));
                }
                (base, window) => entry[base] = window,
            }
            entries.push(entry);
        }
        entries
    }

    /// The fields of a row's entry, but for its owner and recurring stretches that several columns tell.
    fn entry(&mut self, spec: &'static SheetSpec, table: &Table, row: &RawRow, path: &str) -> Json {
        let mut entry = json!({});
        let base = spec.window();
        for (column, of) in spec.columns.iter().enumerate() {
            if of.field.is_empty() {
                continue;
            }
            let value = table.value(row, column);
            if of.required && *value == Value::Empty && table.has(column) {
                self.gathered.add(Code::Missing, table.place(row, column), "", Vec::new());
            }
            if of.shorthand && of.holds == Holds::Reference("locations") && *value != Value::Empty {
                self.place_of_duties(spec, of.id, table, row);
                continue;
            }
            if *value == Value::Empty || base.is_some_and(|base| tells_window(of, base)) {
                continue;
            }
            let read = match of.holds {
                Holds::Windows => several(&self.cells, value, self.period),
                Holds::Duties(duty) => self.duties(spec, duty, table, row, value),
                holds => self.cells.read(holds, value),
            };
            match read {
                Ok(Some(json)) => put(&mut entry, of.field, of.holds, json),
                Ok(None) => {}
                Err(problem) => {
                    report(&mut self.gathered, table.place(row, column), value, problem);
                }
            }
        }
        // Names of commitments are the same often, and their ids are only for exceptions.
        if spec.column("id").is_some() && text_of(entry.get("id")).is_empty() {
            let name = text_of(entry.get("name"));
            if !name.is_empty() {
                entry["id"] = json!(name);
            }
        }
        self.attributes(&mut entry, table, row);
        self.sides(&entry, path);
        entry
    }

    /// Commitments that one cell tells, with the place that another does.
    fn duties(
        &mut self,
        spec: &SheetSpec,
        duty: &Duty,
        table: &Table,
        row: &RawRow,
        value: &Value,
    ) -> Result<Option<Json>, Problem> {
        let Some(windows) = several(&self.cells, value, self.period)? else { return Ok(None) };
        let windows = windows.as_array().cloned().unwrap_or_default();
        if windows.iter().any(|window| window.get("startTime").is_none()) {
            return Err(Problem::new(Code::NotDays));
        }
        let mut commitment = json!({ "kind": duty.kind });
        if let Some(column) = duty.place.and_then(|id| spec.column(id)) {
            let place = table.value(row, column);
            match self.cells.read(spec.columns[column].holds, place) {
                Ok(Some(place)) => commitment["locationId"] = place,
                Ok(None) => {}
                Err(problem) => {
                    report(&mut self.gathered, table.place(row, column), place, problem);
                }
            }
        }
        let of = |window: Json| {
            let mut commitment = commitment.clone();
            commitment["window"] = window;
            commitment
        };
        Ok(Some(windows.into_iter().map(of).collect()))
    }

    /// A place says something only beside the days on which somebody is there.
    fn place_of_duties(&mut self, spec: &SheetSpec, id: &str, table: &Table, row: &RawRow) {
        let is_of = |holds: Holds| matches!(holds, Holds::Duties(duty) if duty.place == Some(id));
        let days = spec.columns.iter().position(|column| is_of(column.holds));
        if let Some(days) = days.filter(|days| *table.value(row, *days) == Value::Empty) {
            self.gathered.add(Code::Missing, table.place(row, days), "", Vec::new());
        }
    }

    fn attributes(&mut self, entry: &mut Json, table: &Table, row: &RawRow) {
        for (name, column, heading) in &table.found.attributes {
            let value = row.value(*column);
            match self.cells.attribute(value) {
                // Not by a path: a name may hold any letters.
                Ok(Some(json)) => entry["attributes"][name.as_str()] = json,
                Ok(None) => {}
                Err(problem) => {
                    let place = grid::cell_at(table.sheet, row.number, *column, heading);
                    report(&mut self.gathered, place, value, problem);
                }
            }
        }
    }

    /// Notes which sides the entries of a list of sides are of.
    fn sides(&mut self, entry: &Json, path: &str) {
        let Some(needs) = entry.get("supervision").and_then(Json::as_array) else { return };
        let number = get(&self.json, path).and_then(Json::as_array).map_or(0, Vec::len);
        for (place, need) in needs.iter().enumerate() {
            let field = format!("{path}[{number}].supervision[{place}]");
            self.places.sides.insert(field, text_of(need.get("side")));
        }
    }

    /// Adds an entry to a list of the roster.
    fn push(&mut self, sheet: usize, row: &RawRow, path: &'static str, entry: Json) {
        let id = text_of(entry.get("id"));
        let list = list(&mut self.json, path);
        list.push(entry);
        let at = list.len() - 1;
        self.ids.entry((path, id)).or_insert(at);
        self.places.entries.insert(format!("{path}[{at}]"), (sheet, row.number));
    }

    /// The field of an entry at a path such as `participants[3].commitments`, made where there is none.
    fn entry_mut(&mut self, path: &str) -> Option<&mut Json> {
        let mut at = &mut self.json;
        for part in path.split('.') {
            let (name, place) = part.split_once('[').unwrap_or((part, ""));
            if !at.is_object() {
                *at = json!({});
            }
            at = &mut at[name];
            if let Ok(place) = place.trim_end_matches(']').parse::<usize>() {
                at = at.get_mut(place)?;
            }
        }
        Some(at)
    }
}

/// Whether a row is one in which the template names a rule and says what it does, and nobody has said more.
fn is_of_template(spec: &SheetSpec, entry: &Json, table: &Table, row: &RawRow) -> bool {
    let meaning = spec.column("rule-meaning").map(|column| table.value(row, column));
    let is_explained = meaning.is_some_and(|meaning| *meaning != Value::Empty);
    let only_named = entry.as_object().is_some_and(|fields| fields.keys().eq(["ruleId"]));
    is_explained && only_named && find_rule(&text_of(entry.get("ruleId"))).is_some()
}

fn put(entry: &mut Json, field: &str, holds: Holds, json: Json) {
    match holds {
        // Behind those that have columns of their own.
        Holds::Stretches(_) => {
            list(entry, field).extend(json.as_array().cloned().into_iter().flatten());
        }
        _ => set(entry, field, json),
    }
}
