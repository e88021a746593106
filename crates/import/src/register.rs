//! Organisations, locations, programmes and classes out of the distinct values of columns.

use super::lexicon::contains;
use super::naming::{Named, free_id, named, names, slug};
use super::preview::Assumption;
use super::question::{Choice, Question};
use super::work::Work;
use leerteam_formats::roster_sheets::words::plain;
use leerteam_wire::v1;

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

/// The id of a location, which belongs to an organisation, or else to the one of its own name.
pub fn location(
    work: &mut Work,
    name: &str,
    neighbourhood: Option<&str>,
    organisation_id: Option<&str>,
) -> Option<String> {
    let known = names(&work.roster.locations, |of| (&of.id, &of.name));
    let id = match named(work, "locations", &known, name) {
        Named::Known(id) => id,
        Named::Asked => return None,
        Named::New => {
            let organisation_id = match organisation_id {
                Some(id) => id.to_owned(),
                None => organisation(work, name, v1::Side::Practice)?,
            };
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
}
