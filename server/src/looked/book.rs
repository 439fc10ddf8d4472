//! What was to be written down while the disk took nothing: the board of a conference that is held can be read all the same, and the
//! lines follow.
//!
//! Deliberately not for anything that can be taken away: that is refused until its line is on disk.

use std::sync::{Mutex, PoisonError};

use board::id::ConferenceId;
use store::{Looked, Store, StoreError};

use super::{What, Who, line};

/// The most lines that may be late.
const LATE: usize = 10_000;

/// Lines that the disk did not take yet.
#[derive(Debug, Default)]
pub(crate) struct Book {
    late: Mutex<Vec<Looked>>,
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
        self.catch_up(store).await;
        let line = line(who, conference, what, None);
        match store.looked(line.clone()).await {
            Err(error) if what.can_wait() && self.keeps(line) => {
                tracing::error!(%error, "that somebody looked could not be written down yet");
                Ok(())
            }
            written => written,
        }
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
