//! What somebody has besides a password: the key of their telephone's codes, and codes for the day on which it is lost.
//!
//! Deliberately not here: how a code follows from the key, and what time it is.

use async_trait::async_trait;

use crate::{AccountId, Digest, Sensitive, StoreError};

/// The key that a telephone makes codes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecondFactor {
    /// The key. Stored sealed.
    pub key: Sensitive<Vec<u8>>,
    /// Whether a code has shown that the telephone has it.
    pub confirmed: bool,
}

/// The verbs of the second factor.
#[async_trait]
pub trait SecondFactors: Send + Sync {
    /// Keeps a key that is still to be confirmed, in the place of one that was not. `AlreadyExists` if one is confirmed.
    async fn begin_second_factor(&self, account: &AccountId, key: Sensitive<Vec<u8>>) -> Result<(), StoreError>;

    /// The account's key.
    async fn second_factor(&self, account: &AccountId) -> Result<Option<SecondFactor>, StoreError>;

    /// Confirms the key that was begun, notes the half minute of the code that showed it, and keeps the recovery codes
    /// instead of all earlier ones. False if there is nothing to confirm.
    async fn confirm_second_factor(
        &self,
        account: &AccountId,
        step: i64,
        recovery: Vec<Digest>,
    ) -> Result<bool, StoreError>;

    /// Takes the code of a half minute. True once for each, and never for one before the last that was taken, however many
    /// try at the same moment.
    async fn take_step(&self, account: &AccountId, step: i64) -> Result<bool, StoreError>;

    /// Uses a recovery code up. True exactly once, however many try at the same moment.
    async fn take_recovery_code(&self, account: &AccountId, code_hash: &Digest) -> Result<bool, StoreError>;

    /// Keeps these recovery codes instead of all earlier ones.
    async fn set_recovery_codes(&self, account: &AccountId, codes: Vec<Digest>) -> Result<(), StoreError>;

    /// How many recovery codes are left.
    async fn recovery_codes_left(&self, account: &AccountId) -> Result<u64, StoreError>;

    /// Takes the key and all recovery codes away. False if there was no key.
    async fn remove_second_factor(&self, account: &AccountId) -> Result<bool, StoreError>;
}
