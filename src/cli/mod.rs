//! The command line: data on standard output, messages on standard error.

mod arguments;
mod check;
mod example;
mod import;
mod input;
mod outputs;
mod plan;
mod progress;
mod remote;
mod serve;
mod streams;
mod summary;
mod template;
mod validate;
mod worker;
mod writer;

use std::io::IsTerminal;
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

/// How a command ends; scripts rely on the numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It did what it was asked.
    Done = 0,
    /// Findings, or broken requirements under `--strict`.
    Findings = 1,
    /// Wrong usage, such as a file that is not there.
    Usage = 2,
    /// An error in the program.
    Internal = 3,
    /// Stopped before there was any plan.
    NoPlan = 4,
}

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none())
        .init();
    let exit = match arguments.command {
        Command::Validate(arguments) => validate::run(&arguments),
        Command::Template(arguments) => template::run(&arguments),
        Command::Convert(arguments) => template::convert(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Plan(arguments) => plan::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Example(arguments) => example::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Worker(arguments) => worker::run(&arguments),
        Command::SolveProcess => worker::solve_process(),
    };
    ExitCode::from(exit as u8)
}
