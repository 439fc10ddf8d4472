//! The opening of a backup: what it is, when it was made, its key under the master key, and the master key for a recipient.
//!
//! Deliberately readable in its form and in nothing else. Every frame is bound to the opening's hash, so that no part of it
//! can be changed without a trace.

use std::io::{Read, Write};

use sha2::{Digest as _, Sha256};

use super::age::Recipient;
use super::error::BackupError;
use crate::canon::Canon;
use crate::seal::{Key, NONCE, Sealed};
use crate::{Digest, MasterKey, StoreError};

/// What every backup begins with; the digit is the version of its form.
const FORM: &[u8; 16] = b"hearth backup 1\n";

/// What comes before the version.
const NAME: &[u8] = b"hearth backup ";

/// How long a sealed key is: the key and its tag.
const SEALED_KEY: usize = 48;

/// No age file with one key for one recipient is longer.
const LONGEST: u32 = 4096;

/// The beginning of a backup.
pub(super) struct Opening {
    /// When it was made, in unix milliseconds.
    made_ms: i64,
    /// The backup's key under the master key.
    wrapped: Sealed,
    /// The master key for a recipient, as an age file; empty if there was none.
    envelope: Vec<u8>,
}

impl Opening {
    /// A new opening and the key that it wraps.
    pub(super) fn new(
        master: &MasterKey,
        recipient: Option<&Recipient>,
        made_ms: i64,
    ) -> Result<(Self, Key), StoreError> {
        let key = Key::random()?;
        let wrapped = master.key().seal(key.expose(), &bound(made_ms))?;
        let envelope = recipient.map(|recipient| {
            recipient
                .seal(master)
                .ok_or_else(|| StoreError::unavailable("the key could not be sealed for its recipient"))
        });
        Ok((Self { made_ms, wrapped, envelope: envelope.transpose()?.unwrap_or_default() }, key))
    }

    /// Writes it.
    pub(super) fn write(&self, out: &mut (dyn Write + Send)) -> Result<(), BackupError> {
        Ok(out.write_all(&self.bytes())?)
    }

    /// Reads one.
    pub(super) fn read(from: &mut (impl Read + ?Sized)) -> Result<Self, BackupError> {
        let form: [u8; 16] = take(from).map_err(|_| BackupError::NotABackup)?;
        if form != *FORM {
            let later = form.starts_with(NAME) && form[NAME.len()].is_ascii_digit();
            return Err(if later { BackupError::Newer } else { BackupError::NotABackup });
        }
        let made_ms = i64::from_be_bytes(take(from)?);
        let nonce: [u8; NONCE] = take(from)?;
        let sealed: [u8; SEALED_KEY] = take(from)?;
        let length = u32::from_be_bytes(take(from)?);
        if length > LONGEST {
            return Err(BackupError::Damaged("its beginning was changed"));
        }
        let mut envelope = Vec::new();
        from.take(length.into()).read_to_end(&mut envelope)?;
        Ok(Self { made_ms, wrapped: Sealed { nonce, sealed: sealed.to_vec() }, envelope })
    }

    /// When it was made, in unix milliseconds.
    pub(super) fn made_ms(&self) -> i64 {
        self.made_ms
    }

    /// The master key as it goes along, if it does.
    pub(super) fn for_identity(&self) -> Option<&[u8]> {
        Some(self.envelope.as_slice()).filter(|envelope| !envelope.is_empty())
    }

    /// The backup's key; none with another master key.
    pub(super) fn key(&self, master: &MasterKey) -> Option<Key> {
        Key::from_bytes(&master.key().open(&self.wrapped, &bound(self.made_ms))?)
    }

    /// What every frame is bound to.
    pub(super) fn hash(&self) -> Digest {
        Sha256::digest(self.bytes()).into()
    }

    fn bytes(&self) -> Vec<u8> {
        let length = u32::try_from(self.envelope.len()).unwrap_or(u32::MAX);
        [
            FORM.as_slice(),
            &self.made_ms.to_be_bytes(),
            &self.wrapped.nonce,
            &self.wrapped.sealed,
            &length.to_be_bytes(),
            &self.envelope,
        ]
        .concat()
    }
}

fn bound(made_ms: i64) -> Vec<u8> {
    Canon::new("hearth backup key 1").number(made_ms).finish()
}

/// The next bytes, so many of them.
pub(super) fn take<const N: usize>(from: &mut (impl Read + ?Sized)) -> Result<[u8; N], BackupError> {
    let mut bytes = [0; N];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}
