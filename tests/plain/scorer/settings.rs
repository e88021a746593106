//! What rules do: the defaults as the table of docs/rules.md has them, and the settings over them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use leerteam::wire::v1;

/// What becomes of an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Nothing.
    Off,
    /// Points.
    Weighed,
    /// Broken requirements.
    Required,
}

/// What one rule does in one place.
#[derive(Clone, Debug)]
pub struct Setting {
    /// What becomes of its amount.
    pub mode: Mode,
    /// Points for a unit.
    pub weight: i64,
    /// Attributes, each once; empty stands for all number attributes.
    pub attributes: Vec<String>,
    /// Values, each once.
    pub values: BTreeSet<String>,
    parameters: BTreeMap<String, i64>,
}

impl Setting {
    /// A number of the rule.
    pub fn parameter(&self, name: &str) -> i64 {
        self.parameters[name]
    }

    fn overlay(&mut self, stated: &v1::RuleSetting) {
        self.mode = match stated.mode() {
            v1::RuleMode::Unspecified => self.mode,
            v1::RuleMode::Off => Mode::Off,
            v1::RuleMode::Weighed => Mode::Weighed,
            v1::RuleMode::Required => Mode::Required,
        };
        self.weight = stated.weight.map_or(self.weight, i64::from);
        for (name, &value) in &stated.parameters {
            self.parameters.insert(name.clone(), value.into());
        }
        if !stated.attributes.is_empty() {
            self.attributes.clear();
            for name in &stated.attributes {
                if !self.attributes.contains(name) {
                    self.attributes.push(name.clone());
                }
            }
        }
        if !stated.values.is_empty() {
            self.values = stated.values.iter().cloned().collect();
        }
    }
}

/// The setting of a rule by the layers that count for it, the roster's first.
pub fn setting(rule: &str, layers: &[&[v1::RuleSetting]]) -> Setting {
    let mut setting = DEFAULTS[rule].clone();
    for layer in layers {
        layer.iter().filter(|stated| stated.rule_id == rule).for_each(|s| setting.overlay(s));
    }
    setting
}

static DEFAULTS: LazyLock<BTreeMap<String, Setting>> = LazyLock::new(|| {
    let page = include_str!("../../../docs/rules.md");
    page.lines().filter(|line| line.starts_with("| [")).map(row).collect()
});

/// A row of the page's table: id, kind, mode, can be, weight, kept, scope, parameters, attributes.
fn row(line: &str) -> (String, Setting) {
    let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
    let [id, _, mode, _, weight, _, _, parameters, attributes] = cells[..] else {
        panic!("not a row of nine: {line}");
    };
    let (id, _) = id.trim_start_matches('[').split_once(']').expect("an id in brackets");
    let setting = Setting {
        mode: match mode {
            "required" => Mode::Required,
            "weighed" => Mode::Weighed,
            _ => panic!("no mode: {mode}"),
        },
        weight: if weight.is_empty() { 0 } else { weight.parse().expect("a weight") },
        attributes: quoted(attributes),
        values: BTreeSet::new(),
        parameters: quoted(parameters).into_iter().zip(defaults(parameters)).collect(),
    };
    (id.to_owned(), setting)
}

/// What stands between backquotes.
fn quoted(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The numbers before the ranges.
fn defaults(cell: &str) -> Vec<i64> {
    let after = cell.split('`').skip(2).step_by(2);
    let first = |text: &str| text.split_whitespace().next().and_then(|n| n.parse().ok());
    after.map(|text| first(text).expect("a default after each name")).collect()
}
