//! Care: 420 students on wards, in groups of one supervisor.

use std::collections::BTreeMap;

use super::scene::planned;

#[test]
fn every_student_has_a_supervisor_with_four_at_most() {
    let lwwl = planned("lwwl", 0.05, 400_000);
    assert_eq!(lwwl.placed(), 420);
    let mut students = BTreeMap::new();
    for team in &lwwl.plan.teams {
        let [(supervisor, _)] = team.supervisors[..] else {
            panic!("{} has one supervisor", team.id);
        };
        *students.entry(supervisor).or_insert(0) += team.members.len();
        let span = lwwl.span(team);
        assert_eq!(span.minutes(), 90, "a week, for each student");
        let ward = team.slot.location;
        for &member in &team.members {
            assert!(lwwl.roster.internship_locations(member).any(|at| Some(at) == ward));
        }
    }
    assert!(students.values().all(|count| (1..=4).contains(count)));
    assert!(students.len() >= 105, "{} supervisors", students.len());
}
