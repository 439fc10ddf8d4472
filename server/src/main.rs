//! The `hearth` program: reads the command line, does one thing, and says with its exit code how it went.
//!
//! Deliberately not here: the doing. See `server::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    server::cli::run()
}
