//! What each rule does in each environment: the environment's setting over the roster's over the
//! rule's default, each for just the parts it states.

use std::collections::HashMap;

use leerteam_cost::Cost;

use super::{Attributes, Facts, RULES, Scope};
use crate::calendar::{Judging, StatePoints};
use crate::roster::{EnvironmentIx, Mode, Roster, RuleSetting};

/// What one rule does in one place.
#[derive(Clone, Debug)]
pub struct Setting {
    /// Off, weighed or required.
    pub mode: Mode,
    /// Points for each unit, when weighed.
    pub weight: i64,
    parameters: Vec<(&'static str, i64)>,
    /// Attributes it looks at.
    pub attributes: Vec<String>,
}

impl Setting {
    fn default_of(facts: &Facts, roster: &Roster) -> Setting {
        let attributes = match facts.attributes {
            Attributes::None => Vec::new(),
            Attributes::Texts(names) => names.iter().map(|name| (*name).to_owned()).collect(),
            Attributes::Numbers => roster.number_names().into_iter().map(str::to_owned).collect(),
        };
        Setting {
            mode: facts.mode,
            weight: facts.weight,
            parameters: facts.parameters.iter().map(|p| (p.name, p.default)).collect(),
            attributes,
        }
    }

    fn overlay(&mut self, stated: &RuleSetting) {
        self.mode = stated.mode.unwrap_or(self.mode);
        self.weight = stated.weight.unwrap_or(self.weight);
        for (name, value) in &mut self.parameters {
            *value = stated.parameters.get(*name).copied().unwrap_or(*value);
        }
        if !stated.attributes.is_empty() {
            self.attributes.clone_from(&stated.attributes);
            self.attributes.sort_unstable();
            self.attributes.dedup();
        }
    }

    /// What one unit of the rule's amount costs.
    pub fn unit(&self) -> Cost {
        match self.mode {
            Mode::Off => Cost::ZERO,
            Mode::Weighed => Cost::points(self.weight),
            Mode::Required => Cost::broken(1),
        }
    }

    /// A number of the rule, 0 for a name it does not have.
    pub fn parameter(&self, name: &str) -> i64 {
        self.parameters.iter().find(|(known, _)| *known == name).map_or(0, |&(_, value)| value)
    }
}

/// What every rule does everywhere.
#[derive(Clone, Debug)]
pub struct Settings {
    roster: HashMap<&'static str, Setting>,
    /// What differs from the roster's.
    environments: Vec<HashMap<&'static str, Setting>>,
}

impl Settings {
    /// Works out the settings of a roster.
    pub fn new(roster: &Roster) -> Settings {
        let mut base = HashMap::new();
        for rule in RULES {
            let facts = rule.facts();
            let mut setting = Setting::default_of(&facts, roster);
            if let Some(stated) = roster.rules.get(facts.id) {
                setting.overlay(stated);
            }
            base.insert(facts.id, setting);
        }
        let environment = |environment: &crate::roster::LearningEnvironment| {
            let mut settings = HashMap::new();
            for (id, stated) in &environment.rules {
                let facts = RULES.iter().map(|rule| rule.facts()).find(|facts| facts.id == id);
                if let Some(facts) = facts.filter(|facts| facts.scope == Scope::Environment) {
                    let mut setting: Setting = base[facts.id].clone();
                    setting.overlay(stated);
                    settings.insert(facts.id, setting);
                }
            }
            settings
        };
        let environments = roster.environments.iter().map(environment).collect();
        Settings { roster: base, environments }
    }

    /// What a rule does in an environment.
    pub fn of(&self, environment: EnvironmentIx, rule: &'static str) -> &Setting {
        self.environments[environment].get(rule).unwrap_or(&self.roster[rule])
    }

    /// What a rule does for the whole roster.
    pub fn of_roster(&self, rule: &'static str) -> &Setting {
        &self.roster[rule]
    }
}

/// The points of each attendance state in an environment.
pub fn state_points(settings: &Settings, environment: EnvironmentIx) -> StatePoints {
    let setting = settings.of(environment, "attendance");
    let names = super::attendance::STATE_PARAMETERS;
    StatePoints {
        states: names.map(|name| setting.parameter(name)),
        long_day: setting.parameter("long-day"),
    }
}

/// How an environment's meetings are judged.
pub fn judging(roster: &Roster, settings: &Settings, environment: EnvironmentIx) -> Judging {
    let mode = roster.environments[environment].form.mode;
    Judging { mode, points: state_points(settings, environment) }
}
