//! What somebody reads who has no script: that they can read, and how to say something all the same.
//!
//! Deliberately not here: asking them to change their browser. Reading works, and people can be asked to speak for one.

use leptos::prelude::*;

/// Shown only where there is no script.
#[component]
pub(super) fn Scriptless(
    /// The words. They are inside `noscript`, which a browser with a script reads as plain text; so they are one text.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    view! { <noscript inner_html=format!("<p class=\"news\">{words}</p>")></noscript> }
}
