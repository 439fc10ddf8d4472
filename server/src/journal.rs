//! Between the store's words and the board's events: reading a conference, and writing what was decided.
//!
//! Deliberately not here: deciding. A conference that cannot be read whole is not opened at all.

use board::event::{Batch, Event, Intent, VERSION};
use board::id::ConferenceId;
use board::state::State;
use jiff::Timestamp;
use store::{Logs, NewEvent, Sensitive, Seq, StoreError, StoredEvent};

/// Why a conference cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum JournalError {
    /// The store says so.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An event is from a newer Hearth.
    #[error(transparent)]
    Unreadable(#[from] board::event::Unreadable),
    /// An event cannot be written.
    #[error("a change could not be written down; nothing was changed. It is a mistake in the program: report it")]
    Unwritable(#[source] serde_json::Error),
    /// The log does not begin as every log must.
    #[error("the log of this conference has no beginning; it is kept as it is. Restore the last good backup")]
    NoBeginning,
}

/// A conference read from its log.
pub(crate) struct Opened {
    /// The conference as it is.
    pub(crate) state: State,
    /// The place of its last event.
    pub(crate) seq: Seq,
}

/// What a log has after a certain place.
pub(crate) struct Rest {
    /// What happened, in order.
    pub(crate) batches: Vec<Batch>,
    /// The place of its last event.
    pub(crate) seq: Seq,
}

/// Reads what a log has after the place that was read before.
pub(crate) async fn since(logs: &dyn Logs, id: &ConferenceId, seq: Seq) -> Result<Rest, JournalError> {
    let stored = logs.events_since(id, seq).await?;
    let seq = stored.last().map_or(seq, |event| event.seq);
    Ok(Rest { batches: batches(stored)?, seq })
}

/// Reads a whole conference.
pub(crate) async fn open(logs: &dyn Logs, id: &ConferenceId) -> Result<Opened, JournalError> {
    let Rest { batches, seq } = since(logs, id, Seq::ZERO).await?;
    let (first, rest) = batches.split_first().ok_or(JournalError::NoBeginning)?;
    let mut state = State::opened(first).ok_or(JournalError::NoBeginning)?;
    for batch in rest {
        state.take_in(batch);
    }
    Ok(Opened { state, seq })
}

fn batches(stored: Vec<StoredEvent>) -> Result<Vec<Batch>, JournalError> {
    let mut batches: Vec<Batch> = Vec::new();
    for event in stored {
        let read = Event::read(&event.kind, event.version, event.body.expose())?;
        match batches.last_mut() {
            Some(batch) if batch.command == event.command => batch.events.push(read),
            Some(_) | None => batches.push(Batch {
                command: event.command,
                actor: event.actor,
                at: Timestamp::from_millisecond(event.at_ms).unwrap_or(Timestamp::UNIX_EPOCH),
                intent: Intent::named(event.intent.expose()).unwrap_or(Intent::Do),
                events: vec![read],
            }),
        }
    }
    Ok(batches)
}

/// What the store shall append for a batch that was decided after `expected`.
pub(crate) fn written(id: &ConferenceId, expected: Seq, batch: &Batch) -> Result<store::Batch, JournalError> {
    let events = batch.events.iter().map(|event| {
        let (kind, body) = event.write().map_err(JournalError::Unwritable)?;
        Ok(NewEvent { kind, version: VERSION, body: Sensitive::new(body) })
    });
    Ok(store::Batch {
        conference: id.clone(),
        expected,
        command: batch.command.clone(),
        actor: batch.actor.clone(),
        at_ms: batch.at.as_millisecond(),
        intent: Sensitive::new(batch.intent.name().to_owned()),
        events: events.collect::<Result<_, JournalError>>()?,
    })
}
