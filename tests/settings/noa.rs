//! Circular placements: where somebody comes from changes with the turns of the year.

use leerteam::calendar::State;
use leerteam::roster::CommitmentKind;

use super::scene::planned;

#[test]
fn attendance_follows_the_turns() {
    let circle = planned("noa", 0.0, 1_000_000);
    assert_eq!(circle.left_over(), [""; 0]);
    let mut by_turn = 0;
    for (index, team) in circle.plan.teams.iter().enumerate() {
        let mut seen: std::collections::BTreeMap<_, Vec<bool>> = Default::default();
        for visit in circle.visits(index) {
            let bound = circle.bound_on(visit.participant, visit.date);
            let duty = bound.iter().find(|one| one.kind == CommitmentKind::Internship);
            let Some(duty) = duty else { continue };
            let here = duty.location == team.slot.location;
            let expected: &[State] = match here {
                true => &[State::OnSite, State::Adjacent],
                false => &[State::DutyLeft, State::OtherSite],
            };
            let person = &circle.roster.participants[visit.participant].id;
            let state = visit.presence.state;
            assert!(expected.contains(&state), "{person} on {}: {state:?}", visit.date);
            seen.entry(visit.participant).or_default().push(here);
        }
        by_turn +=
            seen.values().filter(|here| here.contains(&true) && here.contains(&false)).count();
    }
    assert!(by_turn > 0, "for some, the meeting is at their own site in one turn only");
}

#[test]
fn a_team_stays_together_all_year() {
    let circle = planned("noa", 0.0, 1_000_000);
    for index in 0..circle.plan.teams.len() {
        let dates = circle.dates(index);
        let (first, last) = (dates[0], dates[dates.len() - 1]);
        assert!((last - first).num_weeks() > 35, "from {first} to {last}");
    }
}
