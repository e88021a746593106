//! Which environments admit whom (docs/model.md section 2), for many participants in a row.

use std::collections::HashMap;

use index_vec::{IndexVec, index_vec};

use super::{EnvironmentIx, LocationIx, ParticipantIx, ProgrammeIx, Roster};

const PROGRAMME: u8 = 1;
const LOCATION: u8 = 2;
const NEIGHBOURHOOD: u8 = 4;

/// The environments' admission turned around: from what a participant has to who asks for it, so
/// that nobody is held against environments that ask for something else.
#[derive(Debug)]
pub struct Admitting<'a> {
    roster: &'a Roster,
    listed: HashMap<ParticipantIx, Vec<EnvironmentIx>>,
    programmes: IndexVec<ProgrammeIx, Vec<EnvironmentIx>>,
    locations: IndexVec<LocationIx, Vec<EnvironmentIx>>,
    neighbourhoods: HashMap<&'a str, Vec<EnvironmentIx>>,
    /// For each environment the criteria it has, and those that the participant at hand meets.
    asked: IndexVec<EnvironmentIx, u8>,
    met: IndexVec<EnvironmentIx, u8>,
    touched: Vec<EnvironmentIx>,
}

fn enter(list: &mut Vec<EnvironmentIx>, environment: EnvironmentIx) {
    if list.last() != Some(&environment) {
        list.push(environment);
    }
}

impl<'a> Admitting<'a> {
    /// Turns around the admission of a roster's environments.
    pub fn new(roster: &'a Roster) -> Admitting<'a> {
        let mut admitting = Admitting {
            roster,
            listed: HashMap::new(),
            programmes: index_vec![Vec::new(); roster.programmes.len()],
            locations: index_vec![Vec::new(); roster.locations.len()],
            neighbourhoods: HashMap::new(),
            asked: index_vec![0; roster.environments.len()],
            met: index_vec![0; roster.environments.len()],
            touched: Vec::new(),
        };
        for (index, environment) in roster.environments.iter_enumerated() {
            let admission = &environment.admission;
            for &participant in &admission.participants {
                enter(admitting.listed.entry(participant).or_default(), index);
            }
            for &programme in &admission.programmes {
                enter(&mut admitting.programmes[programme], index);
                admitting.asked[index] |= PROGRAMME;
            }
            for &location in &admission.internship_locations {
                enter(&mut admitting.locations[location], index);
                admitting.asked[index] |= LOCATION;
            }
            for neighbourhood in &admission.neighbourhoods {
                enter(admitting.neighbourhoods.entry(neighbourhood).or_default(), index);
                admitting.asked[index] |= NEIGHBOURHOOD;
            }
        }
        admitting
    }

    /// The environments that admit a participant, in order.
    pub fn environments(&mut self, participant: ParticipantIx) -> Vec<EnvironmentIx> {
        if let Some(programme) = self.roster.participants[participant].programme {
            meet(&mut self.met, &mut self.touched, &self.programmes[programme], PROGRAMME);
        }
        let mut locations: Vec<LocationIx> =
            self.roster.internship_locations(participant).collect();
        locations.sort_unstable();
        locations.dedup();
        for location in locations {
            meet(&mut self.met, &mut self.touched, &self.locations[location], LOCATION);
            let near = self.roster.locations[location].neighbourhood.as_str();
            let near = self.neighbourhoods.get(near).map_or(&[][..], Vec::as_slice);
            meet(&mut self.met, &mut self.touched, near, NEIGHBOURHOOD);
        }
        let mut admitting = self.listed.get(&participant).cloned().unwrap_or_default();
        for environment in self.touched.drain(..) {
            let met = std::mem::take(&mut self.met[environment]);
            if met == self.asked[environment] {
                admitting.push(environment);
            }
        }
        admitting.sort_unstable();
        admitting.dedup();
        admitting
    }
}

fn meet(
    met: &mut IndexVec<EnvironmentIx, u8>,
    touched: &mut Vec<EnvironmentIx>,
    asking: &[EnvironmentIx],
    what: u8,
) {
    for &environment in asking {
        if met[environment] == 0 {
            touched.push(environment);
        }
        met[environment] |= what;
    }
}
