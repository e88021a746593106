//! What makes the people of a pool differ: attributes of their own, wishes, fields, and environments
//! that admit some of them only.
//!
//! Each kind has draws of its own: asking for one leaves the others, and the pool, as they were.

mod environments;
mod fields;
mod pairs;

use super::kit::Dice;
use super::parts::{about, number, text};
use leerteam_wire::v1::Roster;

/// The text attribute, and the rule that shares it out beside its own attributes.
const TEXT: &str = "language";
const SHARED: [&str; 4] = ["profession", "level-group", "institution", TEXT];
/// The number attribute and its highest value.
const NUMBER: (&str, u32) = ("experience", 10);

/// How the people of a pool differ beyond programme, placement and timetable; by default not at all.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Diversity {
    /// Number of values of a text attribute, `language`; without any, there is no such attribute.
    pub text_values: Option<u32>,
    /// A number attribute, `experience`, from 0 to 10.
    pub numbers: bool,
    /// Weighed wishes for each participant, about any two participants, as a fraction.
    pub wishes: f64,
    /// Share of the participants of whom two must be together or apart, as a fraction.
    pub required_pairs: f64,
    /// Supervisors have fields, and some participants one of their own.
    pub own_fields: bool,
    /// Number of environments, of which neighbours admit some of the same people; one if not given.
    pub environments: Option<usize>,
}

/// More environments than a pool has placements.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "a pool of {students} students has {most} placements, too few for {asked} environments; ask for \
     1 to {most} environments, or for more students"
)]
pub struct TooManyEnvironments {
    /// Environments that were asked for.
    pub asked: usize,
    /// Placements of the pool.
    pub most: usize,
    /// Students of the pool.
    pub students: usize,
}

/// Makes the people of a pool differ.
///
/// # Errors
/// [`TooManyEnvironments`] if some environment would have no placement.
pub fn diversify(
    roster: &mut Roster,
    seed: u64,
    diversity: &Diversity,
) -> Result<(), TooManyEnvironments> {
    if let Some(values) = diversity.text_values {
        add_texts(roster, seed, values);
    }
    if diversity.numbers {
        add_numbers(roster, seed);
    }
    if diversity.own_fields {
        fields::add(roster, seed);
    }
    if let Some(count) = diversity.environments {
        environments::split(roster, count)?;
    }
    pairs::add(roster, seed, diversity);
    Ok(())
}

/// Most have the first value, and each next one is rarer, as with languages; with more values the
/// first is less common.
fn add_texts(roster: &mut Roster, seed: u64, values: u32) {
    let spread = 7 * values.max(5);
    for participant in &mut roster.participants {
        let mut dice = Dice::new(seed, &format!("{TEXT} of {}", participant.id));
        let mut value = 1;
        while value < values && dice.chance(spread, 60 + spread) {
            value += 1;
        }
        participant.attributes.insert(TEXT.into(), text(&format!("taal-{value}")));
    }
    roster.rules.push(about("fair-share", &SHARED));
}

fn add_numbers(roster: &mut Roster, seed: u64) {
    let (name, highest) = NUMBER;
    for participant in &mut roster.participants {
        let years = Dice::new(seed, &format!("{name} of {}", participant.id)).between(0, highest);
        participant.attributes.insert(name.into(), number(years as i32));
    }
}
