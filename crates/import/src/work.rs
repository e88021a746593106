//! What all parts of an import share: answers, questions, findings, and the roster as it grows.

use std::collections::{BTreeMap, HashSet};

use serde_json::Value as Json;

use super::lexicon::Lexicon;
use super::mapping::Mapping;
use super::meaning::Meaning;
use super::preview::{Assumption, Preview};
use super::question::Question;
use super::table::Table;
use leerteam_formats::book::{RawRow, Value};
use leerteam_formats::roster_sheets::layout::Holds;
use leerteam_formats::roster_sheets::parse::Problem;
use leerteam_formats::roster_sheets::read::{Cells, Names};
use leerteam_messages::Messages;
use leerteam_model::roster::{CellPlace, Clock, Code, Finding, Severity};
use leerteam_wire::v1;

/// An import while it is under way.
pub struct Work<'a> {
    /// Texts.
    pub messages: &'a Messages,
    /// The words by which things are recognised.
    pub lexicon: &'a Lexicon,
    /// The answers that are known, and what was recognised.
    pub mapping: Mapping,
    /// What nobody has answered yet.
    pub questions: Vec<Question>,
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// How each file was read.
    pub previews: Vec<Preview>,
    /// What was taken without asking.
    pub assumptions: Vec<Assumption>,
    /// The roster.
    pub roster: v1::Roster,
    /// The hours of parts of days that the files themselves tell.
    pub stated_hours: BTreeMap<String, (Clock, Clock)>,
    /// Participants and classes of which commitments were read, with what a file says of them in place of what
    /// stood there: list and id.
    pub restated: HashSet<(&'static str, String)>,
    /// Ids that have lost the zeros before them: where, what stands there, and whose id it is.
    pub lost_zeros: Vec<(CellPlace, String, String)>,
    /// Supervisors that a file tells of.
    pub seen_supervisors: HashSet<String>,
    /// Where participants have their internship, by id.
    pub internships: BTreeMap<String, Vec<String>>,
    /// Participants that a file lists.
    pub listed: HashSet<String>,
    names: Names,
}

impl<'a> Work<'a> {
    /// Begins with the roster that is there.
    pub fn new(
        lexicon: &'a Lexicon,
        messages: &'a Messages,
        mapping: &Mapping,
        roster: v1::Roster,
    ) -> Work<'a> {
        Work {
            messages,
            lexicon,
            mapping: mapping.clone(),
            questions: Vec::new(),
            findings: Vec::new(),
            previews: Vec::new(),
            assumptions: Vec::new(),
            roster,
            stated_hours: BTreeMap::new(),
            restated: HashSet::new(),
            lost_zeros: Vec::new(),
            seen_supervisors: HashSet::new(),
            internships: BTreeMap::new(),
            listed: HashSet::new(),
            names: Names::default(),
        }
    }

    /// A text.
    pub fn text(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.messages.text(key, arguments)
    }

    /// The answer to a question, as `read` understands it; nothing once it is asked.
    pub fn ask<T>(&mut self, question: Question, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let path: Vec<&str> = question.path.iter().map(String::as_str).collect();
        let known = self.mapping.get(&path);
        if let Some(answer) = known.as_deref().and_then(|answer| read(answer.trim())) {
            return Some(answer);
        }
        if !self.questions.iter().any(|asked| asked.path == question.path) {
            let refused = known.unwrap_or_default();
            self.questions.push(Question { refused, ..question });
        }
        None
    }

    /// The answer that is known under a key, as `read` understands it; what it does not understand is a finding.
    pub fn setting<T>(&mut self, path: &[&str], read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let answer = self.mapping.get(path)?;
        let value = read(answer.trim());
        if value.is_none() {
            let key = super::mapping::key_text(path);
            self.add(Finding::new(Code::AnswerUnread, key, answer, Vec::new()));
        }
        value
    }

    /// Adds a finding, each once.
    pub fn add(&mut self, finding: Finding) {
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    /// Adds a finding at a cell.
    pub fn at(
        &mut self,
        code: Code,
        place: CellPlace,
        value: impl ToString,
        details: &[(&'static str, String)],
    ) {
        self.add(Finding::at_cell(code, place, value, details.to_vec()));
    }

    /// What stands in a cell, as what it holds; what cannot be read is a finding.
    pub fn read(&mut self, table: &Table, row: &RawRow, column: u32, holds: Holds) -> Option<Json> {
        let value = row.value(column);
        let cells =
            Cells { words: &self.lexicon.words, names: &self.names, messages: self.messages };
        let read = cells.read(holds, value);
        self.noted(table, row, column, read)?
    }

    /// What stands in a cell as text.
    pub fn cell_text(&mut self, table: &Table, row: &RawRow, column: u32) -> Option<String> {
        let json = self.read(table, row, column, Holds::Id)?;
        json.as_str().map(str::to_owned).filter(|text| !text.is_empty())
    }

    /// What was read, or nothing with a finding at the cell.
    pub fn noted<T>(
        &mut self,
        table: &Table,
        row: &RawRow,
        column: u32,
        read: Result<T, Problem>,
    ) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(Problem { code, details }) => {
                let value = row.value(column).to_string();
                self.at(code, table.place(row, column), value, &details);
                None
            }
        }
    }

    /// Whether anything is in the way of a roster.
    pub fn is_unfinished(&self) -> bool {
        let is_error = |finding: &Finding| finding.code.severity() == Severity::Error;
        !self.questions.is_empty() || self.findings.iter().any(is_error)
    }
}

impl Work<'_> {
    /// Says once for each sheet that ids have lost the zeros before them.
    pub fn report_lost_zeros(&mut self) {
        let mut by_sheet: BTreeMap<String, Vec<(CellPlace, String, String)>> = BTreeMap::new();
        for lost in std::mem::take(&mut self.lost_zeros) {
            by_sheet.entry(lost.0.sheet.clone()).or_default().push(lost);
        }
        for (_, mut lost) in by_sheet {
            lost.sort();
            lost.dedup();
            let count = lost.len().to_string();
            let (place, text, id) = lost.swap_remove(0);
            self.at(Code::LostZeros, place, text, &[("id", id), ("count", count)]);
        }
    }

    /// Says that a remark of somebody is not read.
    pub fn report_remarks(&mut self, table: &Table, row: &RawRow, name: &str) {
        for column in table.columns_of(Meaning::Remark) {
            let value = row.value(column.at);
            if is_filled(value) {
                let details = [("name", name.to_owned())];
                self.at(Code::RemarkUnread, table.place(row, column.at), value, &details);
            }
        }
    }
}

/// A value of the message from what the reader of workbooks makes of it.
pub fn message<T: serde::de::DeserializeOwned>(json: Json) -> Option<T> {
    serde_json::from_value(json).ok()
}

/// Whether a cell has anything in it.
pub fn is_filled(value: &Value) -> bool {
    *value != Value::Empty
}
