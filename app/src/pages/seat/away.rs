//! A device that was put away and loaded again: the same cover, and the keys that open it.
//!
//! Deliberately not here: anything of what lies under it. The server sends it only when the numbers are right.

use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::keypad::Keypad;
use crate::ui::Icon;

/// The cover of a page that knows nothing yet.
#[component]
pub(super) fn Away() -> impl IntoView {
    let wrong = RwSignal::new(false);
    let done = Callback::new(move |numbers: String| open_again(numbers, wrong));
    let words = move || if wrong.get() { "Those are not the numbers. Try again." } else { "Nothing is lost." };
    view! {
        <main class="cover away">
            <p class="mark">
                <Icon name="mark" />
            </p>
            <h1>"Put away"</h1>
            <p role="status">{words}</p>
            <Keypad label="Your four numbers" back="Take the last one back" done />
            <form method="post" action="/leave">
                <button type="submit" class="button" data-kind="plain">"I don’t know them. Close this place"</button>
            </form>
        </main>
    }
    .into_part()
}

/// Asks whether these are the numbers, and loads the page again when they are.
#[cfg(feature = "hydrate")]
fn open_again(numbers: String, wrong: RwSignal<bool>) {
    leptos::task::spawn_local(async move {
        match crate::given::tell("/given/back", &numbers).await {
            Ok(true) => {
                // The page has forgotten the numbers, so it asks for new ones. A browser that cannot load it shows the
                // cover, as before.
                let here = window().location().href().unwrap_or_default();
                let asks = if here.contains('?') { '&' } else { '?' };
                let _ = window().location().replace(&format!("{here}{asks}numbers"));
            }
            Ok(false) | Err(_) => wrong.set(true),
        }
    });
}

/// On the server nothing is tapped.
#[cfg(not(feature = "hydrate"))]
fn open_again(_: String, _: RwSignal<bool>) {}
