//! Changing the master key.
//!
//! Deliberately without the keys' files: where the old and the new key lie, and what is done when the machine stops between
//! the two, is said by whoever holds the files.

use async_trait::async_trait;

use crate::{MasterKey, StoreError};

/// The verb of the master key.
#[async_trait]
pub trait Rotation: Send + Sync {
    /// Wraps the key of every conference, the words of feedback, and the keys of second factors, under another master key, all or nothing, and says how
    /// many conferences there were. No event and no picture is touched.
    ///
    /// Afterwards this store, and every other one that was opened with the old key, can only be closed: it answers
    /// `WrongKey` and writes nothing. `Busy` means that the key was changed, but a trace of the old wrapping may stay in
    /// the database's files.
    async fn change_key(&self, next: MasterKey) -> Result<u64, StoreError>;
}
