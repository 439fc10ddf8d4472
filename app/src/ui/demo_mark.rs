//! The mark that says these people are invented. It is on every screen of a demonstration, the wall too.
//!
//! Deliberately not here: a way to switch it off.

use leptos::prelude::*;

/// "DEMO: invented people", or nothing at a real conference.
#[component]
pub fn DemoMark(
    /// Whether the people are invented.
    demo: bool,
) -> impl IntoView {
    demo.then(|| view! { <p class="demo">"DEMO: invented people"</p> })
}
