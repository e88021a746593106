//! The sheet of what gives way to meetings: lessons to move and duty to leave.

use chrono::NaiveDate;

use super::{Cell, Kind, Sheet, Table};
use crate::plan_view::PlanView;
use leerteam_messages::commitment_text;
use leerteam_model::roster::Commitment;
use leerteam_wire::v1;

const COLUMNS: [(&str, Kind); 8] = [
    ("plan-whose", Kind::Text),
    ("plan-institution", Kind::Text),
    ("plan-commitment", Kind::Text),
    ("plan-team", Kind::Text),
    ("plan-for-whom", Kind::Text),
    ("plan-first-date", Kind::Date),
    ("plan-last-date", Kind::Date),
    ("plan-dates", Kind::Text),
];

pub fn sheet(view: &PlanView) -> Sheet {
    let mut table = Table::new(view, "plan-sheet-displaced", &COLUMNS);
    for displaced in &view.plan.displaced_commitments {
        row(view, displaced, &mut table);
    }
    table.finished()
}

fn row(view: &PlanView, displaced: &v1::DisplacedCommitment, table: &mut Table) {
    let people = &displaced.participant_ids;
    let names: Vec<String> = people.iter().map(|id| view.participant_name(id)).collect();
    let cohort = view.roster.cohorts.iter().find(|of| of.id == displaced.cohort_id);
    let person = people.first().and_then(|id| view.participant(id));
    let own = person.map_or(&[][..], |(_, person)| &person.commitments);
    let list = cohort.map_or(own, |cohort| &cohort.commitments);
    let commitment: Option<&Commitment> = list.iter().find(|of| of.id == displaced.commitment_id);
    if let (Some((at, _)), Some(commitment)) = (person, commitment)
        && !view.shows_commitment(at, commitment)
    {
        return;
    }
    let named = commitment.map(|commitment| commitment_text(view.messages, commitment));
    let date = |date: Option<&String>| match date.map(|date| date.parse::<NaiveDate>()) {
        Some(Ok(date)) => Cell::Date(date),
        _ => Cell::Empty,
    };
    table.row(vec![
        Cell::text(cohort.map_or_else(|| names.join(", "), |cohort| cohort.name.clone())),
        Cell::text(person.map(|(at, _)| view.institution(at)).unwrap_or_default()),
        Cell::text(named.unwrap_or_else(|| displaced.commitment_id.clone())),
        Cell::text(view.team_name(&displaced.team_id)),
        Cell::text(names.join(", ")),
        date(displaced.dates.first()),
        date(displaced.dates.last()),
        Cell::text(displaced.dates.join(", ")),
    ]);
}
