//! Whose a row is.

use super::super::layout::{Holds, Owner, SheetSpec};
use super::rows::RowReader;
use super::{Table, report, text_of};
use crate::book::{RawRow, Value};
use leerteam_model::roster::Code;

impl RowReader<'_> {
    /// The path of the field that a row belongs to; none, with a finding, if there is none.
    pub(super) fn owner(
        &mut self,
        spec: &SheetSpec,
        owners: &[Owner],
        table: &Table,
        row: &RawRow,
    ) -> Option<String> {
        let column = |owner: &Owner| owner.column.and_then(|id| spec.column(id));
        let columns = owners.iter().filter_map(|owner| Some((column(owner)?, owner)));
        let mut columns: Vec<(usize, &Owner)> = columns.filter(|(at, _)| table.has(*at)).collect();
        columns.sort_by_key(|(at, _)| *at);
        let filled = |at: usize| *table.value(row, at) != Value::Empty;
        let named: Vec<_> = columns.iter().filter(|(at, _)| filled(*at)).collect();
        let of_roster = owners.iter().find(|owner| owner.column.is_none());
        match (named.as_slice(), of_roster) {
            ([], Some(roster)) => Some(roster.field.to_owned()),
            ([(at, owner)], _) => self.named_owner(*at, owner, table, row),
            (named, _) => {
                // Without any of the columns there is a finding of the sheet.
                let (first, _) = columns.first()?;
                let at = named.last().map_or(*first, |(at, _)| *at);
                let is_unread = |at| self.gathered.cells.contains(&table.place(row, at));
                if columns.iter().any(|(at, _)| is_unread(*at)) {
                    return None;
                }
                let code = if owners.len() == 1 { Code::Missing } else { Code::OneOfThese };
                let all: Vec<String> =
                    columns.iter().map(|(at, _)| table.place(row, *at).heading).collect();
                let details = vec![("columns", all.join(", "))];
                let details = if code == Code::Missing { Vec::new() } else { details };
                let value = table.value(row, at).to_string();
                self.gathered.add(code, table.place(row, at), &value, details);
                None
            }
        }
    }

    fn named_owner(
        &mut self,
        column: usize,
        owner: &Owner,
        table: &Table,
        row: &RawRow,
    ) -> Option<String> {
        let value = table.value(row, column);
        let place = table.place(row, column);
        match self.cells.read(Holds::Reference(owner.list), value) {
            Ok(json) => {
                let id = text_of(json.as_ref());
                if let Some(at) = self.ids.get(&(owner.list, id.clone())) {
                    return Some(format!("{}[{at}].{}", owner.list, owner.field));
                }
                // Whoever is there without an id that can be read has a finding of that.
                let is_there = self.cells.names.has(owner.list, &id);
                if !is_there && !self.gathered.unread.contains(owner.list) {
                    let details = vec![("list", owner.list.to_owned())];
                    self.gathered.add(Code::UnknownReference, place, &id, details);
                }
            }
            Err(problem) => report(&mut self.gathered, place, value, problem),
        }
        None
    }
}
