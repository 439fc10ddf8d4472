//! A backup: everything that is kept, as it was at one moment, in one sealed file. Both databases write and read the same.
//!
//! Its form, version 1:
//! * **The opening**: the line `hearth backup 1`; when it was made (unix milliseconds in eight bytes); a key of the backup's
//!   own, sealed under the master key; and, if somebody was named who holds an age identity, the master key for them.
//! * **Frames**: a byte that is 1 for the last and 0 for every other; a length in four bytes; a nonce; rows under the backup's
//!   key. A frame opens only after the same opening, in the same place, and as the last only if it was.
//! * **Rows**: each conference with its wrapped key, its sealed events and its sealed pictures, as they lie in the tables;
//!   then the rows of the other tables; at the very end the manifest, which counts them all, and names the conferences that
//!   were left out, if any were.
//!
//! So whoever has the file and no key reads nothing, not even ids; and one changed, moved, missing or added byte shows.
//!
//! Deliberately not here: sessions and links for the first account. Whoever had signed out stays so; people sign in again.

mod age;
mod check;
mod error;
mod frames;
mod manifest;
#[cfg(test)]
mod older;
mod opening;
mod row;
mod tables;

use std::io::{Read, Write};
use std::sync::Arc;

use async_trait::async_trait;

use board::id::ConferenceId;

use crate::{EraseAgain, Looked, MasterKey};

pub use age::{BadAge, Identity, Recipient};
pub(crate) use check::{Checked, Reading};
pub use error::BackupError;
pub(crate) use frames::Sealer;
pub use manifest::{Counted, Manifest};
pub(crate) use row::{ConferenceRow, PictureRow, Row, Value};
pub(crate) use tables::{Kind, TABLES, Table};

/// Told after every conference: how many are done, of how many.
pub type Progress = Arc<dyn Fn(usize, usize) + Send + Sync>;

/// What has happened since a backup was made and is to hold in what is restored, from its first moment.
#[derive(Debug, Default)]
pub struct Since {
    /// What was erased.
    pub erased: Vec<EraseAgain>,
    /// What is written down.
    pub looked: Vec<Looked>,
}

/// The verbs of backups.
#[async_trait]
pub trait Backups: Send + Sync {
    /// Writes everything as it is at this moment, whatever others do meanwhile, and checks every chain and every seal on the
    /// way: what is damaged is not backed up as if it were whole. Conferences that are named are left out, with everything of
    /// theirs but the lines of who looked; `Unknown` if there is no such conference.
    async fn back_up(
        &self,
        out: &mut (dyn Write + Send),
        recipient: Option<&Recipient>,
        without: &[ConferenceId],
        made_ms: i64,
        progress: Progress,
    ) -> Result<Manifest, BackupError>;

    /// Takes a backup into this store, which must be empty and have the backup's own master key, and what has happened since.
    /// All of it, or nothing; `Changed` if it is no longer what [`check`] found. What is erased again may leave a trace of its key in
    /// the database's files until they are scrubbed.
    async fn restore(&self, from: Box<dyn Read + Send>, checked: &Manifest, since: Since) -> Result<(), BackupError>;
}

/// Reads a whole backup and checks every frame, every chain, every seal and every count; changes nothing.
///
/// # Errors
/// [`BackupError`] with the first thing that is wrong.
pub fn check(from: &mut (dyn Read + Send), master: &MasterKey) -> Result<Manifest, BackupError> {
    let mut reading = Reading::begin(from, master)?;
    while reading.next()?.is_some() {}
    reading.finish()
}

/// The master key that goes along with a backup for whoever holds this identity.
///
/// # Errors
/// [`BackupError::NoKey`] if none goes along, [`BackupError::WrongIdentity`] if it is for somebody else.
pub fn master_key(from: &mut (dyn Read + Send), identity: &Identity) -> Result<MasterKey, BackupError> {
    let opening = opening::Opening::read(from)?;
    let sealed = opening.for_identity().ok_or(BackupError::NoKey)?;
    identity.open(sealed).ok_or(BackupError::WrongIdentity)
}
