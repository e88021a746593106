//! The sheet of supervisors, those without a team among them.

use std::collections::HashMap;

use super::{Cell, Kind, Sheet, Table, Tone};
use crate::plan_view::PlanView;
use leerteam_wire::v1;

const COLUMNS: [(&str, Kind); 9] = [
    ("plan-name", Kind::Text),
    ("plan-id", Kind::Text),
    ("plan-sides", Kind::Text),
    ("plan-organisations", Kind::Text),
    ("plan-team-count", Kind::Number),
    ("plan-teams", Kind::Text),
    ("plan-minutes", Kind::Number),
    ("plan-minutes-available", Kind::Number),
    ("plan-points", Kind::Number),
];

pub fn sheet(view: &PlanView) -> Sheet {
    let mut table = Table::new(view, "plan-sheet-supervisors", &COLUMNS);
    let loads: HashMap<&str, &v1::SupervisorLoad> =
        view.plan.supervisor_loads.iter().map(|load| (load.supervisor_id.as_str(), load)).collect();
    let people = view.plan.score.iter().flat_map(|score| &score.people);
    let points: HashMap<&str, i32> =
        people.map(|score| (score.supervisor_id.as_str(), score.points())).collect();
    let all = view.roster.supervisors.iter_enumerated();
    for (_, supervisor) in all.filter(|&(at, _)| view.shows_supervisor(at)) {
        let load = loads.get(supervisor.id.as_str());
        let minutes = load.map_or(0, |load| load.minutes_per_week);
        let teams = load.map_or(&[][..], |load| &load.team_ids);
        let sides = supervisor.sides.iter();
        let sides = sides.map(|side| view.text(&format!("side-{}", side.as_str()), &[]));
        let organisations = supervisor.organisations.iter();
        let organisations = organisations.map(|&at| view.roster.organisations[at].name.as_str());
        table.row(vec![
            Cell::text(&supervisor.name),
            Cell::text(&supervisor.id),
            Cell::text(sides.collect::<Vec<String>>().join(", ")),
            Cell::text(organisations.collect::<Vec<&str>>().join("\n")),
            Cell::number(teams.len() as u32),
            Cell::text(
                teams.iter().map(|id| view.team_and_slot(id)).collect::<Vec<_>>().join("\n"),
            ),
            Cell::number(minutes),
            Cell::number(supervisor.minutes_per_week),
            Cell::number(points.get(supervisor.id.as_str()).copied().unwrap_or_default()),
        ]);
        if i64::from(minutes) > i64::from(supervisor.minutes_per_week) {
            table.mark("plan-minutes", Tone::Bad);
        }
    }
    table.finished()
}
