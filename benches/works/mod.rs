//! The works of the benchmark, by name, and what all of its programs print.

use leerteam::example::{Options, generate};
use leerteam::wire::v1;
use serde::Serialize;

/// Every work is made from this seed.
const SEED: u64 = 1;
/// The largest work: so many regions with so many students together.
const REGIONS: (usize, usize) = (200, 100_000);

/// The roster of a work: `zwolle`, `pool-N` with N students, or `regions`.
pub fn roster(work: &str) -> Result<v1::Roster, String> {
    let unknown = || format!("there is no work `{work}`: zwolle, pool-STUDENTS or regions");
    let (name, regions, students) = match work.split_once('-') {
        None if work == "regions" => (work, Some(REGIONS.0), Some(REGIONS.1)),
        None => (work, None, None),
        Some(("pool", students)) => ("pool", None, Some(students.parse().map_err(|_| unknown())?)),
        Some(_) => return Err(unknown()),
    };
    generate(name, &Options { students, regions, seed: SEED, ..Options::default() })
        .map_err(|_| unknown())
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
