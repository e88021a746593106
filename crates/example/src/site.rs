//! Practice locations: what kind of place it is decides on duty, rooms and hours.

use super::calendar::{every_workday, window, windows};
use super::kit::Dice;
use leerteam_wire::v1::{Location, Room, Window};

/// What kind of place a practice location is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A primary school.
    School,
    /// Childcare.
    Childcare,
    /// Welfare and social work.
    Welfare,
}

/// A practice location and the habits of the place.
#[derive(Debug, Clone)]
pub struct Site {
    /// Id of the location.
    pub id: String,
    /// What kind of place it is.
    pub kind: Kind,
    /// The weekday (0 is Monday) on which the place likes to have its students around.
    pub anchor: usize,
}

impl Site {
    /// A site whose anchor day is drawn; regional agreements put placements midweek.
    pub fn new(dice: &mut Dice, id: &str, kind: Kind) -> Self {
        Self { id: id.into(), kind, anchor: dice.weighted(&[0, 3, 3, 3, 0]) }
    }

    /// Hours of internship duty: early and late shifts where the place has them.
    pub fn duty_hours(&self, dice: &mut Dice) -> (&'static str, &'static str) {
        match self.kind {
            Kind::School => ("08:30", "15:30"),
            Kind::Childcare => *dice.pick(&[("08:00", "16:00"), ("10:00", "18:00")]),
            Kind::Welfare => *dice.pick(&[("09:00", "16:30"), ("12:00", "18:00")]),
        }
    }

    /// When a team can meet here at all: a school's day must be over or nearly so.
    pub fn meeting_hours(&self) -> Vec<Window> {
        match self.kind {
            Kind::School => every_workday("13:00", "17:00"),
            Kind::Childcare | Kind::Welfare => every_workday("09:00", "17:00"),
        }
    }

    /// The location with one or two rooms that each hold `people`.
    pub fn location(
        &self,
        dice: &mut Dice,
        name: &str,
        neighbourhood: &str,
        people: usize,
    ) -> Location {
        let capacity = i32::try_from(people).unwrap_or(i32::MAX);
        let mut rooms = vec![Room {
            id: "groot".into(),
            name: "Teamkamer".into(),
            capacity: capacity + dice.below(5) as i32,
            openings: self.large_room_openings(dice),
        }];
        if dice.chance(3, 5) {
            let mut weights = [1; 5];
            weights[self.anchor] = 0;
            rooms.push(Room {
                id: "klein".into(),
                name: "Spreekkamer".into(),
                capacity,
                openings: windows(&dice.several(&weights, 2), "13:00", "17:00"),
            });
        }
        Location {
            id: self.id.clone(),
            name: name.into(),
            organisation_id: self.id.clone(),
            neighbourhood: neighbourhood.into(),
            openings: every_workday("08:00", "18:00"),
            rooms,
        }
    }

    /// The large room has other users on some days, never on the anchor day.
    fn large_room_openings(&self, dice: &mut Dice) -> Vec<Window> {
        let mut weights = [1; 5];
        weights[self.anchor] = 100;
        let days = dice.several(&weights, 3);
        match self.kind {
            // School is out at noon on Wednesdays, and at half past two on the other days.
            Kind::School => days
                .into_iter()
                .map(|day| window(day, if day == 2 { "12:30" } else { "14:30" }, "18:00"))
                .collect(),
            Kind::Childcare => windows(&days, "09:00", "17:00"),
            Kind::Welfare => windows(&days, "10:00", "18:00"),
        }
    }
}
