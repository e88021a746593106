//! The words that days, times and weeks are told with, in every language at once.

/// The words, plain.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Names of the days, Monday first.
    pub days: Vec<Vec<String>>,
    /// Names of the months, January first.
    pub months: Vec<Vec<String>>,
    /// Between two things that both hold.
    pub and: Vec<String>,
    /// Up to and including.
    pub through: Vec<String>,
    /// Up to; whether it is included is not said.
    pub until: Vec<String>,
    /// Before a start.
    pub from: Vec<String>,
    /// After a time of day.
    pub hour: Vec<String>,
    /// After a time before noon.
    pub am: Vec<String>,
    /// After a time after noon.
    pub pm: Vec<String>,
    /// Weeks with an even number.
    pub even: Vec<String>,
    /// Weeks with an odd number.
    pub odd: Vec<String>,
    /// Before a number of weeks.
    pub every: Vec<String>,
    /// In place of the number two.
    pub other: Vec<String>,
    /// Weeks.
    pub week: Vec<String>,
    /// Every week, in one word.
    pub weekly: Vec<String>,
    /// Every two weeks, in one word.
    pub fortnightly: Vec<String>,
}

impl Vocabulary {
    /// Takes the words from `all`, which knows all words of a key.
    pub fn new(all: &dyn Fn(&str) -> Vec<String>) -> Vocabulary {
        Vocabulary {
            days: (1..=7).map(|day| all(&format!("choice-weekday-{day}"))).collect(),
            months: (1..=12).map(|month| all(&format!("input-month-{month}"))).collect(),
            and: all("input-and"),
            through: all("input-through"),
            until: all("input-until"),
            from: all("input-from"),
            hour: all("input-hour"),
            am: all("input-am"),
            pm: all("input-pm"),
            even: all("input-even"),
            odd: all("input-odd"),
            every: all("input-every"),
            other: all("input-other"),
            week: all("input-week"),
            weekly: all("input-weekly"),
            fortnightly: all("input-fortnightly"),
        }
    }
}

/// Whether a word is among others.
pub fn is(words: &[String], word: &str) -> bool {
    words.iter().any(|known| known == word)
}

/// The number, from 1, of the name that a word is.
pub fn number(names: &[Vec<String>], word: &str) -> Option<u32> {
    (1..).zip(names).find(|(_, names)| is(names, word)).map(|(number, _)| number)
}
