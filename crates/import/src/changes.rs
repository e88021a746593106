//! What an import makes of a roster that is there: what is new, changed and gone.

use super::work::Work;
use leerteam_wire::v1;

/// What has changed in one list of the roster.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The list, in words.
    pub list: String,
    /// Ids that were not there.
    pub new: Vec<String>,
    /// Ids of what is no longer as it was.
    pub changed: Vec<String>,
    /// Ids of what stands in the roster and no longer in the files; it stays in the roster.
    pub gone: Vec<String>,
}

/// What is new, changed and gone against the roster that was there, by list.
pub fn changes(work: &Work, before: &v1::Roster) -> Vec<Changes> {
    let after = &work.roster;
    // Whoever is of an institution of which a list was handed in, and is not on it.
    let institution = |person: &v1::Participant| {
        let programme = after.programmes.iter().find(|of| of.id == person.programme_id);
        programme.map(|of| of.institution_id.as_str())
    };
    let listed = after.participants.iter().filter(|person| work.listed.contains(&person.id));
    let institutions: Vec<Option<&str>> = listed.map(institution).collect();
    let missing = |person: &&v1::Participant| {
        !work.listed.contains(&person.id) && institutions.contains(&institution(person))
    };
    let gone: Vec<String> = match work.listed.is_empty() {
        true => Vec::new(),
        false => {
            before.participants.iter().filter(missing).map(|person| person.id.clone()).collect()
        }
    };
    let named = |list: &str| work.text(&format!("list-{list}"), &[]);
    let all = [
        of_list(named("organisations"), &before.organisations, &after.organisations, |of| &of.id),
        of_list(named("locations"), &before.locations, &after.locations, |of| &of.id),
        of_list(named("programmes"), &before.programmes, &after.programmes, |of| &of.id),
        of_list(named("cohorts"), &before.cohorts, &after.cohorts, |of| &of.id),
        Changes {
            gone,
            ..of_list(named("participants"), &before.participants, &after.participants, |of| &of.id)
        },
        of_list(named("supervisors"), &before.supervisors, &after.supervisors, |of| &of.id),
        of_list(named("environments"), &before.environments, &after.environments, |of| &of.id),
    ];
    let is_any = |of: &Changes| !(of.new.is_empty() && of.changed.is_empty() && of.gone.is_empty());
    all.into_iter().filter(is_any).collect()
}

fn of_list<T: PartialEq>(
    list: String,
    before: &[T],
    after: &[T],
    id: fn(&T) -> &String,
) -> Changes {
    let old = |new: &T| before.iter().find(|old| id(old) == id(new));
    let ids = |of: Vec<&T>| of.into_iter().map(|of| id(of).clone()).collect();
    let (known, new): (Vec<&T>, Vec<&T>) = after.iter().partition(|new| old(new).is_some());
    let changed = known.into_iter().filter(|new| old(new).is_some_and(|old| old != *new)).collect();
    Changes { list, new: ids(new), changed: ids(changed), gone: Vec::new() }
}
