//! What the machine allows this process: enough open files for a full day, and no picture of its memory on the disk.
//!
//! Deliberately not here: memory and processor. Those are the service manager's to limit.

use rustix::io::Result;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Lets the process open as many files as it may, and leave no core file: one would hold keys and what people said.
pub(super) fn set() -> Result<()> {
    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })?;
    let files = getrlimit(Resource::Nofile);
    setrlimit(Resource::Nofile, Rlimit { current: files.maximum, maximum: files.maximum })
}
