//! What is shown: a view, a count of its changes, and both as bytes that all connections share.
//!
//! Deliberately changed in place: what a connection has is a number. Deliberately not here: who shares it (that is
//! `views`), and log positions. They would reveal that something happened which somebody may not know.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use board::audience::{Audience, Onlooker};
use board::event::Event;
use board::state::State;
use board::view::{Patch, Step, View, is_paused, project, project_to, step};
use board::wire::FromServer;
use tokio_tungstenite::tungstenite::Utf8Bytes;

/// How many bytes of differences are kept for connections that are slow: beyond this the whole view is the shorter way.
const KEPT: usize = 16 * 1024;

/// What is shown to those who are shown the same.
#[derive(Debug)]
pub(crate) struct Shown(Mutex<Now>);

/// What is shown at this moment.
#[derive(Debug, Clone)]
struct Now {
    /// The count of changes. It begins anywhere, so that it tells nobody how much happened before they came.
    rev: u32,
    seen: Seen,
    /// The view as a frame, made when the first connection needs it.
    snapshot: Option<Utf8Bytes>,
    /// The newest differences as frames, the last one leading to this moment.
    frames: VecDeque<Utf8Bytes>,
}

/// What somebody sees, and whether their devices are to let go of everything. The wall stays up, and what it is shown then
/// is neutral.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Seen {
    paused: bool,
    view: View,
}

/// What happened, as somebody is shown it: a step, or all they see.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Change {
    paused: bool,
    told: Told,
}

#[derive(Debug, Clone, PartialEq)]
enum Told {
    Step(Box<Step>),
    Whole(Box<View>),
}

impl Seen {
    /// What somebody sees now.
    pub(crate) fn by(state: &State, onlooker: &Onlooker) -> Self {
        Self { paused: lets_go(state, &onlooker.audience), view: project_to(state, onlooker) }
    }
}

/// What a connection is sent so that it has everything.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Due {
    /// Nothing: it has.
    Nothing,
    /// The differences that it does not have, in order.
    Steps(Vec<Utf8Bytes>),
    /// The whole view.
    Whole(Utf8Bytes),
    /// Nothing any more: its device is to let go of everything.
    Paused,
}

impl Shown {
    /// Shows what nobody was shown before.
    pub(crate) fn first(seen: Seen) -> Self {
        // Half of all numbers, so that none runs out. Where the system has no random number, sealing fails before this does.
        let rev = getrandom::u32().unwrap_or_default() / 2 + 1;
        Self(Mutex::new(Now { rev, seen, snapshot: None, frames: VecDeque::new() }))
    }

    /// The same once more, to go its own way from here.
    pub(crate) fn parted(&self) -> Self {
        Self(Mutex::new(self.now().clone()))
    }

    /// Whether this is what somebody sees.
    pub(crate) fn is(&self, seen: &Seen) -> bool {
        self.now().seen == *seen
    }

    /// What somebody is shown of what happened, which is on disk.
    pub(crate) fn change(&self, state: &State, onlooker: &Onlooker, happened: &[Event]) -> Change {
        // Made before the view anew, which takes a while: nobody who is sent something waits for it.
        let step = step(state, onlooker, &self.now().seen.view, happened);
        let told = match step {
            Some(step) => Told::Step(Box::new(step)),
            None => Told::Whole(Box::new(project_to(state, onlooker))),
        };
        Change { paused: lets_go(state, &onlooker.audience), told }
    }

    /// Takes in what everybody who shares this is shown.
    pub(crate) fn take_in(&self, state: &State, change: &Change) {
        let mut now = self.now();
        now.seen.paused = change.paused;
        let had = &now.seen.view;
        let patch = match &change.told {
            Told::Step(step) => step.on(state, had),
            Told::Whole(view) => had.diff(view),
        };
        if patch == Patch::default() {
            return;
        }
        let base = now.rev;
        now.rev += 1;
        let difference = FromServer::Patch { base, rev: now.rev, patch: Box::new(patch) };
        let frame = encode(&difference);
        if let FromServer::Patch { patch, .. } = difference {
            now.seen.view.apply(*patch);
        }
        now.snapshot = None;
        now.keep(frame);
    }

    /// What a connection that has a revision, or nothing yet, is sent; and which revision it has then. Connections that
    /// keep up share the bytes; one that was slow gets several differences or the whole, and nothing queues.
    pub(crate) fn since(&self, had: Option<u32>) -> (u32, Due) {
        let mut now = self.now();
        let missed = had.and_then(|had| now.rev.checked_sub(had)).and_then(|missed| usize::try_from(missed).ok());
        let due = match missed {
            _ if now.seen.paused => Due::Paused,
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
        let Self { rev, seen, snapshot, .. } = self;
        snapshot
            .get_or_insert_with(|| encode(&FromServer::Snapshot { rev: *rev, view: Box::new(seen.view.clone()) }))
            .clone()
    }
}

/// Whether the devices of an audience let go of everything just now.
fn lets_go(state: &State, audience: &Audience) -> bool {
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
