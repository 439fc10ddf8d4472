//! Join codes in the store: which code leads to which lobby or tablet.
//!
//! Deliberately not here: letting in. A code leads to a lobby; the chair lets in.

use std::time::Duration;

use board::id::{ChildId, ConferenceId};
use store::{JoinCode, Store, StoreError};

use super::lasting::ms;
use super::session::now_ms;
use crate::code;

/// How long the code of a conference's lobby lasts.
const DOOR: Duration = Duration::from_hours(90 * 24);
/// How long the code of a child's device lasts.
const TABLET: Duration = Duration::from_hours(14 * 24);

/// What a lobby's code is for.
const LOBBY: &str = "lobby";

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

/// What a child's code is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    /// The child's own tools.
    Tablet,
    /// The side room.
    SideRoom,
}

impl For {
    const ALL: [Self; 2] = [Self::Tablet, Self::SideRoom];

    fn purpose(self) -> &'static str {
        match self {
            Self::Tablet => "tablet",
            Self::SideRoom => "side_room",
        }
    }
}

/// Keeps the code of a conference's lobby.
pub(crate) async fn keep_door(store: &dyn Store, conference: &ConferenceId, code: &str) -> Result<(), StoreError> {
    keep(store, conference, code, LOBBY, None, ms(DOOR).saturating_add(now_ms())).await
}

/// Keeps a code for one child's device, in the place of the one before it. A code ends with the time of whoever made it, when
/// they are there for a while only.
pub(crate) async fn keep_for_child(
    store: &dyn Store,
    conference: &ConferenceId,
    code: &str,
    (child, what_for): (&ChildId, For),
    until_ms: Option<i64>,
) -> Result<(), StoreError> {
    let is_former =
        |former: &JoinCode| former.purpose == what_for.purpose() && former.payload.as_deref() == Some(child.as_str());
    withdraw(store, conference, is_former).await?;
    let lasts = ms(TABLET).saturating_add(now_ms());
    let ends = until_ms.map_or(lasts, |until| lasts.min(until));
    keep(store, conference, code, what_for.purpose(), Some(child.to_string()), ends).await
}

/// Withdraws every code for a child's device that nobody has typed yet: whoever may come has been said anew, and one of those
/// who may not may know a code.
pub(crate) async fn withdraw_childrens(store: &dyn Store, conference: &ConferenceId) -> Result<(), StoreError> {
    withdraw(store, conference, |code| For::ALL.iter().any(|what_for| what_for.purpose() == code.purpose)).await
}

/// Whether a code for this child's device, as it is shown, still opens something: nobody has typed it, and nobody has
/// withdrawn it. Of other conferences it says nothing, so that no code can be guessed by asking here.
pub(crate) async fn is_kept(
    store: &dyn Store,
    conference: &ConferenceId,
    child: &ChildId,
    shown: &str,
) -> Result<bool, StoreError> {
    let Some(code) = code::typed(shown) else {
        return Ok(false);
    };
    let found = store.code(&code::hash(&code), now_ms()).await?;
    Ok(found.is_some_and(|kept| kept.conference == *conference && kept.payload.as_deref() == Some(child.as_str())))
}

async fn withdraw(
    store: &dyn Store,
    conference: &ConferenceId,
    which: impl Fn(&JoinCode) -> bool,
) -> Result<(), StoreError> {
    for code in store.codes_for_conference(conference).await?.into_iter().filter(which) {
        store.delete_code(&code.code_hash).await?;
    }
    Ok(())
}

async fn keep(
    store: &dyn Store,
    conference: &ConferenceId,
    code: &str,
    purpose: &str,
    payload: Option<String>,
    expires_ms: i64,
) -> Result<(), StoreError> {
    let (code_hash, conference, purpose) = (code::hash(code), conference.clone(), purpose.to_owned());
    store.put_code(JoinCode { code_hash, conference, purpose, payload, expires_ms }).await
}

/// Where a code leads, if anywhere. A code for one child's device is good once.
pub(crate) async fn follow(store: &dyn Store, code: &str) -> Result<Option<Leads>, StoreError> {
    let hash = code::hash(code);
    let Some(found) = store.code(&hash, now_ms()).await? else {
        return Ok(None);
    };
    let child = found.payload.and_then(|child| ChildId::try_from(child).ok());
    let what_for = For::ALL.into_iter().find(|what_for| what_for.purpose() == found.purpose);
    let leads = match (what_for, child) {
        (None, None) if found.purpose == LOBBY => return Ok(Some(Leads::Lobby(found.conference))),
        (Some(For::Tablet), Some(child)) => Leads::Tablet(found.conference, child),
        (Some(For::SideRoom), Some(child)) => Leads::SideRoom(found.conference, child),
        (Some(_) | None, _) => return Ok(None),
    };
    // Whoever deletes the code first has it; a second device with the same code is turned away.
    let first = store.delete_code(&hash).await?;
    Ok(first.then_some(leads))
}
