//! What a roster or an environment says about rules.

use std::collections::BTreeMap;

/// What a rule does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Switched off.
    Off,
    /// Costs points.
    Weighed,
    /// Breaking it is a broken requirement.
    Required,
}

/// What is stated about one rule; the rest keeps the layer below.
#[derive(Clone, Debug, Default)]
pub struct RuleSetting {
    /// Its place in the list in which it was stated.
    pub place: usize,
    /// Off, weighed or required.
    pub mode: Option<Mode>,
    /// Points for each unit, when weighed.
    pub weight: Option<i64>,
    /// Numbers the rule takes.
    pub parameters: BTreeMap<String, i64>,
    /// Attributes the rule looks at; empty if not stated.
    pub attributes: Vec<String>,
    /// Values of these that the rule asks for; empty if not stated.
    pub values: Vec<String>,
}

/// Settings by rule id.
pub type SettingLayer = BTreeMap<String, RuleSetting>;
