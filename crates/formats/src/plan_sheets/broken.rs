//! The sheet of requirements that do not hold, with the causes.

use super::{Cell, Kind, Sheet, Table, number};
use crate::plan_view::PlanView;

const COLUMNS: [(&str, Kind); 6] = [
    ("plan-rule", Kind::Text),
    ("plan-count", Kind::Number),
    ("plan-team", Kind::Text),
    ("plan-participant", Kind::Text),
    ("plan-supervisor", Kind::Text),
    ("plan-cause", Kind::Text),
];

pub fn sheet(view: &PlanView) -> Sheet {
    let mut table = Table::new(view, "plan-sheet-broken", &COLUMNS);
    let named = |id: &str, name: &dyn Fn(&str) -> String| match id {
        "" => Cell::Empty,
        id => Cell::text(name(id)),
    };
    for broken in &view.plan.broken_requirements {
        table.row(vec![
            Cell::text(view.rule_name(&broken.rule_id)),
            number(broken.count),
            named(&broken.team_id, &|id| view.team_name(id)),
            named(&broken.participant_id, &|id| view.participant_name(id)),
            named(&broken.supervisor_id, &|id| view.supervisor_name(id)),
            Cell::text(&broken.text),
        ]);
    }
    table.finished()
}
