//! Safekeeping: the sealed and chained log of each conference, its sealed pictures, and the plain tables that let people
//! in.
//!
//! Deliberately not here: what an event means (that is `board`), who may do what, passwords and tokens in the clear
//! (that is `server`), and any clock but the one that measures how long a commit takes: the caller says what time it is.
//!
//! Callers hold an `Arc<dyn Store>` and never see SQL. Every verb is written once, in `verbs`; what differs from database to
//! database lies under `base`.

mod access;
mod account;
mod backup;
mod base;
mod canon;
mod chain;
mod code;
mod contents;
mod counts;
mod disposal;
mod error;
mod fault;
mod feedback;
mod follow;
mod growth;
mod key;
mod log;
mod picture;
mod picture_seal;
mod postgres;
mod rotation;
mod seal;
mod second_factor;
mod sensitive;
mod seq;
mod session;
mod sign_in;
mod sql;
mod sqlite;
mod verbs;
mod wrap;

use async_trait::async_trait;

pub use access::{Access, Accesses, Looked, Member, Pass, Team};
pub use account::{Account, AccountId, Accounts, BadAccountId};
pub use backup::{
    BackupError, Backups, BadAge, Counted, Identity, Manifest, Progress, Recipient, Since, check as check_backup,
    master_key as key_of_backup,
};
pub use code::{Codes, JoinCode};
pub use disposal::{Disposal, EraseAgain, Erasure, LegalHold};
pub use error::StoreError;
pub use feedback::{Feedback, Given, Written};
pub use growth::Growth;
pub use key::{KeyError, MasterKey};
pub use log::{Appended, Batch, ConferenceRow, Logs, NewEvent, StoredEvent, Verified, Witness};
pub use picture::{MOST_BYTES, MOST_PICTURES, NewPicture, PicturePart, Pictures};
pub use postgres::{Address, BadAddress};
pub use rotation::Rotation;
pub use second_factor::{SecondFactor, SecondFactors};
pub use sensitive::Sensitive;
pub use seq::{BadSeq, Seq};
pub use session::{Session, Sessions, Span};
pub use sign_in::{Invitation, SignIns};
pub use verbs::{connect, is_set_up, is_used, open};

/// A SHA-256 digest: of a row of the log, or of a token or code that itself never reaches the store.
pub type Digest = [u8; 32];

/// Everything that is kept, behind one door.
///
/// Every verb is one transaction. Every verb may be dropped halfway: a write that had been handed over still happens
/// whole or not at all. Nothing is answered before it is on disk.
#[async_trait]
pub trait Store:
    Logs
    + Pictures
    + Accounts
    + Accesses
    + Sessions
    + SecondFactors
    + SignIns
    + Codes
    + Feedback
    + Backups
    + Disposal
    + Rotation
{
    /// 32 bytes that follow from the master key and a name, and tell nothing of either. The same name has the same bytes at
    /// every node, until the master key is another.
    fn secret_of(&self, name: &str) -> [u8; 32];

    /// Commits a write that changes nothing: a full or failing disk shows itself here and not first when somebody speaks.
    async fn is_writable(&self) -> Result<(), StoreError>;

    /// Looks through the whole file for damage that no seal and no chain covers: a page or an index that does not fit the
    /// others. A PostgreSQL server looks after its own files.
    async fn is_sound(&self) -> Result<(), StoreError>;

    /// Finishes what is queued, writes everything back into one file and lets go of it. Later verbs are `Unavailable`.
    async fn close(&self) -> Result<(), StoreError>;
}
