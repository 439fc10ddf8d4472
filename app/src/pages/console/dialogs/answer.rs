//! What was done about a child's words: "you said, so we ...".
//!
//! Deliberately not here: changing the words. They are shown exactly, above the answer.

use board::command::Command;
use board::outcome::AnswerKind;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

mod fields;
mod more;

use super::super::hand::{Asking, Hand};
use super::asked;
use crate::ui::{Dialog, Pick, PickField, TextField};
use fields::Fields;
use more::More;

/// Asks for the answer: the words first, the rest folded.
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
    let fields = Fields::empty();
    Effect::new(move |_| {
        entry.track();
        let entry = found.get_untracked();
        fields.take(entry.as_ref().and_then(|entry| entry.answer.as_ref()));
        fields.disagrees.set(entry.is_some_and(|entry| entry.disagrees));
    });
    let value = Signal::derive(move || fields.kind.get().words().to_owned());
    let picks: Vec<Pick> =
        AnswerKind::ALL.into_iter().map(|kind| (kind.words().to_owned(), kind.words().to_owned())).collect();
    let choose = move |words: String| {
        if let Some(chosen) = AnswerKind::ALL.into_iter().find(|kind| kind.words() == words) {
            fields.kind.set(chosen);
        }
    };
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let Some((id, entry)) = entry.get_untracked().zip(found.get_untracked()) else {
            return;
        };
        let disagrees = fields.disagrees.get_untracked();
        if disagrees != entry.disagrees {
            hand.send(Command::NameDisagreement { child: entry.child, entry: disagrees.then(|| id.clone()) });
        }
        if let Some(answer) = fields.answer(id) {
            hand.send(Command::AnswerEntry { answer });
        }
        open.set(false);
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
    let is_no = Memo::new(move |_| fields.kind.get() == AnswerKind::NotPossibleBecause);
    let needs_reason = move || is_no.get() && fields.reason.with(|reason| reason.trim().is_empty());
    let child = Memo::new(move |_| found.with(|entry| entry.as_ref().map(|entry| entry.child.clone())));
    view! {
        <Dialog open title="You said, so we …">
            {theirs}
            <form class="stack" on:submit=save>
                <TextField label="In plain words, for the child" value=fields.words rows=3 />
                <PickField label="What became of it" value picks choose />
                {move || {
                    is_no
                        .get()
                        .then(|| {
                            view! {
                                <TextField
                                    label="Why not"
                                    hint="In words for the child; a no always has a reason"
                                    value=fields.reason
                                    rows=2
                                />
                            }
                        })
                }}
                <More fields child />
                <p>
                    <button type="submit" class="button" data-kind="main" disabled=needs_reason>
                        "Save the answer"
                    </button>
                </p>
            </form>
        </Dialog>
    }
}
