//! How strongly a rule counts, in a word.

use serde_json::{Value as Json, json};

use super::super::layout::{Holds, STRENGTH, SheetSpec};
use super::rows::RowReader;
use super::{Table, report, text_of};
use crate::book::{RawRow, Value};
use leerteam_model::roster::{Code, Mode};
use leerteam_model::rules::find_rule;

/// How much more a heavy rule weighs, and how much less a light one.
const FACTOR: i64 = 2;

impl RowReader<'_> {
    /// Puts the mode and the weight that a strength stands for into the setting of a rule.
    pub(super) fn strength(
        &mut self,
        entry: &mut Json,
        spec: &SheetSpec,
        table: &Table,
        row: &RawRow,
    ) {
        let Some(column) = spec.column("strength") else { return };
        let value = table.value(row, column);
        if *value == Value::Empty {
            return;
        }
        let place = table.place(row, column);
        let word = match self.cells.read(Holds::Choice(&STRENGTH), value) {
            Ok(word) => text_of(word.as_ref()),
            Err(problem) => return report(&mut self.gathered, place, value, problem),
        };
        if entry.get("mode").is_some() || entry.get("weight").is_some() {
            return self.gathered.add(Code::DuplicateEntry, place, &value.to_string(), Vec::new());
        }
        // A rule that does not exist is found where the roster is read.
        let id = text_of(entry.get("ruleId"));
        let Some(specification) = find_rule(&id).map(|rule| rule.specification()) else { return };
        let (mode, weight) = match word.as_str() {
            "off" => (Mode::Off, None),
            "requirement" => (Mode::Required, None),
            "light" => (Mode::Weighed, Some(specification.weight / FACTOR)),
            "heavy" => (Mode::Weighed, Some(specification.weight * FACTOR)),
            _ => (Mode::Weighed, Some(specification.weight)),
        };
        let can_be = match mode {
            Mode::Off => !specification.kept,
            mode => specification.modes.contains(&mode),
        };
        // What weighs one point cannot weigh half of it.
        if !can_be || weight == Some(0) {
            let details = vec![("rule", id)];
            return self.gathered.add(Code::UnsupportedSetting, place, &value.to_string(), details);
        }
        entry["mode"] = json!(match mode {
            Mode::Off => "RULE_MODE_OFF",
            Mode::Weighed => "RULE_MODE_WEIGHED",
            Mode::Required => "RULE_MODE_REQUIRED",
        });
        if let Some(weight) = weight {
            entry["weight"] = json!(weight);
        }
    }
}
