//! Synthetic travel times by public transport; nearly every line in the region runs over Zwolle.

use leerteam_wire::v1::{Location, Travel, TravelTime};

/// Minutes from each place to Zwolle.
const TO_ZWOLLE: [(&str, i32); 11] = [
    ("Zwolle", 0),
    ("Raalte", 30),
    ("Vaassen", 60),
    ("Deventer", 40),
    ("Lelystad", 50),
    ("Steenwijk", 35),
    ("Kampen", 25),
    ("Meppel", 30),
    ("Nunspeet", 40),
    ("Almelo", 55),
    ("Twello", 55),
];

/// Places with a line that does not run over Zwolle.
const DIRECT: [(&str, &str, i32); 9] = [
    ("Raalte", "Deventer", 40),
    ("Raalte", "Almelo", 35),
    ("Deventer", "Almelo", 40),
    ("Deventer", "Twello", 20),
    ("Deventer", "Vaassen", 55),
    ("Twello", "Vaassen", 50),
    ("Kampen", "Lelystad", 50),
    ("Steenwijk", "Meppel", 20),
    ("Raalte", "Twello", 60),
];

/// Changing trains in Zwolle.
const CHANGE: i32 = 10;

/// From the station to the door.
const WITHIN_PLACE: i32 = 15;

/// Travel times between all locations that stand in different places.
pub fn travel(locations: &[Location]) -> Travel {
    let mut pairs = Vec::new();
    for (at, from) in locations.iter().enumerate() {
        for to in &locations[at + 1..] {
            if from.neighbourhood != to.neighbourhood {
                pairs.push(TravelTime {
                    from_location_id: from.id.clone(),
                    to_location_id: to.id.clone(),
                    minutes: minutes(&from.neighbourhood, &to.neighbourhood),
                });
            }
        }
    }
    Travel {
        pairs,
        within_neighbourhood_minutes: Some(WITHIN_PLACE),
        between_neighbourhoods_minutes: Some(60),
    }
}

fn minutes(from: &str, to: &str) -> i32 {
    let direct = DIRECT
        .iter()
        .find(|(one, other, _)| (*one, *other) == (from, to) || (*one, *other) == (to, from));
    if let Some((_, _, minutes)) = direct {
        return *minutes;
    }
    let (from, to) = (to_zwolle(from), to_zwolle(to));
    let change = if from > 0 && to > 0 { CHANGE } else { 0 };
    from + change + to
}

fn to_zwolle(place: &str) -> i32 {
    let known = TO_ZWOLLE.iter().find(|(name, _)| *name == place);
    known.unwrap_or_else(|| panic!("no travel time is known for {place}")).1
}
