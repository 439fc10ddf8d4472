//! Rules about what is said behind the curtain beside the lines of the board: kept while it is drawn, shared thing by thing when it opens or
//! later.
//!
//! Deliberately not here: the curtain itself, and how far a choice is narrowed behind it ([`super::curtain`]).

use super::curtain::{behind, for_the_room};
use crate::curtain::{KeptBehind, Thing};
use crate::event::Event;
use crate::id::PersonId;
use crate::keyed::Identified as _;
use crate::matter::{Matter, RestrictedPart};
use crate::outcome::{Action, Contingency, FamilyView, Rating};
use crate::rejection::Rejection;
use crate::sharing::MayKnow;
use crate::state::State;

/// What is said behind the curtain stays with those who are behind it until the chair shares it, also where it has no choice of its own. What
/// was kept once stays kept when it is said again or something takes its place, behind a curtain or not.
pub(super) fn keeps(state: &State, thing: Thing, in_place_of: &[Thing]) -> Option<Event> {
    let before = std::iter::once(&thing).chain(in_place_of).find_map(|thing| state.record.kept_behind.get(thing));
    let may_know = behind(state, before.map_or(&MayKnow::Everyone, |kept| &kept.may_know));
    (may_know != kept_now(state, &thing)).then_some(Event::KeptBehind(KeptBehind { thing, may_know }))
}

/// Who may know a thing that has no choice of its own.
fn kept_now(state: &State, thing: &Thing) -> MayKnow {
    state.record.kept_behind.get(thing).map_or(MayKnow::Everyone, |kept| kept.may_know.clone())
}

/// What makes others know a thing, where that changes anything; nothing for a thing that was taken back meanwhile.
pub(super) fn known_by(state: &State, thing: &Thing, choose: impl Fn(&MayKnow) -> MayKnow) -> Option<Event> {
    let record = &state.record;
    let other = |now: &MayKnow| Some(choose(now)).filter(|chosen| chosen != now);
    let kept = || {
        let may_know = other(&kept_now(state, thing))?;
        Some(Event::KeptBehind(KeptBehind { thing: thing.clone(), may_know }))
    };
    match thing {
        Thing::Rating(id) => {
            let rating = record.ratings.get(id)?;
            let may_know = other(&rating.may_know)?;
            Some(Event::RatingGiven(Rating { may_know, ..rating.clone() }))
        }
        Thing::Action(id) => {
            let action = record.plan.get(id)?;
            let may_know = other(&action.may_know)?;
            Some(Event::ActionPlanned(Action { may_know, ..action.clone() }))
        }
        Thing::Contingency => {
            let written = record.contingency.as_ref()?;
            let may_know = other(&written.may_know)?;
            Some(Event::ContingencyWritten { contingency: Some(Contingency { may_know, ..written.clone() }) })
        }
        Thing::FamilyView(id) => {
            let view = record.family_views.get(id)?;
            let may_know = other(&view.may_know)?;
            Some(Event::FamilyViewGiven(FamilyView { may_know, ..view.clone() }))
        }
        Thing::Decision(child) => record.decisions.get(child).and_then(|_| kept()),
        Thing::AgencyView(id) => record.agency_views.get(id).and_then(|_| kept()),
        Thing::Answer(entry) => record.answers.get(entry).and_then(|_| kept()),
        Thing::Phase(_) => kept(),
        Thing::Matter(id) => {
            let matter = record.matters.get(id)?;
            match matter.may_know() {
                Some(now) => other(now).map(|may_know| Event::MatterRecorded(matter.known_by(may_know))),
                None => kept(),
            }
        }
    }
}

/// What shares things with the room, when some people had been out.
pub(super) fn shared(state: &State, out: &[PersonId], things: &[Thing]) -> Vec<Event> {
    things.iter().filter_map(|thing| known_by(state, thing, |now| for_the_room(state, out, now))).collect()
}

/// What stayed behind the curtain when it opened can be shared later, thing by thing: with all who were out when it was said. The record says
/// of each part what was shared of it.
pub(super) fn share(state: &State, things: &[Thing]) -> Result<Vec<Event>, Rejection> {
    let parts: Vec<&RestrictedPart> = state.record.all::<RestrictedPart>().collect();
    let mut events = Vec::new();
    for thing in things {
        let of: Vec<&&RestrictedPart> = parts.iter().filter(|part| part.things.contains(thing)).collect();
        if of.is_empty() {
            return Err(Rejection::NotFound);
        }
        let out: Vec<PersonId> = of.iter().flat_map(|part| &part.out).cloned().collect();
        events.extend(shared(state, &out, std::slice::from_ref(thing)));
    }
    for part in parts {
        let new = things.iter().filter(|thing| part.things.contains(thing) && !part.things_shared.contains(thing));
        let things_shared: Vec<Thing> = part.things_shared.iter().chain(new).cloned().collect();
        if things_shared.len() > part.things_shared.len() {
            let part = RestrictedPart { things_shared, ..part.clone() };
            events.push(Event::MatterRecorded(Matter::RestrictedPart(part)));
        }
    }
    Ok(events)
}

/// A matter that is put down behind the curtain, where it says itself who may know it.
pub(super) fn matter(state: &State, matter: &Matter) -> Matter {
    matter.may_know().map_or_else(|| matter.clone(), |may_know| matter.known_by(behind(state, may_know)))
}

/// And where it does not.
pub(super) fn keeps_matter(state: &State, matter: &Matter, in_place_of: &[Thing]) -> Option<Event> {
    let has_no_choice = matter.is_said() && matter.may_know().is_none();
    has_no_choice.then(|| keeps(state, Thing::Matter(matter.id().clone()), in_place_of)).flatten()
}
