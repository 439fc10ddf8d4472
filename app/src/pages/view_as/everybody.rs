//! All eyes a chair can look through, one beside the other.
//!
//! Deliberately not here: consoles. The chair is at one.

use board::id::ConferenceId;
use leptos::prelude::*;

use crate::given::AsLine;

/// A link for each.
#[component]
pub(super) fn Everybody(
    /// The conference.
    id: ConferenceId,
    /// All of them.
    everybody: Vec<AsLine>,
    /// Whose eyes these are now.
    eyes: String,
) -> impl IntoView {
    let links = everybody.into_iter().map(|line| {
        let here = (line.who == eyes).then_some("page");
        view! {
            <li>
                <a href=format!("/conferences/{id}/as/{}", line.who) aria-current=here rel="external">
                    {line.words}
                </a>
            </li>
        }
    });
    view! {
        <nav class="eyes" aria-label="View as">
            <h2>"View as"</h2>
            <ul>{links.collect_view()}</ul>
        </nav>
    }
}
