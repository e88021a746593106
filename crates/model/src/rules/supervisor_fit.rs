//! A supervisor serves on a side of their own, at a location they go to, once in a team.

use std::collections::HashMap;

use super::{Bound, EvaluatedPlan, Kind, Rule, Slots, Specification};
use crate::plan::{Cause, Person, ScoreBreakdown};
use crate::roster::{LocationIx, Roster, Side, Supervisor, SupervisorIx};

/// Amount: 1 for each supervisor of a team on a side that is not theirs, at a location they do not
/// go to, or named before in the same team.
pub struct SupervisorFit;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::kept("supervisor-fit", Kind::Person, Slots::EachTeam);

/// Whether a supervisor can serve on a side at a location.
pub fn fits(supervisor: &Supervisor, side: Side, location: Option<LocationIx>) -> bool {
    let goes =
        |location| supervisor.locations.is_empty() || supervisor.locations.contains(&location);
    supervisor.sides.contains(&side) && location.is_none_or(goes)
}

impl Rule for SupervisorFit {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            let unit = evaluated.settings.setting(team.environment, SPEC.id).unit();
            for (place, &(supervisor, side)) in team.supervisors.iter().enumerate() {
                let before = &team.supervisors[..place];
                let again = before.iter().any(|&(earlier, _)| earlier == supervisor);
                let fits =
                    fits(&evaluated.roster.supervisors[supervisor], side, team.slot.location);
                if again || !fits {
                    let person = Some(Person::Supervisor(supervisor));
                    let cause = || Cause::new("cause-supervisor-fit", vec![]);
                    breakdown.charge(SPEC.id, unit, Some(index), person, cause);
                }
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::EACH_MEMBER
    }
}

/// Who can serve on each side at each location. The planner considers nobody else.
#[derive(Debug)]
pub struct Fitting {
    sides: [FittingSide; 2],
}

#[derive(Debug, Default)]
struct FittingSide {
    all: Vec<SupervisorIx>,
    everywhere: Vec<SupervisorIx>,
    /// Those who go there and to some others only.
    at: HashMap<LocationIx, Vec<SupervisorIx>>,
}

impl Fitting {
    /// Turns around where the supervisors go.
    pub fn new(roster: &Roster) -> Fitting {
        let mut fitting = Fitting { sides: Default::default() };
        for (index, supervisor) in roster.supervisors.iter_enumerated() {
            for &side in &supervisor.sides {
                let of = &mut fitting.sides[side as usize];
                of.all.push(index);
                if supervisor.locations.is_empty() {
                    of.everywhere.push(index);
                }
                for &location in &supervisor.locations {
                    of.at.entry(location).or_default().push(index);
                }
            }
        }
        fitting
    }

    /// The supervisors who can serve on a side at a location, in order.
    pub fn on(&self, side: Side, location: Option<LocationIx>) -> Vec<SupervisorIx> {
        let of = &self.sides[side as usize];
        let Some(location) = location else { return of.all.clone() };
        let here = of.at.get(&location).into_iter().flatten();
        let mut all: Vec<SupervisorIx> = of.everywhere.iter().chain(here).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}
