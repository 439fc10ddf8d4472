//! All rooms that are open: each conference has one, opened once however many ask at the same time, and ended when its
//! conference is erased.
//!
//! Deliberately not here: rooms that end themselves, because the store fails or nobody is there. The next ask opens them again.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use board::id::ConferenceId;
use store::{Logs, Pictures, StoreError};
use tokio::sync::Mutex;
use tokio::time::{MissedTickBehavior, interval};

use crate::journal::JournalError;
use crate::room::{self, RoomHandle};

/// How often it is asked whether a conference was erased, at another node or on the command line.
const FOLLOWED: Duration = Duration::from_secs(3);

/// Where the room of a conference is, once it is open. Whoever opens it holds the lock.
type Place = Arc<Mutex<Option<RoomHandle>>>;

/// The rooms of this server.
pub(crate) struct Rooms {
    logs: Arc<dyn Logs>,
    pictures: Arc<dyn Pictures>,
    open: Mutex<BTreeMap<ConferenceId, Place>>,
}

impl Rooms {
    pub(crate) fn new(logs: Arc<dyn Logs>, pictures: Arc<dyn Pictures>) -> Self {
        Self { logs, pictures, open: Mutex::new(BTreeMap::new()) }
    }

    /// The room of a conference, as it is at this moment on all nodes. While one asker opens it, others who want the same
    /// room wait for that one room only.
    ///
    /// # Errors
    /// When there is no such conference, or its log cannot be read.
    pub(crate) async fn room(&self, id: &ConferenceId) -> Result<RoomHandle, JournalError> {
        let place = Arc::clone(self.open.lock().await.entry(id.clone()).or_default());
        let mut place = place.lock().await;
        if let Some(room) = place.as_ref().filter(|room| room.is_open()) {
            // Asked here and not by the room: a store that cannot answer fails this ask, and no conference that goes on.
            match self.logs.end(id).await {
                Ok(reached) if room.caught_up(reached).await.is_ok() => return Ok(room.clone()),
                Ok(_) => {}
                Err(StoreError::Erased) => room.end(),
                Err(error) => return Err(error.into()),
            }
        }
        let opened = room::open(Arc::clone(&self.logs), Arc::clone(&self.pictures), id.clone()).await;
        match opened {
            Ok(room) => Ok(place.insert(room).clone()),
            Err(error) => {
                if matches!(
                    error,
                    JournalError::NoBeginning | JournalError::Store(StoreError::NotFound | StoreError::Erased)
                ) {
                    // An address that somebody made up must not stay in memory, and nothing of what was erased.
                    self.open.lock().await.remove(id);
                }
                Err(error)
            }
        }
    }

    /// Ends the rooms of conferences that were erased, for as long as the server lives: what was said there is in no memory
    /// any more, and every screen lets go of it.
    pub(crate) async fn follow(&self) -> Infallible {
        let mut beat = interval(FOLLOWED);
        beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            beat.tick().await;
            for (id, place) in self.in_use().await {
                // A store that cannot be asked is asked again; until then nobody can erase anything either.
                if let Err(StoreError::Erased) = self.logs.end(&id).await
                    && let Some(room) = place.lock().await.take()
                {
                    room.end();
                    self.open.lock().await.remove(&id);
                }
            }
        }
    }

    /// The places of rooms that are open, or are being opened; those of rooms that have ended are let go of.
    async fn in_use(&self) -> Vec<(ConferenceId, Place)> {
        let mut open = self.open.lock().await;
        // Whoever has a hold of a place may be about to open its room, and nobody gets hold of another while this is locked.
        open.retain(|_, place| {
            Arc::strong_count(place) > 1
                || place.try_lock().is_ok_and(|place| place.as_ref().is_some_and(RoomHandle::is_open))
        });
        open.iter().map(|(id, place)| (id.clone(), Arc::clone(place))).collect()
    }
}
