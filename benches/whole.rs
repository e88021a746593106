//! One work as a whole, from the roster in memory to the checked plan, as one JSON document:
//! `cargo bench --workspace --bench whole -- pool-112 --time-limit 60`. `make bench` runs all works.

mod works;

use std::time::{Duration, Instant};

use clap::Parser;
use leerteam::plan::Cost;
use leerteam::planner::{self, Cancel, Progress};
use leerteam::wire::read_roster;
use serde::Serialize;

/// The gaps of which the time is taken.
const GAPS: [f64; 4] = [0.05, 0.01, 0.005, 0.0];

/// Plans one work and prints what it took.
#[derive(Parser)]
struct Arguments {
    /// zwolle, pool-STUDENTS or regions
    work: String,
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

/// What is measured. Seconds are counted from the roster in memory: reading it, validating it and
/// making the solver's numbers of it are part of the work.
#[derive(Serialize, Default)]
struct Report {
    work: String,
    time_limit: f64,
    people: usize,
    read_seconds: f64,
    first_seconds: Option<f64>,
    first: Option<Cost>,
    /// Gap, and the seconds to it if it was reached.
    gap_seconds: [(f64, Option<f64>); GAPS.len()],
    best: Cost,
    bound: Cost,
    gap: f64,
    seconds: f64,
    columns: usize,
    peak_mib: Option<u64>,
    /// Seconds, best and bound whenever one of these changed.
    trace: Vec<(f64, Cost, Cost)>,
}

impl Report {
    fn hear(&mut self, seconds: f64, progress: &Progress) {
        let Some(best) = progress.best else { return };
        self.columns = self.columns.max(progress.columns);
        if self.first.is_none() {
            (self.first, self.first_seconds) = (Some(best), Some(seconds));
        }
        let known = self.trace.last().map(|&(_, best, bound)| (best, bound));
        if known == Some((best, progress.bound)) {
            return;
        }
        self.trace.push((seconds, best, progress.bound));
        let gap = best.gap(progress.bound);
        for (goal, reached) in &mut self.gap_seconds {
            if reached.is_none() && gap <= *goal {
                *reached = Some(seconds);
            }
        }
    }
}

fn main() {
    if !works::is_asked() {
        return;
    }
    let Arguments { work, time_limit, gap, threads, .. } = Arguments::parse();
    let wire = works::roster(&work).unwrap_or_else(|problem| panic!("{problem}"));
    let mut report = Report {
        work,
        time_limit,
        people: wire.participants.len(),
        gap_seconds: GAPS.map(|gap| (gap, None)),
        ..Report::default()
    };
    let started = Instant::now();
    let seconds = || started.elapsed().as_secs_f64();
    let roster = read_roster(&wire).0.expect("every work can be planned");
    report.read_seconds = seconds();
    let time_limit = Some(Duration::from_secs_f64(time_limit));
    let options = planner::Options { time_limit, gap, threads, ..Default::default() };
    let mut tell = |progress: Progress| report.hear(seconds(), &progress);
    let planned = planner::plan(&roster, &options, &Cancel::default(), &mut tell)
        .expect("solver and checker agree");
    report.seconds = seconds();
    (report.best, report.bound) = (planned.assessment.total(), planned.bound);
    report.gap = planned.gap();
    report.peak_mib = peak_mib();
    works::print(&report);
}

/// The most memory this process ever had, the roster included; where the system tells.
fn peak_mib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kib| kib / 1024)
}
