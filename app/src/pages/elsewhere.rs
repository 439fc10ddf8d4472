//! A page that is in another program of the browser. The way to it leads over the server.
//!
//! Deliberately not here: which program that is. The server says it with the page.

use leptos::prelude::*;

/// Loads the page of this address, which comes with its own program.
#[component]
pub fn Elsewhere() -> impl IntoView {
    Effect::new(|_| {
        if let Err(refused) = window().location().reload() {
            leptos::logging::warn!("the page could not be loaded: {refused:?}");
        }
    });
}
