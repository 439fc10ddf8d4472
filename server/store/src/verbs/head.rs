//! The row of a conference: where its log ends, and its key as long as there is one.
//!
//! Deliberately read anew for every verb: nothing here is remembered between transactions, so nothing can be out of date.

use board::id::ConferenceId;

use crate::fault::{fault, is_damage};
use crate::follow::{End, bad, bad_key};
use crate::seal::{Key, Sealed};
use crate::sql::{Connection, Row};
use crate::verbs::key_check;
use crate::wrap::unwrap;
use crate::{MasterKey, Seq, StoreError};

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
    /// Where its log ends.
    pub(super) end: End,
    /// The conference's key under the master key; none after an erasure.
    pub(super) wrapped: Option<Sealed>,
}

impl Head {
    /// The conference's row as it is in this transaction. `NotFound` if there is no such conference.
    pub(super) async fn find(connection: &mut Connection<'_>, conference: &ConferenceId) -> Result<Self, StoreError> {
        let row = connection.query(FIND).bind(conference.as_str()).fetch_optional().await.map_err(fault)?;
        let row = row.ok_or(StoreError::NotFound)?;
        Self::read(&row, conference).map_err(|error| {
            if is_damage(&error) { bad(conference, Seq::ZERO, "its own row cannot be read") } else { fault(error) }
        })
    }

    fn read(row: &Row, conference: &ConferenceId) -> Result<Self, sqlx::Error> {
        let erased = row.get::<Option<Vec<u8>>>("sealed")?.is_none();
        Ok(Self {
            conference: conference.clone(),
            created_ms: row.get("created_ms")?,
            end: End { seq: row.number("head_seq")?, hash: row.fixed("head_hash")? },
            wrapped: if erased { None } else { Some(row.sealed()?) },
        })
    }

    /// The conference's key; none after an erasure. `Corrupt` if it is there but does not open, and `WrongKey` if that is so
    /// because the master key was changed since the store was opened.
    pub(super) async fn key(
        &self,
        connection: &mut Connection<'_>,
        master: &MasterKey,
    ) -> Result<Option<Key>, StoreError> {
        let Some(wrapped) = &self.wrapped else {
            return Ok(None);
        };
        if let Some(key) = unwrap(wrapped, master, &self.conference, self.created_ms) {
            return Ok(Some(key));
        }
        key_check::confirm(connection, master).await?;
        Err(bad_key(&self.conference))
    }
}
