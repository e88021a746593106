//! Random rosters that have every field of the messages now and then.

mod draw;
mod environments;
mod people;
mod places;
mod settings;
mod times;

use std::ops::RangeInclusive;

use leerteam::wire::v1::*;

use crate::plans;
pub use draw::Draw;
use times::Times;
pub use times::clock;

/// How much there is of everything.
pub struct Scale {
    participants: RangeInclusive<i32>,
    supervisors: RangeInclusive<i32>,
    environments: RangeInclusive<i32>,
    locations: RangeInclusive<i32>,
    /// Whether meeting hours leave only a few starts.
    few_starts: bool,
}

/// Enough to have everything happen.
pub const VARIED: Scale = Scale {
    participants: 3..=9,
    supervisors: 1..=5,
    environments: 1..=3,
    locations: 2..=4,
    few_starts: false,
};

/// Little enough to be planned to the end at once.
pub const SMALL: Scale = Scale {
    participants: 3..=6,
    supervisors: 2..=4,
    environments: 1..=2,
    locations: 1..=2,
    few_starts: true,
};

/// Ids of what there is: a letter for the kind, and a number.
#[derive(Clone)]
struct Ids {
    organisations: Vec<String>,
    locations: Vec<String>,
    programmes: Vec<String>,
    cohorts: Vec<String>,
    themes: Vec<String>,
    participants: Vec<String>,
    supervisors: Vec<String>,
    environments: Vec<String>,
}

fn ids(kind: &str, draw: &mut Draw, number: RangeInclusive<i32>) -> Vec<String> {
    draw.list(number, |_, place| format!("{kind}{place}"))
}

/// A roster in the making.
struct Maker {
    draw: Draw,
    times: Times,
    ids: Ids,
    few_starts: bool,
}

/// A name, now and then.
fn name(draw: &mut Draw, id: &str) -> String {
    if draw.chance(0.2) { format!("the {id}") } else { String::new() }
}

/// A random roster; the same seed gives the same.
pub fn roster(seed: u64, scale: &Scale) -> Roster {
    let mut draw = Draw::new(seed);
    let ids = Ids {
        organisations: ids("o", &mut draw, 2..=4),
        locations: ids("l", &mut draw, scale.locations.clone()),
        programmes: ids("g", &mut draw, 2..=4),
        cohorts: ids("k", &mut draw, 1..=2),
        themes: ids("h", &mut draw, 0..=3),
        participants: ids("p", &mut draw, scale.participants.clone()),
        supervisors: ids("s", &mut draw, scale.supervisors.clone()),
        environments: ids("e", &mut draw, scale.environments.clone()),
    };
    let times = Times::new(&mut draw);
    let mut maker = Maker { draw, times, ids, few_starts: scale.few_starts };
    let mut roster = maker.roster();
    roster.id = format!("random-{seed}");
    roster
}

impl Maker {
    fn roster(&mut self) -> Roster {
        let known = self.ids.clone();
        let mut roster = Roster {
            title: name(&mut self.draw, "roster"),
            provenance: name(&mut self.draw, "source"),
            period: Some(self.period()),
            organisations: known.organisations.iter().map(|id| self.organisation(id)).collect(),
            locations: known.locations.iter().map(|id| self.location(id)).collect(),
            travel: self.draw.chance(0.9).then(|| self.travel()),
            programmes: known.programmes.iter().map(|id| self.programme(id)).collect(),
            cohorts: known.cohorts.iter().map(|id| self.cohort(id)).collect(),
            themes: known.themes.iter().map(|id| self.theme(id)).collect(),
            supervisors: known.supervisors.iter().map(|id| self.supervisor(id)).collect(),
            ..Roster::default()
        };
        for (number, id) in (1..).zip(&known.environments) {
            let environment = self.environment(id, number, &roster.locations);
            roster.environments.push(environment);
        }
        for id in &known.participants {
            let participant = self.participant(id, &roster.environments);
            roster.participants.push(participant);
        }
        roster.wishes = self.wishes();
        roster.rules = settings::of_roster(&mut self.draw);
        if self.draw.chance(0.5) {
            roster.base_plan = Some(plans::in_force(&roster, &mut self.draw));
        }
        roster
    }

    fn period(&mut self) -> PlanningPeriod {
        PlanningPeriod {
            first_date: self.times.date(0),
            last_date: self.times.date(self.times.days - 1),
            time_zone: self.draw.pick(&["", "Europe/Amsterdam", "America/New_York"]).into(),
            closures: self.draw_closures(),
        }
    }

    fn draw_closures(&mut self) -> Vec<Closure> {
        let mut closures = Vec::new();
        for _ in 0..self.draw.int(0..=3) {
            let (first_date, last_date) = self.times.dates(&mut self.draw, 7);
            let (organisations, locations) =
                self.draw.pick(&[(0.0, 0.0), (0.5, 0.0), (0.3, 0.0), (0.0, 0.5), (0.4, 0.4)]);
            closures.push(Closure {
                first_date,
                last_date,
                reason: name(&mut self.draw, "holiday"),
                organisation_ids: self.draw.named(&self.ids.organisations, organisations),
                location_ids: self.draw.named(&self.ids.locations, locations),
            });
        }
        closures
    }

    fn theme(&mut self, id: &str) -> Theme {
        Theme { id: id.into(), name: name(&mut self.draw, id) }
    }

    fn wishes(&mut self) -> Vec<Wish> {
        let participants = self.ids.participants.clone();
        self.draw.list(0..=3, |draw, _| {
            let one = draw.pick(&participants);
            let others: Vec<String> =
                participants.iter().filter(|id| **id != one).cloned().collect();
            Wish {
                participant_ids: vec![draw.pick(&others), one],
                kind: draw.int(1..=2),
                required: draw.chance(0.5),
            }
        })
    }
}
