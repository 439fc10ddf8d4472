//! What somebody reads who has no script: that they can read, and how to say something all the same.
//!
//! Deliberately not here: asking them to change their browser. Reading works, and people can be asked to speak for one.

use leptos::prelude::*;

/// The words. They are inside `noscript`, which a browser with a script reads as plain text; so they are one text.
const WORDS: &str = "<p class=\"news\">You can read here. This page does not change by itself: load it again to see \
                     what is new. If you want to say something, tell somebody at the meeting.</p>";

/// Shown only where there is no script.
#[component]
pub(super) fn Scriptless() -> impl IntoView {
    view! { <noscript inner_html=WORDS></noscript> }
}
