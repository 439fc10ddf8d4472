//! The top of a child's tablet: who is in the room, the way to the child's other things, and how to stop.
//!
//! Deliberately not here: a way to anything but the child's own tools.

use leptos::prelude::*;

use super::super::connection::{Apart, Connection};
use super::super::cover::Covered;
use super::super::scriptless::Scriptless;
use super::pad::{Pad, Screen};
use crate::ui::{DemoMark, Icon, IntoPart as _};

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
    let called = move || match pad.shown.get() {
        Screen::Choose | Screen::Begin(_) | Screen::Look => None,
        Screen::Open | Screen::Words | Screen::Draw | Screen::Photo | Screen::Slip(_) | Screen::Finished => {
            pad.tool.with(|tool| tool.as_ref().map(|tool| pad.say.kind(&tool.kind)))
        }
    };
    let link = Signal::derive(move || pad.say.link());
    view! {
        <header class="tablet-top">
            <div class="who-is-here">
                <p>
                    <b>{called}</b>
                    <span>{move || with().map(|with| pad.say.fill("top.with", "name", &with))}</span>
                </p>
                <p class="small">
                    <button type="button" class="button" data-kind="plain" on:click=move |_| pad.go(Screen::Choose)>
                        {pad.say.say("top.tools")}
                    </button>
                    <button type="button" class="button" data-kind="plain" on:click=move |_| pad.go(Screen::Look)>
                        {pad.say.say("top.look")}
                    </button>
                </p>
                <Connection live=pad.live words=link />
                <DemoMark demo />
            </div>
            <button type="button" class="button" on:click=move |_| covered.set(Covered::Break)>
                <Icon name="cup" />
                {pad.say.say("top.break")}
            </button>
            <button type="button" class="button" data-kind="ink" on:click=move |_| covered.set(Covered::Away)>
                <Icon name="hide" />
                {pad.say.say("top.away")}
            </button>
        </header>
        <Scriptless words=pad.say.say("link.no_script") />
        <Apart live=pad.live words=link />
    }
    .into_part()
}
