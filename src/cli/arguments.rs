//! What can be asked on the command line.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand};

use leerteam::messages::Language;

/// Plans interprofessional learning teams.
#[derive(Debug, Parser)]
#[command(name = "leerteam", version, about, after_help = EXIT_CODES)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXIT_CODES: &str = "\
Exit codes: 0 done; 1 findings, or broken requirements under --strict; 2 wrong usage;
3 internal error; 4 stopped before any plan.";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Look for everything that is wrong with a roster
    #[command(after_help = "\
Examples:
  leerteam validate roster.json
  leerteam validate rooster.xlsx --lang nl --marked checked.xlsx")]
    Validate(Validate),
    /// Write an empty workbook to fill in, and a filled example beside it
    #[command(after_help = "\
Examples:
  leerteam template rooster.xlsx --lang nl
  leerteam template roster-csv --lang en       # a folder of .csv files")]
    Template(Template),
    /// Write a roster in another format: .json, .xlsx, or a folder of .csv files
    #[command(after_help = "\
Examples:
  leerteam convert roster.xlsx roster.json
  leerteam convert roster.json rooster.xlsx --lang nl")]
    Convert(Convert),
    /// Make a roster out of files that people already have: lists, week matrices, answers of forms, timetables
    #[command(after_help = "\
Examples:
  leerteam import studenten.csv weekrooster.xlsx antwoorden.xlsx --mapping import.toml --out rooster.xlsx
  leerteam import SW3V.ics --into rooster.xlsx --out rooster-2.xlsx
  leerteam import - --json < studenten.csv
  leerteam import studenten.csv --answer teams.size=4-6 --answer round.dayparts.morning=8:30-12:30")]
    Import(Import),
    /// Plan a roster
    #[command(after_help = "\
Examples:
  leerteam plan roster.json --out out
  leerteam plan roster.json --time-limit 60s --gap 0.005 --json > plan.json
  leerteam plan changed.json --base out/plan.json --out new
  leerteam plan changed.json --start out --time-limit 1s --out new
  leerteam plan roster.json --server http://localhost:50051")]
    Plan(Plan),
    /// Score any plan for a roster, without the solver
    #[command(after_help = "Example:\n  leerteam check roster.json out/plan.json")]
    Check(Check),
    /// Make an example roster
    #[command(after_help = "\
Examples:
  leerteam example zwolle --out roster.json
  leerteam example pool --students 28 --seed 7 --out pool.json
  leerteam example pool --students 56 --text-values 5 --numbers --wishes 0.3 --out diverse.json
  leerteam example regions --regions 20 --students 10000 --out regions.json")]
    Example(Example),
    /// Serve the gRPC API
    #[command(after_help = "Example:\n  leerteam serve --listen 127.0.0.1:50051")]
    Serve(Serve),
    /// Work on the jobs of a store, beside the servers that take them in
    Worker(Work),
    /// The process of one job, which a worker starts
    #[command(hide = true)]
    SolveProcess,
}

/// Which language, and whether for a program.
#[derive(Debug, Args)]
pub struct Output {
    /// Language of texts: nl or en
    #[arg(long, value_name = "LANG", env = "LEERTEAM_LANG", default_value = "en")]
    pub lang: Language,
    /// Print one JSON document on standard output
    #[arg(long)]
    pub json: bool,
    /// Exit with 1 on warnings or broken requirements too
    #[arg(long)]
    pub strict: bool,
}

/// `validate`
#[derive(Debug, Args)]
pub struct Validate {
    /// The roster: a .json file, an .xlsx or .ods workbook, or a folder of .csv files
    pub roster: PathBuf,
    /// Write a copy of the workbook with the findings marked in their cells
    #[arg(long, value_name = "FILE")]
    pub marked: Option<PathBuf>,
    /// Replace files that are there
    #[arg(long)]
    pub force: bool,
    /// How to answer
    #[command(flatten)]
    pub output: Output,
}

/// `template`
#[derive(Debug, Args)]
pub struct Template {
    /// The .xlsx file to write; without that ending, a folder of .csv files
    pub file: PathBuf,
    /// Replace files that are there
    #[arg(long)]
    pub force: bool,
    /// Language of headings and instructions: nl or en
    #[arg(long, value_name = "LANG", env = "LEERTEAM_LANG", default_value = "en")]
    pub lang: Language,
}

/// `convert`
#[derive(Debug, Args)]
pub struct Convert {
    /// The roster: a .json file, an .xlsx or .ods workbook, or a folder of .csv files
    pub roster: PathBuf,
    /// What to write: a .json or .xlsx file; without an ending, a folder of .csv files
    pub file: PathBuf,
    /// Replace files that are there
    #[arg(long)]
    pub force: bool,
    /// How to answer
    #[command(flatten)]
    pub output: Output,
}

/// `import`
#[derive(Debug, Args)]
pub struct Import {
    /// CSV files, workbooks (.xlsx, .xls, .ods) and calendars (.ics); - for standard input
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The roster that it is added to: a .json file, an .xlsx workbook, or a folder of .csv files
    #[arg(long, value_name = "ROSTER")]
    pub into: Option<PathBuf>,
    /// The answers to questions (TOML): read if it is there, and written with those that are new
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    /// An answer, with its key as in the mapping file; can be given several times
    #[arg(long, value_name = "KEY=ANSWER")]
    pub answer: Vec<String>,
    /// Write the roster: a .json or .xlsx file; without an ending, a folder of .csv files
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Write over the file of --out if it is there
    #[arg(long)]
    pub force: bool,
    /// Do not ask on the terminal: what has to be asked becomes findings
    #[arg(long)]
    pub no_questions: bool,
    /// How to answer
    #[command(flatten)]
    pub output: Output,
}

/// `plan`
#[derive(Debug, Args)]
pub struct Plan {
    /// The roster: a .json file, an .xlsx or .ods workbook, or a folder of .csv files
    pub roster: PathBuf,
    /// The plan in force, a plan.json or its folder: keep the new one near to it
    #[arg(long, value_name = "PLAN")]
    pub base: Option<PathBuf>,
    /// A plan to start from, a plan.json or its folder: a good plan is there sooner [default: that of --base]
    #[arg(long, value_name = "PLAN")]
    pub start: Option<PathBuf>,
    /// Write plan.json, plan.xlsx, CSV files and calendars (.ics) into this folder
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Write there a folder for each organisation too, with its own people and places
    #[arg(long, requires = "out")]
    pub per_organisation: bool,
    /// Replace the files of an older plan in that folder
    #[arg(long)]
    pub force: bool,
    /// Longest time, such as 90s, 10m or 1h
    #[arg(long, value_name = "TIME", value_parser = duration)]
    pub time_limit: Option<Duration>,
    /// Most work in solver iterations, in place of time, for results that repeat exactly
    #[arg(long, value_name = "N")]
    pub work_limit: Option<u64>,
    /// Proven gap at which to stop, as a fraction
    #[arg(long, value_name = "GAP", default_value_t = 0.0, value_parser = fraction)]
    pub gap: f64,
    /// Threads [default: as many as there are cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=256))]
    pub threads: Option<u32>,
    /// Seed of the search
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u32,
    /// Have it planned by a server
    #[arg(long, value_name = "URL")]
    pub server: Option<String>,
    /// How to answer
    #[command(flatten)]
    pub output: Output,
}

/// `check`
#[derive(Debug, Args)]
pub struct Check {
    /// The roster: a .json file, an .xlsx or .ods workbook, or a folder of .csv files
    pub roster: PathBuf,
    /// The plan: a plan.json, or its folder
    pub plan: PathBuf,
    /// The plan in force, a plan.json or its folder: count what has changed since
    #[arg(long, value_name = "PLAN")]
    pub base: Option<PathBuf>,
    /// How to answer
    #[command(flatten)]
    pub output: Output,
}

/// `example`
#[derive(Debug, Args)]
pub struct Example {
    /// Which example
    #[arg(value_parser = clap::builder::PossibleValuesParser::new(leerteam_example::NAMES))]
    pub name: String,
    /// Number of students, for examples of any size
    #[arg(long, value_name = "N")]
    pub students: Option<usize>,
    /// Number of regions, for the example `regions`
    #[arg(long, value_name = "N")]
    pub regions: Option<usize>,
    /// Seed of everything that is made up
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Write to this file in place of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Replace files that are there
    #[arg(long)]
    pub force: bool,
    /// How people differ
    #[command(flatten)]
    pub differences: Differences,
}

/// How people of the example `pool` differ.
#[derive(Debug, Args)]
#[command(next_help_heading = "How people differ, for the example `pool`")]
pub struct Differences {
    /// Give all a `language`, one of K that are ever rarer
    #[arg(long, value_name = "K", value_parser = clap::value_parser!(u32).range(1..=100))]
    pub text_values: Option<u32>,
    /// Give all a number of years of `experience`, from 0 to 10
    #[arg(long)]
    pub numbers: bool,
    /// Wishes to be together or apart, as many for each student: 0.3 is three for ten students
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, value_parser = fraction)]
    pub wishes: f64,
    /// Share of the students of whom two and two must be together or apart: 0.2 is one pair of ten
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, value_parser = fraction)]
    pub required_pairs: f64,
    /// Give supervisors fields, and one in three students a field of their own
    #[arg(long)]
    pub own_fields: bool,
    /// Number of environments (1 or more), of which neighbours admit some of the same students [default: 1]
    #[arg(long, value_name = "N")]
    pub environments: Option<usize>,
}

impl Differences {
    /// As the maker of examples has them.
    pub fn diversity(&self) -> leerteam_example::Diversity {
        let &Differences { text_values, numbers, wishes, required_pairs, own_fields, environments } =
            self;
        leerteam_example::Diversity {
            text_values,
            numbers,
            wishes,
            required_pairs,
            own_fields,
            environments,
        }
    }
}

/// `serve`
#[derive(Debug, Args)]
pub struct Serve {
    /// Address to listen on; port 0 takes a free one
    #[arg(long, value_name = "ADDR", env = "LEERTEAM_LISTEN", default_value = "127.0.0.1:50051")]
    pub listen: SocketAddr,
    /// Listen where other machines reach it, though there is no TLS and nobody is asked who they are
    #[arg(long, env = "LEERTEAM_INSECURE")]
    pub insecure: bool,
    /// Solves that may wait for threads; one more is refused
    #[arg(long, value_name = "N", env = "LEERTEAM_WAITING_SOLVES", default_value_t = 64)]
    pub waiting_solves: usize,
    /// Jobs that may wait; one more is refused
    #[arg(long, value_name = "N", env = "LEERTEAM_WAITING_JOBS", default_value_t = 10_000)]
    pub waiting_jobs: u32,
    /// How jobs are worked on
    #[command(flatten)]
    pub work: Work,
    /// When stopping, cut off what is still open after this time
    #[arg(long, value_name = "TIME", env = "LEERTEAM_LONGEST_END", default_value = "30s", value_parser = duration)]
    pub longest_end: Duration,
}

/// How `serve` and `worker` work on jobs.
#[derive(Debug, Args)]
pub struct Work {
    /// Where jobs are kept: sqlite:FILE or postgres://USER@HOST/DATABASE [default: a file of SQLite in the state directory]
    #[arg(long, value_name = "URL", env = "LEERTEAM_STORE", hide_env_values = true)]
    pub store: Option<String>,
    /// Threads of all solves together; what is beyond that waits [default: as many as there are cores]
    #[arg(long, value_name = "N", env = "LEERTEAM_SOLVER_THREADS", value_parser = clap::value_parser!(u32).range(1..=256))]
    pub solver_threads: Option<u32>,
    /// Memory that one job may take, in MiB; 0 for as much as there is
    #[arg(long, value_name = "MIB", env = "LEERTEAM_JOB_MEMORY", default_value_t = 8192)]
    pub job_memory: u64,
    /// A worker that has said nothing for so long is taken for dead
    #[arg(long, value_name = "TIME", env = "LEERTEAM_LEASE", default_value = "15s", value_parser = duration)]
    pub lease: Duration,
}

/// A time with its unit: `90s`, `10m`, `1.5h`; without one it is seconds.
fn duration(text: &str) -> Result<Duration, String> {
    let split = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (number, unit) = text.split_at(split);
    let factor = match unit {
        "ms" => 0.001,
        "" | "s" => 1.0,
        "m" | "min" => 60.0,
        "h" => 3600.0,
        _ => return Err(format!("unknown unit '{unit}': use ms, s, m or h")),
    };
    let seconds = number.parse::<f64>().ok().map(|number| number * factor);
    let time = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    time.ok_or_else(|| "use a number with a unit, such as 90s".to_owned())
}

fn fraction(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|gap| (0.0..=1.0).contains(gap));
    number.ok_or_else(|| "use a fraction from 0 to 1, such as 0.005".to_owned())
}
