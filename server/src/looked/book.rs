//! What was to be written down while the disk took nothing: the board of a conference that is held can be read all the same, and the
//! lines follow. And who has a line already, so that what their page asks for by itself needs none.
//!
//! Deliberately not for anything that can be taken away: that is refused until its line is on disk.

use std::collections::{BTreeMap, VecDeque};
use std::convert::Infallible;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use board::id::{ConferenceId, SeatId};
use store::{AccountId, Looked, Store, StoreError};
use tokio::time::{MissedTickBehavior, interval};

use super::{What, Who, line};

/// The most lines that may be late.
const LATE: usize = 10_000;

/// For how long a line stands for what a page asks for afterwards: no sign-in and no seat lasts longer.
const STANDS: i64 = 12 * 60 * 60 * 1000;

/// For how long a refusal stands for those after it. A page that lost its place asks again every few seconds until somebody
/// closes it.
const REFUSED: i64 = 60 * 60 * 1000;

/// How many who have a line are remembered. Whoever is forgotten has another.
const REMEMBERED: usize = 10_000;

/// How often it is tried to write what is late.
const TRIED: Duration = Duration::from_secs(1);

/// Somebody, and where.
type Place = (Option<AccountId>, Option<SeatId>, Option<ConferenceId>);

/// Lines that the disk did not take yet, and who has one.
#[derive(Debug, Default)]
pub(crate) struct Book {
    late: Mutex<VecDeque<Looked>>,
    known: Mutex<BTreeMap<Place, i64>>,
    refused: Mutex<BTreeMap<Place, i64>>,
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
    /// conference stands. Whoever was refused has seen nothing: a refusal stands for refusals, and for no look.
    pub(crate) async fn write_once(
        &self,
        store: &dyn Store,
        who: Who,
        conference: &ConferenceId,
        what: What,
    ) -> Result<(), StoreError> {
        let line = line(who, conference, what, None);
        if self.stands(&line, what) { Ok(()) } else { self.enter(store, line, what).await }
    }

    async fn enter(&self, store: &dyn Store, line: Looked, what: What) -> Result<(), StoreError> {
        let (place, at_ms) = (place(&line), line.at_ms);
        let written = match store.looked(line.clone()).await {
            Err(error) if what.can_wait() && self.keeps(line) => {
                tracing::error!(%error, "that somebody looked could not be written down yet");
                Ok(())
            }
            written => written,
        };
        if written.is_ok() {
            let (mut lines, _) = self.lines(what);
            if lines.len() >= REMEMBERED {
                lines.clear();
            }
            lines.insert(place, at_ms);
        }
        written
    }

    fn stands(&self, line: &Looked, what: What) -> bool {
        let (lines, lasts) = self.lines(what);
        lines.get(&place(line)).is_some_and(|before| line.at_ms.saturating_sub(*before) < lasts)
    }

    /// The lines that may stand for this one, and for how long they do.
    fn lines(&self, what: What) -> (MutexGuard<'_, BTreeMap<Place, i64>>, i64) {
        let (lines, lasts) = if what == What::Refused { (&self.refused, REFUSED) } else { (&self.known, STANDS) };
        (lines.lock().unwrap_or_else(PoisonError::into_inner), lasts)
    }

    /// Keeps a line for later; false when there are too many. Pages that come back again and again while the disk takes nothing
    /// are one look: the first line of it stands for them.
    fn keeps(&self, line: Looked) -> bool {
        let mut late = self.late.lock().unwrap_or_else(PoisonError::into_inner);
        if late.iter().any(|waits| waits.what == line.what && place(waits) == place(&line)) {
            return true;
        }
        let has_room = late.len() < LATE;
        if has_room {
            late.push_back(line);
        }
        has_room
    }

    /// Writes what is late as soon as the disk takes it, whether anybody comes or not.
    pub(crate) async fn follow(&self, store: &dyn Store) -> Infallible {
        let mut clock = interval(TRIED);
        clock.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            clock.tick().await;
            self.catch_up(store).await;
        }
    }

    /// Writes what is late for the last time, before the store closes.
    pub(crate) async fn finish(&self, store: &dyn Store) {
        self.catch_up(store).await;
        let lost = self.late.lock().unwrap_or_else(PoisonError::into_inner).len();
        if lost > 0 {
            tracing::error!(lost, "the disk took nothing until the end: that somebody looked is not written down");
        }
    }

    /// Writes what is late, in its order. Each line waits in its place until it is on disk, so that none is gone when whoever writes it
    /// is stopped halfway.
    async fn catch_up(&self, store: &dyn Store) {
        while let Some(line) = self.first_late() {
            // A line that is there already was written although it was not said so.
            if !matches!(store.looked(line.clone()).await, Ok(()) | Err(StoreError::AlreadyExists)) {
                return;
            }
            let mut late = self.late.lock().unwrap_or_else(PoisonError::into_inner);
            late.pop_front_if(|first| first.id == line.id);
        }
    }

    fn first_late(&self) -> Option<Looked> {
        self.late.lock().unwrap_or_else(PoisonError::into_inner).front().cloned()
    }
}

fn place(line: &Looked) -> Place {
    (line.account.clone(), line.seat.clone(), line.conference.clone())
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use store::MasterKey;

    use super::*;

    async fn open(file: &Path) -> Arc<dyn Store> {
        store::open(file, MasterKey::from_hex(&"07".repeat(32)).unwrap()).await.unwrap()
    }

    async fn looked(book: &Book, store: &dyn Store, conference: &str, what: What) -> Result<(), StoreError> {
        book.write(store, Who::CommandLine, &conference.parse().unwrap(), what).await
    }

    async fn written(store: &dyn Store) -> Vec<String> {
        let lines = store.who_looked(None, 100).await.unwrap().into_iter();
        let mut lines: Vec<String> = lines.map(|line| line.conference.unwrap().to_string()).collect();
        lines.sort();
        lines
    }

    /// A store that is closed takes nothing, as a disk that is full.
    #[tokio::test]
    async fn what_waited_for_the_disk_is_written_before_the_end_though_nobody_comes_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("hearth.db");
        let (book, full) = (Book::default(), open(&file).await);
        full.close().await.unwrap();
        for conference in ["one", "two", "three"] {
            looked(&book, full.as_ref(), conference, What::Opened).await.unwrap();
        }
        assert!(looked(&book, full.as_ref(), "four", What::Taken).await.is_err(), "what is taken away is refused");
        book.finish(full.as_ref()).await;

        let room = open(&file).await;
        assert_eq!(written(room.as_ref()).await, [""; 0]);
        book.finish(room.as_ref()).await;
        assert_eq!(written(room.as_ref()).await, ["one", "three", "two"]);
        book.finish(room.as_ref()).await;
        assert_eq!(written(room.as_ref()).await.len(), 3, "each once");
    }

    #[tokio::test]
    async fn pages_that_come_back_while_the_disk_takes_nothing_fill_no_list() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("hearth.db");
        let (book, full) = (Book::default(), open(&file).await);
        full.close().await.unwrap();
        for _ in 0..2 * LATE {
            looked(&book, full.as_ref(), "one", What::Console).await.unwrap();
        }
        looked(&book, full.as_ref(), "one", What::Opened).await.unwrap();
        let room = open(&file).await;
        book.finish(room.as_ref()).await;
        assert_eq!(written(room.as_ref()).await, ["one", "one"]);
    }

    #[tokio::test]
    async fn whoever_is_refused_again_and_again_has_a_line_an_hour_and_their_first_look_has_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let (book, store) = (Book::default(), open(&folder.path().join("hearth.db")).await);
        let conference: ConferenceId = "one".parse().unwrap();
        let again = async |what: What| {
            for _ in 0..20 {
                book.write_once(store.as_ref(), Who::CommandLine, &conference, what).await.unwrap();
            }
            written(store.as_ref()).await.len()
        };
        assert_eq!(again(What::Refused).await, 1);
        assert_eq!(again(What::Console).await, 2, "whoever was refused had seen nothing");
        assert_eq!(again(What::Refused).await, 2);
        book.refused.lock().unwrap().values_mut().for_each(|before| *before -= REFUSED);
        assert_eq!(again(What::Refused).await, 3, "an hour later");
    }

    #[tokio::test]
    async fn what_waited_for_the_disk_is_written_while_hearth_serves_though_nobody_comes_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("hearth.db");
        let (book, full) = (Book::default(), open(&file).await);
        full.close().await.unwrap();
        looked(&book, full.as_ref(), "one", What::Opened).await.unwrap();

        let room = open(&file).await;
        let is_written = async {
            while book.first_late().is_some() {
                tokio::task::yield_now().await;
            }
        };
        tokio::select! {
            () = is_written => {}
            never = book.follow(room.as_ref()) => match never {},
        }
        assert_eq!(written(room.as_ref()).await, ["one"]);
    }
}
