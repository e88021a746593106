//! Rows as entries of the roster's lists.

use std::collections::HashMap;

use serde_json::{Value as Json, json};

use super::super::fields::{list, set};
use super::super::layout::{EXCEPTION, Holds, Owner, Rows, SHEETS, SheetSpec};
use super::super::parse::{Problem, recurring, weeks};
use super::super::places::{Places, letters};
use super::value::Cells;
use super::windows::{Period, Told, windows};
use super::{Gathered, Table, report, tells_window, text_of};
use crate::formats::book::{RawRow, Value};
use crate::roster::{CellPlace, Code};

/// A roster in the making.
pub struct RowReader<'a> {
    cells: Cells<'a>,
    period: Option<Period>,
    pub gathered: Gathered<'a>,
    /// The roster so far.
    pub json: Json,
    /// Where its fields stand.
    pub places: Places,
    /// For each list the places of its ids.
    ids: HashMap<(&'static str, String), usize>,
    /// Ids of the commitments that one row with several days has become, by owner and id in the row.
    parts: HashMap<(String, String), Vec<String>>,
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
        }
    }

    /// Reads a row of a sheet.
    pub fn row(&mut self, sheet: usize, table: &Table, row: &RawRow) {
        let spec = &SHEETS[sheet];
        match spec.rows {
            Rows::Roster => self.fields(sheet, table, row, String::new()),
            Rows::Fields(owner) => {
                if let Some(path) = self.owner(spec, &[owner], table, row) {
                    self.fields(sheet, table, row, path);
                }
            }
            Rows::List(of) => {
                let entry = self.entry(spec, table, row, of);
                self.push(sheet, row, of, entry);
            }
            Rows::Owned(owners) => {
                let Some(path) = self.owner(spec, owners, table, row) else { return };
                self.owned(sheet, table, row, path);
            }
        }
    }

    /// A row that states fields of an entry, once for each.
    fn fields(&mut self, sheet: usize, table: &Table, row: &RawRow, path: String) {
        let spec = &SHEETS[sheet];
        if let Some((_, first)) = self.places.entries.get(&path) {
            let details = vec![("first", (first + 1).to_string())];
            let place = table.place(row, 0);
            let value = table.value(row, 0).to_string();
            self.gathered.add(Code::RowTwice, place, &value, details);
            return;
        }
        let entry = self.entry(spec, table, row, &path);
        if path.is_empty() {
            self.json = entry;
        } else if let Some(at) = self.at(&path) {
            *at = entry;
        }
        self.places.entries.insert(path, (sheet, row.number));
    }

    /// A row of an owner's list, which may become several entries.
    fn owned(&mut self, sheet: usize, table: &Table, row: &RawRow, path: String) {
        let spec = &SHEETS[sheet];
        let mut entry = self.entry(spec, table, row, &path);
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
        for entry in entries {
            let Some(at) = self.at(&path) else { return };
            if !at.is_array() {
                *at = json!([]);
            }
            let Some(list) = at.as_array_mut() else { return };
            list.push(entry);
            let path = format!("{path}[{}]", list.len() - 1);
            self.places.entries.insert(path, (sheet, row.number));
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
            if base.is_empty() {
                let fields = window.as_object().cloned().unwrap_or_default();
                entry.as_object_mut().into_iter().for_each(|own| own.extend(fields.clone()));
            } else {
                entry[base] = window;
            }
            entries.push(entry);
        }
        // What cannot be read is found at its cell; the row stays, for what else is wrong in it.
        if entries.is_empty() { vec![entry] } else { entries }
    }

    /// A dated exception is an absence where nothing is said, and commitments of several days are all meant.
    fn exception(
        &mut self,
        path: &str,
        entry: &mut Json,
        spec: &SheetSpec,
        table: &Table,
        row: &RawRow,
    ) {
        let absent = EXCEPTION.words[0].1;
        let kind = text_of(entry.get("kind"));
        if path.starts_with("supervisors") {
            for (id, ok) in
                [("exception", kind.is_empty() || kind == absent), ("commitments", false)]
            {
                let column = spec.column(id).unwrap_or_default();
                let value = table.value(row, column);
                if !ok && *value != Value::Empty {
                    let place = table.place(row, column);
                    self.gathered.add(
                        Code::NotForSupervisors,
                        place,
                        &value.to_string(),
                        Vec::new(),
                    );
                }
            }
            if let Some(fields) = entry.as_object_mut() {
                fields.remove("kind");
                fields.remove("commitmentIds");
            }
            return;
        }
        if kind.is_empty() {
            entry["kind"] = json!(absent);
        }
        let owner = path.rsplit_once('.').map_or("", |(owner, _)| owner);
        let cohort = self.at(owner).map(|owner| text_of(owner.get("cohortId"))).unwrap_or_default();
        let cohort = self.ids.get(&("cohorts", cohort)).map(|at| format!("cohorts[{at}]"));
        let Some(ids) = entry.get("commitmentIds").and_then(Json::as_array) else { return };
        let mut all = Vec::new();
        for id in ids.iter().map(|id| text_of(Some(id))) {
            let of = |owner: &str| self.parts.get(&(owner.to_owned(), id.clone()));
            let parts = of(owner).into_iter().chain(cohort.as_deref().and_then(of));
            let parts: Vec<String> = parts.flatten().cloned().collect();
            all.extend(if parts.is_empty() { vec![id] } else { parts });
        }
        entry["commitmentIds"] = json!(all);
    }

    /// The fields of a row's entry, but for its owner and recurring stretches that several columns tell.
    fn entry(&mut self, spec: &'static SheetSpec, table: &Table, row: &RawRow, path: &str) -> Json {
        let mut entry = json!({});
        let base = spec.window();
        for (column, of) in spec.columns.iter().enumerate() {
            if of.field.is_empty() || base.is_some_and(|base| tells_window(of, base)) {
                continue;
            }
            let value = table.value(row, column);
            let read = match of.holds {
                Holds::Windows => self.several(value),
                holds => self.cells.read(holds, value),
            };
            match read {
                Ok(Some(json)) => self.put(&mut entry, of.field, of.holds, json),
                Ok(None) => {}
                Err(problem) => {
                    report(&mut self.gathered, table.place(row, column), value, problem)
                }
            }
        }
        if spec.columns.iter().any(|column| column.holds == Holds::Id)
            && text_of(entry.get("id")).is_empty()
        {
            let name = text_of(entry.get("name"));
            if !name.is_empty() {
                entry["id"] = json!(name);
            }
        }
        self.attributes(&mut entry, table, row);
        self.sides(&entry, spec, path);
        entry
    }

    fn put(&mut self, entry: &mut Json, field: &str, holds: Holds, json: Json) {
        match holds {
            // Behind those that have columns of their own.
            Holds::Stretches(_) => {
                list(entry, field).extend(json.as_array().cloned().into_iter().flatten())
            }
            _ => set(entry, field, json),
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
                    let place = CellPlace {
                        sheet: table.sheet.name.clone(),
                        row: row.number + 1,
                        column: letters(*column),
                        heading: heading.clone(),
                    };
                    report(&mut self.gathered, place, value, problem);
                }
            }
        }
    }

    /// Notes which columns the entries of a list of sides come from.
    fn sides(&mut self, entry: &Json, spec: &'static SheetSpec, path: &str) {
        let Some(needs) = entry.get("supervision").and_then(Json::as_array) else { return };
        let number = self.at(path).and_then(|list| list.as_array().map(Vec::len)).unwrap_or(0);
        for (place, need) in needs.iter().enumerate() {
            let side = text_of(need.get("side"));
            for column in spec.columns {
                let Some((of, part)) = column.field.split_once("].") else { continue };
                if of.strip_prefix("supervision[") == Some(&side) {
                    let field = format!("{path}[{number}].supervision[{place}].{part}");
                    self.places.fields.insert(field, column.id);
                }
            }
        }
    }

    /// Several recurring stretches in one cell.
    fn several(&mut self, value: &Value) -> Result<Option<Json>, Problem> {
        let Some(text) = self.cells.text(value)? else { return Ok(None) };
        let mut all = Vec::new();
        for part in recurring(&text, &self.cells.words.vocabulary)? {
            all.extend(windows(&Told::from(part), self.period)?);
        }
        Ok(Some(json!(all)))
    }

    /// The recurring stretches that a row tells, in the cell of the days or in cells of their own.
    fn windows(&mut self, spec: &SheetSpec, base: &str, table: &Table, row: &RawRow) -> Vec<Json> {
        let mut told = Told::default();
        let mut of_days: Vec<Told> = Vec::new();
        let mut place = table.place(row, 0);
        let mut shown = &Value::Empty;
        for (column, of) in spec.columns.iter().enumerate() {
            let value = table.value(row, column);
            let part = of.field.strip_prefix(base).unwrap_or_default().trim_start_matches('.');
            if !tells_window(of, base) || *value == Value::Empty {
                continue;
            }
            let read = self.tell(part, of.holds, value, &mut told, &mut of_days);
            if part == "weekday" || (part == "weeks" && read.is_ok()) {
                (place, shown) = (table.place(row, column), value);
            }
            if let Err(problem) = read {
                report(&mut self.gathered, table.place(row, column), value, problem);
            }
        }
        let mut all = Vec::new();
        for days in of_days {
            let twice = (days.start.is_some() && (told.start.is_some() || told.end.is_some()))
                || (days.weeks.is_some() && told.weeks.is_some())
                || ((days.from.is_some() || days.to.is_some())
                    && (told.from.is_some() || told.to.is_some()));
            if twice {
                let value = shown.to_string();
                self.gathered.add(Code::ToldTwice, place.clone(), &value, Vec::new());
                return Vec::new();
            }
            let told = Told {
                days: days.days,
                start: days.start.or(told.start),
                end: days.end.or(told.end),
                weeks: days.weeks.or(told.weeks),
                from: days.from.or(told.from),
                to: days.to.or(told.to),
            };
            match windows(&told, self.period) {
                Ok(windows) => all.extend(windows),
                Err(problem) => report(&mut self.gathered, place.clone(), shown, problem),
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
        told: &mut Told,
        of_days: &mut Vec<Told>,
    ) -> Result<(), Problem> {
        let Some(text) = self.cells.text(value)? else { return Ok(()) };
        let vocabulary = &self.cells.words.vocabulary;
        let date = || -> Result<_, Problem> {
            Ok(self.cells.read(holds, value)?.and_then(|json| json.as_str()?.parse().ok()))
        };
        match part {
            "weekday" => {
                *of_days = recurring(&text, vocabulary)?.into_iter().map(Told::from).collect()
            }
            "startTime" => told.start = Some(self.cells.time(value, &text)?),
            "endTime" => told.end = Some(self.cells.time(value, &text)?),
            "weeks" => told.weeks = Some(weeks(&text, vocabulary)?),
            "validFrom" => told.from = date()?,
            _ => told.to = date()?,
        }
        Ok(())
    }

    /// The path of the field that a row belongs to; none, with a finding, if it cannot be told.
    fn owner(
        &mut self,
        spec: &SheetSpec,
        owners: &[Owner],
        table: &Table,
        row: &RawRow,
    ) -> Option<String> {
        let column = |owner: &Owner| owner.column.and_then(|id| spec.column(id));
        let columns: Vec<(usize, &Owner)> =
            owners.iter().filter_map(|owner| Some((column(owner)?, owner))).collect();
        let filled = |at: usize| *table.value(row, at) != Value::Empty;
        let named: Vec<_> = columns.iter().filter(|(at, _)| filled(*at)).collect();
        let of_roster = owners.iter().find(|owner| owner.column.is_none());
        match (named.as_slice(), of_roster) {
            ([], Some(roster)) => Some(roster.field.to_owned()),
            ([(at, owner)], _) => {
                let value = table.value(row, *at);
                let place = table.place(row, *at);
                match self.cells.read(Holds::Reference(owner.list), value) {
                    Ok(json) => {
                        let id = text_of(json.as_ref());
                        if let Some(at) = self.ids.get(&(owner.list, id.clone())) {
                            return Some(format!("{}[{at}].{}", owner.list, owner.field));
                        }
                        let details = vec![("list", owner.list.to_owned())];
                        self.gathered.add(Code::UnknownReference, place, &id, details);
                    }
                    Err(problem) => report(&mut self.gathered, place, value, problem),
                }
                None
            }
            (named, _) => {
                let heading = |(at, _): &(usize, &Owner)| table.place(row, *at).heading;
                let all: Vec<String> =
                    columns.iter().map(heading).filter(|h| !h.is_empty()).collect();
                let at = named.last().or(columns.first().as_ref()).map_or(0, |(at, _)| *at);
                let code = if columns.len() == 1 { Code::Missing } else { Code::OneOfThese };
                let value = table.value(row, at).to_string();
                let details = vec![("columns", all.join(", "))];
                self.gathered.add(code, table.place(row, at), &value, details);
                None
            }
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

    /// The field of an entry at a path such as `participants[3].commitments`.
    fn at(&mut self, path: &str) -> Option<&mut Json> {
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
