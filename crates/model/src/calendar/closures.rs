//! Which organisations and locations are closed on which days.

use chrono::Weekday;
use index_vec::{IndexVec, index_vec};

use crate::roster::{Closure, LocationIx, OrganisationIx, PlanningPeriod, Roster, Weeks};

/// Closed days, as weeks for each weekday from Monday on.
type Week = [Weeks; 7];

/// Closed days, one row for all that are closed alike.
#[derive(Debug)]
pub(super) struct Closures {
    /// Row 0: everything is closed.
    rows: Vec<Week>,
    organisations: IndexVec<OrganisationIx, usize>,
    locations: IndexVec<LocationIx, usize>,
}

impl Closures {
    pub fn new(roster: &Roster) -> Closures {
        let mut closures = Closures {
            rows: vec![[Weeks::NONE; 7]],
            organisations: index_vec![0; roster.organisations.len()],
            locations: index_vec![0; roster.locations.len()],
        };
        let (period, all) = (&roster.period, &roster.period.closures);
        let mut of_organisations = index_vec![Vec::new(); roster.organisations.len()];
        let mut of_locations = index_vec![Vec::new(); roster.locations.len()];
        for closure in all {
            closure.organisations.iter().for_each(|&o| of_organisations[o].push(closure));
            closure.locations.iter().for_each(|&l| of_locations[l].push(closure));
        }
        closures.close(0, period, all.iter().filter(|closure| closure.is_everywhere()));
        for (organisation, of) in of_organisations.into_iter_enumerated() {
            closures.organisations[organisation] = closures.row(0, period, &of);
        }
        for (index, of) in of_locations.into_iter_enumerated() {
            let organisation = roster.locations[index].organisation;
            let base = organisation.map_or(0, |o| closures.organisations[o]);
            closures.locations[index] = closures.row(base, period, &of);
        }
        closures
    }

    /// The row of `base` with more days closed: `base` itself if there are none.
    fn row(&mut self, base: usize, period: &PlanningPeriod, more: &[&Closure]) -> usize {
        if more.is_empty() {
            return base;
        }
        self.rows.push(self.rows[base]);
        let row = self.rows.len() - 1;
        self.close(row, period, more.iter().copied());
        row
    }

    fn close<'c>(
        &mut self,
        row: usize,
        period: &PlanningPeriod,
        closures: impl Iterator<Item = &'c Closure>,
    ) {
        for closure in closures {
            for (number, closed) in self.rows[row].iter_mut().enumerate() {
                let weekday = Weekday::try_from(number as u8).expect("seven days");
                *closed = closed.or(period.weeks(weekday, closure.from, closure.to));
            }
        }
    }

    pub fn everything(&self, weekday: Weekday) -> Weeks {
        self.closed(0, weekday)
    }

    pub fn organisation(&self, organisation: OrganisationIx, weekday: Weekday) -> Weeks {
        self.closed(self.organisations[organisation], weekday)
    }

    /// Nowhere in particular is closed when everything is.
    pub fn location(&self, location: Option<LocationIx>, weekday: Weekday) -> Weeks {
        self.closed(location.map_or(0, |location| self.locations[location]), weekday)
    }

    fn closed(&self, row: usize, weekday: Weekday) -> Weeks {
        self.rows[row][weekday.num_days_from_monday() as usize]
    }
}
