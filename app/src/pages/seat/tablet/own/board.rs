//! Under the board of one's own conference: who holds the pen, and the way on.
//!
//! Deliberately not here: the board. It is a tool like any other.

use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::pad::{Pad, Screen};
use super::super::pen::{HandOver, PenHolder};
use super::Stage;
use crate::ui::Icon;

/// The foot.
#[component]
pub(in super::super) fn BoardFoot(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let agreed = move || pad.way.is_agreed();
    view! {
        <footer class="houses-foot">
            <PenHolder pad />
            <HandOver pad />
            <Show when=agreed>
                <button
                    type="button"
                    class="button"
                    data-kind="plain"
                    on:click=move |_| pad.go(Screen::Own(Stage::Next))
                >
                    {pad.say.say("do.finish")}
                </button>
            </Show>
            <button
                type="button"
                class="button"
                data-kind="main"
                on:click=move |_| pad.go(Screen::Own(Stage::LookBack))
            >
                {pad.say.say("own.look_back")}
                <Icon name="next" />
            </button>
        </footer>
    }
    .into_part()
}
