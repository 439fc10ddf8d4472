//! Hearing of logs that other nodes wrote to: one connection that listens, and a look at the truth every few seconds.
//!
//! Deliberately both: what was said while the connection was broken was said to nobody, and is found by looking.

use std::sync::Arc;
use std::time::Duration;

use sqlx::postgres::{PgListener, PgNotification};
use sqlx::{PgPool, Row as _};
use tokio::time::{MissedTickBehavior, interval, sleep, timeout};

use super::news::News;
use super::tell::{CHANNEL, Word};

/// How old what a node shows can become when every word is lost.
const EVERY: Duration = Duration::from_secs(2);

/// How long a look may take before the next one is tried, and how long to wait before listening again.
const PATIENCE: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(500);

const LOOK: &str = "select conference, head_seq from conference where conference = any($1)";

/// Passes on what other nodes say, for as long as there is a store. A broken connection is made again.
pub(super) async fn listen(pool: PgPool, news: Arc<News>) {
    while !pool.is_closed() {
        if let Err(error) = follow(&pool, &news).await {
            tracing::debug!(%error, "nobody is heard for a moment; looking goes on");
        }
        sleep(PAUSE).await;
    }
}

async fn follow(pool: &PgPool, news: &News) -> Result<(), sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    look(pool, news).await?;
    loop {
        match listener.try_recv().await? {
            Some(notification) => pass_on(&notification, news),
            // The connection was broken, and is whole again.
            None => look(pool, news).await?,
        }
    }
}

fn pass_on(notification: &PgNotification, news: &News) {
    if let Some(Word { conference, seq }) = Word::read(notification.payload()) {
        news.heard(&conference, seq);
    }
}

/// Looks every few seconds how far the logs reach that somebody waits for.
pub(super) async fn poll(pool: PgPool, news: Arc<News>) {
    let mut clock = interval(EVERY);
    clock.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        clock.tick().await;
        if let Ok(Err(error)) = timeout(PATIENCE, look(&pool, &news)).await {
            tracing::debug!(%error, "how far the logs reach cannot be seen for a moment");
        }
    }
}

async fn look(pool: &PgPool, news: &News) -> Result<(), sqlx::Error> {
    let waited_for = news.waited_for();
    if waited_for.is_empty() {
        return Ok(());
    }
    for row in sqlx::query(LOOK).bind(waited_for).fetch_all(pool).await? {
        if let Some(Word { conference, seq }) = Word::of(row.try_get("conference")?, row.try_get("head_seq")?) {
            news.heard(&conference, seq);
        }
    }
    Ok(())
}
