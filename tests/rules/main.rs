//! For every rule one plan that keeps it and plans that break it, with the exact amounts.

mod balance;
mod case;
mod people;
mod stability;
mod sums;
mod supervisors;
mod teams;
mod themes;

#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeSet;

use case::Case;
use leerteam::rules::RULES;

/// One test for each rule, and the list of the rules that have one.
macro_rules! rules {
    ($($name:ident: $id:literal by $case:path;)*) => {
        $(
            #[test]
            fn $name() {
                let mut case = Case::new($id);
                $case(&mut case);
                case.is_complete();
            }
        )*

        const COVERED: &[&str] = &[$($id,)*];
    };
}

rules! {
    placed: "placed" by people::placed;
    once: "once" by people::once;
    admitted: "admitted" by people::admitted;
    pins: "pins" by people::pins;
    share_of_meetings: "share-of-meetings" by people::share_of_meetings;
    attendance: "attendance" by people::attendance;
    together: "together" by people::together;
    apart: "apart" by people::apart;
    wishes: "wishes" by people::wishes;
    team_count: "team-count" by teams::team_count;
    team_size: "team-size" by teams::team_size;
    slot: "slot" by teams::slot;
    room: "room" by teams::room;
    room_double_booked: "room-double-booked" by teams::room_double_booked;
    professions: "professions" by teams::professions;
    quorum: "quorum" by teams::quorum;
    fair_share: "fair-share" by teams::fair_share;
    supervisors_per_side: "supervisors-per-side" by supervisors::per_side;
    pinned_supervisors: "pinned-supervisors" by supervisors::pinned;
    supervisor_fit: "supervisor-fit" by supervisors::fit;
    supervisor_available: "supervisor-available" by supervisors::available;
    supervisor_hours: "supervisor-hours" by supervisors::hours;
    supervisor_teams: "supervisor-teams" by supervisors::teams;
    supervisor_double_booked: "supervisor-double-booked" by supervisors::double_booked;
    supervisor_travel: "supervisor-travel" by supervisors::travel;
    different_organisations: "different-organisations" by supervisors::different_organisations;
    own_field: "own-field" by supervisors::own_field;
    willing: "willing" by supervisors::willing;
    number_balance: "number-balance" by balance::number_balance;
    few_professions: "few-professions" by balance::few_professions;
    has: "has" by balance::has;
    alone: "alone" by balance::alone;
    critical_mass: "critical-mass" by balance::critical_mass;
    fragile: "fragile" by balance::fragile;
    even_sizes: "even-sizes" by balance::even_sizes;
    theme_open: "theme-open" by themes::open;
    theme: "theme" by themes::preference;
    same_period: "same-period" by themes::same_period;
    stability: "stability" by stability::stability;
    even_load: "even-load" by supervisors::even_load;
}

#[test]
fn every_rule_is_tested() {
    let covered: BTreeSet<&str> = COVERED.iter().copied().collect();
    let rules: BTreeSet<&str> = RULES.iter().map(|rule| rule.specification().id).collect();
    assert_eq!(covered, rules);
    assert_eq!(covered.len(), COVERED.len(), "each rule has one test");
    assert_eq!(rules.len(), RULES.len(), "each rule has an id of its own");
}
