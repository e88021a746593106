//! Which things that are there a name means, and ids for those that are new.

use super::question::{Choice, Question};
use super::work::Work;
use leerteam_formats::roster_sheets::words::{likeness, plain};

/// How like two names are that are asked about.
const ALIKE: f64 = 0.85;
/// Which part of the words of the shorter of two names has to be in the other.
const SHARED: f64 = 0.6;

/// An id made from a name: small letters and digits with dashes between.
pub fn slug(name: &str) -> String {
    plain(name).replace(' ', "-")
}

/// An id made from a name that nothing of a list has yet.
pub fn free_id(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let base = slug(name);
    let base = if base.is_empty() { "x".to_owned() } else { base };
    if !is_taken(&base) {
        return base;
    }
    (2_u32..).map(|n| format!("{base}-{n}")).find(|id| !is_taken(id)).unwrap_or(base)
}

/// Which id of a list a name means: one that is there under that name, or under another that is the same by an
/// answer; nothing once it is asked whether it is.
pub enum Named {
    /// The id of what is there.
    Known(String),
    /// There is no such thing yet.
    New,
    /// It is asked.
    Asked,
}

/// Which id of a list a name means, by its id or name in whatever spelling.
pub fn named(work: &mut Work, list: &'static str, known: &[(String, String)], name: &str) -> Named {
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

/// Ids and names of a list; the id where there is no name.
pub fn names<T>(list: &[T], of: impl Fn(&T) -> (&String, &String)) -> Vec<(String, String)> {
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
