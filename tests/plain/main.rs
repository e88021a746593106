//! A second, plain scorer against the library's, and what must hold of any roster, both on random
//! rosters that have every field.

#[path = "../support/by_rule.rs"]
mod by_rule;
mod compare;
mod coverage;
mod invariants;
mod moved;
mod nearby;
mod plans;
mod rosters;
mod scorer;
mod sheets;
mod starting;
