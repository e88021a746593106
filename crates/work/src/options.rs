//! The options of a solve, as they are asked for.

use std::time::Duration;

use leerteam_model::roster::{Code, Finding};
use leerteam_planner::Options;
use leerteam_wire::v1;

/// Options that take no more than so much time and so many threads.
///
/// # Errors
/// What is out of its range, with the field.
pub fn read_options(
    wire: &v1::SolveOptions,
    longest: Duration,
    most_threads: u32,
) -> Result<Options, Vec<Finding>> {
    let mut findings = Vec::new();
    let mut range = |field: &str, value: String, least: &str, most: &str| {
        let details = vec![("least", least.to_owned()), ("most", most.to_owned())];
        findings.push(Finding::new(Code::OutOfRange, field, value, details));
    };
    let time = Duration::try_from_secs_f64(wire.time_limit_seconds).ok();
    let time = time.filter(|&time| time <= longest);
    if time.is_none() {
        let most = longest.as_secs().to_string();
        range("timeLimitSeconds", wire.time_limit_seconds.to_string(), "0", &most);
    }
    let work_limit = u64::try_from(wire.work_limit).ok();
    if work_limit.is_none() {
        range("workLimit", wire.work_limit.to_string(), "0", "2^63 - 1");
    }
    if !(0.0..=1.0).contains(&wire.gap) {
        range("gap", wire.gap.to_string(), "0", "1");
    }
    let threads = u32::try_from(wire.threads).ok();
    if threads.is_none() {
        range("threads", wire.threads.to_string(), "0", "256");
    }
    let seed = u32::try_from(wire.seed).ok();
    if seed.is_none() {
        range("seed", wire.seed.to_string(), "0", &u32::MAX.to_string());
    }
    let (Some(time), Some(work_limit), Some(threads), Some(seed), []) =
        (time, work_limit, threads, seed, findings.as_slice())
    else {
        return Err(findings);
    };
    Ok(Options {
        time_limit: Some(if time.is_zero() { longest } else { time }),
        work_limit: Some(work_limit).filter(|&limit| limit > 0),
        gap: wire.gap,
        threads: threads.clamp(1, most_threads),
        seed,
        ..Options::default()
    })
}
