//! Rules about what is said back to a child: the answer to their words, and the letter.
//!
//! Deliberately not here: changing a child's words. They are answered and never touched.

use super::cards::audience;
use super::{Actor, behind, texts};
use crate::curtain::Thing;
use crate::event::Event;
use crate::id::{ChildId, EntryId};
use crate::letter::LetterChoices;
use crate::outcome::{Answer, AnswerKind, Disagreement};
use crate::rejection::Rejection;
use crate::state::State;
use crate::tool::Entry;
use crate::view::{may_see_action, may_see_entry};

/// A child's words are answered, never changed: "you said, so we ...". A child who is told no is told why, and an answer
/// that says it is in the plan names lines that are there.
pub(super) fn answer(state: &State, actor: &Actor, answer: &Answer) -> Result<Vec<Event>, Rejection> {
    seen(state, actor, &answer.entry)?;
    texts::line(&answer.words)?;
    for text in [&answer.reason, &answer.told_by, &answer.reaction] {
        texts::optional(text.as_deref())?;
    }
    let says_why = answer.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty());
    if answer.kind == AnswerKind::NotPossibleBecause && !says_why {
        return Err(Rejection::WhyNot);
    }
    let is_seen = |action| may_see_action(state, &audience(actor), action);
    for action in &answer.actions {
        state.record.plan.get(action).filter(|action| is_seen(action)).ok_or(Rejection::NotFound)?;
    }
    let kept = behind::keeps(state, Thing::Answer(answer.entry.clone()), &[]);
    Ok(kept.into_iter().chain([Event::EntryAnswered(answer.clone())]).collect())
}

/// What a child has against the decision is named among the child's own words. There is one for each child, and it can
/// be named anew.
pub(super) fn disagree(
    state: &State,
    actor: &Actor,
    child: &ChildId,
    entry: Option<&EntryId>,
) -> Result<Vec<Event>, Rejection> {
    let known = state.record.disagreements.get(child);
    if let Some(known) = known {
        // Somebody who may not know these words cannot take their place away.
        seen(state, actor, &known.entry)?;
    }
    match (entry, known) {
        (None, None) => Ok(Vec::new()),
        (None, Some(_)) => Ok(vec![Event::DisagreementWithdrawn { child: child.clone() }]),
        (Some(entry), _) => {
            seen(state, actor, entry)?;
            childs_own(state, child, entry)?;
            let named = Disagreement { child: child.clone(), entry: entry.clone() };
            Ok(if known == Some(&named) { Vec::new() } else { vec![Event::DisagreementNamed(named)] })
        }
    }
}

/// The chair chooses how a child's letter is made: for which age, in which size, and which of the child's words are
/// left out or, because the child asked for it, put in. It holds no other child's words.
pub(super) fn letter(state: &State, letter: &LetterChoices) -> Result<Vec<Event>, Rejection> {
    if !state.record.children.has(&letter.child) {
        return Err(Rejection::Unknown { what: letter.child.to_string() });
    }
    for text in [&letter.expect, &letter.teller, &letter.keep, &letter.because] {
        texts::optional(text.as_deref())?;
    }
    for entry in letter.left_out.iter().chain(&letter.asked_for) {
        childs_own(state, &letter.child, entry)?;
    }
    let unchanged = state.record.letters.get(&letter.child) == Some(letter);
    Ok(if unchanged { Vec::new() } else { vec![Event::LetterPrepared(letter.clone())] })
}

/// For a seat that may not know a child's words, they are not there.
fn seen<'a>(state: &'a State, actor: &Actor, entry: &EntryId) -> Result<&'a Entry, Rejection> {
    let (_, entry) = state.record.entry(entry).ok_or(Rejection::NotFound)?;
    if may_see_entry(state, &audience(actor), entry) { Ok(entry) } else { Err(Rejection::NotFound) }
}

/// A child's own words, and no brother's or sister's.
fn childs_own(state: &State, child: &ChildId, entry: &EntryId) -> Result<(), Rejection> {
    match state.record.entry(entry) {
        Some((tool, _)) if tool.child == *child => Ok(()),
        Some(_) | None => Err(Rejection::NotFound),
    }
}
