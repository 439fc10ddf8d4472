//! All rooms that are open: each conference has one, opened once however many ask at the same time.
//!
//! Deliberately not here: closing rooms. A room ends itself when the store fails; the next ask opens it again.

use std::collections::BTreeMap;
use std::sync::Arc;

use board::id::ConferenceId;
use store::{Logs, Pictures, StoreError};
use tokio::sync::Mutex;

use crate::journal::JournalError;
use crate::room::{self, RoomHandle};

/// The rooms of this server.
pub(crate) struct Rooms {
    logs: Arc<dyn Logs>,
    pictures: Arc<dyn Pictures>,
    open: Mutex<BTreeMap<ConferenceId, Arc<Mutex<Option<RoomHandle>>>>>,
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
        if let Some(room) = place.as_ref().filter(|room| room.is_open())
            && room.caught_up().await.is_ok()
        {
            return Ok(room.clone());
        }
        let opened = room::open(Arc::clone(&self.logs), Arc::clone(&self.pictures), id.clone()).await;
        match opened {
            Ok(room) => Ok(place.insert(room).clone()),
            Err(error) => {
                if matches!(error, JournalError::NoBeginning | JournalError::Store(StoreError::NotFound)) {
                    // An address that somebody made up must not stay in memory.
                    self.open.lock().await.remove(id);
                }
                Err(error)
            }
        }
    }
}
