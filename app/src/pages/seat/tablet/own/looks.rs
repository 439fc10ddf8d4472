//! How the screen looks to this young person, and in which language it speaks.
//!
//! Deliberately not here: anything new. It is the same as on every child's tablet.

use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::look::Looks as Settings;
use super::super::pad::{Pad, Screen};
use super::Stage;
use super::limits::Asked;
use super::steps::Steps;

/// The screen.
#[component]
pub(super) fn Looks(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    view! {
        <main class="sheet open own">
            <Asked pad head="top.look" text="own.looks_text" />
            <Settings pad />
            <Steps pad back=Screen::Own(Stage::Numbers) on=Screen::Open words=pad.say.say("own.to_board") />
        </main>
    }
    .into_part()
}
