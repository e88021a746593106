//! On rosters so small that every plan can be tried, the planner finds the best one and proves it.
//!
//! The plans that are tried come from the calendar's candidate slots and from everybody's names; the
//! checker alone says which of them keep the kept rules and what they score.

mod random;

use leerteam::calendar::Calendar;
use leerteam::check::assess;
use leerteam::plan::{Cost, Plan, Team};
use leerteam::planner::{Cancel, Options, plan};
use leerteam::roster::{
    EnvironmentIx, GivenTeamIx, LearningEnvironment, Mode, ParticipantIx, Roster, Side,
    SupervisorIx, ThemeIx,
};
use leerteam::rules::{Settings, find_rule};
use leerteam::wire::{read_roster, v1};

/// Teams that could be, still without members: for each given team, each base team that could be
/// continued and each new team, all that is possible.
fn shells(roster: &Roster) -> Vec<Vec<Team>> {
    let calendar = Calendar::new(roster);
    let mut places = Vec::new();
    for (index, environment) in roster.environments.iter_enumerated() {
        let given = environment
            .teams
            .indices()
            .map(|given| (environment.teams[given].id.clone(), Some(given)));
        let mut teams: Vec<(String, Option<GivenTeamIx>)> = given.collect();
        if teams.is_empty() {
            let base = roster.base.iter().filter(|team| team.environment == index);
            teams.extend(base.map(|team| (team.id.clone(), None)));
            teams.extend((0..environment.max_teams).map(|n| (format!("{index}-{n}"), None)));
        }
        for (id, given) in teams {
            let team = given.map(|given| &environment.teams[given]);
            let own = team.and_then(|team| team.theme);
            let themes: Vec<Option<ThemeIx>> = match (own, environment.themes.as_slice()) {
                (Some(_), _) | (None, []) => vec![own],
                (None, themes) => themes.iter().copied().map(Some).collect(),
            };
            let mut shells = Vec::new();
            for (slot, _) in calendar.candidates(index, team) {
                for supervisors in supervisions(roster, index) {
                    for &theme in &themes {
                        let (id, name) = (id.clone(), id.clone());
                        let (members, supervisors) = (Vec::new(), supervisors.clone());
                        let environment = index;
                        let team = Team {
                            id,
                            name,
                            environment,
                            given,
                            members,
                            supervisors,
                            slot,
                            theme,
                        };
                        shells.push(team);
                    }
                }
            }
            places.push(shells);
        }
    }
    places
}

/// Every way to give a team of the environment supervisors, up to the most of each side.
fn supervisions(roster: &Roster, environment: EnvironmentIx) -> Vec<Vec<(SupervisorIx, Side)>> {
    let mut all: Vec<Vec<(SupervisorIx, Side)>> = vec![vec![]];
    for supervisor in roster.supervisors.indices() {
        let mut more = Vec::new();
        for chosen in &all {
            for need in &roster.environments[environment].supervision {
                let of = chosen.iter().filter(|&&(_, side)| side == need.side).count();
                if of < need.max as usize {
                    more.push([chosen.clone(), vec![(supervisor, need.side)]].concat());
                }
            }
        }
        all.extend(more);
    }
    all
}

/// Whether the plan is in the space that the planner searches (docs/model.md section 7).
fn is_in_space(roster: &Roster, settings: &Settings, plan: &Plan) -> bool {
    let size = |team: &Team| {
        let off = settings.setting(team.environment, "team-size").mode == Mode::Off;
        let most = roster.environments[team.environment].max_size as usize;
        !team.members.is_empty() && (off || team.members.len() <= most)
    };
    let number = |(index, environment): (EnvironmentIx, &LearningEnvironment)| {
        let teams = plan.teams.iter().filter(|team| team.environment == index).count();
        !environment.teams.is_empty() || teams <= environment.max_teams as usize
    };
    plan.teams.iter().all(size) && roster.environments.iter_enumerated().all(number)
}

/// More plans than this are not worth the wait.
const MOST_PLANS: usize = 30_000;

/// The best score over every plan, and how many were tried; none if there are too many.
fn best(roster: &Roster) -> Option<(Cost, usize)> {
    let settings = Settings::new(roster);
    let places = shells(roster);
    let people = roster.participants.len();
    let mut best = (Cost { broken: i64::MAX, points: 0 }, 0);
    // Who is where: place 0 is no team.
    let assignments = (places.len() + 1).pow(people as u32);
    for assignment in 0..assignments {
        let at = |person: u32| assignment / (places.len() + 1).pow(person) % (places.len() + 1);
        let members = |place: usize| -> Vec<ParticipantIx> {
            let people = roster.participants.indices();
            people.filter(|&person| at(person.index() as u32) == place + 1).collect()
        };
        let members: Vec<Vec<ParticipantIx>> = (0..places.len()).map(members).collect();
        let mut plans = vec![Plan::default()];
        for (shells, members) in places.iter().zip(members).filter(|(_, m)| !m.is_empty()) {
            let with = |plan: &Plan, shell: &Team| {
                let mut teams = plan.teams.clone();
                teams.push(Team { members: members.clone(), ..shell.clone() });
                Plan { teams }
            };
            plans = plans.iter().flat_map(|plan| shells.iter().map(|s| with(plan, s))).collect();
        }
        for plan in plans.iter().filter(|plan| is_in_space(roster, &settings, plan)) {
            if best.1 == MOST_PLANS {
                return None;
            }
            let ledger = assess(roster, plan).breakdown;
            let kept = |rule| find_rule(rule).is_some_and(|rule| rule.specification().kept);
            best.1 += 1;
            if !ledger.charges.iter().any(|charge| kept(charge.rule)) {
                best.0 = best.0.min(ledger.total());
            }
        }
    }
    Some(best)
}

fn compare(seed: u64, wire: &v1::Roster) -> usize {
    let (roster, findings) = read_roster(wire);
    let Some(roster) = roster else {
        // A random roster may be one that nobody could plan, but never one that cannot be read.
        let unplannable = |code: &str| matches!(code, "E1301" | "E1302");
        let codes: Vec<&str> = findings.iter().map(|f| f.code.as_str()).collect();
        assert!(codes.iter().any(|code| unplannable(code)), "seed {seed}: {findings:?}");
        return 0;
    };
    let Some((best, tried)) = best(&roster) else { return 0 };
    let planned = plan(&roster, &Options::default(), &Cancel::default(), &mut |_| {});
    let planned = planned.unwrap_or_else(|error| panic!("seed {seed}: {error}"));
    let found = planned.assessment.total();
    assert_eq!(found, best, "seed {seed}: the planner's plan against the best of {tried}");
    assert_eq!(planned.bound, found, "seed {seed}: the bound is proven");
    tried
}

/// Compares rosters of some seeds; many of them are worth trying.
fn compare_all(seeds: std::ops::Range<u64>) {
    let all = seeds.end - seeds.start;
    let tried: Vec<usize> = seeds.map(|seed| compare(seed, &random::roster(seed))).collect();
    let planned = tried.iter().filter(|&&tried| tried > 0).count() as u64;
    let many = tried.iter().filter(|&&tried| tried > 100).count() as u64;
    assert!(3 * planned > 2 * all && 3 * many > all, "the rosters are worth trying: {tried:?}");
}

// In halves, which can run at the same time.
#[test]
fn finds_the_best_of_every_plan() {
    compare_all(0..25);
}

#[test]
fn finds_the_best_of_every_other_plan() {
    compare_all(25..50);
}

#[test]
fn finds_the_best_where_a_supervisor_travels() {
    let tried = (0..40).map(|seed| compare(seed, &random::travelling(seed)));
    assert!(tried.sum::<usize>() > 1000);
}
