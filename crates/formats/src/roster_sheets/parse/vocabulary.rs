//! The words that days, times and weeks are stated with, in every language at once.

use leerteam_messages::Messages;

/// The words, plain.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Names of the days, Monday first.
    pub days: Vec<Vec<String>>,
    /// Names of the days as they are shown, Monday first.
    pub shown_days: Vec<String>,
    /// Names of the months, January first.
    pub months: Vec<Vec<String>>,
    /// Behind the number of a day of the month.
    pub ordinal: Vec<String>,
    /// Between two things that both hold.
    pub and: Vec<String>,
    /// Up to and including.
    pub through: Vec<String>,
    /// Up to; whether it is included is not said.
    pub until: Vec<String>,
    /// Before a start.
    pub from: Vec<String>,
    /// After a time of day, or a number of hours.
    pub hour: Vec<String>,
    /// After a number of minutes.
    pub minute: Vec<String>,
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
    /// Before weeks of which every other one is meant.
    pub alternate: Vec<String>,
    /// Small numbers in words, from two on.
    pub numbers: Vec<Vec<String>>,
    /// Weeks.
    pub week: Vec<String>,
    /// Every week, in one word.
    pub weekly: Vec<String>,
    /// Every two weeks, in one word.
    pub fortnightly: Vec<String>,
    /// All of these that are of several words.
    pub phrases: Vec<String>,
}

impl Vocabulary {
    /// Takes the words from `all`, which knows all words of a key; those that are shown are of `messages`.
    pub fn new(all: &dyn Fn(&str) -> Vec<String>, messages: &Messages) -> Vocabulary {
        let shown = |day: u32| messages.text(&format!("sheet-day-{day}"), &[]);
        let mut vocabulary = Vocabulary {
            days: (1..=7).map(|day| all(&format!("choice-weekday-{day}"))).collect(),
            shown_days: (1..=7).map(shown).collect(),
            months: (1..=12).map(|month| all(&format!("input-month-{month}"))).collect(),
            ordinal: all("input-ordinal"),
            and: all("input-and"),
            through: all("input-through"),
            until: all("input-until"),
            from: all("input-from"),
            hour: all("input-hour"),
            minute: all("input-minute"),
            am: all("input-am"),
            pm: all("input-pm"),
            even: all("input-even"),
            odd: all("input-odd"),
            every: all("input-every"),
            alternate: all("input-alternate"),
            numbers: (2..=6).map(|number| all(&format!("input-number-{number}"))).collect(),
            week: all("input-week"),
            weekly: all("input-weekly"),
            fortnightly: all("input-fortnightly"),
            phrases: Vec::new(),
        };
        let Vocabulary { through, from, hour, am, pm, alternate, fortnightly, .. } = &vocabulary;
        let words = [through, from, hour, am, pm, alternate, fortnightly].into_iter().flatten();
        let phrases = words.filter(|word| word.contains(' ')).cloned().collect();
        vocabulary.phrases = phrases;
        vocabulary
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
