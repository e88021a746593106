//! Attributes that rules are set to look at.

use std::collections::BTreeSet;

use crate::roster::{BUILT_IN_ATTRIBUTES, Code, Findings, Roster, SettingLayer, most_alike};
use crate::rules::{Attributes, Settings, find_rule, has};

pub(super) fn check(roster: &Roster, findings: &mut Findings) {
    let mut texts = roster.attribute_names();
    texts.extend(BUILT_IN_ATTRIBUTES);
    let known = Known { texts, numbers: roster.number_names() };
    layer("rules", &roster.rules, &known, findings);
    for (index, environment) in roster.environments.iter_enumerated() {
        layer(&format!("environments[{index}].rules"), &environment.rules, &known, findings);
    }
    values(roster, findings);
}

/// Values that a rule asks for and nobody has. In an environment they are of the attributes that hold there.
fn values(roster: &Roster, findings: &mut Findings) {
    let settings = Settings::new(roster);
    let everywhere = ("rules".to_owned(), &roster.rules, settings.of_roster(has::SPEC.id));
    let each = roster.environments.iter_enumerated().map(|(index, environment)| {
        let here = settings.setting(index, has::SPEC.id);
        (format!("environments[{index}].rules"), &environment.rules, here)
    });
    for (list, layer, setting) in std::iter::once(everywhere).chain(each) {
        let Some(stated) = layer.get(has::SPEC.id) else { continue };
        for (place, value) in stated.values.iter().enumerate() {
            let mut people = roster.participants.indices();
            if !people.any(|participant| has::is_of(roster, setting, participant, value)) {
                let field = format!("{list}[{}].values[{place}]", stated.place);
                let known = people_values(roster, &setting.attributes);
                let meant = most_alike(value, known.iter().map(String::as_str));
                let details = meant.map(|meant| ("perhaps", meant.to_owned()));
                findings.add_with(Code::ValueOfNobody, field, value, details.into_iter().collect());
            }
        }
    }
}

/// The values that people have of some attributes.
fn people_values(roster: &Roster, attributes: &[String]) -> BTreeSet<String> {
    let people = roster.participants.indices();
    let of = |participant| {
        let own = attributes.iter().filter_map(move |name| roster.attribute(participant, name));
        own.map(std::borrow::Cow::into_owned).collect::<Vec<String>>()
    };
    people.flat_map(of).collect()
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
