//! `leerteam example`: makes an example roster.

use super::Exit;
use super::arguments::Example;
use super::streams::{say, warn};
use super::writer::Writer;
use leerteam::formats::to_json;
use leerteam::messages::{Language, Messages};
use leerteam_example::{Options, generate};

pub fn run(arguments: &Example) -> Exit {
    let &Example { students, regions, seed, ref differences, .. } = arguments;
    let options = Options { students, regions, seed, diversity: differences.diversity() };
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
