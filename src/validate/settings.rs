//! Attributes that rules are set to look at.

use std::collections::BTreeSet;

use crate::roster::{BUILT_IN_ATTRIBUTES, Code, Findings, Roster, SettingLayer};

pub(super) fn check(roster: &Roster, findings: &mut Findings) {
    let mut known = roster.attribute_names();
    known.extend(BUILT_IN_ATTRIBUTES);
    layer("rules", &roster.rules, &known, findings);
    for (index, environment) in roster.environments.iter().enumerate() {
        layer(&format!("environments[{index}].rules"), &environment.rules, &known, findings);
    }
}

fn layer(list: &str, layer: &SettingLayer, known: &BTreeSet<&str>, findings: &mut Findings) {
    let mut settings: Vec<_> = layer.iter().collect();
    settings.sort_unstable_by_key(|(_, setting)| setting.place);
    for (rule, setting) in settings {
        for (place, name) in setting.attributes.iter().enumerate() {
            if !known.contains(name.as_str()) {
                let field = format!("{list}[{}].attributes[{place}]", setting.place);
                let rule = vec![("rule", rule.clone())];
                findings.add_with(Code::UnknownAttribute, field, name, rule);
            }
        }
    }
}
