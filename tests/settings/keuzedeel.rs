//! The elective: one time for all, groups over programmes and schools, some of them on line.

use leerteam::roster::MeetingMode;

use super::scene::planned;

#[test]
fn all_meet_at_the_common_time_in_mixed_groups() {
    let elective = planned("keuzedeel", 0.05, 1_000_000);
    assert_eq!(elective.left_over(), [""; 0]);
    let first = &elective.plan.teams[0].slot;
    for (index, team) in elective.plan.teams.iter().enumerate() {
        assert_eq!((team.slot.weekday, team.slot.start), (first.weekday, first.start));
        assert_eq!(elective.dates(index), elective.dates(0));
        assert_eq!(elective.dates(index).len(), 10);
        assert_eq!(elective.different(team, "institution"), 3, "{}", team.id);
        assert!(elective.different(team, "profession") >= 2, "{}", team.id);
        assert_eq!(team.supervisors.len(), 1);
    }
}

#[test]
fn who_cannot_be_there_in_time_joins_on_line() {
    let elective = planned("keuzedeel", 0.05, 1_000_000);
    let eligible = elective.roster.admissions();
    assert!(eligible.iter().all(|environments| environments.len() == 2), "for either kind");
    let mut from_afar = 0;
    for (index, team) in elective.plan.teams.iter().enumerate() {
        let mode = elective.roster.environments[team.environment].form.mode;
        let visits = elective.visits(index);
        let on_line = visits.iter().filter(|visit| visit.presence.online).count();
        match mode {
            MeetingMode::Online => {
                assert_eq!(team.slot.location, None);
                assert_eq!(on_line, visits.len(), "{}", team.id);
            }
            _ => {
                assert!(team.slot.room.is_some(), "{}", team.id);
                assert!(on_line < visits.len(), "{}: somebody is in the room", team.id);
                from_afar += on_line;
            }
        }
        assert!(visits.iter().all(|visit| visit.presence.comes()), "{}", team.id);
    }
    assert!(from_afar > 0, "groups at school have members on line");
}
