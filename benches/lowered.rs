//! An instance as numbers, for other solvers: prints the solver's problem as JSON, judges a solution
//! that another solver found, or solves the compact program with HiGHS.
//! `cargo bench --workspace --bench lowered -- roster.json --check solution.json`

mod instance;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::Parser;
use leerteam::calendar::Calendar;
use leerteam::planner::{DecisionSpace, lower};
use leerteam::rules::Settings;
use leerteam_solver::{Cost, Options, Problem, Solution, Team, solve_compact};
use serde::{Deserialize, Serialize};

/// Prints the problem of an instance, judges a solution of it, or solves it.
#[derive(Parser)]
struct Arguments {
    /// The roster: a .json file, an .xlsx workbook, or a folder of .csv files
    roster: PathBuf,
    /// Judge the solution in this file
    #[arg(long, value_name = "FILE", conflicts_with = "compact")]
    check: Option<PathBuf>,
    /// Solve the compact program with HiGHS, from the solution without teams
    #[arg(long)]
    compact: bool,
    /// Seconds after which to stop
    #[arg(long, default_value_t = 60.0)]
    time_limit: f64,
    /// What cargo adds
    #[arg(long, hide = true)]
    bench: bool,
}

/// A solution as other solvers write it.
#[derive(Deserialize)]
struct Teams {
    teams: Vec<OneTeam>,
}

/// As [`Team`], lists in any order.
#[derive(Deserialize)]
struct OneTeam {
    group: usize,
    slot: usize,
    members: Vec<usize>,
    duties: Vec<usize>,
}

/// What the checker says of a solution.
#[derive(Serialize)]
struct Judged {
    best: Cost,
    /// What makes it no solution.
    breach: Option<String>,
}

/// How the compact program ended.
#[derive(Serialize)]
struct Solved {
    #[serde(flatten)]
    judged: Judged,
    bound: Cost,
    seconds: f64,
}

fn main() {
    if !instance::is_asked() {
        return;
    }
    let arguments = Arguments::parse();
    let problem = problem(&arguments.roster);
    if let Some(file) = arguments.check {
        let text = std::fs::read_to_string(&file).expect("a file that can be read");
        instance::print(&judge(&problem, &read(&text)));
    } else if arguments.compact {
        instance::print(&solve(&problem, Duration::from_secs_f64(arguments.time_limit)));
    } else {
        instance::print(&problem);
    }
}

fn problem(file: &Path) -> Problem {
    let roster = instance::read(file, &instance::open(file));
    let calendar = Calendar::new(&roster);
    let settings = Settings::new(&roster);
    lower(&DecisionSpace::new(&calendar, &settings))
}

fn read(text: &str) -> Solution {
    let sorted = |mut list: Vec<usize>| {
        list.sort_unstable();
        list
    };
    let team = |OneTeam { group, slot, members, duties }| {
        let (members, duties) = (sorted(members), sorted(duties));
        Team { group, slot, members, duties }
    };
    let Teams { teams } = serde_json::from_str(text).expect("a solution");
    Solution { teams: teams.into_iter().map(team).collect() }
}

fn judge(problem: &Problem, solution: &Solution) -> Judged {
    let breach = solution.broken(problem).map(|broken| format!("{broken:?}"));
    Judged { best: solution.cost(problem), breach }
}

fn solve(problem: &Problem, time_limit: Duration) -> Solved {
    let started = Instant::now();
    let options = Options { time_limit: Some(time_limit), ..Options::default() };
    let answer = solve_compact(problem, &options, &Default::default(), &Solution::default());
    let seconds = started.elapsed().as_secs_f64();
    Solved { judged: judge(problem, &answer.solution), bound: answer.bound, seconds }
}
