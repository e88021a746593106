//! Fields of a JSON document by their paths: `period.firstDate`, `participantIds[1]`,
//! `supervision[SIDE_EDUCATION].min` (the entry with that side).

use serde_json::{Map, Value};

/// One step of a path.
enum Step<'p> {
    /// A field.
    Field(&'p str),
    /// A place in a list.
    Place(usize),
    /// The entry of a list with this side.
    Side(&'p str),
}

fn steps(path: &str) -> impl Iterator<Item = Step<'_>> {
    path.split('.').flat_map(|part| {
        let (name, index) = part.split_once('[').unwrap_or((part, ""));
        let index = index.trim_end_matches(']');
        let place = index.parse().map(Step::Place).unwrap_or(Step::Side(index));
        let index = (!index.is_empty()).then_some(place);
        std::iter::once(Step::Field(name)).chain(index)
    })
}

/// What stands at a path; nothing if there is no such field.
pub fn get<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    if path.is_empty() {
        return Some(value);
    }
    let mut at = value;
    for step in steps(path) {
        at = match step {
            Step::Field(name) => at.get(name)?,
            Step::Place(place) => at.get(place)?,
            Step::Side(side) => at
                .as_array()?
                .iter()
                .find(|entry| entry.get("side").is_some_and(|of| of == side))?,
        };
    }
    Some(at)
}

/// Puts a value at a path, with whatever has to be there around it.
pub fn set(value: &mut Value, path: &str, new: Value) {
    let mut at = value;
    for step in steps(path) {
        at = match step {
            Step::Field(name) => {
                if !at.is_object() {
                    *at = Value::Object(Map::new());
                }
                &mut at[name]
            }
            Step::Place(place) => {
                let list = as_list(at);
                // What has been left out before it is an empty text, to be found missing where it is read.
                list.resize(list.len().max(place + 1), Value::String(String::new()));
                &mut list[place]
            }
            Step::Side(side) => {
                let list = as_list(at);
                let is_it = |entry: &Value| entry.get("side").is_some_and(|of| of == side);
                let place = list.iter().position(is_it).unwrap_or_else(|| {
                    list.push(serde_json::json!({ "side": side }));
                    list.len() - 1
                });
                &mut list[place]
            }
        };
    }
    *at = new;
}

/// The list at a path, made where there is none.
pub fn list<'v>(value: &'v mut Value, path: &str) -> &'v mut Vec<Value> {
    let mut at = value;
    for name in path.split('.') {
        if !at.is_object() {
            *at = Value::Object(Map::new());
        }
        at = &mut at[name];
    }
    as_list(at)
}

fn as_list(value: &mut Value) -> &mut Vec<Value> {
    if !value.is_array() {
        *value = Value::Array(Vec::new());
    }
    match value {
        Value::Array(list) => list,
        _ => unreachable!(),
    }
}
