//! The foot of the front door: help in plain words.
//!
//! Deliberately not here: promises nobody has checked. Each sentence says what the page itself does.

use leptos::prelude::*;

use crate::ui::IntoPart as _;

/// Help in plain words.
#[component]
pub(super) fn Foot() -> impl IntoView {
    view! {
        <footer>
            <details>
                <summary>"Help to use this page"</summary>
                <p>
                    "You can use Hearth with a keyboard, a screen reader or big text. Make the text bigger in your \
                     browser; nothing is cut off. If something is hard to read or use, tell the chair or the person \
                     who invited you. You can have everything on paper, or read out to you."
                </p>
            </details>
            <details>
                <summary>"What this page keeps"</summary>
                <p>
                    "When you come in with a code, your device keeps one small file (a cookie) that holds your place. \
                     It does not follow you anywhere else. The chair sees the name you give. Nothing you read here is \
                     saved on your device."
                </p>
            </details>
            <details>
                <summary>"If you are not safe"</summary>
                <p>
                    "Press “Exit this page” at the top at any time. It goes straight to a page about the weather. \
                     If you are in danger now, call 999."
                </p>
            </details>
        </footer>
    }
    .into_part()
}
