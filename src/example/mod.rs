//! Example rosters, generated from a seed: the same name and options always give the same roster.
//!
//! A new example is one entry in the table below and one file with its roster.

mod calendar;
mod catalogue;
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

use crate::wire::v1;

/// What an example can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Number of students; the default is the example's own. Examples whose composition is a
    /// public fact, such as `zwolle`, keep that composition.
    pub students: Option<usize>,
    /// Number of regions, for examples that have them; the default is the example's own.
    pub regions: Option<usize>,
    /// Where all that is synthetic in the roster comes from.
    pub seed: u64,
}

/// A name that no example has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no example `{name}`; the examples are: {}", NAMES.join(", "))]
pub struct UnknownExample {
    /// The name that was asked for.
    pub name: String,
}

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
/// [`UnknownExample`] if there is no example of this name.
pub fn generate(name: &str, options: &Options) -> Result<v1::Roster, UnknownExample> {
    EXAMPLES
        .iter()
        .find(|example| example.name == name)
        .map(|example| (example.roster)(options))
        .ok_or_else(|| UnknownExample { name: name.to_owned() })
}
