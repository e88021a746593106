//! The education institutions: which there are, and which teach a programme.

use crate::calendar::every_workday;
use crate::catalogue::{self, Kind};
use leerteam_wire::v1::{Location, Organisation, Side};

/// An institution with the one school building that the example gives it.
pub struct Institution {
    /// Id of the institution and of its building.
    pub id: &'static str,
    /// Name, as in the table.
    pub name: &'static str,
    /// Where the building stands.
    pub place: &'static str,
}

const fn institution(id: &'static str, name: &'static str, place: &'static str) -> Institution {
    Institution { id, name, place }
}

const INSTITUTIONS: [Institution; 8] = [
    institution("menso-alting", "Mbo Menso Alting Zwolle", "Zwolle"),
    institution("landstede", "Landstede MBO", "Zwolle"),
    institution("deltion", "Deltion College", "Zwolle"),
    institution("windesheim", "Hogeschool Windesheim", "Zwolle"),
    institution("kpz", "Hogeschool KPZ", "Zwolle"),
    institution("viaa", "Hogeschool Viaa", "Zwolle"),
    institution("roc-twente", "ROC van Twente", "Almelo"),
    institution("zone-college", "Zone.college Twello", "Twello"),
];

/// Figure 2.1 of the report, for rows that leave the institution out. No institution of the figure
/// lists Leraarondersteuner; the two that teach associate degrees stand in.
fn teaching(programme: &str) -> &'static [&'static str] {
    match programme {
        "Pabo" => &["windesheim", "kpz", "viaa"],
        "Social Work" => &["windesheim", "viaa"],
        "Onderwijsassistent" => &["deltion"],
        "Sport en Bewegen" => &["landstede"],
        "Leraarondersteuner" => &["windesheim", "kpz"],
        "Pedagogisch Werk"
        | "Pedagogisch Werk Kinderopvang"
        | "Gespecialiseerd Pedagogisch Medewerker" => &["menso-alting", "landstede", "deltion"],
        _ => panic!("teams.csv leaves out an institution for {programme}"),
    }
}

/// The ids of the institutions where a row's students can be: the one that it states, or those
/// that teach the programme.
pub fn candidates(programme: &str, stated: Option<&str>) -> Vec<&'static str> {
    match stated {
        Some(name) => INSTITUTIONS
            .iter()
            .filter(|institution| institution.name == name)
            .map(|institution| institution.id)
            .collect(),
        None => teaching(programme).to_vec(),
    }
}

/// What kind of programme the table's words mean at an institution.
pub fn kind(programme: &str, institution_id: &str) -> Kind {
    let mbo = ["menso-alting", "landstede", "deltion"].contains(&institution_id);
    match programme {
        // The table writes Social Work for the mbo programme too.
        "Social Work" if mbo => catalogue::find("Sociaal Werk"),
        // The school teaches the green sector; which of its programmes it was is not known.
        "(not stated)" => Some(Kind {
            name: "Niet opgegeven",
            level: 4,
            profession: "animal-care-worker",
            field: "green",
        }),
        name => catalogue::find(name),
    }
    .unwrap_or_else(|| panic!("teams.csv has an unknown programme: {programme}"))
}

/// The institutions as organisations.
pub fn organisations() -> Vec<Organisation> {
    INSTITUTIONS
        .iter()
        .map(|institution| Organisation {
            id: institution.id.into(),
            name: institution.name.into(),
            side: Side::Education.into(),
        })
        .collect()
}

/// The school buildings.
pub fn locations() -> Vec<Location> {
    INSTITUTIONS
        .iter()
        .map(|institution| Location {
            id: institution.id.into(),
            name: format!("{}, gebouw {}", institution.name, institution.place),
            organisation_id: institution.id.into(),
            neighbourhood: institution.place.into(),
            openings: every_workday("08:00", "22:00"),
            ..Default::default()
        })
        .collect()
}
