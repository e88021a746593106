//! Reads settings of rules.

use super::path::Path;
use super::reader::Reader;
use crate::roster::{Code, LIMITS, Mode, RuleSetting, SettingLayer};
use crate::rules::{Facts, find_rule};
use crate::wire::v1;

impl Reader {
    pub(super) fn rules(&mut self, at: &Path, wire: &[v1::RuleSetting]) -> SettingLayer {
        let mut layer = SettingLayer::new();
        for (place, wire) in wire.iter().enumerate() {
            let at = at.index(place);
            let Some(rule) = find_rule(&wire.rule_id) else {
                self.findings.add(Code::UnknownRule, at.field("ruleId"), &wire.rule_id);
                continue;
            };
            let setting = self.rule(&at, wire, &rule.facts());
            if layer.insert(wire.rule_id.clone(), setting).is_some() {
                self.findings.add(Code::DuplicateId, at.field("ruleId"), &wire.rule_id);
            }
        }
        layer
    }

    fn rule(&mut self, at: &Path, wire: &v1::RuleSetting, facts: &Facts) -> RuleSetting {
        let mode = self.stated(&at.field("mode"), wire.mode).map(|mode| match mode {
            v1::RuleMode::Off => Mode::Off,
            v1::RuleMode::Weighed => Mode::Weighed,
            v1::RuleMode::Required | v1::RuleMode::Unspecified => Mode::Required,
        });
        if mode.is_some_and(|mode| mode != Mode::Off && !facts.modes.contains(&mode)) {
            self.findings.add(Code::RuleCannot, at.field("mode"), facts.id);
        }
        let most = LIMITS.weight.at_most;
        let weight = wire.weight.map(|w| i64::from(self.number(&at.field("weight"), w, 0, most)));
        let mut parameters = std::collections::BTreeMap::new();
        let parameters_at = at.field("parameters");
        for (name, &value) in &wire.parameters {
            let at = parameters_at.field(name);
            match facts.parameters.iter().find(|parameter| parameter.name == name) {
                None => self.findings.add(Code::RuleCannot, at, facts.id),
                Some(parameter) => {
                    let value = self.number(&at, value, parameter.least, parameter.most);
                    parameters.insert(name.clone(), i64::from(value));
                }
            }
        }
        if !wire.attributes.is_empty() && facts.attributes.is_empty() {
            self.findings.add(Code::RuleCannot, at.field("attributes"), facts.id);
        }
        RuleSetting { mode, weight, parameters, attributes: wire.attributes.clone() }
    }
}
