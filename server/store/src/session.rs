//! Who is signed in or seated, on which device, until when.
//!
//! Deliberately without tokens: the store sees their hashes, so a stolen file opens no door.

use std::fmt;

use async_trait::async_trait;
use board::id::ConferenceId;

use crate::{AccountId, Digest, StoreError};

/// One device that may act for somebody.
#[derive(Clone, PartialEq, Eq)]
pub struct Session {
    /// The SHA-256 of the token in the cookie.
    pub token_hash: Digest,
    /// Who holds it, as the server wrote it down: an account, a seat or a wall. Opaque here.
    pub holder: String,
    /// The account behind it, if there is one: the store must find its sessions without reading `holder`.
    pub account: Option<AccountId>,
    /// The conference that it is for, if it is for one.
    pub conference: Option<ConferenceId>,
    /// When it began, in unix milliseconds.
    pub created_ms: i64,
    /// From when on it is no longer good, in unix milliseconds.
    pub expires_ms: i64,
    /// When it was last used, in unix milliseconds.
    pub last_seen_ms: i64,
    /// What sort of device it is, in the server's words; never as the browser tells it.
    pub device: Option<String>,
    /// When the password was last given, in unix milliseconds; zero where there is none.
    pub proved_ms: i64,
}

/// When a session began, was last used, and ends, in unix milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// When it began.
    pub created_ms: i64,
    /// When it was last used.
    pub last_seen_ms: i64,
    /// From when on it is no longer good.
    pub expires_ms: i64,
}

impl Session {
    /// When it began, was last used, and ends.
    #[must_use]
    pub const fn span(&self) -> Span {
        let &Self { created_ms, last_seen_ms, expires_ms, .. } = self;
        Span { created_ms, last_seen_ms, expires_ms }
    }
}

/// The holder and the token's hash stay out of logs.
impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session")
            .field("account", &self.account)
            .field("conference", &self.conference)
            .field("expires_ms", &self.expires_ms)
            .finish_non_exhaustive()
    }
}

/// The verbs of the sessions and of the links that set the first account up.
#[async_trait]
pub trait Sessions: Send + Sync {
    /// Keeps a new session. `NotFound` if its account or conference is not here; `AlreadyExists` if the token is taken.
    async fn put_session(&self, session: Session) -> Result<(), StoreError>;

    /// Gives the session with this token everything else that is said here, in one moment: nobody who looks finds it gone
    /// meanwhile. False if there is no such session, or none that is good any more; then none is made.
    async fn change_session(&self, session: Session) -> Result<bool, StoreError>;

    /// The session with this token, unless it has expired.
    async fn session(&self, token_hash: &Digest, now_ms: i64) -> Result<Option<Session>, StoreError>;

    /// Notes that a session was used and lets it last until `expires_ms`. False if there is no such session, or if it has ended: what is
    /// over does not begin again.
    async fn touch_session(&self, token_hash: &Digest, now_ms: i64, expires_ms: i64) -> Result<bool, StoreError>;

    /// Notes that the password was given again. False if there is no such session.
    async fn prove_session(&self, token_hash: &Digest, now_ms: i64) -> Result<bool, StoreError>;

    /// Every session of an account that has not expired. Whether it comes from a clock that was ahead is for the caller to say.
    async fn account_sessions(&self, now_ms: i64) -> Result<Vec<(Digest, Span)>, StoreError>;

    /// The same of those that have no account: devices with a seat.
    async fn seat_sessions(&self, now_ms: i64) -> Result<Vec<(Digest, Span)>, StoreError>;

    /// Ends one session. False if it had ended before.
    async fn delete_session(&self, token_hash: &Digest) -> Result<bool, StoreError>;

    /// Ends every session of an account, and says how many there were.
    async fn delete_sessions_for_account(&self, account: &AccountId) -> Result<u64, StoreError>;

    /// Ends every session of an account but one, and says how many there were.
    async fn delete_other_sessions(&self, account: &AccountId, kept: &Digest) -> Result<u64, StoreError>;

    /// Ends every session that is for a conference, and says how many there were.
    async fn delete_sessions_for_conference(&self, conference: &ConferenceId) -> Result<u64, StoreError>;

    /// Every session of exactly this holder, the oldest first, expired ones too.
    async fn sessions_of(&self, holder: &str) -> Result<Vec<Session>, StoreError>;

    /// Clears away the sessions, set-up tokens, join codes, invitations and counted tries that have expired, and says how many there were.
    async fn delete_expired(&self, now_ms: i64) -> Result<u64, StoreError>;

    /// Keeps the hash of a link that works once.
    async fn put_setup_token(&self, token_hash: &Digest, expires_ms: i64) -> Result<(), StoreError>;

    /// Uses such a link up. True exactly once, and only before it expires, however many try at the same moment.
    async fn take_setup_token(&self, token_hash: &Digest, now_ms: i64) -> Result<bool, StoreError>;
}
