//! Whether points stay within what is counted: 32 bits in messages.

use super::size::Admitted;
use crate::roster::{Code, Findings, Mode, Roster};
use crate::rules::{Bound, BoundContext, PenaltyBound, RULES, Settings};

/// Reports if the points of some plan could go beyond what is counted. The estimate is safe: no
/// plan that keeps what is always kept has more points.
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
    let (mut members, mut most_expensive, mut others) = (0i128, 0i128, 0i128);
    for (index, environment) in roster.environments.iter_enumerated() {
        let context =
            BoundContext { roster, settings: &settings, at: index, admitted: admitted.all[index] };
        let most = of_environment(&context);
        let places = u64::from(environment.max_teams) * context.largest() as u64;
        members += most.member * i128::from(context.admitted.min(places));
        most_expensive = most_expensive.max(most.member);
        // No team is without members, but it may have fewer than it should.
        let teams = u64::from(environment.max_teams).min(context.admitted);
        others += most.team * i128::from(teams.max(u64::from(environment.min_teams)));
        others += most.whole;
    }
    // Each participant is in one team, in however many environments admitted.
    members = members.min(most_expensive * roster.participants.len() as i128);
    members + others + of_roster(roster, &settings)
}

/// What all rules of environments together charge at most in one, in points.
fn of_environment(context: &BoundContext) -> PenaltyBound {
    let mut total = PenaltyBound::default();
    for rule in RULES {
        let Bound::Environment(most) = rule.bound() else { continue };
        let setting = context.setting(&rule.specification());
        if setting.mode == Mode::Weighed {
            let (weight, most) = (i128::from(setting.weight), most(context));
            total.member += weight * most.member;
            total.team += weight * most.team;
            total.whole += weight * most.whole;
        }
    }
    total
}

/// What all rules of the roster together charge at most, in points.
fn of_roster(roster: &Roster, settings: &Settings) -> i128 {
    let mut total = 0;
    for rule in RULES {
        let Bound::Roster(most) = rule.bound() else { continue };
        let setting = settings.of_roster(rule.specification().id);
        if setting.mode == Mode::Weighed {
            total += i128::from(setting.weight) * most(roster);
        }
    }
    total
}
