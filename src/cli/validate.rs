//! `leerteam validate`: everything that is wrong with a roster.

use super::Exit;
use super::arguments::Validate;
use super::input::Reader;
use crate::messages::Messages;
use crate::roster::Severity;
use crate::wire::read_roster;

pub fn run(arguments: &Validate) -> Exit {
    let messages = Messages::of(arguments.output.lang);
    let reader = Reader { messages: &messages, output: &arguments.output };
    let wire = match reader.wire_roster(&arguments.roster, None) {
        Ok(wire) => wire,
        Err(exit) => return exit,
    };
    let (roster, findings) = read_roster(&wire);
    let of = |severity| findings.iter().filter(|f| f.code.severity() == severity).count();
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    if arguments.output.json {
        print!("{}", reader.json(&findings));
    } else {
        reader.report(&findings);
        let (errors, warnings) = (errors.to_string(), warnings.to_string());
        let counts = [("errors", errors.as_str()), ("warnings", &warnings)];
        println!("{}", messages.text("cli-validated", &counts));
    }
    let strict = arguments.output.strict && warnings > 0;
    if roster.is_none() || strict { Exit::Findings } else { Exit::Done }
}
