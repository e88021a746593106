//! Supervisors who cannot be of use, and environments that have too few of them.

use std::collections::HashSet;

use index_vec::{IndexVec, index_vec};

use crate::calendar::Calendar;
use crate::roster::{
    Code, Findings, LearningEnvironment, LocationIx, Roster, SupervisionNeed, SupervisorIx,
};

pub(super) fn check(calendar: &Calendar, findings: &mut Findings) {
    let roster = calendar.roster;
    let wanted = Wanted::new(roster);
    for (index, supervisor) in roster.supervisors.iter_enumerated() {
        if !calendar.is_ever_available(index) {
            let field = format!("supervisors[{index}].availability");
            findings.add(Code::NeverAvailable, field, &supervisor.id);
        }
        if !roster.environments.is_empty() && !wanted.includes(roster, index) {
            let field = format!("supervisors[{index}]");
            findings.add(Code::NeverUseful, field, &supervisor.id);
        }
    }
    let supply = Supply::new(roster);
    for (index, environment) in roster.environments.iter_enumerated() {
        for (place, need) in environment.supervision.iter().enumerate() {
            let there = supply.fitting(environment, need);
            if there < need.min as usize {
                let side = need.side.as_str().to_owned();
                let details = vec![("side", side), ("there", there.to_string())];
                let field = format!("environments[{index}].supervision[{place}].min");
                findings.add_with(Code::TooFewSupervisors, field, need.min, details);
            }
        }
    }
}

/// For each side where its supervisors are asked for.
struct Wanted {
    /// Anywhere at all.
    anywhere: [bool; 2],
    /// On line only.
    online: [bool; 2],
    locations: [HashSet<LocationIx>; 2],
}

impl Wanted {
    fn new(roster: &Roster) -> Wanted {
        let locations = [HashSet::new(), HashSet::new()];
        let mut wanted = Wanted { anywhere: [false; 2], online: [false; 2], locations };
        for environment in &roster.environments {
            for need in environment.supervision.iter().filter(|need| need.max > 0) {
                let side = need.side as usize;
                wanted.anywhere[side] = true;
                wanted.online[side] |= environment.locations.is_empty();
                wanted.locations[side].extend(&environment.locations);
            }
        }
        wanted
    }

    fn includes(&self, roster: &Roster, supervisor: SupervisorIx) -> bool {
        let supervisor = &roster.supervisors[supervisor];
        supervisor.sides.iter().map(|&side| side as usize).any(|side| {
            let goes = |location| self.locations[side].contains(location);
            let everywhere = supervisor.locations.is_empty();
            self.anywhere[side]
                && (everywhere || self.online[side] || supervisor.locations.iter().any(goes))
        })
    }
}

/// For each side who there is.
struct Supply {
    all: [usize; 2],
    everywhere: [usize; 2],
    /// By location: those who go to it and to some others only.
    at: [IndexVec<LocationIx, Vec<SupervisorIx>>; 2],
}

impl Supply {
    fn new(roster: &Roster) -> Supply {
        let empty = || index_vec![Vec::new(); roster.locations.len()];
        let mut supply = Supply { all: [0; 2], everywhere: [0; 2], at: [empty(), empty()] };
        for (index, supervisor) in roster.supervisors.iter_enumerated() {
            for side in supervisor.sides.iter().map(|&side| side as usize) {
                supply.all[side] += 1;
                supply.everywhere[side] += usize::from(supervisor.locations.is_empty());
                let at = &mut supply.at[side];
                supervisor.locations.iter().for_each(|&location| at[location].push(index));
            }
        }
        supply
    }

    /// How many supervisors there are for a need; counted no further than the need goes.
    fn fitting(&self, environment: &LearningEnvironment, need: &SupervisionNeed) -> usize {
        let (side, enough) = (need.side as usize, need.min as usize);
        if environment.locations.is_empty() {
            return self.all[side];
        }
        let mut there = HashSet::new();
        for &supervisor in environment.locations.iter().flat_map(|&l| &self.at[side][l]) {
            if self.everywhere[side] + there.len() >= enough {
                break;
            }
            there.insert(supervisor);
        }
        self.everywhere[side] + there.len()
    }
}
