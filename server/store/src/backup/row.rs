//! The rows of a backup, and how they become bytes.
//!
//! Deliberately the rows of the tables as they are, seals and all: nothing is opened to be backed up, and sealed anew.

use board::id::{ConferenceId, PictureId};
use serde::{Deserialize, Serialize};

use super::error::BackupError;
use super::manifest::Manifest;
use crate::follow::{End, Link};
use crate::seal::Sealed;

/// A row. The order of the variants, and of the fields in them, is the form: a new variant comes last.
#[derive(Serialize, Deserialize)]
pub(crate) enum Row {
    /// A conference; its events and pictures follow.
    Conference(ConferenceRow),
    /// An event of the conference before it.
    Event(Link),
    /// A part of a picture of the conference before it.
    Picture(PictureRow),
    /// Another table, and its columns; its rows follow.
    Table(String, Vec<String>),
    /// A row of the table before it, column by column.
    Plain(Vec<Value>),
    /// The end.
    Manifest(Manifest),
    /// The end of a backup without these conferences.
    Partial(Manifest, Vec<ConferenceId>),
}

/// The row of a conference, with its key.
#[derive(Serialize, Deserialize)]
pub(crate) struct ConferenceRow {
    /// The conference.
    pub(crate) id: ConferenceId,
    /// When it was made, in unix milliseconds.
    pub(crate) created_ms: i64,
    /// Where its log ends.
    pub(crate) end: End,
    /// Its key under the master key; none after an erasure.
    pub(crate) wrapped: Option<Sealed>,
}

/// A part of a picture.
#[derive(Serialize, Deserialize)]
pub(crate) struct PictureRow {
    /// The picture.
    pub(crate) id: PictureId,
    /// The part, by its word.
    pub(crate) part: String,
    /// When it came, in unix milliseconds.
    pub(crate) at_ms: i64,
    /// What it takes before it is sealed.
    pub(crate) size: i64,
    /// The part under its seal.
    pub(crate) sealed: Sealed,
}

/// A value of any column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Value {
    /// Nothing.
    Null,
    /// A whole number.
    Number(i64),
    /// A text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// Yes or no.
    Flag(bool),
}

impl Row {
    /// The end, with this manifest.
    pub(crate) fn end(manifest: &Manifest) -> Self {
        match manifest.without.as_slice() {
            [] => Self::Manifest(manifest.clone()),
            without => Self::Partial(manifest.clone(), without.to_vec()),
        }
    }

    /// Adds the row to the bytes of a frame.
    pub(super) fn write(&self, frame: &mut Vec<u8>) -> Result<(), BackupError> {
        let bytes = zeroize::Zeroizing::new(postcard::to_allocvec(self).map_err(|_| UNFIT)?);
        frame.extend_from_slice(&bytes);
        Ok(())
    }

    /// The first row of these bytes, and how many bytes it took.
    pub(super) fn read(frame: &[u8]) -> Result<(Self, usize), BackupError> {
        let (row, rest) = postcard::take_from_bytes(frame).map_err(|_| UNFIT)?;
        Ok((row, frame.len() - rest.len()))
    }
}

const UNFIT: BackupError = BackupError::Damaged("a row of it is not what a backup holds");
