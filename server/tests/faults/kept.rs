//! What a folder or a database holds after a fault, held against what people were told: everything that was called saved is in the log,
//! once, in its order; the log has no gap; its chain holds, up to every head that was seen before; the file is whole.
//!
//! A folder is looked at in a copy, so that the next start finds the folder as the fault left it.

use std::collections::BTreeMap;
use std::path::Path;

use board::id::{CommandId, ConferenceId};
use store::{Digest, MasterKey, Seq, Store, StoredEvent};

use crate::desk::Desk;

/// The heads that were seen after earlier faults: a log never gets shorter, and is never another one.
#[derive(Default)]
pub(crate) struct Kept(BTreeMap<ConferenceId, Vec<(u32, Digest)>>);

impl Kept {
    /// Looks; says in words what does not hold.
    pub(crate) async fn holds(&mut self, data: &Path, desks: &[Desk]) -> Result<(), String> {
        let copy = tempfile::tempdir().unwrap();
        for file in ["hearth.db", "hearth.db-wal"] {
            if data.join(file).exists() {
                std::fs::copy(data.join(file), copy.path().join(file)).unwrap();
            }
        }
        let key = MasterKey::load(&data.join("hearth.key")).map_err(|error| error.to_string())?;
        let store = store::open(&copy.path().join("hearth.db"), key).await.map_err(|error| error.to_string())?;
        store.is_sound().await.map_err(|error| error.to_string())?;
        self.holds_in(store.as_ref(), desks).await?;
        store.close().await.map_err(|error| error.to_string())
    }

    /// The same of a store that is open.
    pub(crate) async fn holds_in(&mut self, store: &dyn Store, desks: &[Desk]) -> Result<(), String> {
        for desk in desks {
            self.one(store, desk).await.map_err(|what| format!("{}: {what}", desk.conference))?;
        }
        Ok(())
    }

    async fn one(&mut self, store: &dyn Store, desk: &Desk) -> Result<(), String> {
        let id = &desk.conference;
        let verified = store.verify(id).await.map_err(|error| error.to_string())?;
        let heads = self.0.entry(id.clone()).or_default();
        for (seq, head) in heads.iter() {
            match store.witness(head).await.map_err(|error| error.to_string())? {
                Some(found) if u32::from(found.seq) == *seq => {}
                _ => return Err(format!("the head that was seen at event {seq} is not there any more")),
            }
        }
        heads.push((verified.events, verified.head));
        let events = store.events_since(id, Seq::ZERO).await.map_err(|error| error.to_string())?;
        if let Some((place, event)) = (1..).zip(&events).find(|(place, event)| u32::from(event.seq) != *place) {
            return Err(format!("event {place} is numbered {}", event.seq));
        }
        let commands = commands(&events)?;
        match in_order(&commands, &desk.saved) {
            None => Ok(()),
            Some(id) => Err(format!("{id} was called saved and is not in the log, or not in its place")),
        }
    }
}

/// The commands of a log in their order. One that was carried out twice begins twice.
fn commands(events: &[StoredEvent]) -> Result<Vec<&CommandId>, String> {
    let begins = events.iter().filter(|event| event.ordinal == 0);
    let commands: Vec<&CommandId> = begins.map(|event| &event.command).collect();
    let mut sorted = commands.clone();
    sorted.sort_unstable();
    match sorted.windows(2).find(|two| two[0] == two[1]) {
        None => Ok(commands),
        Some(two) => Err(format!("{} is in the log twice", two[0])),
    }
}

/// The first of `saved` that `commands` do not have after those before it.
fn in_order<'a>(commands: &[&CommandId], saved: &'a [CommandId]) -> Option<&'a CommandId> {
    let mut rest = commands.iter();
    saved.iter().find(|id| !rest.any(|other| other == id))
}

#[test]
fn what_is_missing_doubled_or_out_of_order_is_noticed() {
    let ids: Vec<CommandId> = ["a", "b", "c"].map(|id| id.parse().unwrap()).to_vec();
    let [a, b, c] = [&ids[0], &ids[1], &ids[2]];
    assert_eq!(in_order(&[a, b, c], &ids), None);
    assert_eq!(in_order(&[a, c], &ids), Some(b));
    assert_eq!(in_order(&[b, a, c], &ids), Some(b));
}
