//! Example rosters, generated from a seed: the same name and options always give the same roster.
//!
//! A new example is one entry in the table below and one file with its roster.
//!
//! ```
//! use leerteam_example::{Options, generate};
//!
//! let options = Options { students: Some(12), seed: 7, ..Options::default() };
//! let roster = generate("pool", &options)?;
//! assert_eq!(roster.participants.len(), 12);
//! assert_eq!(roster, generate("pool", &options)?);
//! # Ok::<(), leerteam_example::ExampleError>(())
//! ```

mod calendar;
mod catalogue;
mod diverse;
mod event;
mod isop;
mod keuzedeel;
mod kit;
mod lwwl;
mod neighbourhood;
mod noa;
mod parts;
mod people;
mod pool;
mod professionals;
mod regions;
mod roles;
mod site;
#[cfg(test)]
mod tests;
mod timetable;
mod topclass;
mod utrecht;
mod wijk;
mod zwolle;

pub use diverse::{Diversity, TooManyEnvironments};

use leerteam_wire::v1;

/// What an example can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Options {
    /// Number of students; the default is the example's own. Examples whose composition is a
    /// public fact, such as `zwolle`, keep that composition.
    pub students: Option<usize>,
    /// Number of regions, for examples that have them; the default is the example's own.
    pub regions: Option<usize>,
    /// Where all that is synthetic in the roster comes from.
    pub seed: u64,
    /// How people differ; for the example `pool` only.
    pub diversity: Diversity,
}

/// Why there is no such example.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ExampleError {
    /// No example has this name.
    #[error("there is no example `{0}`; the examples are: {names}", names = NAMES.join(", "))]
    UnknownName(String),
    /// People were asked to differ in an example in which they are given.
    #[error(
        "people can be made to differ in the example `{DIVERSE}` only, not in `{0}`; leave out what \
         makes them differ, or ask for `{DIVERSE}`"
    )]
    NotDiverse(String),
    /// More environments than there can be.
    #[error(transparent)]
    TooManyEnvironments(#[from] TooManyEnvironments),
}

/// The example in which people can be made to differ.
const DIVERSE: &str = "pool";

/// One example: its name and what makes its roster.
struct Example {
    name: &'static str,
    roster: fn(&Options) -> v1::Roster,
}

const EXAMPLES: [Example; 12] = [
    Example { name: "zwolle", roster: zwolle::roster },
    Example { name: "wijk", roster: wijk::roster },
    Example { name: "professionals", roster: professionals::roster },
    Example { name: "keuzedeel", roster: keuzedeel::roster },
    Example { name: "utrecht", roster: utrecht::roster },
    Example { name: "isop", roster: isop::roster },
    Example { name: "noa", roster: noa::roster },
    Example { name: "event", roster: event::roster },
    Example { name: "lwwl", roster: lwwl::roster },
    Example { name: "topclass", roster: topclass::roster },
    Example { name: "pool", roster: pool::roster },
    Example { name: "regions", roster: regions::roster },
];

/// The names of all examples.
pub const NAMES: &[&str] = &{
    let mut names = [""; EXAMPLES.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = EXAMPLES[at].name;
        at += 1;
    }
    names
};

/// Generates the roster of the example of this name.
///
/// # Errors
/// [`ExampleError`] if there is no example of this name, or not with these options.
pub fn generate(name: &str, options: &Options) -> Result<v1::Roster, ExampleError> {
    let example = EXAMPLES
        .iter()
        .find(|example| example.name == name)
        .ok_or_else(|| ExampleError::UnknownName(name.to_owned()))?;
    let diversity = &options.diversity;
    if name != DIVERSE && *diversity != Diversity::default() {
        return Err(ExampleError::NotDiverse(name.to_owned()));
    }
    let mut roster = (example.roster)(options);
    diverse::diversify(&mut roster, options.seed, diversity)?;
    Ok(roster)
}
