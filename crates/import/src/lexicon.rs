//! The words by which headings, dayparts, cells and kinds of files are recognised, in every language at once.

use super::meaning::{Mark, Meaning, TableKind};
use leerteam_formats::roster_sheets::layout::{Choice, KIND, SIDE};
use leerteam_formats::roster_sheets::words::{Words, all, likeness, plain, plain_heading};
use leerteam_messages::{Language, Messages};

/// From this likeness on (0 to 1) a heading is taken for a misspelt one.
const ALIKE: f64 = 0.75;
/// Words of so many letters are like too many others.
const SHORT: usize = 3;

/// Parts of a day with names of their own.
pub const DAYPARTS: [&str; 4] = ["morning", "afternoon", "evening", "day"];

/// Programmes that are known by a word in their names: the profession, the field, and the level where it can be
/// no other.
const PROFESSIONS: [(&str, &str, Option<i32>); 9] = [
    ("teaching-assistant", "education", Some(4)),
    ("teacher", "education", Some(6)),
    ("nurse", "care", None),
    ("carer", "care", Some(3)),
    ("social-worker", "social-work", None),
    ("childcare-worker", "childcare", None),
    ("sports-worker", "sport", None),
    ("occupational-therapist", "care", Some(6)),
    ("physiotherapist", "care", Some(6)),
];

/// The words, plain.
pub struct Lexicon {
    /// The words of workbooks.
    pub words: Words,
    texts: Vec<Messages>,
    columns: Vec<(Meaning, Vec<String>)>,
    dayparts: Vec<(&'static str, Vec<String>)>,
    marks: Vec<(Mark, Vec<String>)>,
    tables: Vec<(TableKind, Vec<String>)>,
    professions: Vec<Vec<String>>,
}

/// A profession that a programme's name tells.
pub struct KnownProfession {
    /// The profession, in words.
    pub profession: String,
    /// Its field, in words.
    pub field: String,
    /// The level, where there is one only.
    pub level: Option<i32>,
}

impl Lexicon {
    /// Gathers the words from the message files.
    pub fn new(messages: &Messages) -> Lexicon {
        let texts: Vec<Messages> = Language::ALL.into_iter().map(Messages::of).collect();
        let of = |key: String| all(&texts, &key);
        let column = |meaning: &Meaning| (*meaning, of(format!("import-column-{}", meaning.key())));
        let table = |kind: &TableKind| (*kind, of(format!("import-table-{}", kind.key())));
        Lexicon {
            words: Words::new(messages),
            columns: Meaning::ALL.iter().map(column).collect(),
            dayparts: DAYPARTS.map(|part| (part, of(format!("import-daypart-{part}")))).to_vec(),
            marks: Mark::ALL
                .iter()
                .map(|mark| (*mark, of(format!("import-mark-{}", mark.key()))))
                .collect(),
            tables: TableKind::ALL.iter().map(table).collect(),
            professions: PROFESSIONS
                .iter()
                .map(|(key, ..)| of(format!("import-profession-{key}")))
                .collect(),
            texts,
        }
    }

    /// All words of a key, plain.
    pub fn all(&self, key: &str) -> Vec<String> {
        all(&self.texts, key)
    }

    /// What the words of a heading say: exactly one of the known headings, else the meaning with the longest known
    /// heading within it, as in the question of a form.
    pub fn meaning(&self, heading: &str) -> Option<Meaning> {
        let words = plain_heading(heading);
        let exact = self.columns.iter().find(|(_, known)| known.contains(&words));
        if let Some((meaning, _)) = exact {
            return Some(*meaning);
        }
        let within = self.columns.iter().flat_map(|(meaning, known)| {
            let known = known.iter().filter(|known| known.len() > 3 && contains(&words, known));
            known.map(|known| (known.len(), *meaning))
        });
        let found: Vec<(usize, Meaning)> = within.collect();
        let longest = found.iter().map(|(length, _)| *length).max()?;
        let mut meanings =
            found.iter().filter(|(length, _)| *length == longest).map(|found| found.1);
        let first = meanings.next()?;
        meanings.all(|meaning| meaning == first).then_some(first)
    }

    /// What a heading that is not known probably says, misspelt.
    pub fn nearly(&self, heading: &str) -> Option<Meaning> {
        let words = plain_heading(heading);
        let likeness = |known: &[String]| {
            let long = known.iter().filter(|known| known.len() > SHORT);
            long.map(|known| likeness(known, &words)).fold(0.0, f64::max)
        };
        let scored = self.columns.iter().map(|(meaning, known)| (likeness(known), *meaning));
        let best = scored.max_by(|one, other| one.0.total_cmp(&other.0))?;
        (best.0 >= ALIKE).then_some(best.1)
    }

    /// Whether a heading is probably that of a day or of a part of one, misspelt.
    pub fn nearly_day(&self, heading: &str) -> bool {
        let words = plain_heading(heading);
        let names = self.words.vocabulary.days.iter().flatten();
        let parts = self.dayparts.iter().flat_map(|(_, known)| known);
        names.chain(parts).any(|known| known.len() > SHORT && likeness(known, &words) >= ALIKE)
    }

    /// The meaning with this key, or with this word.
    pub fn meaning_of_answer(&self, answer: &str) -> Option<Meaning> {
        let by_key = Meaning::ALL.iter().find(|meaning| meaning.key() == answer).copied();
        let word = plain(answer);
        by_key
            .or_else(|| self.columns.iter().find(|(_, known)| known.contains(&word)).map(|of| of.0))
    }

    /// The kind of table with this key or word.
    pub fn table_of_answer(&self, answer: &str) -> Option<TableKind> {
        by_answer(&self.tables, answer, TableKind::key)
    }

    /// The mark with this key or word.
    pub fn mark_of_answer(&self, answer: &str) -> Option<Mark> {
        by_answer(&self.marks, answer, Mark::key)
    }

    /// The side that a text names.
    pub fn side(&self, text: &str) -> Option<&'static str> {
        self.choice(&SIDE, text)
    }

    /// The kind of a commitment that a text names.
    pub fn kind(&self, text: &str) -> Option<&'static str> {
        self.choice(&KIND, text)
    }

    fn choice(&self, choice: &Choice, text: &str) -> Option<&'static str> {
        self.words.choice(choice, text)
    }

    /// The part of a day that a word names.
    pub fn daypart(&self, text: &str) -> Option<&'static str> {
        let word = plain(text);
        self.dayparts.iter().find(|(_, known)| known.contains(&word)).map(|(part, _)| *part)
    }

    /// The part of a day that a text ends with (`dinsdagmiddag`, `di middag`), and what stands before it.
    pub fn ending_daypart(&self, text: &str) -> Option<(String, &'static str)> {
        let words = plain(text);
        let endings = self.dayparts.iter().flat_map(|(part, known)| {
            let rest = known.iter().filter_map(|known| words.strip_suffix(known.as_str()));
            rest.map(|rest| (rest.trim_end().to_owned(), *part)).collect::<Vec<_>>()
        });
        endings.min_by_key(|(rest, _)| rest.len())
    }

    /// The number of the day of the week that a word is, 1 for Monday.
    pub fn day(&self, text: &str) -> Option<u32> {
        let word = plain(text);
        let days = &self.words.vocabulary.days;
        (1..).zip(days).find(|(_, names)| names.contains(&word)).map(|(number, _)| number)
    }

    /// The profession that a programme's name tells, in the words of `messages`.
    pub fn profession(&self, programme: &str, messages: &Messages) -> Option<KnownProfession> {
        let name = plain(programme);
        let found = self
            .professions
            .iter()
            .zip(PROFESSIONS)
            .find(|(words, _)| words.iter().any(|word| contains(&name, word)));
        let (_, (key, field, level)) = found?;
        Some(KnownProfession {
            profession: messages.text(&format!("import-profession-{key}"), &[]),
            field: messages.text(&format!("import-field-{field}"), &[]),
            level,
        })
    }
}

fn by_answer<T: Copy>(
    known: &[(T, Vec<String>)],
    answer: &str,
    key: fn(T) -> &'static str,
) -> Option<T> {
    let by_key = known.iter().find(|(of, _)| key(*of) == answer).map(|(of, _)| *of);
    let word = plain(answer);
    by_key.or_else(|| known.iter().find(|(_, words)| words.contains(&word)).map(|(of, _)| *of))
}

/// Whether a phrase stands in a text as whole words, both plain.
pub fn contains(text: &str, phrase: &str) -> bool {
    let text = format!(" {text} ");
    !phrase.is_empty() && text.contains(&format!(" {phrase} "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_what_they_mean() {
        let lexicon = Lexicon::new(&Messages::of(Language::Nl));
        for (heading, meaning) in [
            ("Studentnummer", Some(Meaning::Id)),
            ("Studentnr.", Some(Meaning::Id)),
            ("leerlingnummer", Some(Meaning::Id)),
            ("Student number", Some(Meaning::Id)),
            ("Roepnaam", Some(Meaning::FirstName)),
            ("Tussenvoegsel(s)", Some(Meaning::Infix)),
            ("Achternaam", Some(Meaning::LastName)),
            ("Opleiding", Some(Meaning::Programme)),
            ("Crebo/CROHO", Some(Meaning::ProgrammeCode)),
            ("Leerjaar", Some(Meaning::StudyYear)),
            ("Klas / groep", Some(Meaning::Cohort)),
            ("BPV-plaats", Some(Meaning::Place)),
            ("Stageadres", Some(Meaning::Place)),
            ("BPV begindatum", Some(Meaning::InternshipFirst)),
            ("BPV einddatum", Some(Meaning::InternshipLast)),
            ("Stagedagen", Some(Meaning::InternshipDays)),
            ("E-mailadres", Some(Meaning::Unneeded)),
            ("Wat is je naam?", Some(Meaning::Name)),
            ("Namens welke organisatie begeleid je?", Some(Meaning::Organisation)),
            ("Ben je begeleider vanuit onderwijs of praktijk?", Some(Meaning::Side)),
            (
                "Op welke dagdelen kun je een leerteam begeleiden? (meerdere mogelijk)",
                Some(Meaning::Availability),
            ),
            ("Welke dagdelen kunt u?", Some(Meaning::Availability)),
            ("Hoeveel tijd heb je per week?", Some(Meaning::MinutesPerWeek)),
            ("Which days are you available?", Some(Meaning::Availability)),
            ("Opmerkingen", Some(Meaning::Remark)),
            ("Schoenmaat", None),
            ("", None),
        ] {
            assert_eq!(lexicon.meaning(heading), meaning, "{heading:?}");
        }
    }

    #[test]
    fn no_heading_means_two_things() {
        let lexicon = Lexicon::new(&Messages::of(Language::Nl));
        for (at, (meaning, words)) in lexicon.columns.iter().enumerate() {
            for (other, others) in &lexicon.columns[at + 1..] {
                let shared: Vec<_> = words.iter().filter(|word| others.contains(word)).collect();
                assert!(shared.is_empty(), "{meaning:?} and {other:?}: {shared:?}");
            }
        }
    }

    #[test]
    fn parts_of_days_end_what_people_write() {
        let lexicon = Lexicon::new(&Messages::of(Language::Nl));
        for (text, expected) in [
            ("Dinsdagmiddag", Some(("dinsdag", "afternoon"))),
            ("di middag", Some(("di", "afternoon"))),
            ("Tuesday morning", Some(("tuesday", "morning"))),
            ("vr-ochtend", Some(("vr", "morning"))),
            ("donderdag", None),
        ] {
            let found = lexicon.ending_daypart(text);
            let found = found.as_ref().map(|(rest, part)| (rest.as_str(), *part));
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
