//! `leerteam import`: a roster out of files that people already have.

use std::io::{BufRead, IsTerminal, Read, Write};

use comfy_table::{ContentArrangement, Table, presets};

use super::Exit;
use super::arguments::Import;
use super::input::Reader;
use super::streams::{say, warn};
use super::template::write_roster;
use super::writer::Writer;
use leerteam::formats::to_json;
use leerteam::import::{Imported, Mapping, Preview, Question, Source, import};
use leerteam::messages::Messages;
use leerteam::roster::{Code, Finding, Severity};

/// The name that stands for standard input.
const STANDARD_INPUT: &str = "-";

pub fn run(arguments: &Import) -> Exit {
    let messages = Messages::of(arguments.output.lang);
    let reader = Reader { messages: &messages, output: &arguments.output };
    match imported(arguments, &reader) {
        Ok((imported, is_shown)) => {
            finish(arguments, &reader, &imported, is_shown).err().unwrap_or(Exit::Done)
        }
        Err(exit) => exit,
    }
}

/// What writes the roster and the answers; the roster that was read is never replaced.
fn writer<'a>(arguments: &'a Import, messages: &'a Messages, force: bool) -> Writer<'a> {
    Writer { messages, force, source: arguments.into.as_deref() }
}

/// Reads the files and asks what has to be asked; and whether it has shown how the files are read.
fn imported(arguments: &Import, reader: &Reader) -> Result<(Imported, bool), Exit> {
    if let Some(out) = &arguments.out {
        writer(arguments, reader.messages, arguments.force).check(out)?;
    }
    let sources = sources(arguments, reader)?;
    let mut mapping = mapping(arguments, reader)?;
    let into = match &arguments.into {
        Some(path) => Some(reader.file(path, None)?.wire),
        None => None,
    };
    let is_terminal = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    let reads_input = arguments.files.iter().any(|file| file.as_os_str() == STANDARD_INPUT);
    let asks = is_terminal && !reads_input && !arguments.no_questions && !arguments.output.json;
    let mut is_shown = false;
    loop {
        let imported = import(&sources, &mapping, into.as_ref(), reader.messages);
        let Some(question) = imported.questions.first().filter(|_| asks) else {
            return Ok((imported, is_shown));
        };
        if !is_shown {
            previews(&imported.files, reader.messages);
            is_shown = true;
        }
        let mut input = std::io::stdin().lock();
        let answer = ask(question, reader.messages, &mut input, &mut std::io::stderr());
        let path: Vec<&str> = question.path.iter().map(String::as_str).collect();
        match answer {
            Some(answer) => mapping.set(&path, &answer),
            // Nobody answers any more: what is open becomes findings.
            None => return Ok((imported, is_shown)),
        }
    }
}

fn sources(arguments: &Import, reader: &Reader) -> Result<Vec<Source>, Exit> {
    let source = |path: &std::path::PathBuf| {
        let mut content = Vec::new();
        let (name, read) = if path.as_os_str() == STANDARD_INPUT {
            let name = reader.messages.text("cli-import-input", &[]);
            (name, std::io::stdin().read_to_end(&mut content).map(|_| content))
        } else {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, std::fs::read(path))
        };
        let content = read.map_err(|error| reader.cannot_read(path, &error.to_string()))?;
        Ok(Source { name, content })
    };
    arguments.files.iter().map(source).collect()
}

/// The answers of the mapping file, if it is there yet, and those of the command line.
fn mapping(arguments: &Import, reader: &Reader) -> Result<Mapping, Exit> {
    let unread = |field: &str, problem: &dyn std::fmt::Display| {
        reader.fail(&[Finding::new(Code::MappingUnread, field, problem, Vec::new())])
    };
    let mut mapping = match &arguments.mapping {
        Some(path) if path.exists() => {
            let text = std::fs::read_to_string(path)
                .map_err(|error| reader.cannot_read(path, &error.to_string()))?;
            let file = path.display().to_string();
            Mapping::parse(&text).map_err(|error| unread(&file, &error))?
        }
        _ => Mapping::default(),
    };
    for answer in &arguments.answer {
        mapping.answer(answer).map_err(|error| unread("--answer", &error))?;
    }
    Ok(mapping)
}

/// Asks one question; nothing if there is nobody to answer. An empty line takes what is suggested, a number one of the
/// choices.
fn ask(
    question: &Question,
    messages: &Messages,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
) -> Option<String> {
    let mut text = format!("\n{}\n", question.text);
    if !question.refused.is_empty() {
        text += &format!(
            "  {}\n",
            messages.text("cli-import-refused", &[("answer", &question.refused)])
        );
    }
    for (number, choice) in (1..).zip(&question.choices) {
        let what = if choice.text == choice.answer {
            String::new()
        } else {
            format!(" ({})", choice.text)
        };
        text += &format!("  {number}. {}{what}\n", choice.answer);
    }
    let prompt = match question.suggestion.is_empty() {
        true => "> ".to_owned(),
        false => format!("[{}] > ", question.suggestion),
    };
    loop {
        output
            .write_all(format!("{text}{prompt}").as_bytes())
            .and_then(|()| output.flush())
            .ok()?;
        let mut line = String::new();
        if input.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim();
        let number = line.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        match number.and_then(|number| question.choices.get(number)) {
            Some(choice) => return Some(choice.answer.clone()),
            None if !line.is_empty() => return Some(line.to_owned()),
            None if !question.suggestion.is_empty() => return Some(question.suggestion.clone()),
            None => {}
        }
    }
}

/// Shows how the files were read.
fn previews(files: &[Preview], messages: &Messages) {
    warn(messages.text("cli-import-heading", &[]));
    for file in files {
        let sheet =
            if file.sheet.is_empty() { String::new() } else { format!(" – {}", file.sheet) };
        let name = format!("{}{sheet}", file.file);
        let rows = file.rows.to_string();
        let arguments = [("file", name.as_str()), ("about", &file.about), ("rows", &rows)];
        warn(format!("\n{}", messages.text("cli-import-file", &arguments)));
        if !file.columns.is_empty() {
            let mut table = Table::new();
            table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
            for column in &file.columns {
                let unread = || messages.text("cli-import-unread", &[]);
                let taken =
                    if column.taken_for.is_empty() { unread() } else { column.taken_for.clone() };
                let values: Vec<String> =
                    column.first_values.iter().map(|value| format!("“{value}”")).collect();
                table.add_row([
                    column.column.clone(),
                    column.heading.clone(),
                    taken,
                    values.join(" "),
                ]);
            }
            warn(table.to_string());
        }
        for note in &file.notes {
            warn(format!("  {note}"));
        }
    }
}

/// Says what came of it, and writes the roster and the mapping if it is whole.
fn finish(
    arguments: &Import,
    reader: &Reader,
    imported: &Imported,
    is_shown: bool,
) -> Result<(), Exit> {
    let messages = reader.messages;
    let warnings = imported.findings.iter().any(|of| of.code.severity() == Severity::Warning);
    let strict = arguments.output.strict && warnings;
    if imported.is_whole() {
        if let Some(out) = &arguments.out {
            write_roster(&writer(arguments, messages, arguments.force), &imported.roster, out)?;
        }
        if let Some(path) = &arguments.mapping {
            let head = messages.text("cli-import-mapping-head", &[]);
            // The answers that were there are among those that are written.
            let content = format!("# {head}\n\n{}", imported.mapping.to_toml());
            writer(arguments, messages, true).file(path, content.as_bytes())?;
        }
    }
    if arguments.output.json {
        say(to_json(&imported.clone().response(messages)));
    } else {
        if !is_shown {
            previews(&imported.files, messages);
        }
        summary(imported, messages);
        reader.report(&imported.findings);
        match &arguments.out {
            Some(out) if imported.is_whole() => {
                let roster = out.display().to_string();
                warn(messages.text("cli-import-written", &[("roster", &roster)]));
            }
            None if imported.is_whole() => say(to_json(&imported.roster)),
            _ => {}
        }
    }
    if !imported.is_whole() || strict { Err(Exit::Findings) } else { Ok(()) }
}

/// What was taken without asking, what has changed, and what is still needed.
fn summary(imported: &Imported, messages: &Messages) {
    let list = |key: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            warn(format!("\n{}", messages.text(key, &[])));
            lines.iter().for_each(|line| warn(format!("  - {line}")));
        }
    };
    let assumed = imported.assumed.iter().map(|of| format!("{} [{}]", of.text, of.key));
    list("cli-import-assumed", assumed.collect());
    let mut changes = Vec::new();
    for of in &imported.changes {
        for (key, ids) in [("new", &of.new), ("changed", &of.changed), ("gone", &of.gone)] {
            if !ids.is_empty() {
                let (count, ids) = (ids.len().to_string(), ids.join(", "));
                let arguments = [("list", of.list.as_str()), ("count", &count), ("ids", &ids)];
                changes.push(messages.text(&format!("cli-import-{key}"), &arguments));
            }
        }
    }
    list("cli-import-changes", changes);
    list("cli-import-needs", imported.needs.iter().map(|of| of.text.clone()).collect());
    let roster = &imported.roster;
    let count = |length: usize| length.to_string();
    let arguments = [
        ("participants", count(roster.participants.len())),
        ("programmes", count(roster.programmes.len())),
        ("cohorts", count(roster.cohorts.len())),
        ("locations", count(roster.locations.len())),
        ("supervisors", count(roster.supervisors.len())),
    ];
    let arguments = arguments.each_ref().map(|(name, value)| (*name, value.as_str()));
    warn(format!("\n{}\n", messages.text("cli-import-result", &arguments)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use leerteam::messages::Language;

    fn asked(question: &Question, input: &str) -> (Option<String>, String) {
        let mut output = Vec::new();
        let messages = Messages::of(Language::Nl);
        let answer = ask(question, &messages, &mut input.as_bytes(), &mut output);
        (answer, String::from_utf8(output).expect("text"))
    }

    #[test]
    fn an_answer_is_a_text_the_number_of_a_choice_or_what_is_suggested() {
        let open = Question::open(&["teams", "size"], "Hoe groot?".to_owned()).suggesting("4-6");
        for (input, answer) in [("\n", Some("4-6")), (" 3-5 \n", Some("3-5")), ("", None)] {
            let (given, output) = asked(&open, input);
            assert_eq!(given.as_deref(), answer, "{input:?}");
            assert!(output.contains("Hoe groot?\n[4-6] > "), "{output}");
        }
        let choice = |answer: &str| leerteam::import::Choice {
            answer: answer.to_owned(),
            text: answer.to_owned(),
        };
        let choose = Question::open(&["x"], "Welke?".to_owned())
            .with_choices(vec![choice("a"), choice("b")]);
        for (input, answer) in [("2\n", "b"), ("\n\n1\n", "a"), ("c\n", "c"), ("3\n", "3")] {
            assert_eq!(asked(&choose, input).0.as_deref(), Some(answer), "{input:?}");
        }
    }
}
