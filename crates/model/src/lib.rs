//! The domain: what a roster says, what a plan is and what it is worth. It is built without solver, network and
//! files, so that its score is a second opinion on the solver's.
//!
//! - [`roster`]: all input of one planning round, with every reference resolved; findings and limits
//! - [`calendar`]: on which days things happen, and how somebody is at a meeting
//! - [`plan`]: decisions, and what they are worth
//! - [`rules`]: one file a rule, with its specification and how it scores a plan
//! - [`validate`]: what is well formed and still cannot be planned, or is probably not meant
//! - [`check`]: scores any plan, and works out all that follows from it

pub mod calendar;
pub mod check;
pub mod plan;
pub mod roster;
pub mod rules;
pub mod validate;
