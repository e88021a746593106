//! Answers that are kept: a TOML file that is written after an import and read again at the next.

use toml::{Table, Value};

/// Answers by their keys, such as `teams.size` or `columns.participants."Klas / groep"`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mapping(Table);

/// A mapping that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct UnreadableMapping(String);

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// If it is not TOML.
    pub fn parse(text: &str) -> Result<Mapping, UnreadableMapping> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let table = text.parse::<Table>();
        table.map(Mapping).map_err(|error| UnreadableMapping(error.to_string()))
    }

    /// Adds one answer as it is given on the command line: `teams.size=4-6`, or a line of the file.
    ///
    /// # Errors
    /// If there is no key, or what stands before the `=` is none.
    pub fn answer(&mut self, text: &str) -> Result<(), UnreadableMapping> {
        let no_key = || UnreadableMapping(format!("{text}: KEY=ANSWER"));
        let (key, answer) = split(text).ok_or_else(no_key)?;
        // The answer may be quoted, as it is in the file.
        match Mapping::parse(&format!("{key} = {answer}\n")) {
            Ok(line) if answer.starts_with(['"', '\'']) => merge(&mut self.0, line.0),
            _ => self.put(key, answer).map_err(|_| no_key())?,
        }
        Ok(())
    }

    /// Adds an answer by its key as it stands in the file.
    ///
    /// # Errors
    /// If the key is none.
    pub fn put(&mut self, key: &str, answer: &str) -> Result<(), UnreadableMapping> {
        let line = Mapping::parse(&format!("{key} = {}\n", Value::String(answer.to_owned())))?;
        // A key of several lines would be more than a key.
        if key.contains('\n') || line.answers().len() != 1 {
            return Err(UnreadableMapping(key.to_owned()));
        }
        merge(&mut self.0, line.0);
        Ok(())
    }

    /// All answers with their keys as they stand in the file.
    pub fn answers(&self) -> Vec<(String, String)> {
        let mut answers = Vec::new();
        gather(&self.0, &mut Vec::new(), &mut answers);
        answers
    }

    /// The answer under a key.
    pub fn get(&self, key: &[&str]) -> Option<String> {
        let (last, path) = key.split_last()?;
        let mut table = &self.0;
        for part in path {
            table = table.get(*part)?.as_table()?;
        }
        answer(table.get(*last)?)
    }

    /// Puts an answer under a key, in the place of whatever stands there.
    pub fn set(&mut self, key: &[&str], answer: &str) {
        let Some((last, path)) = key.split_last() else { return };
        let mut table = &mut self.0;
        for part in path {
            let entry = table.entry(*part).or_insert_with(|| Value::Table(Table::new()));
            if !entry.is_table() {
                *entry = Value::Table(Table::new());
            }
            match entry {
                Value::Table(inner) => table = inner,
                _ => return,
            }
        }
        table.insert((*last).to_owned(), Value::String(answer.to_owned()));
    }

    /// The keys of its first two levels that are not among these; `*` stands for any key.
    pub fn unknown(&self, known: &[(&str, &[&str])]) -> Vec<String> {
        let mut unknown = Vec::new();
        for (section, value) in &self.0 {
            let Some((_, keys)) = known.iter().find(|(name, _)| name == section) else {
                unknown.push(key_text(&[section]));
                continue;
            };
            let Some(table) = value.as_table() else {
                unknown.push(key_text(&[section]));
                continue;
            };
            let is_known = |key: &&String| keys.contains(&"*") || keys.contains(&key.as_str());
            let others = table.keys().filter(|key| !is_known(key));
            unknown.extend(others.map(|key| key_text(&[section, key])));
        }
        unknown
    }

    /// The mapping as the text of a file.
    pub fn to_toml(&self) -> String {
        self.0.to_string()
    }
}

/// A key as it stands in a mapping file.
pub fn key_text(key: &[&str]) -> String {
    let is_bare = |part: &str| {
        let of_key = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        !part.is_empty() && part.chars().all(of_key)
    };
    let part = |part: &&str| match is_bare(part) {
        true => (*part).to_owned(),
        false => Value::String((*part).to_owned()).to_string(),
    };
    key.iter().map(part).collect::<Vec<_>>().join(".")
}

/// The line of a mapping file that gives an answer.
pub fn line(key: &[String], answer: &str) -> String {
    let key: Vec<&str> = key.iter().map(String::as_str).collect();
    format!("{} = {}", key_text(&key), Value::String(answer.to_owned()))
}

/// Before and behind the first `=` that is not within quotation marks.
fn split(text: &str) -> Option<(&str, &str)> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '=') => return Some((text[..at].trim(), text[at + 1..].trim())),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

fn merge(into: &mut Table, from: Table) {
    for (key, value) in from {
        match (into.get_mut(&key), value) {
            (Some(Value::Table(own)), Value::Table(table)) => merge(own, table),
            (_, value) => {
                into.insert(key, value);
            }
        }
    }
}

/// Gathers the answers of a table whose key is `path`.
fn gather<'t>(table: &'t Table, path: &mut Vec<&'t str>, answers: &mut Vec<(String, String)>) {
    for (key, value) in table {
        path.push(key);
        match (value, answer(value)) {
            (Value::Table(inner), _) => gather(inner, path, answers),
            (_, Some(answer)) => answers.push((key_text(path), answer)),
            // A list of tables answers nothing.
            (_, None) => {}
        }
        path.pop();
    }
}

/// An answer as people write it: a text, a number, a date, yes or no, or a list.
fn answer(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Array(values) => {
            let parts: Option<Vec<String>> = values.iter().map(answer).collect();
            Some(parts?.join("; "))
        }
        Value::Table(_) => None,
        value => Some(value.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_found_under_their_keys_and_written_so_that_they_are_read_again() {
        let mut mapping =
            Mapping::parse("[teams]\nsize = \"4-6\"\nminutes = 90\nplaces = [\"a\", \"b\"]\n")
                .expect("TOML");
        mapping.answer("columns.participants.\"Klas = groep\"=cohort").expect("an answer");
        mapping.set(&["round", "dayparts", "morning"], "9-12");
        for (key, answer) in [
            (&["teams", "size"][..], Some("4-6")),
            (&["teams", "minutes"], Some("90")),
            (&["teams", "places"], Some("a; b")),
            (&["columns", "participants", "Klas = groep"], Some("cohort")),
            (&["round", "dayparts", "morning"], Some("9-12")),
            (&["round", "dayparts"], None),
            (&["nothing"], None),
            (&[], None),
        ] {
            assert_eq!(mapping.get(key).as_deref(), answer, "{key:?}");
        }
        assert_eq!(Mapping::parse(&mapping.to_toml()).expect("TOML"), mapping);
    }

    #[test]
    fn answers_by_key_are_the_same_mapping_again() {
        let mapping = Mapping::parse(
            "[teams]\nsize = \"4-6\"\nminutes = 90\n[columns.participants]\n\"Klas / groep\" = \"cohort\"\n",
        );
        let answers = mapping.expect("TOML").answers();
        let expected = [
            ("columns.participants.\"Klas / groep\"", "cohort"),
            ("teams.minutes", "90"),
            ("teams.size", "4-6"),
        ];
        let mut sorted = answers.clone();
        sorted.sort();
        assert_eq!(sorted, expected.map(|(key, answer)| (key.to_owned(), answer.to_owned())));
        let mut again = Mapping::default();
        for (key, answer) in &answers {
            again.put(key, answer).expect("a key");
        }
        assert_eq!(again.answers(), answers);
        for key in ["", "a b", "a = 1\nb", "[a]\nb", "a.", "# a"] {
            assert!(Mapping::default().put(key, "1").is_err(), "{key:?}");
        }
    }

    #[test]
    fn keys_that_nobody_asks_for_are_found() {
        let mapping = Mapping::parse("team = 1\n[teams]\nsise = 4\nsize = 4\n[columns.x]\ny = 1\n");
        let known: &[(&str, &[&str])] = &[("teams", &["size"]), ("columns", &["*"])];
        assert_eq!(mapping.expect("TOML").unknown(known), ["team", "teams.sise"]);
    }

    #[test]
    fn what_is_no_answer_is_refused() {
        for text in ["", "teams.size", "=5", "a b=5", "\"a=5"] {
            assert!(Mapping::default().answer(text).is_err(), "{text:?}");
        }
        assert!(Mapping::parse("a =").is_err());
    }

    #[test]
    fn keys_are_shown_as_they_are_written() {
        assert_eq!(
            key_text(&["columns", "participants", "Klas / groep"]),
            "columns.participants.\"Klas / groep\""
        );
    }
}
