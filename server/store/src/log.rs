//! The log of a conference: what goes in, what comes out, and the verbs for both.
//!
//! Deliberately blind: a kind is a word and a body is a text. What they mean is `board`'s business.

use async_trait::async_trait;
use board::id::{CommandId, ConferenceId};

use crate::{Digest, Growth, Sensitive, Seq, StoreError};

/// One event on its way into the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// The event's word, such as `card_added`. Stored readable: never anything a person said.
    pub kind: String,
    /// The version of this kind's body.
    pub version: u16,
    /// The body as JSON text. Stored sealed.
    pub body: Sensitive<String>,
}

/// The events of one command, stored together or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Whose log it is.
    pub conference: ConferenceId,
    /// The last event that the caller had folded when it decided.
    pub expected: Seq,
    /// The command, by the id that its sender made: sending it twice is harmless.
    pub command: CommandId,
    /// Who did it: an opaque id. Stored readable: never a name.
    pub actor: String,
    /// When, in unix milliseconds.
    pub at_ms: i64,
    /// What was asked for, so that a retry can be told from a new wish. Stored sealed, as it may quote people.
    pub intent: Sensitive<String>,
    /// What happened, in order; at least one.
    pub events: Vec<NewEvent>,
}

/// A batch that is on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appended {
    /// The place of the batch's first event.
    pub first_seq: Seq,
    /// The place of the batch's last event, and the log's new end.
    pub last_seq: Seq,
    /// The chain's hash at `last_seq`: printed on the minutes, it witnesses the whole log.
    pub head: Digest,
}

/// One event as it is in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEvent {
    /// Its place in the log.
    pub seq: Seq,
    /// Its place among the events of its command, from 0.
    pub ordinal: u32,
    /// The command that it came from.
    pub command: CommandId,
    /// Who did it.
    pub actor: String,
    /// When, in unix milliseconds. For display: order is `seq`.
    pub at_ms: i64,
    /// What was asked for.
    pub intent: Sensitive<String>,
    /// The event's word.
    pub kind: String,
    /// The version of this kind's body.
    pub version: u16,
    /// The body as JSON text.
    pub body: Sensitive<String>,
}

/// One line of the list of conferences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConferenceRow {
    /// The conference.
    pub id: ConferenceId,
    /// When its first event happened, in unix milliseconds.
    pub created_ms: i64,
    /// Where its log ends.
    pub last_seq: Seq,
    /// Whether its key was destroyed.
    pub erased: bool,
}

/// A log that was checked from its first event to its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// How many events it has.
    pub events: u32,
    /// The hash of the last one. Compare it with one that was printed earlier: only that shows a log rewritten whole.
    pub head: Digest,
    /// Whether only the chain could be checked, because the key is gone and no seal can be opened.
    pub erased: bool,
}

/// One link of a chain: where it is, what stands there, and its hash, which may have been printed on a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// Whose log it is in.
    pub conference: ConferenceId,
    /// Its place there.
    pub seq: Seq,
    /// The event's word.
    pub kind: String,
    /// The chain's hash there.
    pub hash: Digest,
}

/// The verbs of the logs.
#[async_trait]
pub trait Logs: Send + Sync {
    /// Makes a conference, its key and its first events. `first` names the same conference and expects [`Seq::ZERO`].
    ///
    /// `AlreadyExists` if the id is taken, also when it was taken by the same command.
    async fn create_conference(&self, conference: &ConferenceId, first: Batch) -> Result<Appended, StoreError>;

    /// All conferences, the oldest first, erased ones too.
    async fn conferences(&self) -> Result<Vec<ConferenceRow>, StoreError>;

    /// Adds a batch at the end of a log.
    ///
    /// `AlreadyDone` if the command is in the log, wherever the log now ends; otherwise `Conflict` if it does not end
    /// at `expected`: read on from there, decide again. `Erased` if the key is gone.
    async fn append(&self, batch: Batch) -> Result<Appended, StoreError>;

    /// Whether a command is in a log: what cannot be done a second time is told from what never could be. Of an erased log it is
    /// still told; in one that is not here there is none.
    async fn is_done(&self, conference: &ConferenceId, command: &CommandId) -> Result<bool, StoreError>;

    /// The events after `since`, opened and checked against the chain. `Erased` if the key is gone.
    ///
    /// `Corrupt` if the log ends before `since`: a log never gets shorter.
    async fn events_since(&self, conference: &ConferenceId, since: Seq) -> Result<Vec<StoredEvent>, StoreError>;

    /// Where a log ends at this moment. `Erased` if the key is gone.
    async fn end(&self, conference: &ConferenceId) -> Result<Seq, StoreError>;

    /// Word of a log's growth by other nodes, from now on: whoever reads the log after this call misses nothing. Where
    /// nobody else can write, there is never any.
    fn growth(&self, conference: &ConferenceId) -> Growth;

    /// Checks every row, every seal (while there is a key) and the recorded end. `Corrupt` names the first bad event.
    async fn verify(&self, conference: &ConferenceId) -> Result<Verified, StoreError>;

    /// The last event of a kind in a log, as a witness of everything up to it; nothing where there is none.
    async fn last_of(&self, conference: &ConferenceId, kind: &str) -> Result<Option<Witness>, StoreError>;

    /// Where a hash that was printed on a paper stands; nothing where no log has it. Whether that log is whole is
    /// another question: [`Self::verify`] it.
    async fn witness(&self, hash: &Digest) -> Result<Option<Witness>, StoreError>;
}
