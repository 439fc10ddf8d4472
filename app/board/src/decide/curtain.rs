//! Rules about the curtain, the parts of a split conference, and numbers that are hidden until all have given theirs.
//!
//! Deliberately not here: what a paused device shows. It has no view at all ([`crate::view::is_paused`]).

use super::{Context, behind};
use crate::audience::Standing;
use crate::card::Card;
use crate::curtain::{Curtain, Thing};
use crate::event::Event;
use crate::id::{CardId, MatterId, PersonId};
use crate::matter::{Matter, RestrictedPart, Sitting};
use crate::people::Person;
use crate::quorum::takes_part;
use crate::rejection::Rejection;
use crate::sharing::MayKnow;
use crate::state::State;

/// One key draws the curtain: the wall is neutral, and those named are paused; where nobody is named, the family and whoever came
/// with them. Drawn again it pauses others instead, and stays the same part of the conference.
pub(super) fn draw(
    state: &State,
    paused: Option<&[PersonId]>,
    why: Option<&str>,
    context: Context,
) -> Result<Vec<Event>, Rejection> {
    super::texts::optional(why)?;
    let of_the_family = || family(state).map(|person| person.id.clone()).collect();
    let paused = paused.map_or_else(of_the_family, <[PersonId]>::to_vec);
    if let Some(unknown) = paused.iter().find(|person| !state.record.people.has(person)) {
        return Err(Rejection::Unknown { what: unknown.to_string() });
    }
    let begun = || Curtain {
        since: context.now,
        paused: Vec::new(),
        out: Vec::new(),
        why: None,
        lines: Vec::new(),
        things: Vec::new(),
    };
    let drawn = state.curtain.clone().unwrap_or_else(begun);
    let why = why.filter(|why| !why.trim().is_empty()).map(str::to_owned).or(drawn.why);
    let mut out = drawn.out.clone();
    out.extend(paused.iter().filter(|person| !drawn.out.contains(person)).cloned());
    let curtain = Curtain { paused, out, why, ..drawn };
    Ok(if state.curtain.as_ref() == Some(&curtain) { Vec::new() } else { vec![Event::CurtainDrawn(curtain)] })
}

/// What the chair shares with the room when the curtain opens.
pub(super) struct Opening<'a> {
    /// The id under which the record keeps that there was such a part.
    pub(super) part: &'a MatterId,
    /// The lines.
    pub(super) lines: &'a [CardId],
    /// Everything else.
    pub(super) things: &'a [Thing],
}

/// When the curtain opens, each line put down behind it, and each other thing that was said, is shared with the room or stays where it is, one
/// by one; and the record keeps that there was such a part, when, and who had stepped out.
pub(super) fn open(state: &State, opening: &Opening<'_>, context: Context) -> Result<Vec<Event>, Rejection> {
    let Some(curtain) = &state.curtain else {
        return Ok(Vec::new());
    };
    let came_behind = opening.lines.iter().all(|card| curtain.lines.contains(card))
        && opening.things.iter().all(|thing| curtain.things.contains(thing));
    if !came_behind {
        return Err(Rejection::NotFound);
    }
    let on_board = opening.lines.iter().filter_map(|card| state.record.cards.get(card)).filter(|card| !card.removed);
    let known = |card: &Card| known_by(card, for_the_room(state, &curtain.out, &card.may_know));
    let mut events: Vec<Event> = on_board.map(known).collect();
    events.extend(behind::shared(state, &curtain.out, opening.things));
    events.push(Event::MatterRecorded(Matter::RestrictedPart(RestrictedPart {
        id: opening.part.clone(),
        began: curtain.since,
        ended: context.now,
        out: curtain.out.clone(),
        why: curtain.why.clone(),
        lines: curtain.lines.clone(),
        shared: opening.lines.to_vec(),
        things: curtain.things.clone(),
        things_shared: opening.things.to_vec(),
    })));
    events.push(Event::CurtainOpened { at: context.now });
    Ok(events)
}

/// What is shared with the room is for those in it: not for the family of another part, and not for somebody from whom it had been
/// kept before the curtain was drawn.
pub(super) fn for_the_room(state: &State, out: &[PersonId], may_know: &MayKnow) -> MayKnow {
    let kept_before = match may_know {
        MayKnow::EveryoneExcept { people } => people.as_slice(),
        MayKnow::Everyone
        | MayKnow::Only { .. }
        | MayKnow::Professionals
        | MayKnow::ChairAndSocialWorker
        | MayKnow::ChairOnly
        | MayKnow::NotDecided => &[],
    };
    let still: Vec<PersonId> = kept_before.iter().filter(|person| !out.contains(person)).cloned().collect();
    without(&without(&MayKnow::Everyone, &still), &in_other_parts(state))
}

fn known_by(card: &Card, may_know: MayKnow) -> Event {
    Event::CardDescribed {
        card: card.id.clone(),
        line: card.line,
        source: card.source.clone(),
        children: card.children.clone(),
        may_know,
    }
}

/// What is put down behind the curtain is not for those who are paused, whatever its sender chose, until the curtain opens and
/// somebody says otherwise. Where all of the family is out it is for the professionals: whoever of the family is put down later has not
/// heard it either.
pub(super) fn behind(state: &State, may_know: &MayKnow) -> MayKnow {
    let Some(curtain) = &state.curtain else {
        return may_know.clone();
    };
    let is_family = |id: &PersonId| family(state).any(|person| person.id == *id);
    let all_of_it = |people: &[PersonId]| family(state).all(|person| people.contains(&person.id));
    let narrowed = without(may_know, &curtain.paused);
    let without_the_family = matches!(&narrowed, MayKnow::EveryoneExcept { people }
        if !people.is_empty() && people.iter().all(is_family) && all_of_it(people));
    if without_the_family { MayKnow::Professionals } else { narrowed }
}

/// What grown-ups say in one part of a split conference is not for the family of another part either, unless the chair says otherwise.
pub(super) fn said_now(state: &State, may_know: &MayKnow) -> MayKnow {
    without(&behind(state, may_know), &in_other_parts(state))
}

/// Those of the family, and whoever came with them, who sit in other parts than the one that is held.
fn in_other_parts(state: &State) -> Vec<PersonId> {
    let sits_in = |person: &Person, part: &Sitting| part.people.contains(&person.id);
    let Some(held) = state.record.all::<Sitting>().find(|part| state.sitting.as_ref() == Some(&part.id)) else {
        return Vec::new();
    };
    let elsewhere =
        |person: &&Person| !sits_in(person, held) && state.record.all::<Sitting>().any(|part| sits_in(person, part));
    family(state).filter(elsewhere).map(|person| person.id.clone()).collect()
}

fn family(state: &State) -> impl Iterator<Item = &Person> {
    state.record.people.iter().filter(|person| person.role.standing() == Standing::Family)
}

/// The same choice without some people.
fn without(may_know: &MayKnow, out: &[PersonId]) -> MayKnow {
    match may_know {
        MayKnow::Everyone if out.is_empty() => MayKnow::Everyone,
        MayKnow::Everyone => MayKnow::EveryoneExcept { people: out.to_vec() },
        MayKnow::EveryoneExcept { people } => {
            let more = out.iter().filter(|person| !people.contains(person));
            MayKnow::EveryoneExcept { people: people.iter().chain(more).cloned().collect() }
        }
        MayKnow::Only { people, professionals } => {
            let kept = people.iter().filter(|person| !out.contains(person));
            MayKnow::Only { people: kept.cloned().collect(), professionals: *professionals }
        }
        MayKnow::Professionals | MayKnow::ChairAndSocialWorker | MayKnow::ChairOnly | MayKnow::NotDecided => {
            may_know.clone()
        }
    }
}

/// The same for a line of before that gets other words: those who are paused know it in the words it had, and no others.
pub(super) fn kept_behind(state: &State, card: &Card) -> Option<Event> {
    let may_know = said_now(state, &card.may_know);
    (may_know != card.may_know).then(|| known_by(card, may_know))
}

/// Somebody who comes to the family's side while the curtain is drawn has heard nothing of what was said: they wait outside like the
/// others until the chair lets them in, and what was put down before they came is not for them.
pub(super) fn waits_outside(state: &State, person: &Person) -> Vec<Event> {
    let of_the_family = |person: &Person| person.role.standing() == Standing::Family;
    let is_new = !state.record.people.get(&person.id).is_some_and(of_the_family);
    let Some(curtain) = state.curtain.as_ref().filter(|_| is_new && of_the_family(person)) else {
        return Vec::new();
    };
    let newcomer = std::slice::from_ref(&person.id);
    let lines = curtain.lines.iter().filter_map(|card| state.record.cards.get(card));
    let narrower = lines.map(|card| (card, without(&card.may_know, newcomer)));
    let changed = narrower.filter(|(card, may_know)| card.may_know != *may_know);
    let mut events: Vec<Event> = changed.map(|(card, may_know)| known_by(card, may_know)).collect();
    let other = |thing| behind::known_by(state, thing, |may_know| without(may_know, newcomer));
    events.extend(curtain.things.iter().filter_map(other));
    let with = |people: &[PersonId]| people.iter().chain(newcomer).cloned().collect();
    let (paused, out) = (with(&curtain.paused), with(&curtain.out));
    events.push(Event::CurtainDrawn(Curtain { paused, out, ..curtain.clone() }));
    events
}

/// Whether a line was put down, or given its words, behind the drawn curtain.
pub(super) fn is_behind(state: &State, card: &CardId) -> bool {
    state.curtain.as_ref().is_some_and(|curtain| curtain.lines.contains(card))
}

/// A split conference is in one of its parts, or in none. Whoever sits in the part that begins is in the room, and whoever does not
/// has stepped out.
pub(super) fn begin_sitting(state: &State, sitting: Option<&MatterId>) -> Result<Vec<Event>, Rejection> {
    if state.sitting.as_ref() == sitting {
        return Ok(Vec::new());
    }
    let mut events = vec![Event::SittingBegan { sitting: sitting.cloned() }];
    if let Some(id) = sitting {
        let part = state.record.all::<Sitting>().find(|part| part.id == *id).ok_or(Rejection::NotFound)?;
        let changes = |person: &&Person| takes_part(person) && person.out == part.people.contains(&person.id);
        let people = state.record.people.iter().filter(changes);
        events.extend(people.map(|person| Event::PersonRecorded(Person { out: !person.out, ..person.clone() })));
    }
    Ok(events)
}

/// Numbers can wait, unseen by others, until everybody has given theirs.
pub(super) fn hide_numbers(state: &State, hidden: bool) -> Vec<Event> {
    if state.numbers_hidden == hidden { Vec::new() } else { vec![Event::NumbersHidden { hidden }] }
}
