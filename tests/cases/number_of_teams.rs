//! Rosters of which the number of teams was the hard part, each searched until its plan is proven best.

use leerteam::planner::{Cancel, Ended, Options, Planned, plan};
use leerteam::wire::read_roster;

use super::{case, read};

fn proven(file: &str) -> (i64, i64) {
    let (wire, _) = read(&case(file));
    let roster = read_roster(&wire).0.expect("a roster that can be planned");
    let options = Options { threads: 2, ..Options::default() };
    let planned = plan(&roster, &options, &Cancel::default(), &mut |_| {});
    let Planned { assessment, bound, ended, .. } = planned.expect("a plan");
    let total = assessment.total();
    assert_eq!((ended, bound), (Ended::Proven, total), "{file}");
    (total.broken, total.points)
}

#[test]
fn six_people_range() {
    assert_eq!(proven("six-people-range/roster.json"), (0, 1605));
    assert_eq!(proven("six-people-range/roster-2-3.json"), (0, 1605));
}

#[test]
fn eight_people_range() {
    let fixed = proven("eight-people-range/roster-2.json");
    assert!(proven("eight-people-range/roster.json") <= fixed, "a range allows what is within it");
}

#[test]
fn gives_up_before_the_limit() {
    let fixed = proven("gives-up-before-the-limit/roster-2.json");
    assert!(proven("gives-up-before-the-limit/roster.json") <= fixed);
}
