//! No plan near the planner's is better, by the plain scorer, as long as it is in the space of
//! docs/model.md section 7.

use std::collections::BTreeSet;
use std::ops::Range;

use leerteam::messages::{Language, Messages};
use leerteam::planner::{Cancel, Options, plan};
use leerteam::roster::{Clock, Mode, Roster};
use leerteam::rules::{Settings, find_rule};
use leerteam::wire::{read_roster, v1, write_report};

use crate::plans;
use crate::rosters::{self, Draw, SMALL};
use crate::scorer::score;

/// Whether a team that keeps the kept rules could be one of the planner's.
fn could_be_planned(
    environment: &v1::LearningEnvironment,
    size_is_off: bool,
    team: &v1::Team,
) -> bool {
    let form = environment.meeting_form.as_ref().expect("a form");
    let slot = team.slot.as_ref().expect("a slot");
    let minutes = |time: &str| Clock::parse(time).expect("a time").minutes() as i32;
    let start = minutes(&slot.start_time);
    let step = if form.start_step_minutes == 0 { 30 } else { form.start_step_minutes };
    let is_start_of = |hours: &v1::Window| {
        let (from, to) = (minutes(&hours.start_time), minutes(&hours.end_time));
        let fits = from <= start && start + form.duration_minutes <= to;
        hours.weekday == slot.weekday && fits && (start - from) % step == 0
    };
    let most = environment.team_size.as_ref().expect("a size").max as usize;
    let of_side = |side| team.supervisors.iter().filter(|by| by.side() == side).count() as i32;
    let within_need = |side| {
        let need = environment.supervision.iter().find(|need| need.side() == side);
        of_side(side) <= need.map_or(0, |need| need.max.max(need.min))
    };
    let is_given = environment.teams.iter().any(|given| given.id == team.id);
    form.hours.iter().any(is_start_of)
        && !team.members.is_empty()
        && (size_is_off || team.members.len() <= most)
        && [v1::Side::Education, v1::Side::Practice].into_iter().all(within_need)
        && (is_given || environment.teams.is_empty())
}

/// Whether a plan that keeps the kept rules is in the planner's space.
fn is_in_space(wire: &v1::Roster, roster: &Roster, plan: &v1::Plan) -> bool {
    let settings = Settings::new(roster);
    let given_elsewhere = |team: &v1::Team| {
        let others = wire.environments.iter().filter(|of| of.id != team.environment_id);
        others.flat_map(|of| &of.teams).any(|given| given.id == team.id)
    };
    if plan.teams.iter().any(given_elsewhere) {
        return false;
    }
    wire.environments.iter().enumerate().all(|(place, environment)| {
        let size_is_off = settings.setting(place.into(), "team-size").mode == Mode::Off;
        let most = roster.environments[place].max_teams as usize;
        let mut teams = plan.teams.iter().filter(|team| team.environment_id == environment.id);
        teams.clone().count() <= most
            && teams.all(|team| could_be_planned(environment, size_is_off, team))
    })
}

fn nothing_nearby_is_better(seeds: Range<u64>, plans_each: usize) -> usize {
    let messages = Messages::of(Language::En);
    let mut tried = 0;
    for seed in seeds {
        let wire = rosters::roster(seed, &SMALL);
        let Some(roster) = read_roster(&wire).0 else { continue };
        let options = Options { work_limit: Some(10_000), ..Options::default() };
        let planned = plan(&roster, &options, &Cancel::default(), &mut |_| {});
        let planned = planned.unwrap_or_else(|error| panic!("seed {seed}: {error}"));
        let bound = (planned.bound.broken, planned.bound.points);
        let best = write_report(&roster, &planned.into_report(), &messages);
        let mut draw = Draw::new(seed);
        let mut seen = BTreeSet::new();
        for _ in 0..plans_each {
            let other = plans::shaken(&wire, &best, &mut draw);
            let sums = score(&wire, &other).sums();
            let is_kept =
                |rule: &String| find_rule(rule).is_some_and(|rule| rule.specification().kept);
            if sums.rules.keys().any(is_kept) || !is_in_space(&wire, &roster, &other) {
                continue;
            }
            assert!(
                sums.total >= bound,
                "seed {seed}: {:?} below {bound:?}\n{other:#?}",
                sums.total
            );
            seen.insert(sums.total);
        }
        tried += seen.len();
    }
    tried
}

#[test]
fn no_plan_near_the_planners_is_better() {
    let tried = nothing_nearby_is_better(0..60, 25);
    assert!(tried > 100, "only {tried} plans were in the space");
}

#[test]
#[ignore = "takes minutes: for after a change of the rules or the planner"]
fn no_plan_near_very_many_of_the_planners_is_better() {
    let tried = nothing_nearby_is_better(1000..2500, 60);
    assert!(tried > 5000, "only {tried} plans were in the space");
}
