//! Rules about what is released: the check before words go to more people, the do-not-show list, copies given out.
//!
//! Deliberately not here: what the check looks for (that is [`crate::guard`]).

use super::{Actor, Context, texts as written};
use crate::audience::Audience;
use crate::command::Command;
use crate::copies::GivenCopy;
use crate::curtain::Thing;
use crate::event::Event;
use crate::guard::{Guarded, Readers, Trace, Warning, warnings};
use crate::id::{CopyId, GuardId};
use crate::keeping::Keeping;
use crate::keyed::Identified as _;
use crate::rejection::Rejection;
use crate::state::State;
use crate::view::letter::entries_in_letter;
use crate::view::minutes::MinutesView;

mod matters;
mod steps;
mod texts;

use self::matters::of_matter;
use self::steps::of_event;
use self::texts::{Text, new, of_child, of_header, of_person, of_thing, plan_texts, texts_of};

/// Words that hold something their readers may not know are not released until they are changed, or somebody has written
/// why they can stay. What is put down on a child's own tablet is never held up: the child would think it is gone.
pub(super) fn check(state: &State, actor: &Actor, command: &Command) -> Result<(), Rejection> {
    let on_tablet = matches!(actor, Actor::Tablet(_));
    check_texts(state, if on_tablet { Vec::new() } else { texts_of(state, command) })
}

/// The same for what is put on the record from its pages. What stood there already was looked at when it was written.
pub(super) fn check_keeping(state: &State, keeping: &Keeping) -> Result<(), Rejection> {
    check_texts(
        state,
        match keeping {
            Keeping::Record(matter) => {
                let known = state.record.matters.get(matter.id());
                let stood = known.map(|known| of_matter(state, known, None)).unwrap_or_default();
                new(of_matter(state, matter, None), &stood)
            }
            Keeping::Head(header) => of_header(state, header),
            Keeping::Child(child) => of_child(state, child),
            Keeping::Person(person) => of_person(state, person),
            Keeping::Plan(action) => {
                let of = |action| plan_texts(action, &action.may_know);
                new(of(action), &state.record.plan.get(&action.id).map(of).unwrap_or_default())
            }
            Keeping::Drop(_) | Keeping::Follow(_) | Keeping::Sign | Keeping::Anyway { .. } => Vec::new(),
        },
    )
}

/// The same for a step back or forth: what was there before comes out again, to whoever may know it then. What stands there now
/// was looked at already.
pub(super) fn check_step(state: &State, events: &[Event]) -> Result<(), Rejection> {
    let now: Vec<Event> = events.iter().filter_map(|event| state.inverse(event)).collect();
    let stood: Vec<Text<'_>> = now.iter().flat_map(|event| of_event(state, event)).collect();
    let mut after = state.clone();
    for event in events {
        after.apply(event);
    }
    check_texts(&after, new(events.iter().flat_map(|event| of_event(&after, event)).collect(), &stood))
}

/// What the room would read of a thing, for the chair who is asked whether it may.
pub(crate) fn would_be_read<'a>(state: &'a State, thing: &Thing) -> Vec<&'a str> {
    of_thing(state, thing).into_iter().map(|text| text.words).collect()
}

/// What the log keeps where a warning is set aside.
pub(super) fn noted(looked: Result<(), Rejection>, reason: &str) -> Option<Event> {
    match looked {
        Err(Rejection::LookAgain { warnings }) => Some(Event::WarningSetAside { warnings, reason: reason.to_owned() }),
        Ok(()) | Err(_) => None,
    }
}

fn check_texts<'a>(state: &State, texts: impl IntoIterator<Item = Text<'a>>) -> Result<(), Rejection> {
    let mut found: Vec<Warning> = Vec::new();
    for Text { words, reach, own, about, is_where_we_meet } in texts {
        for warning in warnings(state, words, Readers { reach, own, about }) {
            let says_nothing = is_where_we_meet && matches!(warning, Warning::Trace { trace: Trace::Postcode, .. });
            if !says_nothing && !found.contains(&warning) {
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
