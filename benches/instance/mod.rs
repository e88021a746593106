//! An instance of the benchmark: a roster in any file that `leerteam plan` takes; and what all of its
//! programs print.

use std::path::Path;

use leerteam::formats::RosterFile;
use leerteam::messages::{Language, Messages};
use leerteam::roster::Roster;
use serde::Serialize;

/// The roster in a file, as it stands there. Ends the program if there is none.
pub fn open(file: &Path) -> RosterFile {
    let opened = RosterFile::open(file, &Messages::of(Language::En));
    opened.unwrap_or_else(|error| fail(file, &format!("{error:?}")))
}

/// The roster, validated. Ends the program if it cannot be planned.
pub fn read(file: &Path, opened: &RosterFile) -> Roster {
    let (roster, findings) = opened.read();
    roster.unwrap_or_else(|| fail(file, &format!("{findings:?}")))
}

fn fail(file: &Path, problem: &str) -> ! {
    eprintln!("{}: {problem}", file.display());
    std::process::exit(2)
}

/// Whether there is something to do: not for a test runner, nor when all benches are run at once.
pub fn is_asked() -> bool {
    let mut arguments =
        std::env::args().skip(1).filter(|argument| argument != "--bench").peekable();
    arguments.peek().is_some() && arguments.all(|argument| argument != "--list")
}

/// Prints one JSON document.
pub fn print(document: &impl Serialize) {
    println!("{}", serde_json::to_string(document).expect("numbers and texts"));
}
