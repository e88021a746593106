//! The parts of a solve, on the fixture `zwolle` and on a pool: reading, working out what there is to
//! choose from, lowering and scoring. `cargo bench --bench parts`

use criterion::{Criterion, criterion_group, criterion_main};
use leerteam::calendar::Calendar;
use leerteam::check::assess;
use leerteam::plan::Plan;
use leerteam::planner::{self, Cancel, DecisionSpace};
use leerteam::rules::Settings;
use leerteam::wire::read_roster;
use leerteam_example::{Options, generate};

fn parts(criterion: &mut Criterion) {
    for (name, students) in [("zwolle", None), ("pool", Some(112))] {
        let wire = generate(name, &Options { students, seed: 1, ..Options::default() })
            .expect("an example");
        let roster = read_roster(&wire).0.expect("an example can be planned");
        let calendar = Calendar::new(&roster);
        let settings = Settings::new(&roster);
        let space = DecisionSpace::new(&calendar, &settings);
        let first = first_plan(&roster);
        let mut group = criterion.benchmark_group(name);
        group.bench_function("read", |bencher| bencher.iter(|| read_roster(&wire)));
        group.bench_function("decision space", |bencher| {
            bencher.iter(|| DecisionSpace::new(&calendar, &settings));
        });
        group.bench_function("lower", |bencher| bencher.iter(|| planner::lower(&space)));
        group.bench_function("check", |bencher| bencher.iter(|| assess(&roster, &first)));
        group.finish();
    }
}

/// The plan that is there at once: the search is cancelled as soon as it has one.
fn first_plan(roster: &leerteam::roster::Roster) -> Plan {
    let cancel = Cancel::default();
    let options = planner::Options::default();
    let planned = planner::plan(roster, &options, &cancel, &mut |progress| {
        if progress.best.is_some() {
            cancel.cancel();
        }
    });
    planned.expect("solver and checker agree").plan
}

criterion_group!(benches, parts);
criterion_main!(benches);
