//! What the board could not do, said calmly, with what was written given back.
//!
//! Deliberately not here: a list of past refusals. The last one is enough, and nothing of it is lost.

use board::command::Command;
use board::rejection::Rejection;
use leptos::prelude::*;

use super::hand::{Asking, Draft, Hand};
use crate::live::Refused;

/// The last refusal, until it has been read. A refusal that can be answered opens its question instead.
#[component]
pub(super) fn RefusedNote() -> impl IntoView {
    let hand = expect_context::<Hand>();
    Effect::new(move |_| {
        if let Some(refused) = hand.live().refused.get()
            && ask_instead(hand, &refused)
        {
            hand.live().refused.set(None);
        }
    });
    let last = move || {
        hand.live().refused.get().map(|refused| {
            let given = given_back(&refused.command);
            let message = message(&refused);
            view! {
                <div class="refused" role="status">
                    <p>{message}</p>
                    {given.map(|words| view! { <p>"You wrote: " <q dir="auto">{words}</q></p> })}
                    <button type="button" class="button" on:click=move |_| hand.live().refused.set(None)>
                        "OK"
                    </button>
                </div>
            }
        })
    };
    let waits = move || (!hand.again.with(Vec::is_empty)).then(|| view! { <Waits /> });
    view! {
        {last}
        {waits}
    }
}

/// Words that were put aside while they are to be looked at again. They wait here, whatever else happens.
#[component]
fn Waits() -> impl IntoView {
    let hand = expect_context::<Hand>();
    view! {
        <div class="refused" role="status">
            <p>"Words wait for you to look at them again. Nobody has them yet, and none is lost."</p>
            <button type="button" class="button" on:click=move |_| hand.asking.set(Some(Asking::LookAgain))>
                "Look again"
            </button>
        </div>
    }
}

/// Whether the refusal leads on: to the reason for leaving a phase out, or to both texts of a line.
fn ask_instead(hand: Hand, refused: &Refused) -> bool {
    let both = (refused.why.as_ref(), &*refused.command);
    if let (Some(Rejection::ReasonNeeded { .. }), Command::EnterPhase { phase, reason: None }) = both {
        hand.asking.set(Some(Asking::Reason(phase.clone())));
        return true;
    }
    if let (Some(Rejection::ViewNotShown { .. }), Command::EnterPhase { phase, reason: None }) = both {
        hand.asking.set(Some(Asking::ChildsView(phase.clone())));
        return true;
    }
    if is_asked_again(refused.why.as_ref()) && !is_step(&refused.command) {
        // It waits until it is answered, so that no word of it is lost when the question is put away or something else
        // is refused.
        hand.again.update(|again| again.push(refused.clone()));
        hand.asking.set(Some(Asking::LookAgain));
        return true;
    }
    if let (Some(Rejection::ChangedMeanwhile { now }), Command::RewordCard { card, words, .. }) = both {
        let draft = Draft { was: now.clone(), words: words.clone(), theirs: Some(now.clone()) };
        hand.drafts.update(|drafts| drop(drafts.insert(card.clone(), draft)));
        hand.editing.set(Some(card.clone()));
        return true;
    }
    false
}

/// What could not be done, and what to do instead.
fn message(refused: &Refused) -> String {
    let both = (refused.why.as_ref(), &*refused.command);
    if let (Some(Rejection::Unknown { .. }), Command::PullEntry { section: None, .. }) = both {
        return "These words have no section of their own here. Choose one under “Where to”, then put them on the board."
            .to_owned();
    }
    if is_asked_again(refused.why.as_ref()) && is_step(&refused.command) {
        return "This would bring back words with something in them that not everybody may know who would read them. Nothing \
                was changed. Put the line back from “Removed”, or write it again: there you can say why it can stay."
            .to_owned();
    }
    refused.message.clone()
}

/// Whether it is a step back or forth. It is not kept to be asked about: by then another may be the last.
fn is_step(command: &Command) -> bool {
    matches!(command, Command::Undo | Command::Redo)
}

/// Whether a refusal asks to look again at words, which it keeps.
pub(super) fn is_asked_again(why: Option<&Rejection>) -> bool {
    matches!(why, Some(Rejection::LookAgain { .. }))
}

/// The words somebody wrote into a command that was not carried out.
fn given_back(command: &Command) -> Option<String> {
    let mut command = Command::clone(command);
    let first = command.texts_mut().into_iter().next();
    first.map(|(_, words)| words.clone()).filter(|words| !words.is_empty())
}
