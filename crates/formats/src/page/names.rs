//! People without names.

use leerteam_model::roster::Roster;

/// Stands before and after a reference: characters that Unicode leaves to private use.
const MARKS: (char, char) = ('\u{e000}', '\u{e001}');

/// The same roster with a reference in place of each person's name: `p` for a participant or `s` for
/// a supervisor, and the place in the list, between two marks. Whatever text is made from it can be
/// shown with names, with ids, or sent on without names.
pub fn without_names(roster: &Roster) -> Roster {
    let mut roster = roster.clone();
    let reference = |list: char, place: usize| format!("{}{list}{place}{}", MARKS.0, MARKS.1);
    for (place, participant) in roster.participants.iter_mut().enumerate() {
        participant.name = reference('p', place);
    }
    for (place, supervisor) in roster.supervisors.iter_mut().enumerate() {
        supervisor.name = reference('s', place);
    }
    roster
}
