//! `leerteam example`: makes an example roster.

use super::Exit;
use super::arguments::Example;
use super::streams::{say, warn};
use super::writer::Writer;
use crate::example::{Options, generate};
use crate::formats::to_json;
use crate::messages::{Language, Messages};

pub fn run(arguments: &Example) -> Exit {
    let &Example { students, regions, seed, .. } = arguments;
    let options = Options { students, regions, seed };
    let json = match generate(&arguments.name, &options) {
        Ok(roster) => to_json(&roster),
        Err(error) => {
            warn(error.to_string());
            return Exit::Usage;
        }
    };
    let Some(path) = &arguments.out else {
        say(json);
        return Exit::Done;
    };
    let messages = Messages::of(Language::En);
    let writer = Writer { messages: &messages, force: arguments.force, source: None };
    writer.file(path, json.as_bytes()).err().unwrap_or(Exit::Done)
}
