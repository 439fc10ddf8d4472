//! Word that a log has grown: what a room listens to when other nodes write to the same database.
//!
//! Deliberately only a hint, and never an event: whoever hears it reads the log, which alone is the truth.

use tokio::sync::watch;

use crate::Seq;

/// Tells how far one log is known to reach. Hints that nobody fetched are not queued: the newest one holds them all.
#[derive(Debug)]
pub struct Growth(Option<watch::Receiver<Seq>>);

impl Growth {
    /// For a database that nobody else writes to.
    pub fn never() -> Self {
        Self(None)
    }

    /// For a database that others write to.
    pub fn heard_from(news: watch::Receiver<Seq>) -> Self {
        Self(Some(news))
    }

    /// Whether anybody else can write to this log at all.
    pub fn is_possible(&self) -> bool {
        self.0.is_some()
    }

    /// Waits until the log is known to reach further than was said before, and says how far. May wait for ever.
    ///
    /// It may be dropped halfway: the hint stays for the next time.
    pub async fn next(&mut self) -> Seq {
        let Some(news) = &mut self.0 else { return std::future::pending().await };
        match news.changed().await {
            Ok(()) => *news.borrow_and_update(),
            // The store was closed, so there is nothing to hear any more.
            Err(_) => std::future::pending().await,
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;

    use super::*;

    #[tokio::test]
    async fn the_newest_hint_stands_for_all_and_is_heard_once() {
        let (said, news) = watch::channel(Seq::ZERO);
        let mut growth = Growth::heard_from(news);
        assert!(growth.is_possible());
        assert_eq!(growth.next().now_or_never(), None);
        said.send_replace(Seq::from(4));
        said.send_replace(Seq::from(7));
        assert_eq!(growth.next().now_or_never(), Some(Seq::from(7)));
        assert_eq!(growth.next().now_or_never(), None);
        drop(said);
        assert_eq!(growth.next().now_or_never(), None, "a closed store is silent");
    }

    #[tokio::test]
    async fn where_nobody_else_writes_nothing_is_ever_heard() {
        let mut growth = Growth::never();
        assert!(!growth.is_possible());
        assert_eq!(growth.next().now_or_never(), None);
    }
}
