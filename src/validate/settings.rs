//! Attributes that rules are set to look at.

use std::collections::BTreeSet;

use crate::roster::{BUILT_IN_ATTRIBUTES, Code, Findings, Roster, SettingLayer};
use crate::rules::{Attributes, find_rule};

pub(super) fn check(roster: &Roster, findings: &mut Findings) {
    let mut texts = roster.attribute_names();
    texts.extend(BUILT_IN_ATTRIBUTES);
    let known = Known { texts, numbers: roster.number_names() };
    layer("rules", &roster.rules, &known, findings);
    for (index, environment) in roster.environments.iter().enumerate() {
        layer(&format!("environments[{index}].rules"), &environment.rules, &known, findings);
    }
}

/// Names of attributes that somebody has.
struct Known<'a> {
    texts: BTreeSet<&'a str>,
    numbers: BTreeSet<&'a str>,
}

impl Known<'_> {
    /// Whether a rule has something to look at under a name.
    fn has(&self, rule: &str, name: &str) -> bool {
        let attributes = find_rule(rule).map(|rule| rule.facts().attributes);
        let names =
            if attributes == Some(Attributes::Numbers) { &self.numbers } else { &self.texts };
        names.contains(name)
    }
}

fn layer(list: &str, layer: &SettingLayer, known: &Known, findings: &mut Findings) {
    let mut settings: Vec<_> = layer.iter().collect();
    settings.sort_unstable_by_key(|(_, setting)| setting.place);
    for (rule, setting) in settings {
        for (place, name) in setting.attributes.iter().enumerate() {
            if !known.has(rule, name) {
                let field = format!("{list}[{}].attributes[{place}]", setting.place);
                let rule = vec![("rule", rule.clone())];
                findings.add_with(Code::UnknownAttribute, field, name, rule);
            }
        }
    }
}
