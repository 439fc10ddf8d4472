//! Rules about a young person's own conference and about a child in a side room.
//!
//! Deliberately not here: the young person's words. They are given like any other entry.

use super::sharing::childs_own;
use super::wall::turn;
use super::{Actor, Context, texts};
use crate::audience::Audience;
use crate::event::Event;
use crate::id::{CardId, ChildId, PersonId, SignId};
use crate::own::OwnConference;
use crate::rejection::Rejection;
use crate::side_room::{Says, Sign};
use crate::state::State;
use crate::view::{knows_of, may_see_card};

/// A young person has the chair with them and at most one other person, whom they choose from the conference. Their board is
/// a tool of their own. What they agreed about sharing is not undone by going back a step.
pub(super) fn hold(state: &State, actor: &Actor, own: &OwnConference) -> Result<Vec<Event>, Rejection> {
    childs_own(state, actor, &own.child)?;
    let tool = state.record.tools.get(&own.tool).ok_or(Rejection::NotFound)?;
    if tool.child != own.child {
        return Err(Rejection::NotFound);
    }
    for person in [&own.companion, &own.told_by].into_iter().flatten() {
        if !may_name(state, actor, &own.child, person) {
            return Err(Rejection::Unknown { what: person.to_string() });
        }
    }
    for text in [&own.called, &own.pronouns].into_iter().flatten() {
        texts::name(text)?;
    }
    let known = state.record.own_conferences.get(&own.child);
    let own = OwnConference { agreed_at: known.and_then(|known| known.agreed_at), ..own.clone() };
    if known == Some(&own) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::OwnConferenceHeld(own)])
}

/// Staff can name anybody of the conference. A tablet can name only whom its child knows to be there, and hears the same
/// about somebody who is kept from it as about nobody.
fn may_name(state: &State, actor: &Actor, child: &ChildId, person: &PersonId) -> bool {
    match actor {
        Actor::Tablet(_) => knows_of(state, child, person),
        Actor::Chair
        | Actor::Clerk
        | Actor::SocialWorker(_)
        | Actor::Support
        | Actor::Person(_)
        | Actor::SideRoom(_)
        | Actor::Lobby(_)
        | Actor::Wall => state.record.people.has(person),
    }
}

/// The young person agrees how their board is shared, once they know the limits. Cards they have not decided on stay theirs.
pub(super) fn agree(state: &State, actor: &Actor, child: &ChildId, context: Context) -> Result<Vec<Event>, Rejection> {
    childs_own(state, actor, child)?;
    let own = state.record.own_conferences.get(child).ok_or(Rejection::NotFound)?;
    if own.understood.is_none() {
        return Err(Rejection::NotExplained);
    }
    match own.agreed_at {
        Some(_) => Ok(Vec::new()),
        None => Ok(vec![Event::OwnConferenceHeld(OwnConference { agreed_at: Some(context.now), ..own.clone() })]),
    }
}

/// A child in a side room can say yes, not like that, or something to add, about a line they see or about none.
pub(super) fn sign(
    state: &State,
    actor: &Actor,
    id: &SignId,
    card: Option<&CardId>,
    says: Says,
    words: Option<&str>,
    context: Context,
) -> Result<Vec<Event>, Rejection> {
    let Actor::SideRoom(child) = actor else {
        return Err(Rejection::NotYours);
    };
    if let Some(words) = words {
        texts::childs(words)?;
    }
    if let Some(card) = card {
        let seen = state.record.cards.get(card);
        let seen = seen.is_some_and(|card| may_see_card(state, &Audience::SideRoom(child.clone()), card));
        if !seen {
            return Err(Rejection::NotFound);
        }
    }
    if let Some(there) = state.record.signs.get(id) {
        let same = there.child == *child && there.says == says && there.words.as_deref() == words;
        return if same { Ok(Vec::new()) } else { Err(Rejection::IdTaken) };
    }
    Ok(vec![Event::SignGiven(Sign {
        id: id.clone(),
        child: child.clone(),
        card: card.cloned(),
        says,
        words: words.map(str::to_owned),
        at: context.now,
        taken_up: false,
    })])
}

/// Whether the room is told that a child is in the side room is for that child to say, and can be said anew at any time.
pub(super) fn say_here(state: &State, actor: &Actor, here: bool) -> Result<Vec<Event>, Rejection> {
    let Actor::SideRoom(child) = actor else {
        return Err(Rejection::NotYours);
    };
    Ok(turn(state, |wall| {
        wall.here.retain(|other| other != child);
        if here {
            wall.here.push(child.clone());
        }
    }))
}

/// The chair takes a sign up; it stays in the record.
pub(super) fn take_up(state: &State, sign: &SignId) -> Result<Vec<Event>, Rejection> {
    let sign = state.record.signs.get(sign).ok_or(Rejection::NotFound)?;
    if sign.taken_up {
        return Ok(Vec::new());
    }
    Ok(vec![Event::SignGiven(Sign { taken_up: true, ..sign.clone() })])
}
