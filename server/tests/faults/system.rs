//! What the system says of a server's process, from outside.
//!
//! Deliberately only how much memory it has.

use crate::common::Server;

/// What it holds in memory, in KiB.
pub(crate) fn memory(server: &Server) -> u64 {
    status(server, "VmRSS:")
}

/// How much address space it has, in KiB.
pub(crate) fn space(server: &Server) -> u64 {
    status(server, "VmSize:")
}

fn status(server: &Server, what: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(what)).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
