//! Reads rosters and plans from files and reports what is wrong with them.

use std::path::{Path, PathBuf};

use comfy_table::{ContentArrangement, Table, presets};

use super::Exit;
use super::arguments::Output;
use super::streams::{say, warn};
use leerteam::formats::{OpenRosterError, RosterFile, from_json_file, to_json};
use leerteam::messages::{Messages, finding_text};
use leerteam::plan::Plan;
use leerteam::roster::{Finding, Roster, Severity};
use leerteam::wire::{read_plan, read_start, v1, write_finding};

/// Findings that are shown; the others are in the JSON and in the marked workbook.
const SHOWN: usize = 200;

/// Width where the terminal does not tell one in which anything can be read, in characters.
const WIDTH: u16 = 100;
const NARROWEST: u16 = 20;

/// What reading needs: texts, and how to answer.
pub struct Reader<'a> {
    /// Texts.
    pub messages: &'a Messages,
    /// How to answer.
    pub output: &'a Output,
}

/// A plan to start from.
pub struct Start {
    /// As it stands in the file.
    pub wire: v1::Plan,
    /// As far as it is about the roster.
    pub plan: Plan,
}

impl Reader<'_> {
    /// A roster as it stands in the file, with the plan in another file as its base plan.
    pub fn file(&self, path: &Path, base: Option<&PathBuf>) -> Result<RosterFile, Exit> {
        let mut file = RosterFile::open(path, self.messages).map_err(|error| match error {
            OpenRosterError::File(error) => self.cannot_read(path, &error.to_string()),
            OpenRosterError::Content(finding) => self.fail(&[*finding]),
        })?;
        if let Some(base) = base {
            file.wire.base_plan = Some(self.wire_plan(base)?);
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
        let wire = self.wire_plan(path)?;
        read_plan(roster, &wire).map_err(|findings| self.fail(&findings))
    }

    /// A plan for a roster to start from; warnings are reported.
    pub fn start(&self, roster: &Roster, path: &Path) -> Result<Start, Exit> {
        let wire = self.wire_plan(path)?;
        let (plan, findings) = read_start(roster, &wire);
        let plan = plan.ok_or_else(|| self.fail(&findings))?;
        self.report(&findings);
        Ok(Start { wire, plan })
    }

    /// Prints findings as the answer: JSON on standard output, or a table on standard error.
    pub fn fail(&self, findings: &[Finding]) -> Exit {
        if self.output.json {
            say(self.json(findings));
        } else {
            self.report(findings);
        }
        Exit::Findings
    }

    /// Findings as one JSON document.
    pub fn json(&self, findings: &[Finding]) -> String {
        let findings = findings.iter().map(|finding| write_finding(finding, self.messages));
        let findings: Vec<v1::Finding> = findings.collect();
        // All of them, on one page.
        let total_size = i32::try_from(findings.len()).unwrap_or(i32::MAX);
        let next_page_token = String::new();
        to_json(&v1::ValidateRosterResponse { findings, next_page_token, total_size })
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
            let severity = self.messages.text(
                match finding.code.severity() {
                    Severity::Error => "severity-error",
                    Severity::Warning => "severity-warning",
                    Severity::Note => "severity-note",
                },
                &[],
            );
            let code = format!("{} {}", severity, finding.code.as_str());
            table.add_row([code, finding.place(), format!("{cause} {action}")]);
        }
        // Terminals that do not know how wide they are say 0.
        if table.width().is_some_and(|width| width < NARROWEST) {
            table.set_width(WIDTH);
        }
        warn(table.to_string());
        if findings.len() > SHOWN {
            let more = (findings.len() - SHOWN).to_string();
            warn(self.messages.text("cli-more-findings", &[("count", &more)]));
        }
    }

    /// The plan in a file, or in a folder that a plan was written into.
    fn wire_plan(&self, path: &Path) -> Result<v1::Plan, Exit> {
        let file = if path.is_dir() { path.join("plan.json") } else { path.to_owned() };
        let sheets = ["xlsx", "xls", "ods", "csv", "html"];
        let is_sheets =
            |ending: &std::ffi::OsStr| sheets.iter().any(|s| ending.eq_ignore_ascii_case(s));
        if !file.exists() && path.is_dir() || file.extension().is_some_and(is_sheets) {
            let file = path.display().to_string();
            warn(self.messages.text("cli-plan-is-json", &[("file", &file)]));
            return Err(Exit::Usage);
        }
        let content =
            std::fs::read(&file).map_err(|error| self.cannot_read(&file, &error.to_string()))?;
        from_json_file(&content).map_err(|error| self.fail(&[error.finding()]))
    }

    /// Says that a file cannot be read.
    pub fn cannot_read(&self, path: &Path, problem: &str) -> Exit {
        let file = path.display().to_string();
        let arguments = [("file", file.as_str()), ("problem", problem)];
        warn(self.messages.text("cli-cannot-read", &arguments));
        Exit::Usage
    }
}
