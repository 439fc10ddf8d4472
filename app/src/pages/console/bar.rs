//! Along the top: who we are, where we are, whether it is safe, what time it is.
//!
//! Deliberately not here: alarms. Trouble with the connection is said in words, in its place.

use leptos::prelude::*;

use super::hand::Hand;
use super::rail::Rail;
use crate::ui::{Clock, Icon, IntoPart as _, StatusLine};

/// The bar.
#[component]
pub(super) fn Bar() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let time = Memo::new(move |_| hand.live().view.with(|view| view.desk.as_ref().and_then(|desk| desk.time.clone())));
    view! {
        <header class="bar">
            <a class="mark" href="/conferences" rel="external">
                <Icon name="mark" />
                "Hearth"
            </a>
            <Rail />
            <StatusLine live=hand.live() />
            <p class="clock">
                <Clock />
                <span>{time}</span>
            </p>
            <button
                type="button"
                class="button"
                id="keys-open"
                aria-label="Keys and help"
                popovertarget="keys"
            >
                "?"
            </button>
        </header>
    }
    .into_part()
}
