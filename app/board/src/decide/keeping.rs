//! Rules about what is put on the record from its pages, and about approving it.
//!
//! Deliberately not here: what is asked before approving. Those are the [`crate::checks`], which say what they find and refuse only
//! what would leave a child without an answer.

use super::cards::audience;
use super::rights::{check_keeping, may_drop};
use super::{Actor, Context, Decided, Who, behind, closed, outcomes, people, release, showing, texts};
use crate::checks::found;
use crate::curtain::Thing;
use crate::event::{Event, Intent};
use crate::id::MatterId;
use crate::keeping::Keeping;
use crate::keyed::Identified as _;
use crate::matter::{Involvement, Matter, Reader};
use crate::rejection::Rejection;
use crate::sign_off::SignOff;
use crate::state::State;
use crate::view::file::may_have;
use crate::view::may_know_wishes;

/// Carries what is asked at the record's pages to the rule that decides it.
///
/// # Errors
/// The rejection that says why nothing happens.
pub fn keep(state: &State, who: &Who, keeping: &Keeping, context: Context) -> Result<Decided, Rejection> {
    let actor = &who.actor;
    check_keeping(actor, keeping)?;
    let keeping = &with_what_is_not_read(state, actor, keeping);
    closed::keeping_is_open(state, keeping)?;
    let events = match keeping {
        Keeping::Anyway { keeping, reason } => set_aside(state, actor, keeping, reason, context)?,
        asked => {
            let events = carry_out(state, actor, asked, context)?;
            release::check_keeping(state, asked)?;
            events
        }
    };
    Ok(Decided { intent: Intent::Do, events: showing::with_first(state, events, context) })
}

/// A warning can be set aside with a reason, which the log keeps with what was warned of.
fn set_aside(
    state: &State,
    actor: &Actor,
    keeping: &Keeping,
    reason: &str,
    context: Context,
) -> Result<Vec<Event>, Rejection> {
    texts::line(reason)?;
    let events = carry_out(state, actor, keeping, context)?;
    Ok(events.into_iter().chain(release::noted(release::check_keeping(state, keeping), reason)).collect())
}

/// What is kept, where no warning is set aside.
fn carry_out(state: &State, actor: &Actor, keeping: &Keeping, context: Context) -> Result<Vec<Event>, Rejection> {
    match keeping {
        // A warning is set aside once, never inside another.
        Keeping::Anyway { .. } => Err(Rejection::NotFound),
        Keeping::Record(matter) => record(state, actor, matter),
        Keeping::Drop(matter) => drop_matter(state, actor, matter),
        Keeping::Follow(earlier) => Ok(vec![Event::EarlierFollowed(earlier.clone())]),
        Keeping::Head(header) => people::change_header(state, header),
        Keeping::Child(child) => people::record_child(child),
        Keeping::Person(person) => people::keep_person(state, actor, person),
        Keeping::Plan(action) => outcomes::plan(state, actor, action),
        Keeping::Sign => sign(state, context),
    }
}

/// A matter speaks only of what is part of this conference, and takes the place of another about the same thing. It stays of its kind,
/// and nobody takes the place of what they may not read.
fn record(state: &State, actor: &Actor, matter: &Matter) -> Result<Vec<Event>, Rejection> {
    refers_to_what_is_there(state, matter)?;
    let matter = &behind::matter(state, matter);
    let is_same = |other: &&Matter| {
        other.id() != matter.id() && matter.subject().is_some() && other.subject() == matter.subject()
    };
    let there = state.record.matters.get(matter.id());
    if there.is_some_and(|there| std::mem::discriminant(there) != std::mem::discriminant(matter)) {
        return Err(Rejection::IdTaken);
    }
    let mut touched = there.into_iter().chain(state.record.matters.iter().filter(is_same));
    if touched.any(|other| !may_have(state, &audience(actor), other)) {
        return Err(Rejection::NotYours);
    }
    let replaced = state.record.matters.iter().filter(is_same).map(|other| other.id().clone());
    let replaced: Vec<MatterId> = replaced.collect();
    let in_place_of: Vec<Thing> = replaced.iter().cloned().map(Thing::Matter).collect();
    let mut events: Vec<Event> = behind::keeps_matter(state, matter, &in_place_of).into_iter().collect();
    events.extend(replaced.into_iter().map(|matter| Event::MatterDropped { matter }));
    if state.record.matters.get(matter.id()) != Some(matter) {
        events.push(Event::MatterRecorded(matter.clone()));
    }
    Ok(events)
}

/// Whoever may not read what a child wants about who is there writes the rest, and what stands there stays.
fn with_what_is_not_read(state: &State, actor: &Actor, keeping: &Keeping) -> Keeping {
    match keeping {
        Keeping::Record(Matter::Involvement(of)) if !may_know_wishes(state, &audience(actor)) => {
            let there = state.record.all::<Involvement>().find(|there| there.child == of.child);
            let stays = there.map(|there| Involvement {
                wish: there.wish.clone(),
                wish_followed: there.wish_followed.clone(),
                ..of.clone()
            });
            Keeping::Record(Matter::Involvement(stays.unwrap_or_else(|| of.clone())))
        }
        Keeping::Anyway { keeping, reason } => {
            let keeping = Box::new(with_what_is_not_read(state, actor, keeping));
            Keeping::Anyway { keeping, reason: reason.clone() }
        }
        Keeping::Record(_)
        | Keeping::Drop(_)
        | Keeping::Follow(_)
        | Keeping::Head(_)
        | Keeping::Child(_)
        | Keeping::Person(_)
        | Keeping::Plan(_)
        | Keeping::Sign => keeping.clone(),
    }
}

/// What is the chair's own to put down is the chair's own to take out. That a restricted part was held is never taken out.
fn drop_matter(state: &State, actor: &Actor, matter: &MatterId) -> Result<Vec<Event>, Rejection> {
    let there = state.record.matters.get(matter).ok_or(Rejection::NotFound)?;
    let stays = matches!(there, Matter::RestrictedPart(_) | Matter::Correction(_));
    if !may_have(state, &audience(actor), there) {
        return Err(Rejection::NotFound);
    }
    if stays || !may_drop(actor, there) {
        return Err(Rejection::NotYours);
    }
    Ok(vec![Event::MatterDropped { matter: matter.clone() }])
}

/// The chair approves a record when no check stops it, once for each version: after corrections, again.
fn sign(state: &State, context: Context) -> Result<Vec<Event>, Rejection> {
    let stops = found(state).into_iter().filter(crate::checks::Found::stops);
    let stops: Vec<String> = stops.map(|found| found.check.id.name().to_owned()).collect();
    if !stops.is_empty() {
        return Err(Rejection::ChecksStop { checks: stops });
    }
    let version = u32::try_from(state.record.signed.len()).unwrap_or(u32::MAX).saturating_add(1);
    if version > 1 && !state.record.has_unsigned_corrections() {
        return Err(Rejection::Closed);
    }
    Ok(vec![Event::RecordSigned(SignOff { version, at: context.now })])
}

/// Everybody and everything a matter names is part of the conference, and its words are not without end.
fn refers_to_what_is_there(state: &State, matter: &Matter) -> Result<(), Rejection> {
    let problems = crate::record::check::of_matter(&state.record, matter);
    if let Some(problem) = problems.first() {
        return Err(Rejection::Unknown { what: problem.message.clone() });
    }
    match matter {
        Matter::Note(of) => texts::childs(&of.words),
        Matter::FamilyShape(of) => texts::line(&of.words),
        Matter::SetAside(of) => texts::line(&of.reason),
        Matter::Correction(of) => texts::childs(&of.words),
        Matter::TheirView(of) => texts::line(&of.words),
        Matter::Sitting(of) => texts::name(&of.name),
        Matter::Report(of) => of.shared.iter().try_for_each(|shared| match &shared.with {
            Reader::Person(_) | Reader::Child(_) => texts::optional(shared.how.as_deref()),
        }),
        Matter::Exclusion(_)
        | Matter::Involvement(_)
        | Matter::RestrictedPart(_)
        | Matter::QuorumDecision(_)
        | Matter::Threshold(_)
        | Matter::DissentRoute(_)
        | Matter::Statement(_)
        | Matter::GreyEnd(_)
        | Matter::Walked(_)
        | Matter::Fate(_)
        | Matter::CoreGroup(_)
        | Matter::Recipient(_)
        | Matter::DutyDates(_) => Ok(()),
    }
}
