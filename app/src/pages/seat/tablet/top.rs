//! The top of a child's tablet: who is in the room, and how to stop.
//!
//! Deliberately not here: a way to anything but the child's own houses.

use leptos::prelude::*;

use super::super::connection::{Apart, Connection};
use super::super::cover::Covered;
use super::super::scriptless::Scriptless;
use super::pad::Pad;
use crate::ui::{DemoMark, Icon};

/// Who is here, and two ways to stop.
#[component]
pub(super) fn Top(
    /// The tablet.
    pad: Pad,
    /// Why the screen is covered.
    covered: RwSignal<Covered>,
    /// Whether the people are invented.
    demo: bool,
) -> impl IntoView {
    let with = move || pad.tool.with(|tool| tool.as_ref().and_then(|tool| tool.done_with.clone()));
    view! {
        <header class="tablet-top">
            <div class="who-is-here">
                <p>
                    <b>"Your three houses"</b>
                    {move || with().map(|with| format!("With {with}"))}
                </p>
                <Connection live=pad.live />
                <DemoMark demo />
            </div>
            <button type="button" class="button" on:click=move |_| covered.set(Covered::Break)>
                <Icon name="cup" />
                "Break"
            </button>
            <button type="button" class="button" data-kind="ink" on:click=move |_| covered.set(Covered::Away)>
                <Icon name="hide" />
                "Put it away"
            </button>
        </header>
        <Scriptless />
        <Apart live=pad.live />
    }
    .into_any()
}
