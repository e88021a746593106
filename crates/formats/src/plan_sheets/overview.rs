//! The first sheet: what the plan comes to, and what is in the other sheets.

use super::cells::percent;
use super::{Cell, Sheet, Table, Tone, number};
use crate::plan_view::PlanView;
use leerteam_messages::percentage;

pub fn sheet(view: &PlanView, sheets: &[Sheet]) -> Sheet {
    let mut table = Table::new(view, "plan-sheet-overview", &[]);
    let heading = |table: &mut Table, text: String| {
        table.row(vec![Cell::text(text)]);
        table.mark_at(0, Tone::Heading);
    };
    let line = |table: &mut Table, key: &str, value: Cell| {
        table.row(vec![Cell::text(view.text(key, &[])), value]);
    };
    heading(&mut table, view.text("plan-title", &[("roster", &view.plan.roster_id)]));

    let period = &view.roster.period;
    line(&mut table, "plan-first-date", Cell::Date(period.first));
    line(&mut table, "plan-last-date", Cell::Date(period.last));
    line(&mut table, "plan-time-zone", Cell::text(period.zone.name()));

    let teams = &view.plan.teams;
    let placed: usize = teams.iter().map(|team| team.members.len()).sum();
    let left_over = view.plan.left_over.len();
    line(&mut table, "plan-teams", Cell::number(teams.len() as u32));
    line(&mut table, "plan-participants", Cell::number(view.roster.participants.len() as u32));
    line(&mut table, "plan-placed", Cell::number(placed as u32));
    line(&mut table, "plan-left-over", Cell::number(left_over as u32));
    table.mark_at(1, if left_over == 0 { Tone::Good } else { Tone::Bad });

    let meetings = || teams.iter().flat_map(|team| &team.meetings);
    let counted = meetings().map(|meeting| meeting.counted()).sum();
    let expected = meetings().map(|meeting| meeting.expected()).sum();
    line(&mut table, "plan-meeting-count", Cell::number(meetings().count() as u32));
    line(&mut table, "plan-attendance", percent(expected, counted));

    if let Some(score) = &view.plan.score {
        line(&mut table, "plan-broken", number(score.broken_requirements()));
        table.mark_at(1, if score.broken_requirements() == 0 { Tone::Good } else { Tone::Bad });
        line(&mut table, "plan-points", number(score.points()));
    }
    if let Some(bound) = &view.plan.bound {
        line(&mut table, "plan-bound-broken", number(bound.broken_requirements()));
        line(&mut table, "plan-bound-points", number(bound.points()));
        line(&mut table, "plan-gap", Cell::text(format!("{} %", percentage(view.plan.gap()))));
    }
    line(&mut table, "plan-outcome", Cell::text(view.outcome()));

    table.row(Vec::new());
    heading(&mut table, view.text("plan-contents", &[]));
    let about = [
        "plan-about-teams",
        "plan-about-members",
        "plan-about-supervisors",
        "plan-about-meetings",
        "plan-about-weeks",
        "plan-about-displaced",
        "plan-about-left-over",
        "plan-about-broken",
        "plan-about-score",
    ];
    for (sheet, about) in sheets.iter().zip(about) {
        let link = Cell::Link(sheet.name.clone(), sheet.name.clone(), 0, 0);
        table.row(vec![link, Cell::text(view.text(about, &[]))]);
    }
    table.sheet
}
