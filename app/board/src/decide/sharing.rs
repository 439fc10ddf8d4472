//! Rules about a child's choice: who may know, how it is told, and what overrides it.
//!
//! Deliberately not here: what an audience then gets (that is `view::told`).

use super::{Actor, texts};
use crate::event::Event;
use crate::id::{ChildId, EntryId, PersonId};
use crate::rejection::Rejection;
use crate::sharing::{MayKnow, Override, Surface, Telling, When, Wording};
use crate::state::State;

/// Who may know and how it is told is the child's choice, and can be chosen anew at any time; it holds at once, everywhere.
pub(super) fn choose(
    state: &State,
    actor: &Actor,
    entry: &EntryId,
    may_know: &MayKnow,
    telling: &Telling,
) -> Result<Vec<Event>, Rejection> {
    let (tool, entry) = state.record.entry(entry).ok_or(Rejection::NotFound)?;
    childs_own(state, actor, &tool.child)?;
    check(state, may_know, telling)?;
    if entry.may_know == *may_know && entry.telling == *telling {
        return Ok(Vec::new());
    }
    Ok(vec![Event::SharingChosen { entry: entry.id.clone(), may_know: may_know.clone(), telling: telling.clone() }])
}

/// To keep somebody safe the chair may tell named people the least they have to know. It needs a ground, what was explained
/// to the child, and people who are not told already by the child's own choice; it can be withdrawn.
pub(super) fn override_choice(
    state: &State,
    entry: &EntryId,
    overridden: Option<&Override>,
) -> Result<Vec<Event>, Rejection> {
    let (_, entry) = state.record.entry(entry).ok_or(Rejection::NotFound)?;
    if let Some(wanted) = overridden {
        texts::line(&wanted.least)?;
        texts::line(&wanted.explained)?;
        texts::optional(wanted.answer.as_deref())?;
        if wanted.told.is_empty() {
            return Err(Rejection::Empty);
        }
        people(state, &wanted.told)?;
    }
    if entry.overridden.as_ref() == overridden {
        return Ok(Vec::new());
    }
    Ok(vec![Event::SafetyOverridden { entry: entry.id.clone(), overridden: overridden.cloned() }])
}

/// What a child says to an override is kept word for word.
pub(super) fn answer_override(
    state: &State,
    actor: &Actor,
    entry: &EntryId,
    words: &str,
) -> Result<Vec<Event>, Rejection> {
    let (tool, entry) = state.record.entry(entry).ok_or(Rejection::NotFound)?;
    childs_own(state, actor, &tool.child)?;
    texts::childs(words)?;
    let overridden = entry.overridden.clone().ok_or(Rejection::NotFound)?;
    let overridden = Override { answer: Some(words.to_owned()), ..overridden };
    Ok(vec![Event::SafetyOverridden { entry: entry.id.clone(), overridden: Some(overridden) }])
}

/// A tablet reaches its own child's tools and nobody else's.
pub(super) fn childs_own(state: &State, actor: &Actor, child: &ChildId) -> Result<(), Rejection> {
    let own = match actor {
        Actor::Tablet(of) => of == child,
        Actor::Chair => true,
        Actor::Clerk
        | Actor::SocialWorker(_)
        | Actor::Support
        | Actor::Person(_)
        | Actor::SideRoom(_)
        | Actor::Lobby(_)
        | Actor::Wall => false,
    };
    if own && state.record.children.has(child) { Ok(()) } else { Err(Rejection::NotFound) }
}

/// A choice can only name people and phases of this conference, agreed words are words, and a surface is named once.
pub(super) fn check(state: &State, may_know: &MayKnow, telling: &Telling) -> Result<(), Rejection> {
    people(state, may_know.named())?;
    match &telling.wording {
        Wording::Other { words } | Wording::Theme { words } => texts::line(words)?,
        Wording::Spoken { by: Some(person) } => people(state, std::slice::from_ref(person))?,
        Wording::Exact | Wording::Picture | Wording::Spoken { by: None } => {}
    }
    if let When::Phase { phase } = &telling.when
        && state.record.framework.phase(phase).is_none()
    {
        return Err(Rejection::Unknown { what: phase.to_string() });
    }
    let twice = |at: usize, surface: &Surface| telling.not_on.iter().take(at).any(|earlier| earlier == surface);
    if telling.not_on.iter().enumerate().any(|(at, surface)| twice(at, surface)) {
        return Err(Rejection::AlreadyThere);
    }
    Ok(())
}

fn people(state: &State, people: &[PersonId]) -> Result<(), Rejection> {
    match people.iter().find(|person| !state.record.people.has(person)) {
        Some(person) => Err(Rejection::Unknown { what: person.to_string() }),
        None => Ok(()),
    }
}
