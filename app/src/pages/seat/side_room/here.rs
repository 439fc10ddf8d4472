//! Whether the wall says that the child is here. Nobody is told unless the child says so.
//!
//! Deliberately not here: what the wall says of anybody else.

use board::command::Command;
use leptos::prelude::*;

use crate::live::Live;

/// The choice, and what it does.
#[component]
pub(super) fn ImHere(
    /// The page's connection.
    live: Live,
    /// The name the child goes by.
    name: String,
) -> impl IntoView {
    let shown = {
        let name = name.clone();
        Memo::new(move |_| live.view.with(|view| view.stage.here.contains(&name)))
    };
    let choice = move |here: bool, words: &'static str| {
        view! {
            <button
                type="button"
                class="button"
                aria-pressed=move || (shown.get() == here).to_string()
                on:click=move |_| {
                    live.send(Command::SayHere { here });
                }
            >
                {words}
            </button>
        }
    };
    view! {
        <section class="sheet im-here">
            <h2>"Can the people in the room know you are here?"</h2>
            <p class="hint">{format!("If you say yes, the big screen says “{name} is here, in the side room”.")}</p>
            <div class="ways">{choice(false, "No, keep it to yourself")} {choice(true, "Yes, tell them")}</div>
        </section>
    }
}
