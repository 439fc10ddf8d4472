//! Frames: rows that are sealed together, each frame in its place.
//!
//! Deliberately many rows to a frame: the length of a frame then tells little of how much anybody said.

use std::io::{Read, Write};

use zeroize::Zeroizing;

use super::age::Recipient;
use super::error::BackupError;
use super::opening::{Opening, take};
use super::row::Row;
use crate::canon::Canon;
use crate::seal::{Key, NONCE, Sealed};
use crate::{Digest, MasterKey};

/// A frame is sealed when it has so many bytes; one large picture may make it longer.
const FULL: usize = 64 * 1024;

/// No frame is longer: no picture of a conference is.
const LONGEST: u32 = 64 * 1024 * 1024;

/// What a frame opens beside: the opening, its place, and whether it is the last.
fn bound(opening: &Digest, place: u32, last: bool) -> Vec<u8> {
    Canon::new("hearth backup frame 1").bytes(opening).number(place).number(last).finish()
}

/// Writes rows in frames.
pub(crate) struct Sealer<'a> {
    out: &'a mut (dyn Write + Send),
    key: Key,
    opening: Digest,
    /// The place of the next frame.
    place: u32,
    /// Rows that wait for their frame.
    rows: Zeroizing<Vec<u8>>,
}

impl<'a> Sealer<'a> {
    /// Writes the opening.
    pub(crate) fn begin(
        out: &'a mut (dyn Write + Send),
        master: &MasterKey,
        recipient: Option<&Recipient>,
        made_ms: i64,
    ) -> Result<Self, BackupError> {
        let (opening, key) = Opening::new(master, recipient, made_ms)?;
        opening.write(out)?;
        Ok(Self { out, key, opening: opening.hash(), place: 0, rows: Zeroizing::default() })
    }

    /// Writes a row.
    pub(crate) fn row(&mut self, row: &Row) -> Result<(), BackupError> {
        row.write(&mut self.rows)?;
        if self.rows.len() < FULL { Ok(()) } else { self.frame(false) }
    }

    /// Writes the last row, and hands everything over to the disk's own queue.
    pub(crate) fn finish(mut self, row: &Row) -> Result<(), BackupError> {
        row.write(&mut self.rows)?;
        self.frame(true)?;
        Ok(self.out.flush()?)
    }

    fn frame(&mut self, last: bool) -> Result<(), BackupError> {
        let Sealed { nonce, sealed } = self.key.seal(&self.rows, &bound(&self.opening, self.place, last))?;
        let length = u32::try_from(sealed.len()).ok().filter(|length| *length <= LONGEST);
        let length = length.ok_or(BackupError::Damaged("a row of it is too long"))?;
        self.out.write_all(&[u8::from(last)])?;
        self.out.write_all(&length.to_be_bytes())?;
        self.out.write_all(&nonce)?;
        self.out.write_all(&sealed)?;
        self.place = self.place.checked_add(1).ok_or(BackupError::Damaged("it has too many parts"))?;
        self.rows.clear();
        Ok(())
    }
}

/// Reads frames.
pub(super) struct Opener<R> {
    from: R,
    key: Key,
    opening: Digest,
    /// When the backup was made, in unix milliseconds.
    pub(super) made_ms: i64,
    /// The place of the next frame.
    place: u32,
    /// Whether the last frame was read.
    ended: bool,
}

impl<R: Read> Opener<R> {
    /// Reads the opening.
    pub(super) fn begin(mut from: R, master: &MasterKey) -> Result<Self, BackupError> {
        let opening = Opening::read(&mut from)?;
        let key = opening.key(master).ok_or(BackupError::WrongKey)?;
        Ok(Self { from, key, opening: opening.hash(), made_ms: opening.made_ms(), place: 0, ended: false })
    }

    /// The rows of the next frame; none after the last, which must be the end of the file.
    pub(super) fn next(&mut self) -> Result<Option<Zeroizing<Vec<u8>>>, BackupError> {
        if self.ended {
            return match self.from.read(&mut [0]) {
                Ok(0) => Ok(None),
                Ok(_) => Err(BackupError::Damaged("something stands after its end")),
                Err(error) => Err(error.into()),
            };
        }
        let [last] = take(&mut self.from)?;
        let length = u32::from_be_bytes(take(&mut self.from)?);
        if last > 1 || length > LONGEST {
            return Err(CHANGED);
        }
        let nonce: [u8; NONCE] = take(&mut self.from)?;
        let mut sealed = Vec::new();
        self.from.by_ref().take(length.into()).read_to_end(&mut sealed)?;
        if u64::try_from(sealed.len()).is_ok_and(|read| read < u64::from(length)) {
            return Err(BackupError::Damaged("it ends too early"));
        }
        let bound = bound(&self.opening, self.place, last == 1);
        let rows = self.key.open(&Sealed { nonce, sealed }, &bound).ok_or(CHANGED)?;
        self.place = self.place.checked_add(1).ok_or(CHANGED)?;
        self.ended = last == 1;
        Ok(Some(rows))
    }
}

const CHANGED: BackupError = BackupError::Damaged("a part of it was changed, is missing, or is not in its place");
