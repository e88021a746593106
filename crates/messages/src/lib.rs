//! Texts for people, in the words of docs/model.md: one folder of message files for each language,
//! split by subject, with the same messages in each.
//!
//! ```
//! use leerteam_messages::{Language, Messages};
//!
//! let text = |language| Messages::of(language).text("rule-attendance", &[]);
//! assert_eq!(text(Language::En), "attendance");
//! assert_eq!(text(Language::Nl), "aanwezigheid");
//! ```

mod plans;

use std::fmt;
use std::str::FromStr;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use leerteam_model::roster::Finding;
pub use plans::{cause_text, commitment_text, percentage, reason_text};

/// A language that people can ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Dutch.
    Nl,
}

/// A language that there are no texts in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLanguage(pub String);

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "no texts in language {:?}; there are en and nl", self.0)
    }
}

impl std::error::Error for UnknownLanguage {}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Language, UnknownLanguage> {
        let wanted = Language::ALL.into_iter().find(|language| language.code() == text);
        wanted.ok_or_else(|| UnknownLanguage(text.to_owned()))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.code())
    }
}

macro_rules! files {
    ($language:literal) => {
        [
            include_str!(concat!($language, "/findings.ftl")),
            include_str!(concat!($language, "/causes.ftl")),
            include_str!(concat!($language, "/rules.ftl")),
            include_str!(concat!($language, "/words.ftl")),
            include_str!(concat!($language, "/cli.ftl")),
            include_str!(concat!($language, "/sheets.ftl")),
            include_str!(concat!($language, "/plans.ftl")),
            include_str!(concat!($language, "/page.ftl")),
            include_str!(concat!($language, "/import.ftl")),
        ]
    };
}

impl Language {
    /// Every language.
    pub const ALL: [Language; 2] = [Language::En, Language::Nl];

    /// Its ISO 639 code.
    pub fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Nl => "nl",
        }
    }

    fn files(self) -> [&'static str; 9] {
        match self {
            Language::En => files!("en"),
            Language::Nl => files!("nl"),
        }
    }
}

/// The texts in one language.
pub struct Messages {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("Messages").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Messages {
    /// The texts in a language.
    ///
    /// # Panics
    /// If the message files, which are part of the program, cannot be read.
    pub fn of(language: Language) -> Messages {
        let identifier: LanguageIdentifier = language.code().parse().expect("codes of languages");
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_use_isolating(false);
        for file in language.files() {
            // The files are part of the program.
            let resource =
                FluentResource::try_new(file.to_owned()).expect("messages that can be read");
            bundle.add_resource(resource).expect("each key once");
        }
        Messages { language, bundle }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a text under a key.
    pub fn has(&self, key: &str) -> bool {
        self.format(key, &FluentArgs::new()).is_some()
    }

    /// The keys that start with a prefix, in the order of the files.
    pub fn keys(&self, prefix: &str) -> Vec<&'static str> {
        let lines = self.language.files().into_iter().flat_map(str::lines);
        let keys = lines.filter_map(|line| line.split_once(" = ")).map(|(key, _)| key);
        keys.filter(|key| key.starts_with(prefix)).collect()
    }

    /// The text under a key, such as `cli-teams`, or under an attribute of one, such as
    /// `finding-E1101.action`. A whole number given as text counts as a number where the text
    /// depends on one. A key that does not exist is itself the text.
    pub fn text(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        let arguments = arguments.iter().map(|&(name, value)| (name, argument(value)));
        self.format(key, &FluentArgs::from_iter(arguments)).unwrap_or_else(|| key.to_owned())
    }

    fn format(&self, key: &str, arguments: &FluentArgs) -> Option<String> {
        let pattern = match key.split_once('.') {
            None => self.bundle.get_message(key)?.value()?,
            Some((key, attribute)) => {
                self.bundle.get_message(key)?.get_attribute(attribute)?.value()
            }
        };
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned())
    }
}

/// Whole numbers as they are written by people become numbers; all else stays text.
fn argument(text: &str) -> FluentValue<'_> {
    let plain = text == "0" || !text.starts_with(['0', '+', '-']);
    match text.parse::<u32>() {
        Ok(number) if plain => FluentValue::from(number),
        _ => FluentValue::from(text),
    }
}

/// What is wrong and what to do about it, in words.
pub fn finding_text(messages: &Messages, finding: &Finding) -> (String, String) {
    let in_words = |&(name, ref value): &(&'static str, String)| {
        let last = value.rsplit('.').next().unwrap_or_default();
        let word = match name {
            "weekday" | "side" | "limit" => messages.text(&format!("{name}-{value}"), &[]),
            "list" => messages.text(&format!("list-{last}"), &[]),
            "why" => messages.text(&format!("why-{value}"), &[]),
            _ => value.clone(),
        };
        (name, word)
    };
    let details: Vec<(&str, String)> = finding.details.iter().map(in_words).collect();
    // In a workbook people know a field by its heading, or the sheet that it stands on.
    let field = match &finding.cell {
        Some(cell) if !cell.heading.is_empty() => &cell.heading,
        Some(cell) if cell.row == 0 => &cell.sheet,
        _ => &finding.field,
    };
    let mut arguments: Vec<(&str, &str)> = vec![("field", field), ("value", &finding.value)];
    arguments.extend(details.iter().map(|(name, value)| (*name, value.as_str())));
    let key = format!("finding-{}", finding.code.as_str());
    let of_cell = format!("{key}-cell");
    let key = if finding.cell.is_some() && messages.has(&of_cell) { of_cell } else { key };
    let action = messages.text(&format!("{key}.action"), &arguments);
    let mut cause = messages.text(&key, &arguments);
    for (name, more) in [("perhaps", "finding-perhaps"), ("rows", "finding-rows")] {
        if details.iter().any(|(detail, _)| *detail == name) {
            cause = format!("{cause} {}", messages.text(more, &arguments));
        }
    }
    (cause, action)
}
