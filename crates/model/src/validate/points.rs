//! Whether points stay within what is counted: 32 bits in messages.

use super::size::Admitted;
use crate::roster::{Code, Findings, Mode, Roster};
use crate::rules::{Facts, Most, RULES, Reach, Scope, Settings};

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
    let (mut members, mut dearest, mut others) = (0i128, 0i128, 0i128);
    for (index, environment) in roster.environments.iter().enumerate() {
        let reach = Reach { roster, settings: &settings, at: index, admitted: admitted.all[index] };
        let most = of_environment(&reach);
        let places = u64::from(environment.max_teams) * reach.largest() as u64;
        members += most.member * i128::from(reach.admitted.min(places));
        dearest = dearest.max(most.member);
        // No team is without members, but it may have fewer than it should.
        let teams = u64::from(environment.max_teams).min(reach.admitted);
        others += most.team * i128::from(teams.max(u64::from(environment.min_teams)));
        others += most.whole;
    }
    // Each participant is in one team, in however many environments admitted.
    members = members.min(dearest * roster.participants.len() as i128);
    members + others + of_roster(roster, &settings)
}

/// What all rules of environments together charge at most in one, in points.
fn of_environment(reach: &Reach) -> Most {
    let mut total = Most::default();
    for rule in RULES.iter().filter(|rule| rule.facts().scope == Scope::Environment) {
        let setting = reach.setting(&rule.facts());
        if setting.mode == Mode::Weighed {
            let (weight, most) = (i128::from(setting.weight), rule.most(reach));
            total.member += weight * most.member;
            total.team += weight * most.team;
            total.whole += weight * most.whole;
        }
    }
    total
}

/// What rules of the roster charge at most: each once for every participant, supervisor and side of a
/// wish, but for load, which is in minutes a week, and nobody has more of it than they have time.
fn of_roster(roster: &Roster, settings: &Settings) -> i128 {
    let people = roster.participants.len() + roster.supervisors.len() + 2 * roster.wishes.len();
    let minutes: i128 = roster.supervisors.iter().map(|s| i128::from(s.minutes_per_week)).sum();
    let rules = RULES.iter().map(|rule| rule.facts()).filter(|f| f.scope == Scope::Roster);
    let weighed = rules.filter(|facts| settings.of_roster(facts.id).mode == Mode::Weighed);
    let most = |facts: Facts| {
        let units = if facts.id == "even-load" { minutes } else { people as i128 };
        i128::from(settings.of_roster(facts.id).weight) * units
    };
    weighed.map(most).sum()
}
