//! Sessions: a random token in a cookie, its hash in the store, and what it stands for.
//!
//! Deliberately not here: cookies (see `web::cookie`). A token is seen once, when it is made.

use std::time::Duration;

use board::id::{ConferenceId, SeatId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::{AccountId, Session, Store, StoreError};

use super::lasting::{HALFWAY, ends_ms, is_worth_noting, ms, still_counts};
use crate::code;
use crate::counts;

/// How long a session of staff lasts, from sign-in.
pub(crate) const STAFF: Duration = Duration::from_hours(12);
/// How long a seat lasts, from joining.
pub(crate) const SEAT: Duration = board::seat::LASTS;

/// For how long a browser is known in which somebody has signed in.
pub(crate) const KNOWN: Duration = Duration::from_hours(30 * 24);

/// What a session stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Holder {
    /// Somebody who signed in.
    Account(String),
    /// Somebody who has given the right password, and must give a code or set one up before they are in.
    Halfway(String),
    /// A device with a seat at a conference.
    Seat {
        /// The conference.
        conference: ConferenceId,
        /// The seat.
        seat: SeatId,
    },
    /// A device with a seat that was put away: nothing is shown on it until its numbers are typed.
    Away {
        /// The conference.
        conference: ConferenceId,
        /// The seat.
        seat: SeatId,
        /// The hash of the numbers that open it, in hexadecimal.
        opens_with: String,
    },
    /// A screen that wants to be a wall, with the code it shows.
    Pairing(String),
    /// A browser in which this account has signed in before. It opens nothing.
    Known(String),
}

impl Holder {
    /// The conference and the seat of a device that has one, put away or not.
    pub(crate) fn place(&self) -> Option<(&ConferenceId, &SeatId)> {
        match self {
            Self::Seat { conference, seat } | Self::Away { conference, seat, .. } => Some((conference, seat)),
            Self::Account(_) | Self::Halfway(_) | Self::Pairing(_) | Self::Known(_) => None,
        }
    }
}

/// A session that was found for a token.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    /// The hash of its token.
    pub(crate) hash: [u8; 32],
    /// What it stands for.
    pub(crate) holder: Holder,
    /// When it began, when it was last used, when it ends, and when the password was last given, in unix milliseconds.
    pub(crate) created_ms: i64,
    pub(crate) used_ms: i64,
    pub(crate) expires_ms: i64,
    pub(crate) proved_ms: i64,
}

/// A fresh token: 32 random bytes in hexadecimal.
pub(crate) fn new_token() -> Result<String, getrandom::Error> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes)?;
    Ok(code::hex(&bytes))
}

/// Why a session could not be begun.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SessionError {
    /// The store says so.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The machine has no randomness to give.
    #[error("no token could be made; try again")]
    Random(#[from] getrandom::Error),
}

/// Begins a session and gives its token, which nobody will see again.
pub(crate) async fn begin(store: &dyn Store, holder: &Holder, lasts: Duration) -> Result<String, SessionError> {
    keep(store, |hash| of(hash, holder, lasts)).await.inspect(|_| match holder {
        Holder::Account(_) => counts::session("account"),
        // They are not in yet, or are counted by what lets them in.
        Holder::Halfway(_) | Holder::Known(_) => {}
        Holder::Seat { .. } | Holder::Away { .. } => counts::session("seat"),
        Holder::Pairing(_) => counts::session("screen"),
    })
}

/// Begins the session of somebody who has just given their password on such a device, and is in until they have done
/// nothing for so long.
pub(crate) async fn begin_in(
    store: &dyn Store,
    account: &AccountId,
    idle: Duration,
    device: String,
) -> Result<String, SessionError> {
    let holder = Holder::Account(account.to_string());
    let token = keep(store, |hash| Session { device: Some(device), ..of(hash, &holder, idle) }).await?;
    counts::session("account");
    Ok(token)
}

/// Begins the session of somebody who is in but for the second step.
pub(crate) async fn begin_halfway(store: &dyn Store, account: &AccountId) -> Result<String, SessionError> {
    begin(store, &Holder::Halfway(account.to_string()), HALFWAY).await
}

async fn keep(store: &dyn Store, session: impl FnOnce([u8; 32]) -> Session) -> Result<String, SessionError> {
    let token = new_token()?;
    store.put_session(session(code::hash(&token))).await?;
    Ok(token)
}

/// Notes that whoever signed in does something, which puts the end of their session off.
pub(crate) async fn note_use(store: &dyn Store, found: &Found, idle: Duration) -> Result<(), StoreError> {
    let now = now_ms();
    if !is_worth_noting(found.used_ms, now) {
        return Ok(());
    }
    // Where the session has ended meanwhile there is nothing to put off.
    store.touch_session(&found.hash, now, ends_ms(found.created_ms, now, idle)).await.map(drop)
}

/// Gives the session of a token another holder: a screen that was paired becomes a wall without a new cookie. The session
/// is never gone meanwhile, so its sockets stay. False if it has ended; then it stays so.
pub(crate) async fn change(
    store: &dyn Store,
    token_hash: [u8; 32],
    holder: &Holder,
    lasts: Duration,
) -> Result<bool, StoreError> {
    store.change_session(of(token_hash, holder, lasts)).await
}

/// The same for a device that has a seat already, put away or not: it has it for as long as before.
pub(crate) async fn turn(store: &dyn Store, found: &Found, holder: &Holder) -> Result<bool, StoreError> {
    let (created_ms, expires_ms) = (found.created_ms, found.expires_ms);
    store.change_session(Session { created_ms, expires_ms, ..of(found.hash, holder, SEAT) }).await
}

/// A session that begins now.
fn of(token_hash: [u8; 32], holder: &Holder, lasts: Duration) -> Session {
    let now = now_ms();
    let (account, conference) = match holder {
        Holder::Account(id) | Holder::Halfway(id) | Holder::Known(id) => (AccountId::try_from(id.clone()).ok(), None),
        Holder::Seat { conference, .. } | Holder::Away { conference, .. } => (None, Some(conference.clone())),
        Holder::Pairing(_) => (None, None),
    };
    Session {
        token_hash,
        holder: written(holder),
        account,
        conference,
        created_ms: now,
        expires_ms: now.saturating_add(ms(lasts)),
        last_seen_ms: now,
        device: None,
        proved_ms: now,
    }
}

/// The session a token stands for, if it is still good.
pub(crate) async fn find(store: &dyn Store, token: &str) -> Result<Option<Found>, StoreError> {
    let (hash, now) = (code::hash(token), now_ms());
    let good = store.session(&hash, now).await?;
    let good = good.filter(|session| still_counts(session.span(), now));
    Ok(good.and_then(|session| {
        Some(Found {
            hash,
            holder: serde_json::from_str(&session.holder).ok()?,
            created_ms: session.created_ms,
            used_ms: session.last_seen_ms,
            expires_ms: session.expires_ms,
            proved_ms: session.proved_ms,
        })
    }))
}

/// A holder as it is stored.
pub(crate) fn written(holder: &Holder) -> String {
    serde_json::to_string(holder).unwrap_or_default()
}

/// The time, in milliseconds.
pub(crate) fn now_ms() -> i64 {
    Timestamp::now().as_millisecond()
}
