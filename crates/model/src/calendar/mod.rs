//! Which days things happen on: closures, slots and their meetings, and who can be there.
//!
//! Implements docs/model.md sections 1 to 5.

mod agenda;
mod attendance;
mod closures;
mod instant;
mod series;
mod slots;
mod supervision;

use crate::roster::{LocationIx, Roster};
pub use agenda::Agenda;
pub use attendance::{Attendance, Judging, Presence, State, StatePoints, Summary};
pub use instant::local_instant;
pub use series::Series;

use closures::Closures;

/// A roster with its closures worked out.
#[derive(Debug)]
pub struct Calendar<'a> {
    /// The roster.
    pub roster: &'a Roster,
    closures: Closures,
}

impl<'a> Calendar<'a> {
    /// Works out the closures of a roster.
    pub fn new(roster: &'a Roster) -> Calendar<'a> {
        Calendar { roster, closures: Closures::new(roster) }
    }

    /// Minutes of travel (docs/model.md section 2).
    pub fn travel(&self, from: Option<LocationIx>, to: Option<LocationIx>) -> u32 {
        self.roster.travel.minutes(&self.roster.locations, from, to)
    }
}
