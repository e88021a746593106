//! The command line; see [`leerteam::cli`].

fn main() -> std::process::ExitCode {
    leerteam::cli::main()
}
