//! The sockets that hang on sessions: signing out closes them, and before a session ends by itself its pages are made to look.
//!
//! Deliberately asked of the store each second: a session may end at another node, on the command line, or by time.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use store::{Span, Store, StoreError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use super::lasting::{is_soon, still_counts};
use super::session::now_ms;

/// How long a socket may outlive the session of somebody who signed in.
const FOLLOWED: Duration = Duration::from_secs(1);

/// The same for a seat's, counted in that: there are many more of them.
const SEATS: u32 = 5;

/// How often what has expired is cleared away, counted in that too: each hour.
const CLEARED: u32 = 3600;

/// How many sockets one sign-in may have at once: far more than a day of conferences has open in one browser, and too few to
/// take everybody's places.
const OF_STAFF: usize = 1_024;

/// How many one seat may have at once: it is one page on one device, which may be opened again before its last socket has ended.
const OF_SEAT: usize = 16;

/// What a session's sockets listen to.
#[derive(Debug, Clone)]
pub(crate) struct Hung {
    /// The session has ended.
    pub(crate) ended: CancellationToken,
    /// The page is to connect again and look how things stand.
    pub(crate) look: CancellationToken,
    /// The places that are left for more of them.
    places: Arc<Semaphore>,
    /// Whether somebody signed in, or a device has a seat.
    is_staff: bool,
    /// Whether the end is near.
    is_soon: bool,
}

impl Hung {
    fn new(is_staff: bool) -> Self {
        let (ended, look) = (CancellationToken::new(), CancellationToken::new());
        let places = Arc::new(Semaphore::new(if is_staff { OF_STAFF } else { OF_SEAT }));
        Self { ended, look, places, is_staff, is_soon: false }
    }

    /// A place for one more socket, unless the session has as many as it may.
    pub(crate) fn place(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.places).try_acquire_owned().ok()
    }
}

/// The sockets that hang on each session.
#[derive(Debug, Default)]
pub(crate) struct Ends {
    hung: Mutex<BTreeMap<[u8; 32], Hung>>,
}

impl Ends {
    /// What the socket of a seat listens to.
    pub(crate) fn of_seat(&self, session: [u8; 32]) -> Hung {
        self.of(session, false)
    }

    /// What the socket of somebody who signed in listens to.
    pub(crate) fn of_staff(&self, session: [u8; 32]) -> Hung {
        self.of(session, true)
    }

    fn of(&self, session: [u8; 32], is_staff: bool) -> Hung {
        let mut hung = self.hung.lock().unwrap_or_else(PoisonError::into_inner);
        hung.entry(session).or_insert_with(|| Hung::new(is_staff)).clone()
    }

    /// Tells all sockets of a session that it has ended.
    pub(crate) fn end(&self, session: &[u8; 32]) {
        if let Some(hung) = self.hung.lock().unwrap_or_else(PoisonError::into_inner).remove(session) {
            hung.ended.cancel();
        }
    }

    /// When the end of a session has come near, or has gone away again, its pages look how things stand.
    fn say_how_near(&self, session: &[u8; 32], is_soon: bool) {
        let mut hung = self.hung.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(hung) = hung.get_mut(session).filter(|hung| hung.is_soon != is_soon) {
            hung.is_soon = is_soon;
            std::mem::take(&mut hung.look).cancel();
        }
    }

    fn hung_on(&self, is_staff: bool) -> Vec<[u8; 32]> {
        let hung = self.hung.lock().unwrap_or_else(PoisonError::into_inner);
        hung.iter().filter(|(_, hung)| hung.is_staff == is_staff).map(|(session, _)| *session).collect()
    }
}

/// Keeps sockets to what the store says of their sessions. While it cannot be asked, nobody is sent away.
pub(crate) async fn follow(store: &dyn Store, ends: &Ends) -> Infallible {
    let mut clock = interval(FOLLOWED);
    clock.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut ticks: u32 = 0;
    loop {
        clock.tick().await;
        // A store that cannot be asked says so elsewhere, and is asked again.
        let _ = look_at_staff(store, ends).await;
        if is_time_to_clear(ticks) {
            let _ = store.delete_expired(now_ms()).await;
        }
        ticks = ticks.wrapping_add(1);
        if ticks.is_multiple_of(SEATS) {
            let _ = look_at_seats(store, ends).await;
        }
    }
}

/// Not before the first hour is over: a clock that is wrong when the machine starts, and is put right soon after, would clear away
/// every code. Whether something has expired is asked whenever it is used; clearing away only makes room.
fn is_time_to_clear(ticks: u32) -> bool {
    ticks > 0 && ticks.is_multiple_of(CLEARED)
}

async fn look_at_staff(store: &dyn Store, ends: &Ends) -> Result<(), StoreError> {
    let hung = ends.hung_on(true);
    if hung.is_empty() {
        return Ok(());
    }
    let now = now_ms();
    let good = good(store.account_sessions(now).await?, now);
    for session in hung {
        match good.get(&session) {
            Some(expires_ms) => ends.say_how_near(&session, is_soon(*expires_ms, now)),
            None => ends.end(&session),
        }
    }
    Ok(())
}

/// The sessions that count, and when each ends.
fn good(sessions: Vec<([u8; 32], Span)>, now_ms: i64) -> BTreeMap<[u8; 32], i64> {
    let counting = sessions.into_iter().filter(|(_, span)| still_counts(*span, now_ms));
    counting.map(|(session, span)| (session, span.expires_ms)).collect()
}

/// One question for all of them: a full house has thousands of seats.
async fn look_at_seats(store: &dyn Store, ends: &Ends) -> Result<(), StoreError> {
    let hung = ends.hung_on(false);
    if hung.is_empty() {
        return Ok(());
    }
    let now = now_ms();
    let good = good(store.seat_sessions(now).await?, now);
    for session in hung.iter().filter(|session| !good.contains_key(*session)) {
        ends.end(session);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_cleared_away_in_the_first_hour_and_then_each_hour() {
        assert!((0..3600).all(|ticks| !is_time_to_clear(ticks)));
        assert!(is_time_to_clear(3600) && !is_time_to_clear(3601) && is_time_to_clear(7200));
    }

    #[test]
    fn one_session_takes_only_so_many_places_and_gives_them_back() {
        let ends = Ends::default();
        let mut held: Vec<_> = (0..OF_STAFF).map(|_| ends.of_staff([1; 32]).place().unwrap()).collect();
        assert!(ends.of_staff([1; 32]).place().is_none());
        assert!(ends.of_staff([2; 32]).place().is_some(), "nobody else notices");
        held.pop();
        assert!(ends.of_staff([1; 32]).place().is_some());
    }

    #[test]
    fn nothing_hangs_on_a_session_that_does_not_count() {
        let span = |created_ms| Span { created_ms, last_seen_ms: created_ms, expires_ms: created_ms + 60_000 };
        let year = 365 * 24 * 60 * 60_000;
        assert_eq!(good(vec![([1; 32], span(0)), ([2; 32], span(year))], 0), [([1; 32], 60_000)].into());
    }

    #[test]
    fn a_page_looks_once_when_the_end_is_near_and_once_when_it_is_not() {
        let ends = Ends::default();
        let before = ends.of_staff([1; 32]);
        ends.say_how_near(&[1; 32], false);
        assert!(!before.look.is_cancelled(), "nothing has changed");
        ends.say_how_near(&[1; 32], true);
        assert!(before.look.is_cancelled() && !before.ended.is_cancelled());
        let warned = ends.of_staff([1; 32]);
        ends.say_how_near(&[1; 32], true);
        assert!(!warned.look.is_cancelled(), "it was said");
        ends.say_how_near(&[1; 32], false);
        assert!(warned.look.is_cancelled(), "they stay");
        ends.end(&[1; 32]);
        assert!(warned.ended.is_cancelled());
    }
}
