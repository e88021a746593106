//! Kinds of programmes, with the level and the profession that each educates for.

use super::kit::slug;
use leerteam_wire::v1::{LevelGroup, Programme};

/// What a programme is, at whichever institution.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// Name for people.
    pub name: &'static str,
    /// NLQF level.
    pub level: i32,
    /// The profession it educates for.
    pub profession: &'static str,
    /// The field of that profession.
    pub field: &'static str,
}

const fn kind(
    name: &'static str,
    level: i32,
    profession: &'static str,
    field: &'static str,
) -> Kind {
    Kind { name, level, profession, field }
}

const KINDS: [Kind; 21] = [
    kind("Pabo", 6, "teacher", "education"),
    kind("Calo", 6, "sports-teacher", "sport"),
    kind("Social Work", 6, "social-worker", "social-work"),
    kind("Pedagogisch Professional Kind en Educatie", 5, "pedagogue", "childcare"),
    kind("Pedagogisch Management Kind en Educatie", 5, "childcare-manager", "childcare"),
    kind("Leraarondersteuner", 5, "teacher-supporter", "education"),
    kind("Onderwijsassistent", 4, "teaching-assistant", "education"),
    kind("Sociaal Werk", 4, "social-worker", "social-work"),
    kind("Maatschappelijk Werk en Dienstverlening", 4, "social-worker", "social-work"),
    kind("Gespecialiseerd Pedagogisch Medewerker", 4, "specialised-childcare-worker", "childcare"),
    kind("Sport en Bewegen", 4, "sports-instructor", "sport"),
    kind("Pedagogisch Werk", 3, "childcare-worker", "childcare"),
    kind("Pedagogisch Werk Kinderopvang", 3, "childcare-worker", "childcare"),
    kind("Pedagogisch Medewerker", 3, "childcare-worker", "childcare"),
    kind("Maatschappelijke Zorg", 3, "care-worker", "care"),
    kind("Pedagogiek", 6, "pedagogue", "childcare"),
    kind("Academische lerarenopleiding", 7, "teacher", "education"),
    kind("Pedagogische Wetenschappen", 7, "educational-scientist", "education"),
    kind("Verzorgende IG", 3, "care-assistant", "care"),
    kind("Mbo Verpleegkunde", 4, "nurse", "care"),
    kind("Hbo Verpleegkunde", 6, "nurse", "care"),
];

/// The kind of this name, if it is known.
pub fn find(name: &str) -> Option<Kind> {
    KINDS.into_iter().find(|kind| kind.name == name)
}

/// The programme of this name at an institution.
///
/// # Panics
/// If there is no such kind: examples only name what the catalogue has.
pub fn programme(name: &str, institution_id: &str) -> Programme {
    find(name).unwrap_or_else(|| panic!("the catalogue has no {name}")).at(institution_id)
}

impl Kind {
    /// This programme at an institution.
    pub fn at(&self, institution_id: &str) -> Programme {
        let group = match self.level {
            ..=4 => LevelGroup::Mbo,
            5 | 6 => LevelGroup::Hbo,
            _ => LevelGroup::Wo,
        };
        Programme {
            id: format!("{}-{institution_id}", slug(self.name)),
            name: self.name.into(),
            institution_id: institution_id.into(),
            level: self.level,
            level_group: group.into(),
            profession: self.profession.into(),
            field: self.field.into(),
        }
    }
}
