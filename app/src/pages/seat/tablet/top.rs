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
    let with = move || {
        if pad.is_own() {
            return Some(with_whom(pad));
        }
        let with = pad.tool.with(|tool| tool.as_ref().and_then(|tool| tool.done_with.clone()));
        with.map(|with| pad.say.fill("top.with", "name", &with))
    };
    let called = move || match pad.shown.get() {
        Screen::Choose | Screen::Begin(_) | Screen::Look => None,
        _ if pad.is_own() => Some(pad.say.say("own.your_meeting")),
        Screen::Open
        | Screen::Words
        | Screen::Draw
        | Screen::Photo
        | Screen::Slip(_)
        | Screen::SlipForMany(_)
        | Screen::Finished
        | Screen::Own(_) => pad.tool.with(|tool| tool.as_ref().map(|tool| pad.say.kind(&tool.kind))),
    };
    let link = Signal::derive(move || pad.say.link());
    view! {
        <header class="tablet-top">
            <div class="who-is-here">
                <p>
                    <b>{called}</b>
                    <span>{with}</span>
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

/// The chair, and whoever the young person chose.
fn with_whom(pad: Pad) -> String {
    let companion = pad.way.own().and_then(|own| own.companion).map(|id| pad.way.name(&id));
    match companion {
        Some(name) => pad.of_chair("own.with_two").replace("{name}", &name),
        None => pad.of_chair("own.with_chair"),
    }
}
