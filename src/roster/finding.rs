//! What is wrong with a roster or a plan: code, field, value; texts are in the message files.

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The roster cannot be planned.
    Error,
    /// It can be planned, but is probably not what was meant.
    Warning,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// What kind of finding it is; docs/errors.md explains each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The code as it is shown: `E` or `W` and four digits.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text,)* }
            }
        }
    };
}

codes! {
    /// The document is not JSON of the message.
    Unreadable = "E1001",
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
    RuleCannot = "E1110",
    /// A value that the enumeration does not have.
    UnknownValue = "E1111",
    /// A wish that is not about two different participants.
    NotTwo = "E1112",
    /// Things that exclude each other.
    Contradiction = "E1113",
    /// More than the product takes.
    TooMuch = "E1201",
    /// Points could grow beyond what is counted.
    TooManyPoints = "E1202",
    /// No participant is admitted.
    AdmitsNobody = "E1301",
    /// No slot remains.
    NoSlot = "E1302",
    /// There is nothing to plan.
    NothingToPlan = "E1303",
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
    /// A supervisor who is never available.
    NeverAvailable = "W2301",
    /// A supervisor whom no environment can use.
    NeverUseful = "W2302",
    /// Fewer supervisors of a side than one team needs.
    TooFewSupervisors = "W2303",
    /// An attribute that nobody has.
    UnknownAttribute = "W2401",
    /// Something in the base plan that is no longer in the roster.
    GoneSince = "W2501",
}

impl Code {
    /// Error or warning.
    pub fn severity(self) -> Severity {
        if self.as_str().starts_with('E') { Severity::Error } else { Severity::Warning }
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
}

/// Findings while they are gathered.
#[derive(Clone, Debug, Default)]
pub struct Findings(pub Vec<Finding>);

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
        let (field, value) = (field.to_string(), value.to_string());
        self.0.push(Finding { code, field, value, details });
    }

    /// Whether any is an error.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|finding| finding.code.severity() == Severity::Error)
    }
}
