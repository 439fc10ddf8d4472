//! Rules about the pictures of what a child said, wrote or drew.
//!
//! Deliberately not here: what a picture looks like, and whether its file may be kept. The server sees to that before a
//! picture has an id.

use std::collections::BTreeSet;

use super::sharing::childs_own;
use super::{Actor, texts};
use crate::event::Event;
use crate::id::{EntryId, PictureId};
use crate::rejection::Rejection;
use crate::state::State;
use crate::tool::Entry;

/// A picture belongs to one entry and no other: what a child shared with nobody can never be shown through another
/// entry that names the same picture.
pub(super) fn belong(state: &State, entry: &Entry) -> Result<(), Rejection> {
    let mut named = BTreeSet::new();
    for picture in &entry.pictures {
        texts::optional(picture.alt.as_deref())?;
        if picture.problem().is_some() {
            return Err(Rejection::Unknown { what: "this picture".to_owned() });
        }
        let elsewhere = state.record.picture(&picture.id).is_some_and(|(other, _)| other.id != entry.id);
        if elsewhere || !named.insert(&picture.id) {
            return Err(Rejection::IdTaken);
        }
    }
    Ok(())
}

/// What is on a picture can be said at any time, and said better later, by whoever holds the child's tool with them.
pub(super) fn describe(
    state: &State,
    actor: &Actor,
    entry: &EntryId,
    picture: &PictureId,
    alt: &str,
) -> Result<Vec<Event>, Rejection> {
    let (tool, entry) = state.record.entry(entry).ok_or(Rejection::NotFound)?;
    childs_own(state, actor, &tool.child)?;
    let known = entry.pictures.iter().find(|known| known.id == *picture).ok_or(Rejection::NotFound)?;
    texts::line(alt)?;
    if known.alt.as_deref() == Some(alt) {
        return Ok(Vec::new());
    }
    let (entry, picture, alt) = (entry.id.clone(), picture.clone(), alt.to_owned());
    Ok(vec![Event::PictureDescribed { entry, picture, alt }])
}
