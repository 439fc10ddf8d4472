//! The manifest: what a backup says of itself at its very end, and what whoever reads it must have counted by then.
//!
//! Deliberately with the hash of every log: written down elsewhere, it witnesses the logs as they were.

use board::id::ConferenceId;
use serde::{Deserialize, Serialize};

use crate::Digest;

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// When it was made, in unix milliseconds.
    pub made_ms: i64,
    /// The conferences, the oldest first.
    pub conferences: Vec<Counted>,
    /// The other tables, each with its number of rows.
    pub tables: Vec<(String, u64)>,
    /// The conferences that were left out because somebody said so. They stand beside the rest of it in a row of another kind, so
    /// that a backup of everything is what it always was.
    #[serde(skip)]
    pub without: Vec<ConferenceId>,
}

/// One conference in a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// The conference.
    pub id: ConferenceId,
    /// How many events its log has.
    pub events: u32,
    /// The hash of the last one.
    pub head: Digest,
    /// How many parts of pictures it has.
    pub picture_parts: u32,
    /// Whether its key was destroyed before the backup was made.
    pub erased: bool,
}
