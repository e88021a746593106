//! docs/examples/rules: for each rule a roster with a plan that keeps the rule and one that breaks it.

use std::collections::{BTreeMap, BTreeSet};

use leerteam::check::assess;
use leerteam::formats::{from_json, to_json};
use leerteam::plan::{Charge, Cost, Person};
use leerteam::roster::Roster;
use leerteam::rules::{RULES, Settings};
use leerteam::wire::{read_plan, read_roster, v1};
use serde::{Deserialize, Serialize};

const DIRECTORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples/rules");

/// One file.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Example {
    roster: v1::Roster,
    keeps: v1::Plan,
    breaks: v1::Plan,
    /// What the rule counts in the plan that breaks it, in the rule's own unit.
    amount: i64,
    /// The teams and people whose amount it is, if it is anybody's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    of: Vec<Of>,
}

/// A team, a person or both. The fields have the names that they have in a plan.
#[derive(Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default, rename_all = "camelCase")]
struct Of {
    #[serde(skip_serializing_if = "String::is_empty")]
    team_id: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    participant_id: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    supervisor_id: String,
}

impl Example {
    fn text(id: &str) -> String {
        let path = format!("{DIRECTORY}/{id}.json");
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn read(id: &str) -> Example {
        from_json(&Example::text(id)).unwrap_or_else(|error| panic!("{id}: {error:?}"))
    }

    /// The roster, if there is nothing at all to say about it.
    fn roster(&self, id: &str) -> Roster {
        let (roster, findings) = read_roster(&self.roster);
        assert!(findings.is_empty(), "the roster of {id}: {findings:#?}");
        roster.expect("a roster without findings")
    }
}

fn ids() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|rule| rule.specification().id)
}

/// All that a plan is charged, each with whose it is.
fn charges(id: &str, roster: &Roster, plan: &v1::Plan) -> Vec<(Charge, Of)> {
    let plan = read_plan(roster, plan).unwrap_or_else(|found| panic!("a plan of {id}: {found:#?}"));
    let whose = |charge: Charge| {
        let mut of = Of::default();
        if let Some(team) = charge.team {
            of.team_id.clone_from(&plan.teams[team].id);
        }
        match charge.person {
            Some(Person::Participant(who)) => {
                of.participant_id.clone_from(&roster.participants[who].id);
            }
            Some(Person::Supervisor(who)) => {
                of.supervisor_id.clone_from(&roster.supervisors[who].id);
            }
            None => {}
        }
        (charge, of)
    };
    assess(roster, &plan).breakdown.charges.into_iter().map(whose).collect()
}

#[test]
fn every_rule_has_an_example_and_nothing_else_has() {
    let files = std::fs::read_dir(DIRECTORY).expect("the examples");
    let name = |file: std::io::Result<std::fs::DirEntry>| file.expect("a file").file_name();
    let files: BTreeSet<_> = files.map(name).collect();
    let rules: BTreeSet<_> = ids().map(|id| format!("{id}.json").into()).collect();
    assert_eq!(files, rules);
}

#[test]
fn examples_are_canonical() {
    for id in ids() {
        let example = Example::read(id);
        assert_eq!(to_json(&example), Example::text(id), "{id}");
        assert_eq!(example.roster.id, id);
        for plan in [&example.keeps, &example.breaks] {
            assert_eq!(*plan, decisions(plan), "{id}: a plan has decisions only");
        }
    }
}

/// A plan without what is worked out.
fn decisions(plan: &v1::Plan) -> v1::Plan {
    let member = |member: &v1::Member| v1::Member {
        participant_id: member.participant_id.clone(),
        ..v1::Member::default()
    };
    let team = |team: &v1::Team| v1::Team {
        members: team.members.iter().map(member).collect(),
        meetings: Vec::new(),
        ..team.clone()
    };
    v1::Plan { teams: plan.teams.iter().map(team).collect(), ..v1::Plan::default() }
}

#[test]
fn what_keeps_a_rule_costs_nothing_by_it() {
    for id in ids() {
        let example = Example::read(id);
        for (charge, of) in charges(id, &example.roster(id), &example.keeps) {
            assert_ne!(charge.rule, id, "{id} is kept: {of:?}");
            let required = charge.cost.broken > 0;
            assert!(!required, "the example of {id} is not about {}: {of:?}", charge.rule);
        }
    }
}

#[test]
fn what_breaks_a_rule_costs_the_amount() {
    for id in ids() {
        let example = Example::read(id);
        let roster = example.roster(id);
        let unit = Settings::new(&roster).of_roster(id).unit();
        let mut cost = Cost::ZERO;
        let mut whose = Vec::new();
        for (charge, of) in charges(id, &roster, &example.breaks) {
            if charge.rule == id {
                cost += charge.cost;
                // A team can be charged for each value of an attribute; it is named once.
                if of != Of::default() && !whose.contains(&of) {
                    whose.push(of);
                }
            } else {
                let required = charge.cost.broken > 0;
                assert!(!required, "the example of {id} is not about {}: {of:?}", charge.rule);
            }
        }
        assert!(example.amount > 0 && !unit.is_zero(), "{id} is broken");
        assert_eq!(cost, unit * example.amount, "{id}");
        assert_eq!(whose, example.of, "{id}");
    }
}

/// Where each participant is; and of the teams that both plans have, the other decisions.
fn by_subject<'p>(
    plan: &'p v1::Plan,
    other: &v1::Plan,
) -> BTreeMap<(&'p str, &'static str), Vec<String>> {
    let mut decided: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for team in &plan.teams {
        for member in &team.members {
            decided.entry((&*member.participant_id, "team")).or_default().push(team.id.clone());
        }
        if other.teams.iter().any(|other| other.id == team.id) {
            let supervisors = team.supervisors.iter().map(|of| format!("{of:?}")).collect();
            decided.insert((&team.id, "supervisors"), supervisors);
            decided.insert((&team.id, "slot"), vec![format!("{:?}", team.slot)]);
            decided.insert((&team.id, "theme"), vec![team.theme_id.clone()]);
            decided.insert((&team.id, "environment"), vec![team.environment_id.clone()]);
        }
    }
    decided
}

#[test]
fn the_plans_differ_in_little() {
    for id in ids() {
        let Example { keeps, breaks, .. } = Example::read(id);
        let (one, other) = (by_subject(&keeps, &breaks), by_subject(&breaks, &keeps));
        let subjects: BTreeSet<_> = one.keys().chain(other.keys()).collect();
        let differ = subjects.into_iter().filter(|subject| one.get(subject) != other.get(subject));
        let differ: Vec<_> = differ.collect();
        // One decision, or two participants who are elsewhere.
        assert!([1, 2].contains(&differ.len()), "{id}: {differ:?}");
    }
}
