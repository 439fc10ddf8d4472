//! What was chosen about one thing a child said, in plain words for those who have to keep to it, and what the chair can do
//! where something is open.
//!
//! Deliberately not here: choosing. That is the child's, on the child's own tablet.

use super::told::{At, told};
use super::words::{day, recipient, shared_with, telling_words};
use crate::audience::Audience;
use crate::id::{EntryId, PersonId};
use crate::sharing::{MayKnow, Override, Wording};
use crate::state::State;
use crate::tool::{Entry, Tool};

/// Everything a console should know before these words are used. What was told to keep somebody safe, and which copies are
/// out, is for the chair alone.
pub(super) fn shared(state: &State, audience: &Audience, tool: &Tool, entry: &Entry) -> String {
    let record = &state.record;
    let called = |id: &PersonId| record.people.get(id).map_or_else(String::new, |person| person.called().to_owned());
    let phase = |key: &_| {
        let known = record.framework.phases.iter().find(|phase| phase.key == *key);
        known.map_or_else(|| "a later part".to_owned(), |phase| phase.label.clone())
    };
    let mut all = vec![shared_with(record, &entry.may_know)];
    all.extend(telling_words(&entry.telling, called, phase));
    all.extend(entry.agreed.as_ref().map(|agreed| format!("Agreed: {agreed}")));
    if *audience == Audience::Chair {
        all.extend(what_to_do(state, tool, entry).map(str::to_owned));
        all.extend(entry.overridden.as_ref().map(|overridden| told_for_safety(overridden, called)));
        all.extend(in_copies(state, &entry.id));
    }
    all.join(". ")
}

/// What the chair can do about words that go nowhere yet, or that somebody says.
fn what_to_do(state: &State, tool: &Tool, entry: &Entry) -> Option<&'static str> {
    let own = state.record.own_conferences.get(&tool.child).filter(|own| own.tool == tool.id);
    if own.is_some_and(|own| own.agreed_at.is_none()) {
        return Some("Finish their own conference first: they have not agreed how it is shared");
    }
    match (&entry.may_know, &entry.telling.wording) {
        (MayKnow::NotDecided, _) => Some("Ask the child who may know, with the tablet"),
        (MayKnow::ChairOnly, _) => Some("Keep it to yourself, and ask the child again before anybody else hears it"),
        (
            MayKnow::Everyone
            | MayKnow::EveryoneExcept { .. }
            | MayKnow::Only { .. }
            | MayKnow::Professionals
            | MayKnow::ChairAndSocialWorker,
            Wording::Spoken { .. },
        ) => Some("Put it on the board to have it in the minutes; the room hears it and does not read it"),
        (
            MayKnow::Everyone
            | MayKnow::EveryoneExcept { .. }
            | MayKnow::Only { .. }
            | MayKnow::Professionals
            | MayKnow::ChairAndSocialWorker,
            Wording::Exact | Wording::Other { .. } | Wording::Theme { .. } | Wording::Picture,
        ) => None,
    }
}

/// What is told beyond the choice, to whom, and how the child took it.
fn told_for_safety(overridden: &Override, called: impl Fn(&PersonId) -> String) -> String {
    let told: Vec<String> = overridden.told.iter().map(called).collect();
    let by = overridden.by.map_or_else(String::new, |by| format!(", by {}", day(by)));
    let answer = match &overridden.answer {
        Some(words) => format!("They said: “{words}”"),
        None => "They have not been asked yet what they say to that".to_owned(),
    };
    let (ground, least) = (overridden.ground.words(), overridden.least.trim_end_matches('.'));
    let explained = overridden.explained.trim_end_matches('.');
    format!("{ground}. Told to {}{by}: {least}. Explained: {explained}. {answer}", told.join(", "))
}

/// The copies that hold these words though the child has since kept them from whoever has it.
fn in_copies(state: &State, entry: &EntryId) -> Option<String> {
    let holding = state.record.copies.iter().filter(|copy| copy.entries.contains(entry));
    let withdrawn = holding.filter(|copy| !may_still_have(state, &copy.to, entry));
    let out: Vec<String> =
        withdrawn.map(|copy| format!("{} ({})", recipient(&state.record, &copy.to), copy.how)).collect();
    (!out.is_empty())
        .then(|| format!("Copies that already hold these words and cannot be called back: {}", out.join(", ")))
}

/// Whether a copy made now would still hold an entry.
fn may_still_have(state: &State, to: &Audience, entry: &EntryId) -> bool {
    let found = state.record.entry(entry);
    found.is_some_and(|(tool, entry)| {
        [At::ChildsPages, At::Board].into_iter().any(|at| told(state, to, at, tool, entry).is_some())
    })
}
