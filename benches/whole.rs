//! One instance as a whole, from the roster in memory to the checked plan, as one JSON document:
//! `cargo bench --workspace --bench whole -- roster.json --time-limit 60`. `make bench` runs all
//! instances.

mod instance;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::Parser;
use leerteam::plan::Cost;
use leerteam::planner::{self, Cancel, Progress};
use serde::Serialize;

/// Plans one instance and prints what it took.
#[derive(Parser)]
struct Arguments {
    /// The roster: a .json file, an .xlsx workbook, or a folder of .csv files
    roster: PathBuf,
    /// Seconds after which to stop
    #[arg(long, default_value_t = 60.0)]
    time_limit: f64,
    /// Gap at which to stop, as a fraction
    #[arg(long, default_value_t = 0.0)]
    gap: f64,
    /// Threads
    #[arg(long, default_value_t = 2)]
    threads: u32,
    /// What cargo adds
    #[arg(long, hide = true)]
    bench: bool,
}

/// What is measured. Seconds are counted from the roster in memory: validating it and making the
/// solver's numbers of it count, reading the file does not.
#[derive(Serialize)]
struct Report {
    people: usize,
    read_seconds: f64,
    seconds: f64,
    best: Cost,
    bound: Cost,
    ended: String,
    columns: usize,
    peak_mib: Option<u64>,
    /// Seconds, best and bound whenever one of these changed.
    trace: Vec<(f64, Cost, Cost)>,
}

fn main() {
    if !instance::is_asked() {
        return;
    }
    let Arguments { roster: file, time_limit, gap, threads, .. } = Arguments::parse();
    let opened = instance::open(&file);
    let started = Instant::now();
    let seconds = || started.elapsed().as_secs_f64();
    let roster = instance::read(&file, &opened);
    let read_seconds = seconds();
    let time_limit = Some(Duration::from_secs_f64(time_limit));
    let options = planner::Options { time_limit, gap, threads, ..Default::default() };
    let (mut trace, mut columns) = (Vec::new(), 0);
    let mut note = |progress: Progress| {
        columns = columns.max(progress.columns);
        if let Some(best) = progress.best {
            let known = trace.last().map(|&(_, best, bound)| (best, bound));
            if known != Some((best, progress.bound)) {
                trace.push((seconds(), best, progress.bound));
            }
        }
    };
    let planned = planner::plan(&roster, &options, &Cancel::default(), &mut note)
        .expect("solver and checker agree");
    instance::print(&Report {
        people: roster.participants.len(),
        read_seconds,
        seconds: seconds(),
        best: planned.assessment.total(),
        bound: planned.bound,
        ended: format!("{:?}", planned.ended),
        columns,
        peak_mib: peak_mib(),
        trace,
    });
}

/// The most memory this process ever had, the roster included; where the system says it.
fn peak_mib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kib| kib / 1024)
}
