//! The ledger as a whole, and whose setting counts.

use std::collections::HashMap;
use std::hash::Hash;

use chrono::Weekday::Tue;
use leerteam::check::assess;
use leerteam::plan::{Charge, Cost};
use leerteam::roster::Code;
use leerteam::roster::Mode::{Off, Required, Weighed};
use leerteam::roster::Side::{Education, Practice};

use crate::case::charges;
use crate::support::{Draft, Setting, wire_mode};

/// A plan in which much is wrong.
fn wrong() -> (Setting, Draft) {
    let setting = Setting::new()
        .participants(&["p1", "p2", "p3"], "teacher")
        .duty(Tue, "09:00-17:00", "there")
        .participant("p4", "assistant")
        .there("2026-09-09", "2026-09-14")
        .participant("p5", "")
        .supervisor("s1", Education)
        .supervisor("s2", Practice)
        .away("2026-09-15", "")
        .room("here", "den", 2)
        .needs(Education, 1, 1)
        .mode("quorum", Weighed);
    let draft = Draft::new()
        .team("t1", &["p1", "p2", "p3", "p4"])
        .room("den")
        .by("s1", Practice)
        .team("t2", &["p1"])
        .at(Tue, "11:00")
        .room("den")
        .by("s1", Education)
        .by("s2", Practice);
    (setting, draft)
}

fn sums<K: Eq + Hash>(charges: &[Charge], of: impl Fn(&Charge) -> K) -> HashMap<K, Cost> {
    let mut sums = HashMap::new();
    for charge in charges {
        let sum: &mut Cost = sums.entry(of(charge)).or_default();
        *sum += charge.cost;
    }
    sums
}

#[test]
fn sums_per_rule_team_and_person_add_up() {
    let (setting, draft) = wrong();
    let roster = setting.roster();
    let ledger = assess(&roster, &draft.plan(&roster)).breakdown;
    let total = ledger.total();
    let charges = &ledger.charges;
    assert_eq!(total, charges.iter().map(|charge| charge.cost).sum());
    let (by_rule, by_team) = (sums(charges, |c| c.rule), sums(charges, |c| c.team));
    let by_person = sums(charges, |c| c.person);
    assert!(by_rule.len() > 10 && by_team.len() == 3 && by_person.len() > 5, "{by_rule:?}");
    assert_eq!(by_rule.into_values().sum::<Cost>(), total);
    assert_eq!(by_team.into_values().sum::<Cost>(), total);
    assert_eq!(by_person.into_values().sum::<Cost>(), total);
    assert!(charges.iter().all(|charge| !charge.cost.is_zero()), "no charge is nothing");
    let is_one = |cost: Cost| (cost.broken == 0) != (cost.points == 0);
    assert!(charges.iter().all(|charge| is_one(charge.cost)), "broken or points, never both");
}

#[test]
fn the_environment_overrides_the_roster_overrides_the_default() {
    let two = || Draft::new().team("t1", &["p1"]).team("t2", &["p2"]).of("e2");
    let setting = || {
        let three = |setting: Setting| {
            setting.env(|e| e.team_size = Some(leerteam::wire::v1::Range { min: 3, max: 3 }))
        };
        three(three(Setting::new().participants(&["p1", "p2"], "teacher")).environment("e2"))
    };
    let costs = |setting: Setting| -> Vec<Cost> {
        let charged = charges(&setting.roster(), &two(), "team-size");
        charged.into_iter().map(|(_, _, cost, _)| cost).collect()
    };
    let mode = |mode| wire_mode(mode).into();
    // Two members short, in either environment.
    assert_eq!(costs(setting()), [Cost::broken(2), Cost::broken(2)]);
    let weighed = || setting().mode("team-size", Weighed);
    assert_eq!(costs(weighed()), [Cost::points(2000), Cost::points(2000)]);
    let weight = || weighed().rule("team-size", |rule| rule.weight = Some(10));
    assert_eq!(costs(weight()), [Cost::points(20), Cost::points(20)]);
    // Each says only the part that it states: the mode here, the weight of the roster.
    let here = weight().rule_here("team-size", |rule| rule.weight = Some(3));
    assert_eq!(costs(here), [Cost::points(20), Cost::points(6)]);
    let here = weight().rule_here("team-size", |rule| rule.mode = mode(Required));
    assert_eq!(costs(here), [Cost::points(20), Cost::broken(2)]);
    let here = weight().rule_here("team-size", |rule| rule.mode = mode(Off));
    assert_eq!(costs(here), [Cost::points(20)]);
    let roster = || setting().mode("team-size", Off);
    assert_eq!(costs(roster()), []);
    let here = roster().rule_here("team-size", |rule| rule.mode = mode(Weighed));
    assert_eq!(costs(here), [Cost::points(2000)]);
    // A weight without a mode changes nothing where the rule is required.
    let here = setting().rule_here("team-size", |rule| rule.weight = Some(3));
    assert_eq!(costs(here), [Cost::broken(2), Cost::broken(2)]);
}

#[test]
fn parameters_and_attributes_are_overridden_one_by_one() {
    let team = Draft::new().team("t", &["p1"]);
    let setting = || Setting::new().participants(&["p1", "p2"], "teacher");
    let points = |setting: Setting| -> i64 {
        let charged = charges(&setting.roster(), &team, "attendance");
        charged.iter().map(|(_, _, cost, _)| cost.points).sum()
    };
    let set = |setting: Setting, name: &str, value| {
        setting.rule_here("attendance", |rule| {
            rule.parameters.insert(name.into(), value);
        })
    };
    // p1 has no commitments: an extra trip from nowhere known.
    assert_eq!(points(setting()), 330);
    let roster = || setting().parameter("attendance", "extra-trip", 100);
    assert_eq!(points(roster()), 130);
    assert_eq!(points(set(roster(), "extra-trip", 7)), 37);
    assert_eq!(points(set(roster(), "absent", 7)), 130);
    let attributes = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let values = |setting: Setting| charges(&setting.roster(), &team, "fair-share").len();
    let mixed = || setting().participant("p3", "coach");
    assert_eq!(values(mixed()), 2, "two professions");
    let none = mixed().rule("fair-share", |rule| rule.attributes = attributes(&["study-year"]));
    assert_eq!(values(none.clone()), 0, "nobody has a year");
    let here = none.rule_here("fair-share", |rule| rule.attributes = attributes(&["profession"]));
    assert_eq!(values(here), 2);
}

#[test]
fn what_ties_environments_together_is_set_for_the_roster_only() {
    let setting = Setting::new().participants(&["p1", "p2"], "teacher");
    let here = setting.clone().rule_here("placed", |rule| rule.mode = wire_mode(Off).into());
    let (roster, findings) = here.read();
    assert!(roster.is_none());
    let fields: Vec<(Code, &str)> = findings.iter().map(|f| (f.code, f.field.as_str())).collect();
    assert_eq!(fields, [(Code::UnsupportedSetting, "environments[0].rules[0].ruleId")]);
    let draft = Draft::new().team("t", &["p1"]);
    assert_eq!(charges(&setting.roster(), &draft, "placed").len(), 1);
    assert_eq!(charges(&setting.mode("placed", Off).roster(), &draft, "placed").len(), 0);
}
