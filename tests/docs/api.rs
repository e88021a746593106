//! Renders docs/api.md from the comments in the protos and fails when the committed page differs.
//! `make docs` writes the page.

use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;

use prost::Message;
use prost_types::field_descriptor_proto::{Label, Type};
use prost_types::{
    DescriptorProto, EnumDescriptorProto, FieldDescriptorProto, FileDescriptorProto,
    FileDescriptorSet, ServiceDescriptorProto,
};

const PACKAGE: &str = "leerteam.v1";

const INTRO: &str = "\
<!-- Made from proto/ by tests/docs/api.rs; change the comments there and run `make docs`. -->

# The API

Everything goes in and out as the messages of package `leerteam.v1`, defined in
[proto/leerteam/v1](../proto/leerteam/v1): over gRPC, and as JSON in files and on the command line.
A roster file is one [Roster](#roster), plan.json is one [Plan](#plan).

The JSON is the canonical JSON of protocol buffers:
- keys are in lowerCamelCase, as in the tables below; the snake_case names of the protos are read too; any other
  key is refused;
- `null` for a key is the same as leaving it out; as an entry of a list it is refused;
- a whole number can be written as `60.0` or `6e1` too;
- a key that is left out has its default; where the table shows none, it counts as empty or 0, and
  validation says where something is needed;
- an *optional* number that is left out is not the same as 0;
- a value of an enum is written by name, such as `\"WEEKDAY_MONDAY\"`;
- an int64 is written as text, such as `\"42\"`; a number is read too;
- a *time* is a google.protobuf.Timestamp, written as `\"2026-09-07T08:30:00Z\"`.

[model.md](model.md) says what the values mean for the score, rules.md lists the rules and errors.md
the codes of findings and reasons.
";

/// The numbers that descriptor.proto gives to the parts of a descriptor; a path of these and of
/// places in lists leads to a comment.
mod part {
    pub const FILE_PACKAGE: i32 = 2;
    pub const FILE_MESSAGE: i32 = 4;
    pub const FILE_ENUM: i32 = 5;
    pub const FILE_SERVICE: i32 = 6;
    pub const MESSAGE_FIELD: i32 = 2;
    pub const MESSAGE_ONEOF: i32 = 8;
    pub const ENUM_VALUE: i32 = 2;
    pub const SERVICE_METHOD: i32 = 2;
}

/// The comments of one file, by path. What has none is noted.
struct Comments {
    file: String,
    texts: HashMap<Vec<i32>, String>,
    missing: Vec<String>,
}

impl Comments {
    fn of(file: &FileDescriptorProto) -> Self {
        let locations = file.source_code_info.iter().flat_map(|i| &i.location);
        let texts = locations
            .filter_map(|l| Some((l.path.clone(), join(l.leading_comments.as_deref()?))))
            .collect();
        Self { file: file.name().to_owned(), texts, missing: Vec::new() }
    }

    fn get(&mut self, path: &[i32], what: &str) -> String {
        match self.texts.get(path) {
            Some(text) => text.clone(),
            None => {
                self.missing.push(format!("{}: {what}", self.file));
                String::new()
            }
        }
    }
}

/// A comment's lines as one line of text.
fn join(comment: &str) -> String {
    comment.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A field's comment, taken apart.
#[derive(Debug, PartialEq)]
struct Meaning {
    text: String,
    unit: String,
    default: String,
}

/// Takes `[unit: ...]` and `[default: ...]` off the end of a comment.
fn meaning(comment: &str) -> Meaning {
    let mut text = comment.trim().to_owned();
    let mut markers = [("[unit: ", String::new()), ("[default: ", String::new())];
    while let Some(body) = text.strip_suffix(']') {
        let last = markers
            .iter_mut()
            .filter_map(|(mark, value)| Some((body.rfind(*mark)?, mark.len(), value)))
            .max_by_key(|(start, _, _)| *start);
        let Some((start, length, value)) = last else {
            break;
        };
        assert!(value.is_empty(), "a marker stands twice in: {comment}");
        *value = body[start + length..].to_owned();
        text = body[..start].trim_end().to_owned();
    }
    assert!(
        !text.contains("[unit:") && !text.contains("[default:"),
        "markers belong at the end, as `[unit: ...] [default: ...]`: {comment}"
    );
    let [(_, unit), (_, default)] = markers;
    Meaning { text, unit, default }
}

/// Text for one cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// A link to a message or enum, by its full name.
fn link(full_name: &str) -> String {
    if full_name == ".google.protobuf.Timestamp" {
        return "time".to_owned();
    }
    let name = full_name
        .trim_start_matches('.')
        .strip_prefix(PACKAGE)
        .and_then(|n| n.strip_prefix('.'))
        .unwrap_or_else(|| panic!("{full_name} is not in package {PACKAGE}"));
    format!("[{name}](#{})", name.to_lowercase())
}

/// The type of one value of a field.
fn single_type(field: &FieldDescriptorProto) -> String {
    match field.r#type() {
        Type::Message | Type::Enum => link(field.type_name()),
        other => other.as_str_name()["TYPE_".len()..].to_lowercase(),
    }
}

/// The type of a field of this message.
fn type_of(message: &DescriptorProto, field: &FieldDescriptorProto) -> String {
    if field.label() == Label::Repeated {
        let entry = message.nested_type.iter().find(|nested| {
            nested.options.as_ref().is_some_and(|o| o.map_entry())
                && field.type_name().rsplit('.').next() == Some(nested.name())
        });
        return match entry {
            Some(entry) => format!("map of {}", single_type(&entry.field[1])),
            None => format!("list of {}", single_type(field)),
        };
    }
    let optional = if field.proto3_optional() { "optional " } else { "" };
    format!("{optional}{}", single_type(field))
}

fn render_service(
    out: &mut String,
    comments: &mut Comments,
    place: usize,
    service: &ServiceDescriptorProto,
) -> std::fmt::Result {
    let path = [part::FILE_SERVICE, place as i32];
    let text = comments.get(&path, service.name());
    writeln!(out, "\n## {}\n\n{text}\n", service.name())?;
    writeln!(out, "| call | request | answer | meaning |")?;
    writeln!(out, "|---|---|---|---|")?;
    for (place, method) in service.method.iter().enumerate() {
        let stream = |streaming| if streaming { "stream of " } else { "" };
        let path = [path[0], path[1], part::SERVICE_METHOD, place as i32];
        writeln!(
            out,
            "| `{}` | {}{} | {}{} | {} |",
            method.name(),
            stream(method.client_streaming()),
            link(method.input_type()),
            stream(method.server_streaming()),
            link(method.output_type()),
            cell(&comments.get(&path, method.name())),
        )?;
    }
    Ok(())
}

fn render_message(
    out: &mut String,
    comments: &mut Comments,
    place: usize,
    message: &DescriptorProto,
) -> std::fmt::Result {
    let path = [part::FILE_MESSAGE, place as i32];
    let text = comments.get(&path, message.name());
    writeln!(out, "\n### {}\n\n{text}", message.name())?;
    if message.field.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n| key | type | unit | default | meaning |")?;
    writeln!(out, "|---|---|---|---|---|")?;
    for (place, field) in message.field.iter().enumerate() {
        let name = format!("{}.{}", message.name(), field.name());
        let path = [path[0], path[1], part::MESSAGE_FIELD, place as i32];
        let meaning = meaning(&comments.get(&path, &name));
        writeln!(
            out,
            "| `{}` | {} | {} | {} | {} |",
            field.json_name(),
            type_of(message, field),
            cell(&meaning.unit),
            cell(&meaning.default),
            cell(&meaning.text),
        )?;
    }
    for (place, oneof) in message.oneof_decl.iter().enumerate() {
        let keys: Vec<String> = message
            .field
            .iter()
            .filter(|f| f.oneof_index == Some(place as i32) && !f.proto3_optional())
            .map(|f| format!("`{}`", f.json_name()))
            .collect();
        if keys.is_empty() {
            continue; // the one that the compiler makes for an optional field
        }
        let name = format!("{}.{}", message.name(), oneof.name());
        let path = [path[0], path[1], part::MESSAGE_ONEOF, place as i32];
        let text = comments.get(&path, &name);
        writeln!(out, "\nAt most one of {}: {text}", keys.join(", "))?;
    }
    Ok(())
}

fn render_enum(
    out: &mut String,
    comments: &mut Comments,
    place: usize,
    declared: &EnumDescriptorProto,
) -> std::fmt::Result {
    let path = [part::FILE_ENUM, place as i32];
    let text = comments.get(&path, declared.name());
    writeln!(out, "\n### {}\n\n{text}\n", declared.name())?;
    writeln!(out, "| value | meaning |")?;
    writeln!(out, "|---|---|")?;
    for (place, value) in declared.value.iter().enumerate() {
        let path = [path[0], path[1], part::ENUM_VALUE, place as i32];
        let text = comments.get(&path, value.name());
        writeln!(out, "| `{}` | {} |", value.name(), cell(&text))?;
    }
    Ok(())
}

/// The whole page: the service, then each file's messages and enums.
fn render(set: &FileDescriptorSet) -> String {
    let mut files: Vec<&FileDescriptorProto> =
        set.file.iter().filter(|f| f.package() == PACKAGE).collect();
    files.sort_by_key(|f| f.service.is_empty()); // the service's own messages first, the rest as compiled
    let mut out = INTRO.to_owned();
    let mut missing = Vec::new();
    for file in files {
        let mut comments = Comments::of(file);
        render_file(&mut out, &mut comments, file).expect("writing to text");
        missing.append(&mut comments.missing);
    }
    assert!(missing.is_empty(), "these have no comment in proto/:\n{}", missing.join("\n"));
    out
}

fn render_file(
    out: &mut String,
    comments: &mut Comments,
    file: &FileDescriptorProto,
) -> std::fmt::Result {
    for (place, service) in file.service.iter().enumerate() {
        render_service(out, comments, place, service)?;
    }
    let name = file.name().rsplit('/').next().unwrap_or_default();
    let text = comments.get(&[part::FILE_PACKAGE], "package");
    writeln!(out, "\n## {name}\n\n{text}")?;
    for (place, message) in file.message_type.iter().enumerate() {
        render_message(out, comments, place, message)?;
    }
    for (place, declared) in file.enum_type.iter().enumerate() {
        render_enum(out, comments, place, declared)?;
    }
    Ok(())
}

#[test]
fn the_api_page_is_up_to_date() {
    let set = FileDescriptorSet::decode(leerteam::wire::DESCRIPTORS).expect("descriptors");
    let rendered = render(&set);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/api.md");
    if std::env::var_os("UPDATE_DOCS").is_some_and(|v| v == "1") {
        std::fs::write(&path, rendered).expect("writing docs/api.md");
        return;
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    if let Some(line) = first_difference(&committed, &rendered) {
        panic!(
            "docs/api.md differs from proto/ at line {}:\n  committed: {}\n  protos:    {}\nrun `make docs` and commit the page",
            line + 1,
            committed.lines().nth(line).unwrap_or("(end)"),
            rendered.lines().nth(line).unwrap_or("(end)"),
        );
    }
}

/// The first line, from 0, in which two texts differ.
fn first_difference(left: &str, right: &str) -> Option<usize> {
    let (mut left, mut right) = (left.lines(), right.lines());
    (0..).find_map(|line| match (left.next(), right.next()) {
        (None, None) => Some(None),
        (l, r) if l == r => None,
        _ => Some(Some(line)),
    })?
}

#[test]
fn markers_are_taken_off_a_comment() {
    let all = meaning("Counted from `a[3]`. [unit: weeks] [default: 1; see docs]");
    assert_eq!(all.text, "Counted from `a[3]`.");
    assert_eq!(all.unit, "weeks");
    assert_eq!(all.default, "1; see docs");
    let swapped = meaning("Text. [default: 0] [unit: points]");
    assert_eq!((&*swapped.unit, &*swapped.default), ("points", "0"));
    let bare = meaning("Ends in a list [3]");
    assert_eq!(bare.text, "Ends in a list [3]");
    assert_eq!((&*bare.unit, &*bare.default), ("", ""));
}

#[test]
#[should_panic(expected = "markers belong at the end")]
fn a_marker_in_the_middle_is_refused() {
    meaning("Time [unit: minutes] in the week.");
}

#[test]
fn the_first_difference_is_found() {
    assert_eq!(first_difference("a\nb\n", "a\nb\n"), None);
    assert_eq!(first_difference("a\nb\n", "a\nc\n"), Some(1));
    assert_eq!(first_difference("a\n", "a\nb\n"), Some(1));
    assert_eq!(first_difference("", "a\n"), Some(0));
}

/// Whether a roster is read from JSON.
fn is_read(json: &str) -> bool {
    leerteam::formats::from_json::<leerteam::wire::v1::Roster>(json).is_ok()
}

#[test]
fn keys_and_null_are_read_as_the_page_says() {
    let a_key = |key: &str| format!("{{\"environments\": [{{\"{key}\": [\"a\"]}}]}}");
    assert!(is_read(&a_key("locationIds")));
    assert!(is_read(&a_key("location_ids")));
    assert!(!is_read(&a_key("LocationIds")));
    assert!(!is_read(&a_key("places")));
    for field in ["period", "id", "participants", "rules"] {
        assert!(is_read(&format!("{{\"{field}\": null}}")), "{field} is left out");
    }
    assert!(is_read(r#"{"participants": [{"studyYear": null}], "rules": [{"mode": null}]}"#));
    assert!(!is_read(r#"{"participants": [null]}"#), "an entry of a list");
    assert!(is_read(r#"{"participants": [{"studyYear": 2.0}]}"#));
    assert!(is_read(r#"{"participants": [{"studyYear": 2e0}]}"#));
    assert!(!is_read(r#"{"participants": [{"studyYear": 2.5}]}"#));
}
