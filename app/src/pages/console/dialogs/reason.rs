//! Why a required phase is left out.
//!
//! Deliberately not here: a refusal. The chair may go on; the minutes say why.

use board::command::Command;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::super::code::written;
use super::super::hand::{Asking, Hand};
use super::asked;
use crate::ui::{Dialog, TextField};

/// Asks for the reason.
#[component]
pub fn Reason() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let (open, phase) =
        asked(hand, |asking| if let Asking::Reason(phase) = asking { Some(phase.clone()) } else { None });
    let reason = RwSignal::new(String::new());
    let label = move || {
        phase.with(|phase| {
            hand.live().view.with(|view| {
                let to = view.stage.phases.iter().find(|other| Some(&other.key) == phase.as_ref());
                to.map_or_else(String::new, |to| to.label.clone())
            })
        })
    };
    let go = move |event: SubmitEvent| {
        event.prevent_default();
        let why = written(&reason.get_untracked());
        if let (Some(phase), Some(why)) = (phase.get_untracked(), why) {
            hand.send(Command::EnterPhase { phase, reason: Some(why) });
            reason.set(String::new());
            open.set(false);
        }
    };
    view! {
        <Dialog open title="Leave a part out?">
            <form class="stack" on:submit=go>
                <p>
                    "A part before “" {label}
                    "” has not happened yet. You can go on without it: write why, and the minutes will say so."
                </p>
                <TextField label="Why it is left out" value=reason rows=2 />
                <p>
                    <button type="submit" class="button" data-kind="main">
                        "Go on"
                    </button>
                </p>
            </form>
        </Dialog>
    }
}
