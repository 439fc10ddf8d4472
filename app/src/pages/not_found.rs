//! What stands where there is no page.

use leptos::prelude::*;

/// A page that is not here.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <main class="plain">
            <h1>"This page is not here"</h1>
            <p>"Nothing is lost. Check the address, or start again."</p>
            <p>
                <a class="button" href="/">"Start again"</a>
            </p>
        </main>
    }
}
