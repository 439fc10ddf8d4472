//! What was measured of one side.
//!
//! Deliberately not here: judging it. See `rows`.

use std::time::Duration;

use crate::join::Join;
use crate::tally::Faults;
use crate::wide::Edit;

/// How long the last viewer waited, at the middle and at the slow end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Latency {
    /// Half of the edits were there by then.
    pub p50: Duration,
    /// 99 of 100 were.
    pub p99: Duration,
}

impl Latency {
    /// Of these.
    pub(crate) fn of(mut all: Vec<Duration>) -> Self {
        all.sort_unstable();
        let at = |hundredths: usize| all.get(all.len() * hundredths / 100).copied().unwrap_or_default();
        Self { p50: at(50), p99: at(99) }
    }
}

/// The middle of some times.
pub(crate) fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Everything that is measured of one side in one round.
#[derive(Debug)]
pub struct Measures {
    /// How long the last viewer waited for an edit.
    pub latency: Latency,
    /// How many edits reached how many viewers.
    pub deliveries: usize,
    /// In how many seconds.
    pub seconds: f64,
    /// The bytes of all frames.
    pub bytes: usize,
    /// The processor time of the server while it was driven.
    pub processor: Duration,
    /// By how many KiB the server grew when the sockets opened.
    pub memory: u64,
    /// How many sockets.
    pub sockets: usize,
    /// How many edits.
    pub edits: usize,
    /// How often the disk was waited for.
    pub syncs: usize,
    /// Late joins, by how many cards the board had.
    pub joins: Vec<(usize, Join)>,
    /// Edits in the middle of a board, by how many cards it had; the floor has no views and none of these.
    pub wide: Vec<(usize, Edit)>,
    /// Coming back after missed edits.
    pub catch_up: Option<Join>,
    /// How long until the last device was back after all were cut.
    pub storm: Duration,
    /// What went wrong.
    pub faults: Faults,
}
