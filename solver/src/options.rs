//! How to search, and by what means.

use std::time::Duration;

/// How to search.
#[derive(Clone, Debug)]
pub struct Options {
    /// Longest time; none by default.
    pub time_limit: Option<Duration>,
    /// Most simplex iterations, for results that repeat exactly; none by default.
    pub work_limit: Option<u64>,
    /// Relative gap at which to stop, as a fraction; 0 by default.
    pub gap: f64,
    /// Threads, at least 1; 1 by default.
    pub threads: u32,
    /// Seed of all random choices; 0 by default.
    pub seed: u32,
    /// By what means to search; by all by default.
    pub methods: Methods,
}

/// By what means to search, to measure and test each alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Methods {
    /// Whether there is a local search beside the linear program.
    pub local_search: bool,
    /// What the columns of the linear program stand for.
    pub columns: Columns,
}

/// What the columns of the linear program stand for (docs/engine.md).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Columns {
    /// Compositions where people are alike, else whole teams.
    Chosen,
    /// Whole teams.
    WholeTeams,
}

impl Default for Methods {
    fn default() -> Methods {
        Methods { local_search: true, columns: Columns::Chosen }
    }
}

impl Default for Options {
    fn default() -> Options {
        Options {
            time_limit: None,
            work_limit: None,
            gap: 0.0,
            threads: 1,
            seed: 0,
            methods: Methods::default(),
        }
    }
}
