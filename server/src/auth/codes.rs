//! Join codes in the store: which code leads to which lobby or tablet.
//!
//! Deliberately not here: letting in. A code leads to a lobby; the chair lets in.

use std::time::Duration;

use board::id::{ChildId, ConferenceId};
use store::{JoinCode, Store, StoreError};

use super::session::now_ms;
use crate::code;

/// How long the code of a conference's lobby lasts.
const DOOR: Duration = Duration::from_hours(90 * 24);
/// How long the code of a child's device lasts.
const TABLET: Duration = Duration::from_hours(14 * 24);

/// Where a code leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Leads {
    /// To the lobby of a conference.
    Lobby(ConferenceId),
    /// To the tools of one child.
    Tablet(ConferenceId, ChildId),
    /// To the side room, for one child.
    SideRoom(ConferenceId, ChildId),
}

/// Keeps the code of a conference's lobby.
pub(crate) async fn keep_door(store: &dyn Store, conference: &ConferenceId, code: &str) -> Result<(), StoreError> {
    keep(store, conference, code, "lobby", None, DOOR).await
}

/// Keeps a code for one child's tablet.
pub(crate) async fn keep_tablet(
    store: &dyn Store,
    conference: &ConferenceId,
    code: &str,
    child: &ChildId,
) -> Result<(), StoreError> {
    keep(store, conference, code, "tablet", Some(child.to_string()), TABLET).await
}

/// Keeps a code for one child's device in the side room.
pub(crate) async fn keep_side_room(
    store: &dyn Store,
    conference: &ConferenceId,
    code: &str,
    child: &ChildId,
) -> Result<(), StoreError> {
    keep(store, conference, code, "side_room", Some(child.to_string()), TABLET).await
}

async fn keep(
    store: &dyn Store,
    conference: &ConferenceId,
    code: &str,
    purpose: &str,
    payload: Option<String>,
    lasts: Duration,
) -> Result<(), StoreError> {
    let lasts = i64::try_from(lasts.as_millis()).unwrap_or(i64::MAX);
    store
        .put_code(JoinCode {
            code_hash: code::hash(code),
            conference: conference.clone(),
            purpose: purpose.to_owned(),
            payload,
            expires_ms: now_ms().saturating_add(lasts),
        })
        .await
}

/// Where a code leads, if anywhere. A code for one child's device is good once.
pub(crate) async fn follow(store: &dyn Store, code: &str) -> Result<Option<Leads>, StoreError> {
    let hash = code::hash(code);
    let Some(found) = store.code(&hash, now_ms()).await? else {
        return Ok(None);
    };
    let child = found.payload.and_then(|child| ChildId::try_from(child).ok());
    let leads = match (found.purpose.as_str(), child) {
        ("lobby", None) => return Ok(Some(Leads::Lobby(found.conference))),
        ("tablet", Some(child)) => Leads::Tablet(found.conference, child),
        ("side_room", Some(child)) => Leads::SideRoom(found.conference, child),
        (_, _) => return Ok(None),
    };
    // Whoever deletes the code first has it; a second device with the same code is turned away.
    let first = store.delete_code(&hash).await?;
    Ok(first.then_some(leads))
}
