//! Rules about what is released: the check before words go to more people, the do-not-show list, copies given out.
//!
//! Deliberately not here: what the check looks for (that is [`crate::guard`]).

use super::{Context, texts as written};
use crate::audience::Audience;
use crate::command::Command;
use crate::copies::GivenCopy;
use crate::curtain::Thing;
use crate::event::Event;
use crate::guard::{Guarded, Readers, Warning, warnings};
use crate::id::{CopyId, GuardId};
use crate::outcome::Action;
use crate::rejection::Rejection;
use crate::state::State;
use crate::view::letter::entries_in_letter;
use crate::view::minutes::MinutesView;

mod matters;
mod texts;

use self::texts::{Text, of_thing, plan_texts, texts_of};

/// Words that hold something their readers may not know are not released until they are changed, or somebody has written
/// why they can stay.
pub(super) fn check(state: &State, command: &Command) -> Result<(), Rejection> {
    check_texts(state, texts_of(state, command))
}

/// The same for a line of the plan from the record's pages. What stood there already was looked at when it was written.
pub(super) fn check_plan(state: &State, action: &Action) -> Result<(), Rejection> {
    let known = state.record.plan.get(&action.id).filter(|known| known.may_know == action.may_know);
    let of = |action| plan_texts(action, &action.may_know);
    let stood: Vec<&str> = known.into_iter().flat_map(of).map(|text| text.words).collect();
    check_texts(state, of(action).into_iter().filter(|text| !stood.contains(&text.words)))
}

/// What the room would read of a thing, for the chair who is asked whether it may.
pub(crate) fn would_be_read<'a>(state: &'a State, thing: &Thing) -> Vec<&'a str> {
    of_thing(state, thing).into_iter().map(|text| text.words).collect()
}

fn check_texts<'a>(state: &State, texts: impl IntoIterator<Item = Text<'a>>) -> Result<(), Rejection> {
    let mut found: Vec<Warning> = Vec::new();
    for Text { words, reach, own, about } in texts {
        for warning in warnings(state, words, Readers { reach, own, about }) {
            if !found.contains(&warning) {
                found.push(warning);
            }
        }
    }
    if found.is_empty() { Ok(()) } else { Err(Rejection::LookAgain { warnings: found }) }
}

/// What must not be shown is written on the list with who may read it.
pub(super) fn guard(state: &State, guarded: &Guarded) -> Result<Vec<Event>, Rejection> {
    written::name(&guarded.words)?;
    if let Some(person) = guarded.may_know.named().iter().find(|person| !state.record.people.has(person)) {
        return Err(Rejection::Unknown { what: person.to_string() });
    }
    Ok(vec![Event::GuardSet(guarded.clone())])
}

/// A thing can come off the list.
pub(super) fn unguard(state: &State, guard: &GuardId) -> Vec<Event> {
    let there = state.record.do_not_show.get(guard);
    there.map(|there| Event::GuardLifted { guard: there.id.clone() }).into_iter().collect()
}

/// A copy that leaves the room is written down with the children's words that are in it, so that a child who thinks again
/// can be told honestly which copies cannot be called back.
pub(super) fn give_copy(
    state: &State,
    id: &CopyId,
    to: &Audience,
    how: &str,
    context: Context,
) -> Result<Vec<Event>, Rejection> {
    written::name(how)?;
    let known = match to {
        Audience::Person(person) => state.record.people.has(person),
        Audience::Child(child) => state.record.children.has(child),
        Audience::Professionals | Audience::Family => true,
        Audience::Chair
        | Audience::Clerk
        | Audience::Wall
        | Audience::Tablet(_)
        | Audience::SideRoom(_)
        | Audience::Support => false,
    };
    if !known {
        return Err(Rejection::NotFound);
    }
    if state.record.copies.has(id) {
        return Ok(Vec::new());
    }
    let entries = match to {
        Audience::Child(child) => entries_in_letter(state, child),
        Audience::Person(_)
        | Audience::Professionals
        | Audience::Family
        | Audience::Chair
        | Audience::Clerk
        | Audience::Wall
        | Audience::Tablet(_)
        | Audience::SideRoom(_)
        | Audience::Support => MinutesView::of(state, to).entries(state),
    };
    let copy = GivenCopy { id: id.clone(), to: to.clone(), how: how.to_owned(), at: context.now, entries };
    Ok(vec![Event::CopyGiven(copy)])
}
