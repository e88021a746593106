//! A rule on trial.

use leerteam::check::assess;
use leerteam::messages::{Language, Messages};
use leerteam::plan::{Charge, Cost, Person};
use leerteam::roster::{Mode, Roster};
use leerteam::rules::{Specification, find_rule};

use crate::support::{Draft, Setting, wire_mode};

/// Team and person (empty for none), amount in the rule's own unit, and key of the cause.
pub type Expected<'a> = (&'a str, &'a str, i64, &'a str);

/// One rule, and whether it was seen kept and broken.
pub struct Case {
    specification: Specification,
    innocent: bool,
    offender: bool,
}

/// What a rule charges a plan: team and person (empty for none), cost and key of the cause.
pub fn charges(
    roster: &Roster,
    draft: &Draft,
    rule: &str,
) -> Vec<(String, String, Cost, &'static str)> {
    let plan = draft.plan(roster);
    let person = |person| match person {
        Person::Participant(participant) => roster.participants[participant].id.clone(),
        Person::Supervisor(supervisor) => roster.supervisors[supervisor].id.clone(),
    };
    let flat = |charge: Charge| {
        let team = charge.team.map_or(String::new(), |team| plan.teams[team].id.clone());
        let person = charge.person.map_or(String::new(), person);
        (team, person, charge.cost, charge.cause.message)
    };
    let charges = assess(roster, &plan).breakdown.charges;
    charges.into_iter().filter(|charge| charge.rule == rule).map(flat).collect()
}

impl Case {
    /// The rule with an id.
    pub fn new(id: &str) -> Case {
        let rule = find_rule(id).unwrap_or_else(|| panic!("no rule {id}"));
        Case { specification: rule.specification(), innocent: false, offender: false }
    }

    /// The plan keeps the rule.
    pub fn keeps(&mut self, setting: &Setting, draft: &Draft) {
        self.innocent = true;
        let charged = charges(&setting.roster(), draft, self.specification.id);
        assert!(charged.is_empty(), "{} is kept: {charged:?}", self.specification.id);
    }

    /// The plan breaks the rule: these are its amounts, as broken requirements and as points,
    /// whichever the rule can be. Switched off, it charges nothing.
    pub fn breaks(&mut self, setting: &Setting, draft: &Draft, expected: &[Expected]) {
        self.offender = true;
        let id = self.specification.id;
        let of_default = match self.specification.mode {
            Mode::Weighed => Cost::points(self.specification.weight),
            _ => Cost::broken(1),
        };
        self.charges(&setting.roster(), draft, expected, of_default);
        for &mode in self.specification.modes {
            let unit = if mode == Mode::Weighed { Cost::points(7) } else { Cost::broken(1) };
            let set = setting.clone().rule(id, |rule| {
                rule.mode = wire_mode(mode).into();
                // A rule that is always kept has no weight to set.
                rule.weight = (!self.specification.kept).then_some(7);
            });
            self.charges(&set.roster(), draft, expected, unit);
        }
        let off = setting.clone().mode(id, Mode::Off).read().0;
        assert_eq!(
            off.is_none(),
            self.specification.kept,
            "{id}: what is kept cannot be switched off"
        );
        if let Some(roster) = off {
            self.charges(&roster, draft, &[], Cost::ZERO);
        }
    }

    fn charges(&self, roster: &Roster, draft: &Draft, expected: &[Expected], unit: Cost) {
        let charged = charges(roster, draft, self.specification.id);
        let in_english = Messages::of(Language::En);
        for (_, _, _, cause) in &charged {
            assert!(in_english.has(cause), "{cause} has a text");
        }
        let expected: Vec<(&str, &str, Cost, &str)> = expected
            .iter()
            .map(|&(team, person, amount, cause)| (team, person, unit * amount, cause))
            .collect();
        let charged: Vec<(&str, &str, Cost, &str)> = charged
            .iter()
            .map(|(team, person, cost, cause)| (team.as_str(), person.as_str(), *cost, *cause))
            .collect();
        assert_eq!(charged, expected, "charges of {}", self.specification.id);
    }

    /// The rule was seen kept and broken.
    pub fn is_complete(&self) {
        assert!(
            self.innocent && self.offender,
            "{} is seen kept and broken",
            self.specification.id
        );
    }
}
