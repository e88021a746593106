//! `leerteam validate`: everything that is wrong with a roster.

use std::path::Path;

use super::Exit;
use super::arguments::Validate;
use super::input::Reader;
use super::streams::{say, warn};
use super::writer::Writer;
use leerteam::formats::RosterFile;
use leerteam::messages::Messages;
use leerteam::roster::{Finding, Severity};

pub fn run(arguments: &Validate) -> Exit {
    let messages = Messages::of(arguments.output.lang);
    let reader = Reader { messages: &messages, output: &arguments.output };
    let file = match reader.file(&arguments.roster, None) {
        Ok(file) => file,
        Err(exit) => return exit,
    };
    let (roster, findings) = file.read();
    if let Some(path) = &arguments.marked
        && let Err(exit) = write_marked(arguments, &messages, &file, &findings, path)
    {
        return exit;
    }
    let of = |severity| findings.iter().filter(|f| f.code.severity() == severity).count();
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    if arguments.output.json {
        say(reader.json(&findings));
    } else {
        reader.report(&findings);
        let (errors, warnings) = (errors.to_string(), warnings.to_string());
        let counts = [("errors", errors.as_str()), ("warnings", &warnings)];
        say(messages.text("cli-validated", &counts) + "\n");
    }
    let strict = arguments.output.strict && warnings > 0;
    if roster.is_none() || strict { Exit::Findings } else { Exit::Done }
}

/// Writes a copy of a workbook with the cells of findings marked.
fn write_marked(
    arguments: &Validate,
    messages: &Messages,
    file: &RosterFile,
    findings: &[Finding],
    path: &Path,
) -> Result<(), Exit> {
    let Some(sheets) = file.marked(findings, messages) else {
        warn(messages.text("cli-no-workbook", &[]));
        return Err(Exit::Usage);
    };
    let source = Some(arguments.roster.as_path());
    Writer { messages, force: arguments.force, source }.workbook(path, &sheets)
}
