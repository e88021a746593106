//! The first sheet of an organisation: what the plan asks of it, and what is in the other sheets.

use std::collections::BTreeSet;

use super::{Cell, Sheet, Table, Tone};
use crate::organisations::Own;
use crate::plan_view::PlanView;
use leerteam_wire::v1;

/// Minutes in an hour.
const HOUR: u32 = 60;

pub fn sheet(view: &PlanView, own: &Own, sheets: &[(&str, Sheet)]) -> Sheet {
    let mut table = Table::new(view, "plan-sheet-overview", &[]);
    let line = |table: &mut Table, key: &str, value: Cell| {
        table.row(vec![Cell::text(view.text(key, &[])), value]);
    };
    let count = |number: usize| Cell::number(number as u32);
    let organisation = view.roster.organisations[own.organisation].name.as_str();
    let names = [("organisation", organisation), ("roster", &view.plan.roster_id)];
    heading(&mut table, view.text("plan-title-organisation", &names));
    let period = &view.roster.period;
    line(&mut table, "plan-first-date", Cell::Date(period.first));
    line(&mut table, "plan-last-date", Cell::Date(period.last));

    let left_over = view.plan.left_over.len();
    line(&mut table, "plan-teams", count(view.plan.teams.len()));
    line(&mut table, "plan-participants", count(own.participants.len()));
    line(&mut table, "plan-placed", count(own.participants.len() - left_over));
    line(&mut table, "plan-left-over", count(left_over));
    table.mark_at(1, if left_over == 0 { Tone::Good } else { Tone::Bad });

    line(&mut table, "plan-supervising", count(view.plan.supervisor_loads.len()));
    line(&mut table, "plan-hours", Cell::number(minutes_supervised(view, own).div_ceil(HOUR)));
    line(&mut table, "plan-hosted", count(meetings_hosted(view, own)));
    let displaced = sheets.iter().find(|(about, _)| *about == "plan-about-displaced");
    let displaced = displaced.map_or(0, |(_, sheet)| sheet.rows.len());
    line(&mut table, "plan-sheet-displaced", count(displaced));
    if displaced > 0 {
        table.mark_at(1, Tone::Warning);
    }
    let broken = view.plan.broken_requirements.iter().map(|broken| broken.count).sum::<i32>();
    line(&mut table, "plan-broken", super::number(broken));
    table.mark_at(1, if broken == 0 { Tone::Good } else { Tone::Bad });

    table.row(Vec::new());
    heading(&mut table, view.text("plan-contents", &[]));
    for (about, sheet) in sheets {
        let link = Cell::Link(sheet.name.clone(), sheet.name.clone(), 0, 0);
        table.row(vec![link, Cell::text(view.text(about, &[]))]);
    }
    table.sheet
}

fn heading(table: &mut Table, text: String) {
    table.row(vec![Cell::text(text)]);
    table.mark_at(0, Tone::Heading);
}

/// Minutes of meetings in the whole period, for each of the organisation's supervisors.
fn minutes_supervised(view: &PlanView, own: &Own) -> u32 {
    let of = own.supervisors.iter().map(|&at| view.roster.supervisors[at].id.as_str());
    let of: BTreeSet<&str> = of.collect();
    let minutes = |team: &v1::Team| {
        let serving = team.supervisors.iter().map(|of| of.supervisor_id.as_str());
        // Who serves both sides is there once.
        let serving: BTreeSet<&str> = serving.filter(|id| of.contains(id)).collect();
        let form = view.environment(&team.environment_id).map(|environment| &environment.form);
        let length = form.map_or(0, |form| form.duration);
        let there = |meeting: &v1::Meeting| {
            let is_away = |id: &&&str| meeting.absent_supervisor_ids.iter().any(|of| of == *id);
            serving.iter().filter(|id| !is_away(id)).count() as u32
        };
        team.meetings.iter().map(there).sum::<u32>() * length
    };
    view.plan.teams.iter().map(minutes).sum()
}

/// Meetings at locations of the organisation.
fn meetings_hosted(view: &PlanView, own: &Own) -> usize {
    let locations = own.locations.iter().map(|&at| view.roster.locations[at].id.as_str());
    let locations: BTreeSet<&str> = locations.collect();
    let is_here = |team: &&v1::Team| {
        team.slot.as_ref().is_some_and(|slot| locations.contains(slot.location_id.as_str()))
    };
    view.plan.teams.iter().filter(is_here).map(|team| team.meetings.len()).sum()
}
