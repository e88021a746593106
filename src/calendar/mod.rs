//! Which days things happen on: closures, slots and their meetings, and who can be there.
//!
//! Implements docs/model.md sections 1 to 5.

mod attendance;
mod closures;
mod instant;
mod slots;
mod supervision;

use crate::roster::{Day, LocationIx, Roster, Span};
pub use attendance::{Attendance, Presence, State, StatePoints};
pub use instant::local_instant;

use closures::Closures;

/// A roster with its closures worked out.
#[derive(Debug)]
pub struct Calendar<'a> {
    /// The roster.
    pub roster: &'a Roster,
    closures: Closures,
}

/// One dated meeting: day, stretch of the day, and location (none is on line).
#[derive(Clone, Copy, Debug)]
pub struct Meeting {
    /// The day.
    pub day: Day,
    /// From and to.
    pub span: Span,
    /// Where.
    pub location: Option<LocationIx>,
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
