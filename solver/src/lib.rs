//! The optimisation core of leerteam: numbers in; numbers, a proven bound and events out.
//!
//! A [`Problem`] asks which people form which teams, at which slot and under which supervisors. It
//! knows nothing of dates, files or the network: whatever a rule means has become a [`Cost`] of one
//! person at one slot, a [`Term`] of one team, or a [`Row`] that ties teams together. [`solve`]
//! returns the best [`Solution`] it found and a bound that no solution can be below.
//!
//! ```
//! use leerteam_solver::{Cost, Group, Options, Problem, Slot, solve};
//!
//! // Two people, one team, two slots: the second costs three points a head.
//! let slot = |points| Slot::new(vec![Some(Cost::points(points)); 2]);
//! let group = Group::new(vec![0, 1], 1, 2, vec![slot(5), slot(3)]);
//! let problem = Problem::new(vec![Cost::broken(1); 2], vec![group]);
//! let answer = solve(&problem, &Options::default(), &Default::default(), &mut |_| {});
//! assert_eq!(answer.cost, Cost { broken: 0, points: 6 });
//! assert_eq!(answer.bound, answer.cost);
//! ```

// For the random problems of the tests.
#[cfg(test)]
extern crate self as leerteam_solver;

mod beside;
mod branch;
mod deal;
mod decompose;
mod dive;
mod ends;
mod engine;
mod events;
mod failure;
#[cfg(test)]
mod faults;
mod fill;
mod first;
mod generate;
mod heads;
mod highs;
mod improve;
mod incumbent;
mod integer;
mod load;
mod local;
mod master;
mod options;
mod pricing;
mod problem;
#[cfg(test)]
#[path = "../tests/random/mod.rs"]
mod random;
mod reduce;
mod reference;
mod search;
mod solution;
mod split;
mod sums;
mod tasks;
mod timetable;
mod tolerances;
mod warm;
mod workers;

pub use ends::Ended;
pub use engine::{Answer, solve, solve_from};
pub use events::{Cancel, Event, Phase};
pub use failure::Failure;
pub use leerteam_cost::Cost;
pub use options::{Columns, Methods, Options};
pub use problem::{Duty, Group, Need, Problem, Quorum, Row, Slot, Term, Use};
pub use reference::solve_compact;
pub use solution::{Broken, Solution, Team};
