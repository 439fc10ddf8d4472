//! Walking along a log: every row is checked against the one before it, and opened if there is a key.
//!
//! Deliberately one row at a time: a log is checked without being held in memory, and the first bad event is named
//! even when the file is damaged in the middle of it.

use board::id::{CommandId, ConferenceId};
use futures_util::TryStreamExt;

use crate::chain::{self, Header};
use crate::contents;
use crate::fault::{fault, is_damage};
use crate::seal::{Key, Sealed};
use crate::sql::{Connection, Row};
use crate::verbs::head::Head;
use crate::{Digest, Seq, StoreError, StoredEvent};

const HASH: &str = "select hash from event where conference = $1 and seq = $2";

const EVENTS: &str = "\
select seq, command, ordinal, actor, at_ms, kind, version, nonce, sealed, hash
from event where conference = $1 and seq > $2 order by seq";

/// Checks a log from the event after `since` to its recorded end. With a key, every event is opened and handed over.
pub(super) async fn walk(
    connection: &mut Connection<'_>,
    head: &Head,
    since: Seq,
    key: Option<&Key>,
    mut each: impl FnMut(StoredEvent) + Send,
) -> Result<(), StoreError> {
    let log = Log { conference: &head.conference };
    if since > head.seq {
        return Err(log.bad(following(head.seq), "the log ends before an event that was read earlier"));
    }
    let mut last = since;
    let mut hash = log.hash_at(connection, since).await?;
    let query = connection.query(EVENTS).bind(head.conference.as_str()).bind(i64::from(since));
    let mut rows = query.fetch();
    loop {
        let expected = following(last);
        let row = rows.try_next().await.map_err(|error| log.unreadable(error, expected))?;
        let Some(row) = row else { break };
        let row = Link::read(&row).map_err(|error| log.unreadable(error, expected))?;
        if expected > head.seq {
            return Err(log.bad(expected, "it stands after the recorded end of the log"));
        }
        if row.seq != expected {
            return Err(log.bad(expected, "it is missing"));
        }
        let header = row.header(&head.conference).bytes();
        if chain::link(&hash, &header, &row.contents) != row.hash {
            return Err(log.bad(expected, "it was changed, or is not in its place"));
        }
        last = expected;
        hash = row.hash;
        if let Some(key) = key {
            let event = row.open(key, &header);
            each(event.ok_or_else(|| log.bad(expected, "its seal does not open"))?);
        }
    }
    if last < head.seq {
        return Err(log.bad(following(last), "it and everything after it is missing"));
    }
    if hash != head.hash {
        return Err(log.bad(last, "it does not fit the recorded end of the log"));
    }
    Ok(())
}

/// The place after this one; at the very last place there is none, and no event either.
fn following(seq: Seq) -> Seq {
    seq.next().unwrap_or(seq)
}

/// The log that is walked along, for what is said about it.
struct Log<'a> {
    /// Whose log it is.
    conference: &'a ConferenceId,
}

impl Log<'_> {
    fn bad(&self, seq: Seq, what: &'static str) -> StoreError {
        StoreError::Corrupt { conference: self.conference.clone(), seq, what }
    }

    fn unreadable(&self, error: sqlx::Error, seq: Seq) -> StoreError {
        if is_damage(&error) { self.bad(seq, "it cannot be read") } else { fault(error) }
    }

    /// The hash that the event after `seq` must follow.
    async fn hash_at(&self, connection: &mut Connection<'_>, seq: Seq) -> Result<Digest, StoreError> {
        if seq == Seq::ZERO {
            return Ok(chain::genesis(self.conference));
        }
        let query = connection.query(HASH).bind(self.conference.as_str()).bind(i64::from(seq));
        let row = query.fetch_optional().await.map_err(|error| self.unreadable(error, seq))?;
        let row = row.ok_or_else(|| self.bad(seq, "it is missing"))?;
        row.fixed("hash").map_err(|error| self.unreadable(error, seq))
    }
}

/// One event as its row is.
struct Link {
    /// Its place in the log.
    seq: Seq,
    /// Its place in its command.
    ordinal: u32,
    /// The command that it came from.
    command: CommandId,
    /// Who did it.
    actor: String,
    /// When, in unix milliseconds.
    at_ms: i64,
    /// The event's word.
    kind: String,
    /// The version of its body.
    version: u16,
    /// Its words under their seal.
    contents: Sealed,
    /// Its link of the chain.
    hash: Digest,
}

impl Link {
    fn read(row: &Row) -> Result<Self, sqlx::Error> {
        Ok(Self {
            seq: row.number("seq")?,
            ordinal: row.number("ordinal")?,
            command: row.id("command")?,
            actor: row.get("actor")?,
            at_ms: row.get("at_ms")?,
            kind: row.get("kind")?,
            version: row.number("version")?,
            contents: row.sealed()?,
            hash: row.fixed("hash")?,
        })
    }

    fn header<'a>(&'a self, conference: &'a ConferenceId) -> Header<'a> {
        Header {
            conference,
            seq: self.seq,
            ordinal: self.ordinal,
            kind: &self.kind,
            version: self.version,
            command: self.command.as_str(),
            actor: &self.actor,
            at_ms: self.at_ms,
        }
    }

    fn open(self, key: &Key, header: &[u8]) -> Option<StoredEvent> {
        let contents = contents::unpack(&key.open(&self.contents, header)?)?;
        Some(StoredEvent {
            seq: self.seq,
            ordinal: self.ordinal,
            command: self.command,
            actor: self.actor,
            at_ms: self.at_ms,
            intent: contents.intent,
            kind: self.kind,
            version: self.version,
            body: contents.body,
        })
    }
}
