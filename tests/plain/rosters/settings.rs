//! Random settings of rules.

use std::collections::BTreeMap;

use leerteam::roster::{BUILT_IN_ATTRIBUTES, Mode};
use leerteam::rules::{Attributes, RULES, Scope, Specification};
use leerteam::wire::v1::{RuleMode, RuleSetting};

use super::Draw;

/// Text attributes of participants; `rating` is one of some only, and nobody has a `track`.
const TEXTS: [&str; 3] = ["language", "rating", "track"];
/// Values that rules ask for: of professions, levels and languages, and one that nobody has.
const VALUES: [&str; 5] = ["teacher", "social-worker", "mbo", "tr", "nurse"];
/// Number attributes of participants.
const NUMBERS: [&str; 3] = ["experience", "rating", "age"];

/// Settings of the whole roster, of rules of either scope.
pub fn of_roster(draw: &mut Draw) -> Vec<RuleSetting> {
    settings(draw, &[Scope::Environment, Scope::Roster])
}

/// Settings of an environment.
pub fn of_environment(draw: &mut Draw) -> Vec<RuleSetting> {
    settings(draw, &[Scope::Environment])
}

fn settings(draw: &mut Draw, scopes: &[Scope]) -> Vec<RuleSetting> {
    let all = RULES.iter().map(|rule| rule.specification());
    let all: Vec<Specification> =
        all.filter(|specification| scopes.contains(&specification.scope)).collect();
    let mut settings: Vec<_> =
        draw.some(&all, 0.2).iter().map(|specification| one(draw, specification)).collect();
    draw.shuffle(&mut settings);
    settings
}

fn one(draw: &mut Draw, specification: &Specification) -> RuleSetting {
    let mut modes = vec![RuleMode::Unspecified];
    modes.extend(specification.modes.iter().map(|mode| match mode {
        Mode::Required => RuleMode::Required,
        Mode::Weighed => RuleMode::Weighed,
        Mode::Off => RuleMode::Off,
    }));
    if !specification.kept {
        modes.push(RuleMode::Off);
    }
    let weight = draw.pick(&[0, 1, 3, 40, 150, 700]);
    RuleSetting {
        rule_id: specification.id.into(),
        mode: draw.pick(&modes).into(),
        weight: (!specification.kept && draw.chance(0.5)).then_some(weight),
        parameters: parameters(draw, specification),
        attributes: attributes(draw, specification),
        values: values(draw, specification),
    }
}

fn parameters(draw: &mut Draw, specification: &Specification) -> BTreeMap<String, i32> {
    let mut stated = BTreeMap::new();
    for parameter in specification.parameters {
        if draw.chance(0.5) {
            let most = parameter.most.min(2 * parameter.default.unsigned_abs() + 1);
            let least = parameter.least as i32;
            // The least now and then, so that things that differ count for the same.
            let value = if draw.chance(0.3) { least } else { draw.int(least..=most as i32) };
            stated.insert(parameter.name.to_owned(), value);
        }
    }
    stated
}

/// Names of attributes, now and then one of them twice.
fn attributes(draw: &mut Draw, specification: &Specification) -> Vec<String> {
    let known: Vec<&str> = match specification.attributes {
        Attributes::None => return vec![],
        Attributes::Numbers => NUMBERS.into(),
        Attributes::Texts(_) | Attributes::Values(_) => {
            BUILT_IN_ATTRIBUTES.into_iter().chain(TEXTS).collect()
        }
    };
    draw.list(0..=3, |draw, _| draw.pick(&known).to_owned())
}

/// Values, some of which somebody has.
fn values(draw: &mut Draw, specification: &Specification) -> Vec<String> {
    match specification.attributes {
        Attributes::Values(_) => draw.list(0..=3, |draw, _| draw.pick(&VALUES).to_owned()),
        _ => Vec::new(),
    }
}
