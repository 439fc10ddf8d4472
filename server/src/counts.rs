//! What the server counts: rooms, sockets, commands, frames, sessions. What the store counts about commits joins them.
//!
//! Deliberately without any id or name, and without a label that could hold one: every label is a word from this file.

use std::time::Duration;

use metrics::{Histogram, counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};

const ROOMS: &str = "hearth_rooms";
const SOCKETS: &str = "hearth_sockets";
const COMMANDS: &str = "hearth_commands_total";
const COMMAND_SECONDS: &str = "hearth_command_seconds";
const FRAME_BYTES: &str = "hearth_frame_bytes";
const SESSIONS: &str = "hearth_sessions_begun_total";
const COMMIT_WRITES: &str = "hearth_commit_writes";
const COMMIT_SECONDS: &str = "hearth_commit_seconds";

/// From a good disk's 100 microseconds to one that is failing.
const SECONDS: [f64; 12] = [0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.1, 0.5, 2.0, 10.0];
/// From one write alone to the largest group.
const WRITES: [f64; 9] = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0];
/// From an answer of a few words to the whole of a large board.
const BYTES: [f64; 8] = [128.0, 512.0, 2_048.0, 8_192.0, 32_768.0, 131_072.0, 524_288.0, 2_097_152.0];

/// What became of a command, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Stored and shown.
    Done,
    /// Refused by a rule.
    Rejected,
    /// To be sent again: the room had closed for a moment.
    Later,
}

/// What sort of frame was sent, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frame {
    /// A whole view.
    Snapshot,
    /// A difference.
    Patch,
    /// An answer to this connection alone.
    Answer,
}

/// Something that is there from now until this is dropped.
#[derive(Debug)]
pub(crate) struct Present(&'static str);

impl Present {
    /// A room is open.
    pub(crate) fn room() -> Self {
        Self::of(ROOMS)
    }

    /// A socket is open.
    pub(crate) fn socket() -> Self {
        Self::of(SOCKETS)
    }

    fn of(what: &'static str) -> Self {
        gauge!(what).increment(1.0);
        Self(what)
    }
}

impl Drop for Present {
    fn drop(&mut self) {
        gauge!(self.0).decrement(1.0);
    }
}

/// Counts a command that was answered after so long.
pub(crate) fn command(outcome: Outcome, took: Duration) {
    let result = match outcome {
        Outcome::Done => "done",
        Outcome::Rejected => "rejected",
        Outcome::Later => "later",
    };
    counter!(COMMANDS, "result" => result).increment(1);
    histogram!(COMMAND_SECONDS).record(took);
}

/// Where frames are counted. Each connection holds it: there are so many frames that looking for it each time would be felt.
#[derive(Debug, Clone)]
pub(crate) struct Frames {
    snapshot: Histogram,
    patch: Histogram,
    answer: Histogram,
}

impl Frames {
    /// For one connection.
    pub(crate) fn new() -> Self {
        let of = |kind: &'static str| histogram!(FRAME_BYTES, "frame" => kind);
        Self { snapshot: of("snapshot"), patch: of("patch"), answer: of("answer") }
    }

    /// Counts a frame that is sent.
    pub(crate) fn count(&self, frame: Frame, bytes: usize) {
        let counted = match frame {
            Frame::Snapshot => &self.snapshot,
            Frame::Patch => &self.patch,
            Frame::Answer => &self.answer,
        };
        counted.record(u32::try_from(bytes).unwrap_or(u32::MAX));
    }
}

/// Counts a session that has begun: `account`, `seat` or `screen`.
pub(crate) fn session(holder: &'static str) {
    counter!(SESSIONS, "holder" => holder).increment(1);
}

/// Begins to keep what is counted. Until this is called, counting does nothing.
///
/// # Errors
/// When it has begun before.
pub(crate) fn keep() -> Result<PrometheusHandle, BuildError> {
    let full = |name: &str| Matcher::Full(name.to_owned());
    let handle = PrometheusBuilder::new()
        .set_buckets_for_metric(full(COMMIT_SECONDS), &SECONDS)?
        .set_buckets_for_metric(full(COMMAND_SECONDS), &SECONDS)?
        .set_buckets_for_metric(full(COMMIT_WRITES), &WRITES)?
        .set_buckets_for_metric(full(FRAME_BYTES), &BYTES)?
        .install_recorder()?;
    describe_gauge!(ROOMS, "Conferences that are open in memory now.");
    describe_gauge!(SOCKETS, "Live connections now.");
    describe_counter!(COMMANDS, "Commands answered, by what became of them.");
    describe_histogram!(COMMAND_SECONDS, "From a command's arrival until it was stored and shown, or refused.");
    describe_histogram!(FRAME_BYTES, "The size of what was sent over live connections.");
    describe_counter!(SESSIONS, "Sessions begun, by what they are for.");
    describe_histogram!(COMMIT_WRITES, "How many writes shared one commit; how many commits there were is its count.");
    describe_histogram!(COMMIT_SECONDS, "How long a commit took until it was on disk.");
    // Nothing that could be scraped is missing only because it has not happened yet.
    gauge!(ROOMS).set(0.0);
    gauge!(SOCKETS).set(0.0);
    Ok(handle)
}
