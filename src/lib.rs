//! Plans interprofessional learning teams: who is in which team, when it meets, where and under
//! whose supervision, with a proven bound on how much better a plan could be.
//!
//! Data flows one way: a `leerteam.v1.Roster` is read and validated into a [`roster::Roster`], the
//! [`planner`] lowers it by the [`rules`] to numbers, has them solved, and the plan that comes back
//! is scored anew by [`check`] before it is shown.

pub mod calendar;
pub mod check;
pub mod cli;
pub mod example;
pub mod formats;
pub mod import;
pub mod messages;
pub mod plan;
pub mod planner;
pub mod roster;
pub mod rules;
pub mod service;
pub mod validate;
pub mod wire;
