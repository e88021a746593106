//! The sheet of teams.

use std::collections::HashMap;

use super::cells::{date_cell, percent};
use super::{Cell, Kind, Sheet, Table, Tone, number};
use crate::plan_view::{PlanView, counted};
use leerteam_model::roster::ParticipantIx;
use leerteam_wire::v1;

const COLUMNS: [(&str, Kind); 20] = [
    ("plan-team", Kind::Text),
    ("plan-id", Kind::Text),
    ("plan-environment", Kind::Text),
    ("plan-slot", Kind::Text),
    ("plan-location", Kind::Text),
    ("plan-room", Kind::Text),
    ("plan-theme", Kind::Text),
    ("plan-supervisors", Kind::Text),
    ("plan-member-count", Kind::Number),
    ("plan-programmes", Kind::Text),
    ("plan-fields", Kind::Text),
    ("plan-levels", Kind::Text),
    ("plan-meeting-count", Kind::Number),
    ("plan-first", Kind::Date),
    ("plan-last", Kind::Date),
    ("plan-attendance", Kind::Number),
    ("plan-fewest", Kind::Number),
    ("plan-fewest-on", Kind::Date),
    ("plan-broken", Kind::Number),
    ("plan-points", Kind::Number),
];

pub fn sheet(view: &PlanView) -> Sheet {
    let mut table = Table::new(view, "plan-sheet-teams", &COLUMNS);
    let scores = view.plan.score.iter().flat_map(|score| &score.teams);
    let scores: HashMap<&str, &v1::TeamScore> =
        scores.map(|score| (score.team_id.as_str(), score)).collect();
    for team in &view.plan.teams {
        row(view, team, scores.get(team.id.as_str()).copied(), &mut table);
    }
    table.finished()
}

fn row(view: &PlanView, team: &v1::Team, score: Option<&v1::TeamScore>, table: &mut Table) {
    let members = || team.members.iter().filter_map(|m| view.participant(&m.participant_id));
    let of = |name: &str| {
        let value = |at: ParticipantIx| view.roster.attribute(at, name).map(String::from);
        counted(members().filter_map(|(at, _)| value(at)))
    };
    let counted_meetings: i32 = team.meetings.iter().map(|meeting| meeting.counted()).sum();
    let expected: i32 = team.meetings.iter().map(|meeting| meeting.expected()).sum();
    let fewest = team.meetings.iter().min_by_key(|meeting| meeting.expected());
    let theme = view.roster.themes.iter().find(|(id, _)| *id == team.theme_id);
    let (broken, points) = score.map_or((0, 0), |s| (s.broken_requirements(), s.points()));
    table.row(vec![
        Cell::text(&team.name),
        Cell::text(&team.id),
        Cell::text(view.environment_name(&team.environment_id)),
        Cell::text(view.slot(team)),
        Cell::text(view.location(team)),
        Cell::text(view.room(team)),
        Cell::text(theme.map_or("", |(_, name)| name.as_str())),
        Cell::text(supervisors(view, team)),
        Cell::number(team.members.len() as u32),
        Cell::text(counted(members().map(|(_, participant)| view.programme(participant)))),
        Cell::text(of("field")),
        Cell::text(of("level-group")),
        Cell::number(team.meetings.len() as u32),
        team.meetings.first().map_or(Cell::Empty, date_cell),
        team.meetings.last().map_or(Cell::Empty, date_cell),
        percent(expected, counted_meetings),
        fewest.map_or(Cell::Empty, |meeting| number(meeting.expected())),
        fewest.map_or(Cell::Empty, date_cell),
        number(broken),
        number(points),
    ]);
    if expected < counted_meetings {
        table.mark("plan-attendance", Tone::Warning);
    }
    if broken > 0 {
        table.mark("plan-broken", Tone::Bad);
    }
}

/// Each with the side, a line each.
fn supervisors(view: &PlanView, team: &v1::Team) -> String {
    let one = |supervisor: &v1::TeamSupervisor| {
        let side = match supervisor.side() {
            v1::Side::Education => view.text("side-education", &[]),
            _ => view.text("side-practice", &[]),
        };
        format!("{} ({side})", view.supervisor_name(&supervisor.supervisor_id))
    };
    team.supervisors.iter().map(one).collect::<Vec<String>>().join("\n")
}
