//! Rules about the course of the conference and the wall.
//!
//! Deliberately not here: what is on the wall. That follows from the view.

use super::showing::first_unheard;
use super::{Context, behind, texts};
use crate::audience::Audience;
use crate::curtain::Thing;
use crate::event::Event;
use crate::id::{CardId, ChildId, EntryId, PersonId, PhaseKey, PlaceKey};
use crate::record::PhaseEntered;
use crate::rejection::Rejection;
use crate::seat::{Showing, Wall};
use crate::state::State;
use crate::view::{may_see_card, may_see_entry};

/// The chair may enter phases in any order. Going past a required phase that has not happened needs a reason, and so does
/// deciding before each child's view has been on the wall; the minutes keep both.
pub(super) fn enter_phase(
    state: &State,
    phase: &PhaseKey,
    reason: Option<&str>,
    context: Context,
) -> Result<Vec<Event>, Rejection> {
    let framework = &state.record.framework;
    let (place, entered) = framework.phase(phase).ok_or_else(|| Rejection::Unknown { what: phase.to_string() })?;
    texts::optional(reason)?;
    let reason = reason.filter(|reason| !reason.trim().is_empty());
    let now = state.phase().map(|(_, phase)| &phase.key);
    let happened = |key: &PhaseKey| Some(key) == now || state.record.phases.iter().any(|entered| entered.phase == *key);
    let missed = framework.phases.iter().take(place).find(|phase| phase.required && !happened(&phase.key));
    let unheard = first_unheard(state).filter(|_| entered.after_childs_view);
    match (missed, unheard, reason) {
        (Some(missed), _, None) => return Err(Rejection::ReasonNeeded { phase: missed.label.clone() }),
        (None, Some(child), None) => return Err(Rejection::ViewNotShown { child: child.known_as.clone() }),
        (None, None, None) | (_, _, Some(_)) => {}
    }
    let entered = PhaseEntered {
        phase: phase.clone(),
        at: context.now,
        skipped_because: missed.and(reason).map(str::to_owned),
        without_childs_view: unheard.and(reason).map(str::to_owned),
    };
    let kept = entered.has_reason().then(|| behind::keeps(state, Thing::Phase(phase.clone()), &[])).flatten();
    Ok(kept.into_iter().chain([Event::PhaseEntered(entered)]).collect())
}

/// The places of a child's tool open on the wall in the order the child or the chair opens them.
pub(super) fn open_place(state: &State, place: &PlaceKey, open: bool) -> Vec<Event> {
    turn(state, |wall| {
        wall.opened.retain(|other| other != place);
        if open {
            wall.opened.push(place.clone());
        }
    })
}

/// A drawing is described first; then it can be seen, if the room may see it.
pub(super) fn reveal(state: &State, entry: &EntryId, seen: bool) -> Result<Vec<Event>, Rejection> {
    let (_, known) = state.record.entry(entry).ok_or(Rejection::NotFound)?;
    if seen && !may_see_entry(state, &Audience::Wall, known) {
        return Err(Rejection::NotShared);
    }
    Ok(turn(state, |wall| {
        wall.revealed.retain(|other| other != entry);
        if seen {
            wall.revealed.push(entry.clone());
        }
    }))
}

/// A child's words can be put away for now, for one child and not the others; they stay on the board.
pub(super) fn not_now(state: &State, child: &ChildId, not_now: bool) -> Result<Vec<Event>, Rejection> {
    if !state.record.children.has(child) {
        return Err(Rejection::NotFound);
    }
    Ok(turn(state, |wall| {
        wall.not_now.retain(|other| other != child);
        if not_now {
            wall.not_now.push(child.clone());
        }
    }))
}

/// The chair may hold the wall on the overview, on a column, on a child's tool, on the plan or on the decisions, whatever the
/// phase. A tool begins closed.
pub(super) fn show(state: &State, showing: Option<&Showing>) -> Result<Vec<Event>, Rejection> {
    if let Some(Showing::Column(column)) = showing
        && state.record.framework.column(column).is_none()
    {
        return Err(Rejection::Unknown { what: column.to_string() });
    }
    if let Some(Showing::Tool(tool)) = showing
        && !state.record.tools.has(tool)
    {
        return Err(Rejection::NotFound);
    }
    let same = showing == state.wall.held.as_ref();
    Ok(turn(state, |wall| {
        wall.held = showing.cloned();
        wall.page = 0;
        wall.pointed = None;
        if !same {
            wall.opened.clear();
            wall.revealed.clear();
        }
    }))
}

/// Only what is on the wall can be pointed at.
pub(super) fn point(state: &State, card: Option<&CardId>) -> Result<Vec<Event>, Rejection> {
    if let Some(card) = card {
        let card = state.record.cards.get(card).ok_or(Rejection::NotFound)?;
        if !may_see_card(state, &Audience::Wall, card) {
            return Err(Rejection::NotShared);
        }
    }
    Ok(turn(state, |wall| wall.pointed = card.cloned()))
}

/// Anybody of the conference can be the one who speaks.
pub(super) fn speak(state: &State, person: Option<&PersonId>) -> Result<Vec<Event>, Rejection> {
    match person {
        Some(person) if !state.record.people.has(person) => Err(Rejection::Unknown { what: person.to_string() }),
        Some(_) | None => Ok(turn(state, |wall| wall.speaker = person.cloned())),
    }
}

/// The wall after a change; nothing when it is as it was.
pub(super) fn turn(state: &State, change: impl FnOnce(&mut Wall)) -> Vec<Event> {
    let mut wall = state.wall.clone();
    change(&mut wall);
    if wall == state.wall { Vec::new() } else { vec![Event::WallTurned(wall)] }
}
