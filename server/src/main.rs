//! The `hearth` program: reads the command line, does one thing, and says with its exit code how it went. Called for a
//! picture it is the process that reads one, before it is anything else.
//!
//! Deliberately not here: the doing. See `server::cli`.

use std::process::ExitCode;

use tikv_jemallocator::Jemalloc;

/// Frames, rows and views are many small pieces, and this takes a quarter less processor time for them than the system's own.
#[global_allocator]
static ALLOCATOR: Jemalloc = Jemalloc;

fn main() -> ExitCode {
    if std::env::args_os().nth(1).is_some_and(|verb| verb == pictures::VERB) {
        return pictures::work();
    }
    server::cli::run()
}
