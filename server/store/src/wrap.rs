//! The key of a conference, wrapped by the master key.
//!
//! Deliberately only the wrapping. Where a wrapped key lies is said by whoever keeps it: a table, or a backup.

use board::id::ConferenceId;

use crate::canon::Canon;
use crate::seal::{Key, Sealed};
use crate::{MasterKey, StoreError};

/// Wraps a conference's key; it opens only beside the same conference and the same time of making.
pub(crate) fn wrap(
    key: &Key,
    master: &MasterKey,
    conference: &ConferenceId,
    created_ms: i64,
) -> Result<Sealed, StoreError> {
    master.key().seal(key.expose(), &bound(conference, created_ms))
}

/// The way back; none if the master key, the conference or its time of making is not the same.
pub(crate) fn unwrap(wrapped: &Sealed, master: &MasterKey, conference: &ConferenceId, created_ms: i64) -> Option<Key> {
    Key::from_bytes(&master.key().open(wrapped, &bound(conference, created_ms))?)
}

fn bound(conference: &ConferenceId, created_ms: i64) -> Vec<u8> {
    Canon::new("hearth conference key 1").text(conference.as_str()).number(created_ms).finish()
}
