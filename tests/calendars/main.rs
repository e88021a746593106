//! The calendars of plans, read with a library that had no part in writing them.

mod dates;
mod files;
mod importing;
mod reading;
#[path = "../support/mod.rs"]
mod support;
mod texts;
mod zones;

use chrono::{DateTime, Utc};
use leerteam::check::{Assessment, Report, assess};
use leerteam::formats::{File, calendars};
use leerteam::messages::{Language, Messages};
use leerteam::plan::Plan;
use leerteam::planner::{Cancel, Options, plan};
use leerteam::roster::Roster;
use leerteam::wire::{read_roster, v1};

use reading::Calendar;

/// A plan with what follows from it.
struct Planned {
    roster: Roster,
    plan: Plan,
    assessment: Assessment,
}

impl Planned {
    fn new(roster: Roster, plan: Plan) -> Planned {
        let assessment = assess(&roster, &plan);
        Planned { roster, plan, assessment }
    }

    fn report(&self) -> Report {
        let (plan, assessment) = (self.plan.clone(), self.assessment.clone());
        Report { plan, assessment, proof: None }
    }

    fn fixture(name: &str) -> Planned {
        let path = format!("{}/fixtures/{name}/roster.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("the fixture");
        let wire: v1::Roster = serde_json::from_str(&text).expect("a roster");
        let roster = read_roster(&wire).0.expect("a roster without errors");
        let planned = plan(&roster, &Options::default(), &Cancel::default(), &mut |_| {});
        let planned = planned.expect("solver and checker agree");
        Planned { roster, plan: planned.plan, assessment: planned.assessment }
    }

    /// The calendars as written at a moment.
    fn files(&self, written: &str) -> Vec<File> {
        let written: DateTime<Utc> = written.parse().expect("a moment");
        let messages = Messages::of(Language::En);
        calendars(&self.roster, &self.report(), &messages, written)
    }

    /// The calendars by path.
    fn calendars(&self) -> Vec<(String, Calendar)> {
        let files = self.files("2026-08-20T12:00:00Z");
        files.iter().map(|file| (file.path.clone(), Calendar::read(file))).collect()
    }

    /// The calendar with a path such as `teams/red`.
    fn calendar(&self, path: &str) -> Calendar {
        let path = format!("calendars/{path}.ics");
        let found = self.calendars().into_iter().find(|(of, _)| *of == path);
        found.unwrap_or_else(|| panic!("no {path}")).1
    }
}
