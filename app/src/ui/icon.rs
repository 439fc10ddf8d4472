//! A drawn line from the sprite, which every page carries itself: an icon that is first drawn while the connection is away
//! is drawn all the same. It never stands without its word.
//!
//! Deliberately not here: a label. The word beside the icon says it; readers of screens hear only that.

use leptos::prelude::*;

/// All of them, for the foot of every page.
#[cfg(feature = "ssr")]
pub(crate) const SPRITE: &str = include_str!("../../../style/icons.svg");

/// One icon of the sprite.
#[component]
pub fn Icon(
    /// Its name in the sprite.
    name: &'static str,
) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true">
            <use_ href=format!("#icon-{name}") />
        </svg>
    }
}
