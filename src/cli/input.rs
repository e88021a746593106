//! Reads rosters and plans from files and reports what is wrong with them.

use std::path::{Path, PathBuf};

use comfy_table::{ContentArrangement, Table, presets};

use super::Exit;
use super::arguments::Output;
use crate::formats::sheets::{Sheet, workbook};
use crate::formats::{NoRoster, RosterFile, from_json, to_json};
use crate::messages::{Messages, finding_text};
use crate::plan::Plan;
use crate::roster::{Finding, Roster, Severity};
use crate::wire::{read_plan, v1, write_finding};

/// Findings that are shown; the others are in the JSON and in the marked workbook.
const SHOWN: usize = 200;

/// What reading needs: texts, and how to answer.
pub struct Reader<'a> {
    /// Texts.
    pub messages: &'a Messages,
    /// How to answer.
    pub output: &'a Output,
}

impl Reader<'_> {
    /// A roster as it stands in the file, with the plan in another file as its base plan.
    pub fn file(&self, path: &Path, base: Option<&PathBuf>) -> Result<RosterFile, Exit> {
        let mut file = RosterFile::open(path, self.messages).map_err(|error| match error {
            NoRoster::File(error) => self.cannot_read(path, &error.to_string()),
            NoRoster::Content(finding) => self.fail(&[*finding]),
        })?;
        if let Some(base) = base {
            file.wire.base_plan = Some(self.message(base)?);
        }
        Ok(file)
    }

    /// A roster that can be planned; warnings are reported, errors end the command.
    pub fn roster(&self, file: &RosterFile) -> Result<Roster, Exit> {
        let (roster, findings) = file.read();
        self.readable(roster, &findings)
    }

    /// The same of a roster that has been read.
    pub fn readable(&self, roster: Option<Roster>, findings: &[Finding]) -> Result<Roster, Exit> {
        if roster.is_none() {
            return Err(self.fail(findings));
        }
        self.report(findings);
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
        for finding in findings.iter().take(SHOWN) {
            let (cause, action) = finding_text(self.messages, finding);
            let severity = match finding.code.severity() {
                Severity::Error => self.messages.text("severity-error", &[]),
                Severity::Warning => self.messages.text("severity-warning", &[]),
            };
            let code = format!("{} {}", severity, finding.code.as_str());
            table.add_row([code, finding.place(), format!("{cause} {action}")]);
        }
        eprintln!("{table}");
        if findings.len() > SHOWN {
            let more = (findings.len() - SHOWN).to_string();
            eprintln!("{}", self.messages.text("cli-more-findings", &[("count", &more)]));
        }
    }

    fn message<T: serde::de::DeserializeOwned>(&self, path: &Path) -> Result<T, Exit> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| self.cannot_read(path, &error.to_string()))?;
        from_json(&text).map_err(|error| self.fail(&[error.finding()]))
    }

    /// Says that a file cannot be read.
    pub fn cannot_read(&self, path: &Path, problem: &str) -> Exit {
        let file = path.display().to_string();
        let arguments = [("file", file.as_str()), ("problem", problem)];
        eprintln!("{}", self.messages.text("cli-cannot-read", &arguments));
        Exit::Usage
    }

    /// Writes sheets as a workbook.
    pub fn write_workbook(&self, path: &Path, sheets: &[Sheet]) -> Result<(), Exit> {
        match workbook(sheets) {
            Ok(content) => self.write(path, &content),
            Err(error) => Err(self.cannot_write(path, &error.to_string())),
        }
    }

    /// Writes a file, with whatever folders it needs.
    pub fn write(&self, path: &Path, content: &[u8]) -> Result<(), Exit> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let made = folder.map_or(Ok(()), std::fs::create_dir_all);
        let written = made.and_then(|()| std::fs::write(path, content));
        written.map_err(|error| self.cannot_write(path, &error.to_string()))
    }

    fn cannot_write(&self, path: &Path, problem: &str) -> Exit {
        let file = path.display().to_string();
        let arguments = [("file", file.as_str()), ("problem", problem)];
        eprintln!("{}", self.messages.text("cli-cannot-write", &arguments));
        Exit::Usage
    }
}
