//! The plain scorer and the library agree on every plan: per rule, team and person, and in all.

use std::collections::BTreeMap;
use std::ops::Range;

use leerteam::check::assess;
use leerteam::messages::{Language, Messages};
use leerteam::plan::{Person, ScoreBreakdown};
use leerteam::planner::{Cancel, Options, plan};
use leerteam::roster::Roster;
use leerteam::rules::RULES;
use leerteam::wire::{read_plan, read_roster, v1, write_report};

use crate::plans;
use crate::rosters::{self, Draw, SMALL, Scale, VARIED};
use crate::scorer::{Sheet, person_of, score};

/// The library's breakdown as a sheet.
fn sheet_of(roster: &Roster, plan: &v1::Plan, breakdown: &ScoreBreakdown) -> Sheet {
    let mut sheet = Sheet::default();
    for charge in &breakdown.charges {
        let team = charge.team.map_or("", |team| plan.teams[team.index()].id.as_str());
        let person = match charge.person {
            Some(Person::Participant(place)) => person_of(&roster.participants[place].id, ""),
            Some(Person::Supervisor(place)) => person_of("", &roster.supervisors[place].id),
            None => String::new(),
        };
        sheet.charge(charge.rule, team, &person, (charge.cost.broken, charge.cost.points));
    }
    sheet
}

/// What was compared.
#[derive(Debug, Default)]
struct Compared {
    plans: usize,
    /// For how many of them each rule counted.
    rules: BTreeMap<String, usize>,
}

impl Compared {
    fn compare(&mut self, case: &str, wire: &v1::Roster, roster: &Roster, plan: &v1::Plan) {
        let read = read_plan(roster, plan).unwrap_or_else(|errors| panic!("{case}: {errors:?}"));
        let library = sheet_of(roster, plan, &assess(roster, &read).breakdown);
        let (plain, library) = (score(wire, plan).sums(), library.sums());
        assert_eq!(plain, library, "{case}: the plain scorer, and the library\n{plan:#?}");
        self.plans += 1;
        for rule in plain.rules.into_keys() {
            *self.rules.entry(rule).or_default() += 1;
        }
    }
}

/// The rosters that are accepted, with their seeds.
fn accepted(seeds: Range<u64>, scale: &Scale) -> impl Iterator<Item = (u64, v1::Roster, Roster)> {
    let wire = seeds.map(move |seed| (seed, rosters::roster(seed, scale)));
    wire.filter_map(|(seed, wire)| read_roster(&wire).0.map(|roster| (seed, wire, roster)))
}

fn by_hand(seeds: Range<u64>) -> Compared {
    let mut compared = Compared::default();
    for (seed, wire, roster) in accepted(seeds, &VARIED) {
        let mut draw = Draw::new(seed);
        for number in 0..6 {
            let plan = plans::by_hand(&wire, &mut draw);
            compared.compare(&format!("seed {seed}, plan {number}"), &wire, &roster, &plan);
        }
    }
    compared
}

/// Plans of the planner, and others a few changes away.
fn planned(seeds: Range<u64>, scale: &Scale) -> Compared {
    let messages = Messages::of(Language::En);
    let mut compared = Compared::default();
    for (seed, wire, roster) in accepted(seeds, scale) {
        let options = Options { work_limit: Some(2000), ..Options::default() };
        let planned = plan(&roster, &options, &Cancel::default(), &mut |_| {});
        let planned = planned.unwrap_or_else(|error| panic!("seed {seed}: {error}"));
        let planned = write_report(&roster, &planned.into_report(), &messages);
        compared.compare(&format!("seed {seed}, planned"), &wire, &roster, &planned);
        let mut draw = Draw::new(seed);
        for number in 0..8 {
            let shaken = plans::shaken(&wire, &planned, &mut draw);
            compared.compare(&format!("seed {seed}, shaken {number}"), &wire, &roster, &shaken);
        }
    }
    compared
}

/// Rules that count too seldom to ask for them of the plans of one test.
const SELDOM: [&str; 2] = ["supervisor-travel", "room-double-booked"];

fn assert_all_rules(compared: &Compared) {
    let ids = RULES.iter().map(|rule| rule.specification().id);
    for id in ids.filter(|id| !SELDOM.contains(id)) {
        assert!(compared.rules.contains_key(id), "{id} counted for nothing: {compared:#?}");
    }
}

#[test]
fn agree_on_plans_made_by_hand() {
    let compared = by_hand(0..150);
    assert!(compared.plans > 700, "{compared:#?}");
    assert_all_rules(&compared);
}

#[test]
fn agree_on_plans_of_the_planner_and_near_them() {
    let compared = planned(0..60, &SMALL);
    assert!(compared.plans > 300, "{compared:#?}");
    assert_all_rules(&compared);
}

#[test]
#[ignore = "takes minutes: for after a change of the rules or their page"]
fn agree_on_very_many_plans() {
    let near = [planned(1000..4000, &SMALL), planned(1000..2000, &VARIED)];
    let compared = by_hand(1000..13_000);
    println!("{compared:#?}, {near:#?}");
    assert!(compared.plans > 50_000 && near.iter().all(|near| near.plans > 5000));
}
