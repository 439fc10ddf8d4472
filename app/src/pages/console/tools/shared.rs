//! What was chosen about one thing a child said, in plain words, and what the chair can do where something is open.
//!
//! Deliberately not here: choosing. That is the child's, on the child's own tablet.

use board::sharing::{MayKnow, Override, Wording};
use board::view::{EntryView, View, telling_words};

/// Everything the chair should know before using these words, sentence by sentence.
pub(super) fn sentences(view: &View, entry: &EntryView) -> Vec<String> {
    let called = |id: &_| view.people.get(id).map_or_else(String::new, |person| person.called().to_owned());
    let phase = |key: &_| {
        let known = view.stage.phases.iter().find(|phase| phase.key == *key);
        known.map_or_else(|| "a later part".to_owned(), |phase| phase.label.clone())
    };
    let mut all = vec![entry.shared.clone()];
    all.extend(telling_words(&entry.telling, called, phase));
    all.extend(entry.agreed.as_ref().map(|agreed| format!("Agreed: {agreed}")));
    all.extend(what_to_do(view, entry).map(str::to_owned));
    all.extend(entry.overridden.as_ref().map(|overridden| told_for_safety(overridden, called)));
    all.extend(in_copies(view, entry));
    all
}

/// What the chair can do about words that go nowhere yet, or that somebody says.
fn what_to_do(view: &View, entry: &EntryView) -> Option<&'static str> {
    let own = view.own_conferences.get(&entry.child).filter(|own| own.tool == entry.tool);
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
fn told_for_safety(overridden: &Override, called: impl Fn(&board::id::PersonId) -> String) -> String {
    let told: Vec<String> = overridden.told.iter().map(called).collect();
    let by = overridden.by.map_or_else(String::new, |by| format!(", by {}", board::view::day(by)));
    let answer = match &overridden.answer {
        Some(words) => format!("They said: “{words}”"),
        None => "They have not been asked yet what they say to that".to_owned(),
    };
    let (ground, least, explained) = (overridden.ground.words(), &overridden.least, &overridden.explained);
    format!("{ground}. Told to {}{by}: {least}. Explained: {explained}. {answer}", told.join(", "))
}

/// The copies that hold these words though the child has since kept them from whoever has it.
fn in_copies(view: &View, entry: &EntryView) -> Option<String> {
    let out = view.copies.values().filter(|copy| copy.withdrawn.contains(&entry.id));
    let out: Vec<String> = out.map(|copy| format!("{} ({})", copy.to, copy.how)).collect();
    (!out.is_empty()).then(|| format!("Copies that already hold these words and cannot be called back: {}", out.join(", ")))
}
