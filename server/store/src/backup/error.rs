//! Why a backup was not written, or is not taken in: what happened, what is safe, and what to do.
//!
//! Deliberately without a word of what people said, and without any key.

use std::io;

use board::id::ConferenceId;

use crate::StoreError;

/// Why a backup was not written or not taken in.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// It does not begin as a backup does.
    #[error("this is not a backup of Hearth, or its beginning is damaged; nothing was changed. Choose another file")]
    NotABackup,

    /// Its form or its tables are of a later version.
    #[error("this backup was made by a newer Hearth; nothing was changed. Restore it with that version or a later one")]
    Newer,

    /// The master key does not open it.
    #[error(
        "this backup does not open with this master key: another key belongs to it, or its beginning is damaged. Nothing was changed. Give the key that was in use when it was made, or its age identity"
    )]
    WrongKey,

    /// No key goes along.
    #[error(
        "this backup carries no key: it was made without --recipient. Nothing was changed. Put the kept key file where Hearth looks for it, and restore without --identity"
    )]
    NoKey,

    /// The key that goes along is for somebody else.
    #[error(
        "the key in this backup is not for this age identity, or its beginning is damaged. Nothing was changed. Give the identity whose recipient was named when it was made"
    )]
    WrongIdentity,

    /// One conference is damaged, and the others wait for it.
    #[error(
        "conference {conference} cannot be backed up. Everything else can: 'hearth backup --without {conference}' leaves it out whole and says so"
    )]
    Conference {
        /// The conference.
        conference: ConferenceId,
        /// What is wrong with it.
        #[source]
        error: StoreError,
    },

    /// What is to be left out is not here.
    #[error("there is no conference '{0}' to leave out. Check the id: 'hearth list' has them all")]
    Unknown(ConferenceId),

    /// It is not what was written.
    #[error("this backup is damaged: {0}. Nothing was changed. Restore another backup")]
    Damaged(&'static str),

    /// It is another one than was checked.
    #[error(
        "the backup was changed while it was restored. Nothing was kept. Restore it again when nobody writes to the file"
    )]
    Changed,

    /// What it holds does not hold together.
    #[error("this backup cannot be used; nothing was changed")]
    Contents(#[source] StoreError),

    /// Something is kept in the place already.
    #[error("something is kept here already, and a backup is only restored into an empty place; nothing was changed")]
    NotEmpty,

    /// The file could not be read or written.
    #[error("the backup's file could not be read or written; nothing was changed. Check the disk and the permissions")]
    File(#[source] io::Error),

    /// The store said no.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<io::Error> for BackupError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof => Self::Damaged("it ends too early"),
            _ => Self::File(error),
        }
    }
}
