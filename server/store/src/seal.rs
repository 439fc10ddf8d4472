//! Sealing: nobody without the key can read a text, move it to another place, or change it unnoticed.
//!
//! Deliberately only the box. Where keys live is `key.rs`; what a seal is bound to is said by whoever seals.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::StoreError;

/// How long a nonce is, in bytes: long enough to be drawn at random for ever.
pub(crate) const NONCE: usize = 24;

/// A sealed text and the nonce that it was sealed with.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sealed {
    /// Drawn anew for every seal.
    pub(crate) nonce: [u8; NONCE],
    /// The ciphertext and its tag.
    pub(crate) sealed: Vec<u8>,
}

/// A key of 32 bytes, wiped when it is dropped.
pub(crate) struct Key(Zeroizing<[u8; 32]>);

impl Key {
    /// A new key from the system's randomness.
    pub(crate) fn random() -> Result<Self, StoreError> {
        let mut bytes = Zeroizing::new([0; 32]);
        fill(bytes.as_mut_slice())?;
        Ok(Self(bytes))
    }

    /// The key with these bytes; none if they are not 32.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(|bytes| Self(Zeroizing::new(bytes)))
    }

    /// The key's bytes, for wrapping it or writing it to its file.
    pub(crate) fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// Seals a text and binds it to `bound`: it opens only beside the same bytes.
    pub(crate) fn seal(&self, text: &[u8], bound: &[u8]) -> Result<Sealed, StoreError> {
        let mut nonce = [0; NONCE];
        fill(&mut nonce)?;
        let sealed = self
            .cipher()
            .encrypt(&XNonce::from(nonce), Payload { msg: text, aad: bound })
            .map_err(|_| StoreError::Refused("a text is too long to be sealed"))?;
        Ok(Sealed { nonce, sealed })
    }

    /// Opens a seal; none if the key, the text, the nonce or what it was bound to is not the same.
    pub(crate) fn open(&self, sealed: &Sealed, bound: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let payload = Payload { msg: &sealed.sealed, aad: bound };
        self.cipher().decrypt(&XNonce::from(sealed.nonce), payload).ok().map(Zeroizing::new)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.expose().into())
    }
}

fn fill(bytes: &mut [u8]) -> Result<(), StoreError> {
    getrandom::fill(bytes).map_err(StoreError::unavailable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_opens_with_its_key_and_beside_what_it_was_bound_to() {
        let key = Key::random().unwrap();
        let sealed = key.seal(b"words", b"place").unwrap();
        assert_eq!(key.open(&sealed, b"place").unwrap().as_slice(), b"words");
        assert!(key.open(&sealed, b"other place").is_none());
        assert!(Key::random().unwrap().open(&sealed, b"place").is_none());
    }

    #[test]
    fn one_changed_bit_keeps_it_shut() {
        let key = Key::random().unwrap();
        let sealed = key.seal(b"words", b"").unwrap();
        for at in 0..sealed.sealed.len() {
            let mut changed = sealed.clone();
            changed.sealed[at] ^= 1;
            assert!(key.open(&changed, b"").is_none(), "byte {at}");
        }
        for at in 0..NONCE {
            let mut changed = sealed.clone();
            changed.nonce[at] ^= 1;
            assert!(key.open(&changed, b"").is_none(), "nonce byte {at}");
        }
    }

    #[test]
    fn the_same_text_never_looks_the_same() {
        let key = Key::random().unwrap();
        let (one, two) = (key.seal(b"words", b"").unwrap(), key.seal(b"words", b"").unwrap());
        assert!(one.nonce != two.nonce && one.sealed != two.sealed);
    }
}
