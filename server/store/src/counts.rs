//! What the store counts about itself: commits, how many writes shared each, and how long each took.
//!
//! Deliberately not here: what was written, and for whom. Who reads the counts is the server's business.

use std::time::Duration;

/// Counts one commit that is on disk.
pub(crate) fn committed(writes: usize, took: Duration) {
    metrics::histogram!("hearth_commit_writes").record(u32::try_from(writes).unwrap_or(u32::MAX));
    metrics::histogram!("hearth_commit_seconds").record(took);
}
