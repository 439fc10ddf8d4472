//! Thank you: what happens next, and the way back for as long as the child wants it.
//!
//! Deliberately not here: praise for what was said, or anything that moves.

use leptos::prelude::*;

use super::heading::Heading;
use super::pad::{Pad, Screen};
use crate::ui::Icon;

/// The last screen.
#[component]
pub(super) fn Finished(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let kept = move || match pad.waiting.count() {
        0 => "Everything you said is kept, in your words.",
        _ => "Some of it is not sent yet. Keep this page open until it is.",
    };
    let sent = move || pad.waiting.count() == 0;
    view! {
        <main class="sheet finished">
            <Heading pad words="Thank you".to_owned() />
            <p role="status">{kept}</p>
            <p>"Your chair reads what you have shared before the meeting. Nobody changes your words."</p>
            <p>"You can change who can know, or take something back, at any time. Ask for this page again."</p>
            <div class="foot">
                <button type="button" class="button" on:click=move |_| pad.go(Screen::Street)>
                    <Icon name="back" />
                    "Back to my houses"
                </button>
                <form method="post" action="/leave">
                    <button type="submit" class="button" data-kind="main" disabled=move || !sent()>
                        "Give the tablet back"
                    </button>
                </form>
            </div>
        </main>
    }
    .into_any()
}
