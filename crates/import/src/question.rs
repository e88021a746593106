//! What an import has to ask.

use super::mapping::key_text;

/// A question that no answer is known to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Key of its answer, part by part.
    pub path: Vec<String>,
    /// The key as it stands in a mapping file.
    pub key: String,
    /// What is asked.
    pub text: String,
    /// What can be chosen; empty where anything can be written.
    pub choices: Vec<Choice>,
    /// What it will probably be.
    pub suggestion: String,
    /// The answer that is known but cannot be used; empty if there is none.
    pub refused: String,
}

/// One of the answers to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The answer.
    pub answer: String,
    /// What it means, for people.
    pub text: String,
}

impl Question {
    /// A question whose answer can be anything.
    pub fn open(path: &[&str], text: String) -> Question {
        Question {
            path: path.iter().map(|part| (*part).to_owned()).collect(),
            key: key_text(path),
            text,
            choices: Vec::new(),
            suggestion: String::new(),
            refused: String::new(),
        }
    }

    /// The same with answers to choose from.
    pub fn with_choices(self, choices: Vec<Choice>) -> Question {
        Question { choices, ..self }
    }

    /// The same with what the answer will probably be.
    pub fn suggesting(self, suggestion: impl Into<String>) -> Question {
        Question { suggestion: suggestion.into(), ..self }
    }
}
