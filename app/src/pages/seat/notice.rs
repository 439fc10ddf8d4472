//! A page that only says something, in the language of whoever holds the device. The page was loaded anew, so nothing of the conference
//! is left in it.
//!
//! Deliberately not here: what is said, and whether it waits for something.

use board::language::Tongue;
use leptos::prelude::*;

use crate::ui::{Icon, Inside, IntoPart as _};

/// A few words in the middle of the screen.
#[component]
pub(super) fn Notice(
    /// The language it is said in.
    tongue: Tongue,
    /// The most important of it.
    head: String,
    /// What there is to know or to do.
    text: String,
    /// What stands below.
    #[prop(optional)]
    children: Option<Inside>,
) -> impl IntoView {
    view! {
        <main class="plain lobby" lang=tongue.tag dir=tongue.direction.name()>
            <p class="mark">
                <Icon name="mark" />
            </p>
            <h1>{head}</h1>
            <p>{text}</p>
            {children.map(Inside::draw)}
        </main>
    }
    .into_part()
}
