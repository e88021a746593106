//! What runs in the process of a job.

use std::io::{Read, Result, Write, stdin, stdout};
use std::time::{Duration, Instant};

use leerteam_messages::{Language, Messages};
use leerteam_model::roster::Finding;
use leerteam_planner::{Cancel, Progress, plan, plan_from};
use leerteam_wire::{read_roster, read_start, v1, write_progress, write_report};
use rustix::process::{Resource, Rlimit, Signal, getpid, getrlimit, kill_process, nice, setrlimit};

use super::frames::{Order, Report, What, read, write};
use super::options::read_options;

/// How much less urgent a search is than whoever answers calls.
const NICENESS: i32 = 5;
/// Processor time beyond what all threads together may take: reading, checking, and a solver that ends late.
const MORE_SECONDS: u64 = 180;
/// Progress without a better plan is reported no more often than this.
const PAUSE: Duration = Duration::from_millis(100);

/// Solves what comes on standard input, and writes what comes out to standard output. It ends when whoever started it
/// does.
///
/// # Errors
/// A pipe ended, or what came is no order.
pub fn solve_process() -> Result<()> {
    let order: Order = read(&mut stdin().lock())?;
    limit(&order)?;
    let cancel = Cancel::default();
    let switch = cancel.clone();
    std::thread::Builder::new().name("switch".to_owned()).spawn(move || listen(&switch))?;
    let mut output = stdout().lock();
    let what = match solve(order, &cancel, &mut output) {
        Ok(plan) => What::Plan(plan),
        Err(why) => What::Failure(why),
    };
    write(&mut output, &Report { what: Some(what) })
}

/// Ends the search at a byte, and the process at the end of the pipe: its parent is gone. Nothing is tidied up, as other
/// threads are still at work.
fn listen(switch: &Cancel) {
    let mut input = stdin();
    let mut byte = [0];
    while let Ok(1) = input.read(&mut byte) {
        switch.cancel();
    }
    end();
}

fn end() {
    // A process may always end itself.
    let _ = kill_process(getpid(), Signal::KILL);
}

/// Keeps the process from more than its share of the machine.
fn limit(order: &Order) -> Result<()> {
    nice(NICENESS)?;
    let seconds = order.milliseconds.div_ceil(1000) * u64::from(order.threads.max(1));
    lower(Resource::Cpu, seconds.saturating_add(MORE_SECONDS))?;
    if order.memory > 0 {
        lower(Resource::Data, order.memory)?;
    }
    lower(Resource::Core, 0)
}

fn lower(resource: Resource, most: u64) -> Result<()> {
    let now = getrlimit(resource);
    let least = |limit: Option<u64>| Some(limit.map_or(most, |limit| limit.min(most)));
    let lowered = Rlimit { current: least(now.current), maximum: least(now.maximum) };
    Ok(setrlimit(resource, lowered)?)
}

/// What a stored order cannot be by now is an error in the program: it was checked before it was stored.
fn refused(findings: &[Finding]) -> String {
    let codes: Vec<String> =
        findings.iter().map(|of| format!("{} {}", of.code.as_str(), of.field)).collect();
    format!("a stored job is refused: {}", codes.join(", "))
}

fn solve(
    order: Order,
    cancel: &Cancel,
    output: &mut impl Write,
) -> std::result::Result<v1::Plan, String> {
    let request = order.request.unwrap_or_default();
    let longest = Duration::from_millis(order.milliseconds);
    let wanted =
        v1::SolveOptions { time_limit_seconds: 0.0, ..request.options.unwrap_or_default() };
    let options = read_options(&wanted, longest, order.threads).map_err(|of| refused(&of))?;
    let messages = match v1::Language::try_from(request.language) {
        Ok(v1::Language::Nl) => Messages::of(Language::Nl),
        _ => Messages::of(Language::En),
    };
    let (roster, findings) = read_roster(&request.roster.unwrap_or_default());
    let roster = roster.ok_or_else(|| refused(&findings))?;
    // The plan of an earlier attempt is of this roster, and no worse than the one to start from.
    let start = order.plan.or(request.start_plan).map(|start| read_start(&roster, &start));
    let start = start.map(|(plan, findings)| plan.ok_or_else(|| refused(&findings))).transpose()?;
    let mut last = None::<Instant>;
    let mut tell = |progress: Progress| {
        let is_better = progress.plan.is_some();
        if !is_better && last.is_some_and(|last| last.elapsed() < PAUSE) {
            return;
        }
        last = Some(Instant::now());
        let progress = write_progress(&roster, &progress, true);
        if write(output, &Report { what: Some(What::Progress(progress)) }).is_err() {
            end();
        }
    };
    let planned = match &start {
        Some(start) => plan_from(&roster, start, &options, cancel, &mut tell),
        None => plan(&roster, &options, cancel, &mut tell),
    };
    let planned = planned.map_err(|error| error.to_string())?;
    if let Some(failure) = &planned.failure {
        return Err(failure.to_string());
    }
    Ok(write_report(&roster, &planned.into_report(), &messages))
}
