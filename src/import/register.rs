//! Organisations, locations, programmes and classes out of the distinct values of columns.

use super::lexicon::contains;
use super::preview::Assumption;
use super::question::{Choice, Question};
use super::work::Work;
use crate::formats::roster_sheets::words::{likeness, plain};
use crate::roster::CellPlace;
use crate::wire::v1;

/// How like two names are that are asked about.
const ALIKE: f64 = 0.85;
/// Which part of the words of the shorter of two names has to be in the other.
const SHARED: f64 = 0.6;

/// An id made from a name: small letters and digits with dashes between.
pub fn slug(name: &str) -> String {
    plain(name).replace(' ', "-")
}

/// An id made from a name that nothing of a list has yet.
fn free_id(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let base = slug(name);
    let base = if base.is_empty() { "x".to_owned() } else { base };
    if !is_taken(&base) {
        return base;
    }
    (2_u32..).map(|n| format!("{base}-{n}")).find(|id| !is_taken(id)).unwrap_or(base)
}

/// Which id of a list a name means: one that is there under that name, or under another that is the same by an
/// answer; nothing once it is asked whether it is.
enum Named {
    Known(String),
    New,
    Asked,
}

fn named(work: &mut Work, list: &'static str, known: &[(String, String)], name: &str) -> Named {
    let word = plain(name);
    let find = |word: &str| {
        let mut same = known.iter().filter(|(id, name)| plain(id) == word || plain(name) == word);
        same.next().map(|(id, _)| id.clone())
    };
    if let Some(id) = find(&word) {
        return Named::Known(id);
    }
    let mut alike: Vec<&(String, String)> =
        known.iter().filter(|(_, other)| is_alike(&word, &plain(other))).collect();
    let path = ["names", list, name];
    if alike.is_empty() && work.mapping.get(&path).is_none() {
        return Named::New;
    }
    alike.sort_by(|one, other| {
        let of = |entry: &(String, String)| likeness(&word, &plain(&entry.1));
        of(other).total_cmp(&of(one))
    });
    let new = work.text("import-answer-new", &[]);
    let same = alike.iter().map(|(id, name)| Choice { answer: name.clone(), text: id.clone() });
    let choices: Vec<Choice> =
        same.chain([Choice { answer: "new".to_owned(), text: new.clone() }]).collect();
    let suggestion = choices.first().map(|choice| choice.answer.clone()).unwrap_or_default();
    let other = suggestion.clone();
    let list_name = work.text(&format!("list-{list}"), &[]);
    let text =
        work.text("import-ask-name", &[("name", name), ("other", &other), ("list", &list_name)]);
    let question = Question::open(&path, text).with_choices(choices).suggesting(suggestion);
    let new = plain(&new);
    let answer = work.ask(question, |answer| match plain(answer) {
        answer if answer == "new" || answer == new => Some(None),
        answer => find(&answer).map(Some),
    });
    match answer {
        Some(Some(id)) => Named::Known(id),
        Some(None) => Named::New,
        None => Named::Asked,
    }
}

/// Whether two names, plain, may be one: nearly the same letters, or most words in common. Names that differ only in a
/// number or a single letter are two (`school 1`, `school 2`).
fn is_alike(one: &str, other: &str) -> bool {
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (own, others) = (words(one), words(other));
    let (shorter, longer) = if own.len() <= others.len() { (own, others) } else { (others, own) };
    let missing: Vec<&String> = shorter.iter().filter(|word| !longer.contains(word)).collect();
    let is_mark =
        |word: &String| word.chars().count() < 2 || word.chars().any(|c| c.is_ascii_digit());
    if missing.iter().any(|word| is_mark(word))
        || longer.iter().any(|word| is_mark(word) && !shorter.contains(word))
    {
        return false;
    }
    let shared = (shorter.len() - missing.len()) as f64 / shorter.len().max(1) as f64;
    likeness(one, other) >= ALIKE || (shorter.len() > 1 && shared >= SHARED)
}

/// The id of an organisation.
pub fn organisation(work: &mut Work, name: &str, side: v1::Side) -> Option<String> {
    let known = names(&work.roster.organisations, |of| (&of.id, &of.name));
    match named(work, "organisations", &known, name) {
        Named::Known(id) => Some(id),
        Named::Asked => None,
        Named::New => {
            let id = free_id(name, |id| known.iter().any(|(of, _)| of == id));
            let organisation =
                v1::Organisation { id: id.clone(), name: name.to_owned(), side: side.into() };
            work.roster.organisations.push(organisation);
            Some(id)
        }
    }
}

/// The id of a location, which belongs to the organisation of that name.
pub fn location(work: &mut Work, name: &str, neighbourhood: Option<&str>) -> Option<String> {
    let known = names(&work.roster.locations, |of| (&of.id, &of.name));
    let id = match named(work, "locations", &known, name) {
        Named::Known(id) => id,
        Named::Asked => return None,
        Named::New => {
            let organisation_id = organisation(work, name, v1::Side::Practice)?;
            let id = free_id(name, |id| known.iter().any(|(of, _)| of == id));
            let location = v1::Location {
                id: id.clone(),
                name: name.to_owned(),
                organisation_id,
                ..v1::Location::default()
            };
            work.roster.locations.push(location);
            id
        }
    };
    let location = work.roster.locations.iter_mut().find(|of| of.id == id);
    if let (Some(location), Some(neighbourhood)) = (location, neighbourhood) {
        location.neighbourhood = neighbourhood.to_owned();
    }
    Some(id)
}

/// What is known of a programme from the row that names it.
#[derive(Clone, Debug, Default)]
pub struct ProgrammeFacts {
    /// The institution.
    pub institution: Option<String>,
    /// The level.
    pub level: Option<String>,
    /// The profession.
    pub profession: Option<String>,
    /// The field.
    pub field: Option<String>,
}

/// The id of a programme. Two institutions may each have one of the same name.
pub fn programme(work: &mut Work, name: &str, facts: &ProgrammeFacts) -> Option<String> {
    let institution_id = match &facts.institution {
        Some(institution) => Some(organisation(work, institution, v1::Side::Education)?),
        None => None,
    };
    let is_of =
        |of: &&v1::Programme| institution_id.as_ref().is_none_or(|id| of.institution_id == *id);
    let own: Vec<v1::Programme> = work.roster.programmes.iter().filter(is_of).cloned().collect();
    let known = names(&own, |of| (&of.id, &of.name));
    match named(work, "programmes", &known, name) {
        Named::Known(id) => return Some(id),
        Named::Asked => return None,
        Named::New => {}
    }
    let institution = match &facts.institution {
        Some(institution) => Some(institution.clone()),
        None => {
            let text = work.text("import-ask-institution", &[("programme", name)]);
            let question = Question::open(&["programmes", name, "institution"], text);
            work.ask(question, |answer| (!answer.is_empty()).then(|| answer.to_owned()))
        }
    };
    let level = level(work, name, institution.as_deref(), facts);
    let (profession, field) = profession(work, name, facts)?;
    let institution = institution?;
    let institution_id = organisation(work, &institution, v1::Side::Education)?;
    let is_taken = |id: &str| work.roster.programmes.iter().any(|of| of.id == id);
    let id = match is_taken(&slug(name)) {
        true => free_id(&format!("{name} {institution}"), is_taken),
        false => free_id(name, is_taken),
    };
    let programme = v1::Programme {
        id: id.clone(),
        name: name.to_owned(),
        institution_id,
        level: level?,
        profession,
        field,
        ..v1::Programme::default()
    };
    work.roster.programmes.push(programme);
    Some(id)
}

/// The level: of its own column, of the name (`mbo 4`, `hbo`), of the profession, or of the institution.
fn level(
    work: &mut Work,
    name: &str,
    institution: Option<&str>,
    facts: &ProgrammeFacts,
) -> Option<i32> {
    let path = ["programmes", name, "level"];
    let read = |answer: &str| {
        level_of(answer).or_else(|| answer.parse().ok().filter(|level| (2..=7).contains(level)))
    };
    if let Some(level) = work.setting(&path, read) {
        return Some(level);
    }
    if let Some(level) = facts.level.as_deref().and_then(read).or_else(|| level_of(name)) {
        return Some(level);
    }
    let known = work.lexicon.profession(name, work.messages).and_then(|known| known.level);
    let assumed = known
        .or_else(|| institution.and_then(|institution| level_of_institution(work, institution)));
    if let Some(level) = assumed {
        let number = level.to_string();
        let text = work.text("import-assumed-level", &[("programme", name), ("level", &number)]);
        assume(work, &path, text);
        return Some(level);
    }
    let text = work.text("import-ask-level", &[("programme", name)]);
    work.ask(Question::open(&path, text), read)
}

/// The level that a text tells: `mbo 4`, `mbo niveau 3`, `niveau 2`, `hbo`, `associate degree`, `master`.
pub fn level_of(text: &str) -> Option<i32> {
    let words = plain(text);
    let words: Vec<&str> = words.split(' ').collect();
    let number = |word: &&str| word.parse::<i32>().ok().filter(|level| (2..=7).contains(level));
    let glued = |word: &str, start: &str| word.strip_prefix(start).and_then(|rest| number(&rest));
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).and_then(number);
        match *word {
            "niveau" | "level" | "nlqf" if next.is_some() => return next,
            "mbo" if next.is_some_and(|level| level <= 4) => return next,
            "ad" if words.len() > 1 => return Some(5),
            "hbo" | "bachelor" => return Some(6),
            "master" => return Some(7),
            word => {
                if let Some(level) = glued(word, "mbo").or(glued(word, "niveau")) {
                    return Some(level);
                }
            }
        }
    }
    contains(&words.join(" "), "associate degree").then_some(5)
}

/// A university of applied sciences teaches bachelors, unless it is said otherwise.
fn level_of_institution(work: &Work, institution: &str) -> Option<i32> {
    let words = work.lexicon.all("import-institution-hbo");
    words.iter().any(|word| contains(&plain(institution), word)).then_some(6)
}

fn profession(work: &mut Work, name: &str, facts: &ProgrammeFacts) -> Option<(String, String)> {
    let path = ["programmes", name, "profession"];
    let read = |answer: &str| {
        let (profession, field) = answer.split_once(';')?;
        let (profession, field) = (profession.trim(), field.trim());
        (!profession.is_empty() && !field.is_empty())
            .then(|| (profession.to_owned(), field.to_owned()))
    };
    if let Some(answer) = work.setting(&path, read) {
        return Some(answer);
    }
    if let (Some(profession), Some(field)) = (&facts.profession, &facts.field) {
        return Some((profession.clone(), field.clone()));
    }
    if let Some(known) = work.lexicon.profession(name, work.messages) {
        let arguments =
            [("programme", name), ("profession", &known.profession), ("field", &known.field)];
        let text = work.text("import-assumed-profession", &arguments);
        assume(work, &path, text);
        return Some((known.profession, known.field));
    }
    let text = work.text("import-ask-profession", &[("programme", name)]);
    work.ask(Question::open(&path, text), read)
}

/// Notes what is taken without asking.
pub fn assume(work: &mut Work, path: &[&str], text: String) {
    let assumption = Assumption { key: super::mapping::key_text(path), text };
    if !work.assumptions.contains(&assumption) {
        work.assumptions.push(assumption);
    }
}

/// Whether there is a class of a name.
pub fn is_cohort(work: &Work, name: &str) -> bool {
    let word = plain(name);
    work.roster.cohorts.iter().any(|of| plain(&of.id) == word || plain(&of.name) == word)
}

/// The id of a class. Two programmes may each have one of the same name; where the programme is not known, it is asked
/// for a new class and for one of several.
pub fn cohort(
    work: &mut Work,
    name: &str,
    programme: Option<&str>,
    study_year: i32,
) -> Option<String> {
    let word = plain(name);
    let is_named = |of: &v1::Cohort| plain(&of.id) == word || plain(&of.name) == word;
    let named: Vec<v1::Cohort> =
        work.roster.cohorts.iter().filter(|of| is_named(of)).cloned().collect();
    let programme_id = match (programme, named.as_slice()) {
        (Some(programme), _) => programme.to_owned(),
        (None, [one]) => one.programme_id.clone(),
        (None, several) => {
            let text = work.text("import-ask-programme", &[("cohort", name)]);
            let choices = several
                .iter()
                .map(|of| Choice { answer: of.programme_id.clone(), text: of.id.clone() });
            let question = Question::open(&["cohorts", name, "programme"], text)
                .with_choices(choices.collect());
            let programme =
                work.ask(question, |answer| (!answer.is_empty()).then(|| answer.to_owned()))?;
            self::programme(work, &programme, &ProgrammeFacts::default())?
        }
    };
    let is_it = |of: &&mut v1::Cohort| is_named(of) && of.programme_id == programme_id;
    if let Some(cohort) = work.roster.cohorts.iter_mut().find(is_it) {
        if study_year > 0 && cohort.study_year == 0 {
            cohort.study_year = study_year;
        }
        return Some(cohort.id.clone());
    }
    let is_taken = |id: &str| work.roster.cohorts.iter().any(|of| of.id == id);
    let id = match is_taken(&slug(name)) {
        true => free_id(&format!("{name} {programme_id}"), is_taken),
        false => free_id(name, is_taken),
    };
    let cohort = v1::Cohort {
        id: id.clone(),
        name: name.to_owned(),
        programme_id,
        study_year,
        ..v1::Cohort::default()
    };
    work.roster.cohorts.push(cohort);
    Some(id)
}

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
/// is told.
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

/// Ids and names of a list; the id where there is no name.
fn names<T>(list: &[T], of: impl Fn(&T) -> (&String, &String)) -> Vec<(String, String)> {
    let entry = |entry: &T| {
        let (id, name) = of(entry);
        (id.clone(), if name.is_empty() { id.clone() } else { name.clone() })
    };
    list.iter().map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_read_from_what_people_write() {
        for (text, level) in [
            ("Verpleegkundige (mbo 4)", Some(4)),
            ("mbo-niveau 3", Some(3)),
            ("MBO4 Onderwijsassistent", Some(4)),
            ("niveau 2", Some(2)),
            ("hbo Social Work", Some(6)),
            ("Bachelor of Nursing", Some(6)),
            ("Associate degree PEP", Some(5)),
            ("Ad PEP", Some(5)),
            ("Master Orthopedagogiek", Some(7)),
            ("mbo", None),
            ("mbo 6", None),
            ("Pabo", None),
            ("Klas 4", None),
        ] {
            assert_eq!(level_of(text), level, "{text:?}");
        }
    }

    #[test]
    fn names_that_may_be_one_are_alike_and_those_of_two_are_not() {
        for (one, other, alike) in [
            ("HS De Dijk", "Hogeschool De Dijk", true),
            ("Wijktem Zuid", "Wijkteam Zuid", true),
            ("De Regenboog", "Basisschool De Regenboog", true),
            ("Wijkteam Zuid", "Wijkteam Noord", false),
            ("School 1", "School 2", false),
            ("Locatie A", "Locatie B", false),
            ("Zorgcentrum De Linde", "Zorgcentrum Het Anker", false),
            ("Pabo", "Social Work", false),
        ] {
            assert_eq!(is_alike(&plain(one), &plain(other)), alike, "{one} and {other}");
        }
    }
}
