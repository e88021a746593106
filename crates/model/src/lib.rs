//! The domain: what a roster says, what a plan is and what it is worth. It knows no solver, no network
//! and no files.
//!
//! A [`roster::Roster`] has its times worked out by the [`calendar`], the [`rules`] score a
//! [`plan::Plan`] for it, and [`check`] sums up what the plan is worth. [`validate`] finds what is wrong
//! with a roster.

pub mod calendar;
pub mod check;
pub mod plan;
pub mod roster;
pub mod rules;
pub mod validate;
