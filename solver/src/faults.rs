//! Failures on purpose, to see that a solve ends honestly. Each is meant for the programs of one seed, so
//! that tests beside each other do not meet.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

struct Fault {
    place: &'static str,
    /// So many times it goes well.
    after: usize,
    status: i32,
    has_struck: bool,
}

static FAULTS: Mutex<Option<HashMap<u32, Fault>>> = Mutex::new(None);

fn faults() -> MutexGuard<'static, Option<HashMap<u32, Fault>>> {
    FAULTS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From a time on, makes a place fail that programs of this seed pass: a function of HiGHS, which then
/// returns this status, or a place that panics.
pub(crate) fn inject(seed: u32, place: &'static str, after: usize, status: i32) {
    let fault = Fault { place, after, status, has_struck: false };
    faults().get_or_insert_default().insert(seed, fault);
}

/// Whether that place has failed by now.
pub(crate) fn has_struck(seed: u32) -> bool {
    faults().as_ref().and_then(|all| all.get(&seed)).is_some_and(|fault| fault.has_struck)
}

/// What the place returns: the status it has, or that of a fault.
pub(crate) fn status_at(seed: u32, place: &str, status: i32) -> i32 {
    strike(seed, place).unwrap_or(status)
}

/// Panics if there is a fault for this place.
pub(crate) fn panic_at(seed: u32, place: &str) {
    assert!(strike(seed, place).is_none(), "a fault in {place}");
}

fn strike(seed: u32, place: &str) -> Option<i32> {
    let mut all = faults();
    let fault = all.as_mut()?.get_mut(&seed).filter(|fault| fault.place == place)?;
    if fault.after > 0 {
        fault.after -= 1;
        return None;
    }
    fault.has_struck = true;
    Some(fault.status)
}
