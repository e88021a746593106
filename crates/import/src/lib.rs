//! Rosters out of files that people already have: lists, week matrices, answers of forms, timetables.
//!
//! [`import`] takes files, answers and perhaps a roster that is there, and gives back a roster, how each file was
//! read, what is wrong, and what it has to ask. It opens no file and asks nobody itself, so that the command line, the
//! API and the page can use it alike: whoever has an answer puts it in the [`Mapping`] and calls it again.
//!
//! ```
//! use leerteam_import::{Mapping, Source, import};
//! use leerteam_messages::{Language, Messages};
//!
//! let content = "Studentnummer;Naam;Opleiding;Klas\n1001;Ans;Pabo;P1\n1002;Bo;Pabo;P1\n";
//! let list = Source { name: "studenten.csv".into(), content: content.into() };
//! let imported = import(&[list], &Mapping::default(), None, &Messages::of(Language::Nl));
//! assert_eq!(imported.roster.participants.len(), 2);
//! assert!(imported.questions.iter().any(|question| question.key == "round.period"));
//! ```

mod agenda;
mod calendars;
mod changes;
mod dayparts;
mod grid;
mod legend;
mod lexicon;
mod mapping;
mod matrix;
mod meaning;
mod naming;
mod needs;
mod oneroster;
mod participants;
mod pattern;
mod people;
mod places;
mod preview;
mod question;
mod recognise;
mod register;
mod response;
mod round;
mod supervisors;
mod table;
mod timetable;
mod work;
mod zones;

pub use changes::Changes;
use lexicon::Lexicon;
pub use mapping::{Mapping, UnreadableMapping};
use meaning::TableKind;
pub use needs::Need;
pub use preview::{Assumption, Preview, PreviewColumn};
pub use question::{Choice, Question};
use table::Table;
use work::Work;

use leerteam_formats::book::{self, OpenWorkbookError, decode};
use leerteam_messages::Messages;
use leerteam_model::roster::{Code, Finding, Severity};
use leerteam_wire::{read_roster, v1};

/// The sections of a mapping and their keys; `*` stands for any.
const KEYS: [(&str, &[&str]); 13] = [
    ("round", &["period", "dayparts", "holidays"]),
    ("teams", &["size", "minutes", "every-weeks", "hours", "places", "education", "practice"]),
    ("tables", &["*"]),
    ("columns", &["*"]),
    ("blanks", &["*"]),
    ("legend", &["*"]),
    ("names", &["organisations", "locations", "programmes"]),
    ("programmes", &["*"]),
    ("cohorts", &["*"]),
    ("sides", &["*"]),
    ("forms", &["twice"]),
    ("calendars", &["*"]),
    ("zones", &["*"]),
];

/// A file that is handed in.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name, without folders.
    pub name: String,
    /// What it holds.
    pub content: Vec<u8>,
}

/// What came of an import.
#[derive(Clone, Debug)]
pub struct Imported {
    /// How each file was read.
    pub files: Vec<Preview>,
    /// What nobody has answered yet.
    pub questions: Vec<Question>,
    /// What was taken without asking.
    pub assumed: Vec<Assumption>,
    /// What is wrong; the questions are among them.
    pub findings: Vec<Finding>,
    /// What is still needed, beginning with what is most in the way of a plan.
    pub needs: Vec<Need>,
    /// What is new, changed and gone, where there was a roster.
    pub changes: Vec<Changes>,
    /// The answers, and what was recognised.
    pub mapping: Mapping,
    /// The roster; it is whole only if nothing is asked and no finding is an error.
    pub roster: v1::Roster,
}

impl Imported {
    /// Whether the roster is whole.
    pub fn is_whole(&self) -> bool {
        let is_error = |finding: &Finding| finding.code.severity() == Severity::Error;
        self.questions.is_empty() && !self.findings.iter().any(is_error)
    }
}

/// Reads files as far as the answers go.
pub fn import(
    sources: &[Source],
    mapping: &Mapping,
    into: Option<&v1::Roster>,
    messages: &Messages,
) -> Imported {
    let lexicon = Lexicon::new(messages);
    let mut work = Work::new(&lexicon, messages, mapping, into.cloned().unwrap_or_default());
    for key in mapping.unknown(&KEYS) {
        work.add(Finding::new(Code::MappingUnknown, key, "", Vec::new()));
    }
    let mut tables = Vec::new();
    let mut calendars = Vec::new();
    for source in sources {
        open(&mut work, source, &mut tables, &mut calendars);
    }
    read(&mut work, &tables, &calendars);
    finish(work, into)
}

/// Reads what has been recognised; what others refer to comes first.
fn read(work: &mut Work, tables: &[Table], calendars: &[(String, String)]) {
    let of = |kind: TableKind| tables.iter().filter(move |table| table.kind == kind);
    of(TableKind::Organisations).for_each(|table| places::read_organisations(work, table));
    of(TableKind::Places).for_each(|table| places::read_places(work, table));
    of(TableKind::Participants).for_each(|table| participants::read(work, table));
    let is_oneroster = |table: &&Table| {
        matches!(table.kind, TableKind::Users | TableKind::Classes | TableKind::Enrollments)
    };
    // These are three tables of one list.
    let oneroster: Vec<&Table> = tables.iter().filter(is_oneroster).collect();
    oneroster::read(work, &oneroster);
    round::period(work);
    round::close_internships(work);
    // The legend of a matrix may tell the hours that the answers of a form go by.
    of(TableKind::Matrix).for_each(|table| matrix::hours_of_legend(work, table));
    of(TableKind::Supervisors).for_each(|table| supervisors::read(work, table));
    of(TableKind::Matrix).for_each(|table| matrix::read(work, table));
    if dayparts::period(work).is_some() {
        of(TableKind::Timetable).for_each(|table| timetable::read(work, table));
        calendars.iter().for_each(|(file, text)| calendars::read(work, file, text));
    }
    round::environment(work);
}

/// Opens one file: a calendar, or else a workbook or CSV file with its tables.
fn open(
    work: &mut Work,
    source: &Source,
    tables: &mut Vec<Table>,
    calendars: &mut Vec<(String, String)>,
) {
    let start = source.content.iter().take(400).copied().collect::<Vec<u8>>();
    if decode(&start)
        .trim_start_matches(['\u{feff}', '\r', '\n', ' '])
        .to_uppercase()
        .starts_with("BEGIN:VCALENDAR")
    {
        calendars.push((source.name.clone(), decode(&source.content)));
        return;
    }
    let stem = source.name.rsplit_once('.').map_or(source.name.as_str(), |(stem, _)| stem);
    match book::read(stem, source.content.clone()) {
        Ok(book) => {
            for mut sheet in book.sheets {
                // Two files may each have a sheet of one name, and findings name sheets.
                if tables.iter().any(|table| table.sheet.name == sheet.name) {
                    sheet.name = format!("{stem} – {}", sheet.name);
                }
                tables.extend(recognise::recognise(work, stem, sheet));
            }
        }
        Err(error) => {
            let what = match error {
                OpenWorkbookError::Content(kind) => work.text(kind.key(), &[]),
                OpenWorkbookError::File(error) => error.to_string(),
            };
            work.add(Finding::at_cell(
                Code::SourceUnread,
                calendars::of_file(&source.name),
                what,
                Vec::new(),
            ));
        }
    }
}

/// What is asked becomes a finding too; a roster that is whole is looked at as every other is.
fn finish(mut work: Work, into: Option<&v1::Roster>) -> Imported {
    work.report_lost_zeros();
    for question in work.questions.clone() {
        let choices = question
            .choices
            .iter()
            .map(|choice| choice.answer.as_str())
            .collect::<Vec<_>>()
            .join(" | ");
        let code = if question.refused.is_empty() { Code::Unanswered } else { Code::AnswerRefused };
        let example = match (question.suggestion.is_empty(), choices.is_empty()) {
            (false, _) => question.suggestion.clone(),
            (true, false) => choices,
            (true, true) => "…".to_owned(),
        };
        let line = mapping::line(&question.path, &example);
        let details = vec![("question", question.text.clone()), ("line", line)];
        work.add(Finding::new(code, &question.key, &question.refused, details));
    }
    if !work.is_unfinished() {
        let (_, findings) = read_roster(&work.roster);
        // Of a part of a roster it is known what it still needs, and nothing more is to be judged.
        let v1::Roster { participants, environments, organisations, supervisors, .. } =
            &work.roster;
        let is_any = !(organisations.is_empty() && supervisors.is_empty());
        let is_part = is_any && (participants.is_empty() || environments.is_empty());
        let of_whole = [Code::NothingToPlan, Code::NeverUseful, Code::UnknownNeighbourhood];
        let findings = findings.into_iter().filter(|of| !(is_part && of_whole.contains(&of.code)));
        findings.for_each(|finding| work.add(finding));
    }
    let needs = if work.questions.is_empty() { needs::needs(&work) } else { Vec::new() };
    let changes = into.map(|before| changes::changes(&work, before)).unwrap_or_default();
    let Work { previews, questions, assumptions, findings, mapping, roster, .. } = work;
    Imported {
        files: previews,
        questions,
        assumed: assumptions,
        findings,
        needs,
        changes,
        mapping,
        roster,
    }
}
