//! The sheet of participants in no team: a row for each reason.

use super::{Cell, Kind, Sheet, Table};
use crate::plan_view::PlanView;

const COLUMNS: [(&str, Kind); 7] = [
    ("plan-name", Kind::Text),
    ("plan-id", Kind::Text),
    ("plan-programme", Kind::Text),
    ("plan-institution", Kind::Text),
    ("plan-environment", Kind::Text),
    ("plan-reason", Kind::Text),
    ("plan-code", Kind::Text),
];

pub fn sheet(view: &PlanView) -> Sheet {
    let mut table = Table::new(view, "plan-sheet-left-over", &COLUMNS);
    for left in &view.plan.left_over {
        let participant = view.participant(&left.participant_id);
        let programme = participant.map(|(_, participant)| view.programme(participant));
        let institution = participant.map(|(at, _)| view.institution(at));
        for reason in &left.reasons {
            let environment = match reason.environment_id.as_str() {
                "" => String::new(),
                id => view.environment_name(id),
            };
            table.row(vec![
                Cell::text(view.participant_name(&left.participant_id)),
                Cell::text(&left.participant_id),
                Cell::text(programme.clone().unwrap_or_default()),
                Cell::text(institution.clone().unwrap_or_default()),
                Cell::text(environment),
                Cell::text(&reason.text),
                Cell::text(&reason.code),
            ]);
        }
    }
    table.finished()
}
