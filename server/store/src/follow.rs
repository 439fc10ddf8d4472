//! Following a chain: every event is checked against the one before it, and the last one against the recorded end.
//!
//! Deliberately without any idea of where the events come from: a database and a backup are checked by the same words.

use board::id::{CommandId, ConferenceId};
use serde::{Deserialize, Serialize};

use crate::chain::{self, Header};
use crate::contents;
use crate::seal::{Key, Sealed};
use crate::{Digest, Seq, StoreError, StoredEvent};

/// Where a log ends, as it was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct End {
    /// The last event's place.
    pub(crate) seq: Seq,
    /// The last event's hash.
    pub(crate) hash: Digest,
}

/// One event as it is stored. The order of its fields is part of the form of a backup.
#[derive(Serialize, Deserialize)]
pub(crate) struct Link {
    /// Its place in the log.
    pub(crate) seq: Seq,
    /// Its place in its command.
    pub(crate) ordinal: u32,
    /// The command that it came from.
    pub(crate) command: CommandId,
    /// Who did it.
    pub(crate) actor: String,
    /// When, in unix milliseconds.
    pub(crate) at_ms: i64,
    /// The event's word.
    pub(crate) kind: String,
    /// The version of its body.
    pub(crate) version: u16,
    /// Its words under their seal.
    pub(crate) contents: Sealed,
    /// Its link of the chain.
    pub(crate) hash: Digest,
}

impl Link {
    /// What its seal is bound to.
    fn header(&self, conference: &ConferenceId) -> Vec<u8> {
        let header = Header {
            conference,
            seq: self.seq,
            ordinal: self.ordinal,
            kind: &self.kind,
            version: self.version,
            command: self.command.as_str(),
            actor: &self.actor,
            at_ms: self.at_ms,
        };
        header.bytes()
    }

    /// The event, opened. `Corrupt` if its seal does not open with this key.
    pub(crate) fn open(&self, conference: &ConferenceId, key: &Key) -> Result<StoredEvent, StoreError> {
        let opened = key.open(&self.contents, &self.header(conference));
        let contents = opened.and_then(|bytes| contents::unpack(&bytes));
        let contents = contents.ok_or_else(|| bad(conference, self.seq, "its seal does not open"))?;
        Ok(StoredEvent {
            seq: self.seq,
            ordinal: self.ordinal,
            command: self.command.clone(),
            actor: self.actor.clone(),
            at_ms: self.at_ms,
            intent: contents.intent,
            kind: self.kind.clone(),
            version: self.version,
            body: contents.body,
        })
    }
}

/// How far a chain was followed.
pub(crate) struct Follow {
    /// Whose log it is.
    conference: ConferenceId,
    /// Where it must end.
    end: End,
    /// The last event that was good.
    at: End,
}

impl Follow {
    /// Begins before the first event.
    pub(crate) fn whole(conference: &ConferenceId, end: End) -> Self {
        Self::after(conference, End { seq: Seq::ZERO, hash: chain::genesis(conference) }, end)
    }

    /// Goes on after an event that was good.
    pub(crate) fn after(conference: &ConferenceId, at: End, end: End) -> Self {
        Self { conference: conference.clone(), end, at }
    }

    /// The place of the event that must come next.
    pub(crate) fn next(&self) -> Seq {
        following(self.at.seq)
    }

    /// Takes the next event. `Corrupt` if it is not the one that must come.
    pub(crate) fn step(&mut self, link: &Link) -> Result<(), StoreError> {
        let next = self.next();
        if next > self.end.seq {
            return Err(bad(&self.conference, next, "it stands after the recorded end of the log"));
        }
        if link.seq != next {
            return Err(bad(&self.conference, next, "it is missing"));
        }
        if chain::link(&self.at.hash, &link.header(&self.conference), &link.contents) != link.hash {
            return Err(bad(&self.conference, next, "it was changed, or is not in its place"));
        }
        self.at = End { seq: next, hash: link.hash };
        Ok(())
    }

    /// There are no more events. `Corrupt` unless this is where the log was recorded to end.
    pub(crate) fn finish(self) -> Result<(), StoreError> {
        if self.at.seq < self.end.seq {
            return Err(bad(&self.conference, self.next(), "it and everything after it is missing"));
        }
        if self.at.hash != self.end.hash {
            return Err(bad(&self.conference, self.at.seq, "it does not fit the recorded end of the log"));
        }
        Ok(())
    }
}

/// The place after this one; at the very last place there is none, and no event either.
pub(crate) fn following(seq: Seq) -> Seq {
    seq.next().unwrap_or(seq)
}

/// What is said of a damaged log.
pub(crate) fn bad(conference: &ConferenceId, seq: Seq, what: &'static str) -> StoreError {
    StoreError::Corrupt { conference: conference.clone(), seq, what }
}

/// What is said when a conference's key does not open.
pub(crate) fn bad_key(conference: &ConferenceId) -> StoreError {
    bad(conference, Seq::ZERO, "its own row or its key was changed")
}
