//! Where somebody writes why words can stay in which the release check found something.
//!
//! Deliberately only there once it has found something: nobody writes a reason beforehand.

use board::command::Command;
use leptos::prelude::*;

use super::{IntoPart as _, Saving, TextField};

/// Asks for the reason, and saves what the form makes now with it.
#[component]
pub fn CanStay(
    /// The save.
    saving: Saving,
    /// Makes the command from the fields as they are now, or says what is missing.
    make: Callback<(), Result<Command, &'static str>>,
) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    let is_empty = move || reason.with(|reason| reason.trim().is_empty());
    let asked = move || {
        view! {
            <TextField label="Why it can stay" hint="The record keeps this with what was found" value=reason rows=2 />
            <p>
                <button
                    type="button"
                    class="button"
                    disabled=is_empty
                    on:click=move |_| saving.anyway(make.run(()), reason.get_untracked().trim().to_owned())
                >
                    "It can stay"
                </button>
            </p>
        }
        .into_part()
    };
    move || saving.looks_again().then(asked)
}
