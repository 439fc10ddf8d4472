//! What is written in the answer to a child.
//!
//! Deliberately not here: whether it can be taken. The board says so.

use board::id::{ActionId, EntryId};
use board::iso;
use board::outcome::{Answer, AnswerKind};
use leptos::prelude::*;

use super::super::super::code::written;

/// The fields of an answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields {
    /// The answer in words for the child.
    pub(super) words: RwSignal<String>,
    /// What became of it.
    pub(super) kind: RwSignal<AnswerKind>,
    /// Why not.
    pub(super) reason: RwSignal<String>,
    /// The lines of the plan it became.
    pub(super) actions: RwSignal<Vec<ActionId>>,
    /// Who tells the child.
    pub(super) told_by: RwSignal<String>,
    /// By when.
    pub(super) tell_by: RwSignal<String>,
    /// When the child was told.
    pub(super) told_on: RwSignal<String>,
    /// What the child said to it.
    pub(super) reaction: RwSignal<String>,
    /// Whether the words are what the child has against the decision.
    pub(super) disagrees: RwSignal<bool>,
}

impl Fields {
    /// Nothing written yet.
    pub(super) fn empty() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            words: text(),
            kind: RwSignal::new(AnswerKind::Noted),
            reason: text(),
            actions: RwSignal::new(Vec::new()),
            told_by: text(),
            tell_by: text(),
            told_on: text(),
            reaction: text(),
            disagrees: RwSignal::new(false),
        }
    }

    /// Takes over the answer that is there, or begins a new one.
    pub(super) fn take(self, answer: Option<&Answer>) {
        let text = |of: fn(&Answer) -> Option<String>| answer.and_then(of).unwrap_or_default();
        self.words.set(text(|answer| Some(answer.words.clone())));
        self.kind.set(answer.map_or(AnswerKind::Noted, |answer| answer.kind));
        self.reason.set(text(|answer| answer.reason.clone()));
        self.actions.set(answer.map_or_else(Vec::new, |answer| answer.actions.clone()));
        self.told_by.set(text(|answer| answer.told_by.clone()));
        self.tell_by.set(text(|answer| answer.tell_by.map(iso::written)));
        self.told_on.set(text(|answer| answer.told_on.map(iso::written)));
        self.reaction.set(text(|answer| answer.reaction.clone()));
    }

    /// The answer, once it has words.
    pub(super) fn answer(self, entry: EntryId) -> Option<Answer> {
        let text = |field: RwSignal<String>| written(&field.get_untracked());
        // What the child said is kept as it was written, spaces and all.
        let reaction = Some(self.reaction.get_untracked()).filter(|words| !words.trim().is_empty());
        Some(Answer {
            entry,
            kind: self.kind.get_untracked(),
            words: text(self.words)?,
            reason: text(self.reason),
            actions: self.actions.get_untracked(),
            told_by: text(self.told_by),
            tell_by: text(self.tell_by).and_then(|date| iso::read(&date)),
            told_on: text(self.told_on).and_then(|date| iso::read(&date)),
            reaction,
        })
    }
}
