//! The foot of a screen: the way back, and the one way on.
//!
//! Deliberately not here: how far it still is. Nobody is hurried through their own conference.

use leptos::prelude::*;

use super::super::pad::{Pad, Screen};
use crate::ui::{Icon, Inside, IntoPart as _};

/// Back on one side, on the other side on; what lies between is the screen's own.
#[component]
pub(super) fn Steps(
    /// The tablet.
    pad: Pad,
    /// Where back leads; the first screen has none.
    #[prop(into)]
    back: Option<Screen>,
    /// Where on leads.
    on: Screen,
    /// The word for on.
    #[prop(into)]
    words: Signal<String>,
    /// Whether there is something to do first.
    #[prop(optional, into)]
    wait: Signal<bool>,
    /// What lies between.
    #[prop(optional)]
    children: Option<Inside>,
) -> impl IntoView {
    let (back, on) = (StoredValue::new(back), StoredValue::new(on));
    let has_back = back.with_value(Option::is_some);
    let go_back = move |_| {
        if let Some(back) = back.get_value() {
            pad.go(back);
        }
    };
    view! {
        <div class="foot">
            {has_back
                .then(|| {
                    view! {
                        <button type="button" class="button" data-kind="plain" on:click=go_back>
                            <Icon name="back" />
                            {pad.say.say("do.back")}
                        </button>
                    }
                })} <div class="between">{children.map(Inside::draw)}</div>
            <button
                type="button"
                class="button"
                data-kind="main"
                disabled=move || wait.get()
                on:click=move |_| pad.go(on.get_value())
            >
                {words}
                <Icon name="next" />
            </button>
        </div>
    }
    .into_part()
}
