//! What was done about a child's words: "you said, so we ...".
//!
//! Deliberately not here: changing the words. They are shown exactly, above the answer.

use board::command::Command;
use board::outcome::{Answer, AnswerKind};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::super::code::written;
use super::super::hand::{Asking, Hand};
use super::asked;
use crate::ui::{Dialog, Pick, PickField, TextField};

/// Asks for the answer.
#[component]
pub fn AnswerChild() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let (open, entry) =
        asked(hand, |asking| if let Asking::Answer(entry) = asking { Some(entry.clone()) } else { None });
    let found = Memo::new(move |_| {
        entry.with(|entry| {
            hand.live().view.with(|view| entry.as_ref().and_then(|entry| view.entries.get(entry)).cloned())
        })
    });
    let kind = RwSignal::new(AnswerKind::Noted);
    let words = RwSignal::new(String::new());
    let told_by = RwSignal::new(String::new());
    Effect::new(move |_| {
        entry.track();
        let answer = found.get_untracked().and_then(|entry| entry.answer);
        kind.set(answer.as_ref().map_or(AnswerKind::Noted, |answer| answer.kind));
        words.set(answer.as_ref().map_or_else(String::new, |answer| answer.words.clone()));
        told_by.set(answer.and_then(|answer| answer.told_by).unwrap_or_default());
    });
    let value = Signal::derive(move || kind.get().words().to_owned());
    let picks: Vec<Pick> =
        AnswerKind::ALL.into_iter().map(|kind| (kind.words().to_owned(), kind.words().to_owned())).collect();
    let choose = move |words: String| {
        if let Some(chosen) = AnswerKind::ALL.into_iter().find(|kind| kind.words() == words) {
            kind.set(chosen);
        }
    };
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        if let (Some(entry), Some(words)) = (entry.get_untracked(), written(&words.get_untracked())) {
            let told_by = written(&told_by.get_untracked());
            hand.send(Command::AnswerEntry { answer: Answer { entry, kind: kind.get_untracked(), words, told_by } });
            open.set(false);
        }
    };
    let theirs = move || {
        found.get().map(|entry| {
            view! {
                <p>
                    {entry.who} ": " <q lang=entry.language dir="auto">{entry.words}</q>
                </p>
            }
        })
    };
    view! {
        <Dialog open title="You said, so we …">
            {theirs}
            <form class="stack" on:submit=save>
                <PickField label="What became of it" value picks choose />
                <TextField label="In plain words, for the child" value=words rows=3 />
                <TextField label="Who tells the child, and when" value=told_by />
                <p>
                    <button type="submit" class="button" data-kind="main">
                        "Save the answer"
                    </button>
                </p>
            </form>
        </Dialog>
    }
}
