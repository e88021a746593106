//! The sheet of dated meetings.

use chrono::{Datelike, NaiveDate};

use super::cells::date_cell;
use super::{Cell, Kind, Sheet, Table, Tone, number};
use crate::plan_view::{PlanView, date_of};
use leerteam_wire::v1;

const COLUMNS: [(&str, Kind); 13] = [
    ("plan-date", Kind::Date),
    ("plan-week", Kind::Text),
    ("plan-weekday", Kind::Text),
    ("plan-from", Kind::Time),
    ("plan-to", Kind::Time),
    ("plan-team", Kind::Text),
    ("plan-location", Kind::Text),
    ("plan-room", Kind::Text),
    ("plan-expected", Kind::Number),
    ("plan-members-counted", Kind::Number),
    ("plan-professions", Kind::Text),
    ("plan-absent", Kind::Text),
    ("plan-absent-supervisors", Kind::Text),
];

pub fn sheet(view: &PlanView) -> Sheet {
    let mut table = Table::new(view, "plan-sheet-meetings", &COLUMNS);
    let of = |team| move |meeting| (team, meeting);
    let mut meetings: Vec<(&v1::Team, &v1::Meeting)> =
        view.plan.teams.iter().flat_map(|team| team.meetings.iter().map(of(team))).collect();
    let start = |team: &v1::Team| team.slot.as_ref().map(|slot| slot.start_time.clone());
    meetings.sort_by_cached_key(|(team, meeting)| (date_of(meeting).to_owned(), start(team)));
    for (team, meeting) in meetings {
        row(view, team, meeting, &mut table);
    }
    table.finished()
}

fn row(view: &PlanView, team: &v1::Team, meeting: &v1::Meeting, table: &mut Table) {
    let span = view.span(team);
    let absent = meeting.absent_participant_ids.iter().map(|id| view.participant_name(id));
    let away = meeting.absent_supervisor_ids.iter().map(|id| view.supervisor_name(id));
    let professions = meeting.professions.iter().map(|of| format!("{} {}", of.members, of.value));
    let (absent, away): (Vec<String>, Vec<String>) = (absent.collect(), away.collect());
    table.row(vec![
        date_cell(meeting),
        Cell::text(week(date_of(meeting))),
        Cell::text(view.weekday(team.slot.as_ref().map_or(0, |slot| slot.weekday))),
        span.map_or(Cell::Empty, |span| Cell::Time(span.start)),
        span.map_or(Cell::Empty, |span| Cell::Time(span.end)),
        Cell::text(&team.name),
        Cell::text(view.location(team)),
        Cell::text(view.room(team)),
        number(meeting.expected()),
        number(meeting.counted()),
        Cell::text(professions.collect::<Vec<String>>().join(", ")),
        Cell::text(absent.join(", ")),
        Cell::text(away.join(", ")),
    ]);
    if meeting.expected() == 0 {
        table.mark("plan-expected", Tone::Warning);
    }
    if meeting.professions.len() == 1 && is_mixed(team) {
        table.mark("plan-professions", Tone::Warning);
    }
    if !absent.is_empty() {
        table.mark("plan-absent", Tone::Warning);
    }
    if !away.is_empty() {
        table.mark("plan-absent-supervisors", Tone::Warning);
    }
}

/// Whether a team has several professions at some meeting.
fn is_mixed(team: &v1::Team) -> bool {
    team.meetings.iter().any(|meeting| meeting.professions.len() > 1)
}

/// The ISO week of a date, such as `2020-W36`.
pub fn week(date: &str) -> String {
    let date = date.parse::<NaiveDate>().map(|date| date.iso_week());
    date.map(|week| format!("{}-W{:02}", week.year(), week.week())).unwrap_or_default()
}
