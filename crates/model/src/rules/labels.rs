//! The values of an attribute among some participants.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::roster::{ParticipantIx, Roster};

/// The values of an attribute among some participants, and who has which.
#[derive(Debug)]
pub struct Labels<'a> {
    /// Different values, in order.
    pub values: Vec<Cow<'a, str>>,
    /// For each participant the place of the value; `None` where there is none.
    pub of: Vec<Option<usize>>,
}

impl<'a> Labels<'a> {
    /// Looks up an attribute of participants.
    pub fn new(
        roster: &'a Roster,
        participants: impl Iterator<Item = ParticipantIx>,
        attribute: &str,
    ) -> Labels<'a> {
        let each: Vec<_> = participants.map(|p| roster.attribute(p, attribute)).collect();
        let mut places: BTreeMap<Cow<str>, usize> =
            each.iter().flatten().map(|value| (value.clone(), 0)).collect();
        places.values_mut().enumerate().for_each(|(place, of)| *of = place);
        let of = each.iter().map(|value| places.get(value.as_ref()?).copied()).collect();
        let values = places.into_keys().collect();
        Labels { values, of }
    }

    /// How many have each value, by their places of values: some of `of`.
    pub fn heads(&self, of: &[Option<usize>]) -> Vec<i64> {
        let mut heads = vec![0; self.values.len()];
        of.iter().flatten().for_each(|&value| heads[value] += 1);
        heads
    }
}

/// The values of an attribute among some participants, in order, each with those who have it.
pub(super) fn groups<'a>(
    roster: &'a Roster,
    participants: &[ParticipantIx],
    attribute: &str,
) -> BTreeMap<Cow<'a, str>, Vec<ParticipantIx>> {
    let mut groups: BTreeMap<_, Vec<ParticipantIx>> = BTreeMap::new();
    for &participant in participants {
        if let Some(value) = roster.attribute(participant, attribute) {
            groups.entry(value).or_default().push(participant);
        }
    }
    groups
}
