//! Rosters in JSON of which one value is spoilt or written otherwise, for every value of a full roster: each has exactly
//! one finding, at its field, or reads as the good one.

use std::sync::LazyLock;

use leerteam::formats::{from_json_file, to_json};
use leerteam::roster::Finding;
use leerteam::wire::v1;
use serde_json::{Value, json};

use super::roster;

/// The path of a value: as findings show it, and as `serde_json` has it.
type Place = (String, String);

/// A roster in JSON, in words and as it is.
type Spoilt = (String, String);

static GOOD: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(&to_json(&roster::full())).expect("JSON"));

/// All values with their places, without the whole.
fn all() -> Vec<(Place, Value)> {
    let mut all = Vec::new();
    gather(&GOOD, (String::new(), String::new()), &mut all);
    all
}

fn gather(value: &Value, (shown, pointer): Place, all: &mut Vec<(Place, Value)>) {
    if !pointer.is_empty() {
        all.push(((shown.clone(), pointer.clone()), value.clone()));
    }
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let shown = if shown.is_empty() { name.clone() } else { format!("{shown}.{name}") };
                gather(value, (shown, format!("{pointer}/{name}")), all);
            }
        }
        Value::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                gather(value, (format!("{shown}[{at}]"), format!("{pointer}/{at}")), all);
            }
        }
        _ => {}
    }
}

/// The good roster with a text in the place of a value, as it stands in the document.
fn with(pointer: &str, raw: &str) -> String {
    const HOLE: &str = "a hole in the document";
    let mut document = GOOD.clone();
    *document.pointer_mut(pointer).expect("a value") = json!(HOLE);
    document.to_string().replacen(&format!("\"{HOLE}\""), raw, 1)
}

fn read(text: &str) -> Result<v1::Roster, Box<Finding>> {
    from_json_file(text.as_bytes()).map_err(|error| Box::new(error.finding()))
}

fn is_enum(value: &Value) -> bool {
    let is_capital = |c: char| c.is_ascii_uppercase() || c == '_' || c.is_ascii_digit();
    value.as_str().is_some_and(|text| text.contains('_') && text.chars().all(is_capital))
}

/// Values written otherwise.
fn written_otherwise() -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    for ((shown, pointer), value) in all() {
        let mut put = |raw: String| spoilt.push((format!("{shown}: {raw}"), with(&pointer, &raw)));
        match &value {
            Value::Number(number) => {
                put(format!("{number}.0"));
                put(format!("{number}e0"));
                put(format!("\"{number}\""));
            }
            Value::String(text) => {
                let escaped: String =
                    text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
                put(format!("\"{escaped}\""));
            }
            Value::Bool(_) => put(format!(" \n{value}\t")),
            _ => {}
        }
    }
    spoilt
}

/// Values that are not of their kind: what each is found as.
fn of_another_kind() -> Vec<(Spoilt, String)> {
    let mut spoilt = Vec::new();
    for ((shown, pointer), value) in all() {
        let mut put = |raw: &str, code: &str| {
            let what = (format!("{shown}: {raw}"), with(&pointer, raw));
            spoilt.push((what, format!("{code} {shown}")));
        };
        match &value {
            Value::Number(number) => {
                put(&format!("{number}.5"), "E1411");
                put("\"veel\"", "E1411");
                put("true", "E1411");
                put("[]", "E1001");
                put("{}", "E1001");
            }
            Value::String(_) if is_enum(&value) => {
                put("\"SOMETHING_ELSE\"", "E1001");
                put("true", "E1001");
                put("[]", "E1001");
            }
            Value::String(_) => {
                for raw in ["7", "7.5", "true", "[]", "{}"] {
                    put(raw, "E1001");
                }
            }
            Value::Bool(_) => {
                for raw in ["1", "\"ja\"", "[]"] {
                    put(raw, "E1001");
                }
            }
            Value::Array(_) => {
                for raw in ["7", "\"x\"", "{\"x\": 1}"] {
                    put(raw, "E1001");
                }
            }
            Value::Object(_) => {
                for raw in ["7", "\"x\"", "true"] {
                    put(raw, "E1001");
                }
            }
            Value::Null => {}
        }
    }
    spoilt
}

/// Fields that are not there in the message, or there twice.
fn fields() -> Vec<(Spoilt, String)> {
    let mut spoilt = Vec::new();
    for ((shown, pointer), value) in all() {
        let Value::Object(own) = &value else { continue };
        // The keys of these are people's own.
        if ["attributes", "parameters"].iter().any(|map| shown.ends_with(map)) {
            continue;
        }
        let raw = value.to_string();
        let more = |more: &str| raw.replacen('{', &format!("{{{more},"), 1);
        for name in ["eigen", "Id", "__proto__"] {
            let what =
                (format!("{shown}.{name}"), with(&pointer, &more(&format!("\"{name}\": 1"))));
            spoilt.push((what, format!("E1001 {shown}.{name}")));
        }
        for (name, value) in own {
            let what = (
                format!("{shown}.{name} twice"),
                with(&pointer, &more(&format!("\"{name}\": {value}"))),
            );
            // The text names the field.
            spoilt.push((what, format!("E1001 {shown}")));
        }
    }
    spoilt
}

fn check(spoilt: &[(Spoilt, String)]) {
    let mut wrong = Vec::new();
    for ((what, text), expected) in spoilt {
        match read(text) {
            Err(finding) if format!("{} {}", finding.code.as_str(), finding.field) == *expected => {
            }
            other => wrong.push(format!("{what}: {:?}, not {expected}", other.map(|_| "is read"))),
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), spoilt.len(), wrong.join("\n"));
}

#[test]
fn what_is_written_otherwise_is_read() {
    let good = roster::full();
    let spoilt = written_otherwise();
    assert!(spoilt.len() > 100, "{}", spoilt.len());
    for (what, text) in spoilt {
        assert_eq!(read(&text).as_ref(), Ok(&good), "{what}");
    }
}

#[test]
fn null_is_left_out() {
    for ((shown, pointer), _) in all() {
        let (parent, name) = pointer.rsplit_once('/').expect("a parent");
        let mut without = GOOD.clone();
        let Some(Value::Object(fields)) = without.pointer_mut(parent) else { continue };
        fields.remove(name);
        let left_out = read(&without.to_string());
        assert_eq!(read(&with(&pointer, "null")), left_out, "{shown}");
    }
}

#[test]
fn what_is_of_another_kind_is_one_finding_at_its_field() {
    check(&of_another_kind());
}

#[test]
fn fields_that_are_none_or_are_there_twice_are_named() {
    check(&fields());
}

#[test]
fn a_document_that_is_cut_off_is_one_finding() {
    let text = to_json(&roster::full());
    let text = text.trim_end();
    let step = text.len() / 200;
    assert!(step > 0);
    for end in (0..text.len()).step_by(step).filter(|end| text.is_char_boundary(*end)) {
        let finding = read(&text[..end]).expect_err("it is not whole");
        assert_eq!((finding.code.as_str(), finding.field.as_str()), ("E1001", ""), "{end}");
    }
}

#[test]
fn every_way_of_writing_letters_is_read() {
    let mut named = roster::full();
    named.title = "Proefrooster Zoë Çelik".into();
    let text = to_json(&named);
    let utf16 = |mark: &str, order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("{mark}{text}").encode_utf16().flat_map(order).collect()
    };
    for (way, content) in [
        ("UTF-8", text.clone().into_bytes()),
        ("with a mark", format!("\u{feff}{text}").into_bytes()),
        ("Windows-1252", encoding_rs::WINDOWS_1252.encode(&text).0.into_owned()),
        ("UTF-16", utf16("\u{feff}", u16::to_le_bytes)),
        ("UTF-16 of a Mac", utf16("\u{feff}", u16::to_be_bytes)),
        ("UTF-16 without a mark", utf16("", u16::to_le_bytes)),
        ("UTF-16 of a Mac without a mark", utf16("", u16::to_be_bytes)),
        ("lines of Windows", text.replace('\n', "\r\n").into_bytes()),
    ] {
        let read: v1::Roster =
            from_json_file(&content).unwrap_or_else(|error| panic!("{way}: {error}"));
        assert_eq!(read, named, "{way}");
    }
}
