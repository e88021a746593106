//! Reads settings of rules.

use super::path::Path;
use super::reader::Reader;
use crate::v1;
use leerteam_model::roster::{Code, LIMITS, Mode, RuleSetting, SettingLayer, most_alike};
use leerteam_model::rules::{Attributes, RULES, Scope, Specification, find_rule};

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
                let known = RULES.iter().map(|rule| rule.specification().id);
                let meant = most_alike(&wire.rule_id, known);
                let details =
                    meant.map(|meant| ("perhaps", meant.to_owned())).into_iter().collect();
                let field = at.field("ruleId");
                self.findings.add_with(Code::UnknownRule, field, &wire.rule_id, details);
                continue;
            };
            if scope == Scope::Environment && rule.specification().scope == Scope::Roster {
                self.unsupported_setting(at.field("ruleId"), &wire.rule_id, &rule.specification());
            }
            let setting = RuleSetting { place, ..self.rule(&at, wire, &rule.specification()) };
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

    fn rule(
        &mut self,
        at: &Path,
        wire: &v1::RuleSetting,
        specification: &Specification,
    ) -> RuleSetting {
        let mode = self.stated(&at.field("mode"), wire.mode).map(|mode| match mode {
            v1::RuleMode::Off => Mode::Off,
            v1::RuleMode::Weighed => Mode::Weighed,
            v1::RuleMode::Required | v1::RuleMode::Unspecified => Mode::Required,
        });
        let can = |mode| {
            specification.modes.contains(&mode) || (mode == Mode::Off && !specification.kept)
        };
        if mode.is_some_and(|mode| !can(mode)) {
            let value = v1::RuleMode::try_from(wire.mode).unwrap_or_default().as_str_name();
            self.unsupported_setting(at.field("mode"), value, specification);
        }
        let most = LIMITS.weight.at_most;
        let weight = wire.weight.map(|w| i64::from(self.number(&at.field("weight"), w, 0, most)));
        if let Some(weight) = wire.weight.filter(|_| specification.kept) {
            self.unsupported_setting(at.field("weight"), weight, specification);
        }
        let mut parameters = std::collections::BTreeMap::new();
        let parameters_at = at.field("parameters");
        for (name, &value) in &wire.parameters {
            let at = parameters_at.field(name);
            match specification.parameters.iter().find(|parameter| parameter.name == name) {
                None => self.unsupported_setting(at, value, specification),
                Some(parameter) => {
                    let value = self.number(&at, value, parameter.least, parameter.most);
                    parameters.insert(name.clone(), i64::from(value));
                }
            }
        }
        if !wire.attributes.is_empty() && specification.attributes == Attributes::None {
            self.unsupported_setting(
                at.field("attributes"),
                wire.attributes.join(", "),
                specification,
            );
        }
        let attributes = at.field("attributes");
        for (place, name) in wire.attributes.iter().enumerate() {
            if name.trim().is_empty() {
                self.findings.add(Code::Missing, attributes.index(place), "");
            }
        }
        let attributes = wire.attributes.iter().map(|name| self.attribute_of_rule(name)).collect();
        let values = at.field("values");
        if !wire.values.is_empty() && !matches!(specification.attributes, Attributes::Values(_)) {
            self.unsupported_setting(values, wire.values.join(", "), specification);
        }
        for (place, value) in wire.values.iter().enumerate() {
            if value.trim().is_empty() {
                self.findings.add(Code::Missing, values.index(place), "");
            }
        }
        RuleSetting { place: 0, mode, weight, parameters, attributes, values: wire.values.clone() }
    }

    fn unsupported_setting(
        &mut self,
        at: Path,
        value: impl ToString,
        specification: &Specification,
    ) {
        let rule = vec![("rule", specification.id.to_owned())];
        self.findings.add_with(Code::UnsupportedSetting, at, value, rule);
    }
}
