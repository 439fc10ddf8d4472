//! The process that reads one picture and ends: it limits itself first, and then looks at what came in.
//!
//! Deliberately the first thing a program does when it is called so: no thread, no log, no file and no key is there yet.

use std::io::{Read as _, Write as _};
use std::process::ExitCode;

use rustix::process::{Resource, Rlimit, setrlimit};

use crate::edit::Edit;
use crate::{Refusal, clean, wire};

/// What a program is called with when it shall read one picture. Whoever uses [`crate::clean`] answers to it with [`work`].
pub const VERB: &str = "picture-worker";

/// The most memory, with the program itself: a picture of 24 million dots takes a third of it.
const MEMORY: u64 = 512 * 1024 * 1024;
/// The most seconds of computing. A second later the system does not ask any more.
const SECONDS: u64 = 5;

/// Limits this process, reads a picture from standard input and writes it clean to standard output, or says why not.
pub fn work() -> ExitCode {
    match limit().and_then(|()| answer()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Little memory, little time, no file to write, and no picture of this process when it dies.
fn limit() -> std::io::Result<()> {
    let exactly = |most| Rlimit { current: Some(most), maximum: Some(most) };
    setrlimit(Resource::Core, exactly(0))?;
    setrlimit(Resource::Fsize, exactly(0))?;
    setrlimit(Resource::As, exactly(MEMORY))?;
    setrlimit(Resource::Cpu, Rlimit { current: Some(SECONDS), maximum: Some(SECONDS + 1) })?;
    Ok(())
}

fn answer() -> std::io::Result<()> {
    let mut asked = Vec::new();
    std::io::stdin().lock().read_to_end(&mut asked)?;
    let outcome = match wire::line(&asked) {
        Some((line, bytes)) => {
            let edit: Edit = serde_json::from_slice(line)?;
            clean::clean(bytes, &edit)
        }
        None => Err(Refusal::Empty),
    };
    drop(asked);
    let mut out = std::io::stdout().lock();
    out.write_all(&wire::written(&outcome)?)?;
    out.flush()
}
