//! The sheet of participants: those in a team, team by team, and then those left over.

use std::collections::HashMap;

use super::{Cell, Kind, Sheet, Table, Tone, number};
use crate::plan_view::PlanView;
use leerteam_wire::v1;

/// The states in the order of their columns.
const STATES: [v1::AttendanceState; 7] = [
    v1::AttendanceState::Absent,
    v1::AttendanceState::LessonMoved,
    v1::AttendanceState::DutyLeft,
    v1::AttendanceState::OnSite,
    v1::AttendanceState::Adjacent,
    v1::AttendanceState::OtherSite,
    v1::AttendanceState::ExtraTrip,
];

const COLUMNS: [(&str, Kind); 21] = [
    ("plan-name", Kind::Text),
    ("plan-id", Kind::Text),
    ("plan-programme", Kind::Text),
    ("plan-institution", Kind::Text),
    ("plan-cohort", Kind::Text),
    ("plan-team", Kind::Text),
    ("plan-slot", Kind::Text),
    ("plan-location", Kind::Text),
    ("plan-counted", Kind::Number),
    ("plan-comes", Kind::Number),
    ("state-1", Kind::Number),
    ("state-2", Kind::Number),
    ("state-3", Kind::Number),
    ("state-4", Kind::Number),
    ("state-5", Kind::Number),
    ("state-6", Kind::Number),
    ("state-7", Kind::Number),
    ("plan-long-days", Kind::Number),
    ("plan-broken", Kind::Number),
    ("plan-points", Kind::Number),
    ("plan-why-left-over", Kind::Text),
];

pub fn sheet(view: &PlanView) -> Sheet {
    let mut table = Table::new(view, "plan-sheet-members", &COLUMNS);
    let scores = view.plan.score.iter().flat_map(|score| &score.people);
    let scores: HashMap<&str, &v1::PersonScore> = scores
        .filter(|score| !score.participant_id.is_empty())
        .map(|score| (score.participant_id.as_str(), score))
        .collect();
    let score = |id: &str| {
        let score = scores.get(id);
        score.map_or((0, 0), |score| (score.broken_requirements(), score.points()))
    };
    for team in &view.plan.teams {
        let (slot, location) = (view.slot(team), view.location(team));
        let shown = |member: &&v1::Member| view.shows_participant(&member.participant_id);
        for member in team.members.iter().filter(shown) {
            let mut cells = person(view, &member.participant_id);
            cells.extend([&team.name, &slot, &location].map(Cell::text));
            let (broken, points) = score(&member.participant_id);
            cells.extend(attendance(member));
            cells.extend([number(broken), number(points), Cell::Empty]);
            table.row(cells);
            for (state, heading, tone) in [
                (v1::AttendanceState::Absent, "state-1", Tone::Bad),
                (v1::AttendanceState::LessonMoved, "state-2", Tone::Warning),
                (v1::AttendanceState::DutyLeft, "state-3", Tone::Warning),
            ] {
                if meetings_in(member, state) > 0 {
                    table.mark(heading, tone);
                }
            }
        }
    }
    for left in &view.plan.left_over {
        let mut cells = person(view, &left.participant_id);
        let (broken, points) = score(&left.participant_id);
        cells.push(Cell::text(view.text("plan-no-team", &[])));
        cells.resize(COLUMNS.len() - 3, Cell::Empty);
        let reasons: Vec<&str> = left.reasons.iter().map(|reason| reason.text.as_str()).collect();
        cells.extend([number(broken), number(points), Cell::text(reasons.join("\n"))]);
        table.row(cells);
        table.mark("plan-team", Tone::Bad);
    }
    table.finished()
}

/// Who it is: name, id, programme, institution, cohort.
fn person(view: &PlanView, id: &str) -> Vec<Cell> {
    let Some((at, participant)) = view.participant(id) else {
        return vec![Cell::text(id), Cell::text(id), Cell::Empty, Cell::Empty, Cell::Empty];
    };
    let cohort = participant.cohort.map(|cohort| view.roster.cohorts[cohort].name.as_str());
    vec![
        Cell::text(&participant.name),
        Cell::text(id),
        Cell::text(view.programme(participant)),
        Cell::text(view.institution(at)),
        Cell::text(cohort.unwrap_or_default()),
    ]
}

/// Counted meetings, those to which the member comes, those in each state, and those on a long day.
fn attendance(member: &v1::Member) -> Vec<Cell> {
    let absent = meetings_in(member, v1::AttendanceState::Absent);
    let mut cells = vec![
        number(member.counted_meetings()),
        number(member.counted_meetings().saturating_sub(absent)),
    ];
    cells.extend(STATES.map(|state| number_or_empty(meetings_in(member, state))));
    cells.push(number_or_empty(member.states.iter().map(|count| count.long_days).sum()));
    cells
}

/// A number of meetings; an empty cell for none, so that what there is stands out.
fn number_or_empty(meetings: i32) -> Cell {
    if meetings == 0 { Cell::Empty } else { number(meetings) }
}

fn meetings_in(member: &v1::Member, state: v1::AttendanceState) -> i32 {
    member.states.iter().filter(|count| count.state() == state).map(|count| count.meetings).sum()
}
