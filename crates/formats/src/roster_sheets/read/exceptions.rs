//! Dated exceptions of participants and absences of supervisors, which stand on one sheet.

use serde_json::{Value as Json, json};

use super::super::fields::get;
use super::super::layout::{EXCEPTION, SheetSpec};
use super::rows::RowReader;
use super::{Table, text_of};
use crate::book::{RawRow, Value};
use leerteam_model::roster::Code;

impl RowReader<'_> {
    /// A dated exception is an absence where nothing is said, and commitments of several days are all meant.
    pub(super) fn exception(
        &mut self,
        path: &str,
        entry: &mut Json,
        spec: &SheetSpec,
        table: &Table,
        row: &RawRow,
    ) {
        let absent = EXCEPTION.words[0].1;
        let kind = text_of(entry.get("kind"));
        let is_absent = kind.is_empty() || kind == absent;
        if path.starts_with("supervisors") {
            let others =
                if is_absent { &["commitments"][..] } else { &["exception", "commitments"] };
            self.filled(others, Code::NotForSupervisors, spec, table, row);
            if let Some(fields) = entry.as_object_mut() {
                fields.remove("kind");
                fields.remove("commitmentIds");
            }
            return;
        }
        let idle = if is_absent { &["commitments"][..] } else { &["from", "until"] };
        self.filled(idle, Code::NoEffect, spec, table, row);
        if kind.is_empty() {
            entry["kind"] = json!(absent);
        }
        if let Some(ids) = entry.get("commitmentIds").and_then(Json::as_array).cloned() {
            let owner = path.rsplit_once('.').map_or("", |(owner, _)| owner).to_owned();
            let ids = ids.iter().map(|id| text_of(Some(id))).collect();
            let all = self.commitments(&owner, ids, spec, table, row);
            entry["commitmentIds"] = json!(all);
        }
    }

    /// A finding at each of these columns that is filled in.
    fn filled(
        &mut self,
        columns: &[&str],
        code: Code,
        spec: &SheetSpec,
        table: &Table,
        row: &RawRow,
    ) {
        for column in columns.iter().filter_map(|id| spec.column(id)) {
            let value = table.value(row, column);
            if *value != Value::Empty {
                let place = table.place(row, column);
                self.gathered.add(code, place, &value.to_string(), Vec::new());
            }
        }
    }

    /// Ids of commitments of a participant or of its class, as they have come to be.
    fn commitments(
        &mut self,
        owner: &str,
        ids: Vec<String>,
        spec: &SheetSpec,
        table: &Table,
        row: &RawRow,
    ) -> Vec<String> {
        let class = text_of(get(&self.json, &format!("{owner}.cohortId")));
        let cohort = self.ids.get(&("cohorts", class.clone())).map(|at| format!("cohorts[{at}]"));
        let unread = ["cohorts", "cohorts[].commitments", "participants[].commitments"];
        let unread = unread.iter().any(|list| self.gathered.unread.contains(*list))
            || (cohort.is_none() && !class.is_empty());
        let owners: Vec<String> = [Some(owner.to_owned()), cohort].into_iter().flatten().collect();
        let mut all = Vec::new();
        for id in ids {
            let parts = owners.iter().filter_map(|of| self.parts.get(&(of.clone(), id.clone())));
            let parts: Vec<String> = parts.flatten().cloned().collect();
            let is_known = unread
                || self.nobodys.contains(&id)
                || owners.iter().any(|of| self.has_commitment(of, &id));
            if parts.is_empty() && !is_known {
                let column = spec.column("commitments").unwrap_or_default();
                let place = table.place(row, column);
                self.gathered.add(Code::UnknownCommitment, place, &id, Vec::new());
            }
            all.extend(if parts.is_empty() { vec![id] } else { parts });
        }
        all
    }

    /// Whether somebody has a commitment with this id; those without one go by their places.
    fn has_commitment(&self, owner: &str, id: &str) -> bool {
        let list = get(&self.json, &format!("{owner}.commitments")).and_then(Json::as_array);
        let mut commitments = (1..).zip(list.into_iter().flatten());
        commitments.any(|(number, commitment): (usize, _)| {
            let own = text_of(commitment.get("id"));
            if own.is_empty() { number.to_string() == id } else { own == id }
        })
    }
}
