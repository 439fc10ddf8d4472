//! A log in memory that keeps what a log must keep, takes its time, fails now and then before or after it has written, and
//! loses half of what it should tell other nodes.
//!
//! Deliberately without seals and chains: those are the store's own, and are tested there.

use std::sync::{Arc, Mutex, MutexGuard};

use async_trait::async_trait;
use board::id::{CommandId, ConferenceId, PictureId};
use store::{
    Appended, Batch, ConferenceRow, Digest, Growth, Logs, NewPicture, PicturePart, Pictures, Sensitive, Seq,
    StoreError, StoredEvent, Verified, Witness,
};
use tokio::sync::watch;

use super::dice::Dice;
use super::pause;

/// How many of a hundred writes or reads fail.
const FAILS: u64 = 2;
/// How many of a hundred words to the other nodes are lost.
const LOST: u64 = 50;

/// The longest that anything here takes, in turns of others.
const LONGEST: u64 = 8;

pub(super) struct Shelf {
    kept: Mutex<Kept>,
    grown: watch::Sender<Seq>,
}

struct Kept {
    events: Vec<StoredEvent>,
    dice: Dice,
    conflicts: usize,
    repeats: usize,
    failures: usize,
}

impl Kept {
    fn end(&self) -> Seq {
        self.events.last().map_or(Seq::ZERO, |event| event.seq)
    }

    fn put(&mut self, batch: Batch) -> Appended {
        let first_seq = self.end().next().unwrap();
        for (ordinal, event) in (0..).zip(batch.events) {
            self.events.push(StoredEvent {
                seq: self.end().next().unwrap(),
                ordinal,
                command: batch.command.clone(),
                actor: batch.actor.clone(),
                at_ms: batch.at_ms,
                intent: batch.intent.clone(),
                kind: event.kind,
                version: event.version,
                body: event.body,
            });
        }
        Appended { first_seq, last_seq: self.end(), head: [0; 32] }
    }

    /// Fails, if the dice say so.
    fn may_fail(&mut self) -> Result<(), StoreError> {
        if self.dice.in_a_hundred(FAILS) {
            self.failures += 1;
            return Err(StoreError::Unavailable(Arc::new(std::io::Error::other("the disk is away"))));
        }
        Ok(())
    }
}

impl Shelf {
    pub(super) fn with(opening: Batch, dice: Dice) -> Arc<Self> {
        let mut kept = Kept { events: Vec::new(), dice, conflicts: 0, repeats: 0, failures: 0 };
        kept.put(opening);
        Arc::new(Self { kept: Mutex::new(kept), grown: watch::channel(Seq::ZERO).0 })
    }

    /// The commands of the log, in its order.
    pub(super) fn commands(&self) -> Vec<CommandId> {
        let mut commands: Vec<_> = self.kept().events.iter().map(|event| event.command.clone()).collect();
        commands.dedup();
        commands
    }

    /// Tells how far the log reaches.
    pub(super) fn look(&self) {
        self.grown.send_replace(self.kept().end());
    }

    pub(super) fn conflicts(&self) -> usize {
        self.kept().conflicts
    }

    /// How often something came that was in the log already.
    pub(super) fn repeats(&self) -> usize {
        self.kept().repeats
    }

    pub(super) fn failures(&self) -> usize {
        self.kept().failures
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap()
    }

    async fn takes_a_while(&self) {
        let turns = self.kept().dice.below(LONGEST);
        pause(turns).await;
    }

    fn write(&self, batch: Batch) -> Result<Appended, StoreError> {
        let mut kept = self.kept();
        kept.may_fail()?;
        let mut same = kept.events.iter().filter(|event| event.command == batch.command).map(|event| event.seq);
        if let Some(first_seq) = same.next() {
            let last_seq = same.next_back().unwrap_or(first_seq);
            kept.repeats += 1;
            return Err(StoreError::AlreadyDone { first_seq, last_seq });
        }
        if kept.end() != batch.expected {
            kept.conflicts += 1;
            return Err(StoreError::Conflict);
        }
        let appended = kept.put(batch);
        if !kept.dice.in_a_hundred(LOST) {
            self.grown.send_replace(appended.last_seq);
        }
        kept.may_fail()?;
        Ok(appended)
    }
}

/// What no room asks for.
const NEVER: StoreError = StoreError::Refused("no room asks for this");

#[async_trait]
impl Logs for Shelf {
    async fn append(&self, batch: Batch) -> Result<Appended, StoreError> {
        self.takes_a_while().await;
        let appended = self.write(batch);
        self.takes_a_while().await;
        appended
    }

    async fn is_done(&self, _: &ConferenceId, command: &CommandId) -> Result<bool, StoreError> {
        self.takes_a_while().await;
        let mut kept = self.kept();
        kept.may_fail()?;
        let is_there = kept.events.iter().any(|event| event.command == *command);
        kept.repeats += usize::from(is_there);
        Ok(is_there)
    }

    async fn events_since(&self, _: &ConferenceId, since: Seq) -> Result<Vec<StoredEvent>, StoreError> {
        self.takes_a_while().await;
        let events = {
            let mut kept = self.kept();
            kept.may_fail()?;
            kept.events.iter().filter(|event| event.seq > since).cloned().collect()
        };
        self.takes_a_while().await;
        Ok(events)
    }

    async fn end(&self, _: &ConferenceId) -> Result<Seq, StoreError> {
        self.takes_a_while().await;
        let mut kept = self.kept();
        kept.may_fail()?;
        Ok(kept.end())
    }

    fn growth(&self, _: &ConferenceId) -> Growth {
        Growth::heard_from(self.grown.subscribe())
    }

    async fn create_conference(&self, _: &ConferenceId, _: Batch) -> Result<Appended, StoreError> {
        Err(NEVER)
    }

    async fn conferences(&self) -> Result<Vec<ConferenceRow>, StoreError> {
        Err(NEVER)
    }

    async fn verify(&self, _: &ConferenceId) -> Result<Verified, StoreError> {
        Err(NEVER)
    }

    async fn last_of(&self, _: &ConferenceId, _: &str) -> Result<Option<Witness>, StoreError> {
        Err(NEVER)
    }

    async fn witness(&self, _: &Digest) -> Result<Option<Witness>, StoreError> {
        Err(NEVER)
    }
}

#[async_trait]
impl Pictures for Shelf {
    async fn create_with_pictures(&self, _: Batch, _: Vec<NewPicture>) -> Result<Appended, StoreError> {
        Err(NEVER)
    }

    async fn keep_picture(&self, _: &ConferenceId, _: NewPicture) -> Result<(), StoreError> {
        Err(NEVER)
    }

    async fn picture(
        &self,
        _: &ConferenceId,
        _: &PictureId,
        _: PicturePart,
    ) -> Result<Option<Sensitive<Vec<u8>>>, StoreError> {
        Err(NEVER)
    }

    async fn verify_pictures(&self, _: &ConferenceId) -> Result<Vec<PictureId>, StoreError> {
        Err(NEVER)
    }

    async fn forget_pictures(&self, _: &ConferenceId, _: Vec<PictureId>, _: i64) -> Result<u64, StoreError> {
        Err(NEVER)
    }
}
