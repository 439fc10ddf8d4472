//! What one audience is shown: its view, its own count of changes, and both as bytes that all its connections share.
//!
//! Deliberately not here: log positions. They would reveal that something happened which this audience may not know.

use std::sync::{Arc, OnceLock};

use axum::extract::ws::Utf8Bytes;
use board::audience::Audience;
use board::state::State;
use board::view::{View, is_paused, project};
use board::wire::FromServer;

/// One audience's view as it is now.
#[derive(Debug)]
pub(crate) struct Shown {
    /// The audience's own count of changes.
    pub(crate) rev: u32,
    /// Whether its devices are to let go of everything. The wall stays up, and what it is shown then is neutral.
    pub(crate) paused: bool,
    view: View,
    /// The view as a frame, made when the first connection needs it.
    snapshot: OnceLock<Utf8Bytes>,
    /// The difference from the revision before, as a frame.
    step: Option<Utf8Bytes>,
}

impl Shown {
    /// What an audience is shown now, after what it was shown before. The same when nothing changed for it.
    pub(crate) fn next(before: Option<&Arc<Self>>, state: &State, audience: &Audience) -> Arc<Self> {
        let view = project(state, audience);
        let paused = *audience != Audience::Wall && is_paused(state, audience);
        let Some(before) = before else {
            return Arc::new(Self { rev: 1, paused, view, snapshot: OnceLock::new(), step: None });
        };
        if before.view == view {
            return Arc::clone(before);
        }
        let rev = before.rev + 1;
        let step = Some(difference(before, rev, &view));
        Arc::new(Self { rev, paused, view, snapshot: OnceLock::new(), step })
    }

    /// The whole view as a frame.
    pub(crate) fn snapshot(&self) -> Utf8Bytes {
        let frame = || encode(&FromServer::Snapshot { rev: self.rev, view: Box::new(self.view.clone()) });
        self.snapshot.get_or_init(frame).clone()
    }

    /// What makes this view out of the one a connection has. Connections that keep up share the bytes; one that was
    /// slow gets a larger difference, and nothing queues.
    pub(crate) fn since(&self, had: &Self) -> Utf8Bytes {
        match &self.step {
            Some(step) if had.rev + 1 == self.rev => step.clone(),
            Some(_) | None => difference(had, self.rev, &self.view),
        }
    }
}

fn difference(had: &Shown, rev: u32, view: &View) -> Utf8Bytes {
    encode(&FromServer::Patch { base: had.rev, rev, patch: Box::new(had.view.diff(view)) })
}

/// A frame as text. Views are plain data, so this cannot fail; an empty frame would make the client ask again.
pub(crate) fn encode(frame: &FromServer) -> Utf8Bytes {
    serde_json::to_string(frame).unwrap_or_default().into()
}
