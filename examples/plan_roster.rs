//! Plans a roster: who is in which team, when it meets, and how much better any plan could be.
//!
//! `cargo run --example plan_roster -- fixtures/wijk/roster.json`

use std::error::Error;

use leerteam::formats::from_json_file;
use leerteam::messages::{Language, Messages, finding_text};
use leerteam::planner::{Cancel, Options, cores, plan};
use leerteam::wire::{read_roster, v1};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1);
    let path = path.unwrap_or_else(|| "fixtures/zwolle/roster.json".to_owned());
    let message: v1::Roster = from_json_file(&std::fs::read(path)?)?;

    // Everything that is wrong at once; warnings do not keep a roster from being planned.
    let (roster, findings) = read_roster(&message);
    let messages = Messages::of(Language::En);
    for finding in &findings {
        let (cause, action) = finding_text(&messages, finding);
        eprintln!("{} {}: {cause} {action}", finding.code.as_str(), finding.place());
    }
    let roster = roster.ok_or("the roster has errors")?;

    // A gap of 1 %: the search ends once no plan can be better by more.
    let options = Options { gap: 0.01, threads: cores(), ..Options::default() };
    let planned = plan(&roster, &options, &Cancel::default(), &mut |progress| {
        if let Some(best) = progress.best {
            eprintln!("{:?}: {} broken, {} points", progress.phase, best.broken, best.points);
        }
    })?;

    for team in &planned.plan.teams {
        let people = team.members.iter().map(|&member| roster.participants[member].name.as_str());
        let people: Vec<&str> = people.collect();
        println!("{}, {} {}: {}", team.name, team.slot.weekday, team.slot.start, people.join(", "));
    }
    let score = planned.assessment.total();
    println!("{} broken requirements, {} points", score.broken, score.points);
    println!("at most {:.2} % above the best there is", 100.0 * planned.gap());
    Ok(())
}
