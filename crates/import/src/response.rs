//! What came of an import as the message of the API, which is also what the command prints as JSON.

use super::{Assumption, Changes, Choice, Imported, Need, Preview, PreviewColumn, Question};
use leerteam_messages::Messages;
use leerteam_wire::{v1, write_finding};

impl Imported {
    /// The message, with the texts of findings.
    pub fn response(self, messages: &Messages) -> v1::ImportRosterResponse {
        v1::ImportRosterResponse {
            complete: self.is_whole(),
            answers: self.mapping.answers().into_iter().collect(),
            roster: Some(self.roster),
            files: self.files.into_iter().map(preview).collect(),
            questions: self.questions.into_iter().map(question).collect(),
            assumed: self.assumed.into_iter().map(assumption).collect(),
            findings: self.findings.iter().map(|of| write_finding(of, messages)).collect(),
            needs: self.needs.into_iter().map(need).collect(),
            changes: self.changes.into_iter().map(changes).collect(),
        }
    }
}

fn preview(of: Preview) -> v1::SourcePreview {
    let Preview { file, sheet, about, rows, columns, notes } = of;
    let columns = columns.into_iter().map(column).collect();
    // No file has more rows than a number of this kind can count.
    let rows = i32::try_from(rows).unwrap_or(i32::MAX);
    v1::SourcePreview { file, sheet, about, rows, columns, notes }
}

fn column(of: PreviewColumn) -> v1::SourceColumn {
    let PreviewColumn { column, heading, taken_for, first_values } = of;
    v1::SourceColumn { column, heading, taken_for, first_values }
}

fn question(of: Question) -> v1::ImportQuestion {
    let Question { key, text, choices, suggestion, refused, .. } = of;
    let choice = |Choice { answer, text }| v1::ImportChoice { answer, text };
    let choices = choices.into_iter().map(choice).collect();
    v1::ImportQuestion { key, text, choices, suggestion, refused }
}

fn assumption(of: Assumption) -> v1::ImportAssumption {
    v1::ImportAssumption { key: of.key, text: of.text }
}

fn need(of: Need) -> v1::ImportNeed {
    v1::ImportNeed { blocks: of.blocks, text: of.text }
}

fn changes(of: Changes) -> v1::ImportChanges {
    let Changes { list, new, changed, gone } = of;
    v1::ImportChanges { list, new, changed, gone }
}
