//! The sheet with a row for each location and week: which teams meet there on which day.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::meetings::week;
use super::{Cell, Kind, Sheet, Table};
use crate::plan_view::{PlanView, date_of};
use leerteam_wire::v1;

pub fn sheet(view: &PlanView) -> Sheet {
    let columns = [("plan-location", Kind::Text), ("plan-week", Kind::Text)];
    let mut table = Table::new(view, "plan-sheet-weeks", &columns);
    let slots = view.plan.teams.iter().filter_map(|team| team.slot.as_ref());
    let days: BTreeSet<i32> = slots.map(|slot| slot.weekday).collect();
    days.iter().for_each(|&day| table.column("day", view.weekday(day)));

    let locations = view.roster.locations.iter().map(|location| location.id.as_str());
    let order: HashMap<&str, usize> = locations.zip(0..).collect();
    // By location as in the roster, those on line last; then by week, day and start.
    type Row<'a> = BTreeMap<i32, Vec<(&'a str, String)>>;
    let mut rows: BTreeMap<(usize, String), (String, Row)> = BTreeMap::new();
    for team in &view.plan.teams {
        let Some(slot) = &team.slot else { continue };
        let place = order.get(slot.location_id.as_str()).copied().unwrap_or(usize::MAX);
        let (location, entry) = (view.location(team), entry(view, team));
        for meeting in &team.meetings {
            let row = rows.entry((place, week(date_of(meeting))));
            let (_, row) = row.or_insert_with(|| (location.clone(), Row::new()));
            row.entry(slot.weekday).or_default().push((&slot.start_time, entry.clone()));
        }
    }
    for ((_, week), (location, mut row)) in rows {
        let mut cells = vec![Cell::text(location), Cell::text(week)];
        cells.extend(days.iter().map(|day| {
            let mut entries = row.remove(day).unwrap_or_default();
            entries.sort_by_key(|&(start, _)| start);
            let entries: Vec<String> = entries.into_iter().map(|(_, entry)| entry).collect();
            Cell::text(entries.join("\n"))
        }));
        table.row(cells);
    }
    table.finished()
}

/// `14:30-15:30 Leerteam Supernova (Teamkamer)`
fn entry(view: &PlanView, team: &v1::Team) -> String {
    let time = view.span(team).map(|span| span.to_string()).unwrap_or_default();
    match view.room(team).as_str() {
        "" => format!("{time} {}", team.name),
        room => format!("{time} {} ({room})", team.name),
    }
}
