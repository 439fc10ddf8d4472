//! Whether this Hearth is alive, and whether it can do its work: two words for whoever looks after the machine.
//!
//! Deliberately not here: why. What went wrong is in the log; these answers can be read by anybody and hold no content.

use std::time::{Duration, Instant};

use axum::extract::State;
use axum::http::StatusCode;
use tokio::sync::Mutex;
use tokio::time::timeout;

use super::Shared;

/// How long an answer about the store is good: asking often must not become writing often.
const GOOD_FOR: Duration = Duration::from_secs(1);
/// A store that takes longer cannot be worked with.
const PATIENCE: Duration = Duration::from_secs(5);

/// What was last found out about the store.
#[derive(Debug, Default)]
pub(crate) struct LastLook(Mutex<Option<(Instant, bool)>>);

/// The process answers; that is all this says.
pub(crate) async fn health() -> &'static str {
    "ok"
}

/// Ready while conferences can be kept: not when the server is going away, and not when a write does not reach the disk.
pub(crate) async fn ready(State(shared): State<Shared>) -> (StatusCode, &'static str) {
    if shared.leaving.is_cancelled() {
        return (
            StatusCode::SERVICE_UNAVAILABLE,
            "not ready: Hearth is going away for a moment; what was saved is safe",
        );
    }
    if is_writable(&shared).await {
        (StatusCode::OK, "ready")
    } else {
        (
            StatusCode::SERVICE_UNAVAILABLE,
            "not ready: nothing can be saved just now; what was saved is safe. See the log",
        )
    }
}

/// One asker looks; those who ask meanwhile wait for the same answer.
async fn is_writable(shared: &Shared) -> bool {
    let mut last = shared.last_look.0.lock().await;
    if let Some((at, answer)) = *last
        && at.elapsed() < GOOD_FOR
    {
        return answer;
    }
    let answer = match timeout(PATIENCE, shared.store.is_writable()).await {
        Ok(Ok(())) => true,
        Ok(Err(error)) => {
            tracing::error!(%error, "a write that changes nothing could not be saved");
            false
        }
        Err(_) => {
            tracing::error!("a write that changes nothing was not saved in five seconds");
            false
        }
    };
    *last = Some((Instant::now(), answer));
    answer
}
