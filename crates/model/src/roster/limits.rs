//! How large a roster may be. Beyond these a roster is refused by name of the limit, before any
//! work of its size is done.

/// A limit with the field it is about.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// What is limited.
    pub name: &'static str,
    /// At most.
    pub at_most: u64,
}

macro_rules! limits {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $at_most:literal;)*) => {
        /// The limits by name.
        #[derive(Clone, Copy, Debug)]
        pub struct Limits { $($(#[$doc])* pub $name: Limit,)* }

        /// The limits in force.
        pub const LIMITS: Limits = Limits {
            $($name: Limit { name: $text, at_most: $at_most },)*
        };

        impl Limits {
            /// All limits, for the docs.
            pub fn all(&self) -> Vec<Limit> { vec![$(self.$name,)*] }
        }
    };
}

limits! {
    /// Days of the planning period.
    days = "days", 1_100;
    /// Participants.
    participants = "participants", 200_000;
    /// Supervisors.
    supervisors = "supervisors", 50_000;
    /// Environments.
    environments = "environments", 5_000;
    /// Organisations, locations, programmes, cohorts, themes, travel pairs, wishes: each.
    entries = "entries", 200_000;
    /// Commitments, windows, exceptions or the like of one person or place.
    own_entries = "own-entries", 1_000;
    /// Candidate slots of one environment.
    slots = "slots", 5_000;
    /// Teams of one environment.
    teams = "teams", 50_000;
    /// Candidates times slots, over all environments.
    combinations = "combinations", 200_000_000;
    /// Findings of one severity.
    findings = "findings", 10_000;
    /// Characters of an id.
    id = "id", 200;
    /// Characters of any other text: as many as a cell of a workbook holds.
    text = "text", 32_767;
    /// Weight of a rule, and each of its parameters.
    weight = "weight", 100_000;
}
