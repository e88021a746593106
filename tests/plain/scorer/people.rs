//! Who is where, and who is what (docs/model.md section 2).

use std::ops::Range;

use leerteam::wire::v1;
use v1::attribute_value::Value;

use super::calendar::{Closures, Day, holds, stretch_of};

/// Something with an id in one of a roster's lists.
macro_rules! finder {
    ($name:ident, $list:ident, $message:ty) => {
        #[doc = concat!("The entry of `", stringify!($list), "` with an id, if it has one.")]
        pub fn $name<'a>(roster: &'a v1::Roster, id: &str) -> Option<&'a $message> {
            roster.$list.iter().find(|entry| entry.id == id)
        }
    };
}

finder!(programme, programmes, v1::Programme);
finder!(cohort, cohorts, v1::Cohort);
finder!(location, locations, v1::Location);
finder!(participant, participants, v1::Participant);
finder!(supervisor, supervisors, v1::Supervisor);
finder!(environment, environments, v1::LearningEnvironment);

/// Minutes from one location to another; an empty id is nowhere in particular.
pub fn travel(roster: &v1::Roster, from: &str, to: &str) -> i64 {
    if from == to || from.is_empty() || to.is_empty() {
        return 0;
    }
    let known = roster.travel.as_ref();
    let pair = |from: &str, to: &str| {
        let is_it = |p: &&v1::TravelTime| p.from_location_id == from && p.to_location_id == to;
        known.and_then(|known| known.pairs.iter().find(is_it)).map(|pair| pair.minutes)
    };
    let within = known.and_then(|known| known.within_neighbourhood_minutes).unwrap_or(10);
    let neighbourhood = |id| location(roster, id).map_or("", |l| l.neighbourhood.as_str());
    let near = !neighbourhood(from).is_empty() && neighbourhood(from) == neighbourhood(to);
    let default = if near { within } else { apart(roster) };
    pair(from, to).or_else(|| pair(to, from)).unwrap_or(default).into()
}

/// Minutes between neighbourhoods.
pub fn apart(roster: &v1::Roster) -> i32 {
    roster.travel.as_ref().and_then(|t| t.between_neighbourhoods_minutes).unwrap_or(30)
}

/// A commitment with all that is left out filled in.
pub struct Bound<'a> {
    /// The commitment.
    pub commitment: &'a v1::Commitment,
    /// Whether it gives way to a meeting.
    pub flexibility: v1::Flexibility,
    id: String,
}

impl Bound<'_> {
    /// Where it is; empty for nowhere in particular.
    pub fn location(&self) -> &str {
        &self.commitment.location_id
    }

    /// When it is, on the days on which it holds.
    pub fn stretch(&self) -> Range<i64> {
        stretch_of(self.window())
    }

    fn window(&self) -> &v1::Window {
        self.commitment.window.as_ref().expect("a window")
    }
}

/// All commitments of a participant, the cohort's too.
pub fn commitments<'a>(roster: &'a v1::Roster, person: &'a v1::Participant) -> Vec<Bound<'a>> {
    let class = cohort(roster, &person.cohort_id).map(|cohort| &cohort.commitments[..]);
    let numbered = [&person.commitments[..], class.unwrap_or_default()];
    let numbered = numbered.into_iter().flat_map(|list| (1..).zip(list));
    let bound = |(number, commitment): (usize, &'a v1::Commitment)| {
        let id = match commitment.id.as_str() {
            "" => number.to_string(),
            id => id.to_owned(),
        };
        let flexibility = match (commitment.flexibility(), commitment.kind()) {
            (v1::Flexibility::Unspecified, v1::CommitmentKind::Internship) => {
                v1::Flexibility::Leavable
            }
            (v1::Flexibility::Unspecified, _) => v1::Flexibility::Fixed,
            (stated, _) => stated,
        };
        Bound { commitment, flexibility, id }
    };
    numbered.map(bound).collect()
}

/// The commitments of a participant that hold on a day.
pub fn commitments_on<'a>(
    roster: &'a v1::Roster,
    person: &'a v1::Participant,
    day: &Day,
) -> Vec<Bound<'a>> {
    let closures = Closures::of(roster);
    let institution = attribute(roster, person, "institution").unwrap_or_default();
    let is_lifted = |bound: &Bound| {
        let is_lesson = bound.commitment.kind() == v1::CommitmentKind::Lesson;
        closures.location(bound.location(), day)
            || is_lesson && closures.organisation(&institution, day)
    };
    let is_freed = |bound: &Bound| {
        let frees = |exception: &v1::DatedException| {
            exception.kind() == v1::ExceptionKind::Free
                && day.is_one_of(&exception.first_date, &exception.last_date)
                && (exception.commitment_ids.is_empty()
                    || exception.commitment_ids.contains(&bound.id))
        };
        person.exceptions.iter().any(frees)
    };
    let mut bounds = commitments(roster, person);
    bounds.retain(|bound| holds(bound.window(), day) && !is_lifted(bound) && !is_freed(bound));
    bounds
}

/// A participant's value of an attribute, if there is one.
pub fn attribute(roster: &v1::Roster, person: &v1::Participant, name: &str) -> Option<String> {
    let programme = programme(roster, &person.programme_id);
    let of = |value: fn(&v1::Programme) -> &String| programme.map(value).cloned();
    let own_or = |own: &String, value| if own.is_empty() { of(value) } else { Some(own.clone()) };
    let value = match name {
        "profession" => own_or(&person.profession, |p| &p.profession),
        "field" => own_or(&person.field, |p| &p.field),
        "programme" => of(|p| &p.id),
        "institution" => of(|p| &p.institution_id).or_else(|| Some(person.organisation_id.clone())),
        "level-group" => programme.map(level_group),
        "study-year" => {
            let class = cohort(roster, &person.cohort_id).map_or(0, |cohort| cohort.study_year);
            let year = if person.study_year == 0 { class } else { person.study_year };
            (year != 0).then(|| year.to_string())
        }
        own => match person.attributes.get(own).and_then(|attribute| attribute.value.as_ref()) {
            Some(Value::Text(text)) => return Some(text.clone()),
            _ => None,
        },
    };
    value.filter(|value| !value.is_empty())
}

fn level_group(programme: &v1::Programme) -> String {
    let stated = match (programme.level_group(), programme.level) {
        (v1::LevelGroup::Mbo, _) | (v1::LevelGroup::Unspecified, 2..=4) => "mbo",
        (v1::LevelGroup::Hbo, _) | (v1::LevelGroup::Unspecified, 5..=6) => "hbo",
        (v1::LevelGroup::Wo | v1::LevelGroup::Unspecified, _) => "wo",
    };
    stated.to_owned()
}

/// A participant's value of a number attribute, if there is one.
pub fn number(person: &v1::Participant, name: &str) -> Option<i64> {
    match person.attributes.get(name)?.value {
        Some(Value::Number(number)) => Some(number.into()),
        _ => None,
    }
}

/// Whether an environment admits a participant.
pub fn admits(
    roster: &v1::Roster,
    environment: &v1::LearningEnvironment,
    person: &v1::Participant,
) -> bool {
    let empty = v1::Admission::default();
    let admission = environment.admission.as_ref().unwrap_or(&empty);
    if *admission == empty && roster.environments.len() == 1 {
        return true;
    }
    let all = commitments(roster, person);
    let at_work = all.iter().filter(|bound| {
        let kind = bound.commitment.kind();
        matches!(kind, v1::CommitmentKind::Internship | v1::CommitmentKind::Work)
    });
    let places: Vec<_> = at_work.filter_map(|bound| location(roster, bound.location())).collect();
    let at = |wanted: &[String]| places.iter().any(|place| wanted.contains(&place.id));
    let near = |wanted: &[String]| places.iter().any(|p| wanted.contains(&p.neighbourhood));
    let lists = [
        (&admission.internship_location_ids, at(&admission.internship_location_ids)),
        (&admission.neighbourhoods, near(&admission.neighbourhoods)),
        (&admission.programme_ids, admission.programme_ids.contains(&person.programme_id)),
    ];
    let stated: Vec<bool> = lists.iter().filter(|l| !l.0.is_empty()).map(|l| l.1).collect();
    let meets = !stated.is_empty() && stated.iter().all(|&holds| holds);
    admission.participant_ids.contains(&person.id) || meets
}
