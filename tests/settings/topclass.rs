//! Supervisors among themselves.

use super::scene::planned;

#[test]
fn groups_of_supervisors_meet_four_times_and_are_mixed() {
    let topclass = planned("topclass", 0.05, 1_000_000);
    assert_eq!(topclass.placed(), 36);
    assert_eq!(topclass.plan.teams.len(), 6);
    for (index, team) in topclass.plan.teams.iter().enumerate() {
        assert_eq!(topclass.dates(index).len(), 4);
        assert_eq!(team.supervisors, []);
        assert_eq!(topclass.different(team, "profession"), 2, "education and practice");
        let organisations = topclass.values(team, "institution");
        assert!(organisations.len() + 1 >= team.members.len(), "{organisations:?}");
        for attendance in &topclass.assessment.attendance[index] {
            assert!(attendance.comes >= 3, "{} of four", attendance.comes);
        }
    }
}
