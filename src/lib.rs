//! Plans interprofessional learning teams: who is in which team, when it meets, where and under
//! whose supervision, with a proven bound on how much better a plan could be.
//!
//! Data flows one way: a `leerteam.v1.Roster` is read and validated into a [`roster::Roster`], the
//! [`planner`] lowers it by the [`rules`] to numbers, has them solved, and the plan that comes back
//! is scored again by [`check`] before it is shown.
//!
//! Each of the modules below is a crate of its own or part of one; this library only names them.

pub use leerteam_formats as formats;
pub use leerteam_import as import;
pub use leerteam_messages as messages;
pub use leerteam_model::{calendar, check, plan, roster, rules, validate};
pub use leerteam_planner as planner;
pub use leerteam_service as service;
pub use leerteam_wire as wire;
