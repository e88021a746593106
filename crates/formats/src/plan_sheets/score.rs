//! The sheet of the score, rule by rule, with the total below.

use super::{Cell, Kind, Sheet, Table, Tone, number};
use crate::plan_view::PlanView;

const COLUMNS: [(&str, Kind); 4] = [
    ("plan-rule", Kind::Text),
    ("plan-id", Kind::Text),
    ("plan-broken", Kind::Number),
    ("plan-points", Kind::Number),
];

pub fn sheet(view: &PlanView) -> Sheet {
    let mut table = Table::new(view, "plan-sheet-score", &COLUMNS);
    let Some(score) = &view.plan.score else { return table.finished() };
    for rule in &score.rules {
        table.row(vec![
            Cell::text(view.rule_name(&rule.rule_id)),
            Cell::text(&rule.rule_id),
            number(rule.broken_requirements()),
            number(rule.points()),
        ]);
        if rule.broken_requirements() > 0 {
            table.mark("plan-broken", Tone::Bad);
        }
    }
    table.row(vec![
        Cell::text(view.text("cli-total", &[])),
        Cell::Empty,
        number(score.broken_requirements()),
        number(score.points()),
    ]);
    for column in 0..COLUMNS.len() {
        table.mark_at(column, Tone::Heading);
    }
    table.finished()
}
