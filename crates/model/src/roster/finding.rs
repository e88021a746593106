//! What is wrong with a roster or a plan: code, field, value; texts are in the message files.

use std::fmt;

use super::{LIMITS, Limit};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The roster cannot be planned.
    Error,
    /// It can be planned, but is probably not what was meant.
    Warning,
    /// Something that was left out, and how it is taken.
    Note,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// What kind of finding it is; docs/errors.md explains each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The code as it is shown: `E`, `W` or `N` and four digits.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text,)* }
            }
        }
    };
}

codes! {
    /// The document is not JSON of the message.
    Unreadable = "E1001",
    /// The file is not a workbook.
    NotAWorkbook = "E1002",
    /// A workbook without any sheet of a roster.
    NoRosterSheets = "E1003",
    /// A value that is needed is not there.
    Missing = "E1101",
    /// Two things of a kind have one id.
    DuplicateId = "E1102",
    /// A reference to something that is not in the roster.
    UnknownReference = "E1103",
    /// Not a date.
    NotADate = "E1104",
    /// Not a time of day.
    NotATime = "E1105",
    /// The end is not after the start.
    Reversed = "E1106",
    /// A number outside its range.
    OutOfRange = "E1107",
    /// Not a time zone.
    UnknownZone = "E1108",
    /// Not a rule.
    UnknownRule = "E1109",
    /// The rule has no such mode or parameter.
    UnsupportedSetting = "E1110",
    /// A value that the enumeration does not have.
    UnknownValue = "E1111",
    /// A wish that is not about two different participants.
    NotTwo = "E1112",
    /// Things that exclude each other.
    Contradiction = "E1113",
    /// A most below its least.
    MostBelowLeast = "E1114",
    /// A plan that has nobody of this roster.
    NothingOfThisRoster = "E1115",
    /// A name that others could guess.
    Guessable = "E1116",
    /// A sign that is not seen, or that turns round what is seen.
    Unseen = "E1117",
    /// More than the product takes.
    TooMuch = "E1201",
    /// Points could grow beyond what is counted.
    TooManyPoints = "E1202",
    /// The score of a plan is beyond what is counted.
    ScoreTooLarge = "E1203",
    /// No participant is admitted.
    AdmitsNobody = "E1301",
    /// No slot remains.
    NoSlot = "E1302",
    /// There is nothing to plan.
    NothingToPlan = "E1303",
    /// A sheet that is needed is not there.
    SheetMissing = "E1401",
    /// A sheet is there twice.
    SheetTwice = "E1402",
    /// A sheet has nearly the name of one that is not there.
    SheetMisspelt = "E1403",
    /// A column that is needed is not there.
    ColumnMissing = "E1404",
    /// A column is there twice.
    ColumnTwice = "E1405",
    /// A column has nearly the heading of one that is not there.
    ColumnMisspelt = "E1406",
    /// Cells are merged.
    Merged = "E1407",
    /// A formula that came to nothing.
    FormulaError = "E1408",
    /// Not one of the words to choose from.
    NotAChoice = "E1409",
    /// It can be read in more than one way.
    Ambiguous = "E1410",
    /// Not a number of the kind that is asked for.
    NotANumber = "E1411",
    /// Not days of the week.
    NotDays = "E1412",
    /// Not weeks.
    NotWeeks = "E1413",
    /// Every few weeks, without a date to count from.
    WeeksFromWhen = "E1414",
    /// Weeks that cannot be counted, since the period has no first date.
    NoPeriod = "E1415",
    /// Exactly one of several columns is to be filled in.
    OneOfThese = "E1416",
    /// A second row for what has one row only.
    RowTwice = "E1417",
    /// Days, times or weeks are stated twice in one row.
    DuplicateEntry = "E1418",
    /// A long number of which digits are lost.
    LostDigits = "E1419",
    /// Not numbers by name.
    NotNamedNumbers = "E1420",
    /// Something that supervisors do not have.
    NotForSupervisors = "E1421",
    /// A sheet on which no headings are found.
    HeadingsMissing = "E1422",
    /// A formula that no program has worked out.
    NotWorkedOut = "E1423",
    /// A quotation mark in a CSV file that is not closed where the cell ends.
    OpenQuote = "E1424",
    /// A date where something is named.
    TurnedIntoDate = "E1425",
    /// A number where something is named, not shown as it was typed.
    TurnedIntoNumber = "E1426",
    /// Rows or a sheet that are hidden.
    Hidden = "E1427",
    /// A row that is struck through.
    StruckThrough = "E1428",
    /// A row that is probably a total or an explanation.
    NoData = "E1429",
    /// Left blank below a filled row.
    BlankBelow = "E1430",
    /// A question of an import that nobody has answered.
    Unanswered = "E1501",
    /// An answer that a question cannot use.
    AnswerRefused = "E1502",
    /// A setting of a mapping that cannot be used.
    AnswerUnread = "E1503",
    /// A mapping file that cannot be read.
    MappingUnread = "E1504",
    /// A file that is neither a table nor a calendar.
    SourceUnread = "E1505",
    /// A list of people without a column that names them.
    NobodyNamed = "E1506",
    /// Not a year of study.
    NotAYear = "E1507",
    /// A text in a week matrix that is no letter of a legend.
    NotAMark = "E1508",
    /// Not a day with a part of it or its hours.
    NotAMoment = "E1509",
    /// A row about somebody who is on no list.
    PersonUnknown = "E1510",
    /// An id with another name than on the list.
    OtherName = "E1511",
    /// A name that several people have.
    SeveralPeople = "E1512",
    /// Internship duty of somebody who has several internships.
    SeveralPlaces = "E1513",
    /// An event of a calendar that cannot be read.
    EventUnread = "E1514",
    /// A file of OneRoster without those that belong to it.
    OneRosterPart = "E1515",
    /// Two commitments overlap.
    CommitmentsOverlap = "W2101",
    /// A stretch of dates lies outside the period.
    OutsidePeriod = "W2102",
    /// No environment admits the participant.
    AdmittedNowhere = "W2201",
    /// More participants than places.
    TooFewPlaces = "W2202",
    /// Fewer participants than the fewest teams need.
    TooFewParticipants = "W2203",
    /// No student has a lesson.
    NoLessons = "W2204",
    /// A class without lessons, beside others with.
    ClassWithoutLessons = "W2205",
    /// A location without a neighbourhood, beside others with.
    NoNeighbourhood = "W2206",
    /// A neighbourhood that no location is in.
    UnknownNeighbourhood = "W2207",
    /// A participant whose pins leave no slot.
    NeverPossible = "W2208",
    /// Pins, wishes or rooms that exclude each other.
    CannotBoth = "W2209",
    /// A student without class and lessons, beside others of the programme with.
    StudentWithoutLessons = "W2210",
    /// The same wish of the same participant in two places.
    WishTwice = "W2211",
    /// A supervisor who is never available.
    NeverAvailable = "W2301",
    /// A supervisor whom no environment can use.
    NeverUseful = "W2302",
    /// Fewer supervisors of a side than one team needs.
    TooFewSupervisors = "W2303",
    /// An attribute that nobody has.
    UnknownAttribute = "W2401",
    /// Two words that are nearly alike.
    NearWords = "W2402",
    /// An attribute of a participant's own with the name of a built-in one.
    NameBuiltIn = "W2403",
    /// A value that a rule asks for and nobody has.
    ValueOfNobody = "W2404",
    /// Something in an earlier plan that is no longer in the roster.
    GoneSince = "W2501",
    /// A team of an earlier plan that is none of those given now.
    NotGiven = "W2502",
    /// A plan that was made for a roster with another id.
    OtherRoster = "W2503",
    /// A sheet that is mostly needed is not there.
    SheetLeftOut = "W2601",
    /// A sheet that is not read.
    SheetUnknown = "W2602",
    /// A column that is not read.
    ColumnUnknown = "W2603",
    /// Letters that are not what was meant.
    Garbled = "W2604",
    /// A column with something in it and no heading.
    NoHeading = "W2605",
    /// Something that has no effect with what else stands in the row.
    NoEffect = "W2606",
    /// Not a commitment of the participant or its class.
    UnknownCommitment = "W2607",
    /// A column that is hidden, and read.
    HiddenColumn = "W2608",
    /// The only environment, without admission.
    AdmitsEverybody = "N2701",
    /// An environment that does not say how many teams it has.
    OpenTeamCount = "N2702",
    /// A copy of a sheet that has not all of its charts, pictures and colours.
    LeftOutOfCopy = "N2703",
    /// Findings that are not listed.
    MoreFindings = "N2704",
    /// A key of a mapping that nothing asks for.
    MappingUnknown = "W2801",
    /// A row of a list that is about nobody.
    RowOfNobody = "W2802",
    /// An id that has lost the zeros before it.
    LostZeros = "W2803",
    /// A remark that is not read.
    RemarkUnread = "W2804",
    /// Events of a calendar that take no time.
    EventsLeftOut = "W2805",
}

impl Code {
    /// Error, warning or note.
    pub fn severity(self) -> Severity {
        match self.as_str().as_bytes().first() {
            Some(b'E') => Severity::Error,
            Some(b'N') => Severity::Note,
            _ => Severity::Warning,
        }
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind.
    pub code: Code,
    /// The field, as a path in the message.
    pub field: String,
    /// What stands there.
    pub value: String,
    /// More that the message text needs, by name.
    pub details: Vec<(&'static str, String)>,
    /// The cell, if the roster comes from a workbook.
    pub cell: Option<CellPlace>,
}

impl Finding {
    /// A finding at a field.
    pub fn new(
        code: Code,
        field: impl ToString,
        value: impl ToString,
        details: Vec<(&'static str, String)>,
    ) -> Finding {
        let (field, value) = (field.to_string(), value.to_string());
        Finding { code, field, value, details, cell: None }
    }

    /// A finding at a cell.
    pub fn at_cell(
        code: Code,
        cell: CellPlace,
        value: impl ToString,
        details: Vec<(&'static str, String)>,
    ) -> Finding {
        Finding { cell: Some(cell), ..Finding::new(code, "", value, details) }
    }

    /// Where it is, as people name it: the cell, else the field.
    pub fn place(&self) -> String {
        self.cell.as_ref().map_or_else(|| self.field.clone(), CellPlace::to_string)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} at {}: {:?}", self.code.as_str(), self.place(), self.value)
    }
}

impl std::error::Error for Finding {}

/// A cell of a workbook as people name it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellPlace {
    /// The sheet.
    pub sheet: String,
    /// The row, counted from 1; 0 for the sheet as a whole.
    pub row: u32,
    /// The letters of the column; empty for the row as a whole.
    pub column: String,
    /// What stands above the column; empty for none.
    pub heading: String,
}

impl fmt::Display for CellPlace {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.row {
            0 => f.write_str(&self.sheet),
            row => write!(f, "{}!{}{row}", self.sheet, self.column),
        }
    }
}

/// Findings while they are gathered. Of each severity as many are kept as anybody reads ([`LIMITS`]); of the rest
/// it is known how many there are.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    kept: Vec<Finding>,
    /// By severity, all that were added.
    added: [usize; 3],
}

impl Findings {
    /// Adds a finding.
    pub fn add(&mut self, code: Code, field: impl ToString, value: impl ToString) {
        self.add_with(code, field, value, Vec::new());
    }

    /// Adds a finding with details for its text.
    pub fn add_with(
        &mut self,
        code: Code,
        field: impl ToString,
        value: impl ToString,
        details: Vec<(&'static str, String)>,
    ) {
        let added = &mut self.added[code.severity() as usize];
        *added += 1;
        if *added as u64 <= LIMITS.findings.at_most {
            self.kept.push(Finding::new(code, field, value, details));
        }
    }

    /// Adds that there is more of something than a limit allows.
    pub fn add_too_much(&mut self, field: impl ToString, found: impl ToString, limit: Limit) {
        let details = vec![("limit", limit.name.to_owned()), ("most", limit.at_most.to_string())];
        self.add_with(Code::TooMuch, field, found, details);
    }

    /// Takes those of a code out.
    pub fn remove(&mut self, code: Code) {
        let before = self.kept.len();
        self.kept.retain(|finding| finding.code != code);
        self.added[code.severity() as usize] -= before - self.kept.len();
    }

    /// How many were added, also beyond those that are kept.
    pub fn count(&self) -> usize {
        self.added.iter().sum()
    }

    /// Whether any is an error.
    pub fn has_errors(&self) -> bool {
        self.added[Severity::Error as usize] > 0
    }

    /// All that are kept; if there were more, the last says how many.
    pub fn finish(mut self) -> Vec<Finding> {
        let more = self.count() - self.kept.len();
        if more > 0 {
            self.kept.push(Finding::new(Code::MoreFindings, "", more, Vec::new()));
        }
        self.kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn megabytes_of_roster_do_not_make_hundreds_of_megabytes_of_findings() {
        let most = LIMITS.findings.at_most as usize;
        let mut findings = Findings::default();
        for number in 0..most + 7 {
            findings.add(Code::NearWords, "warnings", number);
        }
        assert!(!findings.has_errors());
        findings.add(Code::Missing, "an error", "");
        assert!(findings.has_errors(), "errors are kept beside warnings");
        assert_eq!(findings.count(), most + 8);
        let kept = findings.finish();
        assert_eq!(kept.len(), most + 2);
        let last = kept.last().expect("some");
        assert_eq!((last.code, last.value.as_str()), (Code::MoreFindings, "7"));
    }
}
