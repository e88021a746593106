//! Participants and supervisors by their numbers and names.

use super::naming::{free_id, names};
use super::work::Work;
use leerteam_formats::roster_sheets::words::plain;
use leerteam_model::roster::CellPlace;

/// Whom a text names among participants or supervisors.
pub enum Person {
    /// The one at this place of the list.
    One(usize),
    /// Nobody.
    Nobody,
    /// Several people.
    Several,
}

/// The participant with an id or name. An id may have lost the zeros before it, as numbers do in a workbook, which
/// is reported.
pub fn participant(work: &mut Work, id: &str, name: &str, place: &CellPlace) -> Person {
    let people = names(&work.roster.participants, |of| (&of.id, &of.name));
    if !id.is_empty() {
        if let Some(at) = people.iter().position(|(of, _)| plain(of) == plain(id)) {
            return Person::One(at);
        }
        let bare = id.trim_start_matches('0');
        let is_number = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
        let same = |of: &str| is_number && of.trim_start_matches('0') == bare;
        if let Person::One(at) = only(&people, |(of, _)| same(of)) {
            let (own, own_name) = &people[at];
            if name.is_empty() || own_name.is_empty() || plain(name) == plain(own_name) {
                work.lost_zeros.push((place.clone(), id.to_owned(), own.clone()));
                return Person::One(at);
            }
        }
        return Person::Nobody;
    }
    only(&people, |(of, own)| plain(own) == plain(name) || plain(of) == plain(name))
}

/// The supervisor with a name or id.
pub fn supervisor(work: &Work, name: &str) -> Person {
    let people = names(&work.roster.supervisors, |of| (&of.id, &of.name));
    only(&people, |(of, own)| plain(own) == plain(name) || plain(of) == plain(name))
}

fn only(people: &[(String, String)], is_it: impl Fn(&(String, String)) -> bool) -> Person {
    let mut found = people.iter().enumerate().filter(|(_, person)| is_it(person)).map(|(at, _)| at);
    match (found.next(), found.next()) {
        (Some(at), None) => Person::One(at),
        (None, _) => Person::Nobody,
        _ => Person::Several,
    }
}

/// An id for somebody whose file gives none.
pub fn person_id<T>(people: &[T], id: impl Fn(&T) -> &str, name: &str) -> String {
    free_id(name, |free| people.iter().any(|person| id(person) == free))
}
