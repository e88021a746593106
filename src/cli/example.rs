//! `leerteam example`: makes an example roster.

use super::Exit;
use super::arguments::Example;
use crate::example::{Options, generate};
use crate::formats::to_json;

pub fn run(arguments: &Example) -> Exit {
    let &Example { students, regions, seed, ref differences, .. } = arguments;
    let options = Options { students, regions, seed, diversity: differences.diversity() };
    let json = match generate(&arguments.name, &options) {
        Ok(roster) => to_json(&roster),
        Err(error) => {
            eprintln!("{error}");
            return Exit::Usage;
        }
    };
    let Some(path) = &arguments.out else {
        print!("{json}");
        return Exit::Done;
    };
    match std::fs::write(path, json) {
        Ok(()) => Exit::Done,
        Err(error) => {
            eprintln!("{}: {error}", path.display());
            Exit::Usage
        }
    }
}
