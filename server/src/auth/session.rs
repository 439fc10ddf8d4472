//! Sessions: a random token in a cookie, its hash in the store, and what it stands for.
//!
//! Deliberately not here: cookies (see `web::cookie`). A token is seen once, when it is made.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use board::id::{ConferenceId, SeatId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::{AccountId, Session, Store, StoreError};
use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use crate::code;
use crate::counts;

/// How long a session of staff lasts, from sign-in.
pub(crate) const STAFF: Duration = Duration::from_hours(12);
/// How long a seat lasts, from joining: a long day.
pub(crate) const SEAT: Duration = Duration::from_hours(12);

/// How long a socket may outlive its session when that ended elsewhere.
const FOLLOWED: Duration = Duration::from_secs(5);

/// What a session stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Holder {
    /// Somebody who signed in.
    Account(String),
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
}

impl Holder {
    /// The conference and the seat of a device that has one, put away or not.
    pub(crate) fn place(&self) -> Option<(&ConferenceId, &SeatId)> {
        match self {
            Self::Seat { conference, seat } | Self::Away { conference, seat, .. } => Some((conference, seat)),
            Self::Account(_) | Self::Pairing(_) => None,
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
    let token = new_token()?;
    store.put_session(of(code::hash(&token), holder, lasts)).await?;
    counts::session(match holder {
        Holder::Account(_) => "account",
        Holder::Seat { .. } | Holder::Away { .. } => "seat",
        Holder::Pairing(_) => "screen",
    });
    Ok(token)
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

/// A session that begins now.
fn of(token_hash: [u8; 32], holder: &Holder, lasts: Duration) -> Session {
    let now = now_ms();
    let lasts = i64::try_from(lasts.as_millis()).unwrap_or(i64::MAX);
    let (account, conference) = match holder {
        Holder::Account(id) => (AccountId::try_from(id.clone()).ok(), None),
        Holder::Seat { conference, .. } | Holder::Away { conference, .. } => (None, Some(conference.clone())),
        Holder::Pairing(_) => (None, None),
    };
    Session {
        token_hash,
        holder: written(holder),
        account,
        conference,
        created_ms: now,
        expires_ms: now.saturating_add(lasts),
        last_seen_ms: now,
    }
}

/// The session a token stands for, if it is still good.
pub(crate) async fn find(store: &dyn Store, token: &str) -> Result<Option<Found>, StoreError> {
    let hash = code::hash(token);
    let session = store.session(&hash, now_ms()).await?;
    let holder = session.and_then(|session| serde_json::from_str(&session.holder).ok());
    Ok(holder.map(|holder| Found { hash, holder }))
}

/// A holder as it is stored.
pub(crate) fn written(holder: &Holder) -> String {
    serde_json::to_string(holder).unwrap_or_default()
}

/// The time, in milliseconds.
pub(crate) fn now_ms() -> i64 {
    Timestamp::now().as_millisecond()
}

/// The sockets that hang on a session, so that signing out closes them.
#[derive(Debug, Default)]
pub(crate) struct Ends {
    tokens: Mutex<BTreeMap<[u8; 32], CancellationToken>>,
}

impl Ends {
    /// What tells a socket that its session has ended.
    pub(crate) fn of(&self, session: [u8; 32]) -> CancellationToken {
        let mut tokens = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        tokens.entry(session).or_default().clone()
    }

    /// Tells all sockets of a session that it has ended.
    pub(crate) fn end(&self, session: &[u8; 32]) {
        if let Some(token) = self.tokens.lock().unwrap_or_else(PoisonError::into_inner).remove(session) {
            token.cancel();
        }
    }

    fn hung_on(&self) -> Vec<[u8; 32]> {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner).keys().copied().collect()
    }
}

/// Tells sockets of sessions that ended elsewhere: at another node, on the command line, or because their time was up.
pub(crate) async fn follow(store: &dyn Store, ends: &Ends) -> Infallible {
    let mut clock = interval(FOLLOWED);
    clock.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        clock.tick().await;
        for session in ends.hung_on() {
            // While the store cannot be asked, nobody is sent away.
            if let Ok(None) = store.session(&session, now_ms()).await {
                ends.end(&session);
            }
        }
    }
}
