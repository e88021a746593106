//! Which organisations and locations are closed on which days.

use crate::roster::{Closure, Day, LocationIx, OrganisationIx, Roster};

/// Closed days, one row for all that are closed alike.
#[derive(Debug)]
pub(super) struct Closures {
    /// Row 0: everything is closed.
    rows: Vec<Vec<bool>>,
    organisations: Vec<usize>,
    locations: Vec<usize>,
}

impl Closures {
    pub fn new(roster: &Roster) -> Closures {
        let days = roster.period.days() as usize;
        let mut closures = Closures {
            rows: vec![vec![false; days]],
            organisations: vec![0; roster.organisations.len()],
            locations: vec![0; roster.locations.len()],
        };
        let all = &roster.period.closures;
        closures.close(0, all.iter().filter(|closure| closure.is_everywhere()));
        for organisation in 0..roster.organisations.len() {
            let of = |closure: &&Closure| closure.organisations.contains(&organisation);
            closures.organisations[organisation] = closures.row(0, all.iter().filter(of));
        }
        for (index, location) in roster.locations.iter().enumerate() {
            let of = |closure: &&Closure| closure.locations.contains(&index);
            let base = location.organisation.map_or(0, |o| closures.organisations[o]);
            closures.locations[index] = closures.row(base, all.iter().filter(of));
        }
        closures
    }

    /// The row of `base` with more days closed: `base` itself if there are none.
    fn row<'c>(&mut self, base: usize, mut more: impl Iterator<Item = &'c Closure>) -> usize {
        let Some(first) = more.next() else { return base };
        self.rows.push(self.rows[base].clone());
        let row = self.rows.len() - 1;
        self.close(row, std::iter::once(first).chain(more));
        row
    }

    fn close<'c>(&mut self, row: usize, closures: impl Iterator<Item = &'c Closure>) {
        for closure in closures {
            (closure.from..=closure.to).for_each(|day| self.rows[row][day as usize] = true);
        }
    }

    pub fn everything(&self, day: Day) -> bool {
        self.rows[0][day as usize]
    }

    pub fn organisation(&self, organisation: OrganisationIx, day: Day) -> bool {
        self.rows[self.organisations[organisation]][day as usize]
    }

    /// Nowhere in particular is closed when everything is.
    pub fn location(&self, location: Option<LocationIx>, day: Day) -> bool {
        let row = location.map_or(0, |location| self.locations[location]);
        self.rows[row][day as usize]
    }
}
