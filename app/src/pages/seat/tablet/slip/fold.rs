//! One more thing that can be said about how a card is told, folded away until somebody wants to say it.
//!
//! Deliberately not here: hiding. What is chosen now stands beside its head.

use leptos::prelude::*;

use crate::ui::{Inside, IntoPart as _};

/// A head, what is chosen, and under it the answers.
#[component]
pub(super) fn Fold(
    /// What is asked.
    head: String,
    /// What is chosen.
    #[prop(into)]
    now: Signal<String>,
    /// The answers.
    children: Inside,
) -> impl IntoView {
    view! {
        <details class="fold">
            <summary>
                <b data-read="">{head}</b>
                <span>{now}</span>
            </summary>
            {children.draw()}
        </details>
    }
    .into_part()
}
