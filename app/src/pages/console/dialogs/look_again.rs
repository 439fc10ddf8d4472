//! Words that hold something their readers may not know: what was found, and the three ways on.
//!
//! Deliberately not here: an alarm, or a verdict. The chair changes the words, shares them with fewer people, or says why
//! they can stay; until then nothing was released and nothing is lost.

use board::command::Command;
use board::rejection::Rejection;
use board::sharing::MayKnow;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::super::code::written;
use super::super::hand::{Asking, Hand};
use super::asked;
use super::may_know::MayKnowField;
use crate::live::Refused;
use crate::ui::{Dialog, TextField};

/// One text of what was asked, as it is being written otherwise.
type Text = (&'static str, RwSignal<String>);

/// Asks to look again.
#[component]
pub fn LookAgain() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let (open, _) = asked(hand, |asking| matches!(asking, Asking::LookAgain).then_some(()));
    let refused = Memo::new(move |_| hand.again.with(|again| again.first().cloned()));
    let texts = RwSignal::new(Vec::<Text>::new());
    let may_know = RwSignal::new(MayKnow::Everyone);
    let reason = RwSignal::new(String::new());
    Effect::new(move |_| {
        let Some(mut command) = refused.get().map(|refused| Command::clone(&refused.command)) else {
            return;
        };
        if let Some(reach) = command.reach_mut() {
            may_know.set(reach.clone());
        }
        texts.set(command.texts_mut().into_iter().map(|(what, words)| (what, RwSignal::new(words.clone()))).collect());
        reason.set(String::new());
    });
    let chooses_reach =
        move || refused.get().is_some_and(|refused| Command::clone(&refused.command).reach_mut().is_some());
    let go = move |command: Command| {
        hand.again.update(|again| drop(again.remove(0)));
        hand.send(command);
        open.set(false);
    };
    let changed = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(refused) = refused.get_untracked() {
            go(rewritten(&refused.command, &texts.get_untracked()));
        }
    };
    let fewer = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(refused) = refused.get_untracked() {
            let mut command = rewritten(&refused.command, &texts.get_untracked());
            if let Some(reach) = command.reach_mut() {
                *reach = may_know.get_untracked();
            }
            go(command);
        }
    };
    let stays = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some((refused, reason)) = refused.get_untracked().zip(written(&reason.get_untracked())) {
            go(Command::Anyway { command: Box::new(rewritten(&refused.command, &texts.get_untracked())), reason });
        }
    };
    view! {
        <Dialog open title="Look again before more people read this">
            <p>"Nothing was released. This was found:"</p>
            <ul class="found">
                {move || refused.get().map(|refused| found(&refused).into_iter().map(|words| view! { <li dir="auto">{words}</li> }).collect_view())}
            </ul>
            <Show when=move || !texts.with(Vec::is_empty)>
                <form class="stack way" on:submit=changed>
                    <h3 class="part">"Change the words"</h3>
                    {move || {
                        texts
                            .get()
                            .into_iter()
                            .map(|(what, words)| view! { <TextField label=what value=words rows=2 /> })
                            .collect_view()
                    }}
                    <p>
                        <button type="submit" class="button" data-kind="main">
                            "Save the changed words"
                        </button>
                    </p>
                </form>
            </Show>
            <Show when=chooses_reach>
                <form class="stack way" on:submit=fewer>
                    <h3 class="part">"Share with fewer people"</h3>
                    <MayKnowField chosen=may_know />
                    <p>
                        <button type="submit" class="button">
                            "Save for these people"
                        </button>
                    </p>
                </form>
            </Show>
            <form class="stack way" on:submit=stays>
                <h3 class="part">"It can stay, because …"</h3>
                <TextField label="Why it can stay" hint="The record keeps this with what was found" value=reason rows=2 />
                <p>
                    <button
                        type="submit"
                        class="button"
                        disabled=move || reason.with(|reason| reason.trim().is_empty())
                    >
                        "It can stay"
                    </button>
                </p>
            </form>
        </Dialog>
    }
}

/// What was found, in words.
fn found(refused: &Refused) -> Vec<String> {
    let Some(Rejection::LookAgain { warnings }) = &refused.why else {
        return Vec::new();
    };
    warnings.iter().map(|warning| format!("{}.", warning.words())).collect()
}

/// A command with its texts as they are now written.
fn rewritten(command: &Command, texts: &[Text]) -> Command {
    let mut command = command.clone();
    for ((_, old), (_, new)) in command.texts_mut().into_iter().zip(texts) {
        *old = new.get_untracked();
    }
    command
}
