//! Two learning environments: what gives way, who cannot come, and who is there one day a week.

use std::collections::BTreeSet;

use chrono::Weekday;
use leerteam::calendar::State;
use leerteam::check::ReasonCode;
use leerteam::roster::{Flexibility, Side};

use super::scene::{Scene, planned};

#[test]
fn who_can_come_does_and_who_cannot_is_named() {
    let utrecht = planned("utrecht", 0.05, 100_000);
    the_lesson_of_the_seven_is_moved_and_not_the_meeting(&utrecht);
    what_gives_way_is_listed_with_people_and_dates(&utrecht);
    who_cannot_come_at_all_is_named_with_the_lesson_in_the_way(&utrecht);
    lessons_in_some_weeks_leave_the_other_meetings(&utrecht);
    supervisors_serve_on_their_days_and_sides(&utrecht);
}

fn the_lesson_of_the_seven_is_moved_and_not_the_meeting(utrecht: &Scene) {
    let mut seven = 0;
    for (index, team) in utrecht.plan.teams.iter().enumerate() {
        for &member in &team.members {
            let id = &utrecht.roster.participants[member].id;
            if !id.starts_with("utrecht-01-") {
                continue;
            }
            seven += 1;
            assert_eq!(team.slot.weekday, Weekday::Wed, "{id}");
            for visit in utrecht.visits(index).iter().filter(|v| v.participant == member) {
                assert_eq!(visit.presence.state, State::LessonMoved, "{id} on {}", visit.date);
            }
        }
    }
    assert_eq!(seven, 7);
}

/// Whoever comes because something gives way is listed with it, and nobody else.
fn what_gives_way_is_listed_with_people_and_dates(utrecht: &Scene) {
    for (index, team) in utrecht.plan.teams.iter_enumerated() {
        let listed: BTreeSet<_> = utrecht
            .assessment
            .displaced
            .iter()
            .filter(|of| of.team == index)
            .flat_map(|of| {
                of.participants.iter().flat_map(|&who| of.days.iter().map(move |&day| (who, day)))
            })
            .collect();
        let visits = utrecht.visits(index.index());
        let displacing = visits
            .iter()
            .filter(|visit| matches!(visit.presence.state, State::LessonMoved | State::DutyLeft));
        let displacing: BTreeSet<_> = displacing
            .map(|visit| {
                let day = (visit.date - utrecht.roster.period.first).num_days();
                (visit.participant, u32::try_from(day).expect("within the period"))
            })
            .collect();
        // A commitment is listed for all its people on all its dates, of whom some may be away.
        assert!(displacing.is_subset(&listed), "{}", team.id);
        assert_eq!(displacing.is_empty(), listed.is_empty(), "{}", team.id);
    }
    let of_the_seven = utrecht.assessment.displaced.iter().filter(|of| {
        of.participants
            .iter()
            .any(|&who| utrecht.roster.participants[who].id.starts_with("utrecht-01-"))
    });
    for displaced in of_the_seven {
        let commitment = displaced.commitment(&utrecht.roster);
        assert_eq!(commitment.flexibility, Flexibility::Movable, "{}", commitment.id);
    }
}

fn who_cannot_come_at_all_is_named_with_the_lesson_in_the_way(utrecht: &Scene) {
    assert_eq!(utrecht.left_over(), ["utrecht-08-01", "utrecht-08-02", "utrecht-08-03"]);
    assert_eq!(utrecht.broken("placed"), 3);
    for left in &utrecht.assessment.left_over {
        assert!(!left.reasons.is_empty());
        for reason in &left.reasons {
            assert_eq!(reason.code, ReasonCode::NoSlotFits);
            assert_eq!(reason.comes.map(|(comes, _)| comes), Some(0));
            let lectures = reason.in_the_way.iter().filter(|one| one.id.starts_with("college-"));
            assert!(lectures.count() > 0, "the lecture of that day");
        }
    }
}

fn lessons_in_some_weeks_leave_the_other_meetings(utrecht: &Scene) {
    let mut away = 0;
    for (index, _) in utrecht.plan.teams.iter().enumerate() {
        for visit in utrecht.visits(index) {
            let bound = utrecht.bound_on(visit.participant, visit.date);
            if bound.iter().any(|one| one.id.starts_with("toernooi-")) {
                assert!(!visit.presence.comes(), "on {}", visit.date);
                away += 1;
            }
        }
    }
    assert!(away > 0, "the class of the tournament is placed");
    for attendance in utrecht.assessment.attendance.iter().flatten() {
        assert!(2 * attendance.comes >= attendance.counted, "half at least");
    }
    let split = utrecht.roster.admissions().iter().filter(|admitted| admitted.len() == 2).count();
    assert!(split > 0, "placements in both environments");
}

fn supervisors_serve_on_their_days_and_sides(utrecht: &Scene) {
    utrecht.assert_nobody_is_double_booked();
    let find = |id: &str| {
        let all = &utrecht.roster.supervisors;
        all.position(|one| one.id == id).expect("the supervisor")
    };
    let one_day = utrecht.teams_of(find("onderwijs-01"));
    assert!(!one_day.is_empty(), "is needed");
    assert!(one_day.iter().all(|&team| utrecht.plan.teams[team].slot.weekday == Weekday::Wed));
    let both = find("onderwijs-04");
    assert_eq!(utrecht.roster.supervisors[both].sides, [Side::Education, Side::Practice]);
    for team in &utrecht.plan.teams {
        assert_eq!(utrecht.of_side(team, Side::Education), 1, "{}", team.id);
        assert_eq!(utrecht.of_side(team, Side::Practice), 1, "{}", team.id);
    }
}
