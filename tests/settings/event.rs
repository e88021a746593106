//! The one-off day: everyone is in one group, once, and no room is too full.

use std::collections::BTreeSet;

use leerteam::roster::Side;

use super::scene::planned;

#[test]
fn everyone_meets_once_in_a_mixed_group() {
    let day = planned("event", 0.05, 1_000_000);
    assert_eq!(day.placed(), day.roster.participants.len());
    let people: BTreeSet<_> = day.plan.teams.iter().flat_map(|team| &team.members).collect();
    assert_eq!(people.len(), day.placed(), "nobody is in two groups");
    for (index, team) in day.plan.teams.iter().enumerate() {
        let dates: Vec<String> = day.dates(index).iter().map(ToString::to_string).collect();
        assert_eq!(dates, ["2025-03-20"]);
        assert!(day.visits(index).iter().all(|visit| visit.presence.comes()), "{}", team.id);
        let professions = day.values(team, "profession");
        assert!(professions.len() >= 3, "{}: {professions:?}", team.id);
        assert!(professions.iter().all(|(_, count)| 2 * count <= team.members.len()));
        assert_eq!(day.of_side(team, Side::Education), 1);
    }
}

#[test]
fn no_room_is_taken_twice_or_too_full() {
    let day = planned("event", 0.05, 1_000_000);
    let mut taken = BTreeSet::new();
    for team in &day.plan.teams {
        let location = team.slot.location.expect("on site");
        let room = team.slot.room.expect("in a room");
        assert!(taken.insert((team.slot.start, room)), "{} has a room of its own", team.id);
        let capacity = day.roster.locations[location].rooms[room].capacity.expect("a capacity");
        assert!(team.members.len() + team.supervisors.len() <= capacity as usize, "{}", team.id);
    }
    assert!(taken.len() > 6, "one round would not be enough for all");
}
