//! What stands in a cell as a value of the message.

use serde_json::{Value as Json, json};

use super::super::layout::{Choice, Holds};
use super::super::parse::{
    Problem, date, list, minutes, named_numbers, of_number, parts, stretch, time, unquoted, whole,
};
use super::super::words::{Words, choice_key, plain};
use super::names::{Meant, Names};
use crate::book::Value;
use leerteam_messages::Messages;
use leerteam_model::roster::{Clock, Code};

/// Numbers from here on are not exact in a workbook: digits of an id are lost.
const LARGEST: f64 = 1e15;
/// Numbers of minutes up to here are probably hours, where a length of time is long.
const FEW: i32 = 9;

/// What reading a cell needs.
pub struct Cells<'a> {
    /// Words that people use.
    pub words: &'a Words,
    /// Who is there.
    pub names: &'a Names,
    /// Texts, for what can be chosen.
    pub messages: &'a Messages,
}

impl Cells<'_> {
    /// The value of a cell; nothing if the cell is empty. Recurring stretches are read elsewhere.
    ///
    /// # Errors
    /// The cell holds something else.
    pub fn read(&self, holds: Holds, value: &Value) -> Result<Option<Json>, Problem> {
        let Some(text) = self.text(value)? else { return Ok(None) };
        let is_date = matches!(value, Value::Date(_) | Value::Time(_) | Value::Moment(_));
        if is_date && names_something(holds) {
            return Err(Problem::new(Code::TurnedIntoDate));
        }
        if names_something(holds) && is_turned_number(value) {
            return Err(Problem::new(Code::TurnedIntoNumber));
        }
        let plain_number = match value {
            Value::Scientific(number) => Value::Number(*number),
            value => value.clone(),
        };
        let value = &plain_number;
        let json = match holds {
            Holds::Text | Holds::Id => json!(unquoted(&text)),
            Holds::Whole => json!(self.whole(value, &text)?),
            Holds::Minutes => json!(self.minutes(value, &text)?),
            Holds::Length => json!(self.length(value, &text)?),
            Holds::YesNo => json!(self.yes_no(value, &text)?),
            Holds::Date => json!(self.date(value, &text)?.to_string()),
            Holds::Time => json!(self.time(value, &text)?.to_string()),
            Holds::Choice(choice) => json!(self.choice(choice, &text)?),
            Holds::ChoiceList(choice) => {
                let each = self.several_words(&text).into_iter();
                let each = each.map(|part| self.choice(choice, &part));
                json!(each.collect::<Result<Vec<_>, _>>()?)
            }
            Holds::Reference(of) => json!(self.reference(of, &unquoted(&text))?),
            Holds::References(of) => {
                // A name can hold a comma itself.
                let parts = parts(&text, &[';', '\n']).into_iter().flat_map(|part| {
                    if self.names.has(of, &part) { vec![part] } else { list(&part) }
                });
                let each = parts.map(|part| self.reference(of, &part));
                json!(each.collect::<Result<Vec<_>, _>>()?)
            }
            Holds::Texts => json!(list(&text)),
            Holds::Rule => {
                let text = unquoted(&text);
                json!(self.words.rules.get(&plain(&text)).map_or(text, |id| (*id).to_owned()))
            }
            Holds::Numbers => {
                let numbers = named_numbers(&text)?.into_iter();
                Json::Object(numbers.map(|(name, number)| (name, json!(number))).collect())
            }
            Holds::Stretches(_) => {
                let parts = text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty());
                let each = parts.map(|part| {
                    let (first, last) = stretch(part, &self.words.vocabulary)?;
                    Ok(json!({ "firstDate": first.to_string(), "lastDate": last.to_string() }))
                });
                json!(each.collect::<Result<Vec<_>, Problem>>()?)
            }
            Holds::Days | Holds::Weeks | Holds::Windows | Holds::Duties(_) => return Ok(None),
        };
        Ok(Some(json))
    }

    /// An attribute: a whole number where one stands there as it is written, else a text.
    ///
    /// # Errors
    /// The cell holds something else.
    pub fn attribute(&self, value: &Value) -> Result<Option<Json>, Problem> {
        let shown = match value {
            Value::Scientific(number) => Value::Number(*number),
            value => value.clone(),
        };
        let Some(text) = self.text(&shown)? else { return Ok(None) };
        Ok(Some(match whole_number(&text) {
            Some(number) => json!({ "number": number }),
            None => json!({ "text": unquoted(&text) }),
        }))
    }

    /// What stands in a cell as text.
    ///
    /// # Errors
    /// The cell holds something else.
    pub fn text(&self, value: &Value) -> Result<Option<String>, Problem> {
        match value {
            Value::Empty => Ok(None),
            Value::Error(_) => Err(Problem::new(Code::FormulaError)),
            Value::Formula(_) => Err(Problem::new(Code::NotWorkedOut)),
            Value::Number(number) | Value::Scientific(number) if number.abs() >= LARGEST => {
                Err(Problem::new(Code::LostDigits))
            }
            value => Ok(Some(value.to_string())),
        }
    }

    /// The parts of a text between commas and the like, or words such as *and*.
    fn several_words(&self, text: &str) -> Vec<String> {
        let and = &self.words.vocabulary.and;
        let words = text.split(' ').map(|word| if and.contains(&plain(word)) { ";" } else { word });
        parts(&words.collect::<Vec<_>>().join(" "), &[';', ',', '\n', '+', '&', '/'])
    }

    fn whole(&self, value: &Value, text: &str) -> Result<i32, Problem> {
        match value {
            Value::Number(number) => whole(*number),
            Value::Text(_) => text.parse().map_err(|_| Problem::new(Code::NotANumber)),
            _ => Err(Problem::new(Code::NotANumber)),
        }
    }

    fn minutes(&self, value: &Value, text: &str) -> Result<i32, Problem> {
        match value {
            Value::Number(number) => whole(*number),
            Value::Time(clock) => whole(f64::from(clock.minutes())),
            _ => minutes(text, &self.words.vocabulary),
        }
    }

    fn length(&self, value: &Value, text: &str) -> Result<i32, Problem> {
        let minutes = self.minutes(value, text)?;
        if (1..=FEW).contains(&minutes) && whole_number(text) == Some(minutes) {
            let reading = |key| self.messages.text(key, &[("count", &minutes.to_string())]);
            return Err(Problem::ambiguous(&["sheet-minutes", "sheet-hours"].map(reading)));
        }
        Ok(minutes)
    }

    fn yes_no(&self, value: &Value, text: &str) -> Result<bool, Problem> {
        let [yes, no] = &self.words.yes_no;
        let text = plain(text);
        match value {
            Value::Bool(value) => Ok(*value),
            _ if yes.contains(&text) => Ok(true),
            _ if no.contains(&text) => Ok(false),
            _ => {
                let words = ["input-yes", "input-no"].map(|key| self.messages.text(key, &[]));
                let words = words.map(|text| text.split(';').next().unwrap_or_default().to_owned());
                Err(not_a_choice(&words))
            }
        }
    }

    fn date(&self, value: &Value, text: &str) -> Result<chrono::NaiveDate, Problem> {
        match value {
            Value::Date(date) => Ok(*date),
            Value::Text(_) => date(text, &self.words.vocabulary),
            _ => Err(Problem::new(Code::NotADate)),
        }
    }

    /// A time of day.
    ///
    /// # Errors
    /// The cell holds something else.
    pub fn time(&self, value: &Value, text: &str) -> Result<Clock, Problem> {
        match value {
            Value::Time(clock) => Ok(*clock),
            Value::Text(_) => time(text, &self.words.vocabulary),
            Value::Number(number) => of_number(*number),
            _ => Err(Problem::new(Code::NotATime)),
        }
    }

    fn choice(&self, choice: &Choice, text: &str) -> Result<&'static str, Problem> {
        self.words.choice(choice, text).ok_or_else(|| {
            let name = |(word, _): &(&str, _)| self.messages.text(&choice_key(choice, word), &[]);
            not_a_choice(&choice.words.iter().map(name).collect::<Vec<_>>())
        })
    }

    /// The id of who is meant; what nobody is meant by stays, to be found unknown where it is read.
    fn reference(&self, list: &str, text: &str) -> Result<String, Problem> {
        match self.names.meant(list, text) {
            Meant::One(id) | Meant::Nobody(id) => Ok(id),
            Meant::Several(ids) => Err(Problem::ambiguous(&ids)),
        }
    }
}

/// Whether cells name what stands elsewhere, or are named there.
fn names_something(holds: Holds) -> bool {
    use Holds::{Id, Reference, References, Rule, Texts};
    matches!(holds, Id | Reference(_) | References(_) | Rule | Texts)
}

/// Whether a code was probably typed as something else, and made a number by a spreadsheet program: `1E2` shows
/// as `1,00E+02`, and what is exported of a number may have decimals, `500812345.0`.
fn is_turned_number(value: &Value) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = match value {
        Value::Scientific(_) => return true,
        Value::Text(text) => text,
        _ => return false,
    };
    let decimals = |text: &str| {
        text.split_once(['.', ',']).is_some_and(|(whole, part)| is_digits(whole) && is_digits(part))
    };
    if let Some((number, power)) = text.split_once(['E', 'e']) {
        let signed = power.strip_prefix(['+', '-']);
        let is_number = decimals(number) || (is_digits(number) && signed.is_some());
        return is_number && is_digits(signed.unwrap_or(power));
    }
    // With more decimals it may be the number of a room, such as 1.00.
    decimals(text) && text.split_once(['.', ',']).is_some_and(|(_, part)| part == "0")
}

/// A whole number, if a text is exactly how one is written: `07` and `+7` are not.
pub fn whole_number(text: &str) -> Option<i32> {
    text.parse().ok().filter(|number: &i32| number.to_string() == text)
}

fn not_a_choice(words: &[String]) -> Problem {
    Problem { code: Code::NotAChoice, details: vec![("choices", words.join(", "))] }
}
