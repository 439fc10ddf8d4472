//! Telling the other nodes that logs have grown: after the commit, one word a log, however often it grew meanwhile.
//!
//! Deliberately not in the transaction that writes: there, PostgreSQL would make all commits of all logs wait for each
//! other. A word that is lost is no loss: the others look every few seconds.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use board::id::ConferenceId;
use sqlx::PgPool;
use tokio::sync::Notify;

use crate::Seq;

/// Where the nodes on one database talk.
pub(super) const CHANNEL: &str = "hearth";

const TELL: &str = "select pg_notify('hearth', word) from unnest($1) as word";

/// That a log reaches this far.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// The log's conference.
    pub(super) conference: ConferenceId,
    /// The place of its last event.
    pub(super) seq: Seq,
}

impl Word {
    /// A word from what stands in a row; none if it makes no sense.
    pub(super) fn of(conference: String, seq: i64) -> Option<Self> {
        Some(Self { conference: conference.try_into().ok()?, seq: seq.try_into().ok()? })
    }

    /// A word that was said; none if it makes no sense.
    pub(super) fn read(said: &str) -> Option<Self> {
        let (seq, conference) = said.split_once(' ')?;
        Self::of(conference.to_owned(), seq.parse().ok()?)
    }
}

/// The words that are waiting to be said. Only the newest about each log is.
#[derive(Debug, Clone, Default)]
pub(super) struct Teller {
    waiting: Arc<Mutex<BTreeMap<ConferenceId, Seq>>>,
    some: Arc<Notify>,
}

impl Teller {
    /// Leaves a word to be said.
    pub(super) fn tell(&self, conference: &ConferenceId, seq: Seq) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.insert(conference.clone(), seq);
        self.some.notify_one();
    }

    /// Says all that waits at once, again and again.
    pub(super) fn run(&self, pool: PgPool) -> impl Future<Output = ()> + use<> {
        let teller = self.clone();
        async move {
            loop {
                teller.some.notified().await;
                if let Err(error) = sqlx::query(TELL).bind(teller.take()).execute(&pool).await {
                    tracing::debug!(%error, "the other nodes were not told; they will see it when they look");
                }
            }
        }
    }

    fn take(&self) -> Vec<String> {
        let waiting = std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner));
        waiting.into_iter().map(|(conference, seq)| format!("{seq} {conference}")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_newest_word_about_a_log_is_said() {
        let teller = Teller::default();
        let (one, two) = ("one".parse().unwrap(), "two".parse().unwrap());
        teller.tell(&one, Seq::from(3));
        teller.tell(&two, Seq::from(1));
        teller.tell(&one, Seq::from(4));
        let said = teller.take();
        assert_eq!(said, ["4 one", "1 two"]);
        assert_eq!(Word::read(&said[0]), Some(Word { conference: one, seq: Seq::from(4) }));
        assert!(teller.take().is_empty());
    }

    #[test]
    fn a_word_that_makes_no_sense_is_no_word() {
        for said in ["", "4", "one 4", "-1 one", "4 a b", "4294967296 one", "4 "] {
            assert_eq!(Word::read(said), None, "{said}");
        }
    }
}
