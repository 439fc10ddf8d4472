//! Getting in: tries that are counted so that nobody can guess on and on, and links that make one account.
//!
//! Deliberately not here: how long a pause is, and what was tried. Only its hash is kept: people type passwords where a name
//! belongs.

use std::fmt;

use async_trait::async_trait;

use crate::{Account, AccountId, Digest, StoreError};

/// An account that somebody may make for themselves, once.
#[derive(Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The SHA-256 of the link's token.
    pub token_hash: Digest,
    /// The name to sign in with that is proposed.
    pub name: String,
    /// The name that others see.
    pub display_name: String,
    /// The role, by the server's word for it.
    pub role: String,
    /// From when on it is no longer good, in unix milliseconds.
    pub expires_ms: i64,
    /// Who invited; nobody where it was the command line.
    pub by: Option<AccountId>,
}

/// Names and hashes stay out of logs.
impl fmt::Debug for Invitation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Invitation").field("role", &self.role).finish_non_exhaustive()
    }
}

/// The verbs of getting in.
#[async_trait]
pub trait SignIns: Send + Sync {
    /// Counts a try before it is made, when its time has come; false when it has not, and then it does not count. `pause`
    /// says how many milliseconds must lie between so many tries and the next, never more than for the most tries; a moment that is
    /// further away than that is past. Of two at the same moment one may be told
    /// to wait, never is one not counted.
    async fn begin_try(
        &self,
        tried_hash: &Digest,
        now_ms: i64,
        pause: fn(u32) -> i64,
        remembered_ms: i64,
    ) -> Result<bool, StoreError>;

    /// Forgets the tries of whoever has got in.
    async fn forget_tries(&self, tried_hash: &Digest) -> Result<(), StoreError>;

    /// Keeps an invitation, in the place of any other for the same name. `AlreadyExists` if the token is taken.
    async fn put_invitation(&self, invitation: Invitation) -> Result<(), StoreError>;

    /// The invitation with this token, unless it has expired.
    async fn invitation(&self, token_hash: &Digest, now_ms: i64) -> Result<Option<Invitation>, StoreError>;

    /// The invitations that are good, by the names they are for.
    async fn invitations(&self, now_ms: i64) -> Result<Vec<Invitation>, StoreError>;

    /// Withdraws an invitation. False if there is none with this token.
    async fn withdraw_invitation(&self, token_hash: &Digest) -> Result<bool, StoreError>;

    /// Makes the account and uses the invitation up, both or neither. False if the invitation is not good any more;
    /// `AlreadyExists` if the account's name is taken, and then the invitation stays good.
    async fn accept_invitation(&self, token_hash: &Digest, now_ms: i64, account: Account) -> Result<bool, StoreError>;
}
