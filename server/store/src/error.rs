//! What can go wrong with keeping things: each message says what happened, what is safe, and what to do.
//!
//! Deliberately without any type of the database driver, and without a word of what people said.

use std::error::Error;
use std::sync::Arc;

use board::id::{ConferenceId, PictureId};

use crate::Seq;

/// Why the store did not do what it was asked.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// The log has moved on since the caller read it.
    #[error(
        "somebody else's change was saved first; nothing was written. Read the newer events, decide again, and send again"
    )]
    Conflict,

    /// This very command is in the log already: a retry of something that had worked.
    #[error("this command was saved before, as events {first_seq} to {last_seq}; it is safe. Do not send it again")]
    AlreadyDone {
        /// The first event of the command.
        first_seq: Seq,
        /// The last event of the command.
        last_seq: Seq,
    },

    /// The id, name, token or code is taken.
    #[error("something with this name is here already and was left as it is; nothing was written. Choose another name")]
    AlreadyExists,

    /// The thing that was asked for, or that the new thing belongs to, is not here.
    #[error("this is not in the store; nothing was written. Check the name, or that it was not removed")]
    NotFound,

    /// The conference's key was destroyed.
    #[error(
        "this conference was erased and its words cannot be read again by anybody; its chain can still be verified"
    )]
    Erased,

    /// Somebody decided that the conference must be kept.
    #[error(
        "this conference is on hold and must be kept; nothing was changed. Release it first, when whoever asked for the hold agrees"
    )]
    Held,

    /// The master key is not the one that this database was made with.
    #[error(
        "the master key does not belong to this database; nothing was read or written. Start with the key file that was kept for it"
    )]
    WrongKey,

    /// What is stored is not what was stored.
    #[error(
        "the log of conference {conference} is damaged at event {seq}: {what}. Nothing from there on was read, and other conferences are not touched. Keep the file as it is, and restore the last good backup"
    )]
    Corrupt {
        /// The conference whose log is damaged.
        conference: ConferenceId,
        /// The first bad event; [`Seq::ZERO`] when it is the conference's own row or key.
        seq: Seq,
        /// What was found, in plain words.
        what: &'static str,
    },

    /// A stored picture is not what was stored.
    #[error(
        "the picture {picture} of conference {conference} is damaged and cannot be opened; its words and other pictures are not touched. Keep the file as it is, and restore the last good backup"
    )]
    BadPicture {
        /// The conference it belongs to.
        conference: ConferenceId,
        /// The picture.
        picture: PictureId,
    },

    /// The file contradicts itself, somewhere that no seal and no chain covers.
    #[error(
        "the database file is damaged: {0}. Nothing was changed. Keep the file as it is, and restore the last good backup"
    )]
    BadFile(String),

    /// There is no room for another picture.
    #[error("this conference has as many pictures as it can keep; nothing was written. Use fewer or smaller ones")]
    Full,

    /// The request itself cannot be kept; sending it again will not help.
    #[error("this cannot be kept: {0}; nothing was written. It is a mistake in the program: report it")]
    Refused(&'static str),

    /// Another program held the database for too long.
    #[error("the database was busy for too long; nothing was written. Try again in a moment with the same command")]
    Busy,

    /// The disk, the database file or the writer failed.
    #[error(
        "the store cannot be reached; it is not known whether the last change was saved, but it is never half saved. Read again, and send it again with the same command"
    )]
    Unavailable(#[source] Arc<dyn Error + Send + Sync>),
}

impl StoreError {
    /// Wraps whatever failed underneath.
    pub(crate) fn unavailable(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Unavailable(Arc::from(source.into()))
    }
}
