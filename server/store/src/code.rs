//! The codes with which people reach a conference without an account.
//!
//! Deliberately only addresses: what a code opens, and who is then let in, is decided elsewhere. Codes are kept as hashes.

use std::fmt;

use async_trait::async_trait;
use board::id::ConferenceId;

use crate::{Digest, StoreError};

/// One code that is good for a while.
#[derive(Clone, PartialEq, Eq)]
pub struct JoinCode {
    /// The SHA-256 of the code.
    pub code_hash: Digest,
    /// The conference that it leads to.
    pub conference: ConferenceId,
    /// What it is for, by the server's word for it.
    pub purpose: String,
    /// What else the server must remember about it; opaque here, stored readable, never anything a person said.
    pub payload: Option<String>,
    /// From when on it is no longer good, in unix milliseconds.
    pub expires_ms: i64,
}

/// The payload and the code's hash stay out of logs.
impl fmt::Debug for JoinCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinCode")
            .field("conference", &self.conference)
            .field("purpose", &self.purpose)
            .field("expires_ms", &self.expires_ms)
            .finish_non_exhaustive()
    }
}

/// The verbs of the codes.
#[async_trait]
pub trait Codes: Send + Sync {
    /// Keeps a new code. `NotFound` if the conference is not here; `AlreadyExists` if the code is taken: make another.
    async fn put_code(&self, code: JoinCode) -> Result<(), StoreError>;

    /// The code with this hash, unless it has expired.
    async fn code(&self, code_hash: &Digest, now_ms: i64) -> Result<Option<JoinCode>, StoreError>;

    /// Takes a code back. False if it was not there.
    async fn delete_code(&self, code_hash: &Digest) -> Result<bool, StoreError>;

    /// All codes of a conference, the first to expire first, expired ones too.
    async fn codes_for_conference(&self, conference: &ConferenceId) -> Result<Vec<JoinCode>, StoreError>;

    /// Takes all codes of a conference back, and says how many there were.
    async fn delete_codes_for_conference(&self, conference: &ConferenceId) -> Result<u64, StoreError>;
}
