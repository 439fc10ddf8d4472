//! Rules about the course of the conference and the wall.
//!
//! Deliberately not here: what is on the wall. That follows from the view.

use super::{Context, texts};
use crate::audience::Audience;
use crate::event::Event;
use crate::id::{CardId, PersonId, PhaseKey};
use crate::record::PhaseEntered;
use crate::rejection::Rejection;
use crate::seat::{Showing, Wall};
use crate::state::State;
use crate::view::may_see_card;

/// The chair may enter phases in any order. Going past a required phase that has not happened needs a reason, which the
/// minutes keep.
pub(super) fn enter_phase(
    state: &State,
    phase: &PhaseKey,
    reason: Option<&str>,
    context: Context,
) -> Result<Vec<Event>, Rejection> {
    let framework = &state.record.framework;
    let (place, _) = framework.phase(phase).ok_or_else(|| Rejection::Unknown { what: phase.to_string() })?;
    texts::optional(reason)?;
    let reason = reason.filter(|reason| !reason.trim().is_empty());
    let now = state.phase().map(|(_, phase)| &phase.key);
    let happened = |key: &PhaseKey| Some(key) == now || state.record.phases.iter().any(|entered| entered.phase == *key);
    let missed = framework.phases.iter().take(place).find(|phase| phase.required && !happened(&phase.key));
    if let (Some(missed), None) = (missed, reason) {
        return Err(Rejection::ReasonNeeded { phase: missed.label.clone() });
    }
    Ok(vec![Event::PhaseEntered(PhaseEntered {
        phase: phase.clone(),
        at: context.now,
        skipped_because: missed.and(reason).map(str::to_owned),
    })])
}

/// The chair may hold the wall on the overview or on a column, whatever the phase.
pub(super) fn show(state: &State, showing: Option<&Showing>) -> Result<Vec<Event>, Rejection> {
    if let Some(Showing::Column(column)) = showing
        && state.record.framework.column(column).is_none()
    {
        return Err(Rejection::Unknown { what: column.to_string() });
    }
    Ok(turn(state, |wall| {
        wall.held = showing.cloned();
        wall.page = 0;
        wall.pointed = None;
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
