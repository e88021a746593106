//! Whether the people of a pool differ as asked, and only so.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Diversity, ExampleError, Options, TooManyEnvironments, generate};
use super::json;
use leerteam_wire::read_roster;
use leerteam_wire::v1::attribute_value::Value;
use leerteam_wire::v1::{Participant, Roster, WishKind};

const ALL: Diversity = Diversity {
    text_values: Some(5),
    numbers: true,
    wishes: 0.3,
    required_pairs: 0.2,
    own_fields: true,
    environments: Some(3),
};

/// Each kind alone, and all together.
fn kinds() -> [Diversity; 7] {
    let none = Diversity::default();
    [
        Diversity { text_values: ALL.text_values, ..none },
        Diversity { numbers: true, ..none },
        Diversity { wishes: ALL.wishes, ..none },
        Diversity { required_pairs: ALL.required_pairs, ..none },
        Diversity { own_fields: true, ..none },
        Diversity { environments: ALL.environments, ..none },
        ALL,
    ]
}

fn pool(students: usize, seed: u64, diversity: Diversity) -> Roster {
    let options = Options { students: Some(students), seed, diversity, ..Options::default() };
    generate("pool", &options).expect("a pool")
}

fn languages(roster: &Roster) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for participant in &roster.participants {
        let Some(Value::Text(language)) = &participant.attributes["language"].value else {
            panic!("{} has no text", participant.id);
        };
        *counts.entry(language.clone()).or_default() += 1;
    }
    counts
}

#[test]
fn are_accepted_without_findings() {
    for diversity in kinds() {
        for (students, seed) in [(16, 1), (28, 1), (28, 2), (28, 3), (112, 4), (448, 5)] {
            let (roster, findings) = read_roster(&pool(students, seed, diversity));
            assert!(roster.is_some(), "{diversity:?}, {students} students, seed {seed}");
            assert_eq!(findings, [], "{diversity:?}, {students} students, seed {seed}");
        }
    }
}

#[test]
fn the_seed_decides_every_difference() {
    for diversity in kinds() {
        let first = json(&pool(56, 1, diversity));
        assert_eq!(first, json(&pool(56, 1, diversity)), "{diversity:?}");
        assert_ne!(first, json(&pool(56, 2, diversity)), "{diversity:?}");
        assert_ne!(first, json(&pool(56, 1, Diversity::default())), "{diversity:?}");
    }
}

/// Nobody gets another timetable, placement or name from being asked for more.
#[test]
fn a_difference_leaves_the_rest_of_the_pool_as_it_was() {
    let (plain, mut all) = (pool(56, 1, Diversity::default()), pool(56, 1, ALL));
    for participant in &mut all.participants {
        let differs = (participant.attributes.len(), participant.field.len());
        assert_eq!(differs.0, 2, "{}", participant.id);
        (participant.attributes, participant.field) = Default::default();
    }
    for supervisor in &mut all.supervisors {
        assert!(!supervisor.fields.is_empty(), "{}", supervisor.id);
        supervisor.fields.clear();
    }
    assert_eq!(plain.participants, all.participants);
    assert_eq!(plain.supervisors, all.supervisors);
}

#[test]
fn a_text_attribute_has_as_many_values_as_asked() {
    for values in [1, 2, 5, 12] {
        let roster = pool(448, 1, Diversity { text_values: Some(values), ..Diversity::default() });
        let counts = languages(&roster);
        assert_eq!(counts.len(), values as usize, "{counts:?}");
        let most = counts.values().max().expect("somebody has a language");
        assert_eq!(&counts["taal-1"], most, "{counts:?}");
    }
}

#[test]
fn wishes_are_as_many_as_asked_and_about_different_pairs() {
    let roster = pool(56, 3, ALL);
    let (required, weighed): (Vec<_>, Vec<_>) = roster.wishes.iter().partition(|one| one.required);
    assert_eq!((required.len(), weighed.len()), (6, 17));
    let pairs: BTreeSet<BTreeSet<&String>> =
        roster.wishes.iter().map(|one| one.participant_ids.iter().collect()).collect();
    assert_eq!(pairs.len(), 6 + 17);
    let kinds: BTreeSet<i32> = weighed.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [WishKind::Together, WishKind::Apart].map(i32::from).into());
}

#[test]
fn nobody_has_more_wishes_than_there_are_others() {
    let diversity = Diversity { wishes: 1.0, required_pairs: 1.0, ..Diversity::default() };
    for (students, most) in [(1, 0), (2, 1), (3, 3)] {
        assert_eq!(pool(students, 1, diversity).wishes.len(), most, "{students}");
    }
}

#[test]
fn required_pairs_share_nobody_and_can_be_in_one_team() {
    let roster = pool(112, 2, ALL);
    let read = read_roster(&roster).0.expect("it is accepted");
    let mut seen = BTreeSet::new();
    for wish in read.wishes.iter().filter(|wish| wish.required) {
        assert!(seen.insert(wish.one) && seen.insert(wish.other), "{wish:?}");
        assert_eq!(read.admissions()[wish.one], read.admissions()[wish.other], "{wish:?}");
    }
    assert!(!seen.is_empty());
}

#[test]
fn some_fields_are_other_than_those_of_the_programme() {
    let roster = pool(112, 1, ALL);
    let own = |one: &&Participant| !one.field.is_empty();
    let count = roster.participants.iter().filter(own).count();
    assert!((20..=55).contains(&count), "{count} of 112");
    let fields: BTreeSet<_> = roster.participants.iter().map(|one| &one.field).collect();
    assert!(fields.len() > 4, "{fields:?}");
}

#[test]
fn environments_overlap() {
    for (students, environments) in [(28, 2), (112, 3), (448, 4), (448, 8)] {
        let asked = Diversity { environments: Some(environments), ..Diversity::default() };
        let read = read_roster(&pool(students, 1, asked)).0.expect("it is accepted");
        assert_eq!(read.environments.len(), environments);
        let numbers: BTreeSet<usize> = read.admissions().iter().map(|all| all.len()).collect();
        assert_eq!(numbers, [1, 2].into(), "{students} students, {environments} environments");
    }
}

#[test]
fn environments_are_at_most_as_many_as_placements() {
    let asked = |environments| Options {
        students: Some(28),
        diversity: Diversity { environments: Some(environments), ..Diversity::default() },
        ..Options::default()
    };
    assert!(generate("pool", &asked(4)).is_ok());
    for environments in [0, 5] {
        let error = TooManyEnvironments { asked: environments, most: 4, students: 28 };
        assert_eq!(
            generate("pool", &asked(environments)),
            Err(ExampleError::TooManyEnvironments(error))
        );
    }
}

#[test]
fn people_of_other_examples_are_as_they_are() {
    for diversity in kinds() {
        let options = Options { diversity, ..Options::default() };
        let error = generate("zwolle", &options).expect_err("its people are given");
        assert_eq!(error, ExampleError::NotDiverse("zwolle".into()));
    }
}
