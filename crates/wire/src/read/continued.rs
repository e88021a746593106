//! Which given team a team of an earlier plan goes on as.

use leerteam_model::roster::{folded, most_alike};

/// The place of the given team, of their ids and names, with the id of an earlier team, or else with its name:
/// people write down what they see. Else the name or id that is perhaps meant.
pub(super) fn continued<'a>(
    given: impl Iterator<Item = (&'a str, &'a str)> + Clone,
    id: &str,
    name: &str,
) -> Result<usize, Option<&'a str>> {
    if let Some(same) = given.clone().position(|(given, _)| given == id) {
        return Ok(same);
    }
    let wanted = folded(name);
    let is_named = |(id, name): (&str, &str)| [folded(id), folded(name)].contains(&wanted);
    let known = || given.clone().flat_map(|(id, name)| [id, name]).filter(|name| !name.is_empty());
    given.clone().position(is_named).ok_or_else(|| most_alike(name, known()))
}
