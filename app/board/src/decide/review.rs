//! Rules about looking back at a review: what became of each line of last time's board.
//!
//! Deliberately not here: the lines of today that nobody remembers from last time. They are new by themselves.

use super::cards::{add, audience, remove, restore};
use super::{Actor, behind};
use crate::card::Card;
use crate::event::Event;
use crate::id::{CardId, MatterId};
use crate::matter::{Fate, Matter, ReviewState};
use crate::rejection::Rejection;
use crate::state::State;
use crate::view::{heading_today, may_look_back_on};

/// What somebody says of a line of last time.
pub(super) struct Told<'a> {
    /// The id of what is put down, when nothing was said of the line before.
    pub(super) fate: &'a MatterId,
    /// The line of last time.
    pub(super) card: &'a CardId,
    /// What became of it.
    pub(super) state: ReviewState,
    /// The id of the line on today's board, when it is to stand there.
    pub(super) now: &'a CardId,
}

/// Each line of last time is still here, better, worse or gone. What is not gone stands on today's board in its own words, once; what
/// is gone is taken off it. A child's words are never copied: only the child's own tool brings them to the board.
pub(super) fn tell_fate(state: &State, actor: &Actor, told: &Told<'_>) -> Result<Vec<Event>, Rejection> {
    let then = then(state, actor, told.card)?;
    let known = state.record.all::<Fate>().find(|fate| fate.card == then.id);
    let there = known.and_then(|fate| fate.now.as_ref()).and_then(|now| state.record.cards.get(now));
    let is_gone = told.state == ReviewState::Gone;
    let mut now = there.map(|there| there.id.clone());
    let mut events = match there {
        Some(there) if is_gone && !there.removed => remove(state, actor, &there.id)?,
        Some(there) if !is_gone && there.removed => restore(state, actor, &there.id)?,
        Some(_) => Vec::new(),
        None if is_gone || then.is_fixed() => Vec::new(),
        None => {
            now = Some(told.now.clone());
            add(state, actor, &carried_over(state, then, told.now)?)?
        }
    };
    let fate = Fate {
        id: known.map_or_else(|| told.fate.clone(), |known| known.id.clone()),
        card: then.id.clone(),
        state: told.state,
        // What was said to another answer is not true of this one.
        words: known.filter(|known| known.state == told.state).and_then(|known| known.words.clone()),
        now,
    };
    if known.is_none() && state.record.matters.has(&fate.id) {
        return Err(Rejection::IdTaken);
    }
    if known != Some(&fate) {
        let fate = Matter::Fate(fate);
        events.extend(behind::keeps_matter(state, &fate, &[]));
        events.push(Event::MatterRecorded(fate));
    }
    Ok(events)
}

/// The line of last time, for those who may look back on it; for all others it is not there.
fn then<'a>(state: &'a State, actor: &Actor, card: &CardId) -> Result<&'a Card, Rejection> {
    let then = state.record.earlier.as_deref().and_then(|earlier| earlier.cards.get(card));
    then.filter(|then| may_look_back_on(state, &audience(actor), then)).ok_or(Rejection::NotFound)
}

/// The line as it stands on today's board: what it said, who said it, and who may know it are as they were.
fn carried_over(state: &State, then: &Card, now: &CardId) -> Result<Card, Rejection> {
    let section = heading_today(state, then).ok_or(Rejection::NotFound)?;
    Ok(Card { id: now.clone(), section, group: None, fit_for_child: false, ..then.clone() })
}
