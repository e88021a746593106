//! Reads organisations, locations, rooms, travel and programmes.

use std::collections::HashMap;

use super::or;
use super::path::Path;
use super::reader::Reader;
use crate::v1;
use leerteam_model::roster::{
    Code, Cohort, LIMITS, LevelGroup, Location, LocationIx, Organisation, Programme, ProgrammeIx,
    Room, Side, Travel,
};

/// Travel within a neighbourhood where nothing is given, in minutes.
const WITHIN: u32 = 10;
/// Travel between neighbourhoods where nothing is given, in minutes.
const BETWEEN: u32 = 30;
/// Longest travel that makes sense within one day, in minutes.
const LONGEST_TRAVEL: u64 = 24 * 60;

impl Reader {
    pub(super) fn organisation(&mut self, at: &Path, wire: &v1::Organisation) -> Organisation {
        let side = self.required(&at.field("side"), wire.side).map_or(Side::Practice, to_side);
        Organisation { id: wire.id.clone(), name: or(&wire.name, &wire.id), side }
    }

    pub(super) fn location(&mut self, at: &Path, wire: &v1::Location) -> Location {
        self.unique(&at.field("rooms").to_string(), wire.rooms.iter().map(|room| room.id.as_str()));
        Location {
            id: wire.id.clone(),
            name: or(&wire.name, &wire.id),
            organisation: self.reference(&at.field("organisationId"), &wire.organisation_id),
            neighbourhood: self.word(
                "neighbourhood",
                &at.field("neighbourhood"),
                &wire.neighbourhood,
            ),
            openings: self.each_own(at, "openings", &wire.openings, Reader::window),
            rooms: self.each_own(at, "rooms", &wire.rooms, Reader::room).into(),
        }
    }

    fn room(&mut self, at: &Path, wire: &v1::Room) -> Room {
        let capacity =
            self.number(&at.field("capacity"), wire.capacity, 0, LIMITS.participants.at_most);
        Room {
            id: wire.id.clone(),
            name: or(&wire.name, &wire.id),
            capacity: (capacity > 0).then_some(capacity),
            openings: self.each_own(at, "openings", &wire.openings, Reader::window),
        }
    }

    pub(super) fn travel(&mut self, at: &Path, wire: Option<&v1::Travel>) -> Travel {
        let empty = v1::Travel::default();
        let wire = wire.unwrap_or(&empty);
        let mut minutes = |field, minutes: Option<i32>, default| match minutes {
            None => default,
            Some(minutes) => self.number(&at.field(field), minutes, 0, LONGEST_TRAVEL),
        };
        let within =
            minutes("withinNeighbourhoodMinutes", wire.within_neighbourhood_minutes, WITHIN);
        let between =
            minutes("betweenNeighbourhoodsMinutes", wire.between_neighbourhoods_minutes, BETWEEN);
        let pairs = self.each(at, "pairs", &wire.pairs, |reader, at, pair| {
            let errors = reader.findings.count();
            let from = &pair.from_location_id;
            let from: LocationIx = reader.required_reference(&at.field("fromLocationId"), from);
            let to = &pair.to_location_id;
            let to: LocationIx = reader.required_reference(&at.field("toLocationId"), to);
            let minutes = reader.number(&at.field("minutes"), pair.minutes, 0, LONGEST_TRAVEL);
            (errors == reader.findings.count()).then_some(((from, to), minutes))
        });
        let mut known: HashMap<(LocationIx, LocationIx), (usize, u32)> = HashMap::new();
        let places = pairs.into_iter().enumerate();
        for (place, (pair, minutes)) in places.filter_map(|(place, pair)| Some((place, pair?))) {
            if let Some((first, _)) = known.get(&pair) {
                let list = at.field("pairs");
                let details = vec![("first", list.index(*first).to_string())];
                let entry = list.index(place);
                let entry = entry.field("minutes");
                self.findings.add_with(Code::RowTwice, entry, minutes, details);
            } else {
                known.insert(pair, (place, minutes));
            }
        }
        let pairs = known.into_iter().map(|(pair, (_, minutes))| (pair, minutes)).collect();
        Travel { pairs, within, between }
    }

    pub(super) fn programme(&mut self, at: &Path, wire: &v1::Programme) -> Programme {
        let institution = at.field("institutionId");
        let level = self.number(&at.field("level"), wire.level, 2, 7);
        let level_group = match self.stated(&at.field("levelGroup"), wire.level_group) {
            Some(v1::LevelGroup::Mbo) => LevelGroup::Mbo,
            Some(v1::LevelGroup::Hbo) => LevelGroup::Hbo,
            Some(v1::LevelGroup::Wo) => LevelGroup::Wo,
            Some(v1::LevelGroup::Unspecified) | None => match level {
                ..=4 => LevelGroup::Mbo,
                5 | 6 => LevelGroup::Hbo,
                _ => LevelGroup::Wo,
            },
        };
        Programme {
            id: wire.id.clone(),
            name: or(&wire.name, &wire.id),
            institution: self.required_reference(&institution, &wire.institution_id),
            level_group,
            profession: self.required_word("profession", &at.field("profession"), &wire.profession),
            field: self.required_word("field", &at.field("field"), &wire.field),
        }
    }

    pub(super) fn cohort(&mut self, at: &Path, wire: &v1::Cohort) -> Cohort {
        self.required_reference::<ProgrammeIx>(&at.field("programmeId"), &wire.programme_id);
        Cohort {
            id: wire.id.clone(),
            name: or(&wire.name, &wire.id),
            study_year: self.number(&at.field("studyYear"), wire.study_year, 0, 12),
            commitments: self.commitments(at, &wire.commitments),
        }
    }
}

/// A side of the wire.
pub(super) fn to_side(wire: v1::Side) -> Side {
    match wire {
        v1::Side::Education => Side::Education,
        v1::Side::Practice | v1::Side::Unspecified => Side::Practice,
    }
}
