//! Whether points stay within what is counted: 32 bits in messages.

use super::size::Admitted;
use crate::roster::{Code, EnvironmentIx, Findings, LearningEnvironment, Mode, Roster};
use crate::rules::{RULES, Settings, state_points};

/// Rules that count meetings rather than people or teams.
const PER_MEETING: [&str; 2] = ["quorum", "share-of-meetings"];

/// Reports if the points of some plan could go beyond what is counted. The estimate is safe: no
/// plan has more points.
pub(super) fn check(roster: &Roster, admitted: &Admitted, findings: &mut Findings) {
    let most = i64::from(i32::MAX);
    let points = most_points(roster, admitted);
    if points > i128::from(most) {
        let details = vec![("most", most.to_string())];
        findings.add_with(Code::TooManyPoints, "rules", points, details);
    }
}

fn most_points(roster: &Roster, admitted: &Admitted) -> i128 {
    let settings = Settings::new(roster);
    let travel = longest_travel(roster);
    let (mut total, mut dearest, mut teams) = (0i128, 0i128, 0u64);
    for (index, environment) in roster.environments.iter().enumerate() {
        let places = u64::from(environment.max_teams) * u64::from(environment.max_size);
        let member = of_member(roster, &settings, index, travel);
        total += member * i128::from(admitted.all[index].min(places));
        dearest = dearest.max(member);
        // A team without members is possible only where a team may have none.
        let filled = admitted.all[index] / u64::from(environment.min_size.max(1));
        let most = u64::from(environment.max_teams);
        teams += most.min(filled.max(u64::from(environment.min_teams)));
    }
    // Each participant is in one team, in however many environments admitted.
    let members = total.min(dearest * roster.participants.len() as i128);
    let others = roster.participants.len() + roster.supervisors.len() + roster.wishes.len();
    let others = others as i128 + i128::from(teams);
    members + others * dearest_other(roster, &settings) + of_load(roster, &settings)
}

/// What one member costs at most in attendance and balance.
fn of_member(
    roster: &Roster,
    settings: &Settings,
    environment: EnvironmentIx,
    travel: i128,
) -> i128 {
    let weighed = |rule| {
        let setting = settings.of(environment, rule);
        (setting.mode == Mode::Weighed).then_some(setting)
    };
    let states = state_points(settings, environment);
    let state = states.states.into_iter().max().unwrap_or_default();
    let meeting = i128::from(state) + i128::from(states.long_day) + travel;
    let attendance = weighed("attendance").map_or(0, |s| i128::from(s.weight) * meeting);
    // In hundredths of a head, for each attribute: too many of one value is too few of others.
    let share = weighed("fair-share")
        .map_or(0, |s| i128::from(s.weight) * 200 * s.attributes.len().max(1) as i128);
    let meetings = i128::from(most_meetings(roster, &roster.environments[environment]));
    let counted = PER_MEETING.iter().filter_map(|rule| weighed(rule));
    let counted: i128 = counted.map(|s| i128::from(s.weight) * meetings).sum();
    attendance + share + counted
}

fn most_meetings(roster: &Roster, environment: &LearningEnvironment) -> u32 {
    let weeks = roster.period.days() / 7 + 1;
    environment.form.max_meetings.map_or(weeks, |most| most.min(weeks))
}

/// The longest travel that can count, in minutes.
fn longest_travel(roster: &Roster) -> i128 {
    let travel = &roster.travel;
    let given = travel.pairs.values().copied().max().unwrap_or_default();
    i128::from(given.max(travel.within).max(travel.between))
}

/// What all other rules together charge at most for one person, team or wish.
fn dearest_other(roster: &Roster, settings: &Settings) -> i128 {
    let apart = |id| matches!(id, "attendance" | "fair-share" | "even-load");
    let ids = RULES.iter().map(|rule| rule.facts().id);
    let ids: Vec<_> = ids.filter(|id| !apart(*id) && !PER_MEETING.contains(id)).collect();
    let of = |id: &&'static str| {
        let here = (0..roster.environments.len()).map(|environment| settings.of(environment, id));
        let all = here.chain([settings.of_roster(id)]);
        all.filter(|s| s.mode == Mode::Weighed).map(|s| i128::from(s.weight)).max().unwrap_or(0)
    };
    ids.iter().map(of).sum()
}

/// Load is in minutes a week, and nobody has more of it than they have time.
fn of_load(roster: &Roster, settings: &Settings) -> i128 {
    let load = settings.of_roster("even-load");
    let minutes: i128 = roster.supervisors.iter().map(|s| i128::from(s.minutes_per_week)).sum();
    if load.mode == Mode::Weighed { i128::from(load.weight) * minutes } else { 0 }
}
