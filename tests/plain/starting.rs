//! Where a search starts does not change which plan is best, and what it starts from is not lost.

use leerteam::check::assess;
use leerteam::planner::{Cancel, Ended, Options, Planned, plan, plan_from};
use leerteam::roster::Roster;
use leerteam::wire::{read_plan, read_roster, v1};

use crate::plans;
use crate::rosters::{self, Draw, SMALL};

/// More work than this for one roster would keep the tests waiting.
const WORK: u64 = 10_000;

/// A random small roster, and what is best in it if that is proven without too much work.
fn solved(seed: u64) -> Option<(v1::Roster, Roster, Planned)> {
    let wire = rosters::roster(seed, &SMALL);
    let roster = read_roster(&wire).0?;
    let options = Options { work_limit: Some(WORK), ..Options::default() };
    let best = plan(&roster, &options, &Cancel::default(), &mut |_| {}).expect("a plan");
    (best.ended == Ended::Proven).then_some((wire, roster, best))
}

#[test]
fn from_any_plan_the_best_score_is_the_same() {
    let (mut compared, mut better) = (0, 0);
    for seed in 0..60 {
        let Some((wire, roster, best)) = solved(seed) else { continue };
        let mut draw = Draw::new(seed);
        let start = plans::by_hand(&wire, &mut draw);
        let start = read_plan(&roster, &start).expect("a plan that can be read");
        let (mut cold, mut first) = (None, None);
        let (options, cancel) = (Options::default(), Cancel::default());
        plan(&roster, &options, &cancel, &mut |step| cold = cold.or(step.best)).expect("a plan");
        let mut tell = |step: leerteam::planner::Progress| first = first.or(step.best);
        let from = plan_from(&roster, &start, &options, &cancel, &mut tell).expect("a plan");
        assert_eq!(from.ended, Ended::Proven, "seed {seed}");
        assert_eq!(from.assessment.total(), best.assessment.total(), "seed {seed}");
        // Without one a search starts from the base plan, which can be the better one.
        let is_cold = roster.base.is_empty();
        assert!(
            !is_cold || first <= cold,
            "seed {seed}: {first:?} first, and {cold:?} without a start"
        );
        compared += 1;
        better += usize::from(is_cold && first < cold);
    }
    assert!(compared > 30 && better > 0, "{compared} compared, {better} with a better first plan");
}

#[test]
fn a_search_from_a_plan_that_is_stopped_at_once_ends_no_worse() {
    let mut kept = 0;
    for seed in 0..60 {
        let Some((_, roster, best)) = solved(seed) else { continue };
        let stopped = Cancel::default();
        stopped.cancel();
        let run = |start: &Planned| {
            plan_from(&roster, &start.plan, &Options::default(), &stopped, &mut |_| {})
                .expect("a plan")
        };
        let again = run(&best);
        assert_eq!(again.assessment.total(), best.assessment.total(), "seed {seed}");
        assert_eq!(assess(&roster, &again.plan).total(), best.assessment.total(), "seed {seed}");
        let cold = plan(&roster, &Options::default(), &stopped, &mut |_| {}).expect("a plan");
        kept += usize::from(best.assessment.total() < cold.assessment.total());
    }
    assert!(kept > 10, "{kept} would have been worse without");
}
