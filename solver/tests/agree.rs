//! The engine against the reference, on random small problems with everything a problem can have: by all
//! means together, and by each alone.

mod random;

use leerteam_solver::{
    Cancel, Columns, Ended, Methods, Options, Problem, Solution, solve, solve_compact,
};

fn compare(seed: u64, problem: &Problem, methods: &[Methods]) -> usize {
    let cancel = Cancel::default();
    let options = Options::default();
    let compact = solve_compact(problem, &options, &cancel, &Solution::default());
    assert_eq!(compact.ended, Ended::Proven, "seed {seed}: the reference");
    let mut teams = 0;
    for &methods in methods {
        let options = Options { methods, ..Options::default() };
        let answer = solve(problem, &options, &cancel, &mut |event| {
            assert!(event.bound <= event.cost, "seed {seed}: a bound above a solution");
        });
        let what = format!("seed {seed}, {methods:?}: {answer:?} against {compact:?}");
        assert_eq!(answer.solution.broken(problem), None, "{what}");
        assert_eq!(answer.solution.cost(problem), answer.cost, "{what}");
        assert!(answer.bound <= compact.cost, "{what}");
        assert_eq!(answer.cost, compact.cost, "{what}");
        assert_eq!(answer.ended, Ended::Proven, "{what}");
        teams += answer.solution.teams.len();
    }
    teams
}

#[test]
fn the_engine_finds_and_proves_what_the_reference_does() {
    let each = |seed| compare(seed, &random::problem(seed), &[Methods::default()]);
    // 10033: people who cost the same and count differently in a quorum.
    let teams: usize = (0..400).chain([10_033]).map(each).sum();
    assert!(teams > 400, "the problems have something to decide: {teams} teams");
}

#[test]
fn so_it_does_where_teams_share_pinned_supervisors() {
    let whole = Methods { columns: Columns::WholeTeams, ..Methods::default() };
    // 538: slots that are the same for members and not for supervisors. The others ended without a proof.
    let seeds = (0..150).chain([326, 337, 381, 470, 538]);
    let each = |seed| compare(seed, &random::pinned(seed), &[Methods::default(), whole]);
    let teams: usize = seeds.map(each).sum();
    assert!(teams > 300, "the problems have something to decide: {teams} teams");
}

#[test]
fn each_method_alone_finds_and_proves_it_too() {
    let methods = [
        Methods { local_search: false, columns: Columns::Chosen },
        Methods { local_search: false, columns: Columns::WholeTeams },
        Methods { local_search: true, columns: Columns::WholeTeams },
    ];
    let each = |seed| compare(seed, &random::problem(seed), &methods);
    let teams: usize = (400..600).map(each).sum();
    assert!(teams > 600, "the problems have something to decide: {teams} teams");
}

#[test]
fn with_a_gap_asked_for_the_bound_is_still_one_of_all_solutions() {
    let cancel = Cancel::default();
    for seed in 0..400 {
        let problem = random::problem(seed);
        let best = solve_compact(&problem, &Options::default(), &cancel, &Solution::default());
        for gap in [0.0, 0.05, 0.3] {
            for columns in [Columns::Chosen, Columns::WholeTeams] {
                let methods = Methods { local_search: false, columns };
                let options = Options { gap, methods, ..Options::default() };
                let answer = solve(&problem, &options, &cancel, &mut |_| {});
                assert!(answer.bound <= best.cost, "seed {seed}, {gap}: {answer:?} {best:?}");
                assert!(best.cost <= answer.cost, "seed {seed}, {gap}: {answer:?} {best:?}");
            }
        }
    }
}
