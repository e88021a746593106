//! Organisations, locations, rooms and travel.

use std::collections::HashMap;

use index_vec::IndexVec;

use super::{LocationIx, OrganisationIx, RoomIx, Side, Window};

/// An education institution or a practice organisation.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Its id.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Education or practice.
    pub side: Side,
}

/// A place where people are and teams meet.
#[derive(Clone, Debug)]
pub struct Location {
    /// Its id.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// The organisation it belongs to.
    pub organisation: Option<OrganisationIx>,
    /// Neighbourhood; empty is one of its own.
    pub neighbourhood: String,
    /// When it is open; empty is always.
    pub openings: Vec<Window>,
    /// Its rooms; empty is no limit.
    pub rooms: IndexVec<RoomIx, Room>,
}

/// A room at a location.
#[derive(Clone, Debug)]
pub struct Room {
    /// Its id, unique at its location.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// How many people fit, supervisors included.
    pub capacity: Option<u32>,
    /// When it can be used; empty is when its location is open.
    pub openings: Vec<Window>,
}

/// Travel times in minutes.
#[derive(Clone, Debug)]
pub struct Travel {
    /// Given pairs, from and to.
    pub pairs: HashMap<(LocationIx, LocationIx), u32>,
    /// Between two locations of one neighbourhood.
    pub within: u32,
    /// Between neighbourhoods.
    pub between: u32,
}

impl Travel {
    /// Minutes from one location to another (docs/model.md section 2); no location is nowhere in
    /// particular.
    pub fn minutes(
        &self,
        locations: &IndexVec<LocationIx, Location>,
        from: Option<LocationIx>,
        to: Option<LocationIx>,
    ) -> u32 {
        let (Some(from), Some(to)) = (from, to) else { return 0 };
        if from == to {
            return 0;
        }
        let given = self.pairs.get(&(from, to)).or_else(|| self.pairs.get(&(to, from)));
        given.copied().unwrap_or_else(|| {
            let (from, to) = (&locations[from].neighbourhood, &locations[to].neighbourhood);
            if from == to && !from.is_empty() { self.within } else { self.between }
        })
    }
}
