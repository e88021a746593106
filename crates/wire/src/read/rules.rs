//! Reads settings of rules.

use super::path::Path;
use super::reader::Reader;
use crate::v1;
use leerteam_model::roster::{Code, LIMITS, Mode, RuleSetting, SettingLayer, most_alike};
use leerteam_model::rules::{Attributes, Facts, RULES, Scope, find_rule};

impl Reader {
    /// Reads the settings of the roster or, in the scope of one, of an environment.
    pub(super) fn rules(
        &mut self,
        list: &Path,
        wire: &[v1::RuleSetting],
        scope: Scope,
    ) -> SettingLayer {
        let mut layer = SettingLayer::new();
        for (place, wire) in wire.iter().enumerate() {
            let at = list.index(place);
            let Some(rule) = find_rule(&wire.rule_id) else {
                let known = RULES.iter().map(|rule| rule.facts().id);
                let meant = most_alike(&wire.rule_id, known);
                let details =
                    meant.map(|meant| ("perhaps", meant.to_owned())).into_iter().collect();
                let field = at.field("ruleId");
                self.findings.add_with(Code::UnknownRule, field, &wire.rule_id, details);
                continue;
            };
            if scope == Scope::Environment && rule.facts().scope == Scope::Roster {
                self.rule_cannot(at.field("ruleId"), &wire.rule_id, &rule.facts());
            }
            let setting = RuleSetting { place, ..self.rule(&at, wire, &rule.facts()) };
            if let Some(first) = layer.get(&wire.rule_id) {
                let first = vec![("first", list.index(first.place).to_string())];
                let field = at.field("ruleId");
                self.findings.add_with(Code::DuplicateId, field, &wire.rule_id, first);
            } else {
                layer.insert(wire.rule_id.clone(), setting);
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
        let can = |mode| facts.modes.contains(&mode) || (mode == Mode::Off && !facts.kept);
        if mode.is_some_and(|mode| !can(mode)) {
            let value = v1::RuleMode::try_from(wire.mode).unwrap_or_default().as_str_name();
            self.rule_cannot(at.field("mode"), value, facts);
        }
        let most = LIMITS.weight.at_most;
        let weight = wire.weight.map(|w| i64::from(self.number(&at.field("weight"), w, 0, most)));
        let mut parameters = std::collections::BTreeMap::new();
        let parameters_at = at.field("parameters");
        for (name, &value) in &wire.parameters {
            let at = parameters_at.field(name);
            match facts.parameters.iter().find(|parameter| parameter.name == name) {
                None => self.rule_cannot(at, value, facts),
                Some(parameter) => {
                    let value = self.number(&at, value, parameter.least, parameter.most);
                    parameters.insert(name.clone(), i64::from(value));
                }
            }
        }
        if !wire.attributes.is_empty() && facts.attributes == Attributes::None {
            self.rule_cannot(at.field("attributes"), wire.attributes.join(", "), facts);
        }
        let attributes = wire.attributes.iter().map(|name| self.attribute_of_rule(name)).collect();
        RuleSetting { place: 0, mode, weight, parameters, attributes }
    }

    fn rule_cannot(&mut self, at: Path, value: impl ToString, facts: &Facts) {
        let rule = vec![("rule", facts.id.to_owned())];
        self.findings.add_with(Code::RuleCannot, at, value, rule);
    }
}
