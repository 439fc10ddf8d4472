//! Killing the database server as a crash of its machine would: one of its own processes dies, and it gives all others up,
//! forgets what was only in memory, and recovers its files.
//!
//! Deliberately the process that writes those files.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::cluster::Cluster;

/// How long the server may take to be back.
const DEADLINE: Duration = Duration::from_mins(1);

const WRITER: &str = "select pid from pg_stat_activity where backend_type = 'checkpointer'";

/// Kills the server, and waits until it has recovered.
pub(crate) fn kill() {
    let writer = || Cluster::get().run("psql", &["-qAtX", "-d", "postgres", "-c", WRITER]);
    let before = writer().unwrap();
    assert!(Command::new("kill").args(["-KILL", &before]).status().unwrap().success());
    let deadline = Instant::now() + DEADLINE;
    while !writer().is_ok_and(|now| !now.is_empty() && now != before) {
        assert!(Instant::now() < deadline, "the server comes back");
    }
}
