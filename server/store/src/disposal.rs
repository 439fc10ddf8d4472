//! The end of a conference: what must be kept although its time has come, and what was erased, when and why.
//!
//! Deliberately not here: when its time has come. That is the retention table's, in `board`.

use std::fmt;

use async_trait::async_trait;
use board::id::ConferenceId;

use crate::{Digest, Looked, Sensitive, StoreError};

/// A conference that must be kept, whatever its age: for an inquiry, a court, a complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalHold {
    /// The conference.
    pub conference: ConferenceId,
    /// Since when, in unix milliseconds.
    pub at_ms: i64,
    /// Why. Stored sealed, as it may name people.
    pub because: Sensitive<String>,
}

/// That a conference was erased. It stays for good, so it holds nothing that anybody said.
#[derive(Clone, PartialEq, Eq)]
pub struct Erasure {
    /// The conference.
    pub conference: ConferenceId,
    /// When, in unix milliseconds.
    pub at_ms: i64,
    /// Under which rule, by its key.
    pub rule: String,
    /// Why: a reference, such as the number of a decision. Stored readable.
    pub because: String,
    /// How many events its log had.
    pub events: u32,
    /// The hash of the last one.
    pub head: Digest,
}

/// An erasure that is to be done again in what was kept from before it, as its certificate says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EraseAgain {
    /// The conference.
    pub conference: ConferenceId,
    /// When it was erased, in unix milliseconds.
    pub at_ms: i64,
    /// Under which rule, by its key.
    pub rule: String,
    /// Why.
    pub because: Sensitive<String>,
}

/// The reason is for the certificate, and stays out of logs.
impl fmt::Debug for Erasure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Erasure")
            .field("conference", &self.conference)
            .field("rule", &self.rule)
            .finish_non_exhaustive()
    }
}

/// The verbs of disposal.
#[async_trait]
pub trait Disposal: Send + Sync {
    /// Puts a conference on hold, and keeps the line that says so, both or neither. `AlreadyExists` if it is; `Erased` if there is
    /// nothing left to keep.
    async fn hold(&self, hold: LegalHold, looked: Looked) -> Result<(), StoreError>;

    /// Ends a hold, and keeps the line that says so. False if there was none; then there is no line either.
    async fn release(&self, conference: &ConferenceId, looked: Looked) -> Result<bool, StoreError>;

    /// All holds, the oldest first.
    async fn holds(&self) -> Result<Vec<LegalHold>, StoreError>;

    /// Erases a conference: its key is destroyed, its codes and seats end, what was done is noted, and the line that says so is kept; all
    /// of it or nothing. The chain still verifies. `Held` if it is on hold.
    ///
    /// Doing it again is harmless, adds no line, and tells what was noted first. A trace of the key may be in the database's files until
    /// [`Self::scrub`] has been done.
    async fn erase(
        &self,
        conference: &ConferenceId,
        at_ms: i64,
        rule: &str,
        because: &str,
        looked: Looked,
    ) -> Result<Erasure, StoreError>;

    /// Clears from the database's files whatever the keys that were destroyed have left behind there. `Busy` means that a trace may stay
    /// because somebody was reading: do it again. Backups are the caller's business, and so is PostgreSQL's write-ahead log.
    async fn scrub(&self) -> Result<(), StoreError>;
}
