//! What each rule does in each environment: the environment's setting over the roster's over the
//! rule's default, each for just the parts it states.

use std::collections::HashMap;

use index_vec::IndexVec;

use leerteam_cost::Cost;

use super::{Attributes, RULES, Scope, Specification, attendance};
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
    /// Values of these that it asks for, each once.
    pub values: Vec<String>,
}

impl Setting {
    fn default_of(specification: &Specification, roster: &Roster) -> Setting {
        let attributes = match specification.attributes {
            Attributes::None => Vec::new(),
            Attributes::Texts(names) | Attributes::Values(names) => {
                names.iter().map(|name| (*name).to_owned()).collect()
            }
            Attributes::Numbers => roster.number_names().into_iter().map(str::to_owned).collect(),
        };
        Setting {
            mode: specification.mode,
            weight: specification.weight,
            parameters: specification.parameters.iter().map(|p| (p.name, p.default)).collect(),
            attributes,
            values: Vec::new(),
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
        if !stated.values.is_empty() {
            self.values.clone_from(&stated.values);
            self.values.sort_unstable();
            self.values.dedup();
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

    /// A number of the rule.
    ///
    /// # Panics
    ///
    /// If the rule has no parameter of that name.
    pub fn parameter(&self, name: &str) -> i64 {
        let known = self.parameters.iter().find(|(known, _)| *known == name);
        known.unwrap_or_else(|| panic!("the rule has no parameter {name}")).1
    }

    /// A parameter that says how many.
    ///
    /// # Panics
    ///
    /// If the rule has no parameter of that name.
    pub fn count(&self, name: &str) -> usize {
        usize::try_from(self.parameter(name)).expect("validated: no parameter is below 0")
    }
}

/// What every rule does everywhere.
#[derive(Clone, Debug)]
pub struct Settings {
    roster: HashMap<&'static str, Setting>,
    /// What differs from the roster's.
    environments: IndexVec<EnvironmentIx, HashMap<&'static str, Setting>>,
}

impl Settings {
    /// Works out the settings of a roster.
    pub fn new(roster: &Roster) -> Settings {
        let mut base = HashMap::new();
        for rule in RULES {
            let specification = rule.specification();
            let mut setting = Setting::default_of(&specification, roster);
            if let Some(stated) = roster.rules.get(specification.id) {
                setting.overlay(stated);
            }
            base.insert(specification.id, setting);
        }
        let environment = |environment: &crate::roster::LearningEnvironment| {
            let mut settings = HashMap::new();
            for (id, stated) in &environment.rules {
                let specification = RULES
                    .iter()
                    .map(|rule| rule.specification())
                    .find(|specification| specification.id == id);
                if let Some(specification) =
                    specification.filter(|specification| specification.scope == Scope::Environment)
                {
                    let mut setting: Setting = base[specification.id].clone();
                    setting.overlay(stated);
                    settings.insert(specification.id, setting);
                }
            }
            settings
        };
        let environments = roster.environments.iter().map(environment).collect();
        Settings { roster: base, environments }
    }

    /// What a rule does in an environment.
    pub fn setting(&self, environment: EnvironmentIx, rule: &'static str) -> &Setting {
        self.environments[environment].get(rule).unwrap_or(&self.roster[rule])
    }

    /// What a rule does for the whole roster.
    pub fn of_roster(&self, rule: &'static str) -> &Setting {
        &self.roster[rule]
    }
}

/// The points of each attendance state in an environment.
pub fn state_points(settings: &Settings, environment: EnvironmentIx) -> StatePoints {
    let setting = settings.setting(environment, attendance::SPEC.id);
    StatePoints {
        states: attendance::STATES.map(|state| setting.parameter(state.name)),
        long_day: setting.parameter(attendance::LONG_DAY.name),
    }
}

/// How an environment's meetings are judged.
pub fn judging(roster: &Roster, settings: &Settings, environment: EnvironmentIx) -> Judging {
    let mode = roster.environments[environment].form.mode;
    Judging { mode, points: state_points(settings, environment) }
}
