//! What columns, tables and cells can mean; each with the key of its words in the messages.

macro_rules! keyed {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $key:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$of])* $variant,)* }

        impl $name {
            /// All of them.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// Its key in mapping files, and the end of that of its texts.
            pub fn key(self) -> &'static str {
                match self { $($name::$variant => $key,)* }
            }
        }
    };
}

keyed! {
    /// What a column holds.
    Meaning {
        /// A number or code of a person.
        Id = "id",
        /// A whole name.
        Name = "name",
        /// A first name.
        FirstName = "first-name",
        /// What stands between first and last name.
        Infix = "infix",
        /// A last name.
        LastName = "last-name",
        /// A programme.
        Programme = "programme",
        /// The code of a programme in a register, which stands for it where there is no name.
        ProgrammeCode = "programme-code",
        /// The level of a programme.
        Level = "level",
        /// What a programme educates for.
        Profession = "profession",
        /// The field of a programme, or fields of a supervisor.
        Field = "field",
        /// The institution of a programme.
        Institution = "institution",
        /// The year of study.
        StudyYear = "study-year",
        /// The class.
        Cohort = "cohort",
        /// Where an internship is.
        Place = "place",
        /// A place on a list of places.
        Location = "location",
        /// The neighbourhood of a place.
        Neighbourhood = "neighbourhood",
        /// First date of an internship.
        InternshipFirst = "internship-first",
        /// Last date of an internship.
        InternshipLast = "internship-last",
        /// Days of an internship.
        InternshipDays = "internship-days",
        /// Days of lessons.
        LessonDays = "lesson-days",
        /// The side of a supervisor.
        Side = "side",
        /// Organisations of a supervisor.
        Organisation = "organisation",
        /// When a supervisor can.
        Availability = "availability",
        /// The time that a supervisor has.
        MinutesPerWeek = "minutes-per-week",
        /// Most teams of a supervisor.
        MaxTeams = "max-teams",
        /// Days of a lesson or duty.
        Days = "days",
        /// Its start.
        From = "from",
        /// Its end.
        Until = "until",
        /// Its weeks.
        Weeks = "weeks",
        /// Lesson, internship duty, shift or other.
        Kind = "kind",
        /// What it is about.
        Subject = "subject",
        /// What people add in their own words; it cannot be read, and is never lost in silence.
        Remark = "remark",
        /// What planning does not need, such as an e-mail address.
        Unneeded = "unneeded",
    }
}

keyed! {
    /// What a table is about.
    TableKind {
        /// One row a participant.
        Participants = "participants",
        /// One row a supervisor.
        Supervisors = "supervisors",
        /// Rows of people or classes, columns of days and parts of them.
        Matrix = "matrix",
        /// One row a lesson or duty.
        Timetable = "timetable",
        /// One row a place.
        Places = "places",
        /// One row an organisation.
        Organisations = "organisations",
        /// Users of OneRoster.
        Users = "oneroster-users",
        /// Classes of OneRoster.
        Classes = "oneroster-classes",
        /// Enrolments of OneRoster.
        Enrollments = "oneroster-enrollments",
        /// Not to be read.
        Nothing = "nothing",
    }
}

keyed! {
    /// What a cell of a week matrix says.
    Mark {
        /// A lesson.
        Lesson = "lesson",
        /// Internship duty.
        Internship = "internship",
        /// A work shift.
        Work = "work",
        /// Something else that one is bound to.
        Other = "other",
        /// Nothing: free.
        Free = "free",
        /// A supervisor can come.
        Available = "available",
    }
}

impl TableKind {
    /// Whether a column that holds something is read in a table of this kind.
    pub fn reads(self, meaning: Meaning) -> bool {
        use Meaning as M;
        let person = [M::Id, M::Name, M::FirstName, M::Infix, M::LastName];
        let others: &[Meaning] = match self {
            TableKind::Participants => &[
                M::Programme,
                M::ProgrammeCode,
                M::Level,
                M::Profession,
                M::Field,
                M::Institution,
                M::StudyYear,
                M::Cohort,
                M::Place,
                M::Neighbourhood,
                M::InternshipFirst,
                M::InternshipLast,
                M::InternshipDays,
                M::LessonDays,
                M::Remark,
            ],
            TableKind::Supervisors => &[
                M::Field,
                M::Institution,
                M::Organisation,
                M::Side,
                M::Availability,
                M::MinutesPerWeek,
                M::MaxTeams,
                M::Remark,
            ],
            TableKind::Matrix => &[M::Cohort],
            TableKind::Timetable => {
                &[M::Cohort, M::Days, M::From, M::Until, M::Weeks, M::Kind, M::Subject]
            }
            TableKind::Places => {
                &[M::Location, M::Place, M::Organisation, M::Neighbourhood, M::Remark]
            }
            TableKind::Organisations => &[M::Organisation, M::Institution, M::Side, M::Remark],
            TableKind::Users | TableKind::Classes | TableKind::Enrollments => Meaning::ALL,
            TableKind::Nothing => &[],
        };
        meaning == M::Unneeded || person.contains(&meaning) || others.contains(&meaning)
    }
}
