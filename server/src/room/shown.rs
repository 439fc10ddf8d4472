//! What one audience is shown: its view, its own count of changes, and both as bytes that all its connections share.
//!
//! Deliberately one view for each audience, changed in place: what a connection has is a number. Deliberately not here: log
//! positions. They would reveal that something happened which this audience may not know.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::extract::ws::Utf8Bytes;
use board::audience::Audience;
use board::event::Event;
use board::state::State;
use board::view::{Patch, View, is_paused, project, step};
use board::wire::FromServer;

/// How many bytes of differences are kept for connections that are slow: beyond this the whole view is the shorter way.
const KEPT: usize = 16 * 1024;

/// What one audience is shown.
#[derive(Debug)]
pub(crate) struct Shown(Mutex<Now>);

/// What it is shown at this moment.
#[derive(Debug)]
struct Now {
    /// The audience's own count of changes.
    rev: u32,
    /// Whether its devices are to let go of everything.
    paused: bool,
    view: View,
    /// The view as a frame, made when the first connection needs it.
    snapshot: Option<Utf8Bytes>,
    /// The newest differences as frames, the last one leading to this moment.
    frames: VecDeque<Utf8Bytes>,
}

/// What a connection is sent so that it has everything.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Due {
    /// Nothing: it has.
    Nothing,
    /// Nothing of the conference is for it just now, and it is to let go of what it has.
    Away,
    /// The differences that it does not have, in order.
    Steps(Vec<Utf8Bytes>),
    /// The whole view.
    Whole(Utf8Bytes),
}

impl Shown {
    /// What an audience is shown for whom nobody listened before.
    pub(crate) fn first(state: &State, audience: &Audience) -> Self {
        let view = project(state, audience);
        let paused = is_away(state, audience);
        Self(Mutex::new(Now { rev: 1, paused, view, snapshot: None, frames: VecDeque::new() }))
    }

    /// Takes in what happened, which is on disk. Nothing changes when nothing changed for this audience.
    pub(crate) fn take_in(&self, state: &State, audience: &Audience, happened: &[Event]) {
        let mut now = self.now();
        now.paused = is_away(state, audience);
        let patch = step(state, audience, happened).unwrap_or_else(|| now.view.diff(&project(state, audience)));
        if patch == Patch::default() {
            return;
        }
        let base = now.rev;
        now.rev += 1;
        let frame = encode(&FromServer::Patch { base, rev: now.rev, patch: Box::new(patch.clone()) });
        now.view.apply(patch);
        now.snapshot = None;
        now.keep(frame);
    }

    /// What a connection that has a revision, or nothing yet, is sent; and which revision it has then. Connections that
    /// keep up share the bytes; one that was slow gets several differences or the whole, and nothing queues.
    pub(crate) fn since(&self, had: Option<u32>) -> (u32, Due) {
        let mut now = self.now();
        if now.paused {
            return (now.rev, Due::Away);
        }
        let missed = had.and_then(|had| now.rev.checked_sub(had)).and_then(|missed| usize::try_from(missed).ok());
        let due = match missed {
            Some(0) => Due::Nothing,
            Some(missed) if missed <= now.frames.len() => {
                Due::Steps(now.frames.iter().skip(now.frames.len() - missed).cloned().collect())
            }
            Some(_) | None => Due::Whole(now.snapshot()),
        };
        (now.rev, due)
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Now {
    fn keep(&mut self, frame: Utf8Bytes) {
        self.frames.push_back(frame);
        // The newest stays, however long it is: most connections need it and nothing else.
        while self.frames.len() > 1 && self.frames.iter().map(|frame| frame.len()).sum::<usize>() > KEPT {
            self.frames.pop_front();
        }
    }

    fn snapshot(&mut self) -> Utf8Bytes {
        let Self { rev, view, snapshot, .. } = self;
        snapshot
            .get_or_insert_with(|| encode(&FromServer::Snapshot { rev: *rev, view: Box::new(view.clone()) }))
            .clone()
    }
}

/// Whether an audience's devices are sent away. The wall stays up, and what it is shown then is neutral.
fn is_away(state: &State, audience: &Audience) -> bool {
    *audience != Audience::Wall && is_paused(state, audience)
}

/// What an audience sees, as the frame that a first connection is sent; for somebody who looks through its eyes.
pub(crate) fn whole(state: &State, audience: &Audience) -> Utf8Bytes {
    encode(&FromServer::Snapshot { rev: 1, view: Box::new(project(state, audience)) })
}

/// A frame as text. Views are plain data, so this cannot fail; an empty frame would make the client ask again.
pub(crate) fn encode(frame: &FromServer) -> Utf8Bytes {
    serde_json::to_string(frame).unwrap_or_default().into()
}
