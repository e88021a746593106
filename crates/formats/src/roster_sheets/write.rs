//! From a roster to the sheets of a workbook, such that reading them gives the same roster.

use chrono::{Datelike, Days, NaiveDate};
use serde_json::Value as Json;

use super::fields::get;
use super::layout::{Choice, ColumnSpec, Holds, Owner, Rows, SHEETS, SheetSpec, WEEKDAY};
use super::parse::quoted;
use super::read::whole_number;
use super::template;
use super::words::choice_key;
use crate::book::Value;
use crate::sheets::{Cell, Sheet};
use leerteam_messages::Messages;
use leerteam_model::roster::Clock;
use leerteam_wire::v1;

/// All sheets of a roster, with the headings of `messages`. A base plan is not among them: it is handed in
/// as the plan.json that it is.
///
/// # Panics
/// If a map of the roster has keys that are no text, which none has.
pub fn write(roster: &v1::Roster, messages: &Messages) -> Vec<Sheet> {
    // A message is always JSON.
    let json = serde_json::to_value(roster).expect("all keys are text");
    let first = get(&json, "period.firstDate").and_then(Json::as_str);
    let first = first.and_then(|date| date.parse().ok()).unwrap_or_default();
    let writer = Writer { messages, first };
    let sheets = SHEETS.iter().map(|spec| writer.sheet(spec, &json));
    sheets.collect()
}

/// The sheet of a text that is longer than a cell of a workbook can hold; CSV files hold any.
pub fn too_long(sheets: &[Sheet]) -> Option<&str> {
    const LONGEST: usize = 32_767;
    let is_long = |cell: &Cell| match cell {
        Cell::Text(text) => text.len() > LONGEST && text.encode_utf16().count() > LONGEST,
        _ => false,
    };
    let sheet = sheets.iter().find(|sheet| sheet.rows.iter().flatten().any(is_long));
    sheet.map(|sheet| sheet.name.as_str())
}

struct Writer<'a> {
    messages: &'a Messages,
    /// First date of the period.
    first: NaiveDate,
}

impl Writer<'_> {
    fn sheet(&self, spec: &'static SheetSpec, roster: &Json) -> Sheet {
        let attributes = if spec.attributes { attributes(roster) } else { Vec::new() };
        let rows = match spec.rows {
            Rows::Roster => vec![self.row(spec, roster, None, &attributes)],
            Rows::List(list) => {
                let entries = entries(roster, list);
                entries.map(|entry| self.row(spec, entry, None, &attributes)).collect()
            }
            Rows::Owned(owners) => {
                owners.iter().flat_map(|owner| self.owned(spec, roster, owner)).collect()
            }
            Rows::Fields(owner) => {
                let owners = entries(roster, owner.list);
                let stated = owners.filter_map(|entry| Some((entry, get(entry, owner.field)?)));
                let row = |(entry, fields)| self.row(spec, fields, Some((&owner, entry)), &[]);
                stated.map(row).collect()
            }
        };
        let columns = template::columns(spec, &attributes, self.messages);
        let name = self.messages.text(&format!("sheet-{}", spec.id), &[]);
        Sheet { name, columns, rows, ..Sheet::default() }
    }

    fn owned(&self, spec: &'static SheetSpec, roster: &Json, owner: &Owner) -> Vec<Vec<Cell>> {
        let owners: Vec<&Json> = match owner.column {
            Some(_) => entries(roster, owner.list).collect(),
            None => vec![roster],
        };
        let mut rows = Vec::new();
        for of in owners {
            let list = entries(of, owner.field);
            rows.extend(list.map(|entry| self.row(spec, entry, Some((owner, of)), &[])));
        }
        rows
    }

    fn row(
        &self,
        spec: &SheetSpec,
        entry: &Json,
        owner: Option<(&Owner, &Json)>,
        attributes: &[String],
    ) -> Vec<Cell> {
        let cell = |column: &ColumnSpec| {
            if column.shorthand {
                return Cell::Empty;
            }
            if column.field.is_empty() {
                let of = owner.filter(|(owner, _)| owner.column == Some(column.id));
                return of.map_or(Cell::Empty, |(_, of)| text_cell(text(of.get("id"))));
            }
            match get(entry, column.field) {
                Some(json) => self.cell(column, json),
                None if is_zero(column, entry) => Cell::Number(0.0),
                None => Cell::Empty,
            }
        };
        let own = spec.columns.iter().map(cell);
        let of =
            |name: &String| entry.get("attributes").and_then(|all| all.get(name)).map(attribute);
        own.chain(attributes.iter().map(|name| of(name).unwrap_or_default())).collect()
    }

    fn cell(&self, column: &ColumnSpec, json: &Json) -> Cell {
        match column.holds {
            Holds::Text | Holds::Id | Holds::Reference(_) | Holds::Rule => {
                text_cell(text(Some(json)))
            }
            Holds::Length if json.as_i64().is_some_and(|minutes| (1..10).contains(&minutes)) => {
                // A number alone could be hours.
                let count = json.to_string();
                Cell::text(self.messages.text("sheet-minutes", &[("count", &count)]))
            }
            Holds::Whole | Holds::Minutes | Holds::Length => {
                Cell::Number(json.as_f64().unwrap_or_default())
            }
            Holds::YesNo => {
                let key = if json.as_bool() == Some(true) { "input-yes" } else { "input-no" };
                let words = self.messages.text(key, &[]);
                Cell::text(words.split(';').next().unwrap_or_default())
            }
            Holds::Date => match text(Some(json)).parse() {
                Ok(date) => Cell::Date(date),
                Err(_) => Cell::text(text(Some(json))),
            },
            Holds::Time => match Clock::parse(text(Some(json))) {
                Some(clock) => Cell::Time(clock),
                None => Cell::text(text(Some(json))),
            },
            Holds::Choice(choice) => Cell::text(self.word(choice, text(Some(json)))),
            Holds::ChoiceList(choice) => {
                Cell::text(joined(each(json).map(|value| self.word(choice, text(Some(value))))))
            }
            Holds::References(_) | Holds::Texts => {
                Cell::text(joined(each(json).map(|value| listed(text(Some(value))))))
            }
            Holds::Numbers => {
                let numbers = json.as_object().into_iter().flatten();
                Cell::text(joined(numbers.map(|(name, number)| format!("{name} = {number}"))))
            }
            // Commitments stand on their own sheet.
            Holds::Duties(_) => Cell::Empty,
            Holds::Days => Cell::text(self.word(&WEEKDAY, text(Some(json)))),
            Holds::Weeks => Cell::text(self.weeks(json)),
            Holds::Windows => Cell::text(joined(each(json).map(|window| self.window(window)))),
            Holds::Stretches(from) => {
                let stretch = |json: &Json| {
                    self.through(text(json.get("firstDate")), text(json.get("lastDate")))
                };
                Cell::text(joined(each(json).skip(from).map(stretch)))
            }
        }
    }

    fn word(&self, choice: &Choice, value: &str) -> String {
        let word = choice.words.iter().find(|(_, of)| *of == value).map(|(word, _)| *word);
        word.map_or(String::new(), |word| self.messages.text(&choice_key(choice, word), &[]))
    }

    fn weeks(&self, json: &Json) -> String {
        let number = |name: &str| json.get(name).and_then(Json::as_u64).unwrap_or_default();
        let (every, offset) = (number("every"), number("offset"));
        if every <= 1 {
            return String::new();
        }
        // The Monday of the first such week, or the first date itself.
        let back = self.first.weekday().num_days_from_monday();
        let days = (offset * 7).saturating_sub(back.into());
        let date = self.first.checked_add_days(Days::new(days)).unwrap_or(self.first);
        let arguments = [("every", every.to_string()), ("date", date.to_string())];
        let arguments = arguments.each_ref().map(|(name, value)| (*name, value.as_str()));
        self.messages.text("sheet-every-weeks", &arguments)
    }

    /// `ma 09:00-16:30 elke 2 weken vanaf 2020-09-07 (2020-09-01 t/m 2020-12-18)`
    fn window(&self, json: &Json) -> String {
        let number = WEEKDAY.words.iter().find(|(_, value)| *value == text(json.get("weekday")));
        let day = number.map_or("", |(number, _)| *number);
        let day = self.messages.text(&format!("sheet-day-{day}"), &[]);
        let mut window =
            format!("{day} {}-{}", text(json.get("startTime")), text(json.get("endTime")));
        let weeks = json.get("weeks").map(|weeks| self.weeks(weeks)).unwrap_or_default();
        if !weeks.is_empty() {
            window += &format!(" {weeks}");
        }
        let (from, to) = (text(json.get("validFrom")), text(json.get("validTo")));
        if !from.is_empty() || !to.is_empty() {
            window += &format!(" ({})", self.through(from, to));
        }
        window
    }

    /// Two dates, of which one may be open.
    fn through(&self, first: &str, last: &str) -> String {
        self.messages.text("sheet-through", &[("first", first), ("last", last)]).trim().to_owned()
    }
}

/// Names of all attributes of participants, in the order of the alphabet.
fn attributes(roster: &Json) -> Vec<String> {
    let all = entries(roster, "participants").filter_map(|one| one.get("attributes")?.as_object());
    let mut names: Vec<String> = all.flat_map(|attributes| attributes.keys().cloned()).collect();
    names.sort();
    names.dedup();
    names
}

/// Whether a number that is not in the message is to be written as 0: where a cell must not be empty, and
/// where what it belongs to is there.
fn is_zero(column: &ColumnSpec, entry: &Json) -> bool {
    let is_number = matches!(column.holds, Holds::Whole | Holds::Minutes);
    let least = column.field.strip_suffix(".min");
    is_number && (column.required || least.is_some_and(|of| get(entry, of).is_some()))
}

/// A number, or a text; in quotes if it looks like a number.
fn attribute(json: &Json) -> Cell {
    match json.get("number").and_then(Json::as_i64) {
        Some(number) => Cell::number(number),
        None => {
            let text = text(json.get("text"));
            let is_number = whole_number(text).is_some();
            if is_number || text.is_empty() { Cell::text(quoted(text)) } else { text_cell(text) }
        }
    }
}

fn entries<'j>(json: &'j Json, list: &str) -> impl Iterator<Item = &'j Json> {
    get(json, list).and_then(Json::as_array).into_iter().flatten()
}

fn each(json: &Json) -> impl Iterator<Item = &Json> {
    json.as_array().into_iter().flatten()
}

fn text(json: Option<&Json>) -> &str {
    json.and_then(Json::as_str).unwrap_or_default()
}

/// A text as it stands; in quotes where it would be read as something else.
fn text_cell(text: &str) -> Cell {
    let looks_else = text.starts_with(['#', '"']) || !is_itself(text);
    if looks_else && !text.is_empty() { Cell::text(quoted(text)) } else { Cell::text(text) }
}

/// Whether a cell with this text is read as this text.
fn is_itself(text: &str) -> bool {
    matches!(Value::text(text), Value::Text(read) if read == text)
}

/// A text in a list.
fn listed(text: &str) -> String {
    let parts = text.contains([';', ',', '\n']) || text.starts_with(['#', '"']) || !is_itself(text);
    if parts { quoted(text) } else { text.to_owned() }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("; ")
}
