//! Random organisations, locations, travel, programmes and classes.

use leerteam::wire::v1::*;

use super::{Maker, name};

impl Maker {
    pub(super) fn organisation(&mut self, id: &str) -> Organisation {
        let (name, side) = (name(&mut self.draw, id), self.draw.int(1..=2));
        Organisation { id: id.into(), name, side }
    }

    pub(super) fn location(&mut self, id: &str) -> Location {
        let rooms = if self.draw.chance(0.4) { self.draw.int(1..=2) } else { 0 };
        Location {
            id: id.into(),
            name: name(&mut self.draw, id),
            organisation_id: self.draw.maybe(&self.ids.organisations, 0.4),
            neighbourhood: self.draw.pick(&["", "north", "south"]).into(),
            openings: self.openings(),
            rooms: (1..=rooms).map(|number| self.room(number)).collect(),
        }
    }

    fn room(&mut self, number: i32) -> Room {
        let id = format!("r{number}");
        Room {
            name: name(&mut self.draw, &id),
            id,
            capacity: self.draw.pick(&[0, 2, 4, 6, 12]),
            openings: self.openings(),
        }
    }

    /// Mostly none; else long hours, and now and then windows that leave little.
    fn openings(&mut self) -> Vec<Window> {
        if self.draw.chance(0.7) {
            return vec![];
        }
        let mut openings = match self.draw.chance(0.95) {
            true => self.times.both_days(self.draw.int(7..=9) * 60, self.draw.int(17..=24) * 60),
            false => vec![],
        };
        openings.push(self.times.window(&mut self.draw));
        openings
    }

    pub(super) fn travel(&mut self) -> Travel {
        let mut pairs = Vec::new();
        for from in &self.ids.locations {
            for to in &self.ids.locations {
                if from != to && self.draw.chance(0.3) {
                    let minutes = self.draw.pick(&[0, 5, 15, 30, 45, 90]);
                    let (from_location_id, to_location_id) = (from.clone(), to.clone());
                    pairs.push(TravelTime { from_location_id, to_location_id, minutes });
                }
            }
        }
        let within = self.draw.int(0..=25);
        let between = self.draw.int(0..=70);
        Travel {
            pairs,
            within_neighbourhood_minutes: self.draw.chance(0.5).then_some(within),
            between_neighbourhoods_minutes: self.draw.chance(0.5).then_some(between),
        }
    }

    pub(super) fn programme(&mut self, id: &str) -> Programme {
        Programme {
            id: id.into(),
            name: name(&mut self.draw, id),
            institution_id: self.draw.pick(&self.ids.organisations),
            level: self.draw.int(2..=7),
            level_group: if self.draw.chance(0.3) { self.draw.int(1..=3) } else { 0 },
            profession: self.draw.pick(&PROFESSIONS).into(),
            field: self.draw.pick(&FIELDS).into(),
        }
    }

    pub(super) fn cohort(&mut self, id: &str) -> Cohort {
        let lessons = self.draw.int(0..=2);
        let lessons = (1..=lessons).map(|_| self.commitment(CommitmentKind::Lesson)).collect();
        Cohort {
            id: id.into(),
            name: name(&mut self.draw, id),
            programme_id: self.draw.pick(&self.ids.programmes),
            study_year: self.draw.int(0..=4),
            commitments: super::people::numbered(&mut self.draw, lessons, 'k'),
        }
    }
}

/// Professions that people have or learn.
pub const PROFESSIONS: [&str; 4] = ["teacher", "assistant", "social-worker", "pedagogue"];
/// Their fields.
pub const FIELDS: [&str; 3] = ["education", "care", "welfare"];
