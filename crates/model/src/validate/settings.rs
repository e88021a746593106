//! Attributes that rules are set to look at.

use std::collections::BTreeSet;

use crate::roster::{BUILT_IN_ATTRIBUTES, Code, Findings, Roster, SettingLayer, most_alike};
use crate::rules::{Attributes, find_rule};

pub(super) fn check(roster: &Roster, findings: &mut Findings) {
    let mut texts = roster.attribute_names();
    texts.extend(BUILT_IN_ATTRIBUTES);
    let known = Known { texts, numbers: roster.number_names() };
    layer("rules", &roster.rules, &known, findings);
    for (index, environment) in roster.environments.iter_enumerated() {
        layer(&format!("environments[{index}].rules"), &environment.rules, &known, findings);
    }
}

/// Names of attributes that somebody has.
struct Known<'a> {
    texts: BTreeSet<&'a str>,
    numbers: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    /// The names of what a rule can look at.
    fn names(&self, rule: &str) -> &BTreeSet<&'a str> {
        let attributes = find_rule(rule).map(|rule| rule.specification().attributes);
        if attributes == Some(Attributes::Numbers) { &self.numbers } else { &self.texts }
    }

    /// Whether a rule has something to look at under a name.
    fn has(&self, rule: &str, name: &str) -> bool {
        self.names(rule).contains(name)
    }

    /// The name that another is most like.
    fn most_alike(&self, rule: &str, name: &str) -> Option<&'a str> {
        most_alike(name, self.names(rule).iter().copied())
    }
}

fn layer(list: &str, layer: &SettingLayer, known: &Known, findings: &mut Findings) {
    let mut settings: Vec<_> = layer.iter().collect();
    settings.sort_unstable_by_key(|(_, setting)| setting.place);
    for (rule, setting) in settings {
        for (place, name) in setting.attributes.iter().enumerate() {
            if !known.has(rule, name) {
                let field = format!("{list}[{}].attributes[{place}]", setting.place);
                let mut details = vec![("rule", rule.clone())];
                let meant = known.most_alike(rule, name);
                details.extend(meant.map(|meant| ("perhaps", meant.to_owned())));
                findings.add_with(Code::UnknownAttribute, field, name, details);
            }
        }
    }
}
