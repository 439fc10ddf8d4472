//! A drawn line from the sprite. It never stands without its word.
//!
//! Deliberately not here: a label. The word beside the icon says it; readers of screens hear only that.

use leptos::prelude::*;

/// One icon of `public/icons.svg`.
#[component]
pub fn Icon(
    /// Its name in the sprite.
    name: &'static str,
) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true">
            <use_ href=format!("/icons.svg#{name}") />
        </svg>
    }
}
