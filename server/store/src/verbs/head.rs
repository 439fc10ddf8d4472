//! The row of a conference: where its log ends, and its key as long as there is one.
//!
//! Deliberately read anew for every verb: nothing here is remembered between transactions, so nothing can be out of date.

use board::id::ConferenceId;

use crate::canon::Canon;
use crate::fault::{fault, is_damage};
use crate::seal::{Key, Sealed};
use crate::sql::{Connection, Row};
use crate::{Digest, MasterKey, Seq, StoreError};

const FIND: &str = "\
select c.created_ms, c.head_seq, c.head_hash, k.nonce, k.sealed
from conference c left join conference_key k on k.conference = c.conference
where c.conference = $1";

/// The end of a log and what is needed to go on from there.
pub(super) struct Head {
    /// The conference.
    pub(super) conference: ConferenceId,
    /// When it was made.
    pub(super) created_ms: i64,
    /// The last event's place.
    pub(super) seq: Seq,
    /// The last event's hash.
    pub(super) hash: Digest,
    /// The conference's key under the master key; none after an erasure.
    pub(super) wrapped: Option<Sealed>,
}

impl Head {
    /// The conference's row as it is in this transaction. `NotFound` if there is no such conference.
    pub(super) async fn find(connection: &mut Connection<'_>, conference: &ConferenceId) -> Result<Self, StoreError> {
        let row = connection.query(FIND).bind(conference.as_str()).fetch_optional().await.map_err(fault)?;
        let row = row.ok_or(StoreError::NotFound)?;
        Self::read(&row, conference).map_err(|error| {
            if is_damage(&error) { damaged(conference, "its own row cannot be read") } else { fault(error) }
        })
    }

    fn read(row: &Row, conference: &ConferenceId) -> Result<Self, sqlx::Error> {
        let erased = row.get::<Option<Vec<u8>>>("sealed")?.is_none();
        Ok(Self {
            conference: conference.clone(),
            created_ms: row.get("created_ms")?,
            seq: row.number("head_seq")?,
            hash: row.fixed("head_hash")?,
            wrapped: if erased { None } else { Some(row.sealed()?) },
        })
    }

    /// The conference's key; none after an erasure. `Corrupt` if it is there but does not open.
    pub(super) fn key(&self, master: &MasterKey) -> Result<Option<Key>, StoreError> {
        let Some(wrapped) = &self.wrapped else {
            return Ok(None);
        };
        let bytes = master.key().open(wrapped, &bound(&self.conference, self.created_ms));
        let key = bytes.and_then(|bytes| Key::from_bytes(&bytes));
        key.map(Some).ok_or_else(|| damaged(&self.conference, "its own row or its key was changed"))
    }
}

/// Wraps a conference's key; it opens only beside the same conference and the same time of making.
pub(super) fn wrap(
    key: &Key,
    master: &MasterKey,
    conference: &ConferenceId,
    created_ms: i64,
) -> Result<Sealed, StoreError> {
    master.key().seal(key.expose(), &bound(conference, created_ms))
}

fn bound(conference: &ConferenceId, created_ms: i64) -> Vec<u8> {
    Canon::new("hearth conference key 1").text(conference.as_str()).number(created_ms).finish()
}

fn damaged(conference: &ConferenceId, what: &'static str) -> StoreError {
    StoreError::Corrupt { conference: conference.clone(), seq: Seq::ZERO, what }
}
