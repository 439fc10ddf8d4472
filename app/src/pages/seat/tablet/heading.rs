//! The head of a tablet's screen, which takes the focus when the screen has changed.
//!
//! Deliberately not here: taking the focus when the page is loaded. That is the browser's moment.

use leptos::html;
use leptos::prelude::*;

use super::pad::Pad;

/// A head that says where we are now, also to those who hear the screen.
#[component]
pub(super) fn Heading(
    /// The tablet.
    pad: Pad,
    /// Its words.
    #[prop(into)]
    words: Signal<String>,
) -> impl IntoView {
    let node = NodeRef::<html::H1>::new();
    Effect::new(move |_| {
        if let Some(head) = node.get().filter(|_| pad.has_moved()) {
            // Without the focus the words are still there to be found.
            let _ = head.focus();
        }
    });
    view! {
        <h1 tabindex="-1" node_ref=node>
            {words}
        </h1>
    }
}
