//! The rules: one file each, with its id, its meaning and how it scores a plan. docs/rules.md has the
//! definitions. What the planner makes of a rule is no business of these files, so that the checker's
//! score is a second opinion.

pub mod admitted;
pub mod alone;
pub mod apart;
pub mod attendance;
pub mod critical_mass;
pub mod different_organisations;
mod evaluated_plan;
pub mod even_load;
pub mod even_sizes;
pub mod fair_share;
pub mod few_professions;
pub mod fragile;
pub mod has;
mod labels;
pub mod number_balance;
pub mod once;
pub mod own_field;
mod penalty_bound;
pub mod pinned_supervisors;
pub mod pins;
pub mod placed;
pub mod professions;
pub mod quorum;
pub mod room;
pub mod room_double_booked;
pub mod same_period;
mod settings;
mod share;
pub mod share_of_meetings;
pub mod slot;
pub mod stability;
pub mod supervisor_available;
pub mod supervisor_double_booked;
pub mod supervisor_fit;
pub mod supervisor_hours;
pub mod supervisor_teams;
pub mod supervisor_travel;
pub mod supervisors_per_side;
pub mod team_count;
pub mod team_size;
pub mod theme;
pub mod theme_open;
pub mod together;
pub mod willing;
pub mod wishes;

use crate::plan::ScoreBreakdown;
use crate::roster::Mode;
pub use evaluated_plan::EvaluatedPlan;
pub use labels::Labels;
pub use penalty_bound::{Bound, BoundContext, PenaltyBound};
pub use settings::{Setting, Settings, judging, state_points};
pub use share::percent;
pub use supervisor_fit::Fitting;
pub use supervisor_hours::{load as supervisor_load, loads as supervisor_loads};

/// A number that a rule takes.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// Its name in settings.
    pub name: &'static str,
    /// Where nothing is stated.
    pub default: i64,
    /// At least.
    pub least: u32,
    /// At most.
    pub most: u64,
}

/// How far a rule's settings context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// An environment can have its own settings.
    Environment,
    /// It ties environments together: only the roster's settings count.
    Roster,
}

/// What a rule ties together, which says how it can be lowered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One person at one slot.
    Person,
    /// The members, the supervisors and the slot of one team.
    Team,
    /// Several teams.
    Linking,
}

/// What a rule looks at of the slots of teams, which says how moving a team is scored
/// ([`crate::check::alternatives()`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slots {
    /// Nothing: it charges the same whenever teams meet.
    Ignored,
    /// The slot of each team, at nothing of the other teams. A base plan is looked at for the team
    /// that is continued.
    EachTeam,
    /// The slots of each two teams that meet on one day, in one room or under one supervisor. What is
    /// charged for two teams is the same whatever other teams there are.
    EachTwoTeams,
}

/// What is fixed about a rule.
#[derive(Clone, Copy, Debug)]
pub struct Specification {
    /// Its id.
    pub id: &'static str,
    /// What it ties together.
    pub kind: Kind,
    /// What it looks at of slots.
    pub slots: Slots,
    /// How far its settings context.
    pub scope: Scope,
    /// Whether the planner never breaks it (docs/model.md section 7).
    pub kept: bool,
    /// Modes it can be in, beside off; a kept rule has only one and cannot be switched off.
    pub modes: &'static [Mode],
    /// Its mode where nothing is stated.
    pub mode: Mode,
    /// Points for each unit when weighed, where nothing is stated.
    pub weight: i64,
    /// Numbers it takes.
    pub parameters: &'static [Parameter],
    /// Attributes it looks at where nothing is stated.
    pub attributes: Attributes,
}

/// The attributes that a rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attributes {
    /// None: it takes none.
    None,
    /// Of texts: these, where nothing is stated.
    Texts(&'static [&'static str]),
    /// Of numbers: all that participants have, where nothing is stated.
    Numbers,
    /// Of texts: these, where nothing is stated; and a setting names the values that it asks for.
    Values(&'static [&'static str]),
}

/// Either required or weighed.
const EITHER: &[Mode] = &[Mode::Required, Mode::Weighed];

impl Specification {
    /// A rule that is kept: it always holds in the planner's plans.
    const fn kept(id: &'static str, kind: Kind, slots: Slots) -> Specification {
        let modes = &[Mode::Required];
        Specification { kept: true, modes, ..Specification::required(id, kind, slots) }
    }

    /// A rule that is required by default.
    const fn required(id: &'static str, kind: Kind, slots: Slots) -> Specification {
        Specification {
            id,
            kind,
            slots,
            scope: Scope::Environment,
            kept: false,
            modes: EITHER,
            mode: Mode::Required,
            weight: 1000,
            parameters: &[],
            attributes: Attributes::None,
        }
    }

    /// A rule that is weighed by default.
    const fn weighed(id: &'static str, kind: Kind, slots: Slots, weight: i64) -> Specification {
        let required = Specification::required(id, kind, slots);
        Specification { mode: Mode::Weighed, modes: &[Mode::Weighed], weight, ..required }
    }

    /// The same, but it can be required too.
    const fn or_required(self) -> Specification {
        Specification { modes: EITHER, ..self }
    }

    /// The same with the roster's settings only.
    const fn of_roster(self) -> Specification {
        Specification { scope: Scope::Roster, ..self }
    }
}

/// A named term of the score.
pub trait Rule: Sync {
    /// What is fixed about it.
    fn specification(&self) -> Specification;

    /// Charges what a plan breaks or costs.
    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown);

    /// What it charges at most.
    fn bound(&self) -> Bound;
}

/// Every rule, in the order in which scores list them.
pub const RULES: &[&dyn Rule] = &[
    &placed::Placed,
    &once::Once,
    &admitted::Admitted,
    &pins::Pins,
    &team_count::TeamCount,
    &team_size::TeamSize,
    &slot::SlotInHours,
    &room::RoomFits,
    &room_double_booked::RoomDoubleBooked,
    &theme_open::ThemeOpen,
    &supervisors_per_side::SupervisorsPerSide,
    &pinned_supervisors::PinnedSupervisors,
    &supervisor_fit::SupervisorFit,
    &supervisor_available::SupervisorAvailable,
    &supervisor_hours::SupervisorHours,
    &supervisor_teams::SupervisorTeams,
    &supervisor_double_booked::SupervisorDoubleBooked,
    &supervisor_travel::SupervisorTravel,
    &professions::Professions,
    &share_of_meetings::ShareOfMeetings,
    &quorum::EnoughThere,
    &together::Together,
    &apart::Apart,
    &attendance::AttendancePoints,
    &same_period::SamePeriod,
    &theme::ThemePreference,
    &fair_share::FairShare,
    &number_balance::NumberBalance,
    &few_professions::FewProfessions,
    &has::Has,
    &alone::Alone,
    &critical_mass::CriticalMass,
    &fragile::Fragile,
    &even_sizes::EvenSizes,
    &different_organisations::DifferentOrganisations,
    &own_field::OwnField,
    &willing::Willing,
    &even_load::EvenLoad,
    &wishes::Wishes,
    &stability::Stability,
];

/// The rule with an id.
pub fn find_rule(id: &str) -> Option<&'static dyn Rule> {
    RULES.iter().copied().find(|rule| rule.specification().id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_bounded_in_its_scope() {
        for rule in RULES {
            let scope = match rule.bound() {
                Bound::Environment(_) => Scope::Environment,
                Bound::Roster(_) => Scope::Roster,
            };
            assert_eq!(scope, rule.specification().scope, "{}", rule.specification().id);
        }
    }
}
