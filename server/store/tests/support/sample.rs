//! Batches to try the store with. Every text in them is a canary that must never be printed or lie readable on disk.
//!
//! Deliberately without meaning: the store does not know what an event is.

use board::id::{CommandId, ConferenceId};
use store::{Batch, NewEvent, Sensitive, Seq};

/// The conference with this number.
pub(crate) fn conference(number: u32) -> ConferenceId {
    format!("conference-{number}").parse().unwrap()
}

/// The command with this name.
pub(crate) fn command(name: &str) -> CommandId {
    name.parse().unwrap()
}

/// A batch of so many events that follows `expected`.
pub(crate) fn batch(conference: &ConferenceId, expected: u32, name: &str, events: u32) -> Batch {
    Batch {
        conference: conference.clone(),
        expected: Seq::from(expected),
        command: command(name),
        actor: "seat-1".to_owned(),
        at_ms: 1_700_000_000_000 + i64::from(expected),
        intent: format!("{{\"ZQX-CANARY-intent\":\"{name}\"}}").into(),
        events: (0..events).map(|ordinal| event(name, ordinal)).collect(),
    }
}

fn event(name: &str, ordinal: u32) -> NewEvent {
    NewEvent { kind: format!("kind_{ordinal}"), version: 1, body: body(name, ordinal) }
}

/// The body of one event of such a batch.
pub(crate) fn body(name: &str, ordinal: u32) -> Sensitive<String> {
    format!("{{\"ZQX-CANARY-body\":\"{name} {ordinal}\"}}").into()
}
