//! Rules about who is here: children, people, seats.
//!
//! Deliberately not here: what a seat may see.

use super::cards::audience;
use super::{Actor, curtain, texts};
use crate::event::Event;
use crate::id::{PersonId, SeatId};
use crate::people::{Child, Person};
use crate::record::Header;
use crate::rejection::Rejection;
use crate::seat::{Holder, Seat};
use crate::state::State;
use crate::view::may_see_person;

/// The head of a record can be put right, but it stays the same conference, and a demonstration stays one.
pub(super) fn change_header(state: &State, header: &Header) -> Result<Vec<Event>, Rejection> {
    let known = &state.record.conference;
    if header.id != known.id || header.demo != known.demo {
        return Err(Rejection::NotYours);
    }
    texts::name(&header.authority)?;
    texts::optional(Some(&header.place))?;
    texts::optional(header.reason.as_deref())?;
    Ok(vec![Event::HeaderChanged(header.clone())])
}

/// A child has a name in law and a name they go by.
pub(super) fn record_child(child: &Child) -> Result<Vec<Event>, Rejection> {
    texts::name(&child.legal_name)?;
    texts::name(&child.known_as)?;
    for text in [&child.school, &child.languages, &child.communication, &child.lives_with, &child.participation] {
        texts::optional(text.as_deref())?;
    }
    Ok(vec![Event::ChildRecorded(child.clone())])
}

/// A person has a name, and ties only to children of this conference.
pub(super) fn record_person(state: &State, person: &Person) -> Result<Vec<Event>, Rejection> {
    texts::name(&person.name)?;
    for text in [&person.known_as, &person.organisation, &person.title, &person.attended] {
        texts::optional(text.as_deref())?;
    }
    for relation in &person.relations {
        texts::name(&relation.relation)?;
        if !state.record.children.has(&relation.child) {
            return Err(Rejection::Unknown { what: relation.child.to_string() });
        }
    }
    if let Some(named) = person.may_know.named().iter().find(|named| !state.record.people.has(named)) {
        return Err(Rejection::Unknown { what: named.to_string() });
    }
    let recorded = std::iter::once(Event::PersonRecorded(person.clone()));
    Ok(recorded.chain(curtain::waits_outside(state, person)).collect())
}

/// Nobody takes the place of somebody of whom they may not know. Business support writes down who is asked and who came: what
/// somebody may see hangs on their role, on their ties and on who may know of them, and of somebody who is there already that stays
/// as it is.
pub(super) fn keep_person(state: &State, actor: &Actor, person: &Person) -> Result<Vec<Event>, Rejection> {
    if let Some(there) = state.record.people.get(&person.id) {
        let same =
            there.role == person.role && there.relations == person.relations && there.may_know == person.may_know;
        let known = may_see_person(state, &audience(actor), there);
        if !known || (*actor == Actor::Support && !same) {
            return Err(Rejection::NotYours);
        }
    }
    record_person(state, person)
}

/// When somebody steps out, what they may not know can be on the wall; when they come back it goes.
pub(super) fn step_out(state: &State, person: &PersonId, out: bool) -> Result<Vec<Event>, Rejection> {
    let person = state.record.people.get(person).ok_or(Rejection::NotFound)?;
    if person.out == out {
        return Ok(Vec::new());
    }
    Ok(vec![Event::PersonRecorded(Person { out, ..person.clone() })])
}

/// More people than come to any conference. A code that was photographed must not fill the record with made-up names.
const MOST_WAITING: usize = 300;

/// Somebody knocks with a name; the chair gives the seat to a person of the conference. One seat, one device: a person
/// who gets a new seat loses the old one. There may be many walls.
pub(super) fn give_seat(state: &State, actor: &Actor, seat: &SeatId, holder: &Holder) -> Result<Vec<Event>, Rejection> {
    let mut events = Vec::new();
    match holder {
        Holder::Waiting(name) => {
            let own = matches!(actor, Actor::Lobby(own) if own == seat);
            let free = state.seats.get(seat).is_none_or(|seat| matches!(seat.holder, Holder::Waiting(_)));
            if !own || !free {
                return Err(Rejection::NotYours);
            }
            let others = state.seats.iter().filter(|other| other.id != *seat);
            if others.filter(|other| matches!(other.holder, Holder::Waiting(_))).count() >= MOST_WAITING {
                return Err(Rejection::LobbyFull);
            }
            texts::name(name)?;
        }
        Holder::Person(person) => {
            if !state.record.people.has(person) {
                return Err(Rejection::Unknown { what: person.to_string() });
            }
            let earlier = state.seats.iter().filter(|other| other.holder == *holder && other.id != *seat);
            events.extend(earlier.map(|other| Event::SeatClosed { seat: other.id.clone() }));
        }
        Holder::Tablet(child) | Holder::SideRoom(child) => {
            if !state.record.children.has(child) {
                return Err(Rejection::Unknown { what: child.to_string() });
            }
        }
        Holder::Wall => {}
    }
    events.push(Event::SeatGiven(Seat { id: seat.clone(), holder: holder.clone() }));
    Ok(events)
}

/// A new join code takes the place of the one before, and whoever waits with that one knocks again: so many made-up names go
/// with one press.
pub(super) fn open_door(state: &State, code: &str) -> Vec<Event> {
    let waiting = state.seats.iter().filter(|seat| matches!(seat.holder, Holder::Waiting(_)));
    let closed = waiting.map(|seat| Event::SeatClosed { seat: seat.id.clone() });
    closed.chain([Event::DoorOpened { code: code.to_owned() }]).collect()
}

/// The chair can close any seat.
pub(super) fn close_seat(state: &State, seat: &SeatId) -> Result<Vec<Event>, Rejection> {
    if !state.seats.has(seat) {
        return Err(Rejection::NotFound);
    }
    Ok(vec![Event::SeatClosed { seat: seat.clone() }])
}
