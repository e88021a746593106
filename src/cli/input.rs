//! Reads rosters and plans from files and reports what is wrong with them.

use std::path::{Path, PathBuf};

use comfy_table::{ContentArrangement, Table, presets};

use super::Exit;
use super::arguments::Output;
use crate::formats::{from_json, to_json};
use crate::messages::{Messages, finding_text};
use crate::plan::Plan;
use crate::roster::{Finding, Roster, Severity};
use crate::wire::{read_plan, read_roster, v1, write_finding};

/// What reading needs: texts, and how to answer.
pub struct Reader<'a> {
    /// Texts.
    pub messages: &'a Messages,
    /// How to answer.
    pub output: &'a Output,
}

impl Reader<'_> {
    /// A roster as it stands in the file, with the plan in another file as its base plan.
    pub fn wire_roster(&self, path: &Path, base: Option<&PathBuf>) -> Result<v1::Roster, Exit> {
        let mut roster: v1::Roster = self.message(path)?;
        if let Some(base) = base {
            roster.base_plan = Some(self.message(base)?);
        }
        Ok(roster)
    }

    /// A roster that can be planned; warnings are reported, errors end the command.
    pub fn roster(&self, wire: &v1::Roster) -> Result<Roster, Exit> {
        let (roster, findings) = read_roster(wire);
        if roster.is_none() {
            return Err(self.fail(&findings));
        }
        self.report(&findings);
        roster.ok_or(Exit::Findings)
    }

    /// A plan for a roster.
    pub fn plan(&self, roster: &Roster, path: &Path) -> Result<Plan, Exit> {
        let wire: v1::Plan = self.message(path)?;
        read_plan(roster, &wire).map_err(|findings| self.fail(&findings))
    }

    /// Prints findings as the answer: JSON on standard output, or a table on standard error.
    pub fn fail(&self, findings: &[Finding]) -> Exit {
        if self.output.json {
            print!("{}", self.json(findings));
        } else {
            self.report(findings);
        }
        Exit::Findings
    }

    /// Findings as one JSON document.
    pub fn json(&self, findings: &[Finding]) -> String {
        let findings = findings.iter().map(|finding| write_finding(finding, self.messages));
        to_json(&v1::ValidateRosterResponse { findings: findings.collect() })
    }

    /// Prints findings for people on standard error.
    pub fn report(&self, findings: &[Finding]) {
        if findings.is_empty() {
            return;
        }
        let mut table = Table::new();
        table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
        for finding in findings {
            let (cause, action) = finding_text(self.messages, finding);
            let severity = match finding.code.severity() {
                Severity::Error => self.messages.text("severity-error", &[]),
                Severity::Warning => self.messages.text("severity-warning", &[]),
            };
            let code = format!("{} {}", severity, finding.code.as_str());
            table.add_row([code, finding.field.clone(), format!("{cause} {action}")]);
        }
        eprintln!("{table}");
    }

    fn message<T: serde::de::DeserializeOwned>(&self, path: &Path) -> Result<T, Exit> {
        let text = std::fs::read_to_string(path).map_err(|error| {
            let (file, problem) = (path.display().to_string(), error.to_string());
            let arguments = [("file", file.as_str()), ("problem", &problem)];
            eprintln!("{}", self.messages.text("cli-cannot-read", &arguments));
            Exit::Usage
        })?;
        from_json(&text).map_err(|error| self.fail(&[error.finding()]))
    }
}
