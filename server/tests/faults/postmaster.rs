//! The PostgreSQL server of these tests, ended as the end of its machine would end it, and started again.
//!
//! Deliberately every process of it at once: what is left of a server that loses one of them is told in the store's own
//! tests.

use std::os::unix::fs::MetadataExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::cluster::Cluster;

/// How long the server may take until it serves again.
const DEADLINE: Duration = Duration::from_mins(1);

/// A server that was killed. Only one story of a test program may do that, as there is one server for all of them.
pub(crate) struct Struck {
    /// Where its programs are.
    programs: PathBuf,
}

/// Kills it with everything it has started.
pub(crate) fn strike() -> Struck {
    let file = std::fs::read_to_string(Cluster::get().folder.join("data/postmaster.pid")).unwrap();
    let number = file.lines().next().unwrap();
    let program = std::fs::read_link(format!("/proc/{number}/exe")).unwrap();
    // It stands still first, so that it starts nothing new while its processes are killed one after the other.
    for (tool, args) in [
        ("kill", &["-STOP", number][..]),
        ("pkill", &["-KILL", "--parent", number][..]),
        ("kill", &["-KILL", number][..]),
    ] {
        assert!(Command::new(tool).args(args).status().unwrap().success());
    }
    Struck { programs: program.parent().unwrap().to_owned() }
}

impl Struck {
    /// Starts it again, with the settings it had. What it left in memory may have to go first, so that is tried until it
    /// works.
    pub(crate) fn start_again(self) {
        let folder = &Cluster::get().folder;
        let owner = std::fs::metadata(folder).unwrap();
        let begun = Instant::now();
        let mut start = Command::new(self.programs.join("pg_ctl"));
        start.arg("-D").arg(folder.join("data")).arg("-l").arg(folder.join("log")).args(["-w", "restart"]);
        start.current_dir("/").uid(owner.uid()).gid(owner.gid()).stdout(Stdio::null()).stderr(Stdio::null());
        while !start.status().unwrap().success() {
            assert!(begun.elapsed() < DEADLINE, "the server starts again");
        }
    }
}
