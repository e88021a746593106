//! What the planner makes of each rule: one file each, beside the rule's scoring in [`leerteam_model::rules`].
//!
//! A rule takes part in solving in up to three ways, after the three kinds of docs/model.md: a cost
//! of one person at one slot ([`Lowering::member`], [`Lowering::duty`]), terms of one team
//! ([`Lowering::team`]), and rows that tie teams together ([`Lowering::link`]).

mod admitted;
mod alone;
mod apart;
mod attendance;
mod conflicts;
mod critical_mass;
mod different_organisations;
mod even_load;
mod even_sizes;
mod fair_share;
mod few_professions;
mod fragile;
mod has;
mod number_balance;
mod once;
mod own_field;
mod pinned_supervisors;
mod pins;
mod placed;
mod professions;
mod quorum;
mod room;
mod room_double_booked;
mod same_period;
mod serving;
mod share_of_meetings;
mod slot;
mod stability;
mod supervisor_available;
mod supervisor_double_booked;
mod supervisor_fit;
mod supervisor_hours;
mod supervisor_teams;
mod supervisor_travel;
mod supervisors_per_side;
mod team_count;
mod team_size;
mod theme;
mod theme_open;
mod together;
mod willing;
mod wishes;

use leerteam_solver::{Cost, Group, Problem};

use super::decision_space::{CandidateSlot, DecisionSpace, DutyAt, Seat, Shared, TeamGroup};
use leerteam_model::rules::{self, Rule};
pub use serving::Serving;
pub use theme::choices as theme_choices;

/// A rule as terms of the solver's problem. What a rule does not state here, the problem has built in
/// or never offers as a choice.
pub trait Lowering: Rule {
    /// Cost of a member who is at one slot in one way.
    fn member(&self, _seat: &Seat) -> Cost {
        Cost::ZERO
    }

    /// Whether the planner may let one supervisor serve at one slot.
    fn duty(&self, _duty: &DutyAt) -> bool {
        true
    }

    /// Adds terms of one team, and strikes out members that the planner never gives it. Rules are
    /// asked in the order of [`LOWERINGS`].
    fn team(&self, _frame: &DecisionSpace, _of: &TeamGroup, _group: &mut Group) {}

    /// Adds what ties teams together.
    fn link(&self, _frame: &DecisionSpace, _serving: &Serving, _problem: &mut Problem) {}
}

/// Every rule of [`rules::RULES`], in the same order.
pub const LOWERINGS: &[&dyn Lowering] = &[
    &rules::placed::Placed,
    &rules::once::Once,
    &rules::admitted::Admitted,
    &rules::pins::Pins,
    &rules::team_count::TeamCount,
    &rules::team_size::TeamSize,
    &rules::slot::SlotInHours,
    &rules::room::RoomFits,
    &rules::room_double_booked::RoomDoubleBooked,
    &rules::theme_open::ThemeOpen,
    &rules::supervisors_per_side::SupervisorsPerSide,
    &rules::pinned_supervisors::PinnedSupervisors,
    &rules::supervisor_fit::SupervisorFit,
    &rules::supervisor_available::SupervisorAvailable,
    &rules::supervisor_hours::SupervisorHours,
    &rules::supervisor_teams::SupervisorTeams,
    &rules::supervisor_double_booked::SupervisorDoubleBooked,
    &rules::supervisor_travel::SupervisorTravel,
    &rules::professions::Professions,
    &rules::share_of_meetings::ShareOfMeetings,
    &rules::quorum::EnoughThere,
    &rules::together::Together,
    &rules::apart::Apart,
    &rules::attendance::AttendancePoints,
    &rules::same_period::SamePeriod,
    &rules::theme::ThemePreference,
    &rules::fair_share::FairShare,
    &rules::number_balance::NumberBalance,
    &rules::few_professions::FewProfessions,
    &rules::has::Has,
    &rules::alone::Alone,
    &rules::critical_mass::CriticalMass,
    &rules::fragile::Fragile,
    &rules::even_sizes::EvenSizes,
    &rules::different_organisations::DifferentOrganisations,
    &rules::own_field::OwnField,
    &rules::willing::Willing,
    &rules::even_load::EvenLoad,
    &rules::wishes::Wishes,
    &rules::stability::Stability,
];

#[cfg(test)]
mod tests {
    use super::LOWERINGS;
    use leerteam_model::rules::RULES;

    #[test]
    fn every_rule_is_lowered_in_the_order_of_the_scores() {
        let scored: Vec<&str> = RULES.iter().map(|rule| rule.specification().id).collect();
        let lowered: Vec<&str> = LOWERINGS.iter().map(|rule| rule.specification().id).collect();
        assert_eq!(lowered, scored);
    }
}
