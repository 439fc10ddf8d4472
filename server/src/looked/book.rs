//! What was to be written down while the disk took nothing: the board of a conference that is held can be read all the same, and the
//! lines follow. And who has a line already, so that what their page asks for by itself needs none.
//!
//! Deliberately not for anything that can be taken away: that is refused until its line is on disk.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use board::id::{ConferenceId, SeatId};
use store::{AccountId, Looked, Store, StoreError};

use super::{What, Who, line};

/// The most lines that may be late.
const LATE: usize = 10_000;

/// For how long a line stands for what a page asks for afterwards: no sign-in and no seat lasts longer.
const STANDS: i64 = 12 * 60 * 60 * 1000;

/// How many who have a line are remembered. Whoever is forgotten has another.
const REMEMBERED: usize = 10_000;

/// Somebody, and where.
type Place = (Option<AccountId>, Option<SeatId>, Option<ConferenceId>);

/// Lines that the disk did not take yet, and who has one.
#[derive(Debug, Default)]
pub(crate) struct Book {
    late: Mutex<Vec<Looked>>,
    known: Mutex<BTreeMap<Place, i64>>,
}

impl Book {
    /// Writes down that somebody looks. Whoever calls this answers only when it is on disk. While the disk takes nothing, a conference
    /// that is held goes on: its board can be read, and the line follows as soon as the disk takes it. Whatever can be taken away is
    /// refused.
    pub(crate) async fn write(
        &self,
        store: &dyn Store,
        who: Who,
        conference: &ConferenceId,
        what: What,
    ) -> Result<(), StoreError> {
        self.enter(store, line(who, conference, what, None), what).await
    }

    /// The same for what a page asks for by itself once it is open: a line of its own only where none of the same somebody at the same
    /// conference stands.
    pub(crate) async fn write_once(
        &self,
        store: &dyn Store,
        who: Who,
        conference: &ConferenceId,
        what: What,
    ) -> Result<(), StoreError> {
        let line = line(who, conference, what, None);
        if self.stands(&line) { Ok(()) } else { self.enter(store, line, what).await }
    }

    async fn enter(&self, store: &dyn Store, line: Looked, what: What) -> Result<(), StoreError> {
        self.catch_up(store).await;
        let (place, at_ms) = (place(&line), line.at_ms);
        let written = match store.looked(line.clone()).await {
            Err(error) if what.can_wait() && self.keeps(line) => {
                tracing::error!(%error, "that somebody looked could not be written down yet");
                Ok(())
            }
            written => written,
        };
        // Whoever was refused has seen nothing that a line would stand for.
        if written.is_ok() && what != What::Refused {
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            if known.len() >= REMEMBERED {
                known.clear();
            }
            known.insert(place, at_ms);
        }
        written
    }

    fn stands(&self, line: &Looked) -> bool {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&place(line)).is_some_and(|before| line.at_ms.saturating_sub(*before) < STANDS)
    }

    /// Keeps a line for later; false when there are too many.
    fn keeps(&self, line: Looked) -> bool {
        let mut late = self.late.lock().unwrap_or_else(PoisonError::into_inner);
        let has_room = late.len() < LATE;
        if has_room {
            late.push(line);
        }
        has_room
    }

    /// Writes what is late, in its order.
    async fn catch_up(&self, store: &dyn Store) {
        let late = std::mem::take(&mut *self.late.lock().unwrap_or_else(PoisonError::into_inner));
        let mut left = late.into_iter();
        while let Some(line) = left.next() {
            // A line that is there already was written although it was not said so.
            if !matches!(store.looked(line.clone()).await, Ok(()) | Err(StoreError::AlreadyExists)) {
                let rest = std::iter::once(line).chain(left);
                self.late.lock().unwrap_or_else(PoisonError::into_inner).splice(0..0, rest);
                return;
            }
        }
    }
}

fn place(line: &Looked) -> Place {
    (line.account.clone(), line.seat.clone(), line.conference.clone())
}
