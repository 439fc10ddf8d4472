//! Who on this node waits to hear of which log, and how far each of these logs is known to reach.
//!
//! Deliberately without a connection: it does not matter here whether something was told or found by looking.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use board::id::ConferenceId;
use tokio::sync::watch;

use crate::{Growth, Seq};

/// The logs that somebody waits for.
#[derive(Debug, Default)]
pub(super) struct News {
    logs: Mutex<BTreeMap<ConferenceId, watch::Sender<Seq>>>,
}

impl News {
    /// Word of one log, from now on: whoever reads the log after this call misses nothing.
    pub(super) fn growth(&self, conference: &ConferenceId) -> Growth {
        let mut logs = self.logs.lock().unwrap_or_else(PoisonError::into_inner);
        let log = logs.entry(conference.clone()).or_insert_with(|| watch::channel(Seq::ZERO).0);
        Growth::heard_from(log.subscribe())
    }

    /// Passes on that a log reaches this far, unless that was known.
    pub(super) fn heard(&self, conference: &ConferenceId, seq: Seq) {
        let logs = self.logs.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(log) = logs.get(conference) {
            log.send_if_modified(|known| {
                let is_news = seq > *known;
                *known = seq.max(*known);
                is_news
            });
        }
    }

    /// The logs that somebody still waits for; the others are forgotten.
    pub(super) fn waited_for(&self) -> Vec<String> {
        let mut logs = self.logs.lock().unwrap_or_else(PoisonError::into_inner);
        logs.retain(|_, log| log.receiver_count() > 0);
        logs.keys().map(ToString::to_string).collect()
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;

    use super::*;

    #[tokio::test]
    async fn each_hears_of_its_own_log_and_of_nothing_that_was_known() {
        let news = News::default();
        let (one, two) = ("one".parse().unwrap(), "two".parse().unwrap());
        let (mut first, mut second) = (news.growth(&one), news.growth(&two));
        news.heard(&one, Seq::from(5));
        news.heard(&one, Seq::from(3));
        assert_eq!(first.next().now_or_never(), Some(Seq::from(5)));
        assert_eq!(second.next().now_or_never(), None);
        news.heard(&one, Seq::from(5));
        assert_eq!(first.next().now_or_never(), None);
    }

    #[test]
    fn a_log_that_nobody_waits_for_is_forgotten() {
        let news = News::default();
        let kept = news.growth(&"one".parse().unwrap());
        drop(news.growth(&"two".parse().unwrap()));
        assert_eq!(news.waited_for(), ["one"]);
        drop(kept);
        assert!(news.waited_for().is_empty());
    }
}
