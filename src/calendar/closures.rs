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
        let mut of_organisations = vec![Vec::new(); roster.organisations.len()];
        let mut of_locations = vec![Vec::new(); roster.locations.len()];
        for closure in all {
            closure.organisations.iter().for_each(|&o| of_organisations[o].push(closure));
            closure.locations.iter().for_each(|&l| of_locations[l].push(closure));
        }
        closures.close(0, all.iter().filter(|closure| closure.is_everywhere()));
        for (organisation, of) in of_organisations.into_iter().enumerate() {
            closures.organisations[organisation] = closures.row(0, &of);
        }
        for (index, of) in of_locations.into_iter().enumerate() {
            let organisation = roster.locations[index].organisation;
            let base = organisation.map_or(0, |o| closures.organisations[o]);
            closures.locations[index] = closures.row(base, &of);
        }
        closures
    }

    /// The row of `base` with more days closed: `base` itself if there are none.
    fn row(&mut self, base: usize, more: &[&Closure]) -> usize {
        if more.is_empty() {
            return base;
        }
        self.rows.push(self.rows[base].clone());
        let row = self.rows.len() - 1;
        self.close(row, more.iter().copied());
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
