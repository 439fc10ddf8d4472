//! What stands on a device that has no place at a conference, or none any more.
//!
//! Deliberately not here: why. A closed place says the same to everybody.

use leptos::prelude::*;

/// This place is closed.
#[component]
pub(super) fn Closed() -> impl IntoView {
    view! {
        <main class="plain">
            <h1>"This place is closed"</h1>
            <p>"Nothing from the conference is on this device now. What was said and saved is safe."</p>
            <p>"If you should be there, come in again with your code, or ask the chair."</p>
            <p>
                <a class="button" data-kind="main" data-size="live" href="/" rel="external">"Come in with a code"</a>
            </p>
        </main>
    }
}

/// The server cannot answer just now.
#[component]
pub(super) fn Unreachable() -> impl IntoView {
    view! {
        <main class="plain">
            <h1>"We cannot reach the conference just now"</h1>
            <p>"You still have your place, and what you saved is safe. Try again in a moment."</p>
            <p>
                <a class="button" data-kind="main" data-size="live" href="/seat" rel="external">"Try again"</a>
            </p>
        </main>
    }
}
