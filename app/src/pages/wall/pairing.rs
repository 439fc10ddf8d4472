//! A screen that waits: one code, big enough to read across a room.
//!
//! Deliberately not here: a countdown. The code stays until the chair has typed it.

use std::time::Duration;

use leptos::prelude::*;

use crate::ui::Icon;

/// How often the screen asks whether the chair has typed the code.
const EVERY: Duration = Duration::from_secs(2);

/// The code, and what to do with it.
#[component]
pub fn Pairing(
    /// The code the chair types.
    #[prop(into)]
    code: Signal<String>,
    /// Asks what this screen shows now.
    ask: Callback<()>,
) -> impl IntoView {
    Effect::new(move |_| {
        if let Ok(handle) = set_interval_with_handle(move || ask.run(()), EVERY) {
            on_cleanup(move || handle.clear());
        }
    });
    view! {
        <div class="pairing">
            <p class="mark">
                <Icon name="mark" />
                "Hearth"
            </p>
            <h1>"Type this code on the console"</h1>
            <p class="code">{code}</p>
            <p>"The chair presses “Joining, and the wall” beside the board, and types it under “Pair a wall”. Then the board appears here."</p>
            // A browser reads this as text when scripts are on, so it goes in whole.
            <noscript inner_html="<meta http-equiv=\"refresh\" content=\"5\">"></noscript>
        </div>
    }
}
