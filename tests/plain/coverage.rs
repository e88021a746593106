//! The random rosters have every field that a roster can have.

use std::collections::{BTreeMap, BTreeSet};

use leerteam::rules::RULES;
use leerteam::wire::{DESCRIPTORS, read_roster, v1};
use prost::Message;
use prost_types::{DescriptorProto, FieldDescriptorProto, FileDescriptorSet};
use serde_json::Value;

use crate::rosters::{self, SMALL, VARIED};

const SEEDS: u64 = 300;

/// A message and one of its fields.
type Field = (String, String);

/// The messages of the protos, by full name.
struct Messages(BTreeMap<String, DescriptorProto>);

impl Messages {
    fn new() -> Messages {
        let files = FileDescriptorSet::decode(DESCRIPTORS).expect("the build's own descriptors");
        let mut messages = BTreeMap::new();
        for file in files.file {
            for message in file.message_type {
                let name = format!(".{}.{}", file.package.as_deref().unwrap_or(""), message.name());
                for nested in &message.nested_type {
                    messages.insert(format!("{name}.{}", nested.name()), nested.clone());
                }
                messages.insert(name, message);
            }
        }
        Messages(messages)
    }

    /// The message that a field holds, if it holds one.
    fn of(&self, field: &FieldDescriptorProto) -> Option<&DescriptorProto> {
        self.0.get(field.type_name())
    }

    /// Every field of a message and of those in it.
    fn reachable(&self, message: &DescriptorProto, found: &mut BTreeSet<Field>) {
        for field in &message.field {
            let is_new = found.insert((message.name().into(), field.json_name().into()));
            if let Some(inner) = self.of(field).filter(|_| is_new) {
                self.reachable(inner, found);
            }
        }
    }

    /// The fields that are stated in a message: JSON leaves out what has its default.
    fn stated(&self, message: &DescriptorProto, json: &Value, found: &mut BTreeSet<Field>) {
        for field in &message.field {
            let Some(value) = json.get(field.json_name()) else { continue };
            found.insert((message.name().into(), field.json_name().into()));
            let Some(inner) = self.of(field) else { continue };
            let is_map = inner.options.as_ref().is_some_and(|options| options.map_entry());
            match value {
                Value::Object(entries) if is_map => {
                    for (key, value) in entries {
                        let entry = serde_json::json!({"key": key, "value": value});
                        self.stated(inner, &entry, found);
                    }
                }
                Value::Array(list) => list.iter().for_each(|v| self.stated(inner, v, found)),
                one => self.stated(inner, one, found),
            }
        }
    }
}

#[test]
fn every_field_is_stated_somewhere() {
    let messages = Messages::new();
    let roster = &messages.0[".leerteam.v1.Roster"];
    let mut missing = BTreeSet::new();
    messages.reachable(roster, &mut missing);
    assert!(missing.contains(&("TravelTime".into(), "minutes".into())), "{missing:?}");
    let mut stated = BTreeSet::new();
    for seed in 0..SEEDS {
        let json = serde_json::to_value(rosters::roster(seed, &VARIED)).expect("a roster is JSON");
        messages.stated(roster, &json, &mut stated);
    }
    missing.retain(|field| !stated.contains(field));
    assert!(missing.is_empty(), "never stated: {missing:?}");
}

#[test]
fn every_rule_has_settings_somewhere() {
    let mut missing: BTreeSet<&str> = RULES.iter().map(|rule| rule.specification().id).collect();
    for seed in 0..SEEDS {
        let roster = rosters::roster(seed, &VARIED);
        let of_environments = roster.environments.iter().flat_map(|environment| &environment.rules);
        for setting in roster.rules.iter().chain(of_environments) {
            missing.remove(setting.rule_id.as_str());
        }
    }
    assert!(missing.is_empty(), "never set: {missing:?}");
}

#[test]
fn nearly_every_roster_is_accepted() {
    for scale in [&VARIED, &SMALL] {
        let refused = |seed: &u64| -> bool {
            let wire: v1::Roster = rosters::roster(*seed, scale);
            let (roster, findings) = read_roster(&wire);
            // A random roster may be one that nobody could plan, but never one that cannot be read.
            let errors = findings.iter().filter(|f| f.code.as_str().starts_with('E'));
            let unplannable = |code: &str| matches!(code, "E1301" | "E1302");
            let mut unreadable = errors.filter(|finding| !unplannable(finding.code.as_str()));
            assert!(unreadable.next().is_none(), "seed {seed}: {findings:#?}");
            roster.is_none()
        };
        let refused = (0..SEEDS).filter(refused).count();
        assert!(refused * 10 < SEEDS as usize, "{refused} of {SEEDS} rosters were refused");
    }
}
